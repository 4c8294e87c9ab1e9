package app.regard.stage;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.draw.Area;
import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Spot;
import app.regard.draw.View;
import app.regard.source.Resolver;
import app.regard.trace.Experiment;
import app.regard.trace.Progress;
import app.regard.trace.Source;
import app.regard.trace.Weights;
import app.regard.words.Library;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever room a window gives for the moment, until it is laid out anew, every figure is drawn in it. */
class AnyRoomTest {
    private static final Content SEEN = new Resolver(new Library())
            .content(Experiment.of("bank of the river and the money", new Source.Simple("similarity")), Progress.NONE);
    private static final double[] SIDES = {1, 7, 21, 45, 62, 90, 140, 260, 700};

    private static View text(double scale) {
        return View.USUAL.withTextScale(scale);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.7, 1, 1.7})
    void everyFigureIsDrawn(double text) {
        Weights w = SEEN.weights();
        for (double width : SIDES) {
            for (double height : SIDES) {
                Frame frame = new Frame(width, height, text(text));
                for (int key = 0; key < w.a().cols(); key++) {
                    AskedPair asked = new AskedPair(OptionalInt.of(0), OptionalInt.of(key));
                    WeightFigures.bars(w, null, 0, OptionalInt.of(key), AskedPair.NONE, frame);
                    WeightFigures.bars(w, null, 0, OptionalInt.empty(), asked, frame);
                    WeightFigures.strip(w, null, 0, OptionalInt.empty(), asked, frame);
                }
                WeightFigures.heatMap(w, w.a().cols(), frame);
                WeightFigures.readout(w, frame);
                for (int stage = 1; stage <= Stages.ALL.size(); stage++) {
                    assertThat(SEEN.base(stage, 0, frame).width()).isEqualTo(width);
                }
            }
        }
    }

    /** Also where one bar is all that fits: not that of the others. */
    @Test
    void theBarOfTheAskedPairIsAmongThoseThatFit() {
        for (double height = 1; height < 300; height += 6) {
            for (int key = 0; key < SEEN.weights().a().cols(); key++) {
                AskedPair asked = new AskedPair(OptionalInt.of(0), OptionalInt.of(key));
                Figure bars = WeightFigures.bars(
                        SEEN.weights(), null, 0, OptionalInt.empty(), asked, new Frame(300, height, text(1)));
                Spot spot = new Spot("A", 0, key);
                assertThat(bars.areas()).as("%s in %s", key, height).anyMatch((Area a) -> a.holds(spot));
            }
        }
    }
}
