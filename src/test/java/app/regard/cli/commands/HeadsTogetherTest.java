package app.regard.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.regard.cli.InProcess;
import app.regard.transformer.TinyModels;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the heads of a trained layer add, held to NumPy on the models' files, and to what the model itself computes. */
class HeadsTogetherTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private JsonNode lab(Object... args) throws IOException {
        Path file = folder.resolve("x.json");
        List<Object> all = new ArrayList<>(List.of("lab", "heads-together"));
        all.addAll(List.of(args));
        all.addAll(List.of("-o", file, "--force"));
        InProcess run = InProcess.run(all.toArray());
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        return JSON.readTree(file.toFile());
    }

    private static JsonNode panel(JsonNode lab, String id) {
        for (JsonNode panel : lab.get("panels")) {
            if (panel.get("id").asText().equals(id)) {
                return panel;
            }
        }
        throw new AssertionError("no panel " + id);
    }

    private static double number(JsonNode panel, String row, int col) {
        for (int i = 0; i < panel.get("rows").size(); i++) {
            if (panel.get("rows").get(i).asText().equals(row)) {
                return panel.get("values").get(i).get(col).asDouble();
            }
        }
        throw new AssertionError("no row " + row + " in " + panel.get("rows"));
    }

    private static double fact(JsonNode lab, String name) {
        return number(panel(lab, "facts"), name, 0);
    }

    /** heads_together.py has computed it from the files and from the weights that transformers gave, printed to 7 digits. */
    @ParameterizedTest
    @ValueSource(strings = {"bert-tiny", "distilbert-tiny", "roberta-tiny", "gpt2-tiny"})
    void eachHeadAddsWhatNumPySays(String name) throws IOException {
        JsonNode due;
        try (InputStream in = Objects.requireNonNull(
                HeadsTogetherTest.class.getResourceAsStream("/app/regard/lab/heads-together.json"))) {
            due = JSON.readTree(in).get(name);
        }
        Object[] asked = {
            due.get("sentence").asText(),
            "--model",
            TinyModels.folder(name),
            "--layer",
            0,
            "--head",
            2,
            "--focus",
            due.get("place").asInt()
        };
        JsonNode lab = lab(asked);
        for (int h = 0; h < due.get("lengths").size(); h++) {
            assertThat(number(panel(lab, "heads"), "H" + h, 0))
                    .isCloseTo(due.get("lengths").get(h).asDouble(), within(2e-5));
        }
        assertThat(fact(lab, "length b_O")).isCloseTo(due.get("bias").asDouble(), within(1e-6));
        JsonNode columns = panel(lab, "added");
        for (int c = 0; c < 10; c++) {
            int column = columns.get("columns").get(c).asInt();
            assertThat(number(columns, "together", c))
                    .isCloseTo(due.get("sum").get(column).asDouble(), within(2e-5));
        }
        addsUp(lab);
    }

    /** Σ of the parts is concat·W_O + b_O, and what the model computes in floats; along the sum they make its length. */
    private static void addsUp(JsonNode lab) {
        double length = fact(lab, "length together");
        assertThat(fact(lab, "concat·W_O + b_O less the sum of the parts")).isLessThanOrEqualTo(1e-12 * length);
        assertThat(fact(lab, "the model’s own less the sum of the parts")).isLessThanOrEqualTo(1e-6 * length);
        double along = 0;
        JsonNode heads = panel(lab, "heads");
        for (JsonNode row : heads.get("values")) {
            along += row.get(1).asDouble();
        }
        assertThat(along).isCloseTo(length, within(1e-12 * length));
        JsonNode columns = panel(lab, "added");
        for (int c = 0; c < 10; c++) {
            double sum = 0;
            for (int p = 0; p < heads.get("rows").size(); p++) {
                sum += columns.get("values").get(p).get(c).asDouble();
            }
            assertThat(number(columns, "together", c)).isCloseTo(sum, within(1e-12 * length));
        }
    }

    @Test
    void aHeadThatIsOffIsMissingFromTheSumAndNothingElseChanges() throws IOException {
        Path model = TinyModels.folder("bert-tiny");
        Object[] asked = {"The animal was tired.", "--model", model, "--layer", 1, "--head", 0, "--focus", 3};
        JsonNode all = lab(asked);
        JsonNode three = lab(
                asked[0], asked[1], asked[2], asked[3], asked[4], asked[5], asked[6], asked[7], asked[8], "--set",
                "off=1");
        assertThat(fact(three, "change of the sum")).isCloseTo(number(panel(all, "heads"), "H1", 0), within(1e-12));
        JsonNode whole = panel(all, "added");
        JsonNode left = panel(three, "added");
        for (int c = 0; c < 10; c++) {
            assertThat(number(left, "together", c))
                    .isCloseTo(number(whole, "together", c) - number(whole, "H1", c), within(1e-12));
            assertThat(number(left, "H1", c)).isZero();
            assertThat(number(left, "H1 before", c)).isEqualTo(number(whole, "H1", c));
            assertThat(number(left, "H2", c)).isEqualTo(number(whole, "H2", c));
        }
        InProcess wrong =
                InProcess.run("lab", "heads-together", "The animal was tired.", "--model", model, "--set", "off=4");
        assertThat(wrong.code()).isNotZero();
        assertThat(wrong.err()).contains("0 to 3").hasLineCount(1);
    }

    /** What runs over all heads of a model is not asked for one. */
    @Test
    void noHeadIsAskedForWhereAllTakePart() throws IOException {
        Path model = TinyModels.folder("bert-tiny");
        for (String id : List.of("heads", "layers", "heads-together")) {
            InProcess run = InProcess.run("lab", id, "The animal was tired.", "--model", model);
            assertThat(run.code()).as("%s: %s", id, run.err()).isZero();
        }
        InProcess second =
                InProcess.run("lab", "heads-together", "The animal was tired.", "--model", model, "--layer", 1);
        assertThat(second.out()).contains("Layer 1 adds to");
    }

    @Test
    @Tag("model")
    void twelveHeadsOfTheModelThatComesWithTheProgramAddUpInEveryLayer() throws IOException {
        for (int layer = 0; layer < 6; layer++) {
            addsUp(lab(
                    "The animal didn't cross the street because it was too tired.",
                    "--model",
                    "minilm",
                    "--layer",
                    layer,
                    "--head",
                    1,
                    "--focus",
                    "it"));
        }
    }
}
