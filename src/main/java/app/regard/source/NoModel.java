package app.regard.source;

import app.regard.trace.Progress;
import app.regard.trace.Refusal;
import app.regard.transformer.ForwardPass;
import app.regard.transformer.ForwardPasses;
import app.regard.transformer.ModelShape;
import app.regard.transformer.Transformer;

/** The trained model where there is none. */
record NoModel() implements ForwardPasses {
    @Override
    public ModelShape shape(String model) {
        throw missing(model);
    }

    @Override
    public ForwardPass passed(String model, String text, Progress progress) {
        throw missing(model);
    }

    @Override
    public Transformer model(String model) {
        throw missing(model);
    }

    private static Refusal missing(String model) {
        return new Refusal("“" + model + "” is a trained model, and there is none here.");
    }
}
