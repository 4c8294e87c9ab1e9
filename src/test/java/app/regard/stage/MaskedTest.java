package app.regard.stage;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.draw.Box;
import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Mark;
import app.regard.draw.Spot;
import app.regard.draw.View;
import app.regard.engine.Attention;
import app.regard.trace.Experiment;
import app.regard.trace.Mask;
import app.regard.trace.Source;
import app.regard.trace.Trace;
import app.regard.words.Library;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A weight that the mask hides looks like none: hatched, without a number, and not among the bars. */
class MaskedTest {
    private static final Library LIBRARY = new Library();
    private static final Trace CAUSAL = Attention.trace(LIBRARY.resolve(
            Experiment.of("the big dog sat", new Source.Simple("semantic")).withMask(Mask.CAUSAL)));

    @Test
    void hiddenCellsAreHatchedAndHaveNoNumber() {
        for (int stage = 4; stage <= 8; stage++) {
            if (stage != 7) {
                String matrix = stage == 4 ? "S/√d" : stage == 5 ? "E" : "A";
                hatched(Stages.of(stage).base(CAUSAL, 2, new Frame(1500, 600, View.USUAL)), matrix);
            }
        }
        hatched(WeightFigures.heatMap(CAUSAL.weights(), 4, new Frame(400, 440, View.USUAL)), "A");
    }

    /** Cells that are too small for numbers: none of those that are hidden stands out as if it held one. */
    @Test
    void smallHiddenCellsAreHatchedToo() {
        Trace many = Attention.trace(
                LIBRARY.resolve(Experiment.of("the big dog sat ".repeat(4).strip(), new Source.Simple("semantic"))
                        .withMask(Mask.CAUSAL)));
        for (int width : List.of(160, 180, 200)) {
            Figure small = WeightFigures.heatMap(many.weights(), 16, new Frame(width, width, View.USUAL));
            Mark.Cells cells = small.marks().stream()
                    .flatMap(m -> m instanceof Mark.Cells c ? Stream.of(c) : Stream.of())
                    .findFirst()
                    .orElseThrow();
            int ground = cells.colours().at(0, 15);
            for (int i = 0; i < 16; i++) {
                for (int j = 0; j < 16; j++) {
                    Box cell = small.boxOf(new Spot("A", i, j)).orElseThrow();
                    boolean hatch = small.marks().stream()
                            .anyMatch(
                                    m -> m instanceof Mark.Hatch h && h.box().contains(cell.centreX(), cell.centreY()));
                    assertThat(hatch).as("%s %s", i, j).isEqualTo(j > i);
                    assertThat(j <= i || cells.colours().at(i, j) == ground).isTrue();
                }
            }
        }
    }

    private static void hatched(Figure figure, String matrix) {
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                Box cell = figure.boxOf(new Spot(matrix, i, j)).orElseThrow();
                boolean hatch = figure.marks().stream()
                        .anyMatch(m -> m instanceof Mark.Hatch h
                                && cell.contains(h.box().centreX(), h.box().centreY()));
                boolean number = figure.marks().stream()
                        .anyMatch(m -> m instanceof Mark.Text t
                                && cell.contains(t.x(), t.y() - t.style().drop()));
                assertThat(hatch).as("%s %s, %s", matrix, i, j).isEqualTo(j > i);
                assertThat(number).as("%s %s, %s", matrix, i, j).isEqualTo(j <= i);
            }
        }
    }

    @Test
    void barsLeaveOutWhatIsHidden() {
        Frame frame = new Frame(300, 300, View.USUAL);
        assertThat(WeightFigures.bars(CAUSAL.weights(), null, 1, OptionalInt.empty(), AskedPair.NONE, frame)
                        .areas())
                .hasSize(2);
        assertThat(WeightFigures.bars(CAUSAL.weights(), null, 0, OptionalInt.of(2), AskedPair.NONE, frame)
                        .areas())
                .hasSize(2);
    }

    @Test
    void theWhySaysSo() {
        assertThat(Whys.of(CAUSAL, 1, new Spot("A", 1, 3)).note()).startsWith("Masked");
        assertThat(Whys.of(CAUSAL, 1, new Spot("E", 1, 3)).note()).startsWith("Masked");
        assertThat(Whys.of(CAUSAL, 1, new Spot("E", 1, 0)).note()).isEmpty();
    }
}
