package app.regard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.regard.cli.options.AttentionOptionsTest;
import app.regard.trace.Matrix;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All heads of a file at once, from the command line: what each does, and the picture of them. */
class HeadsOfFileTest {
    private static final Path SIX = AttentionOptionsTest.SIX;
    private static final Path CROSS = AttentionOptionsTest.CROSS;

    @TempDir
    private Path folder;

    @Test
    void heldTokensStandAtTheirMeasuresAndOthersAreFirstAndLast() throws IOException {
        Path file = AttentionOptionsTest.npy(folder, Matrix.of(new double[][] {{1, 0}, {0.5, 0.5}}));
        Path out = folder.resolve("heads.txt");
        assertThat(InProcess.run("heads", "--attention", file, "-o", out).code())
                .isZero();
        assertThat(Files.readString(out))
                .startsWith("head")
                .contains(" first ", " last ")
                .doesNotContain("[CLS]");
        Path named = folder.resolve("named.txt");
        assertThat(InProcess.run("heads", "--attention", file, "--tokens", "<s> a", "-o", named)
                        .code())
                .isZero();
        assertThat(Files.readString(named)).contains(" <s> ", " last ");
    }

    @Test
    void whatHeadsDoIsTold() throws IOException {
        Path file = AttentionOptionsTest.npy(
                folder, Matrix.of(new double[][] {{0.5, 0.5, 0}, {0.25, 0.5, 0.25}, {0, 0, 1}}));
        Path json = folder.resolve("heads.json");
        assertThat(InProcess.run("heads", "--attention", file, "--json", "-o", json)
                        .code())
                .isZero();
        JsonNode head = new ObjectMapper().readTree(json.toFile()).get("heads").get(0);
        assertThat(head.get("self").asDouble()).isCloseTo((0.5 + 0.5 + 1) / 3, within(1e-15));
        assertThat(head.get("previous").asDouble()).isCloseTo((0.25 + 0) / 2, within(1e-15));
        assertThat(head.get("next").asDouble()).isCloseTo((0.5 + 0.25) / 2, within(1e-15));
        assertThat(head.get("cls").asDouble()).isCloseTo(0.25, within(1e-15));
        assertThat(head.get("sep").asDouble()).isCloseTo((0 + 0.25 + 1) / 3, within(1e-15));
        Path table = folder.resolve("heads.txt");
        InProcess.run("heads", "--attention", SIX, "--array", "f64", "--sort", "self", "--top", 2, "-o", table);
        List<String> lines = Files.readAllLines(table);
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).matches("head +self +previous +next +\\[CLS\\] +\\[SEP\\] +same +spread");
        assertThat(InProcess.run("heads", "--attention", CROSS).err()).contains("2 ask and 5 answer");
    }

    @Test
    void allHeadsAreOnePictureAndOneIsAHeatMap() throws IOException {
        Path all = folder.resolve("all.svg");
        assertThat(InProcess.run("render", "--attention", SIX, "--array", "f64", "--what", "heads", "-o", all)
                        .code())
                .isZero();
        assertThat(Files.readString(all))
                .contains(">L0<", ">L1<", ">H2<", "2 × 3 heads: computed elsewhere: attention.safetensors, f64")
                .doesNotContain(">H3<");
        Path sorted = folder.resolve("sorted.svg");
        InProcess.run(
                "render",
                "--attention",
                SIX,
                "--array",
                "f64",
                "--what",
                "heads",
                "--sort",
                "self",
                "--top",
                2,
                "-o",
                sorted);
        assertThat(Files.readString(sorted))
                .contains(">L0·H2<", "sorted by self")
                .doesNotContain(">L1·H1<");
        Path one = folder.resolve("one.svg");
        InProcess.run("render", "--attention", SIX, "--array", "f64", "--layer", 1, "--head", 2, "-o", one);
        assertThat(Files.readString(one)).contains(">0.57<", "L1·H2, computed elsewhere: attention.safetensors, f64");
        InProcess stage = InProcess.run(
                "render", "--attention", SIX, "--layer", 1, "--head", 2, "--stage", 3, "-o", folder.resolve("a.svg"));
        assertThat(stage.code()).isEqualTo(1);
        assertThat(stage.err()).contains("computed elsewhere: there are no stages before them");
        assertThat(folder.resolve("a.svg")).doesNotExist();
    }

    @Test
    void headsThatDoLittleAreLeftOutOfTheTableAndPaleInThePicture() throws IOException {
        Path json = folder.resolve("heads.json");
        InProcess.run("heads", "--attention", SIX, "--array", "f64", "--json", "-o", json);
        int enough = 0;
        for (JsonNode head : new ObjectMapper().readTree(json.toFile()).get("heads")) {
            enough += head.get("next").asDouble() >= 0.25 ? 1 : 0;
        }
        assertThat(enough).isBetween(1, 5);
        Path table = folder.resolve("heads.txt");
        InProcess.run("heads", "--attention", SIX, "--array", "f64", "--at-least", "next=0.25", "-o", table);
        assertThat(Files.readAllLines(table)).hasSize(enough + 2);
        Path pale = folder.resolve("pale.svg");
        InProcess run = InProcess.run(
                "render",
                "--attention",
                SIX,
                "--array",
                "f64",
                "--what",
                "heads",
                "--at-least",
                "next=0.25",
                "-o",
                pale);
        assertThat(run.code()).isZero();
        String texts = Files.readString(pale).replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
        assertThat(texts).contains(" L0 ", " H2 ", enough + " of 6 with next at least 0.25, the others pale");
        Path sorted = folder.resolve("sorted.svg");
        InProcess.run(
                "render",
                "--attention",
                SIX,
                "--array",
                "f64",
                "--what",
                "heads",
                "--sort",
                "self",
                "--at-least",
                "next=0.25",
                "-o",
                sorted);
        assertThat(Files.readString(sorted).split(">L[01]·H[0-2]<", -1)).hasSize(enough + 1);
        InProcess none = InProcess.run(
                "render",
                "--attention",
                SIX,
                "--what",
                "heads",
                "--at-least",
                "self=1",
                "-o",
                folder.resolve("none.svg"));
        assertThat(none.code()).isEqualTo(1);
        assertThat(none.err()).contains("choose a smaller number for --at-least");
    }
}
