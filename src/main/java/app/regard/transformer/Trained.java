package app.regard.transformer;

import app.regard.engine.Workers;
import app.regard.trace.Graphemes;
import app.regard.trace.Progress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Trained models, each read at its first use, and the pass of the last sentence, so that going from head to head costs one
 * head.
 */
public final class Trained implements ForwardPasses {
    private final ModelCache modelCache;
    private final Workers workers;
    private final Progress reading;

    /** The last pass; whoever reads it sees it whole. */
    private volatile @Nullable ForwardPass last;

    /** @param reading is told how far the reading of a model is, and may end it */
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
    public ForwardPass passed(String model, String text, Progress pass) {
        Transformer by = model(model);
        ForwardPass known = last;
        if (known != null && known.pieces().text().equals(text) && known.model().equals(by.shape())) {
            return known;
        }
        ForwardPass fresh = by.pass(Graphemes.checked(text), workers, pass);
        last = fresh;
        return fresh;
    }

    @Override
    public ModelShape shape(String model) {
        Optional<Transformer> read = modelCache.ready(model);
        return read.map(Transformer::shape).orElseGet(() -> KnownModels.shape(model));
    }

    /**
     * What is known of the model in a folder as it is now: what was read of it before is put away, unless it is gone.
     *
     * @throws app.regard.trace.Refusal if there is no such model
     */
    public ModelShape afresh(String folder) {
        ModelShape now = KnownModels.shape(folder);
        last = null; // it may have other weights of the same sizes
        modelCache.forget(folder);
        return now;
    }

    @Override
    public Transformer model(String model) {
        return modelCache.get(model, reading);
    }

    /** Frees the models' memory; they are read again when they are next asked for. */
    public void unload() {
        last = null;
        modelCache.unload();
    }
}
