package app.regard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command as a user runs it: what it writes, what it says, and its exit code. */
class CommandsTest {
    @TempDir
    private Path folder;

    private InProcess run(String... args) {
        return InProcess.in(folder, args);
    }

    private List<String> files() throws IOException {
        return written(folder);
    }

    /** All files in a folder, by their names in it. */
    static List<String> written(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(f -> folder.relativize(f).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void showPrintsThePublishedWeights() throws Exception {
        InProcess run = run("show", "--preset", "river");
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines().filter(l -> l.contains("most:")))
                .containsExactly(
                        " bank   0.38   0.11   0.11   0.40    most: river",
                        "   of   0.11   0.56   0.16   0.17    most: of",
                        "  the   0.07   0.09   0.77   0.07    most: the",
                        "river   0.35   0.14   0.10   0.41    most: river");
    }

    @Test
    void renderWritesThePictureThatItsNameAsksFor() throws Exception {
        assertThat(run("render", "bank of the river", "--preset", "river", "-o", "a.png", "--scale", "3")
                        .code())
                .isZero();
        assertThat(ImageIO.read(folder.resolve("a.png").toFile()).getWidth() % 3)
                .isZero();
        assertThat(run(
                                "render",
                                "--preset",
                                "river",
                                "-o",
                                "b.svg",
                                "--stage",
                                "6",
                                "--focus",
                                "river",
                                "--theme",
                                "dark")
                        .code())
                .isZero();
        assertThat(Files.readString(folder.resolve("b.svg")))
                .startsWith("<?xml")
                .contains("Attention weights");
        assertThat(run("render", "I love AI", "-o", "c.pdf", "--what", "sheet").code())
                .isZero();
        assertThat(Files.readAllBytes(folder.resolve("c.pdf"))).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        assertThat(run("render", "I love AI", "-o", "d.gif", "--pace", "1", "--scale", "1")
                        .code())
                .isZero();
        assertThat(Files.readAllBytes(folder.resolve("d.gif")))
                .startsWith("GIF89a".getBytes(StandardCharsets.US_ASCII));
        assertThat(files()).containsExactly("a.png", "b.svg", "c.pdf", "d.gif");
    }

    @Test
    void aFileThatExistsIsReplacedOnlyWithForce() throws Exception {
        Path file = Files.writeString(folder.resolve("a.svg"), "mine");
        InProcess refused = run("render", "a b", "-o", "a.svg");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.problem()).singleElement().asString().contains("exists already", "--force");
        assertThat(file).hasContent("mine");
        assertThat(run("render", "a b", "-o", "a.svg", "--force").code()).isZero();
        assertThat(Files.readString(file)).startsWith("<?xml");
        assertThat(files()).containsExactly("a.svg");
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                args("--preset ID", "show"),
                args("one of river, i-love-ai", "show", "--preset", "nowhere"),
                args("similarity, coreference", "show", "a b", "--head", "nobody"),
                args("exclude each other", "show", "a b", "--head", "semantic", "--seed", "3"),
                args("none, causal or local:N", "show", "a b", "--mask", "some"),
                args("a number above 0", "show", "a b", "--temperature", "0"),
                args("at most 1000", "show", "a b", "--positions", "1e9"),
                args("0 to 6", "show", "a b", "--decimals", "7"),
                args("'--seed': “many” is not a whole number. Try", "show", "a b", "--seed", "many"),
                args("“99999999999999999999” is too large a number", "show", "a b", "--seed", "99999999999999999999"),
                args("“1.5” is not a whole number", "show", "a b", "--decimals", "1.5"),
                args("“warm” is not a number", "show", "a b", "--temperature", "warm"),
                args("The sentence is empty", "show", ""),
                args("The sentence is empty", "show", " \t ", "--preset", "river"),
                args("The sentence is empty", "render", " ", "-o", "a.png"),
                args("The sentence is empty", "heads", ""),
                args("The sentence is empty", "layers", " ", "--word", "a"),
                args("--output", "render", "a b"),
                args(".png, .svg, .pdf or .gif", "render", "a b", "-o", "a.bmp"),
                args("1 to 8", "render", "a b", "-o", "a.png", "--stage", "9"),
                args("Its words: a, b", "render", "a b", "-o", "a.png", "--focus", "c"),
                args("light, dark", "render", "a b", "-o", "a.png", "--theme", "blue"),
                args("as in 800x600", "render", "a b", "-o", "a.png", "--size", "large"),
                args("A GIF has a ground", "render", "a b", "-o", "a.gif", "--ground", "transparent"),
                args("leave the options out", "trace", "--input", "case.json", "--mask", "causal"),
                args("leave the options out", "page", "--lesson", "a.regard", "--seed", "3", "-o", "a.html"),
                args("end it in .html", "page", "a b", "-o", "a.txt"),
                args("end it in .pdf", "classsheet", "a b", "-o", "a.png"),
                args("write --what gif", "render", "a b", "-o", "a.png", "--what", "gif"),
                args(
                        "heatmap, stage, arcs, bars, patches, sheet, gif, heads, not “all”",
                        "render",
                        "a b",
                        "-o",
                        "a.png",
                        "--what",
                        "all"),
                args(
                        "stage, arcs, bars, patches, sheet, gif, not “heads”",
                        "batch",
                        "a.txt",
                        "-o",
                        "a",
                        "--what",
                        "heads"),
                args("0.1 to 600 seconds", "render", "a b", "-o", "a.gif", "--pace", "0"),
                args("Unmatched", "show", "a", "b"),
                args("“nothing” is no command, and no lesson", "nothing"),
                args("“lost/model” is no command, and no lesson, file of attention or model’s folder", "lost/model"),
                args("Unknown option", "show", "a b", "--colour"),
                args("numpy, java, latex, table", "code", "a b", "--as", "perl"));
    }

    private static Arguments args(String says, String... args) {
        return Arguments.of(says, args);
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void wrongUsageIsOneLineThatSaysWhatToDo(String says, String[] args) throws Exception {
        InProcess run = run(args);
        assertThat(run.problem()).singleElement().asString().contains(says);
        assertThat(run.out()).isEmpty();
        assertThat(run.code()).isEqualTo(2);
    }

    @Test
    void aFailureIsOneLineAndItsPlaceInTheProgramOnlyIfAskedFor() throws Exception {
        InProcess plain = run("render", "a b", "-o", "nowhere/a.png");
        assertThat(plain.code()).isEqualTo(1);
        assertThat(plain.problem()).singleElement().asString().contains("There is no folder");
        assertThat(run("render", "a b", "-o", "nowhere/a.png", "--debug").err()).contains("\tat app.regard.");
        InProcess large = run("render", "a b", "-o", "a.png", "--size", "9000x9000", "--scale", "4");
        assertThat(large.code()).isEqualTo(1);
        assertThat(large.problem()).singleElement().asString().contains("Choose a smaller scale");
        assertThat(files()).isEmpty();
    }

    @Test
    void aWordThatAnExampleLacksIsSaidAndComputedWithTheSimpleTable() throws Exception {
        InProcess run = run("show", "bank of the moon", "--preset", "river");
        assertThat(run.code()).isZero();
        assertThat(run.problem()).singleElement().asString().contains("“moon” is not in the example’s own table");
        assertThat(run.out()).contains("moon");
    }

    @Test
    void optionsChangeTheNumbers() throws Exception {
        String causal = run("show", "bank of the river", "--preset", "river", "--mask", "causal")
                .out();
        assertThat(causal.lines().filter(l -> l.startsWith(" bank")))
                .singleElement()
                .asString()
                .containsPattern("1.00 +– +– +– +most: bank");
        assertThat(causal).contains("– is masked.");
        String hot =
                run("show", "--preset", "river", "--temperature", "1000000").out();
        assertThat(hot.lines().filter(l -> l.startsWith(" bank")))
                .singleElement()
                .asString()
                .contains("0.25   0.25   0.25   0.25");
        String seven = run("show", "I love AI", "--seed", "7").out();
        assertThat(run("show", "I love AI", "--seed", "7").out()).isEqualTo(seven);
        assertThat(run("show", "I love AI", "--seed", "8").out()).isNotEqualTo(seven);
        assertThat(run("show", "dog man dog", "--positions", "1").out())
                .isNotEqualTo(run("show", "dog man dog").out());
    }

    @Test
    void batchDrawsALineEachAndSaysWhichItCouldNot() throws Exception {
        Files.writeString(folder.resolve("lines.txt"), """
                bank of the river

                {"text": "The cats are here", "mask": {"kind": "causal"}}
                {"text": 5}
                <b>"/\\:*?
                """);
        InProcess run = run("batch", "lines.txt", "-o", "out", "--format", "svg", "--what", "arcs");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.problem()).hasSize(2);
        assertThat(run.problem().get(0)).startsWith("Line 4: ");
        assertThat(run.problem().get(1)).startsWith("3 of 4 pictures written to out");
        assertThat(files())
                .containsExactly(
                        "lines.txt", "out/001-bank-of-the-river.svg", "out/003-the-cats-are-here.svg", "out/005-b.svg");
        assertThat(Files.readString(folder.resolve("out/003-the-cats-are-here.svg")))
                .contains("mask: causal");
        assertThat(run("batch", "lines.txt", "-o", "out", "--format", "svg", "--theme", "no")
                        .code())
                .isEqualTo(2);
        assertThat(run("batch", "none.txt", "-o", "out").problem())
                .singleElement()
                .asString()
                .contains("no file");
    }

    @Test
    void codeGoesToStandardOutputOrToAFile() throws Exception {
        assertThat(run("code", "--preset", "river", "--as", "latex").out()).contains("0.38 & 0.11 & 0.11 & 0.40");
        assertThat(run("code", "--preset", "river", "--as", "java", "-o", "A.java")
                        .code())
                .isZero();
        assertThat(Files.readString(folder.resolve("A.java"))).contains("class Attention");
        assertThat(run("code", "dog cat bank river ".repeat(40), "--seed", "1").problem())
                .singleElement()
                .asString()
                .contains("-o FILE");
        assertThat(run("code", "dog cat bank river ".repeat(40), "--seed", "1", "-o", "long.py")
                        .code())
                .isZero();
        assertThat(files()).containsExactly("A.java", "long.npz", "long.py");
    }

    @Test
    void pageAndClassSheetAreWritten() throws Exception {
        assertThat(run("page", "--preset", "river", "-o", "river.html", "--stage", "6")
                        .code())
                .isZero();
        assertThat(Files.readString(folder.resolve("river.html"))).contains("bank of the river", "0.4013");
        assertThat(run("classsheet", "--preset", "river", "-o", "river.pdf", "--focus", "river")
                        .code())
                .isZero();
        assertThat(Files.readAllBytes(folder.resolve("river.pdf")))
                .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        InProcess large = run("page", "word ".repeat(33), "-o", "large.html");
        assertThat(large.code()).isEqualTo(1);
        assertThat(large.problem()).singleElement().asString().contains("up to 32 words");
        assertThat(files()).containsExactly("river.html", "river.pdf");
    }

    @Test
    void aStageIsDrawnInTheWayThatIsAskedFor() throws Exception {
        assertThat(run("render", "--preset", "river", "--stage", "2", "--variant", "4", "-o", "v.svg")
                        .code())
                .isZero();
        assertThat(Files.readString(folder.resolve("v.svg")))
                .contains("v(“bank”)")
                .doesNotContain("q(“bank”)");
        assertThat(run("render", "--preset", "river", "--stage", "3", "--variant", "2", "-o", "w.svg")
                        .problem())
                .singleElement()
                .asString()
                .contains("one way only");
    }

    @Test
    void presetsVersionHelpAndCompletion() throws Exception {
        InProcess presets = run("presets");
        assertThat(presets.code()).isZero();
        assertThat(presets.out()).contains("river", "“bank of the river” (its own table)", "head coreference");
        assertThat(run("--version").out()).startsWith("Regard ");
        assertThat(run("--help").out()).contains("render", "show", "batch", "presets", "code");
        assertThat(run("render", "--help").out()).contains("--theme", "--what", "--force");
        assertThat(run("generate-completion").out())
                .contains("complete -F", "regard")
                .contains("\"two-layers\"", "\"truths\""); // the labs, which nobody knows by heart
    }
}
