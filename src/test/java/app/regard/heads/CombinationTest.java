package app.regard.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.regard.trace.Matrix;
import app.regard.trace.Origin;
import app.regard.trace.Reading;
import app.regard.trace.Refusal;
import app.regard.trace.Sentence;
import app.regard.trace.Weights;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is made of heads' weights, on two layers of two heads that can be worked out by hand. */
class CombinationTest {
    private static final Sentence WORDS = Sentence.of("[CLS]", "a", "b");

    // spotless:off
    private static final double[][][][] HEADS = {
        {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}, {{0, 1, 0}, {0, 0, 1}, {1, 0, 0}}},
        {{{.5, .5, 0}, {.25, .25, .5}, {0, .5, .5}}, {{.5, 0, .5}, {.75, .25, 0}, {.5, 0, .5}}}};
    // spotless:on

    private static final Heads ALL = new Heads(
            2,
            2,
            (layer, head) -> new Weights(WORDS, WORDS, Matrix.of(HEADS[layer][head]), Origin.IMPORTED),
            "[CLS] a b",
            "by hand",
            Optional.empty());

    private static DerivedWeights made(Reading reading, Heads heads, int layer, int head) {
        Combination combination = new Combination(reading, heads, layer, head);
        return combination.changed(combination.combined());
    }

    @Test
    void oneHeadIsItself() {
        DerivedWeights made = made(Reading.PLAIN, ALL, 1, 0);
        assertThat(made.weights().a().at(1, 2)).isEqualTo(0.5);
        assertThat(made.weights().origin()).isEqualTo(Origin.IMPORTED);
        assertThat(made.about()).isEqualTo("L1·H0, by hand");
        assertThat(made.tokens()).containsExactly(0, 1, 2);
        assertThat(Reading.PLAIN.plain()).isTrue();
    }

    @Test
    void averagesRunOverWhatTheySay() {
        assertRow(made(Reading.PLAIN.with(Reading.Combine.HEADS), ALL, 1, 0), 1, 0.5, 0.25, 0.25);
        assertRow(made(Reading.PLAIN.with(Reading.Combine.LAYERS), ALL, 1, 0), 1, 0.125, 0.625, 0.25);
        assertRow(made(Reading.PLAIN.with(Reading.Combine.ALL), ALL, 1, 0), 1, 0.25, 0.375, 0.375);
        assertThat(made(Reading.PLAIN.with(Reading.Combine.HEADS), ALL, 1, 0).about())
                .isEqualTo("derived: average of the 2 heads of layer 1, not the weights of any head · by hand");
        assertThat(made(Reading.PLAIN.with(Reading.Combine.ALL), ALL, 1, 0)
                        .weights()
                        .origin())
                .isEqualTo(Origin.DERIVED);
    }

    @Test
    void rolloutMultipliesHalvesTheLastLayerFirst() {
        // ½A + ½I: layer 0 has rows (.75 .25 0) (0 .75 .25) (.25 0 .75); layer 1 row a has (.25 .625 .125)
        assertRow(
                made(Reading.PLAIN.with(Reading.Combine.ROLLOUT), ALL, 0, 0),
                1,
                0.25 * 0.75 + 0.125 * 0.25,
                0.25 * 0.25 + 0.625 * 0.75,
                0.625 * 0.25 + 0.125 * 0.75);
    }

    @Test
    void specialTokensLeaveTheRestAsItIsOrRescaled() {
        DerivedWeights hidden = made(Reading.PLAIN.with(Reading.Special.HIDDEN), ALL, 1, 0);
        assertRow(hidden, 0, 0.25, 0.5);
        assertThat(hidden.tokens()).containsExactly(1, 2);
        assertThat(hidden.about()).endsWith("special tokens hidden, the rest as it is");
        assertRow(made(Reading.PLAIN.with(Reading.Special.RESCALED), ALL, 1, 0), 0, 0.25 / 0.75, 0.5 / 0.75);
    }

    @Test
    void combiningComesFirstThenHiding() {
        Reading both = new Reading(Reading.Combine.HEADS, false, Reading.Special.HIDDEN);
        assertRow(made(both, ALL, 1, 0), 0, 0.25, 0.25);
        assertThat(made(both, ALL, 1, 0).about()).contains("average of the 2 heads", "special tokens hidden");
    }

    @Test
    void whatCannotBeMadeIsRefused() {
        assertThatThrownBy(() -> made(Reading.PLAIN.withMerge(true), ALL, 0, 0))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("bear no marks");
        Heads cross = new Heads(
                1,
                1,
                (layer, head) -> new Weights(
                        Sentence.of("x"),
                        Sentence.of("y", "z"),
                        Matrix.of(1, 2, new double[] {.5, .5}),
                        Origin.IMPORTED),
                "x",
                "by hand",
                Optional.empty());
        assertThatThrownBy(() -> made(Reading.PLAIN.with(Reading.Combine.ROLLOUT), cross, 0, 0))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("the same tokens");
        assertThatThrownBy(() -> made(Reading.PLAIN.with(Reading.Special.HIDDEN), cross, 0, 0))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("the same tokens");
    }

    /** Three tokens ask and three others answer: what stands in one place has nothing to do with each other. */
    @Test
    void asManyTokensAreNotTheSameTokens() {
        Heads cross = new Heads(
                2,
                2,
                (layer, head) -> new Weights(
                        WORDS, Sentence.of("le", "chat", "dort"), Matrix.of(HEADS[layer][head]), Origin.IMPORTED),
                "[CLS] a b",
                "by hand",
                Optional.empty());
        for (Reading same :
                new Reading[] {Reading.PLAIN.with(Reading.Combine.ROLLOUT), Reading.PLAIN.with(Reading.Special.HIDDEN)
                }) {
            assertThatThrownBy(() -> made(same, cross, 0, 0))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("the same tokens");
        }
        assertThatThrownBy(cross::does).isInstanceOf(Refusal.class).hasMessageContaining("3 ask and 3 others answer");
        assertRow(made(Reading.PLAIN.with(Reading.Combine.HEADS), cross, 1, 0), 1, 0.5, 0.25, 0.25);
    }

    @Test
    void theAverageOfOneHeadIsThatHeads() {
        Heads one = new Heads(2, 1, ALL.of(), "[CLS] a b", "by hand", Optional.empty());
        DerivedWeights made = made(Reading.PLAIN.with(Reading.Combine.HEADS), one, 1, 0);
        assertRow(made, 0, 0.5, 0.5, 0);
        assertThat(made.about()).isEqualTo("derived: average of one head, L1·H0 · by hand");
        Heads layer = new Heads(1, 2, ALL.of(), "[CLS] a b", "by hand", Optional.empty());
        assertThat(made(Reading.PLAIN.with(Reading.Combine.LAYERS), layer, 0, 1).about())
                .isEqualTo("derived: average of one head, L0·H1 · by hand");
        assertThat(made(Reading.PLAIN.with(Reading.Combine.ROLLOUT), layer, 0, 0)
                        .about())
                .startsWith("derived: attention rollout over 1 layer, not");
    }

    @Test
    void captionsSayWhenThereWasNothingToHideOrNothingLeft() {
        Sentence plain = Sentence.of("a", "b", "c");
        Heads uneven = new Heads(
                1,
                1,
                (layer, head) -> new Weights(
                        plain,
                        plain,
                        Matrix.of(new double[][] {{1, 1, 0}, {0.25, 0, 0.25}, {0, 0, 0}}),
                        Origin.IMPORTED),
                "a b c",
                "by hand",
                Optional.empty());
        assertThat(made(Reading.PLAIN.with(Reading.Special.HIDDEN), uneven, 0, 0)
                        .about())
                .isEqualTo("by hand · derived: no special tokens to hide, all as it is");
        DerivedWeights rescaled = made(Reading.PLAIN.with(Reading.Special.RESCALED), uneven, 0, 0);
        assertRow(rescaled, 0, 0.5, 0.5, 0);
        assertRow(rescaled, 2, 0, 0, 0);
        assertThat(rescaled.about())
                .isEqualTo("by hand · derived: no special tokens to hide, all rescaled to sum to 1, "
                        + "but for rows of which nothing is left");
    }

    private static void assertRow(DerivedWeights made, int row, double... due) {
        assertThat(made.weights().a().cols()).isEqualTo(due.length);
        for (int j = 0; j < due.length; j++) {
            assertThat(made.weights().a().at(row, j)).as("column %d", j).isCloseTo(due[j], within(1e-15));
        }
    }
}
