package app.regard.source;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.draw.Spot;
import app.regard.stage.Operation;
import app.regard.stage.Speech;
import app.regard.stage.Term;
import app.regard.stage.Why;
import app.regard.stage.WhyText;
import app.regard.trace.Matrix;
import app.regard.trace.Origin;
import app.regard.trace.Sentence;
import app.regard.trace.Weights;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Weights that no trace belongs to: where their cells come from, and what is said of them. */
class LoneWeightsTest {
    private static final Sentence WORDS = Sentence.of("it", "sleeps");
    private static final Weights A =
            new Weights(WORDS, WORDS, Matrix.of(2, 2, new double[] {0.375, 0.625, 0.25, 0.5}), Origin.DERIVED);

    private static LoneWeights alone(LoneWeights.Terms terms) {
        return new LoneWeights(A, "Average", "Derived weights", "", "", "", List.of(), "derived", terms);
    }

    @Test
    void anAverageIsWrittenAsOne() {
        LoneWeights average = alone((i, j) -> new LoneWeights.Whence(
                Operation.AVERAGE, List.of(term("", 2), term("L0·H0", 0.5), term("L0·H1", 0.25)), "two heads"));
        Why why = average.why(new Spot("A", 0, 0));
        assertThat(why.result()).isEqualTo(0.375);
        assertThat(why.about()).isEqualTo("“it” attends to “it”");
        assertThat(WhyText.formula(why, 4)).isEqualTo("a(“it”, “it”) = (L0·H0 0.5 + L0·H1 0.25) ÷ 2 = 0.3750");
        assertThat(why.note()).isEqualTo("two heads");
    }

    /** Of a row that all but went to what is hidden, so little is left that decimals would be noughts. */
    @Test
    void sharesOfNextToNothingAreWrittenWithExponents() {
        for (double size : new double[] {1e-5, 1e-9, 3e-40, 1e-300}) {
            Why why = alone((i, j) -> new LoneWeights.Whence(
                            Operation.SHARE,
                            List.of(term("", size), term("", size), term("", 2 * size), term("", 0)),
                            ""))
                    .why(new Spot("A", 0, 0));
            WhyText.Fit fit = WhyText.fit(
                    new Why(why.of(), 1 / 3.0, why.about(), why.symbol(), why.how(), why.terms(), why.note()), 4);
            assertThat(fit.result()).isEqualTo("0.3333");
            assertThat(fit.calculated()).isEqualTo("0.3333");
            assertThat(fit.written().text(fit.result())).contains("e−").doesNotContain("÷ (0 ");
        }
    }

    @Test
    void aNumberThatIsOnlyKnownIsGiven() {
        Why why = alone((i, j) -> LoneWeights.Whence.given(A.a().at(i, j), "from a file"))
                .why(new Spot("A", 1, 0));
        assertThat(WhyText.formula(why, 4)).isEqualTo("a(“sleeps”, “it”) = 0.25");
        assertThat(why.sources()).isEmpty();
    }

    @Test
    void theLargestCellOfARowIsAskedAboutFirstAndOnlyWeightsAreThere() {
        LoneWeights some = alone((i, j) -> LoneWeights.Whence.given(0, ""));
        assertThat(some.start(0)).isEqualTo(new Spot("A", 0, 1));
        assertThat(some.has(new Spot("A", 1, 1))).isTrue();
        assertThat(some.has(new Spot("A", 2, 0))).isFalse();
        assertThat(some.has(new Spot("Q", 0, 0))).isFalse();
        assertThat(Speech.of(A, new Spot("A", 0, 1))).isEqualTo("“it” attends to “sleeps”, 62.5 percent");
    }

    private static Term term(String label, double value) {
        return new Term(label, List.of(value), List.of());
    }
}
