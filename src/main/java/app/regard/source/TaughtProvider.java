package app.regard.source;

import app.regard.engine.Attention;
import app.regard.engine.HeadTraining;
import app.regard.engine.NetworkTraining;
import app.regard.engine.TextNetwork;
import app.regard.stage.Content;
import app.regard.trace.Experiment;
import app.regard.trace.Head;
import app.regard.trace.Inputs;
import app.regard.trace.Progress;
import app.regard.trace.Refusal;
import app.regard.trace.Source;
import app.regard.words.Library;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Heads that were trained here: trained anew up to the step that is asked for; the last ones are kept. */
final class TaughtProvider implements Provider {
    private final Library library;
    private final AtomicReference<@Nullable TaughtHead> lastHead = new AtomicReference<>();
    private final AtomicReference<@Nullable TaughtNetwork> lastNetwork = new AtomicReference<>();

    TaughtProvider(Library library) {
        this.library = library;
    }

    private record TaughtHead(Source.Taught source, Head head) {}

    private record TaughtNetwork(NetworkRecipe recipe, int step, TextNetwork network) {}

    @Override
    public boolean serves(Source source) {
        return source instanceof Source.Taught;
    }

    @Override
    public void check(Experiment e) {
        Source.Taught source = (Source.Taught) e.source();
        if (ofTable(source)) {
            TeachRecipe.of(source);
        } else {
            NetworkRecipe.of(source).read(e.text());
        }
    }

    private static boolean ofTable(Source.Taught source) {
        return source.recipe().equals(Source.Taught.TEACH);
    }

    @Override
    public Content content(Experiment e, Progress progress) {
        Source.Taught source = (Source.Taught) e.source();
        Inputs in = ofTable(source) ? library.resolve(e, head(source, progress)) : network(e, source, progress);
        return new TraceContent(Attention.trace(in));
    }

    private Head head(Source.Taught source, Progress progress) {
        TaughtHead known = lastHead.get();
        if (known != null && known.source.equals(source)) {
            return known.head;
        }
        TeachRecipe recipe = TeachRecipe.of(source);
        Inputs in = recipe.inputs(library);
        HeadTraining training = recipe.begin(in);
        for (int step = 0; step < source.step(); step++) {
            training.step();
            progress.at((double) step / source.step());
        }
        Head head = recipe.head(training.state(), in.head().dimensions());
        lastHead.set(new TaughtHead(source, head));
        return head;
    }

    private Inputs network(Experiment e, Source.Taught source, Progress progress) {
        if (e.keyText() != null || !e.edits().isEmpty() || e.positions().on()) {
            throw new Refusal("A network that was trained here reads one sentence, knows its own positions and is not "
                    + "edited: leave second sentence, positions and edits out.");
        }
        NetworkRecipe recipe = NetworkRecipe.of(source);
        recipe.read(e.text());
        TaughtNetwork known = lastNetwork.get();
        if (known == null || !known.recipe.equals(recipe) || known.step != source.step()) {
            NetworkTraining training = recipe.begin();
            for (int step = 0; step < source.step(); step++) {
                training.step();
                progress.at((double) step / source.step());
            }
            known = new TaughtNetwork(recipe, source.step(), training.network());
            lastNetwork.set(known);
        }
        return recipe.inputs(known.network, source.step(), NetworkRecipe.layer(source), e);
    }
}
