package app.regard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Heads of the trained model from the command line; the numbers are those of a study with ONNX Runtime. */
@Tag("model")
class TrainedCommandsTest {
    private static final String TIRED = "The animal didn't cross the street because it was too tired.";
    private static final int IT = 10;
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private JsonNode json(Object... args) throws IOException {
        Path file = folder.resolve("out.json");
        Object[] all = java.util.stream.Stream.concat(
                        java.util.Arrays.stream(args), java.util.stream.Stream.of("-o", file, "--force"))
                .toArray();
        assertThat(InProcess.run(all)).returns(0, InProcess::code).returns("", InProcess::err);
        return JSON.readTree(file.toFile());
    }

    @ParameterizedTest
    @CsvSource({"3, 1, 2, 0.677", "5, 11, 2, 0.673", "2, 1, 13, 0.715", "0, 2, 9, 1.000"})
    void weightsAreThoseThatOnnxRuntimeGave(int layer, int head, int key, double weight) throws IOException {
        JsonNode trace = json("trace", TIRED, "--model", "minilm", "--layer", layer, "--head", head);
        assertThat(trace.get("tokens").get(IT).asText()).isEqualTo("it");
        assertThat(trace.get("weights").get(IT).get(key).asDouble()).isCloseTo(weight, within(5e-4));
        assertThat(trace.get("X").get(0)).hasSize(384);
        assertThat(trace.get("Q").get(0)).hasSize(32);
        assertThat(trace.get("b_Q")).hasSize(32);
        assertThat(trace.get("experiment").get("source").get("layer").asInt()).isEqualTo(layer);
    }

    /** A score is Σ over dimensions of x·(W_Q·k′)/√d_k and three parts of biases; without a part every weight of the row is another. */
    @Test
    void aScoreIsTakenApartByDimensionAndByBias() throws IOException {
        Object[] head = {TIRED, "--model", "minilm", "--layer", 3, "--head", 1};
        JsonNode t = json("trace", head[0], head[1], head[2], head[3], head[4], head[5], head[6]);
        Object[] lab = {"lab", "parts", TIRED, "--model", "minilm", "--layer", 3, "--head", 1, "--focus", "it"};
        JsonNode all = json(lab).get("panels").get(0);
        double sum = 0;
        for (int part = 0; part < all.get("rows").size(); part++) {
            String name = all.get("rows").get(part).asText();
            double value = all.get("values").get(part).get(0).asDouble();
            sum += value;
            if (name.matches("\\d+")) {
                assertThat(value).isCloseTo(part(t, Integer.parseInt(name), 2), within(1e-12));
            }
        }
        assertThat(all.get("rows").toString()).contains("b_Q·k", "q·b_K", "b_Q·b_K", "374 more");
        assertThat(sum).isCloseTo(t.get("scaled").get(IT).get(2).asDouble(), within(1e-12));
        Object[] off = java.util.stream.Stream.concat(
                        java.util.Arrays.stream(lab), java.util.stream.Stream.of("--set", "off=383"))
                .toArray();
        JsonNode row = json(off).get("panels").get(1);
        double whole = 0;
        int n = t.get("tokens").size();
        double[] due = new double[n];
        for (int j = 0; j < n; j++) {
            due[j] = Math.exp(t.get("scaled").get(IT).get(j).asDouble() - part(t, 383, j));
            whole += due[j];
        }
        for (int j = 0; j < n; j++) {
            assertThat(row.get("values").get(j).get(0).asDouble()).isCloseTo(due[j] / whole, within(1e-12));
        }
    }

    private static double part(JsonNode t, int dimension, int key) {
        double meet = 0;
        for (int k = 0; k < 32; k++) {
            double plain =
                    t.get("K").get(key).get(k).asDouble() - t.get("b_K").get(k).asDouble();
            meet += t.get("W_Q").get(dimension).get(k).asDouble() * plain;
        }
        return t.get("X").get(IT).get(dimension).asDouble() * meet / Math.sqrt(32);
    }

