package app.regard.cli.options;

import static app.regard.cli.options.AttentionOptionsTest.CROSS;
import static app.regard.cli.options.AttentionOptionsTest.SIX;
import static app.regard.cli.options.AttentionOptionsTest.npy;
import static org.assertj.core.api.Assertions.assertThat;

import app.regard.cli.InProcess;
import app.regard.cli.Run;
import app.regard.trace.Matrix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Weights out of files, asked for wrongly or broken: one line that says what to do. */
class AttentionUsageTest {
    @TempDir
    private Path folder;

    @Test
    void whereTheMemoryDoesNotSufficeItIsAFailureInOneLine() throws Exception {
        int n = 2048; // 32 MB as doubles
        Path file = npy(folder, Matrix.fill(n, n, (i, j) -> 1.0 / n));
        Run run = Run.with(List.of("-Xmx24m"), folder, "show", "--attention", file.toString());
        assertThat(run.problem()).hasSize(2); // the first says what the axes were taken for
        assertThat(run.problem().get(1)).contains("not enough memory", "-Xmx");
        assertThat(run.out()).isEmpty();
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void aFileThatIsBrokenIsAFailureNotWrongUsage() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.json"), "[[0.5, 0.5],\n [1]]");
        InProcess run = InProcess.run("show", "--attention", broken);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err().lines()).singleElement().asString().contains("“broken.json”, line 2, column 4");
        Path negative = Files.writeString(folder.resolve("negative.csv"), "0.5,0.5\n2,-1\n");
        InProcess shown = InProcess.run("show", "--attention", negative);
        assertThat(shown.code()).isEqualTo(1);
        assertThat(shown.err()).contains("-1.0 in row 2, column 2");
    }

    static Stream<Arguments> wrong() {
        String six = SIX.toString();
        return Stream.of(
                args("choose one with --layer and --head", "show", "--attention", six, "--array", "f64"),
                args("choose one with", "show", "--attention", six, "--array", "f64", "--layer", "2", "--head", "0"),
                args("takes the place of a sentence", "show", "a b", "--attention", six),
                args("leave --mask", "show", "--attention", six, "--mask", "causal"),
                args("leave --preset", "show", "--attention", six, "--preset", "river"),
                args("leave --preset", "show", "--attention", six, "--model", "minilm"),
                args("a number from 0", "show", "--attention", six, "--layer", "0", "--head", "semantic"),
                args("belong to --attention", "show", "a b", "--tokens", "c d"),
                args("counted from 1", "show", "--attention", six, "--hide", "0"),
                args("--rescale belongs to", "show", "--attention", six, "--rescale"),
                args("heads, layers, all", "show", "--attention", six, "--average", "some"),
                args("needs --layer 0 to 1", "show", "--attention", six, "--average", "heads"),
                args("needs --head 0 to 2", "show", "--attention", six, "--average", "layers", "--head", "3"),
                args("exclude each other", "show", "--attention", six, "--average", "all", "--rollout"),
                args("no array “z” that could be attention", "show", "--attention", six, "--array", "z"),
                args("There are “f64”, “f32”", "heads", "--attention", six, "--array", "z"),
                args("2 queries and 5 keys", "heads", "--attention", CROSS.toString(), "--tokens", "a b c"),
                args("one of the two", "heads", "a b", "--attention", six),
                args("one of the two", "heads"),
                args("self, previous, next", "heads", "--attention", six, "--sort", "size"),
                args("together with --sort", "heads", "--attention", six, "--top", "3"),
                args("as “cls=0.4”", "heads", "--attention", six, "--at-least", "cls"),
                args("as “cls=0.4”", "heads", "--attention", six, "--at-least", "cls=1.5"),
                args("as “cls=0.4”", "heads", "--attention", six, "--at-least", "cls=much"),
                args("self, previous, next", "heads", "--attention", six, "--at-least", "size=0.5"),
                args("belong to --what heads", "render", "a b", "--at-least", "cls=0.4", "-o", "a.svg"),
                args("belong to --what heads", "render", "a b", "--sort", "self", "-o", "a.svg"),
                args("one picture", "render", "--attention", six, "--what", "heads", "-o", "a.gif"),
                args("say --model minilm", "render", "a b", "--what", "heads", "-o", "a.svg"));
    }

    private static Arguments args(String says, Object... args) {
        return Arguments.of(says, args);
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void wrongUsageIsTold(String says, Object[] args) {
        InProcess run = InProcess.run(args);
        assertThat(run.err()).contains(says);
        assertThat(run.out()).isEmpty();
        assertThat(run.code()).isEqualTo(2);
    }
}
