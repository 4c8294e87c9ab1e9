package app.regard.engine;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.Seeds;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Networks that learn to copy, against the ranges of the same recipe in NumPy on ten seeds. */
class CopyTest {
    private static TextNetwork trained(int layers, TextNetwork.Places places, int batch, int steps, long seed) {
        NetworkTraining training = new NetworkTraining(CopyTexts.recipe(layers, places, batch, seed));
        for (int step = 0; step < steps; step++) {
            training.step();
        }
        return training.network();
    }

    @Test
    void twoLayersLearnToCopyAndNotWithoutLayerZero() {
        Seeds.each().forEach(seed -> {
            NetworkTraining training = new NetworkTraining(CopyTexts.recipe(2, TextNetwork.Places.LEARNED, 16, seed));
            while (training.steps() < 100) {
                training.step();
            }
            assertThat(CopyScores.of(training.network(), 5).accuracy())
                    .as("not yet, seed %d", seed)
                    .isLessThan(.5);
            while (training.steps() < 310) { // NumPy: 220 to 310 steps
                training.step();
            }
            CopyScores scores = CopyScores.of(training.network(), 5);
            assertThat(scores.accuracy()).as("seed %d", seed).isGreaterThanOrEqualTo(.95);
            assertThat(scores.accuracy(0)).as("layer 0 off, seed %d", seed).isLessThan(.25);
            assertThat(scores.prefix()).as("seed %d", seed).isBetween(.4, .7);
        });
    }

    @Test
    @Tag("long")
    void theWholeRecipeLearnsWithin400StepsAndOneLayerDoesNot() {
        Seeds.each().forEach(seed -> {
            CopyScores two = CopyScores.of(trained(2, TextNetwork.Places.LEARNED, 32, 400, seed), 5);
            assertThat(two.accuracy()).isGreaterThanOrEqualTo(.95);
            assertThat(two.accuracy(0)).isLessThan(.25);
            assertThat(two.prefix()).isBetween(.45, .68);
            CopyScores one = CopyScores.of(trained(1, TextNetwork.Places.LEARNED, 32, 400, seed), 5);
            assertThat(one.accuracy()).isLessThan(.45);
            CopyScores unplaced = CopyScores.of(trained(2, TextNetwork.Places.NONE, 32, 400, seed), 5);
            assertThat(unplaced.accuracy())
                    .as("a slower control, not a failing one")
                    .isBetween(.55, .8);
        });
    }

    @Test
    void textsRepeatThemselvesAndAreAskedForWhatComesNext() {
        Random random = new Random(2);
        for (int i = 0; i < 50; i++) {
            CopyTexts.Drawn drawn = CopyTexts.draw(random);
            AskedText text = drawn.text();
            assertThat(drawn.period()).isBetween(4, 12);
            for (int t = 0; t < text.size(); t++) {
                if (t + drawn.period() < text.size()) {
                    assertThat(text.token(t + drawn.period())).isEqualTo(text.token(t));
                }
                if (t + 1 < text.size()) {
                    assertThat(text.answers()[t]).isEqualTo(text.token(t + 1));
                }
                if (t < drawn.period()) {
                    assertThat(java.util.Arrays.stream(text.tokens(), 0, drawn.period()))
                            .doesNotHaveDuplicates();
                }
            }
        }
    }
}
