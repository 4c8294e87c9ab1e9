package app.regard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.text.Printable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a file, an argument or a name holds, a terminal gets lines of text and nothing that it obeys. */
class HostileOutputTest {
    /** Colours, a window's title, the same in one character, and letters the other way round. */
    private static final String HOSTILE = "\u001B[31m\u001B]0;pwned\u0007\u009B31mX\u202E\u2066\u2028";

    private static final String AS_JSON = "\\u001b[31m\\u001b]0;pwned\\u0007\\u009b31mX\\u202e\\u2066\\u2028";

    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text.replace("HOSTILE", AS_JSON));
    }

    /** Every way to make a command speak of something that it was given. */
    private List<List<Object>> commands() throws IOException {
        Path attention = file(
                "a.json",
                "{\"tokens\": [\"HOSTILE\", \"b\"], \"attHOSTILE\": [[0.5, 0.5], [0.4, 0.5]], \"moreHOSTILE\": [[0.5, 0.5], "
                        + "[0.5, 0.5]]}");
        Path special = file(
                "s.json",
                "{\"tokens\": [\"<HOSTILE>\", \"b\", \"[HOSTILE]\"], \"a\": "
                        + "[[[0.5, 0.5, 0], [0.4, 0.5, 0.1], [0, 0, 1]], [[0.5, 0.5, 0], [0.4, 0.5, 0.1], [0, 0, 1]]]}");
        Path cases = file(
                "c.json",
                "{\"name\": \"HOSTILE\", \"tokens\": [\"HOSTILE\"], \"X\": [[1]], \"W_Q\": [[1e300]], "
                        + "\"W_K\": [[1e300]], \"W_V\": [[1]], \"mask\": \"HOSTILE\"}");
        Path field = file("f.regard", "{\"format\": 1, \"HOSTILE\": 1, \"cards\": []}");
        Path broken = Files.writeString(folder.resolve("b.regard"), "{\"format\": " + HOSTILE);
        Path card = file(
                "d.regard",
                "{\"format\": 1, \"cards\": [{\"title\": \"HOSTILE\", \"stage\": 1, \"query\": 0, "
                        + "\"experiment\": {\"text\": \"a\", \"source\": {\"kind\": \"simple\", \"head\": \"HOSTILE\"}}}]}");
        Path list = Files.writeString(
                folder.resolve("l.txt"),
                "{\"text\": \"a\", \"mask\": \"" + AS_JSON + "\"}\n{" + HOSTILE.replace("\u2028", "") + "\n");
        Path table =
                Files.writeString(folder.resolve("t.csv"), "A,\"" + HOSTILE + "\"\n" + HOSTILE + "," + HOSTILE + "\n");
        String none = folder + "/none" + HOSTILE + ".json"; // as typed: not every locale has a path for it
        return List.of(
                List.of("show", "--attention", attention),
                List.of("show", "--attention", attention, "--array", HOSTILE),
                List.of("show", "--attention", attention, "--tokens", HOSTILE + " b"),
                List.of("show", "--attention", table),
                List.of("show", "--attention", none),
                List.of("heads", "--attention", special),
                List.of("show", HOSTILE + " bank " + HOSTILE),
                List.of("show", "a", "--head", HOSTILE),
                List.of("show", "a", "--mask", HOSTILE),
                List.of("show", "a", "--temperature", HOSTILE),
                List.of("show", "--" + HOSTILE),
                List.of(HOSTILE),
                List.of("show", "--preset", HOSTILE),
                List.of("trace", "--input", cases),
                List.of("trace", "--input", none),
                List.of("trace", "a", "--matrix", HOSTILE, "-o", folder.resolve("x.csv")),
                List.of("trace", "a", "-o", folder + "/x" + HOSTILE),
                List.of("page", "--lesson", field, "-o", folder.resolve("x.html")),
                List.of("page", "--lesson", broken, "-o", folder.resolve("x.html")),
                List.of("page", "--lesson", card, "-o", folder.resolve("x.html")),
                List.of("page", "--lesson", none, "-o", folder.resolve("x.html")),
                List.of("batch", list, "-o", folder + "/out" + HOSTILE),
                List.of("batch", none, "-o", folder.resolve("out")),
                List.of("render", "a", "-o", folder + "/" + HOSTILE),
                List.of("render", "a", "--what", HOSTILE, "-o", folder.resolve("x.png")));
    }

    @Test
    void noCommandWritesWhatATerminalObeys() throws IOException {
        List<String> spoken = new ArrayList<>();
        for (List<Object> command : commands()) {
            InProcess said = InProcess.run(command.toArray());
            String all = said.out() + said.err();
            assertThat(all).as("%s", command).isNotBlank();
            assertThat(all.codePoints().filter(c -> c != '\n' && c != '\t' && !Printable.is(c)))
                    .as("%s: %s", command, all)
                    .isEmpty();
            spoken.add(all);
        }
        assertThat(spoken).anyMatch(s -> s.contains("\\u001B[31m")).anyMatch(s -> s.contains("\uFFFD[31m"));
    }

    /** Numbers on standard output go past the terminal's writer, so their formats have to escape. */
    @Test
    void jsonHoldsTheTextEscapedAndReadsBack() throws IOException {
        Path cases = file(
                "c.json",
                "{\"name\": \"HOSTILE\", \"tokens\": [\"HOSTILE\"], \"X\": [[1]], \"W_Q\": [[1]], "
                        + "\"W_K\": [[1]], \"W_V\": [[1]]}");
        Path once = folder.resolve("once.json");
        Path twice = folder.resolve("twice.json");
        assertThat(InProcess.run("trace", "--input", cases, "-o", once).code()).isZero();
        assertThat(InProcess.run("trace", "--input", once, "-o", twice).code()).isZero();
        String text = Files.readString(once, StandardCharsets.UTF_8);
        assertThat(text.codePoints().filter(c -> c != '\n' && !Printable.is(c))).isEmpty();
        assertThat(text).contains("\\u009B31mX\\u202E\\u2066\\u2028");
        assertThat(twice).hasContent(text);
    }

    @Test
    void codeForATerminalHoldsNothingThatItObeys() {
        for (String language : List.of("numpy", "java", "latex", "table")) {
            Path script = folder.resolve("x." + language);
            InProcess said = InProcess.run("code", "bank" + HOSTILE + "river", "--as", language, "-o", script);
            assertThat(said.code()).as(said.err()).isZero();
            assertThat(script).content(StandardCharsets.UTF_8).satisfies(text -> assertThat(
                            text.codePoints().filter(c -> c != '\n' && c != '\t' && !Printable.is(c)))
                    .isEmpty());
        }
    }

    @Test
    void pipesAndFoldersAreRefusedInWords() {
        for (String none : List.of("/dev/zero", folder.toString())) {
            for (List<Object> command : List.<List<Object>>of(
                    List.of("batch", none, "-o", folder.resolve("out")),
                    List.of("trace", "--input", none),
                    List.of("page", "--lesson", none, "-o", folder.resolve("x.html")))) {
                InProcess said = InProcess.run(command.toArray());
                assertThat(said.code()).isEqualTo(1);
                assertThat(said.err())
                        .as("%s", command)
                        .hasLineCount(1)
                        .containsAnyOf("pipe or a device", "is a folder");
            }
        }
    }

    @Test
    void aBatchHasALimitOfLines() throws IOException {
        Path list = Files.writeString(folder.resolve("l.txt"), "a\n".repeat(100_001));
        InProcess said = InProcess.run("batch", list, "-o", folder.resolve("out"));
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).contains("has more than 100000 lines: part it in several files.");
    }
}
