package app.regard.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.regard.trace.Grid;
import app.regard.trace.Mask;
import app.regard.trace.Matrix;
import app.regard.trace.Refusal;
import app.regard.trace.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Attention of queries, keys and values that no projection made. */
class AttendTest {
    private static final Sentence ASK = Sentence.of("a", "b");
    private static final Sentence ANSWER = Sentence.of("x", "y");
    private static final double LN2 = Math.log(2);

    private static Matrix column(double... numbers) {
        return Matrix.fill(numbers.length, 1, (i, zero) -> numbers[i]);
    }

    /** Scores of 0 and ln 2 are in the ratio 1 : 2, of 0 and 2 ln 2 in the ratio 1 : 4. */
    @Test
    void numbersThatCanBeWorkedOutByHandComeOut() {
        Matrix q = column(LN2, 2 * LN2);
        Matrix k = column(0, 1);
        Matrix v = column(3, 6);
        Attention.Intermediates plain = Attention.attend(q, k, v, Mask.NONE, 1, ASK, ANSWER);
        assertThat(plain.weights().a().at(0, 1)).isCloseTo(2 / 3.0, within(1e-15));
        assertThat(plain.weights().a().at(1, 1)).isCloseTo(4 / 5.0, within(1e-15));
        assertThat(plain.outputs().at(0, 0)).isCloseTo(5, within(1e-14)); // 3/3 + 2·6/3
        assertThat(plain.outputs().at(1, 0)).isCloseTo(5.4, within(1e-14)); // 3/5 + 4·6/5
        assertThat(plain.rowMax().at(1, 0)).isEqualTo(2 * LN2);
        assertThat(plain.rowSums().at(0, 0)).isCloseTo(1.5, within(1e-15)); // e^(0 − ln 2) + e^0

        Attention.Intermediates halved = Attention.attend(q, k, v, Mask.NONE, 2, ASK, ANSWER);
        assertThat(halved.scores()).isEqualTo(plain.scores());
        assertThat(halved.weights().a().at(1, 1)).isCloseTo(2 / 3.0, within(1e-15));

        Attention.Intermediates causal = Attention.attend(q, k, v, Mask.CAUSAL, 1, ASK, ANSWER);
        assertThat(causal.weights().a().at(0, 1)).isZero();
        assertThat(causal.outputs().at(0, 0)).isEqualTo(3);
        assertThat(causal.outputs().at(1, 0)).isCloseTo(5.4, within(1e-14));
    }

    static java.util.List<References.Case> cases() {
        return References.cases();
    }

    /** The published Q, K and V give the published weights and outputs, the head and the words left out. */
    @ParameterizedTest
    @MethodSource("cases")
    void publishedQueriesKeysAndValuesGiveThePublishedWeights(References.Case c) {
        Sentence words = c.in().from().words();
        double divisor = Math.sqrt(c.matrix("Q").cols()) * c.in().temperature();
        Attention.Intermediates attended =
                Attention.attend(c.matrix("Q"), c.matrix("K"), c.matrix("V"), c.in().mask(), divisor, words, words);
        agree(attended.scaled(), c.matrix("scaled"));
        agree(attended.weights().a(), c.matrix("weights"));
        agree(attended.outputs(), c.matrix("outputs"));
    }

    private static void agree(Grid ours, Matrix theirs) {
        for (int i = 0; i < theirs.rows(); i++) {
            for (int j = 0; j < theirs.cols(); j++) {
                double wanted = theirs.at(i, j);
                if (Double.isInfinite(wanted)) {
                    assertThat(ours.at(i, j)).isEqualTo(wanted);
                } else {
                    assertThat(ours.at(i, j)).isCloseTo(wanted, within(1e-10 * Math.max(1, Math.abs(wanted))));
                }
            }
        }
    }

    @Test
    void whatIsNotANumberIsRefusedByItsWord() {
        Matrix good = column(1, 2);
        Matrix bad = column(1, Double.NaN);
        assertThatThrownBy(() -> Attention.attend(bad, good, good, Mask.NONE, 1, ASK, ANSWER))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("The query of “b” is beyond what a double can hold in column 1.");
        assertThatThrownBy(() -> Attention.attend(good, bad, good, Mask.NONE, 1, ASK, ANSWER))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("The key of “y” ");
        assertThatThrownBy(() -> Attention.attend(good, good, bad, Mask.NONE, 1, ASK, ANSWER))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("The value of “y” ");
    }

    @Test
    void whatDoesNotFitTheWordsIsAMistake() {
        Matrix two = column(1, 2);
        Matrix three = column(1, 2, 3);
        assertThatThrownBy(() -> Attention.attend(three, two, two, Mask.NONE, 1, ASK, ANSWER))
                .hasMessage("3 queries, 2 keys and 2 values for 2 words that ask and 2 that answer");
        assertThatThrownBy(() -> Attention.attend(two, two, three, Mask.NONE, 1, ASK, ANSWER))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Attention.attend(two, two, two, Mask.NONE, 0, ASK, ANSWER))
                .hasMessageContaining("divided by a number above 0");
    }
}
