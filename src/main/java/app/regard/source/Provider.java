package app.regard.source;

import app.regard.heads.Heads;
import app.regard.stage.Content;
import app.regard.trace.Experiment;
import app.regard.trace.Progress;
import app.regard.trace.Refusal;
import app.regard.trace.Source;

/** The way from experiments with one kind of source to their content. */
interface Provider {
    /** Whether it is the one for a source. */
    boolean serves(Source source);

    /**
     * The content of an experiment with such a source.
     *
     * @throws Refusal if there is none; the message says what to do
     * @throws java.util.concurrent.CancellationException if the progress ends it
     */
    Content content(Experiment e, Progress progress);

    /**
     * Checks an experiment that somebody else wrote.
     *
     * @throws Refusal if it cannot be shown, as far as that is known without a model or a file
     */
    default void check(Experiment e) {}

    /**
     * All heads that such a source has.
     *
     * @throws Refusal if it has no numbered heads, or as {@link #content}
     * @throws java.util.concurrent.CancellationException if the progress ends it
     */
    default Heads heads(Experiment e, Progress progress) {
        throw new Refusal("This is of a trained model, or of weights out of a file.");
    }
}
