package app.regard.cli.commands;

import static app.regard.cli.commands.ChangeLabsTest.PRINTED;
import static app.regard.cli.commands.ChangeLabsTest.fact;
import static app.regard.cli.commands.ChangeLabsTest.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a score and an output are made of, in the labs contribution and parts, as worked out in NumPy. */
class PartsLabsTest {
    @TempDir
    private Path folder;

    private JsonNode lab(String... args) throws IOException {
        return LabJson.of(folder, args);
    }

    @Test
    void aWeightIsNoContributionAndAContributionNoEffect() throws IOException {
        JsonNode lab = lab("contribution", "--preset", "river", "--set", "query=bank", "--set", "without=river");
        assertThat(fact(lab, "weight river")).isCloseTo(.4013, within(PRINTED));
        assertThat(fact(lab, "weight bank")).isCloseTo(.3778, within(PRINTED));
        assertThat(fact(lab, "‖a·v‖ river")).isCloseTo(.7399, within(PRINTED));
        assertThat(fact(lab, "‖a·v‖ bank")).isCloseTo(.6498, within(PRINTED));
        assertThat(fact(lab, "effect bank")).isCloseTo(.3410, within(PRINTED));
        assertThat(fact(lab, "effect river")).isCloseTo(.3224, within(PRINTED));
        assertThat(fact(lab, "effect the")).isCloseTo(.2935, within(PRINTED));
        assertThat(fact(lab, "effect of")).isCloseTo(.2291, within(PRINTED));
        assertThat(fact(lab, "effect together")).isEqualTo(fact(lab, "effect river"));
        assertThat(fact(lab, "error of the identity")).isLessThanOrEqualTo(1e-12);
    }

    /** With a window of 0 a word has all of its own 1: without it there is no output. */
    @Test
    void withoutAllOfARowThereIsNoEffect() throws IOException {
        JsonNode lab = lab("contribution", "--preset", "river", "--mask", "local:0");
        assertThat(lab.get("said").asText()).contains("there is no output without it");
        refused("without", "lab", "contribution", "--preset", "river", "--set", "without=zebra");
    }

    @Test
    void aScoreIsTheSumOfItsParts() throws IOException {
        JsonNode lab = lab("parts", "--preset", "coreference", "--set", "query=it", "--set", "key=animal");
        assertThat(fact(lab, "score")).isCloseTo(7, within(1e-12));
        assertThat(fact(lab, "stand-in·thing")).isCloseTo(4, within(1e-12));
        assertThat(fact(lab, "plural·plural")).isCloseTo(2, within(1e-12));
        assertThat(fact(lab, "stand-in·living")).isCloseTo(1, within(1e-12));
        assertThat(fact(lab("parts", "--preset", "coreference", "--set", "query=it", "--set", "key=tired"), "score"))
                .isCloseTo(1, within(1e-12));
        assertThat(fact(lab("parts", "--preset", "animal", "--set", "query=it", "--set", "key=animal"), "score"))
                .isCloseTo(2 * Math.sqrt(3), within(1e-12));
        assertThat(fact(lab("parts", "--preset", "animal", "--set", "query=it", "--set", "key=tired"), "score"))
                .isCloseTo(Math.sqrt(3), within(1e-12));
        JsonNode off = lab(
                "parts",
                "--preset",
                "coreference",
                "--set",
                "query=it",
                "--set",
                "key=animal",
                "--set",
                "off=stand-in*thing,plural*plural");
        assertThat(fact(off, "score")).isCloseTo(1, within(1e-12));
        refused("off", "lab", "parts", "--preset", "coreference", "--set", "off=stand-in*nothing");
    }

    /** Whatever the head, positions and biases: parts and the rest sum to the scaled score. */
    @Test
    void partsOfBiasesArePartsOfTheirOwn() throws IOException {
        JsonNode lab = lab(
                "parts",
                "the cat sees the dog",
                "--seed",
                "5",
                "--positions",
                "1",
                "--temperature",
                "0.5",
                "--edit",
                "b_Q[*]=0.5",
                "--edit",
                "b_K[1]=-2",
                "--set",
                "query=cat",
                "--set",
                "key=dog");
        assertThat(fact(lab, "score")).isCloseTo(fact(lab, "scaled score"), within(1e-11));
        // b_Q·b_K / (√8·½) by hand: one column of b_K is −2, and b_Q is ½ there
        JsonNode own = lab(
                "parts", "river", "--seed", "5", "--edit", "X[*,*]=0", "--edit", "b_Q[*]=0.5", "--edit", "b_K[1]=-2");
        assertThat(fact(own, "b_Q·b_K")).isCloseTo(-1 / Math.sqrt(8), within(1e-12));
    }
}
