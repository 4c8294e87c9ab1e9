package app.regard.cli;

import static app.regard.cli.CommandsTest.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command trace: every number, of sentences and of the reference cases, in every format. */
class TraceCommandTest {
    @TempDir
    private Path folder;

    private InProcess run(String... args) {
        return InProcess.in(folder, args);
    }

    @Test
    void traceWritesEveryNumberAsJson() throws Exception {
        InProcess run = run("trace", "--preset", "river");
        assertThat(run.code()).isZero();
        JsonNode trace = new ObjectMapper().readTree(run.out());
        assertThat(trace.get("tokens")).hasSize(4);
        // e^(3.3/2) ÷ the row's sum, recomputed from the scores that were written
        double sum = 0;
        double most = 0;
        for (JsonNode s : trace.get("scores").get(0)) {
            sum += Math.exp(s.asDouble() / 2);
            most = Math.max(most, Math.exp(s.asDouble() / 2));
        }
        assertThat(trace.get("weights").get(0).get(3).asDouble()).isCloseTo(most / sum, within(1e-15));
        assertThat(run("trace", "--preset", "river", "--mask", "causal").out()).contains("\"-Infinity\"");
    }

    @Test
    void traceOfTheReferenceCasesGivesTheReferenceNumbers() throws Exception {
        Path cases = Path.of("src/test/resources/app/regard/engine/traces.json").toAbsolutePath();
        assertThat(run("trace", "--input", cases.toString(), "-o", "out.json").code())
                .isZero();
        ObjectMapper json = new ObjectMapper();
        JsonNode expected = json.readTree(cases.toFile());
        JsonNode got = json.readTree(folder.resolve("out.json").toFile());
        assertThat(got).hasSize(expected.size());
        for (int c = 0; c < expected.size(); c++) {
            assertThat(got.get(c).get("name")).isEqualTo(expected.get(c).get("name"));
            for (String name : List.of("scores", "scaled", "rowMax", "exponentials", "rowSums", "weights", "outputs")) {
                close(expected.get(c).get("expected").get(name), got.get(c).get(name), name + " of case " + c);
            }
        }
        JsonNode one = expected.get(0);
        json.writeValue(folder.resolve("one.json").toFile(), one);
        assertThat(json.readTree(run("trace", "--input", "one.json").out()).isObject())
                .isTrue();
    }

    private static void close(JsonNode expected, JsonNode got, String where) {
        if (expected.isArray()) {
            assertThat(got).as(where).hasSize(expected.size());
            for (int i = 0; i < expected.size(); i++) {
                close(expected.get(i), got.get(i), where);
            }
        } else if (expected.isTextual()) {
            assertThat(got.asText()).as(where).isEqualTo(expected.asText());
        } else {
            double tolerance = 1e-12 * Math.max(1, Math.abs(expected.asDouble()));
            assertThat(got.asDouble()).as(where).isCloseTo(expected.asDouble(), within(tolerance));
        }
    }

    @Test
    void oneMatrixGoesOutAsCsvOrNpy() throws Exception {
        assertThat(run("trace", "--preset", "river", "-o", "a.csv").code()).isZero();
        assertThat(Files.readString(folder.resolve("a.csv")))
                .startsWith("weights,bank,of,the,river\r\nbank,0.37780936");
        assertThat(run("trace", "--preset", "river", "-o", "q.npy", "--matrix", "Q")
                        .code())
                .isZero();
        assertThat(run("trace", "--preset", "river", "-o", "all.npz").code()).isZero();
        assertThat(run("trace", "--preset", "river", "-o", "b.csv", "--matrix", "Z")
                        .problem())
                .singleElement()
                .asString()
                .contains("Choose one of X, ");
        assertThat(written(folder)).containsExactly("a.csv", "all.npz", "q.npy");
    }
}
