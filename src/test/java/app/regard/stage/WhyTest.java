package app.regard.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.regard.Extent;
import app.regard.draw.Spot;
import app.regard.engine.Attention;
import app.regard.engine.References;
import app.regard.trace.Experiment;
import app.regard.trace.Grid;
import app.regard.trace.Inputs;
import app.regard.trace.Mask;
import app.regard.trace.Positions;
import app.regard.trace.Reading;
import app.regard.trace.Source;
import app.regard.trace.Trace;
import app.regard.words.Library;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every number on the screen can be asked where it comes from, and the answer adds up. */
class WhyTest {
    private static final List<Integer> DECIMALS = List.of(2, 4, 6);

    static List<References.Case> cases() {
        return References.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyCellOfEveryMatrixOfEveryReferenceCaseAddsUp(References.Case c) {
        Trace t = Attention.trace(c.in());
        for (int query = 0; query < t.weights().from().size(); query++) {
            for (Part part : Part.values()) {
                Grid g = part.grid(t, query);
                for (int i = 0; i < g.rows(); i++) {
                    for (int j = 0; j < g.cols(); j++) {
                        addsUp(t, query, part, i, j);
                    }
                }
            }
        }
    }

    @Test
    @Tag("long")
    void randomCellsOfRandomExperimentsAddUp() {
        Library library = new Library();
        Random r = new Random(7);
        List<String> words = List.of(
                "the", "dog", "bank", "river", "it", "was", "tired", "Zorbulon", "Paris", "in", "France", "they", "!");
        for (int experiment = 0; experiment < Extent.of(40, 100); experiment++) {
            StringBuilder text = new StringBuilder();
            int n = 1 + r.nextInt(9);
            for (int w = 0; w < n; w++) {
                text.append(words.get(r.nextInt(words.size()))).append(' ');
            }
            Source source = r.nextBoolean()
                    ? new Source.Seeded("simple", r.nextLong())
                    : new Source.Simple(
                            library.heads().get(r.nextInt(library.heads().size())));
            Experiment e = Experiment.of(text.toString(), source)
                    .withMask(List.of(Mask.NONE, Mask.CAUSAL, Mask.local(1)).get(r.nextInt(3)))
                    .withPositions(r.nextBoolean() ? Positions.NONE : Positions.sinusoidal(r.nextDouble()))
                    .withTemperature(r.nextBoolean() ? 1 : 0.2 + 2 * r.nextDouble());
            Trace t = Attention.trace(library.resolve(e));
            for (Part part : Part.values()) {
                int query = r.nextInt(n);
                Grid g = part.grid(t, query);
                for (int cell = 0; cell < 5 && g.rows() > 0; cell++) {
                    addsUp(t, query, part, r.nextInt(g.rows()), r.nextInt(g.cols()));
                }
            }
        }
    }

    @Test
    void betweenTwoSentencesTheSourcesAreTheOtherSentences() {
        Library library = new Library();
        Experiment e = new Experiment(
                "it was tired",
                "the animal",
                new Source.Simple("coreference"),
                Mask.NONE,
                Positions.sinusoidal(0.25),
                1,
                List.of(),
                Reading.PLAIN,
                true);
        Inputs in = library.resolve(e);
        Trace t = Attention.trace(in);
        assertThat(t.weights().a().rows()).isEqualTo(3);
        assertThat(t.weights().a().cols()).isEqualTo(2);
        for (Part part : Part.values()) {
            Grid g = part.grid(t, 1);
            for (int i = 0; i < g.rows(); i++) {
                for (int j = 0; j < g.cols(); j++) {
                    addsUp(t, 1, part, i, j);
                }
            }
        }
        assertThat(Whys.of(t, 0, new Spot("K", 1, 0)).sources()).contains(new Spot("H'", 1, 0));
    }

    /** The terms come to the value, the spots exist and hold the factors, and a calculator agrees with what is shown. */
    private static void addsUp(Trace t, int query, Part part, int i, int j) {
        Spot spot = new Spot(part.label(), i, j);
        Why why = Whys.of(t, query, spot);
        double value = part.grid(t, query).at(i, j);
        assertThat(why.value()).as("%s", spot).isEqualTo(value);
        double size = why.how() == Operation.SUM
                ? why.terms().stream()
                        .mapToDouble(term -> Math.abs(term.value()))
                        .sum()
                : 0;
        if (Double.isInfinite(value)) {
            assertThat(why.result()).as("%s", spot).isEqualTo(value);
        } else {
            assertThat(why.result())
                    .as("%s", spot)
                    .isCloseTo(value, within(1e-12 * Math.max(Math.abs(value), size) + Double.MIN_NORMAL));
        }
        for (Term term : why.terms()) {
            for (Spot from : term.from()) {
                Grid g = Part.named(from.matrix()).orElseThrow().grid(t, query);
                assertThat(from.row()).as("%s", from).isBetween(0, g.rows() - 1);
                assertThat(from.col()).as("%s", from).isBetween(0, g.cols() - 1);
                assertThat(term.factors()).as("%s of %s", from, spot).contains(g.at(from.row(), from.col()));
            }
        }
        for (int decimals : DECIMALS) {
            WhyText.Fit fit = WhyText.fit(why, decimals);
            assertThat(fit.calculated())
                    .as("%s", WhyText.formula(why, decimals))
                    .isEqualTo(fit.result());
            if (Double.isFinite(value) && Math.abs(value) > 1e-12 * size) {
                double read = new BigDecimal(fit.result().replace('−', '-')).doubleValue();
                assertThat(read == 0)
                        .as("%s is said to be %s", value, fit.result())
                        .isEqualTo(value == 0);
                assertThat(Math.abs(read) == 1 && Math.abs(Math.abs(value) - 1) > 1e-12)
                        .as("%s is said to be %s", value, fit.result())
                        .isFalse();
            }
        }
    }

    /** Hard rows, even ones, masked ones, one word, equal words, and a weight of a billionth. */
    @ParameterizedTest
    @ValueSource(strings = {"bank of the river", "bank", "bank bank", "the animal was tired because it slept"})
    void aNumberIsSaidToBeNoughtOrOneOnlyWhereItIs(String text) {
        for (double temperature : new double[] {0.01, 0.1, 100}) {
            for (Mask mask : List.of(Mask.NONE, Mask.CAUSAL)) {
                Trace t = Attention.trace(new Library()
                        .resolve(Experiment.of(text, new Source.Simple("similarity"))
                                .withTemperature(temperature)
                                .withMask(mask)));
                for (Part part : Part.values()) {
                    Grid g = part.grid(t, 0);
                    for (int i = 0; i < g.rows(); i++) {
                        for (int j = 0; j < g.cols(); j++) {
                            if (part.has(t, i, j)) {
                                addsUp(t, 0, part, i, j);
                            }
                        }
                    }
                }
            }
        }
    }

    @Test
    void aWeightOfABillionthIsSharedOutAsACalculatorDoes() {
        Spot spot = new Spot("A", 0, 1);
        List<Term> terms = List.of(Term.of(1e-9), Term.of(1), Term.of(1e-9));
        Why small = new Why(spot, 1e-9 / (1 + 1e-9), "", "a", Operation.SHARE, terms, "");
        assertThat(WhyText.formula(small, 4)).isEqualTo("a = 1e−9 ÷ (1 + 1e−9) = 1.0e−9");
        List<Term> others = List.of(Term.of(1), Term.of(1), Term.of(4e-5));
        Why large = new Why(spot, 1 / (1 + 4e-5), "", "a", Operation.SHARE, others, "");
        assertThat(WhyText.formula(large, 4)).isEqualTo("a = 1 ÷ (1 + 4e−5) = 0.99996");
    }

    /** 3.6521 ÷ 2 is a tie that the stored value misses by a hair: the result gets a digit more, not the operand ten. */
    @Test
    void aHairBesideATieGetsOneMoreDigit() {
        Library library = new Library();
        Trace t = Attention.trace(
                library.resolve(library.example("river").orElseThrow().experiment()));
        assertThat(WhyText.formula(Whys.of(t, 1, new Spot("S/√d", 1, 1)), 4))
                .isEqualTo("s′(“of”, “of”) = 3.6521 ÷ 2 (√dₖ) = 1.82605");
    }

    /** The line of the design's drawing, worked out from the published vectors. */
    @Test
    void theWeightOfBankAndRiverIsSpelledOut() {
        Library library = new Library();
        Trace t = Attention.trace(
                library.resolve(library.example("river").orElseThrow().experiment()));
        Why why = Whys.of(t, 0, new Spot("A", 0, 3));
        assertThat(why.about()).isEqualTo("“bank” attends to “river”");
        assertThat(WhyText.formula(why, 4))
                .isEqualTo("a(“bank”, “river”) = 1 ÷ (0.9416 + 0.2706 + 0.2800 + 1) = 0.4013");
        assertThat(why.sources())
                .containsExactlyInAnyOrder(
                        new Spot("E", 0, 0), new Spot("E", 0, 1), new Spot("E", 0, 2), new Spot("E", 0, 3));
    }

    /** In decimal arithmetic 0.3025 · 0.7 is 0.21175: calculators differ on four digits, so five are shown. */
    @Test
    void aTieGetsOneMoreDigit() {
        Library library = new Library();
        Trace t = Attention.trace(
                library.resolve(library.example("apple-fruit").orElseThrow().experiment()));
        int food = t.in().head().dimensions().indexOf("food");
        assertThat(WhyText.formula(Whys.of(t, 0, new Spot("aV", 0, food)), 4)).doesNotContain("0.3025 · 0.7 = 0.2117");
    }

    /** What a label is, is said in the words of the field: the names of matrices that only the program uses are not heard. */
    @Test
    void labelsAreSaidInWords() {
        Trace t = Attention.trace(new Library().resolve(Experiment.of("river bank", new Source.Simple("semantic"))));
        Map.of(
                        new Spot("K", 1, Spot.LABEL), "key of “bank”",
                        new Spot("V", 0, Spot.LABEL), "value of “river”",
                        new Spot("aV", 1, Spot.LABEL), "weighted value of “bank”",
                        new Spot("aV", Spot.LABEL, 0), "column thing of a·v",
                        new Spot("W_Q", 0, Spot.LABEL), "query projection, row thing",
                        new Spot("max", Spot.LABEL, 0), "the largest scaled score of each row",
                        new Spot("Σ", Spot.LABEL, 0), "the sum of each row’s exponentials",
                        new Spot("‖aV‖", Spot.LABEL, 0), "the lengths of the weighted values",
                        new Spot("a", Spot.LABEL, 0), "the weights of the focused word")
                .forEach((spot, said) ->
                        assertThat(Speech.of(t, spot)).as("%s", spot).isEqualTo(said));
    }

    @Test
    void aRowMaximumShowsTheLargest() {
        Library library = new Library();
        Trace t = Attention.trace(library.resolve(
                library.example("animal").orElseThrow().experiment().withMask(Mask.local(0))));
        assertThat(WhyText.formula(Whys.of(t, 0, new Spot("max", 11, 0)), 4))
                .startsWith("max(“.”) = max(0, −∞")
                .endsWith("5 smaller) = 0.0000");
    }

    @Test
    void manyTermsAreShownAsTheLargestAndTheRest() {
        Library library = new Library();
        String sentence = "the dog and the cat and the bird saw the river and the bank and the tree";
        Trace t = Attention.trace(library.resolve(Experiment.of(sentence, new Source.Simple("similarity"))));
        Why why = Whys.of(t, 1, new Spot("A", 1, 1));
        assertThat(why.terms()).hasSize(18); // its own exponential, and the 17 of the row
        assertThat(WhyText.formula(why, 4)).contains("(11 more)");
    }
}
