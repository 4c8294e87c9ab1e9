package app.regard.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.regard.draw.chart.Bars;
import app.regard.draw.chart.Equation;
import app.regard.draw.chart.GridArea;
import app.regard.draw.chart.HeatMap;
import app.regard.draw.chart.WordStrip;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Figures by their marks, their spots and their pixels. */
class FiguresTest {
    static final View VIEW = View.USUAL;

    static Axis axis(String name, int size) {
        return new Axis(name, IntStream.range(0, size).mapToObj(i -> name + i).toList());
    }

    private static Table table(String name, int rows, int cols, Table.Numbers numbers, boolean result) {
        return new Table(
                name,
                false,
                name,
                ColourRole.INK,
                axis(name + "-r", rows),
                axis(name + "-c", cols),
                numbers,
                Scale.of(numbers, rows, cols),
                result,
                true);
    }

    private static List<String> texts(Figure figure) {
        List<String> texts = new ArrayList<>();
        collect(figure.marks(), texts);
        return texts;
    }

    private static void collect(List<Mark> marks, List<String> texts) {
        marks.forEach(m -> {
            if (m instanceof Mark.Text t) {
                texts.add(t.text());
            } else if (m instanceof Mark.Label label) {
                texts.add(label.text().text());
            }
        });
    }

    static BufferedImage paint(Figure figure, double scale) {
        BufferedImage image = new BufferedImage(
                (int) (figure.width() * scale), (int) (figure.height() * scale), BufferedImage.TYPE_INT_ARGB_PRE);
        PixelBrush.paint(figure, image, scale);
        return image;
    }

