package app.regard.stage;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Theme;
import app.regard.draw.View;
import app.regard.engine.Attention;
import app.regard.export.picture.FileSize;
import app.regard.export.picture.Svg;
import app.regard.trace.Experiment;
import app.regard.trace.HeadId;
import app.regard.trace.Mask;
import app.regard.trace.Source;
import app.regard.trace.Trace;
import app.regard.transformer.OneModel;
import app.regard.words.Library;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The map of values and outputs as it is written into SVG: no text lies on another, no arrow strikes one through, names have a
 * halo and nothing leaves the picture, with few words and many and at every size of text.
 */
class MapOfOutputsTest {
    private static final Library LIBRARY = new Library();
    private static final String WORDS = "The old dog and the cat that it knew well went home again and then they "
            + "slept by the fire while snow fell over all the fields and roads of a land far away from the sea "
            + "where ships sailed";
    private static final double[] TEXTS = {0.9, 1, 1.2, 1.4};

    /** Where the map stands below the equation, alone in window and picture, and beside the equation. */
    private static final double[][] ROOMS = {{622, 279}, {478, 228}, {622, 420}, {860, 480}, {1296, 620}, {1500, 800}};

    private static final Pattern LINE = Pattern.compile("M(\\S+) (\\S+)L(\\S+) (\\S+)");

    static Stream<Experiment> experiments() {
        List<String> words = List.of(WORDS.split(" "));
        return Stream.concat(
                Stream.of("river", "river-bank", "animal", "three-by-four")
                        .flatMap(id -> LIBRARY.example(id).stream())
                        .map(example -> example.experiment()),
                IntStream.of(1, 2, 4, 10, 12, 40)
                        .mapToObj(n ->
                                Experiment.of(String.join(" ", words.subList(0, n)), new Source.Simple("similarity"))));
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void nothingLiesOnATextAndNoArrowStrikesOneThrough(Experiment e) throws Exception {
        check(Attention.trace(LIBRARY.resolve(e)), e.text());
        check(Attention.trace(LIBRARY.resolve(e.withKeyText("a ship that sailed"))), "answered " + e.text());
        Trace masked = Attention.trace(LIBRARY.resolve(e.withMask(Mask.CAUSAL).withTemperature(0.2)));
        check(masked, "causal " + e.text());
    }

    @Test
    @Tag("model")
    void norOfATrainedHead() throws Exception {
        for (int n : new int[] {2, 10, 40}) {
            String text = String.join(" ", List.of(WORDS.split(" ")).subList(0, n));
            check(
                    Attention.trace(OneModel.get().inputs(OneModel.pass(text), new HeadId(1, 8), Mask.NONE, 1)),
                    "trained " + text);
        }
    }

    private static void check(Trace t, String as) throws Exception {
        for (double scale : TEXTS) {
            View view = View.USUAL.withTextScale(scale).withTheme(Theme.LIGHT);
            for (double[] room : ROOMS) {
                int ways = Stages.of(8).variants(t).size();
                for (int way = 0; way < ways; way++) {
                    Frame frame = new Frame(room[0], room[1], view, way, Map.of());
                    Painted painted = new Painted(Stages.of(8).base(t, 0, frame));
                    painted.check(room[0] + " × " + room[1] + ", text " + scale + ", way " + way + ": " + as);
                    if (t.in().self() && t.weights().to().size() <= 4 && way == ways - 1) {
                        assertThat(painted.names())
                                .as(room[0] + ", " + as)
                                .isIn(t.weights().to().words(), List.of());
                    }
                }
            }
        }
    }

    /** What an SVG viewer paints, in order. */
    private static final class Painted {
        private record Text(String text, Rectangle2D box) {}

        private final double width;
        private final double height;
        private Rectangle2D plot = new Rectangle2D.Double();
        private final List<Text> texts = new ArrayList<>();
        private final List<Line2D> arrows = new ArrayList<>();
        private final List<Rectangle2D> halos = new ArrayList<>();

        Painted(Figure figure) throws Exception {
            ByteArrayOutputStream svg = new ByteArrayOutputStream();
            Svg.write(figure, FileSize.scaled(1), "map", svg);
            NodeList all = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(svg.toByteArray()))
                    .getElementsByTagName("*");
            width = figure.width();
            height = figure.height();
            for (int i = 0; i < all.getLength(); i++) {
                Element one = (Element) all.item(i);
                switch (one.getTagName()) {
                    case "text" -> text(one);
                    case "path" -> arrow(one);
                    case "rect" -> {
                        Rectangle2D box = new Rectangle2D.Double(
                                number(one, "x"), number(one, "y"), number(one, "width"), number(one, "height"));
                        if (one.getAttribute("fill-opacity").length() > 0) {
                            halos.add(box);
                        } else if (one.getAttribute("rx").equals("8")) {
                            plot = box;
                        }
                    }
                    default -> {}
                }
            }
        }

        private void text(Element one) {
            double wide = number(one, "textLength");
            double size = number(one, "font-size");
            String turned = one.getAttribute("transform");
            if (!turned.isEmpty()) {
                return; // names of columns of the equation, tilted
            }
            String anchor = one.getAttribute("text-anchor");
            double x = number(one, "x") - (anchor.equals("middle") ? wide / 2 : anchor.equals("end") ? wide : 0);
            texts.add(new Text(
                    one.getTextContent(),
                    new Rectangle2D.Double(x, number(one, "y") - 0.72 * size, wide, 0.72 * size)));
        }

        private void arrow(Element one) {
            Matcher line = LINE.matcher(one.getAttribute("d"));
            if (line.matches() && one.getAttribute("stroke").length() > 4) {
                arrows.add(new Line2D.Double(
                        Double.parseDouble(line.group(1)),
                        Double.parseDouble(line.group(2)),
                        Double.parseDouble(line.group(3)),
                        Double.parseDouble(line.group(4))));
            }
        }

        private static double number(Element one, String name) {
            return Double.parseDouble(one.getAttribute(name));
        }

        /** The words that are named on the map. */
        List<String> names() {
            return texts.stream()
                    .filter(text -> plot.contains(text.box()))
                    .map(Text::text)
                    .toList();
        }

        void check(String as) {
            for (int a = 0; a < texts.size(); a++) {
                Text text = texts.get(a);
                Rectangle2D box = text.box();
                assertThat(box.getX() >= -0.5 && box.getMaxX() <= width + 0.5)
                        .as("%s inside at %s: %s of %s", text.text(), as, box, width)
                        .isTrue();
                assertThat(box.getY() >= -0.5 && box.getMaxY() <= height + 0.5)
                        .as("%s inside at %s: %s of %s", text.text(), as, box, height)
                        .isTrue();
                for (Text other : texts.subList(0, a)) {
                    assertThat(box.intersects(other.box()))
                            .as("“%s” on “%s” at %s", text.text(), other.text(), as)
                            .isFalse();
                }
                if (plot.intersects(box)) {
                    assertThat(halos).as("halo of “%s” at %s", text.text(), as).anyMatch(halo -> halo.contains(box));
                }
                for (Line2D arrow : arrows) {
                    assertThat(arrow.intersects(box))
                            .as("an arrow strikes “%s” through at %s", text.text(), as)
                            .isFalse();
                }
            }
        }
    }
}
