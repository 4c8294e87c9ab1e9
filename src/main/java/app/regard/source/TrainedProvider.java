package app.regard.source;

import app.regard.engine.Attention;
import app.regard.heads.Heads;
import app.regard.stage.Content;
import app.regard.trace.Experiment;
import app.regard.trace.Progress;
import app.regard.trace.Source;
import app.regard.transformer.ForwardPasses;

/** Heads of a trained model. */
record TrainedProvider(ForwardPasses model) implements Provider {
    @Override
    public boolean serves(Source source) {
        return source instanceof Source.Trained;
    }

    @Override
    public Content content(Experiment e, Progress progress) {
        return new TraceContent(Attention.trace(model.inputs(e, progress)));
    }

    @Override
    public Heads heads(Experiment e, Progress progress) {
        return Heads.of(model.passed(e.text(), progress));
    }
}
