package app.regard.transformer;

import app.regard.trace.Progress;

/** The trained model and its passes, whoever reads and keeps them. */
public interface ForwardPasses {
    /** What is known of the model before it is read. */
    ModelShape shape();

    /**
     * All layers' inputs and weights for a sentence.
     *
     * @param progress may end the pass
     * @throws app.regard.trace.Refusal if the model is missing or damaged, or there is no word
     * @throws java.util.concurrent.CancellationException if the progress ends it
     */
    ForwardPass passed(String text, Progress progress);

    /** The same for a pass that nobody watches or ends. */
    default ForwardPass passed(String text) {
        return passed(text, Progress.NONE);
    }

    /**
     * The model itself, read if need be.
     *
     * @throws app.regard.trace.Refusal if it is missing or damaged
     * @throws java.util.concurrent.CancellationException if the reading is ended
     */
    MiniLm model();
}
