package app.regard.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.regard.draw.ColourRole;
import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Mark;
import app.regard.draw.View;
import app.regard.source.Resolver;
import app.regard.trace.Edit;
import app.regard.trace.Experiment;
import app.regard.trace.Mask;
import app.regard.trace.Progress;
import app.regard.trace.Source;
import app.regard.trace.Weights;
import app.regard.words.Library;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What weights were stands behind what they are, in bars and arcs: river had .4013 of bank's row, bank .3778. */
class GhostsTest {
    private static final View VIEW = View.USUAL;
    private static final int GHOST = VIEW.palette().of(ColourRole.STRONG_EDGE);

    private static final Experiment RIVER = Experiment.of("bank of the river", new Source.Preset("river"));

    private static Content compared(Experiment now) {
        return new Resolver(new Library()).content(now, RIVER, Progress.NONE);
    }

    private static Figure bars(Content seen, OptionalInt column) {
        Weights was = seen.weightsBefore().orElse(null);
        return WeightFigures.bars(seen.weights(), was, 0, column, AskedPair.NONE, new Frame(420, 140, VIEW));
    }

    private static Figure strip(Content seen) {
        Weights was = seen.weightsBefore().orElse(null);
        return WeightFigures.strip(
                seen.weights(), was, 0, OptionalInt.empty(), AskedPair.NONE, new Frame(700, 110, VIEW));
    }

    private static List<String> texts(Figure figure) {
        return figure.marks().stream()
                .filter(m -> m instanceof Mark.Text)
                .map(m -> ((Mark.Text) m).text())
                .toList();
    }

    private static List<Mark.Rectangle> outlines(Figure figure) {
        return figure.marks().stream()
                .filter(m -> m instanceof Mark.Rectangle r && r.fill() == 0 && r.edge() == GHOST)
                .map(m -> (Mark.Rectangle) m)
                .toList();
    }

    private static List<Mark.Curve> curves(Figure figure) {
        return figure.marks().stream()
                .filter(m -> m instanceof Mark.Curve)
                .map(m -> (Mark.Curve) m)
                .toList();
    }

    @Test
    void barsHaveTheLengthsFromBeforeOnTheSameScale() {
        Figure bars = bars(compared(RIVER.withTemperature(2.5)), OptionalInt.empty());
        assertThat(texts(bars)).contains("40.1%", "37.8%", "31.5%");
        assertThat(outlines(bars)).hasSize(4);
        double track = bars.marks().stream()
                .filter(m -> m instanceof Mark.Rectangle r
                        && r.fill() == VIEW.palette().of(ColourRole.FAINT))
                .mapToDouble(m -> ((Mark.Rectangle) m).box().width())
                .max()
                .orElseThrow();
        // the axis ends at one half, for .4013 is the longest of both; an outline lies one unit outside
        assertThat(outlines(bars).get(0).box().width() - 2).isCloseTo(track * .4013 / .5, within(.05));
    }

    @Test
    void aWordThatIsHiddenNowKeepsItsBarFromBefore() {
        Figure bars = bars(compared(RIVER.withEdit(Edit.of("mask[0,3]=0"))), OptionalInt.empty());
        assertThat(texts(bars)).contains("river", "40.1%", "0.0%");
    }

    @Test
    void arcsAsThickAsTheyWereStandBelowTheNewOnes() {
        Content seen = compared(RIVER.withTemperature(2.5));
        List<Mark.Curve> both = curves(strip(seen));
        assertThat(both).hasSize(8);
        assertThat(both.stream().mapToDouble(Mark.Curve::width).max().orElseThrow())
                .isCloseTo(9 * .4013, within(.001));
        assertThat(curves(strip(compared(RIVER)))).as("nothing changed").hasSize(4);
    }

    @Test
    void whatDidNotChangeHasNoGhost() {
        Content seen = compared(RIVER.withMask(Mask.CAUSAL));
        Weights was = seen.weightsBefore().orElseThrow();
        Figure last = WeightFigures.bars(
                seen.weights(), was, 3, OptionalInt.empty(), AskedPair.NONE, new Frame(420, 140, VIEW));
        assertThat(outlines(last)).as("the last word sees all, as before").isEmpty();
        assertThat(outlines(bars(seen, OptionalInt.of(3))))
                .as("three of the column do not")
                .hasSize(3);
    }

    @Test
    void anotherNumberOfWordsHasNothingBeside() {
        Content seen = compared(Experiment.of("bank of the old river", new Source.Simple("similarity")));
        assertThat(seen.weightsBefore()).isEmpty();
        assertThat(outlines(bars(seen, OptionalInt.empty()))).isEmpty();
    }
}
