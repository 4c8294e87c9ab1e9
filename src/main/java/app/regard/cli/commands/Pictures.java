package app.regard.cli.commands;

import app.regard.cli.options.Models;
import app.regard.draw.Figure;
import app.regard.draw.Theme;
import app.regard.draw.View;
import app.regard.export.picture.FileSize;
import app.regard.export.picture.Format;
import app.regard.export.picture.LayersPicture;
import app.regard.export.picture.Picture;
import app.regard.export.picture.PictureStyle;
import app.regard.export.picture.Png;
import app.regard.export.picture.What;
import app.regard.export.sheet.ClassSheet;
import app.regard.file.Atomic;
import app.regard.heads.LayerSimilarities;
import app.regard.source.Resolver;
import app.regard.stage.Stages;
import app.regard.stage.Subject;
import app.regard.trace.Experiment;
import app.regard.trace.Followed;
import app.regard.trace.Progress;
import app.regard.trace.Source;
import app.regard.trace.Trace;
import app.regard.transformer.ForwardPass;
import app.regard.transformer.ModelCache;
import app.regard.transformer.Trained;
import app.regard.words.Library;
import app.regard.words.SensePair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The pictures of the documentation: stages and heat maps as PNG files. */
public final class Pictures {
    private Pictures() {}

    private static final double SCALE = 1.5;

    /** A sentence of 40 words for the documentation. */
    private static final String LONG =
            "The old woman and her small dog walked along the river because the road to the city was closed , and when"
                    + " they came to the bank the dog sat in the water and she laughed at it again .";

    /** The eight stages and the heat map of one experiment. */
    public static List<Path> of(Trace t, Experiment e, int query, View view, Path folder, String prefix)
            throws IOException {
        Files.createDirectories(folder);
        List<Path> written = new ArrayList<>();
        for (int number = 1; number <= Stages.ALL.size(); number++) {
            Path file = folder.resolve(prefix + "stage" + number + ".png");
            write(t, e, Picture.of(What.STAGE, number, query, view), file);
            written.add(file);
        }
        Path map = folder.resolve(prefix + "heatmap.png");
        write(t, e, Picture.of(What.HEATMAP, Stages.WEIGHTS, query, view), map);
        written.add(map);
        return written;
    }

    /** Every stage, light and dark, with 2, 4, 12 and 40 words: the pictures of the documentation. */
    static List<Path> documentation(Path folder) throws IOException {
        Library library = new Library();
        List<Path> written = new ArrayList<>();
        for (Theme theme : Theme.values()) {
            View view = View.USUAL.withTheme(theme);
            String name = theme.name().toLowerCase(Locale.ROOT);
            for (String id : List.of("river-bank", "river", "animal")) {
                Experiment e = library.example(id).orElseThrow().experiment();
                int query = id.equals("animal") ? 7 : id.equals("river-bank") ? 1 : 0;
                written.addAll(drawn(library, e, query, view, folder, name));
            }
            written.addAll(
                    drawn(library, Experiment.of(LONG, new Source.Simple("modification")), 1, view, folder, name));
        }
        return written;
    }

    /** The pictures of the cookbook; returns how many. */
    static int cookbook(Path folder) {
        Library library = new Library();
        Experiment river = library.example("river").orElseThrow().experiment();
        Trace t = traced(library, river);
        Experiment animal = Experiment.of("The animal slept because it was tired", new Source.Simple("coreference"));
        Trace slept = traced(library, animal);
        View dark = View.USUAL.withTheme(Theme.DARK);
        write(
                slept,
                animal,
                Picture.of(What.HEATMAP, Stages.WEIGHTS, 4, View.USUAL),
                folder.resolve("cookbook-heat.png"));
        write(t, river, Picture.of(What.STAGE, Stages.WEIGHTS, 0, dark), folder.resolve("cookbook-stage.svg"));
        write(t, river, Picture.of(What.SHEET, Stages.WEIGHTS, 0, View.USUAL), folder.resolve("cookbook-sheet.png"));
        write(t, river, Picture.of(What.STAGE, 1, 0, View.USUAL), folder.resolve("cookbook-steps.gif"));
        Figure sheet = ClassSheet.pages(t, 0, View.USUAL).get(0);
        Atomic.write(
                folder.resolve("cookbook-classsheet.png"), true, to -> Png.write(sheet, 1, false, to, Progress.NONE));
        return 5;
    }

    /** The picture of the page on trained heads; returns how many, none where this copy has no trained model. */
    static int trained(Path folder) {
        if (!ModelCache.present()) {
            return 0;
        }
        SensePair bank = SensePair.all().get(0);
        Trained model = Models.trained(new ModelCache());
        ForwardPass here = model.passed(bank.sentence());
        ForwardPass there = model.passed(bank.other());
        Followed f = LayerSimilarities.compare(
                here,
                LayerSimilarities.place(LayerSimilarities.words(here), bank.word())
                        .orElseThrow(),
                there,
                LayerSimilarities.place(LayerSimilarities.words(there), bank.otherWord())
                        .orElseThrow());
        Figure plot = LayersPicture.of(f, PictureStyle.of(View.USUAL));
        Atomic.write(
                folder.resolve("trained-layers.png"), true, to -> Png.write(plot, SCALE, false, to, Progress.NONE));
        return 1;
    }

    private static Trace traced(Library library, Experiment e) {
        return new Resolver(library).content(e, Progress.NONE).trace().orElseThrow();
    }

    private static List<Path> drawn(Library library, Experiment e, int query, View view, Path folder, String theme)
            throws IOException {
        Trace t = traced(library, e);
        return of(t, e, query, view, folder, t.weights().from().size() + "-words-" + theme + "-");
    }

    private static void write(Trace t, Experiment e, Picture picture, Path file) {
        Format format = Format.of(file);
        double scale = format == Format.GIF ? 1 : SCALE;
        Atomic.write(
                file,
                true,
                to -> format.write(Subject.of(t, e), picture, FileSize.scaled(scale), 2, to, Progress.NONE));
    }
}