    @Test
    void aHeatMapShowsEveryNumberAndKnowsEverySpot() {
        Table t = table("A", 4, 4, (i, j) -> (i * 4 + j) / 16.0, true);
        Figure f = HeatMap.of(t, 4, new Frame(400, 440, VIEW));
        assertThat(texts(f)).contains("0.06", "0.94", "A-r0", "A-c3", "0.50");
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                Spot spot = new Spot("A", i, j);
                Box box = f.boxOf(spot).orElseThrow();
                assertThat(f.spotAt(box.centreX(), box.centreY())).contains(spot);
            }
            Box label = f.boxOf(new Spot("A", i, Spot.LABEL)).orElseThrow();
            assertThat(f.spotAt(label.centreX(), label.centreY())).contains(new Spot("A", i, Spot.LABEL));
        }
        assertThat(f.spotAt(399, 439)).isEmpty();
    }

    @Test
    void composedFiguresArePointedAtWhereTheyAreDrawn() {
        Frame frame = new Frame(200, 200, VIEW);
        Figure a = HeatMap.of(table("A", 2, 2, (i, j) -> i + j, true), 2, frame);
        Figure b = HeatMap.of(table("B", 3, 3, (i, j) -> i + j, true), 3, frame);
        Figure pair = new Figure(500, 300, List.of(), List.of()).with(a, 10, 20).with(b, 260, 50);
        Figure framed = new Figure(600, 400, List.of(), List.of()).with(pair, 7, 9); // composed of what is composed
        Spot ours = new Spot("A", 1, 0);
        Spot theirs = new Spot("B", 2, 1);
        assertThat(pair.boxOf(ours)).contains(a.boxOf(ours).orElseThrow().moved(10, 20));
        assertThat(framed.boxOf(theirs)).contains(b.boxOf(theirs).orElseThrow().moved(267, 59));
        for (Spot spot : List.of(ours, theirs)) {
            Box box = framed.boxOf(spot).orElseThrow();
            assertThat(framed.spotAt(box.centreX(), box.centreY())).contains(spot);
        }
        assertThat(pair.areas().stream().map(area -> area.first().orElseThrow().matrix()))
                .containsExactly("A", "B");
    }

    @Test
    void theColourOfACellIsTheRampsAtItsNumber() {
        Table t = table("A", 3, 3, (i, j) -> i == 1 && j == 2 ? 1 : 0.25 * j, true);
        for (Theme theme : Theme.values()) {
            View view = VIEW.withTheme(theme);
            Figure f = HeatMap.of(t, 3, new Frame(360, 400, view));
            BufferedImage image = paint(f, 2);
            Box strongest = f.boxOf(new Spot("A", 1, 2)).orElseThrow();
            Box weakest = f.boxOf(new Spot("A", 0, 0)).orElseThrow();
            assertThat(image.getRGB((int) (2 * (strongest.x() + 9)), (int) (2 * (strongest.y() + 9))))
                    .isEqualTo(view.palette().sequential(1));
            assertThat(image.getRGB((int) (2 * (weakest.x() + 9)), (int) (2 * (weakest.y() + 9))))
                    .isEqualTo(view.palette().sequential(0));
        }
    }

    /** Each dot of a map smaller than its matrix shows the strongest of its cells: nothing strong gets lost. */
    @Test
    void aMapOfThousandsOfCellsLosesNothingStrong() {
        Table t = table("A", 512, 512, (i, j) -> i == 300 && j == 77 ? 1 : 0, true);
        Figure f = HeatMap.of(t, 512, new Frame(320, 340, VIEW));
        BufferedImage image = paint(f, 1);
        Box box = f.boxOf(new Spot("A", 300, 77)).orElseThrow();
        boolean found = false;
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                found |= image.getRGB((int) box.centreX() + dx, (int) box.centreY() + dy)
                        == VIEW.palette().sequential(1);
            }
        }
        assertThat(found).isTrue();
        assertThat(f.spotAt(box.centreX(), box.centreY())).hasValueSatisfying(s -> {
            assertThat(s.row()).isCloseTo(300, within(2));
            assertThat(s.col()).isCloseTo(77, within(2));
        });
    }

    @Test
    void aZoomedMapShowsItsWindow() {
        Table t = table("A", 100, 100, (i, j) -> (i + j) / 200.0, true);
        Frame frame = new Frame(400, 440, VIEW, 0, java.util.Map.of("A-r", 40, "A-c", 95));
        Figure f = HeatMap.of(t, 10, frame);
        assertThat(f.boxOf(new Spot("A", 40, 90))).isPresent();
        assertThat(f.boxOf(new Spot("A", 49, 99))).isPresent();
        assertThat(f.boxOf(new Spot("A", 39, 90))).isEmpty();
    }

    @Test
    void theThreeFacesOfAMatrix() {
        Frame frame = new Frame(600, 300, VIEW);
        Figure numbers = Equation.of(List.of(table("X", 3, 4, (i, j) -> 1.25, true)), frame);
        assertThat(texts(numbers)).contains("1.25");
        Figure colours = Equation.of(List.of(table("X", 40, 60, (i, j) -> 1.25, true)), frame);
        assertThat(texts(colours)).doesNotContain("1.25");
        assertThat(colours.boxOf(new Spot("X", 39, 59))).isPresent();
        Figure elided = Equation.of(List.of(table("X", 4, 384, (i, j) -> 1.25, true)), new Frame(400, 300, VIEW));
        assertThat(texts(elided)).contains("… 384");
        assertThat(elided.boxOf(new Spot("X", 0, 0))).isPresent();
        assertThat(elided.boxOf(new Spot("X", 0, 383))).isPresent();
        assertThat(elided.boxOf(new Spot("X", 0, 300))).isEmpty();
        Figure scrolled = Equation.of(
                List.of(table("X", 4, 384, (i, j) -> 1.25, true)),
                new Frame(400, 300, VIEW, 0, java.util.Map.of("X-c", 290)));
        assertThat(scrolled.boxOf(new Spot("X", 0, 300))).isPresent();
        assertThat(scrolled.boxOf(new Spot("X", 0, 383))).isPresent();
    }

    /** Every size from 1 to 64 words and 1 to 384 dimensions stays within its frame. */
    @Test
    void whateverTheSizeNothingLeavesTheFrame() {
        for (int n : new int[] {1, 2, 3, 5, 8, 12, 16, 24, 40, 64, 512}) {
            for (int d : new int[] {1, 2, 4, 8, 16, 64, 384}) {
                for (double[] size : new double[][] {{460, 180}, {640, 330}, {1200, 640}}) {
                    Frame frame = new Frame(size[0], size[1], VIEW);
                    List<Item> items = List.of(
                            table("X", n, d, (i, j) -> i - j, false),
                            new Item.Sign("·", ""),
                            table("W", d, 8, (i, j) -> 1, false),
                            new Item.Sign("=", ""),
                            table("Q", n, 8, (i, j) -> i * 0.5, true));
                    Figure f = Equation.of(items, frame);
                    for (Area area : f.areas()) {
                        GridArea g = (GridArea) area;
                        String what = g.matrix() + " for n = " + n + ", d = " + d + " in " + size[0];
                        assertThat(g.cols().end()).as(what).isLessThanOrEqualTo(size[0] + 0.5);
                        assertThat(g.rows().end()).as(what).isLessThanOrEqualTo(size[1] + 0.5);
                        assertThat(g.cols().pitch()).as(what).isGreaterThan(1.5);
                    }
                }
            }
        }
    }

    @Test
    void matricesThatShareRowsKeepThemLevel() {
        Axis words = axis("w", 5);
        Table a = new Table(
                "A", false, "A", ColourRole.INK, words, axis("a", 3), (i, j) -> 1, new Scale(1, false), false, true);
        Table b = new Table(
                "B", false, "B", ColourRole.INK, words, axis("b", 20), (i, j) -> 1, new Scale(1, false), true, false);
        Figure f = Equation.of(List.of(a, new Item.Sign("=", ""), b), new Frame(640, 300, VIEW));
        for (int i = 0; i < 5; i++) {
            assertThat(f.boxOf(new Spot("A", i, 0)).orElseThrow().y())
                    .isEqualTo(f.boxOf(new Spot("B", i, 19)).orElseThrow().y());
        }
    }

    @Test
    void arrowKeysMoveThroughCellsAndLabels() {
        Figure f = HeatMap.of(table("A", 3, 3, (i, j) -> 0.5, true), 3, new Frame(300, 340, VIEW));
        Area area = f.areas().get(0);
        assertThat(area.next(new Spot("A", 1, 1), 0, 1)).contains(new Spot("A", 1, 2));
        assertThat(area.next(new Spot("A", 1, 2), 0, 1)).isEmpty();
        assertThat(area.next(new Spot("A", 0, 1), -1, 0)).contains(new Spot("A", Spot.LABEL, 1));
        assertThat(area.next(new Spot("A", 1, 0), 0, -1)).contains(new Spot("A", 1, Spot.LABEL));
        assertThat(area.next(new Spot("A", Spot.LABEL, 0), 0, -1)).isEmpty();
    }

    @Test
    void barsShowTheirPercentages() {
        List<Bars.Bar> bars = List.of(
                new Bars.Bar("river", 0.401, Optional.of(new Spot("A", 0, 3)), Bars.Emphasis.NONE),
                new Bars.Bar("3 others", 0.599, Optional.empty(), Bars.Emphasis.NONE));
        Figure f = Bars.of(bars, ColourRole.QUERY, new Frame(300, 100, VIEW));
        assertThat(texts(f)).contains("river", "40.1%", "3 others", "59.9%");
        assertThat(f.boxOf(new Spot("A", 0, 3))).isPresent();
    }

    @Test
    void theFrameOfAnAskedBarIsWhole() {
        List<Bars.Bar> bars = IntStream.range(0, 3)
                .mapToObj(i -> new Bars.Bar("a", 0.3, Optional.of(new Spot("A", 0, i)), Bars.Emphasis.ASKED))
                .toList();
        List<Mark.Rectangle> frames = Bars.of(bars, ColourRole.QUERY, new Frame(300, 100, VIEW)).marks().stream()
                .filter(Mark.Rectangle.class::isInstance)
                .map(Mark.Rectangle.class::cast)
                .filter(r -> r.edgeWidth() == 2.5)
                .toList();
        assertThat(frames).hasSize(3).allSatisfy(r -> assertThat(r.box().y() - 1.25)
                .isNotNegative());
    }

    @Test
    void wordsAreChipsWithArcsWhileTheyFitAndLinesOfChipsElse() {
        List<WordStrip.Word> few =
                List.of(new WordStrip.Word("bank", false, 0.4), new WordStrip.Word("zorb", true, 0.6));
        Figure arcs = WordStrip.of("words", few, WordStrip.Marked.focus(0), false, new Frame(500, 106, VIEW));
        assertThat(arcs.marks().stream().filter(Mark.Curve.class::isInstance)).hasSize(2);
        assertThat(texts(arcs)).contains("bank", "zorb*");
        List<WordStrip.Word> many = IntStream.range(0, 400)
                .mapToObj(i -> new WordStrip.Word("word" + i, false, 0.01))
                .toList();
        Figure lines = WordStrip.of("words", many, WordStrip.Marked.focus(399), false, new Frame(500, 100, VIEW));
        assertThat(lines.marks().stream().filter(Mark.Curve.class::isInstance)).isEmpty();
        assertThat(lines.boxOf(new Spot("words", 399, Spot.LABEL)))
                .as("the focused word is shown")
                .isPresent();
        int shown = lines.areas().size();
        assertThat(texts(lines)).as("what is left out is counted").contains("+" + (400 - shown));
        lines.areas().forEach(a -> assertThat(((Area.Place) a).box().bottom()).isLessThanOrEqualTo(100));
    }

    @Test
    void aFewNumbersThatDwarfAllOthersLeaveThoseTheirColours() {
        Table.Numbers numbers = (i, j) -> i == 0 && j == 0 ? -1000 : (j + 1) / 100.0;
        assertThat(Scale.of(numbers, 10, 100).size()).isEqualTo(1000);
        Scale most = Scale.ofMost(numbers, 10, 100);
        assertThat(most.size()).isBetween(0.95, 1.0);
        assertThat(most.signed()).isTrue();
        Palette palette = VIEW.palette();
        assertThat(most.colour(-1000, palette))
                .isEqualTo(palette.signed(-1)); // beyond its end there is no other colour
        assertThat(Scale.ofMost(numbers, 0, 100).size()).isEqualTo(1);
    }
}
