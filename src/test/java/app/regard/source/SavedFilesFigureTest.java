package app.regard.source;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.draw.Box;
import app.regard.draw.ColourRole;
import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Palette;
import app.regard.draw.Spot;
import app.regard.draw.View;
import app.regard.export.picture.FileSize;
import app.regard.export.picture.Ground;
import app.regard.export.picture.Picture;
import app.regard.export.picture.PictureComposer;
import app.regard.export.picture.Svg;
import app.regard.export.picture.What;
import app.regard.stage.Content;
import app.regard.stage.Stages;
import app.regard.text.Printable;
import app.regard.trace.Experiment;
import app.regard.trace.HeadId;
import app.regard.trace.Progress;
import app.regard.trace.Source;
import app.regard.words.Library;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What is painted of files as people save them: their names where they belong, every weight with its colour and its number. */
class SavedFilesFigureTest {
    private static final Path FILES = Path.of("src/test/resources/app/regard/heads");
    private static final Palette PALETTE = View.USUAL.palette();

    /** What a file holds, as NumPy reads it (make_saved.py). */
    private record Due(String file, String array, List<String> rows, List<String> columns, JsonNode values) {
        double at(int i, int j) {
            return values.get(i).get(j).isNull()
                    ? Double.NaN
                    : values.get(i).get(j).asDouble();
        }

        double most() {
            double most = 0;
            for (JsonNode row : values) {
                for (JsonNode weight : row) {
                    most = Math.max(most, weight.asDouble());
                }
            }
            return most;
        }

        @Override
        public String toString() {
            return file + " " + array;
        }
    }

    static Stream<Due> files() throws IOException {
        JsonNode all =
                new ObjectMapper().readTree(FILES.resolve("saved/saved.json").toFile());
        return StreamSupport.stream(all.spliterator(), false)
                .map(node -> new Due(
                        node.get("file").asText(),
                        node.get("array").asText(),
                        texts(node.get("rows")),
                        texts(node.get("columns")),
                        node.get("values")));
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static Content content(Path file, String array) {
        Resolver resolver = new Resolver(new Library());
        Experiment e = resolver.files().open(file);
        if (array.startsWith("L")) {
            e = e.withSource(e.source().withHead(new HeadId(array.charAt(1) - '0', array.charAt(3) - '0')));
        } else if (!array.isEmpty()) {
            e = resolver.files().withOther(e, array);
        }
        return resolver.content(e, Progress.NONE);
    }

    private static Figure map(Content content) {
        return PictureComposer.unframed(
                content.subject(Experiment.of("", new Source.Simple(""))),
                new Picture(What.HEATMAP, 6, 0, View.USUAL, Ground.THEME, false, false, 0, 0, 0));
    }

    private static List<Element> elements(Figure figure, String name) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Svg.write(figure, FileSize.scaled(1), "", out);
        NodeList found = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(out.toByteArray()))
                .getElementsByTagName(name);
        List<Element> all = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            all.add((Element) found.item(i));
        }
        return all;
    }

    private static double number(Element of, String attribute) {
        return Double.parseDouble(of.getAttribute(attribute));
    }

    /** The texts whose beginning, or end, or middle lies in a place; those that are turned too. */
    private static List<String> texts(List<Element> all, Box place) {
        return all.stream()
                .filter(text -> {
                    String turned =
                            text.getAttribute("transform").replaceAll("translate\\((\\S+) (\\S+)\\).*", "$1 $2");
                    String[] at = turned.isEmpty()
                            ? new String[] {text.getAttribute("x"), text.getAttribute("y")}
                            : turned.split(" ", -1);
                    return place.contains(Double.parseDouble(at[0]), Double.parseDouble(at[1]));
                })
                .map(text -> text.getTextContent().replaceAll("[" + Printable.ISOLATE + Printable.ISOLATED + "]", ""))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("files")
    void theHeatMapHasEveryNameColourAndNumber(Due due) throws Exception {
        Content content = content(FILES.resolve("saved").resolve(due.file()), due.array());
        Figure map = map(content);
        List<Element> rectangles = elements(map, "rect");
        List<Element> texts = elements(map, "text");
        Box first = map.boxOf(new Spot("A", 0, 0)).orElseThrow();
        for (int i = 0; i < due.rows().size(); i++) {
            for (int j = 0; j < due.columns().size(); j++) {
                Box cell = new Box(
                        first.x() + j * first.width(), first.y() + i * first.height(), first.width(), first.height());
                assertThat(map.boxOf(new Spot("A", i, j)).orElseThrow().centreX())
                        .isEqualTo(cell.centreX());
                Element painted = rectangles.stream()
                        .filter(r -> cell.contains(
                                number(r, "x") + number(r, "width") / 2, number(r, "y") + number(r, "height") / 2))
                        .reduce((one, other) -> {
                            throw new AssertionError("two in one cell");
                        })
                        .orElseThrow();
                double weight = due.at(i, j);
                int colour =
                        Double.isNaN(weight) ? PALETTE.of(ColourRole.FAINT) : PALETTE.sequential(weight / due.most());
                assertThat(painted.getAttribute("fill")).as("%d, %d", i, j).isEqualTo(Palette.hex(colour));
                assertThat(texts(texts, cell)).containsExactlyElementsOf(shown(weight));
            }
        }
        for (int i = 0; i < due.rows().size(); i++) {
            Box beside = new Box(0, first.y() + i * first.height(), first.x(), first.height());
            assertThat(texts(texts, beside)).containsExactly(due.rows().get(i));
        }
        for (int j = 0; j < due.columns().size(); j++) {
            Box above = new Box(first.x() + j * first.width(), 0, first.width(), first.y());
            assertThat(texts(texts, above)).containsExactly(due.columns().get(j));
        }
    }

    /** Two decimals, a 0 alone; no number where there is none. */
    private static List<String> shown(double weight) {
        if (Double.isNaN(weight)) {
            return List.of();
        }
        return List.of(
                weight == 0
                        ? "0"
                        : new BigDecimal(weight)
                                .setScale(2, RoundingMode.HALF_EVEN)
                                .toPlainString());
    }

    /** Of a causal pattern every later cell is hatched, in stages and in the map, and none else; words stand in all of them. */
    @Test
    void stagesOfQueriesAndKeysAreHatchedWhereThePatternIsCausal() throws Exception {
        Content content = content(FILES.resolve("tl-cache.safetensors"), "");
        List<String> words = List.of("The", "·animal", "·was", "·tired", ".");
        for (int stage = 2; stage <= Stages.ALL.size(); stage++) {
            Figure figure = content.base(stage, 4, new Frame(1000, 560, View.USUAL));
            List<String> texts = elements(figure, "text").stream()
                    .map(Element::getTextContent)
                    .toList();
            assertThat(texts).as("stage %d", stage).containsAll(words).noneMatch(String::isBlank);
        }
        Figure map = map(content);
        List<Element> lines = elements(map, "path");
        for (int cell = 0; cell < 25; cell++) {
            Box box = map.boxOf(new Spot("A", cell / 5, cell % 5)).orElseThrow();
            long hatches = lines.stream()
                    .map(line -> line.getAttribute("d").substring(1).split("[ L]", -1))
                    .filter(at -> box.contains(middle(at[0], at[2]), middle(at[1], at[3])))
                    .count();
            assertThat(hatches > 0).as("cell %d", cell).isEqualTo(cell % 5 > cell / 5);
        }
    }

    private static double middle(String one, String other) {
        return (Double.parseDouble(one) + Double.parseDouble(other)) / 2;
    }
}
