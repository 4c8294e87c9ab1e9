package app.regard.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.regard.cli.InProcess;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The labs of change and comparison give the numbers that were worked out in NumPy, and keep their identities. */
class ChangeLabsTest {
    static final double PRINTED = 5e-5;

    @TempDir
    private Path folder;

    private JsonNode lab(String... args) throws IOException {
        return LabJson.of(folder, args);
    }

    static double fact(JsonNode lab, String name) {
        for (JsonNode panel : lab.get("panels")) {
            if (panel.get("id").asText().equals("facts")) {
                assertThat(panel.get("columns").get(0).asText()).isEqualTo("value");
                for (int row = 0; row < panel.get("rows").size(); row++) {
                    if (panel.get("rows").get(row).asText().equals(name)) {
                        return panel.get("values").get(row).get(0).asDouble();
                    }
                }
            }
        }
        throw new AssertionError("no fact " + name + " in " + lab);
    }

    static void refused(String says, Object... args) {
        InProcess run = InProcess.run(args);
        assertThat(run.code()).isNotZero();
        assertThat(run.err().strip().lines()).hasSize(1);
        assertThat(run.err()).contains(says);
    }

    /** softmax does not see what is the same for all keys of a row; W_V moves no weight, W_Q and W_K no value. */
    @Test
    void onlyTheProductOfQueriesAndKeysMovesWeights() throws IOException {
        String change = "largest change of a weight";
        String[] river = {"edit", "--preset", "river", "--edit"};
        assertThat(fact(lab(river[0], river[1], river[2], river[3], "b_K[*]=100"), change))
                .isLessThanOrEqualTo(1e-12);
        assertThat(fact(lab(river[0], river[1], river[2], river[3], "b_Q[3]=1"), change))
                .isCloseTo(.1350, within(PRINTED));
        assertThat(fact(lab("edit", "--preset", "river", "--edit", "W_Q[*,*]*=3", "--edit", "W_K[*,*]/=3"), change))
                .isLessThanOrEqualTo(1e-12);
        assertThat(fact(lab("edit", "--preset", "river", "--edit", "W_V[*,2]=9"), change))
                .isZero();
        for (String edit : List.of("W_Q[1,2]=5", "W_K[0,0]=-3", "W_K[*,*]=0")) {
            JsonNode edited = lab("edit", "--preset", "river", "--edit", edit);
            assertThat(fact(edited, "largest change of a value")).isZero();
            assertThat(fact(edited, change)).isPositive();
        }
    }

