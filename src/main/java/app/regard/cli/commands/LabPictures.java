package app.regard.cli.commands;

import app.regard.cli.options.Models;
import app.regard.draw.Figure;
import app.regard.draw.View;
import app.regard.export.picture.ExportedPicture;
import app.regard.export.picture.PictureStyle;
import app.regard.export.picture.Png;
import app.regard.file.Atomic;
import app.regard.lab.Lab;
import app.regard.lab.catalog.LabPage;
import app.regard.lab.catalog.Labs;
import app.regard.source.Resolver;
import app.regard.stage.Stages;
import app.regard.trace.Experiment;
import app.regard.trace.HeadId;
import app.regard.trace.LabState;
import app.regard.trace.Moment;
import app.regard.trace.Progress;
import app.regard.transformer.ModelCache;
import app.regard.words.Library;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** The pictures of the labs’ pages: each as it begins on an example, a training as it ends. */
final class LabPictures {
    /** These are of a trained model, and left out where this copy has none. */
    private static final Set<String> TRAINED = Set.of("heads", "layers", "heads-together");

    /** Where the first example is not the one to show. */
    private static final Map<String, String> EXAMPLES =
            Map.of("parts", "coreference", "cross", "translation", "teach", "animal");

    /** Reads a folder of bets, and has nothing to show without one. */
    private static final String CLASS = "class";

    private LabPictures() {}

    /** Draws all that can be drawn here; returns how many. */
    static int of(Path folder) {
        Library library = new Library();
        boolean model = ModelCache.present();
        Resolver resolver = model ? new Resolver(library, Models.trained(new ModelCache())) : new Resolver(library);
        int drawn = 0;
        for (Lab<?> lab : Labs.ALL.all()) {
            String id = lab.about().id();
            if (!id.equals(CLASS) && (!TRAINED.contains(id) || model)) {
                draw(id, resolver, folder.resolve("lab-" + id + ".png"));
                drawn++;
            }
        }
        return drawn;
    }

    private static void draw(String id, Resolver resolver, Path file) {
        LabPage page = LabPage.of(Labs.ALL, moment(id, resolver), new LabState(id, Map.of()), resolver, Progress.NONE);
        Figure figure = ExportedPicture.of(page, PictureStyle.of(View.USUAL));
        Atomic.write(file, true, to -> Png.write(figure, 1, false, to, Progress.NONE));
    }

    private static Moment moment(String id, Resolver resolver) {
        boolean trained = TRAINED.contains(id);
        String example = EXAMPLES.getOrDefault(id, trained ? "animal" : "river");
        Experiment e = resolver.library().example(example).orElseThrow().experiment();
        return trained
                ? new Moment(e.withTrained(resolver.model(e).name(), new HeadId(3, 1)), Stages.WEIGHTS, 10) // “it”
                : new Moment(e, Stages.WEIGHTS, example.equals("coreference") ? 4 : 0);
    }
}
