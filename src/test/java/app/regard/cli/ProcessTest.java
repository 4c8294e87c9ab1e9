package app.regard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.transformer.TinyModels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The program as a process of its own, without a display: of each command one case, and what needs no command. */
class ProcessTest {
    @TempDir
    private Path folder;

    static Stream<Arguments> oneOfEach() {
        return Stream.of(
                args("show", "show", "--preset", "river"),
                args("trace", "trace", "--preset", "river"),
                args("render", "render", "bank of the moon", "--preset", "river", "-o", "a.svg"),
                args("batch", "batch", "lines.txt", "-o", "out", "--format", "png", "--what", "heatmap"),
                args("code", "code", "--preset", "river", "-o", "a.py"),
                args("page", "page", "--preset", "river", "-o", "a.html"),
                args("classsheet", "classsheet", "--preset", "river", "-o", "a.pdf"),
                args("presets", "presets"),
                args("a failure", "batch", "none.txt", "-o", "out"),
                args("wrong usage", "render", "a b", "-o", "a.bmp"));
    }

    /** A process has its own standard output, its own end and no display; else it does what is done in this one. */
    @ParameterizedTest(name = "{0}")
    @MethodSource
    void oneOfEach(String what, String[] args) throws Exception {
        Path there = Files.createDirectory(folder.resolve("there"));
        Path here = Files.createDirectory(folder.resolve("here"));
        for (Path each : List.of(there, here)) {
            Files.writeString(each.resolve("lines.txt"), "bank of the river\n{\"text\": 5}\n");
        }
        Run process = Run.of(there, args);
        InProcess run = InProcess.in(here, args);
        assertThat(process.code()).isEqualTo(run.code());
        assertThat(process.out()).isEqualTo(run.out());
        assertThat(process.err()).isEqualTo(run.err());
        assertThat(CommandsTest.written(there))
                .isEqualTo(CommandsTest.written(here))
                .hasSizeGreaterThanOrEqualTo(1);
        for (String file : CommandsTest.written(there)) {
            if (!file.endsWith(".pdf")) { // which says when it was made
                assertThat(there.resolve(file)).hasSameBinaryContentAs(here.resolve(file));
            }
        }
    }

    private static Arguments args(String says, String... args) {
        return Arguments.of(says, args);
    }

    @Test
    void aLessonWithoutADisplayIsShownInTheTerminal() throws Exception {
        Files.writeString(folder.resolve("l.regard"), """
                {"format": 1, "title": "t", "cards": [{"experiment": {"text": "The cats are here",
                "source": {"kind": "simple", "head": "agreement"}}, "stage": 6, "query": 1}]}
                """);
        Run run = Run.of(folder, "l.regard");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("lesson’s first card", "cats", "9 pictures written");
        Files.writeString(folder.resolve("bad.regard"), "{");
        assertThat(Run.of(folder, "bad.regard").out()).contains("bad.regard");
    }

    @Test
    void aModelsFolderWithoutADisplayIsShownInTheTerminal() throws Exception {
        Path model = Files.createDirectories(folder.resolve("my models").resolve("show"));
        try (Stream<Path> files = Files.list(TinyModels.folder("bert-tiny"))) {
            for (Path file : files.toList()) {
                Files.copy(file, model.resolve(String.valueOf(file.getFileName())));
            }
        }
        Run run = Run.of(folder, "my models/show/");
        assertThat(run.out()).contains("[CLS]", "bank", "[SEP]");
        assertThat(run.code()).isZero();
        Run command = Run.of(folder.resolve("my models"), "show");
        assertThat(command.problem())
                .as("a command comes before a folder of its name")
                .hasSize(1);
        assertThat(command.code()).isEqualTo(2);
    }

    @Test
    void withoutADisplayTheMainJobIsDoneInTheTerminal() throws Exception {
        Run run = Run.of(folder);
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("No window can be opened", "9 pictures written");
        assertThat(CommandsTest.written(folder)).hasSize(9).allMatch(f -> f.endsWith(".png"));
    }
}