    @Test
    void withoutKeysEveryRowIsEvenAndLikeMapsMakeSymmetricScores() throws IOException {
        JsonNode even = lab("edit", "--preset", "river", "--edit", "W_K[*,*]=0");
        JsonNode weights = even.get("panels").get(1);
        assertThat(weights.get("id").asText()).isEqualTo("weights");
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                assertThat(weights.get("values").get(i).get(j).asDouble()).isEqualTo(.25);
            }
        }
        JsonNode plain = lab("edit", "--preset", "river");
        assertThat(fact(plain, "asymmetry of the scores")).isZero();
        assertThat(fact(plain, "asymmetry of the weights")).isCloseTo(.0658, within(PRINTED));
        JsonNode alike = lab("edit", "--preset", "river", "--edit", "W_Q[3,1]=2", "--edit", "W_K[3,1]=2");
        assertThat(fact(alike, "asymmetry of the scores")).isLessThanOrEqualTo(1e-12);
        assertThat(fact(alike, "asymmetry of the weights")).isPositive();
    }

    @Test
    void theSameWordComesOutOtherwiseInAnotherSentence() throws IOException {
        JsonNode lab =
                lab("compare", "river bank", "--focus", "bank", "--set", "with=bank account", "--set", "word=bank");
        assertThat(fact(lab, "cosine in")).isCloseTo(1, within(1e-12));
        assertThat(fact(lab, "cosine out")).isCloseTo(.8790, within(PRINTED));
        assertThat(fact(lab, "change of output")).isCloseTo(.7526, within(PRINTED));
        assertThat(fact(lab, "weight river")).isCloseTo(.4888, within(PRINTED));
        assertThat(fact(lab, "weight bank")).isCloseTo(.5112, within(PRINTED));
        assertThat(fact(lab, "before weight bank")).isCloseTo(.5331, within(PRINTED));
        assertThat(fact(lab, "before weight account")).isCloseTo(.4669, within(PRINTED));
        double shares = fact(lab, "made the difference river")
                + fact(lab, "made the difference bank")
                + fact(lab, "made the difference account");
        assertThat(shares).isCloseTo(fact(lab, "change of output"), within(1e-12));
        for (String same : List.of("the input row", "W_Q", "W_K", "W_V")) {
            assertThat(fact(lab, "change of " + same)).isZero();
        }
    }

    /** d_k is 16: dividing by √d_k is a temperature of 4. */
    @Test
    void whatIsComparedIsSetByTheLabOrKeptButNotBoth() throws IOException {
        JsonNode shared = lab("compare", "river bank", "--set", "with=bank account");
        assertThat(shared.at("/settings/word").asText())
                .as("the word that both have")
                .isEqualTo("bank");
        JsonNode heads = lab("compare", "river bank", "--set", "change=head=semantic");
        assertThat(fact(heads, "change of output")).isPositive();
        JsonNode none = lab("compare", "river bank", "--unscaled", "--set", "change=edits=none");
        assertThat(fact(none, "change of output")).isZero();
        JsonNode hot = lab(
                "compare",
                "river bank",
                "--unscaled",
                "--temperature",
                "4",
                "--before-unscaled=false",
                "--before-temperature",
                "1");
        assertThat(fact(hot, "change of output")).isLessThanOrEqualTo(1e-12);
        refused("kept already", "lab", "compare", "river bank", "--set", "with=the bank", "--before-unscaled");
        refused("both say", "lab", "compare", "river bank", "--set", "with=the bank", "--set", "change=scaling=none");
        refused("no word", "lab", "compare", "river bank", "--set", "with=the dog");
        refused("head=", "lab", "compare", "river bank", "--set", "change=head=nobody");
    }

    @ParameterizedTest
    @CsvSource({
        "--temperature=1, 0, 1e-12",
        "--mask=causal, .3847, 5e-5",
        "--positions=0.25, .1786, 5e-5",
        "--positions=1, .9520, 5e-5"
    })
    void orderPlaysNoPartUntilPositionsOrAMaskBringItIn(String option, double due, double error) throws IOException {
        JsonNode lab = lab("order", "--preset", "river", option, "--set", "order=4,3,2,1");
        assertThat(fact(lab, "largest difference")).isCloseTo(due, within(error));
    }

    @Test
    void anOrderNamesEachPlaceOnce() {
        for (String order : List.of("1,2,3", "1,2,3,3", "4,3,2,0", "a,b,c,d", "1,2,3,4,5", "")) {
            refused("order", "lab", "order", "--preset", "river", "--set", "order=" + order);
        }
    }

    @Test
    void anotherSentenceAnswers() throws IOException {
        JsonNode lab = lab("cross", "--preset", "translation");
        assertThat(fact(lab, "weight J'aime → I")).isCloseTo(.4955, within(PRINTED));
        assertThat(fact(lab, "weight J'aime → love")).isCloseTo(.4955, within(PRINTED));
        assertThat(fact(lab, "weight J'aime → apples")).isCloseTo(.0091, within(PRINTED));
        for (String key : List.of("I", "love", "apples")) {
            assertThat(fact(lab, "weight les → " + key)).isCloseTo(1 / 3.0, within(1e-12));
        }
        assertThat(fact(lab, "weight pommes → I")).isCloseTo(.0177, within(PRINTED));
        assertThat(fact(lab, "weight pommes → love")).isCloseTo(.0177, within(PRINTED));
        assertThat(fact(lab, "weight pommes → apples")).isCloseTo(.9647, within(PRINTED));
    }

    @Test
    void aCausalMaskLeavesOlderRowsAsTheyWere() throws IOException {
        for (int words = 2; words <= 4; words++) {
            JsonNode causal = lab("growing", "--preset", "river", "--mask", "causal", "--set", "words=" + words);
            assertThat(fact(causal, "largest change of an older row")).isZero();
            assertThat(fact(causal, "largest change of an older weight")).isZero();
        }
        assertThat(fact(lab("growing", "--preset", "river", "--set", "words=4"), "largest change of an older row"))
                .isCloseTo(.2398, within(PRINTED));
    }

    @ParameterizedTest
    @CsvSource({"0, 1.7908", "1, 1.8123", "5, 1.9549"})
    void addedPositionsKnowPlaces(int shift, double score) throws IOException {
        JsonNode lab = lab(
                "positions",
                "bank river",
                "--set",
                "from=bank",
                "--set",
                "to=river",
                "--set",
                "gap=3",
                "--set",
                "shift=" + shift);
        assertThat(fact(lab, "scaled score")).isCloseTo(score, within(PRINTED));
        assertThat(fact(lab, "of which p·p")).isCloseTo(1.3858, within(PRINTED));
    }

    /** Σ cos(gap · 10000^(−2k/16)), by hand here. */
    @ParameterizedTest
    @CsvSource({"0, 8", "1, 7.4852", "2, 6.3683", "3, 5.5431", "5, 6.1370"})
    void thePositionsOfAPairMeetByTheirGapAlone(int gap, double printed) throws IOException {
        double due = 0;
        for (int k = 0; k < 8; k++) {
            due += Math.cos(gap / Math.pow(10000, 2 * k / 16.0));
        }
        assertThat(due).isCloseTo(printed, within(PRINTED));
        assertThat(fact(lab("positions", "bank river", "--set", "gap=" + gap), "p·p"))
                .isCloseTo(due, within(1e-12));
    }

    @Test
    void rotaryPositionsKnowTheGapOnly() throws IOException {
        JsonNode lab = lab("positions", "bank river", "--seed", "3", "--set", "kind=rotary", "--set", "shift=100");
        assertThat(fact(lab, "largest change as the pair slides")).isLessThanOrEqualTo(1e-12);
        assertThat(fact(lab, "change of lengths")).isLessThanOrEqualTo(1e-12);
        JsonNode near = lab("positions", "bank river", "--seed", "3", "--set", "kind=rotary", "--set", "gap=1");
        assertThat(fact(near, "scaled score")).isNotCloseTo(fact(lab, "scaled score"), within(1e-3));
    }

    @Test
    void twoLayersTellTiredFromWideAndOneDoesNot() throws IOException {
        JsonNode lab = lab("two-layers");
        assertThat(fact(lab, "tired it → animal")).isCloseTo(.930, within(5e-4));
        assertThat(fact(lab, "tired it → street")).isCloseTo(.032, within(5e-4));
        assertThat(fact(lab, "wide it → street")).isCloseTo(.930, within(5e-4));
        assertThat(fact(lab, "one layer, tired: animal ÷ street")).isCloseTo(5.4739, within(PRINTED));
        assertThat(fact(lab, "one layer, wide: animal ÷ street")).isCloseTo(5.4739, within(PRINTED));
        JsonNode second = lab("two-layers", "--set", "layer=2", "--set", "word=wide");
        assertThat(fact(second, "it → animal")).isCloseTo(.432, within(5e-4));
        assertThat(fact(second, "it → street")).isCloseTo(.432, within(5e-4));
        assertThat(second.get("said").asText()).contains("a trained model may do otherwise");
        String own = "the horse crossed the street because it was too wide";
        JsonNode typed = lab("two-layers", "--set", "sentence=" + own);
        double horse = fact(typed, "it → horse");
        double street = fact(typed, "it → street");
        assertThat(street).as("a wide thing is a place").isGreaterThan(2 * horse);
        assertThat(fact(typed, "tired it → horse")).isGreaterThan(2 * fact(typed, "tired it → street"));
        refused("stand-in", "lab", "two-layers", "--set", "sentence=the horse left");
    }

    /** Each layer is a head by its name, for every command that takes one. */
    @Test
    void aLayerIsShownTracedAndRefusedLikeAHead() throws IOException {
        String sentence = "The animal didn't cross the street because it was too tired.";
        assertThat(InProcess.run("show", sentence, "--head", "layer-2").out()).contains("0.93");
        Path file = folder.resolve("t.json");
        assertThat(InProcess.run("trace", sentence, "--head", "layer-2", "-o", file)
                        .code())
                .isZero();
        JsonNode trace = new ObjectMapper().readTree(file.toFile());
        double sum = trace.get("X_below").get(7).get(7).asDouble()
                + trace.get("O_below").get(7).get(7).asDouble();
        assertThat(trace.get("X").get(7).get(7).asDouble()).isEqualTo(sum).isGreaterThan(.9);
        assertThat(trace.get("experiment").get("source").get("head").asText()).isEqualTo("layer-2");
        refused("layer-1, layer-2", "show", sentence, "--head", "layer-3");
        refused("The two layers read no positions", "show", sentence, "--head", "layer-1", "--positions", "1");
        refused("one sentence", "show", sentence, "--head", "layer-1", "--keys", "a cat");
    }

    @Test
    void headsAddUpAndDoNotVote() throws IOException {
        JsonNode lab = lab("heads-together");
        assertThat(fact(lab, "one head dog")).isCloseTo(.5, within(1e-12));
        assertThat(fact(lab, "one head cat")).isCloseTo(.5, within(1e-12));
        assertThat(fact(lab, "head 1 dog")).isCloseTo(1, within(1e-12));
        assertThat(fact(lab, "head 2 cat")).isCloseTo(1, within(1e-12));
        assertThat(fact(lab, "concat·W_O less Σ O_h·W_O^h")).isLessThanOrEqualTo(1e-12);
        assertThat(fact(lab, "parameters 8×64")).isEqualTo(4 * 512 * 512).isEqualTo(fact(lab, "parameters 1×512"));
        assertThat(fact(lab("heads-together", "--set", "off=2"), "output whom")).isCloseTo(0, within(1e-12));
        refused("off", "lab", "heads-together", "--set", "off=3");
    }

    @Test
    void optionsThatDoNotGoTogetherAreRefusedWithTheReason() {
        refused("one sentence", "show", "river bank", "--keys", "the dog", "--mask", "causal");
        refused("one sentence", "show", "river bank", "--keys", "the dog", "--mask", "local:1");
        refused(
                "one sentence",
                "show",
                "river bank",
                "--model",
                "minilm",
                "--layer",
                "0",
                "--head",
                "0",
                "--keys",
                "a");
        refused("columns 0 to 15", "render", "river bank", "--edit", "W_Q[0,99]=1", "-o", "x.png");
        refused("no edit", "trace", "river bank", "--edit", "W_Q");
    }
}
