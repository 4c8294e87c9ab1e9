package app.regard.cli.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.regard.cli.InProcess;
import app.regard.file.array.Npy;
import app.regard.trace.Matrix;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weights that another program computed, from the command line; the files are NumPy's (make_attention.py). */
public class AttentionOptionsTest {
    private static final Path FILES =
            Path.of("src/test/resources/app/regard/heads").toAbsolutePath();
    public static final Path SIX = FILES.resolve("attention.safetensors");
    public static final Path CROSS = FILES.resolve("attention-cross.npy");

    @TempDir
    private Path folder;

    public static Path npy(Path folder, Matrix a) throws IOException {
        Path file = folder.resolve("mine.npy");
        try (OutputStream out = Files.newOutputStream(file)) {
            Npy.write(out, a);
        }
        return file;
    }

    /** By hand from the formula of make_attention.py: layer 1, head 2, row 0 is 5, 3, 1, 12 of 21. */
    @Test
    void showPrintsTheHeadThatWasChosenWithTheFilesTokens() {
        InProcess run = InProcess.run("show", "--attention", SIX, "--array", "f64", "--layer", 1, "--head", 2);
        assertThat(run.code()).isZero();
        assertThat(run.err())
                .isEqualToIgnoringNewLines(
                        "“attention.safetensors”: 2 layers × 3 heads × 4 × 4; tokens from the file’s "
                                + "“tokens”; not used: “ids” (4).");
        assertThat(run.rows())
                .hasSize(4)
                .first()
                .asString()
                .matches(" *\\[CLS\\] +0\\.24 +0\\.14 +0\\.05 +0\\.57 +most: \\[SEP\\]");
        assertThat(run.rows().get(1)).contains("Zürich");
    }

    @Test
    void tokensAreTypedOrReadFromAFileOrCounted() throws IOException {
        assertThat(InProcess.run("show", "--attention", CROSS, "--tokens", "yes no", "--key-tokens", "p q r s t")
                        .rows()
                        .get(1))
                .startsWith(" no")
                .endsWith("most: r");
        Path lines = folder.resolve("tokens.txt");
        Files.writeString(lines, "New York\nno\n");
        assertThat(InProcess.run("show", "--attention", CROSS, "--tokens", lines)
                        .rows()
                        .get(0))
                .startsWith("New␣York")
                .endsWith("most: 2");
        InProcess wrong = InProcess.run("show", "--attention", CROSS, "--tokens", "a b c");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("2 queries and 5 keys", "3 and 5 tokens");
    }

    /** What is said beside the table and below it agree, and no sum is told as 1 that is not. */
    @Test
    void aRowThatIsALittleOffIsToldWithAllItTakes() throws IOException {
        InProcess run = InProcess.run(
                "show", "--attention", npy(folder, Matrix.of(new double[][] {{0.5, 0.5}, {0.5, 0.4975}})));
        assertThat(run.err()).contains("row 2 is farthest off with 0.9975.");
        assertThat(run.out()).contains("every row adds up to about 1.");
        assertThat(InProcess.run("show", "--attention", npy(folder, Matrix.of(new double[][] {
                            {0.5, 0.5}, {0.5, 0.5000004}
                        })))
                        .err())
                .contains("row 2 is farthest off with 1.0000004.");
        InProcess rescaled = InProcess.run(
                "show",
                "--attention",
                npy(folder, Matrix.of(new double[][] {{0.5, 0.5}, {2, 2}})),
                "--hide-special",
                "--rescale");
        assertThat(rescaled.err()).contains("with 4.000.").doesNotContain("as they are");
        assertThat(rescaled.out()).contains("0.50  0.50", "every row adds up to 1.");
    }

    @Test
    void aRowOfWhichNothingIsLeftAttendsToNothing() throws IOException {
        InProcess run = InProcess.run(
                "show",
                "--attention",
                npy(folder, Matrix.of(new double[][] {{1, 0, 0}, {1, 0, 0}, {0, 0.5, 0.5}})),
                "--tokens",
                "[CLS] a b",
                "--hide-special",
                "--rescale");
        assertThat(run.rows()).first().asString().matches(" *a +0\\.00 +0\\.00 +most: nothing");
    }

    @Test
    void rowsThatDoNotSumToOneAreReportedAndShownAsTheyAre() throws IOException {
        Path file = npy(folder, Matrix.of(new double[][] {{0.5, 0.5}, {0.2, 0.5}}));
        InProcess run = InProcess.run("show", "--attention", file);
        assertThat(run.code()).isZero();
        assertThat(run.err())
                .isEqualToIgnoringNewLines(
                        "“mine.npy”: one head, 2 × 2; tokens numbered, for the file names none.\n"
                                + "One row does not sum to 1; row 2 is farthest off with 0.7000. The numbers are shown as they are.");
        assertThat(run.rows().get(1)).matches("2 +0\\.20 +0\\.50 +most: 2");
        assertThat(run.out()).contains("not every row adds up to 1").doesNotContain("; every row adds up to 1");
    }

