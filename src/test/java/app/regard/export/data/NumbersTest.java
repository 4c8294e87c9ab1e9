package app.regard.export.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.regard.engine.Attention;
import app.regard.engine.References;
import app.regard.file.Cases;
import app.regard.file.array.Csv;
import app.regard.file.array.Npy;
import app.regard.file.array.Npz;
import app.regard.trace.Experiment;
import app.regard.trace.Grid;
import app.regard.trace.Mask;
import app.regard.trace.Matrix;
import app.regard.trace.Positions;
import app.regard.trace.Reading;
import app.regard.trace.Source;
import app.regard.trace.Trace;
import app.regard.words.Library;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NumbersTest {
    private static final List<String> RESULTS =
            List.of("P", "Q", "K", "V", "scores", "scaled", "rowMax", "exponentials", "rowSums", "weights", "outputs");

    private static List<Trace> references() {
        return References.cases().stream().map(c -> Attention.trace(c.in())).toList();
    }

    /** The references, a masked sentence with positions, and two sentences. */
    static List<Trace> traces() {
        Library library = new Library();
        Experiment bank = Experiment.of("I sat on the bank of the river =1+1", new Source.Simple("similarity"))
                .withMask(Mask.local(1))
                .withPositions(Positions.sinusoidal(0.25))
                .withTemperature(0.7);
        Experiment two = new Experiment(
                "the cat",
                "a tired dog",
                new Source.Seeded("simple", 3),
                Mask.NONE,
                Positions.sinusoidal(1),
                1,
                List.of(),
                Reading.PLAIN,
                true);
        return Stream.concat(
                        references().stream(),
                        Stream.of(bank, two).map(library::resolve).map(Attention::trace))
                .toList();
    }

    private static byte[] json(List<Trace> traces) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Numbers.json(
                    out,
                    traces.stream()
                            .map(t -> new Numbers.Subject(t.in().head().name(), t, null))
                            .toList());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    private static Matrix copy(Grid g) {
        return Matrix.fill(g.rows(), g.cols(), g::at);
    }

    /** Everything that the reference expects is there under its name and in its shape, bit for bit as in the trace. */
    @Test
    void jsonHoldsEveryNumberWhereTheReferenceHasIt() throws IOException {
        List<References.Case> cases = References.cases();
        List<Trace> traces = references();
        JsonNode all = new ObjectMapper().readTree(json(traces));
        assertThat(all).hasSameSizeAs(cases);
        for (int i = 0; i < cases.size(); i++) {
            JsonNode one = all.get(i);
            Trace t = traces.get(i);
            List<Grid> ours = List.of(
                    t.p(),
                    t.q(),
                    t.k(),
                    t.v(),
                    t.scores(),
                    t.scaled(),
                    t.rowMax(),
                    t.exponentials(),
                    t.rowSums(),
                    t.weights().a(),
                    t.outputs());
            assertThat(one.get("name").asText()).isEqualTo(cases.get(i).name());
            for (int k = 0; k < RESULTS.size(); k++) {
                String name = RESULTS.get(k);
                JsonNode expected = cases.get(i).expected().get(name);
                Matrix read = References.matrix(one.get(name));
                assertThat(read).as(name).isEqualTo(copy(ours.get(k)));
                assertThat(shape(one.get(name))).as(name).isEqualTo(shape(expected));
                agree(name, read, cases.get(i).matrix(name));
            }
        }
    }

    private static String shape(JsonNode list) {
        return list.isArray() ? list.size() + " " + shape(list.get(0)) : "";
    }

    /** Only that nothing stands in another's place; the engine's tests are strict about digits. */
    private static void agree(String name, Matrix ours, Matrix theirs) {
        for (int i = 0; i < ours.rows(); i++) {
            for (int j = 0; j < ours.cols(); j++) {
                double due = theirs.at(i, j);
                assertThat(ours.at(i, j) == due || Math.abs(ours.at(i, j) - due) <= 1e-11 * Math.max(1, Math.abs(due)))
                        .as("%s[%d][%d]", name, i, j)
                        .isTrue();
            }
        }
    }

    /** What is exported is a case: read again and traced, it gives the same bytes. */
    @Test
    void jsonCanBeReadAsCasesAgain() {
        String json = new String(json(traces()), UTF_8);
        List<Trace> again = Cases.read(json, "it").cases().stream()
                .map(c -> Attention.trace(c.in()))
                .toList();
        assertThat(again).hasSize(8);
        assertThat(new String(json(again), UTF_8)).isEqualTo(json);
    }

    /** On whatever Java this runs: Double.toString would give other bytes on 17 than on 19 and later. */
    @Test
    void theBytesAreThoseOfEveryJava() throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(json(references()));
        assertThat(HexFormat.of().formatHex(digest))
                .isEqualTo("31fa987e0b7a1b1d256a486320347ae0eb69ffe630f0accbaeaac4d33f616105");
    }

    @Test
    void aSingleTraceIsAnObjectWithItsRecipe() throws IOException {
        Experiment recipe =
                Experiment.of("the cat", new Source.Simple("agreement")).withMask(Mask.CAUSAL);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Trace t = Attention.trace(new Library().resolve(recipe));
        Numbers.json(out, new Numbers.Subject("cats", t, recipe));
        JsonNode one = new ObjectMapper().readTree(out.toByteArray());
        assertThat(one.get("name").asText()).isEqualTo("cats");
        assertThat(one.get("tokens").get(1).asText()).isEqualTo("cat");
        assertThat(one.get("mask").asText()).isEqualTo("causal");
        assertThat(one.get("scaled").get(0).get(1).asText()).isEqualTo("-Infinity");
        assertThat(one.get("experiment").get("source").get("head").asText()).isEqualTo("agreement");
        assertThat(out.toString(UTF_8)).endsWith("}\n").doesNotContain("\r");
    }

    @ParameterizedTest
    @MethodSource("traces")
    void everyMatrixComesBackFromCsvAndNpyBitForBit(Trace t) throws IOException {
        int query = t.weights().from().size() - 1;
        Map<String, Csv.Labelled> all = Numbers.matrices(t, query);
        assertThat(all).containsKeys("X", "W_Q", "Q", "K", "V", "scores", "scaled", "weights", "weighted", "outputs");
        assertThat(all.containsKey("keyX")).isEqualTo(!t.in().self());
        assertThat(all.containsKey("P")).isEqualTo(t.in().positions().on());
        assertThat(all.containsKey("b_Q")).isEqualTo(t.in().head().q().biased());
        assertThat(copy(all.getOrDefault("weighted", Csv.read("1", "it")).grid()))
                .isEqualTo(t.weighted(query));
        for (Map.Entry<String, Csv.Labelled> entry : all.entrySet()) {
            Csv.Labelled m = entry.getValue();
            assertThat(m.corner()).isEqualTo(entry.getKey());
            assertThat(m.rows()).hasSize(m.grid().rows());
            assertThat(m.cols()).hasSize(m.grid().cols());
            ByteArrayOutputStream csv = new ByteArrayOutputStream();
            Csv.write(csv, m);
            assertThat(Csv.read(csv.toString(UTF_8), "it"))
                    .isEqualTo(new Csv.Labelled(m.corner(), m.rows(), m.cols(), copy(m.grid())));
            ByteArrayOutputStream npy = new ByteArrayOutputStream();
            Npy.write(npy, m.grid());
            Grid read = Npy.read(new ByteArrayInputStream(npy.toByteArray()), npy.size(), "it")
                    .grid();
            assertThat(copy(read)).isEqualTo(copy(m.grid()));
        }
    }

    @ParameterizedTest
    @MethodSource("traces")
    void theWholeTraceComesBackFromNpz(Trace t, @TempDir Path folder) throws IOException {
        ByteArrayOutputStream npz = new ByteArrayOutputStream();
        Map<String, Grid> arrays = Numbers.arrays(t);
        Npz.write(npz, arrays);
        Path file = Files.write(folder.resolve("t.npz"), npz.toByteArray());
        assertThat(Npz.headers(file).keySet()).containsExactlyElementsOf(arrays.keySet());
        arrays.forEach((name, grid) ->
                assertThat(copy(Npz.read(file, name).grid())).as(name).isEqualTo(copy(grid)));
    }
}
