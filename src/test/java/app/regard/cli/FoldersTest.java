package app.regard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.regard.transformer.TinyModels;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Commands on models' folders: each with a model of each family, its numbers those that transformers computes. */
class FoldersTest {
    private static final String TIRED = "The animal was tired.";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Commands with options that need no head, and after the blank line those that do; FILE is where they write. */
    private static final List<String> COMMANDS = """
            show --rollout --merge --hide-special --rescale
            show --average heads --layer 1
            show --average layers --head 1
            render --what heads -o FILE.png
            render --what heads --sort previous --top 3 -o FILE.svg
            heads --at-least self=0
            layers --word animal --other tired
            layers --word animal --other was --with was -o FILE.svg

            show --mask local:1 --temperature 2
            show --edit W_Q[0,1]=3 --before-head 1
            render --what arcs --focus animal -o FILE.svg
            render --what sheet -o FILE.png
            render --what gif -o FILE.gif
            render --stage 3 -o FILE.pdf
            trace -o FILE.npz
            code -o FILE.py
            page -o FILE.html
            quiz -o FILE.gift
            lab edit
            lab parts -o FILE.svg
            lab contribution -o FILE.json
            lab compare
            lab bet
            """.lines().toList();

    @TempDir
    private Path folder;

    private static String model(String name) {
        return TinyModels.folder(name).toString();
    }

    @ParameterizedTest
    @FieldSource("app.regard.transformer.TinyModels#NAMES")
    void everyCommandKnowsAModelOfEachFamily(String name) {
        List<String> head = List.of();
        for (String command : COMMANDS) {
            if (command.isBlank()) {
                head = List.of("--layer", "1", "--head", "2");
                continue;
            }
            List<String> words = new ArrayList<>(
                    List.of(command.replace("FILE", folder.resolve("it") + "").split(" ")));
            words.add(words.get(0).equals("lab") ? 2 : 1, TIRED);
            words.addAll(List.of("--model", model(name)));
            words.addAll(head);
            InProcess run = InProcess.run(words.toArray());
            assertThat(run.code()).as("%s: %s", command, run.err()).isZero();
            int file = words.indexOf("-o");
            if (file > 0) {
                Path written = Path.of(words.get(file + 1));
                assertThat(written).as(command).isNotEmptyFile();
                assertThat(written.toFile().delete()).isTrue();
            } else {
                assertThat(run.out()).as(command).isNotBlank();
            }
        }
    }

    @ParameterizedTest
    @FieldSource("app.regard.transformer.TinyModels#NAMES")
    void whatIsWrittenOfAHeadIsWhatTransformersComputes(String name) throws IOException {
        JsonNode expected = JSON.readTree(
                        TinyModels.folder(name).resolve("expected.json").toFile())
                .get(0);
        Path file = folder.resolve("head.json");
        assertThat(InProcess.run("trace", TIRED, "--model", model(name), "--layer", 1, "--head", 2, "-o", file)
                        .code())
                .isZero();
        JsonNode trace = JSON.readTree(file.toFile());
        assertThat(trace.get("tokens")).isEqualTo(expected.get("tokens"));
        JsonNode weights = expected.get("attention").get(1).get(2);
        for (int i = 0; i < weights.size(); i++) {
            for (int j = 0; j < weights.size(); j++) {
                assertThat(trace.get("weights").get(i).get(j).asDouble())
                        .isCloseTo(weights.get(i).get(j).asDouble(), within(2e-5));
            }
        }
        Files.delete(file);
    }

    @Test
    void piecesOfBytesAreShownAsWhatTheySpellAndFoundByIt() {
        InProcess run =
                InProcess.run("show", "A naïve animal", "--model", model("gpt2-tiny"), "--layer", 0, "--head", 0);
        assertThat(run.rows().get(run.rows().size() - 1).strip()).startsWith("·animal");
        assertThat(run.out()).contains("na<0xC3>", "<0xAF>ve").doesNotContain("Ġ");
        for (String called : List.of("animal", "·animal", "Ġanimal")) {
            InProcess edited = InProcess.run(
                    "show",
                    TIRED,
                    "--model",
                    model("gpt2-tiny"),
                    "--layer",
                    0,
                    "--head",
                    0,
                    "--edit",
                    "X[" + called + "@2,*]=0",
                    "--before-edit",
                    "none");
            assertThat(edited.code()).as(edited.err()).isZero();
            assertThat(edited.out()).contains("The largest change is").doesNotContain("The largest change is 0.\n");
        }
    }

    @Test
    void aFileOfAModelIsOpenedByItsFolder() {
        String file =
                TinyModels.folder("gpt2-tiny").resolve("model.safetensors").toString();
        InProcess run = InProcess.run("heads", TIRED, "--model", file);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err().lines()).singleElement().asString().contains("is a file", "its folder");
    }

    @Test
    void whatIsReadNamesAPieceAsItIsShown() throws IOException {
        for (String command : List.of(
                "render --what sheet --focus animal -o FILE.svg",
                "render --what bars --focus animal -o FILE.svg",
                "page -o FILE.html",
                "quiz --focus animal -o FILE.gift",
                "lab parts --set query=animal --set key=the",
                "lab contribution --set query=animal",
                "lab compare --set word=·animal --set with=none",
                "lab compare --focus animal",
                "lab bet --set query=animal")) {
            Path file = folder.resolve("it");
            List<String> words =
                    new ArrayList<>(List.of(command.replace("FILE", file + "").split(" ")));
            words.add(words.get(0).equals("lab") ? 2 : 1, TIRED);
            words.addAll(List.of("--model", model("gpt2-tiny"), "--layer", "1", "--head", "2"));
            InProcess run = InProcess.run(words.toArray());
            assertThat(run.code()).as("%s: %s", command, run.err()).isZero();
            int written = words.indexOf("-o");
            String text = written > 0 ? Files.readString(Path.of(words.get(written + 1))) : run.out();
            assertThat(text).as(command).contains("·animal").doesNotContain("Ġ");
            if (written > 0) {
                Files.delete(Path.of(words.get(written + 1)));
            }
        }
    }

    @Test
    void whatIsChangedInAHeadIsCalledWhatItIs() throws IOException {
        Path file = folder.resolve("it.svg");
        Object[] options = {
            "--model", model("gpt2-tiny"), "--layer", 1, "--head", 2, "--mask", "local:1", "--edit", "X[animal@2,0]=3"
        };
        assertThat(run(options, "show", TIRED).out())
                .contains("what if: local window ±1", "X[animal@2,0]=3, of this head alone")
                .doesNotContain("causal mask");
        run(options, "render", TIRED, "--size", "1600x900", "-o", file);
        assertThat(Files.readString(file)).contains("without this mask", "X[animal@2,0]=3, of this head alone");
        Object[] own = {"--model", model("gpt2-tiny"), "--layer", 1, "--head", 2};
        assertThat(run(own, "show", TIRED).out()).doesNotContain("what if");
    }

    private static InProcess run(Object[] options, Object... first) {
        List<Object> words = new ArrayList<>(List.of(first));
        words.addAll(List.of(options));
        InProcess run = InProcess.run(words.toArray());
        assertThat(run.code()).as(run.err()).isZero();
        return run;
    }
}
