package app.regard.source;

import app.regard.engine.Attention;
import app.regard.engine.HeadTraining;
import app.regard.stage.Content;
import app.regard.trace.Experiment;
import app.regard.trace.Head;
import app.regard.trace.Inputs;
import app.regard.trace.Progress;
import app.regard.trace.Source;
import app.regard.words.Library;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Heads that were trained here: trained anew up to the step that is asked for; the last one is kept. */
final class TaughtProvider implements Provider {
    private final Library library;
    private final AtomicReference<@Nullable Taught> last = new AtomicReference<>();

    TaughtProvider(Library library) {
        this.library = library;
    }

    private record Taught(Source.Taught source, Head head) {}

    @Override
    public boolean serves(Source source) {
        return source instanceof Source.Taught;
    }

    @Override
    public void check(Experiment e) {
        TeachRecipe.of((Source.Taught) e.source());
    }

    @Override
    public Content content(Experiment e, Progress progress) {
        Source.Taught source = (Source.Taught) e.source();
        Taught known = last.get();
        if (known == null || !known.source.equals(source)) {
            known = new Taught(source, head(source, progress));
            last.set(known);
        }
        return new TraceContent(Attention.trace(library.resolve(e, known.head)));
    }

    private Head head(Source.Taught source, Progress progress) {
        TeachRecipe recipe = TeachRecipe.of(source);
        Inputs in = recipe.inputs(library);
        HeadTraining training = recipe.begin(in);
        for (int step = 0; step < source.step(); step++) {
            training.step();
            progress.at((double) step / source.step());
        }
        return recipe.head(training.state(), in.head().dimensions());
    }
}
