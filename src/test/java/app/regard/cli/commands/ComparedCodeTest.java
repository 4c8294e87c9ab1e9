package app.regard.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.cli.InProcess;
import app.regard.transformer.TinyModels;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Code of what is and of what was, and what is asked for by the names that readers see. */
class ComparedCodeTest {
    @TempDir
    private Path folder;

    /** The same number has the same colour in both: at τ = 0.2 the weights run much further than at 1. */
    @ParameterizedTest
    @CsvSource({"pgfplots,point meta max=([0-9.]+)", "table,colours run from (0 to [0-9.]+)"})
    void colours(String kind, String scale) {
        List<Object> args = List.of("code", "bank of the river", "--as", kind, "--before-temperature", "0.2");
        InProcess run = InProcess.run(kind.equals("table") ? with(args, "--log") : args.toArray());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(Pattern.compile(scale).matcher(run.out()).results().map(found -> found.group(1)))
                .hasSize(2)
                .allMatch(found -> found.equals(Pattern.compile(scale)
                        .matcher(run.out())
                        .results()
                        .toList()
                        .get(0)
                        .group(1)))
                .noneMatch(found -> found.contains("largest"));
    }

    private static Object[] with(List<Object> args, Object last) {
        return Stream.concat(args.stream(), Stream.of(last)).toArray();
    }

    /** What was may have more numbers than a program holds where what is has few. */
    @Test
    void aJavaProgramCompilesWhereOnlyWhatWasNeedsAFile() throws IOException {
        Path program = folder.resolve("Attention.java");
        String longer = "the king of the old red house saw a bank ".repeat(14).strip();
        InProcess run = InProcess.run("code", "river bank", "--as", "java", "--before-text", longer, "-o", program);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(folder.toFile().list()).contains("Attention-before.npz");
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code = ToolProvider.getSystemJavaCompiler()
                .run(null, said, said, "-d", folder.toString(), "-encoding", "UTF-8", program.toString());
        assertThat(code).as(said.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(Files.readString(program)).doesNotContain("java Before.java");
    }

    @Test
    void cellsAreAskedForByTheNamesOfStagesToo() {
        assertThat(InProcess.run("quiz", "bank of the river", "--ask", "S[bank,river]")
                        .out())
                .isEqualTo(InProcess.run("quiz", "bank of the river", "--ask", "scores[bank,river]")
                        .out())
                .contains("bank");
    }

    @Test
    void whatIsNoNumberOrNoHeadOfAModelIsRefused() {
        assertThat(InProcess.run("show", "it was", "--rule", "stand-in asks thing, 1d")
                        .problem())
                .singleElement()
                .asString()
                .contains("is no rule");
        Path model = TinyModels.folder("bert-tiny");
        InProcess all = InProcess.run("show", "a b", "--model", model, "--average", "heads", "--layer", 1, "--seed", 7);
        assertThat(all.code()).isEqualTo(2);
        assertThat(all.problem()).singleElement().asString().contains("leave --seed and --rule out");
    }
}
