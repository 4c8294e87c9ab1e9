package app.regard.ui.export;

import app.regard.draw.Figure;
import app.regard.draw.PageSetup;
import app.regard.export.data.Numbers;
import app.regard.export.picture.Picture;
import app.regard.export.picture.PictureComposer;
import app.regard.file.array.Csv;
import app.regard.stage.Exportable;
import app.regard.stage.Part;
import app.regard.stage.Subject;
import app.regard.trace.Experiment;
import app.regard.trace.NumberTable;
import app.regard.ui.session.ViewState;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The window's stages, or weights alone, to be taken away.
 *
 * @param picture what of them the picture shows; it brings its own size and looks
 * @param parts the matrices that are numbers of it
 */
record StagesExport(ViewState is, Picture picture, List<Part> parts) implements Exportable {
    Subject subject() {
        return is.subject();
    }

    @Override
    public String title() {
        return subject().title();
    }

    @Override
    public String about() {
        return subject().about();
    }

    @Override
    public String kind() {
        return switch (picture.what()) {
            case HEATMAP, ARCS, BARS, PATCHES -> picture.what().name().toLowerCase(Locale.ROOT);
            case STAGE -> "stage-" + picture.stage();
            case SHEET -> "stages";
        };
    }

    @Override
    public String what() {
        return "What the window shows";
    }

    @Override
    public List<Figure> figures(PageSetup page) {
        return List.of(PictureComposer.unframed(subject(), picture));
    }

    @Override
    public Map<String, NumberTable> numbers() {
        Map<String, NumberTable> all = new LinkedHashMap<>();
        parts.stream()
                .map(part -> matrix(is, part))
                .forEach(m -> all.put(m.corner(), new NumberTable(m.rows(), m.cols(), m.grid())));
        return all;
    }

    /** A matrix of what is shown, with its labels. */
    static Csv.Labelled matrix(ViewState is, Part part) {
        return is.trace()
                .map(t -> Numbers.matrix(t, is.focus().query(), part))
                .orElseGet(() -> Numbers.matrix(is.weights()));
    }

    /** A recipe that is whole without another file, else none. */
    private static @Nullable Experiment kept(Experiment of) {
        return of.source().traits().kept() ? of : null;
    }

    @Override
    public void json(OutputStream to) throws IOException {
        String name = is.experiment().text();
        if (is.trace().isPresent()) {
            Experiment before = is.content().before().orElse(null);
            Numbers.Subject then = before == null
                    ? null
                    : new Numbers.Subject(before.text(), is.content().compared().orElseThrow(), kept(before));
            Numbers.json(to, new Numbers.Subject(name, is.trace().get(), kept(is.experiment()), then));
        } else {
            Numbers.json(to, name, about(), is.weights());
        }
    }
}
