package app.regard.export.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.regard.draw.DecimalFormatter;
import app.regard.draw.Formula;
import app.regard.draw.Spot;
import app.regard.draw.View;
import app.regard.engine.Attention;
import app.regard.stage.Highlighter;
import app.regard.stage.Part;
import app.regard.stage.Stage;
import app.regard.stage.Stages;
import app.regard.stage.Why;
import app.regard.stage.WhyText;
import app.regard.stage.Whys;
import app.regard.trace.Experiment;
import app.regard.trace.Head;
import app.regard.trace.Inputs;
import app.regard.trace.Mask;
import app.regard.trace.Matrix;
import app.regard.trace.Positions;
import app.regard.trace.Projection;
import app.regard.trace.Reading;
import app.regard.trace.Sentence;
import app.regard.trace.Side;
import app.regard.trace.Source;
import app.regard.trace.Trace;
import app.regard.words.Library;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The shared web page, read by a parser that forgives nothing. */
class PageTest {
    private static final Library LIBRARY = new Library();
    static final List<String> LOADING =
            List.of("src", "href", "srcset", "data", "action", "poster", "background", "formaction", "xlink:href");

    static Trace example(String id) {
        return Attention.trace(LIBRARY.resolve(LIBRARY.example(id).orElseThrow().experiment()));
    }

    static Trace simple(String text, String head) {
        return Attention.trace(LIBRARY.resolve(Experiment.of(text, new Source.Simple(head))));
    }

    private static Trace crossed() {
        Experiment e = new Experiment(
                "cats are here",
                "the big dog sleeps",
                new Source.Simple("agreement"),
                Mask.NONE,
                Positions.NONE,
                1,
                List.of(),
                Reading.PLAIN,
                true);
        return Attention.trace(LIBRARY.resolve(e));
    }

    private static Trace withEverything() {
        return Attention.trace(LIBRARY.resolve(Experiment.of("the dog sat on a qwxz", new Source.Seeded("simple", 7))
                .withMask(Mask.CAUSAL)
                .withPositions(new Positions(Positions.Scheme.SINUSOIDAL, 0.25))
                .withTemperature(2)));
    }

    /** A trace of any words with small random vectors. */
    static Trace of(int dimensions, String... words) {
        Random random = new Random(5);
        Matrix x = Matrix.fill(words.length, dimensions, (i, j) -> random.nextGaussian());
        List<String> names =
                IntStream.range(0, dimensions).mapToObj(d -> "d" + d).toList();
        Matrix w = Matrix.fill(dimensions, dimensions, (i, j) -> random.nextGaussian() / 4);
        Projection p = new Projection(w, Matrix.zeros(1, dimensions), names);
        Head head = new Head("any", "drawn with seed 5", names, p, p, p, List.of());
        Side side = new Side(Sentence.of(words), x, "numbers drawn with seed 5");
        return Attention.trace(new Inputs(side, side, head, Mask.NONE, Positions.NONE, 1));
    }

    static String page(String title, Page.Card... cards) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Page.write(title, List.of(cards), View.USUAL, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    static Page.Card card(Trace t) {
        return new Page.Card("", "", t, 6, 0);
    }

    static Document parsed(String page) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
    }