    @Test
    void theFirstOfSeveralArraysIsTakenAndThatIsSaid() {
        InProcess run = InProcess.run("show", "--attention", SIX, "--layer", 0, "--head", 0);
        assertThat(run.err().lines())
                .hasSize(2)
                .first()
                .asString()
                .contains("“f64”, “f32”, “f16”, “bf16”", "the first is taken");
        assertThat(InProcess.run("show", "--attention", SIX, "--array", "z", "--layer", 0, "--head", 0)
                        .err())
                .contains("no array “z”", "“bf16”");
    }

    @Test
    void tokensLeaveByTheirPlaceAndPiecesMergeByTheirMarks() throws IOException {
        Path file = npy(folder, Matrix.of(new double[][] {{0.5, 0.3, 0.2}, {0.6, 0.1, 0.3}, {0.2, 0.2, 0.6}}));
        InProcess hidden = InProcess.run("show", "--attention", file, "--hide", "1,3");
        assertThat(hidden.rows()).singleElement().asString().matches("2 +0\\.10 +most: 2");
        InProcess rescaled = InProcess.run("show", "--attention", file, "--hide", "1", "--rescale");
        assertThat(rescaled.rows().get(0)).matches("2 +0\\.25 +0\\.75 +most: 3");
        InProcess merged = InProcess.run("show", "--attention", file, "--tokens", "<s> ▁un ify", "--merge");
        assertThat(merged.rows().get(0)).matches(" *<s> +0\\.50 +0\\.50 +most: <s> = unify");
        assertThat(merged.rows().get(1)).matches("unify +0\\.40 +0\\.60 +most: unify"); // (0.6 + 0.2) / 2
        InProcess both =
                InProcess.run("show", "--attention", file, "--tokens", "<s> ▁un ify", "--merge", "--hide", "1");
        assertThat(both.rows()).singleElement().asString().matches("unify +0\\.60 +most: unify");
        assertThat(InProcess.run("show", "--attention", file, "--merge").err()).contains("bear no marks");
        assertThat(InProcess.run("show", "--attention", file, "--hide", "4").err())
                .contains("no place 4 to hide");
        InProcess turned = InProcess.run("show", "--attention", file, "--transpose");
        assertThat(turned.rows().get(0)).matches("1 +0\\.50 +0\\.60 +0\\.20 +most: 2");
    }

    @Test
    void averageAndHidingAreDoneAsByHand() throws IOException {
        Path file = npy(folder, Matrix.of(new double[][] {{0.5, 0.3, 0.2}, {0.6, 0.1, 0.3}, {0.2, 0.2, 0.6}}));
        InProcess hidden = InProcess.run("show", "--attention", file, "--tokens", "[CLS] a b", "--hide-special");
        assertThat(hidden.rows()).hasSize(2);
        assertThat(hidden.rows().get(0)).matches("a +0\\.10 +0\\.30 +most: b");
        InProcess rescaled =
                InProcess.run("show", "--attention", file, "--tokens", "[CLS] a b", "--hide-special", "--rescale");
        assertThat(rescaled.rows().get(0)).matches("a +0\\.25 +0\\.75 +most: b");
        assertThat(rescaled.rows().get(1)).matches("b +0\\.25 +0\\.75 +most: b");
        // ½A + ½I of the only layer
        InProcess rollout = InProcess.run("show", "--attention", file, "--rollout");
        assertThat(rollout.rows().get(1)).matches("2 +0\\.30 +0\\.55 +0\\.15 +most: 2");
    }

    @Test
    void traceWritesTheWeightsAndNothingElse() throws IOException {
        Path csv = folder.resolve("w.csv");
        assertThat(InProcess.run("trace", "--attention", CROSS, "-o", csv).code())
                .isZero();
        assertThat(Files.readString(csv)).startsWith("weights,1,2,3,4,5\r\n1,0.0");
        Path json = folder.resolve("w.json");
        assertThat(InProcess.run("trace", "--attention", CROSS, "-o", json).code())
                .isZero();
        JsonNode read = new ObjectMapper().readTree(json.toFile());
        assertThat(read.get("weights")).hasSize(2);
        assertThat(read.get("keyTokens")).hasSize(5);
        assertThat(read.get("weights").get(1).get(2).asDouble()).isCloseTo(13 / 39.0, within(0.02));
        assertThat(InProcess.run("trace", "--attention", CROSS, "--matrix", "Q", "-o", csv)
                        .code())
                .isEqualTo(2);
    }

