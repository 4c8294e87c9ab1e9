package app.regard.source;

import app.regard.engine.Attention;
import app.regard.engine.Edits;
import app.regard.stage.Content;
import app.regard.trace.Experiment;
import app.regard.trace.Inputs;
import app.regard.trace.Positions;
import app.regard.trace.Progress;
import app.regard.trace.Refusal;
import app.regard.trace.Residual;
import app.regard.trace.Side;
import app.regard.trace.Source;
import app.regard.words.Library;
import java.util.List;
import java.util.Optional;

/**
 * Two layers made by hand. They read the small table of {@value #SMALL} where that has all words, else the simple one; mask and
 * divisor are both layers’, edits those of the layer that is shown.
 */
record LayeredProvider(Library library) implements Provider {
    private static final String SMALL = "animal";

    @Override
    public boolean serves(Source source) {
        return source instanceof Source.Layered;
    }

    @Override
    public void check(Experiment e) {
        inputs(e);
    }

    @Override
    public Content content(Experiment e, Progress progress) {
        return new TraceContent(Attention.trace(inputs(e)));
    }

    private Inputs inputs(Experiment e) {
        if (e.keyText() != null || e.positions().on()) {
            throw new Refusal(
                    "Two layers read one sentence and no positions: leave the second sentence out, and choose "
                            + "positions none.");
        }
        Source.Layered of = (Source.Layered) e.source();
        TwoLayerHeads heads = new TwoLayerHeads(plain(e));
        Side words = heads.words();
        Inputs shown;
        if (of.layer() == 1 || of.alone()) {
            shown = inputs(e, words, heads, of.layer());
        } else {
            Residual residual = Residual.over(Attention.trace(inputs(e, words, heads, 1)));
            Side sum = new Side(words.words(), residual.sum(), words.origin(), words.layer(), Optional.of(residual));
            shown = inputs(e, sum, heads, of.layer());
        }
        return Edits.of(shown, e.edits(), Library.WORDS);
    }

    private static Inputs inputs(Experiment e, Side side, TwoLayerHeads heads, int layer) {
        return new Inputs(side, side, heads.head(layer), e.mask(), Positions.NONE, e.temperature())
                .withScaling(e.scaled());
    }

    /** The words as their table has them. */
    private Inputs plain(Experiment e) {
        Experiment words = Experiment.of(e.text(), new Source.Preset(SMALL)).withEdits(List.of());
        return library.resolve(
                library.missing(words).isEmpty() ? words : words.withSource(new Source.Simple("coreference")));
    }
}
