package app.regard.source;

import app.regard.trace.Experiment;
import app.regard.trace.Inputs;
import app.regard.trace.Progress;
import app.regard.trace.Refusal;
import app.regard.transformer.ForwardPass;
import app.regard.transformer.ForwardPasses;
import app.regard.transformer.MiniLm;

/** The trained model where there is none. */
record NoModel() implements ForwardPasses {
    @Override
    public ForwardPass passed(String text, Progress progress) {
        throw missing(MiniLm.NAME);
    }

    @Override
    public Inputs inputs(Experiment e, Progress progress) {
        throw missing(e.source().table());
    }

    private static Refusal missing(String name) {
        return new Refusal("“" + name + "” is a trained model, and there is none here.");
    }
}
