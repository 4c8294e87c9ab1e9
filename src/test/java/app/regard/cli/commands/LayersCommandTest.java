package app.regard.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.regard.cli.InProcess;
import app.regard.file.array.Csv;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A word through the layers from the command line; its table in the terminal is held by docs/trained-heads.md. */
@Tag("model")
class LayersCommandTest {
    private static final String RIVER = "She sat down on the bank of the river.";
    private static final String MONEY = "He brought the money to the bank.";

    @TempDir
    private Path folder;

    private InProcess run(Object... more) {
        List<Object> all = new ArrayList<>(List.of("layers", RIVER));
        all.addAll(List.of(more));
        return InProcess.run(all.toArray());
    }

    private Path written(String name, Object... more) {
        Path file = folder.resolve(name);
        List<Object> all = new ArrayList<>(List.of(more));
        all.addAll(List.of("-o", file));
        assertThat(run(all.toArray())).returns(0, InProcess::code).returns("", InProcess::err);
        return file;
    }

    private JsonNode json(Object... more) throws IOException {
        Path file = written("out" + folder.toFile().list().length + ".json", more);
        return new ObjectMapper().readTree(file.toFile());
    }

    @Test
    void jsonHoldsEveryNumberWithWhatItWasComputedFrom() throws IOException {
        JsonNode f = json("--word", "bank", "--with", MONEY);
        assertThat(f.get("word").get("place").asInt()).isEqualTo(6);
        assertThat(f.get("word").get("sentence").asText()).isEqualTo(RIVER);
        assertThat(f.get("other").get("sentence").asText()).isEqualTo(MONEY);
        assertThat(f.get("places")).hasSize(7);
        assertThat(f.get("lines").findValuesAsText("kind")).containsExactly("moved", "apart", "usual");
        for (int l = 0; l < 2; l++) {
            JsonNode line = f.get("lines").get(l);
            for (int p = 0; p < 7; p++) {
                double due = line.get("dots").get(p).asDouble()
                        / line.get("lengthsX").get(p).asDouble()
                        / line.get("lengthsY").get(p).asDouble();
                assertThat(line.get("cosines").get(p).asDouble()).isCloseTo(due, within(1e-12));
            }
        }
        JsonNode usual = f.get("lines").get(2);
        assertThat(usual.get("cosines").get(3).asDouble())
                .isCloseTo(
                        usual.get("sums").get(3).asDouble()
                                / usual.get("pairs").get(3).asInt(),
                        within(1e-12));
        // the two sentences have 9 and 7 words: 63 pairs less bank/bank, and the/the four times
        assertThat(usual.get("pairs").get(0).asInt()).isEqualTo(9 * 7 - 1 - 2 * 2);
        assertThat(f.get("lines").get(0).get("cosines").get(0).asDouble()).isEqualTo(1);
    }

    @Test
    void aWordIsChosenByItsSpellingOrItsPlace() throws IOException {
        JsonNode alone = json("--word", "River");
        assertThat(alone.get("word").get("text").asText()).isEqualTo("river");
        assertThat(alone.has("other")).isFalse();
        assertThat(alone.get("lines")).hasSize(1);
        JsonNode second = json("--word", "8", "--other", 6);
        assertThat(second.get("word").get("text").asText()).isEqualTo("the");
        assertThat(second.get("word").get("place").asInt()).isEqualTo(8);
        assertThat(second.get("other").get("text").asText()).isEqualTo("bank");
        assertThat(second.get("other").get("sentence").asText()).isEqualTo(RIVER);
        JsonNode money = json("--word", "bank", "--with", MONEY, "--other", "money");
        assertThat(money.get("other").get("text").asText()).isEqualTo("money");
    }

