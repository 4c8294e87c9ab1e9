package app.regard.transformer;

import app.regard.engine.Workers;
import app.regard.trace.Graphemes;
import app.regard.trace.Progress;
import org.jspecify.annotations.Nullable;

/**
 * The trained model, read at its first use, and the pass of the last sentence, so that going from head to head costs one
 * head.
 */
public final class Trained implements ForwardPasses {
    private final ModelCache modelCache;
    private final Workers workers;
    private final Progress reading;

    /** The last pass; whoever reads it sees it whole, for it never changes. */
    private volatile @Nullable ForwardPass last;

    /** @param reading is told how far the reading of the model is, and may end it */
    public Trained(ModelCache modelCache, Workers workers, Progress reading) {
        this.modelCache = modelCache;
        this.workers = workers;
        this.reading = reading;
    }

    /**
     * All layers' inputs and weights for a sentence.
     *
     * @param pass may end the pass, but not the reading of the model, for whoever asks next needs that too
     * @throws app.regard.trace.Refusal if the model is missing or damaged, or there is no word
     * @throws java.util.concurrent.CancellationException if one of the two is ended
     */
    @Override
    public ForwardPass passed(String text, Progress pass) {
        ForwardPass known = last;
        if (known != null && known.pieces().text().equals(text)) {
            return known;
        }
        ForwardPass fresh = modelCache.get(reading).pass(Graphemes.checked(text), workers, pass);
        last = fresh;
        return fresh;
    }

    @Override
    public ModelShape shape() {
        return MiniLm.SHAPE;
    }

    /** The model, read if need be. */
    @Override
    public MiniLm model() {
        return modelCache.get(reading);
    }

    /** Frees the model's memory; it is read again when it is next asked for. */
    public void unload() {
        last = null;
        modelCache.unload();
    }
}