    /** What trace writes of a head made here and of a file's, as JSON and CSV, opens again with every bit and token. */
    @Test
    void whatRegardWritesCanBeOpened() throws IOException {
        for (String ending : List.of("json", "csv")) {
            Path first = folder.resolve("first." + ending);
            Path second = folder.resolve("second." + ending);
            String masked = "it's =1+1 the cat";
            assertThat(InProcess.run("trace", masked, "--mask", "causal", "-o", first)
                            .code())
                    .isZero();
            InProcess again = InProcess.run("trace", "--attention", first, "-o", second);
            assertThat(again.err().lines()).singleElement().asString().contains("one head, 7 × 7; ", "the file’s “");
            assertThat(again.code()).isZero();
            if (ending.equals("csv")) {
                assertThat(second).hasSameBinaryContentAs(first);
            } else {
                ObjectMapper mapper = new ObjectMapper();
                JsonNode was = mapper.readTree(first.toFile());
                JsonNode is = mapper.readTree(second.toFile());
                assertThat(is.get("weights")).isEqualTo(was.get("weights"));
                assertThat(is.get("tokens")).isEqualTo(was.get("tokens"));
                assertThat(is.get("weights").get(0).get(1).asDouble()).isZero();
            }
        }
        Path csv = folder.resolve("cross.csv");
        Path again = folder.resolve("again.json");
        InProcess.run("trace", "--attention", CROSS, "--key-tokens", "p - r s t", "-o", csv);
        InProcess.run("trace", "--attention", csv, "-o", again);
        JsonNode read = new ObjectMapper().readTree(again.toFile());
        assertThat(read.get("keyTokens").get(1).asText()).isEqualTo("-");
        assertThat(read.get("tokens")).hasSize(2);
        // one's own tokens go before the file's
        assertThat(InProcess.run("show", "--attention", csv, "--tokens", "yes no", "--key-tokens", "a b c d e")
                        .rows()
                        .get(1))
                .startsWith(" no")
                .endsWith("most: c");
    }

    /** All that a trace may hold: biases, positions of both sides, and two sentences. */
    @Test
    void ofATraceForNumPyTheWeightsAreTaken() throws IOException {
        String table = "[[1, 2], [3, 4], [5, 6]]";
        String square = "[[1, 0], [0, 1]]";
        Path input = Files.writeString(
                folder.resolve("case.json"),
                ("{'tokens': ['a', 'b', 'c'], 'X': " + table + ", 'keyTokens': ['d', 'e'], 'keyX': " + square
                                + ", 'W_Q': " + square + ", 'W_K': " + square + ", 'W_V': " + square
                                + ", 'b_Q': [1, 0], 'b_K': [0, 1], 'b_V': [1, 1], 'positions': 'sinusoidal'}")
                        .replace('\'', '"'));
        Path npz = folder.resolve("trace.npz");
        Path json = folder.resolve("trace.json");
        assertThat(InProcess.run("trace", "--input", input, "-o", npz).err()).isEmpty();
        assertThat(InProcess.run("trace", "--input", input, "-o", json).err()).isEmpty();
        Path again = folder.resolve("again.json");
        InProcess run = InProcess.run("trace", "--attention", npz, "-o", again);
        assertThat(run.err())
                .contains("one head, 3 × 2")
                .doesNotContain("--array", "not used"); // nothing to choose from
        ObjectMapper mapper = new ObjectMapper();
        JsonNode was = mapper.readTree(json.toFile()).get("weights");
        assertThat(was).hasSize(3);
        assertThat(mapper.readTree(again.toFile()).get("weights")).isEqualTo(was);
        assertThat(app.regard.file.array.Npz.headers(npz)).containsKeys("b_Q", "keyX", "keyH", "rowMax", "weights");
    }

    /** tl-cache.safetensors: queries, keys and values beside a causal pattern, which the script computes again. */
    @Test
    void aScriptBeginsWithTheQueriesKeysAndValuesOfAFile() {
        Path cache = FILES.resolve("tl-cache.safetensors");
        InProcess numpy = InProcess.run("code", "--attention", cache, "--layer", 1, "--head", 2);
        assertThat(numpy.code()).isZero();
        assertThat(numpy.out())
                .contains("Q = np.array([  # (5, 8)", "scaled[j > i] = -np.inf", "d_k = Q.shape[1]")
                .doesNotContain("W_Q", "X =");
        InProcess java = InProcess.run("code", "--attention", cache, "--layer", 1, "--head", 2, "--as", "java");
        assertThat(java.out()).contains("static final double[][] Q", "j <= i").doesNotContain("W_Q", "eye(");
        InProcess weights = InProcess.run("code", "--attention", SIX, "--layer", 1, "--head", 2);
        assertThat(weights.code()).isNotZero();
        assertThat(weights.err()).contains("say --as latex, table or pgfplots");
        assertThat(InProcess.run("code", "--attention", SIX, "--layer", 1, "--head", 2, "--as", "table")
                        .out())
                .contains("0.24", "Zürich");
    }
}
