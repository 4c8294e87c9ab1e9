package app.regard.cli.commands;

import static app.regard.cli.commands.LabCommandTest.panel;
import static org.assertj.core.api.Assertions.assertThat;

import app.regard.cli.InProcess;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The labs of all heads and of the layers tell the numbers of the commands heads and layers. */
class LookLabsTest {
    @TempDir
    private Path folder;

    private JsonNode json(String... args) throws IOException {
        return LabJson.of(folder, args);
    }

    /** The table of a lab as lists, row by row. */
    private static List<List<Double>> values(JsonNode panel) {
        List<List<Double>> rows = new ArrayList<>();
        panel.get("values").forEach(row -> {
            List<Double> cells = new ArrayList<>();
            row.forEach(cell -> cells.add(cell.asDouble()));
            rows.add(cells);
        });
        return rows;
    }

    @Test
    @Tag("model")
    void allHeadsTellTheNumbersOfTheHeadsCommand() throws IOException {
        String text = "The animal was tired.";
        Path file = folder.resolve("heads.json");
        assertThat(InProcess.run("heads", text, "--json", "--sort", "cls", "--at-least", "cls=0.5", "-o", file)
                        .code())
                .isZero();
        JsonNode lab = json("heads", text, "--set", "order=cls", "--set", "show=cls", "--set", "least=0.5");
        JsonNode due = new ObjectMapper().readTree(file.toFile()).get("heads");
        JsonNode table = panel(lab, "heads");
        assertThat(table.get("columns").size()).isEqualTo(7);
        assertThat(values(table)).hasSize(due.size()).isNotEmpty();
        for (int i = 0; i < due.size(); i++) {
            JsonNode head = due.get(i);
            assertThat(table.get("rows").get(i).asText())
                    .isEqualTo("L" + head.get("layer").asInt() + "·H"
                            + head.get("head").asInt());
            for (int j = 0; j < 7; j++) {
                String measure = table.get("columns").get(j).asText();
                assertThat(values(table).get(i).get(j))
                        .isEqualTo(head.get(measure).asDouble());
            }
        }
        assertThat(lab.get("said").asText()).contains(due.size() + " of 72 heads with [CLS] at least 0.50");
    }

    @Test
    @Tag("model")
    void aWordThroughItsLayersTellsTheNumbersOfTheLayersCommand() throws IOException {
        String text = "She sat down on the bank of the river.";
        String with = "He brought the money to the bank.";
        Path file = folder.resolve("layers.json");
        assertThat(InProcess.run("layers", text, "--word", "bank", "--with", with, "-o", file)
                        .code())
                .isZero();
        JsonNode lab = json("layers", text, "--set", "word=bank", "--set", "with=" + with, "--set", "other=bank");
        JsonNode due = new ObjectMapper().readTree(file.toFile()).get("lines");
        List<List<Double>> table = values(panel(lab, "layers"));
        for (int place = 0; place < 7; place++) {
            assertThat(table.get(place).get(0))
                    .isEqualTo(due.get(0).get("cosines").get(place).asDouble());
            assertThat(table.get(place).get(4))
                    .isEqualTo(due.get(1).get("cosines").get(place).asDouble());
            assertThat(table.get(place).get(8))
                    .isEqualTo(due.get(2).get("cosines").get(place).asDouble());
        }
        assertThat(lab.get("said").asText()).contains("0.9885 in the input and 0.8192 after the last layer");
    }

    @Test
    void headsOfAFileAreALabToo() throws IOException {
        Path weights = Path.of("src/test/resources/app/regard/heads/attention-f8-big.npy");
        Path file = folder.resolve("file.json");
        assertThat(InProcess.run(
                                "lab",
                                "heads",
                                "--attention",
                                weights,
                                "--tokens",
                                "a b c d",
                                "--set",
                                "order=self",
                                "-o",
                                file)
                        .code())
                .isZero();
        JsonNode lab = new ObjectMapper().readTree(file.toFile());
        assertThat(panel(lab, "heads").get("rows").size()).isEqualTo(6);
        assertThat(InProcess.run("lab", "heads", "a b c d", "--attention", weights)
                        .problem())
                .containsExactly("regard lab: --attention takes the place of a sentence: give one of the two.");
        assertThat(InProcess.run("lab", "heads", "--attention", weights, "--set", "order=cls")
                        .err())
                .contains("takes place, self, previous, next, spread");
    }
}
