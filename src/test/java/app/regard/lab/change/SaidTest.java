package app.regard.lab.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.regard.draw.Spot;
import app.regard.lab.BarsPanel;
import app.regard.lab.LabRun;
import app.regard.lab.Panel;
import app.regard.stage.Operation;
import app.regard.stage.Why;
import app.regard.trace.Edit;
import app.regard.trace.Experiment;
import app.regard.trace.Mask;
import app.regard.trace.NumberTable;
import app.regard.trace.Source;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What labs of change say is so of what they compute, also in corners: masks, hard rows, heads of every kind. */
class SaidTest {
    private static final String RIVER = "bank of the river";

    private static Experiment similar(String text) {
        return Experiment.of(text, new Source.Simple("similarity"));
    }

    @Test
    void noRowIsSaidToSeeWhatItDoesNotSee() {
        assertThat(said("growing", similar(RIVER).withMask(Mask.local(0))))
                .endsWith("exactly 0: no older row sees it.");
        assertThat(said("growing", similar(RIVER).withMask(new Mask(Mask.Kind.LOCAL_CAUSAL, 1))))
                .endsWith("exactly 0: a causal mask hides what comes later.");
        assertThat(said("growing", similar(RIVER))).endsWith(": older rows see it too.");
        assertThat(said("growing", similar("bank"))).as("there is no next word").doesNotContain("Press");
    }

    private static String said(String lab, Experiment e, String... settings) {
        return LabRun.of(lab, e, 0, settings).last().said();
    }

    /** Where words repeat, a number's name tells which of them it is of. */
    @ParameterizedTest
    @ValueSource(
            strings = {"edit", "parts", "compare", "order", "distance", "contribution", "two-layers", "cross", "growing"
            })
    void everyFactHasANameOfItsOwn(String lab) {
        String text = "the animal saw the animal because it was tired";
        String[] settings = lab.equals("two-layers") ? new String[] {"sentence", text} : new String[0];
        List<String> names = LabRun.of(lab, similar(text), 0, settings)
                .last()
                .panel("facts")
                .orElseThrow()
                .numbers()
                .rows();
        assertThat(names).doesNotHaveDuplicates();
    }

    /** p·W_Q·W_Kᵀ·p of coreference is another number in every place; of similarity it is Σ cos over d. */
    @Test
    void onlyWhereVectorsStayAsTheyAreDoPositionsKnowTheGapAlone() {
        String similarity = said("positions", similar(RIVER), "from", "bank", "to", "river");
        assertThat(similarity).endsWith("wherever the pair stands.");
        Experiment it = Experiment.of("the animal was tired because it slept", new Source.Simple("coreference"));
        LabRun run = LabRun.of("positions", it, 5, "from", "it", "to", "animal");
        NumberTable sweep = run.last().panel("sweep").orElseThrow().numbers();
        double[] places = IntStream.range(0, sweep.rows().size())
                .mapToDouble(i -> sweep.values().at(i, 1))
                .toArray();
        double most = IntStream.range(0, places.length)
                .mapToDouble(i -> places[i])
                .max()
                .orElseThrow();
        double least = IntStream.range(0, places.length)
                .mapToDouble(i -> places[i])
                .min()
                .orElseThrow();
        assertThat(most - least).isGreaterThan(1);
        assertThat(run.last().said())
                .doesNotContain("wherever")
                .contains(String.format(java.util.Locale.ROOT, "to %.4f: W_Q and W_K read p too.", most));
    }

    @Test
    void inOnePlaceStandsOneWord() {
        LabRun run = LabRun.of("positions", similar(RIVER), 0, "from", "bank", "to", "river", "gap", "0", "shift", "0");
        LabRun same = LabRun.of("positions", similar(RIVER), 0, "from", "bank", "to", "bank", "gap", "0", "shift", "0");
        assertThat(run.fact("scaled score")).isEqualTo(same.fact("scaled score"));
        assertThat(run.last().said()).startsWith("The scaled score of “bank” and itself, is ");
        assertThat(run.last().panel("facts").orElseThrow().title()).doesNotContain("river");
    }

    @Test
    void aScoreOfWhichAllIsOffOrHiddenIsSaidToBeSo() {
        Experiment e = Experiment.of("The animal was tired because it slept", new Source.Simple("coreference"));
        BarsPanel bars =
                (BarsPanel) LabRun.of("parts", e, 5).last().panel("parts").orElseThrow();
        String off = String.join(",", bars.names());
        assertThat(LabRun.of("parts", e, 5, "off", off).last().said())
                .startsWith("The scaled score of “it” and “animal” is 0 instead of 7 without what is off: all of "
                        + "its parts are off. ");
        LabRun hidden = LabRun.of("parts", e.withMask(Mask.CAUSAL), 1, "query", "animal", "key", "it");
        assertThat(hidden.fact("scaled score")).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(hidden.fact("weight it")).isZero();
        assertThat(hidden.last().said()).contains("would be 2,", "the weight 0");
    }

