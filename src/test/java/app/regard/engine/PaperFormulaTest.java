package app.regard.engine;

import static app.regard.engine.PaperFormula.Option.MASK;
import static app.regard.engine.PaperFormula.Option.POSITIONS;
import static app.regard.engine.PaperFormula.Option.SCALING;
import static app.regard.engine.PaperFormula.Option.TEMPERATURE;
import static org.assertj.core.api.Assertions.assertThat;

import app.regard.trace.Experiment;
import app.regard.trace.Mask;
import app.regard.trace.Positions;
import app.regard.trace.Source;
import org.junit.jupiter.api.Test;

/** What belongs to the paper's formula, what does not, and the way back, which touches nothing else. */
class PaperFormulaTest {
    private final Experiment plain = Experiment.of("bank of the river", new Source.Preset("river"));

    @Test
    void noMaskACausalOneAndPositionsNotAtAllOrOnceBelongToIt() {
        assertThat(PaperFormula.departures(plain)).isEmpty();
        assertThat(PaperFormula.departures(plain.withMask(Mask.CAUSAL).withPositions(Positions.sinusoidal(1))))
                .isEmpty();
    }

    @Test
    void aWindowOtherPositionsAndATemperatureDoNot() {
        assertThat(PaperFormula.departures(plain.withMask(Mask.local(3)))).containsExactly(MASK);
        assertThat(PaperFormula.departures(plain.withPositions(Positions.sinusoidal(0.25))))
                .containsExactly(POSITIONS);
        assertThat(PaperFormula.departures(plain.withTemperature(0.5))).containsExactly(TEMPERATURE);
        assertThat(PaperFormula.departures(plain.withScaling(false))).containsExactly(SCALING);
    }

    @Test
    void theWayBackRestoresOnlyWhatDiffers() {
        Experiment causal = plain.withMask(Mask.CAUSAL).withPositions(Positions.sinusoidal(1));
        assertThat(PaperFormula.restore(causal.withTemperature(7).withScaling(false)))
                .isEqualTo(causal);
        Experiment changed = plain.withMask(Mask.local(1)).withPositions(Positions.sinusoidal(0.25));
        assertThat(PaperFormula.restore(changed)).isEqualTo(plain);
        assertThat(PaperFormula.restore(plain.withPositions(Positions.sinusoidal(0.8))))
                .isEqualTo(plain.withPositions(Positions.sinusoidal(1)));
    }
}
