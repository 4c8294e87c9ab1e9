package app.regard.source;

import app.regard.engine.Attention;
import app.regard.engine.Edits;
import app.regard.heads.Combination;
import app.regard.heads.DerivedWeights;
import app.regard.heads.Heads;
import app.regard.stage.Content;
import app.regard.stage.Subject;
import app.regard.stage.Unusual;
import app.regard.trace.Edit;
import app.regard.trace.Experiment;
import app.regard.trace.Inputs;
import app.regard.trace.Progress;
import app.regard.trace.Reading;
import app.regard.trace.Refusal;
import app.regard.trace.Sentence;
import app.regard.trace.Source;
import app.regard.trace.Trace;
import app.regard.transformer.ForwardPasses;
import java.util.List;
import java.util.Optional;

/** Heads of a trained model, as sources of experiments. */
record TrainedProvider(ForwardPasses model) implements Provider {
    @Override
    public boolean serves(Source source) {
        return source instanceof Source.Trained;
    }

    @Override
    public Content content(Experiment e, Progress progress) {
        Inputs in = inputs(e, progress);
        Reading reading = e.applicableReading();
        if (reading.plain()) {
            return new TraceContent(Attention.trace(in));
        }
        Source.Trained of = source(e);
        Heads heads = heads(e, progress);
        Combination by = new Combination(reading, heads, of.layer(), of.head());
        if (reading.combines()) {
            DerivedWeights combined = by.with(heads.each(progress::check)).combined();
            return new Derivation(by, e, List.of()).content(combined, Optional.empty());
        }
        Trace trace = Attention.trace(in);
        DerivedWeights one =
                new DerivedWeights(trace.weights(), Subject.of(trace, e).about());
        return new Derivation(by, e, Unusual.of(in)).content(one, Optional.empty());
    }

    @Override
    public Heads heads(Experiment e, Progress progress) {
        return Heads.of(model.passed(checked(e).model(), e.text(), progress));
    }

    /** @throws Refusal if the model is not what it was, or the experiment asks for what a trained head has inside already */
    private Inputs inputs(Experiment e, Progress progress) {
        Source.Trained of = checked(e);
        if (e.keyText() != null) {
            throw new Refusal("A trained head looks at one sentence: leave out the second one.");
        }
        if (e.positions().on()) {
            throw new Refusal("The input of a trained head holds its positions already: choose positions none.");
        }
        if (!e.edits().isEmpty() && e.reading().combines()) {
            throw new Refusal("Averages and rollout are of heads as they are: leave the edits out.");
        }
        Inputs plain = model.model(of.model())
                .inputs(model.passed(of.model(), e.text(), progress), of.id(), e.mask(), e.temperature());
        return Edits.of(plain.withScaling(e.scaled()), e.edits(), PIECES);
    }

    /** @throws Refusal if its folder holds another model than when it was chosen */
    private Source.Trained checked(Experiment e) {
        Source.Trained of = source(e);
        if (!of.fingerprint().isEmpty()
                && !of.fingerprint().equals(model.shape(of.model()).fingerprint())) {
            throw new Refusal(
                    "The model in “" + of.model() + "” has changed since this was made, and its numbers with it: "
                            + "open the folder again to see it as it is now.");
        }
        return of;
    }

    /** Word pieces as edits name them, with their place from 1: the same piece elsewhere has another vector. */
    private static final Edits.Rows PIECES = new Edits.Rows() {
        @Override
        public void check(String row) {
            if (place(row) < 1 || row.lastIndexOf('@') == 0) {
                throw new Refusal("The edit of X is of “" + row + "”: for a trained head write the piece and its place "
                        + "from 1, as in X[bank@2,0]=1; what the model adds, as [CLS], has places too.");
            }
        }

        @Override
        public boolean names(String row, Sentence words, int i) {
            return place(row) == i + 1 && words.called(i, row.substring(0, row.lastIndexOf('@')));
        }

        private int place(String row) {
            return Edit.placeOf(row.substring(row.lastIndexOf('@') + 1));
        }
    };

    private static Source.Trained source(Experiment e) {
        return (Source.Trained) e.source();
    }
}