    /** The score that is drawn is explained, not the −∞ that the mask makes of it. */
    @Test
    void theScoreOfAHiddenPairIsStillWhatItWas() {
        LabRun run = LabRun.of(
                "distance",
                similar("river of bank").withMask(Mask.local(2)),
                2,
                "from",
                "bank",
                "to",
                "river",
                "k",
                "4");
        Why why = run.last()
                .panel("scores")
                .orElseThrow()
                .why(new Spot("scores", 0, 4))
                .orElseThrow();
        assertThat(why.value()).isEqualTo(run.fact("score")).isCloseTo(2.3 / 4, within(1e-12));
        assertThat(run.fact("weight between")).isZero();
    }

    @Test
    void onlyTheLastOfTheTwoWordsIsSwapped() {
        assertThat(words("The wide animal was so tired because it slept", "wide"))
                .containsExactly("The", "wide", "animal", "was", "so", "wide", "because", "it", "slept");
        assertThat(words("The wide animal was so tired because it slept", ""))
                .as("what was typed stays")
                .containsExactly("The", "wide", "animal", "was", "so", "tired", "because", "it", "slept");
        assertThat(words("The widest animal slept because it was tired, yes", "wide"))
                .containsExactly("The", "widest*", "animal", "slept", "because", "it", "was", "wide", ",", "yes");
    }

    private static List<String> words(String sentence, String word) {
        LabRun run = word.isEmpty()
                ? LabRun.of("two-layers", "it", "sentence", sentence)
                : LabRun.of("two-layers", "it", "sentence", sentence, "word", word);
        return run.last().panel("layer 2").orElseThrow().numbers().rows();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e6, 1e3, 1, 1e-6})
    void largeNumbersRoundMoreCoarselyAndOrderPlaysNoPart(double size) {
        Experiment e = similar("bank of the river by a house");
        Experiment large = e.withEdits(List.of(Edit.of("W_V[*,*]*=" + size)));
        assertThat(said("order", large, "order", "3,1,4,2,6,7,5")).contains("Order plays no part.");
        assertThat(said("order", large.withMask(Mask.CAUSAL), "order", "3,1,4,2,6,7,5"))
                .contains("Here order plays a part.");
    }

    /** However hard a row is, a/(1 − a)·‖o − v‖ is the effect, and its Why has finite numbers. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 0.03, 0.01, 0.003, 0.001, 0.0002})
    void theIdentityOfAnEffectHoldsInHardRows(double temperature) {
        LabRun run = LabRun.of("contribution", similar(RIVER).withTemperature(temperature), 0);
        assertThat(run.fact("error of the identity")).isLessThan(1e-12);
        Panel bars = run.last().panel("words").orElseThrow();
        for (int j = 0; j < 4; j++) {
            Why why = bars.why(new Spot("words", j, 2)).orElseThrow();
            double product = why.terms().get(0).factors().stream().reduce(1.0, (a, b) -> a * b);
            assertThat(why.how()).isEqualTo(Operation.SUM);
            assertThat(product).as("word %s at %s", j, temperature).isCloseTo(why.value(), within(1e-12));
            assertThat(why.terms().get(0).factors()).allMatch(Double::isFinite);
        }
        Experiment whole = similar(RIVER).withTemperature(0.01).withEdits(List.of(Edit.of("X[bank,0]=9")));
        Why all = LabRun.of("contribution", whole, 0)
                .last()
                .panel("words")
                .orElseThrow()
                .why(new Spot("words", 0, 2))
                .orElseThrow();
        assertThat(all.how()).as("the others have exactly 0").isEqualTo(Operation.GIVEN);
        assertThat(all.value()).isFinite().isPositive();
    }

    /** Struck out or not, what has no weight moves nothing, and what has all of it leaves no output. */
    @Test
    void whereOneWordHasAllOfTheRowNothingElseHasAnEffect() {
        assertThat(said("contribution", similar(RIVER).withMask(Mask.CAUSAL)))
                .startsWith("Largest weight: “bank” 1; ")
                .contains("; largest effect: none.");
        assertThat(said("contribution", similar(RIVER))).contains("; largest effect: “river” 0.3688.");
    }

    @Test
    void aNumberOfASentenceIsNoughtOrOneOnlyWhereItIs() {
        Experiment e = similar("bank of the river bank").withTemperature(0.001);
        assertThat(said("edit", e)).endsWith("The largest change of a weight is 0, of a value 0.");
        Experiment tiny = e.withTemperature(1).withEdits(List.of(Edit.of("W_Q[0,0]=1.000000001")));
        assertThat(said("edit", tiny)).containsPattern("change of a weight is \\d\\.\\de−\\d+, of a value 0\\.");
    }
}
