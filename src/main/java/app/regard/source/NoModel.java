package app.regard.source;

import app.regard.trace.Progress;
import app.regard.trace.Refusal;
import app.regard.transformer.ForwardPass;
import app.regard.transformer.ForwardPasses;
import app.regard.transformer.MiniLm;
import app.regard.transformer.ModelShape;

/** The trained model where there is none. */
record NoModel() implements ForwardPasses {
    @Override
    public ModelShape shape() {
        return MiniLm.SHAPE;
    }

    @Override
    public ForwardPass passed(String text, Progress progress) {
        throw missing();
    }

    @Override
    public MiniLm model() {
        throw missing();
    }

    private static Refusal missing() {
        return new Refusal("“" + MiniLm.NAME + "” is a trained model, and there is none here.");
    }
}