    @Test
    void csvHasARowForEachPlace() throws IOException {
        Csv.Labelled table = Csv.read(written("a.csv", "--word", "bank", "--with", MONEY));
        assertThat(table.rows()).startsWith("input", "after layer 0").hasSize(7);
        assertThat(table.cols())
                .startsWith("bank and its own input", "bank and its own input: x·y")
                .hasSize(11);
        JsonNode f = json("--word", "bank", "--with", MONEY);
        for (int p = 0; p < 7; p++) {
            assertThat(table.grid().at(p, 4))
                    .isEqualTo(f.get("lines").get(1).get("cosines").get(p).asDouble());
            assertThat(table.grid().at(p, 10))
                    .isEqualTo(f.get("lines").get(2).get("pairs").get(p).asDouble());
        }
    }

    @Test
    void thePlotIsAPictureOfAnyFormat() throws IOException {
        Path svg = written("a.svg", "--word", "bank", "--with", MONEY, "--theme", "dark");
        assertThat(Files.readString(svg))
                .contains(">0.819<", ">0.988<", ">input<", ">L5<", "“bank” and its own input", "brought the money");
        Path png = written("a.png", "--word", "bank", "--scale", 1, "--ground", "transparent");
        BufferedImage image = ImageIO.read(png.toFile());
        assertThat(image.getWidth()).isEqualTo(760 + 48);
        assertThat(image.getRGB(0, 0) >>> 24).isZero();
        Path bare = written("b.svg", "--word", "bank", "--with", MONEY, "--no-caption");
        assertThat(Files.readString(bare)).doesNotContain(">“She");
        try (PDDocument pdf = Loader.loadPDF(
                written("a.pdf", "--word", "bank", "--with", MONEY).toFile())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("0.819", "other words");
        }
    }

    @Test
    void wrongUsageSaysWhatThereIs() {
        InProcess word = run("--word", "bunk");
        assertThat(word.code()).isEqualTo(2);
        assertThat(word.err())
                .isEqualToIgnoringNewLines(
                        "regard layers: --word “bunk” is no word of the sentence, nor a place from 1 to 10. "
                                + "Its words: She, sat, down, on, the, bank, of, the, river.");
        assertThat(run("--word", "11").code()).isEqualTo(2);
        InProcess other = run("--word", "river", "--with", MONEY);
        assertThat(other.code()).isEqualTo(2);
        assertThat(other.err()).contains("“river” is no word of the second sentence", "--other", "He, brought, the");
        assertThat(run("--word", "bank", "--other", "x").err()).contains("--other “x” is no word");
        assertThat(run().err()).contains("--word");
        assertThat(run().code()).isEqualTo(2);
        InProcess ending = run("--word", "bank", "-o", folder.resolve("a.gif"));
        assertThat(ending.code()).isEqualTo(2);
        assertThat(ending.err()).contains(".png or .svg or .pdf or .csv or .json");
        for (String file : List.of("-", folder.resolve("a.json").toString())) {
            InProcess look = run("--word", "bank", "-o", file, "--theme", "dark");
            assertThat(look.code()).isEqualTo(2);
            assertThat(look.err()).contains("belong to a picture");
        }
        assertThat(run("--word", "bank", "-o", folder.resolve("a.png"), "--scale", 0)
                        .err())
                .contains("--scale takes");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFileThatIsThereStaysUnlessForced() throws IOException {
        Path file = Files.writeString(folder.resolve("a.json"), "mine");
        assertThat(run("--word", "bank", "-o", file).code()).isEqualTo(1);
        assertThat(file).hasContent("mine");
        assertThat(run("--word", "bank", "-o", file, "--force").code()).isZero();
        assertThat(Files.readString(file)).startsWith("{");
    }

    @Test
    void whatIsCutIsSaid() {
        InProcess run = InProcess.run("layers", "far ".repeat(600), "--word", 1, "-o", folder.resolve("a.csv"));
        assertThat(run.code()).isZero();
        assertThat(run.err()).contains("602 word pieces", "the first 512");
        InProcess empty = InProcess.run("layers", "bank", "--word", 1, "--with", " ");
        assertThat(empty.err()).contains("The sentence is empty");
        assertThat(empty.code()).isEqualTo(2);
    }
}
