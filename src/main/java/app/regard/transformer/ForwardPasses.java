package app.regard.transformer;

import app.regard.trace.Progress;

/** Trained models and their passes, whoever reads and keeps them. A model is asked for by its name or its folder. */
public interface ForwardPasses {
    /**
     * What is known of a model before it is read.
     *
     * @throws app.regard.trace.Refusal if there is no such model
     */
    ModelShape shape(String model);

    /**
     * All layers' inputs and weights for a sentence.
     *
     * @param progress may end the pass
     * @throws app.regard.trace.Refusal if the model is missing or damaged, or there is no word
     * @throws java.util.concurrent.CancellationException if the progress ends it
     */
    ForwardPass passed(String model, String text, Progress progress);

    /**
     * The model itself, read if need be.
     *
     * @throws app.regard.trace.Refusal if it is missing or damaged
     * @throws java.util.concurrent.CancellationException if the reading is ended
     */
    Transformer model(String model);

    /** What is known of the model that comes with the program. */
    default ModelShape shape() {
        return MiniLm.MODEL.shape();
    }

    /** A pass through the model that comes with the program. */
    default ForwardPass passed(String text, Progress progress) {
        return passed(MiniLm.NAME, text, progress);
    }

    /** The same for a pass that nobody watches or ends. */
    default ForwardPass passed(String text) {
        return passed(text, Progress.NONE);
    }
}