    @Test
    void asAProcessToo() throws Exception {
        Run run = Run.of(folder, "show", "bank of the river", "--model", "minilm", "--layer", "0", "--head", "2");
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines().filter(l -> l.contains("most:")).map(l -> l.replaceAll(".*most: ", "")))
                .containsExactly("[CLS]", "[CLS]", "bank", "of", "the", "river");
        assertThat(run.out())
                .isEqualTo(InProcess.run("show", "bank of the river", "--model", "minilm", "--layer", 0, "--head", 2)
                        .out());
        Run heads = Run.of(folder, "heads", TIRED, "--sort", "previous");
        assertThat(heads.code()).isZero();
        assertThat(heads.out().lines()).hasSize(74);
        assertThat(heads.out().lines().skip(1).findFirst().orElseThrow())
                .startsWith("L0·H2 ")
                .contains(" 1.000 ");
    }

    @Test
    void headsAreListedWithWhatTheyDo() throws IOException {
        JsonNode heads = json("heads", TIRED, "--json").get("heads");
        assertThat(heads).hasSize(72);
        JsonNode previous = heads.get(2);
        assertThat(previous.get("previous").asDouble()).isCloseTo(1, within(5e-4));
        assertThat(previous.get("spread").asDouble()).isLessThan(0.01);
        JsonNode trace = json("trace", TIRED, "--model", "minilm", "--layer", 4, "--head", 5);
        double cls = 0;
        for (int i = 1; i <= 14; i++) {
            cls += trace.get("weights").get(i).get(0).asDouble() / 14;
        }
        assertThat(heads.get(4 * 12 + 5).get("cls").asDouble()).isCloseTo(cls, within(1e-5));
    }

    @Test
    void averagesAreThoseOfTheHeads() throws IOException {
        double sum = 0;
        for (int head = 0; head < 12; head++) {
            sum += json("trace", TIRED, "--model", "minilm", "--layer", 3, "--head", head)
                    .get("weights")
                    .get(IT)
                    .get(2)
                    .asDouble();
        }
        JsonNode average = json("trace", TIRED, "--model", "minilm", "--average", "heads", "--layer", 3);
        assertThat(average.get("weights").get(IT).get(2).asDouble()).isCloseTo(sum / 12, within(1e-5));
        assertThat(average.get("origin").asText())
                .isEqualTo("derived: average of the 12 heads of layer 3, not the weights of any head"
                        + " · all-MiniLM-L6-v2, learned");
        JsonNode rollout = json("trace", TIRED, "--model", "minilm", "--rollout");
        assertThat(rollout.get("origin").asText()).contains("derived: attention rollout over 6 layers");
        double row = 0;
        for (JsonNode share : rollout.get("weights").get(IT)) {
            row += share.asDouble();
        }
        assertThat(row).isCloseTo(1, within(1e-5));
    }

    @Test
    void piecesBecomeWordsAndSpecialTokensGo() {
        InProcess run = InProcess.run(
                "show",
                "Unbelievably tired",
                "--model",
                "minilm",
                "--layer",
                0,
                "--head",
                1,
                "--merge",
                "--hide-special",
                "--rescale");
        assertThat(run.rows()).hasSize(2);
        assertThat(run.rows().get(0)).startsWith("Unbelievably ");
        assertThat(run.out()).contains("; every row adds up to 1.");
    }

    @Test
    void aCaptionSaysWhatIsTrue() throws IOException {
        Path file = folder.resolve("a.svg");
        InProcess.run(
                "render",
                TIRED,
                "--model",
                "minilm",
                "--layer",
                3,
                "--head",
                1,
                "--mask",
                "causal",
                "--size",
                "1200x900",
                "-o",
                file);
        assertThat(Files.readString(file))
                .contains("Head: L3·H1 (all-MiniLM-L6-v2, learned)", "input of layer 3", "mask: causal")
                .contains("what-if: the model was trained without a mask");
        Path plain = folder.resolve("b.svg");
        InProcess.run("render", "--preset", "it-animal", "--stage", 3, "-o", plain);
        assertThat(Files.readString(plain)).contains("L3·H1").doesNotContain("what-if");
        Path all = folder.resolve("c.svg");
        InProcess.run("render", TIRED, "--model", "minilm", "--what", "heads", "-o", all);
        assertThat(Files.readString(all)).contains(">L5<", ">H11<", "6 × 12 heads: all-MiniLM-L6-v2, learned");
        Path derived = folder.resolve("d.svg");
        InProcess stage =
                InProcess.run("render", TIRED, "--model", "minilm", "--average", "all", "--stage", 2, "-o", derived);
        assertThat(stage.code()).isEqualTo(1);
        assertThat(stage.err()).contains("made from those of heads: there are no stages");
    }

    @Test
    void moreThan512PiecesAreCutAndThatIsSaid() {
        InProcess run = InProcess.run("show", "far ".repeat(600), "--model", "minilm", "--layer", 0, "--head", 2);
        assertThat(run.code()).isZero();
        assertThat(run.err()).contains("602 word pieces", "the first 512");
        assertThat(run.rows()).hasSize(512);
    }

    @Test
    void batchAndCodeTakeTrainedHeads() throws IOException {
        Path lines = folder.resolve("lines.txt");
        Files.write(
                lines,
                List.of(
                        "bank of the river",
                        "{\"text\": \"river bank\", \"source\": {\"kind\": \"trained\", "
                                + "\"model\": \"all-MiniLM-L6-v2\", \"layer\": 1, \"head\": 8}}",
                        "{\"text\": \"river bank\", \"source\": {\"kind\": \"trained\", "
                                + "\"model\": \"all-MiniLM-L6-v2\", \"layer\": 9, \"head\": 8}}"));
        InProcess run = InProcess.run(
                "batch",
                lines,
                "-o",
                folder.resolve("out"),
                "--format",
                "svg",
                "--model",
                "minilm",
                "--layer",
                3,
                "--head",
                5);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("Line 3: There is no head L9·H8", "2 of 3 pictures");
        assertThat(Files.readString(folder.resolve("out/001-bank-of-the-river.svg")))
                .contains("L3·H5");
        assertThat(Files.readString(folder.resolve("out/002-river-bank.svg"))).contains("L1·H8");
        Path script = folder.resolve("head.py");
        assertThat(InProcess.run("code", "--preset", "it-animal", "-o", script).code())
                .isZero();
        assertThat(folder.resolve("head.npz")).exists();
    }

    @Test
    void whatNeedsFewDimensionsSaysSo() {
        for (String[] one : new String[][] {{"page", "a.html"}, {"classsheet", "a.pdf"}}) {
            InProcess run = InProcess.run(one[0], "--preset", "it-animal", "-o", folder.resolve(one[1]));
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.err()).contains("384");
        }
    }
}
