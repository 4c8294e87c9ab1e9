package app.regard.transformer;

import app.regard.trace.Experiment;
import app.regard.trace.Inputs;
import app.regard.trace.Progress;

/** Where the passes of a trained model come from, whoever reads it and keeps it. */
public interface ForwardPasses {
    /**
     * All layers' inputs and weights for a sentence.
     *
     * @param progress may end the pass
     * @throws app.regard.trace.Refusal if the model is missing or damaged, or there is no word
     * @throws java.util.concurrent.CancellationException if the progress ends it
     */
    ForwardPass passed(String text, Progress progress);

    /**
     * What attention needs for an experiment with one of its heads.
     *
     * @throws app.regard.trace.Refusal likewise, and if the experiment asks for what a trained head has inside already
     * @throws java.util.concurrent.CancellationException likewise
     */
    Inputs inputs(Experiment e, Progress progress);
}
