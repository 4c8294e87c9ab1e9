package app.regard.transformer;

import app.regard.engine.Workers;
import app.regard.trace.Experiment;
import app.regard.trace.Graphemes;
import app.regard.trace.Inputs;
import app.regard.trace.Progress;
import app.regard.trace.Refusal;
import app.regard.trace.Source;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Resolves experiments with a trained head: the model is read at its first use, and the last sentence's pass is kept, so
 * that going from head to head costs one head.
 */
public final class Trained implements Function<Experiment, Inputs>, ForwardPasses {
    private final ModelCache shelf;
    private final Workers crew;
    private final Progress reading;

    /** The last pass; whoever reads it sees it whole, for it never changes. */
    private volatile @Nullable ForwardPass last;

    /** @param reading is told how far the reading of the model is, and may end it */
    public Trained(ModelCache shelf, Workers crew, Progress reading) {
        this.shelf = shelf;
        this.crew = crew;
        this.reading = reading;
    }

    /**
     * All layers' inputs and weights for a sentence.
     *
     * @throws Refusal if the model is missing or damaged, or there is no word
     */
    public ForwardPass passed(String text) {
        return passed(text, Progress.NONE);
    }

    /**
     * The same, where the pass has a progress of its own.
     *
     * @param pass may end the pass, but not the reading of the model, for whoever asks next needs that too
     * @throws java.util.concurrent.CancellationException if one of the two is ended
     */
    @Override
    public ForwardPass passed(String text, Progress pass) {
        ForwardPass known = last;
        if (known != null && known.pieces().text().equals(text)) {
            return known;
        }
        ForwardPass fresh = shelf.get(reading).pass(Graphemes.checked(text), crew, pass);
        last = fresh;
        return fresh;
    }

    /** The model, read if need be. */
    public MiniLm model() {
        return shelf.get(reading);
    }

    /** Frees the model's memory; it is read again when it is next asked for. */
    public void unload() {
        last = null;
        shelf.unload();
    }

    /** @throws Refusal if the source is another model, or the experiment asks for what a trained head has inside already */
    @Override
    public Inputs apply(Experiment e) {
        return inputs(e, Progress.NONE);
    }

    /**
     * The same, where the pass has a progress of its own: see {@link #passed(String, Progress)}.
     *
     * @throws Refusal likewise
     */
    @Override
    public Inputs inputs(Experiment e, Progress pass) {
        if (!(e.source() instanceof Source.Trained head) || !head.model().equals(MiniLm.NAME)) {
            throw new Refusal(
                    "There is no trained model “" + e.source().table() + "”. The one there is: " + MiniLm.NAME + ".");
        }
        if (e.keyText() != null) {
            throw new Refusal("A trained head looks at one sentence: leave out the second one.");
        }
        if (e.positions().on()) {
            throw new Refusal("The input of a trained head holds its positions already: choose positions none.");
        }
        if (!e.edits().isEmpty()) {
            throw new Refusal("The numbers of a trained head are not edited: leave the edits out.");
        }
        return model().inputs(passed(e.text(), pass), head.layer(), head.head(), e.mask(), e.temperature());
    }
}
