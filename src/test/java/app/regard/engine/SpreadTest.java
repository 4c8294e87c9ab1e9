package app.regard.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.regard.trace.Experiment;
import app.regard.trace.Mask;
import app.regard.trace.Matrix;
import app.regard.trace.Origin;
import app.regard.trace.Sentence;
import app.regard.trace.Source;
import app.regard.trace.Trace;
import app.regard.trace.Weights;
import app.regard.words.Library;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The spread of a row is its entropy, by hand. */
class SpreadTest {
    private static Spread of(double... row) {
        Sentence keys = Sentence.of(java.util.stream.IntStream.range(0, row.length)
                .mapToObj(j -> "w" + j)
                .toArray(String[]::new));
        Weights w = new Weights(Sentence.of("q"), keys, Matrix.of(1, row.length, row), Origin.COMPUTED);
        return Spread.of(w, Optional.empty(), 0);
    }

    @Test
    void evenWeightsAreSpreadOverAllWords() {
        assertThat(of(0.25, 0.25, 0.25, 0.25).bits()).isCloseTo(2, within(1e-15));
        assertThat(of(0.25, 0.25, 0.25, 0.25).words()).isCloseTo(4, within(1e-14));
    }

    @Test
    void oneWordTakesNoBit() {
        assertThat(of(0, 1, 0).bits()).isZero();
        assertThat(of(0, 1, 0).words()).isEqualTo(1);
    }

    @Test
    void aHalfAndTwoQuartersAreOneAndAHalfBits() {
        assertThat(of(0.5, 0.25, 0.25).bits()).isCloseTo(1.5, within(1e-15));
    }

    @Test
    void aRowThatDoesNotSumToOneIsMadeTo() {
        assertThat(of(1, 0.5, 0.5).bits()).isCloseTo(1.5, within(1e-15));
        assertThat(of(0, 0, 0).bits()).isZero();
    }

    @Test
    void maskedWordsAreLeftOut() {
        Trace t = Attention.trace(new Library()
                .resolve(Experiment.of("bank of the river", new Source.Preset("river"))
                        .withMask(Mask.CAUSAL)));
        for (int i = 0; i < 4; i++) {
            assertThat(Spread.of(t.weights(), Optional.of(t), i).of()).isEqualTo(i + 1);
        }
        assertThat(Spread.of(t.weights(), Optional.of(t), 0).bits()).isZero();
    }
}