    static List<Element> elements(Node within, String name) {
        NodeList found = within instanceof Document d
                ? d.getElementsByTagName(name)
                : ((Element) within).getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    static List<Element> withClass(Node within, String element, String name) {
        return elements(within, element).stream()
                .filter(e -> List.of(e.getAttribute("class").split(" ", -1)).contains(name))
                .toList();
    }

    private static List<String> spots(Element within) {
        return elements(within, "rect").stream()
                .map(e -> e.getAttribute("data-s"))
                .filter(s -> !s.isEmpty())
                .toList();
    }

    static JsonNode data(Document page) throws IOException {
        Element script = elements(page, "script").stream()
                .filter(e -> e.getAttribute("type").equals("application/json"))
                .findFirst()
                .orElseThrow();
        return new ObjectMapper().readTree(script.getTextContent());
    }

    @Test
    void holdsTheEightStagesWithTheirTextsAndCells() throws Exception {
        Trace t = example("river");
        Document page = parsed(page("bank of the river", card(t)));
        List<Element> stages = withClass(page, "section", "stage");
        assertThat(stages).hasSize(8);
        for (Stage stage : Stages.ALL) {
            Element shown = stages.get(Stages.ALL.indexOf(stage));
            assertThat(elements(shown, "h3").get(0).getTextContent()).isEqualTo(stage.title());
            String formula = withClass(shown, "div", "formula").get(0).getTextContent();
            assertThat(formula.replaceAll("[^\\p{L}\\p{N}]", ""))
                    .isEqualTo(Formula.of(stage.formula(t)).plain().replaceAll("[^\\p{L}\\p{N}]", ""));
            assertThat(formula).doesNotContain("_", "^", "{", "\\");
            assertThat(withClass(shown, "pre", "code").get(0).getTextContent()).isEqualTo(stage.code(t));
            assertThat(withClass(shown, "p", "plain").get(0).getTextContent()).isEqualTo(stage.plain(t, 0));
        }
        List<String> sixth = spots(stages.get(5));
        for (int i = 0; i < 4; i++) {
            assertThat(sixth).containsOnlyOnce("Σ:" + i + ":0");
            for (int j = 0; j < 4; j++) {
                assertThat(sixth).containsOnlyOnce("E:" + i + ":" + j, "A:" + i + ":" + j);
            }
        }
        assertThat(sixth.stream().filter(s -> !s.contains("-1"))).hasSize(16 + 4 + 16);
        // by the design's own numbers, as text in the drawing
        String drawn = elements(stages.get(5), "text").stream()
                .map(Node::getTextContent)
                .collect(Collectors.joining(" "));
        assertThat(drawn).contains("0.38 0.11 0.11 0.40").contains("0.35 0.14 0.10 0.41");
    }

    @Test
    void everyCellThatIsDrawnHasTheWhyOfTheTrace() throws Exception {
        for (Trace t : List.of(example("river"), example("animal"), crossed(), withEverything())) {
            Document page = parsed(page("", card(t)));
            JsonNode data = data(page);
            int asked = 0;
            for (Element stage : withClass(page, "section", "stage")) {
                for (String name : spots(stage)) {
                    List<String> parts = List.of(name.split(":", -1));
                    Spot spot = new Spot(parts.get(0), Integer.parseInt(parts.get(1)), Integer.parseInt(parts.get(2)));
                    if (!spot.isCell()) {
                        continue;
                    }
                    boolean follows = Part.named(spot.matrix()).orElseThrow().followsQuery();
                    for (int q = 0; q < (follows ? t.weights().from().size() : 1); q++) {
                        JsonNode cells = data.at("/whys").get(spot.matrix());
                        JsonNode cell =
                                (follows ? cells.get(q) : cells).get(spot.row()).get(spot.col());
                        Why why = Whys.of(t, q, spot);
                        assertThat(cell.get(0).asText()).isEqualTo("Why " + WhyText.result(why, 4) + "?");
                        assertThat(cell.get(1).asText()).isEqualTo(why.about());
                        assertThat(cell.get(2).asText().replace('\u00A0', ' ')).isEqualTo(WhyText.formula(why, 4));
                        assertThat(cell.get(3).asText())
                                .isEqualTo(Highlighter.sources(why).stream()
                                        .map(s -> s.matrix() + ":" + s.row() + ":" + s.col())
                                        .collect(Collectors.joining(" ")));
                        String note = cell.has(4)
                                ? data.get("notes").get(cell.get(4).asInt()).asText()
                                : "";
                        assertThat(note).isEqualTo(why.note());
                        asked++;
                    }
                }
            }
            assertThat(asked).isGreaterThan(200);
            for (int number = 1; number <= 8; number++) {
                for (int q = 0; q < t.weights().from().size(); q++) {
                    Spot start = Stages.of(number).start(t, q);
                    assertThat(data.get("start").get("" + number).get(q).asText())
                            .isEqualTo(start.matrix() + ":" + start.row() + ":" + start.col());
                }
            }
        }
    }

    @Test
    void everyWeightStandsInTheMapAsText() throws Exception {
        Trace t = example("river");
        Element aside = elements(parsed(page("", card(t))), "aside").get(0);
        List<String> texts =
                elements(aside, "text").stream().map(Node::getTextContent).toList();
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                assertThat(texts).contains(DecimalFormatter.text(t.weights().a().at(i, j), 2));
            }
        }
        assertThat(texts).contains("40.1%", "37.8%", "11.2%", "10.9%");
    }

    /** Where twelve words leave S no numbers, those of the score that is asked first stand below it, for every query. */
    @Test
    void theNumbersOfAScoreStandBelowMatricesThatAreTooNarrow() throws Exception {
        Trace t = simple("The animal didn't cross the street because it was too tired .", "coreference");
        Document page = parsed(page("", card(t)));
        Element stage = withClass(page, "section", "stage").stream()
                .filter(e -> e.getAttribute("data-stage").equals("3"))
                .findFirst()
                .orElseThrow();
        Element vectors = withClass(stage, "svg", "vectors").get(0);
        for (int i = 0; i < t.weights().from().size(); i++) {
            String version = "q" + i;
            Map<String, Element> hits = new HashMap<>();
            List<Element> texts = new ArrayList<>();
            for (String name : List.of("rect", "text")) {
                elements(vectors, name).stream().filter(e -> seen(e, version)).forEach(e -> {
                    if (name.equals("text")) {
                        texts.add(e);
                    } else if (e.hasAttribute("data-s")) {
                        hits.put(e.getAttribute("data-s"), e);
                    }
                });
            }
            int row = i;
            int key = IntStream.range(0, t.weights().to().size())
                    .filter(j -> hits.containsKey("S:" + row + ":" + j))
                    .findFirst()
                    .orElseThrow();
            for (int c = 0; c < t.q().cols(); c++) {
                assertThat(number(hits, texts, "Q:" + i + ":" + c)).isCloseTo(t.q().at(i, c), within(0.006));
                assertThat(number(hits, texts, "K:" + key + ":" + c)).isCloseTo(t.k().at(key, c), within(0.006));
            }
            assertThat(number(hits, texts, "S:" + i + ":" + key))
                    .isCloseTo(t.scores().at(i, key), within(0.006));
        }
    }

    /** Whether an element is seen in a version: it is of that one, or of all. */
    private static boolean seen(Element e, String version) {
        for (Node at = e; at instanceof Element in; at = at.getParentNode()) {
            if (in.hasAttribute("data-v")) {
                return in.getAttribute("data-v").equals(version);
            }
        }
        return true;
    }

    /** The number that stands in the middle of a place. */
    private static double number(Map<String, Element> hits, List<Element> texts, String spot) {
        Element place = Objects.requireNonNull(hits.get(spot), spot);
        double x = length(place, "x") + length(place, "width") / 2;
        double y = length(place, "y");
        return texts.stream()
                .filter(text -> Math.abs(length(text, "x") - x) < 1
                        && length(text, "y") > y
                        && length(text, "y") < y + length(place, "height"))
                .map(text -> Double.parseDouble(text.getTextContent().replace('−', '-')))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no number in " + spot));
    }

    static double length(Element e, String name) {
        return Double.parseDouble(e.getAttribute(name));
    }
}
