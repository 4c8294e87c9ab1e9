package app.regard.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.regard.draw.Area;
import app.regard.draw.Box;
import app.regard.draw.ColourRole;
import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Mark;
import app.regard.draw.Spot;
import app.regard.draw.Theme;
import app.regard.draw.View;
import app.regard.draw.chart.PlotMarks;
import app.regard.trace.Followed;
import app.regard.trace.Likeness;
import app.regard.trace.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The plot of a word through the layers by its points, texts and spots. */
class LayerPlotTest {
    private static final double[] MOVED = {1, 0.82, 0.72, 0.65, 0.6, 0.56, 0.44};
    private static final double[] APART = {0.988, 0.922, 0.881, 0.825, 0.85, 0.878, 0.819};
    private static final double[] USUAL = {0.098, 0.176, 0.221, 0.261, 0.281, 0.284, 0.14};

    private static Followed.Line line(Followed.Kind kind, double... values) {
        return new Followed.Line(
                kind,
                DoubleStream.of(values)
                        .<Likeness>mapToObj(v -> kind == Followed.Kind.USUAL
                                ? new Likeness.Mean(v * 40, 40)
                                : new Likeness.Cosine(v * 20, 25, 16))
                        .toList());
    }

    private static Followed.Word word(String sentence, String text, String... pieces) {
        return new Followed.Word(sentence, text, 1, Sentence.of(pieces).tokens());
    }

    private static Followed followed(Followed.Line... lines) {
        return new Followed(
                "model",
                word("bank of the river", "bank", "bank"),
                Optional.of(word("money in the bank", "bank", "bank")),
                List.of(lines));
    }

    private static Followed usual() {
        return followed(
                line(Followed.Kind.MOVED, MOVED), line(Followed.Kind.APART, APART), line(Followed.Kind.USUAL, USUAL));
    }

    private static Figure plot(Followed f, double width, double height) {
        return LayerPlot.of(f, new Frame(width, height, View.USUAL));
    }

    private static Spot spot(int line, int place) {
        return new Spot(LayerPlot.LAYERS, line, place);
    }

    private static Box point(Figure figure, int line, int place) {
        return figure.boxOf(spot(line, place)).orElseThrow();
    }

    private static List<Mark.Text> texts(Figure figure) {
        return figure.marks().stream()
                .filter(Mark.Text.class::isInstance)
                .map(Mark.Text.class::cast)
                .toList();
    }

    private static List<String> said(Figure figure) {
        return texts(figure).stream().map(Mark.Text::text).toList();
    }

    @ParameterizedTest
    @CsvSource({"760, 400", "776, 230", "1200, 600", "420, 320"})
    void pointsLieWhereTheirNumbersAre(double width, double height) {
        Figure figure = plot(usual(), width, height);
        List<double[]> lines = List.of(MOVED, APART, USUAL);
        double one = point(figure, 0, 0).centreY(); // its number is 1
        double unit = (point(figure, 2, 0).centreY() - one) / (1 - USUAL[0]);
        double step = point(figure, 0, 1).centreX() - point(figure, 0, 0).centreX();
        assertThat(unit).isPositive();
        assertThat(step).isPositive();
        for (int l = 0; l < lines.size(); l++) {
            for (int p = 0; p < 7; p++) {
                Box box = point(figure, l, p);
                assertThat(box.centreY()).isCloseTo(one + unit * (1 - lines.get(l)[p]), within(1e-6));
                assertThat(box.centreX()).isCloseTo(point(figure, 0, 0).centreX() + p * step, within(1e-6));
                assertThat(box.x()).isPositive();
                assertThat(box.bottom()).isLessThan(height);
            }
        }
        // the ticks stand on the same scale
        for (Mark.Text tick : texts(figure)) {
            if (tick.anchor() == Mark.Anchor.END) {
                double value = Double.parseDouble(tick.text());
                assertThat(tick.y() - tick.style().drop()).isCloseTo(one + unit * (1 - value), within(1e-6));
            }
        }
        assertThat(said(figure)).contains("0.00", "0.50", "1.00", "input", "L0", "L5", "cosine");
    }

    @Test
    void everyNumberStandsBelowItsPoint() {
        Figure figure = plot(usual(), 760, 400);
        for (int p = 0; p < 7; p++) {
            int place = p;
            for (double[] line : List.of(MOVED, APART, USUAL)) {
                String number = String.format(java.util.Locale.ROOT, "%.3f", line[p]);
                assertThat(texts(figure))
                        .anyMatch(t -> t.text().equals(number)
                                && Math.abs(t.x() - point(figure, 0, place).centreX()) < 1e-6);
            }
        }
        assertThat(said(figure)).noneMatch(t -> t.contains("axis begins"));
    }

    @Test
    void inALowPlotFewerTicksStandAndZeroAndOneAreAmongThem() {
        List<String> low = said(plot(followed(line(Followed.Kind.MOVED, 1, 0.2, -0.2)), 760, 120));
        assertThat(low).contains("0.00", "0.50", "1.00").doesNotContain("0.25", "0.75");
    }

    @Test
    void whereCosinesAreNegativeTheAxisBeginsBelowThemAndThatIsSaid() {
        Figure figure = plot(followed(line(Followed.Kind.MOVED, 1, 0.2, -0.3)), 760, 400);
        assertThat(said(figure)).contains("−0.50", "0.00", "1.00", "−0.300");
        assertThat(said(figure)).anyMatch(t -> t.contains("The axis begins at −0.50."));
        double one = point(figure, 0, 0).centreY();
        double unit = (point(figure, 0, 1).centreY() - one) / 0.8;
        assertThat(point(figure, 0, 2).centreY()).isCloseTo(one + 1.3 * unit, within(1e-6));
        assertThat(said(plot(followed(line(Followed.Kind.MOVED, 1, -1)), 760, 400)))
                .contains("−1.00");
    }

    @Test
    void linesAreNamedBesideTheirEndsAndNamesDoNotOverlap() {
        for (double[] ends : new double[][] {{0.44, 0.82, 0.14}, {0.5, 0.5, 0.5}, {0, 0.01, 0.02}, {1, 0.99, 0.98}}) {
            Figure figure = plot(
                    followed(
                            line(Followed.Kind.MOVED, 1, ends[0]),
                            line(Followed.Kind.APART, 0.9, ends[1]),
                            line(Followed.Kind.USUAL, 0.1, ends[2])),
                    776,
                    230);
            List<Mark.Text> names =
                    texts(figure).stream().filter(t -> t.style().bold()).toList();
            assertThat(String.join(" ", names.stream().map(Mark.Text::text).toList()))
                    .contains("“bank” and its own input", "“bank” and “bank” in the", "other words, on average");
            List<Double> ys = names.stream().map(Mark.Text::y).sorted().toList();
            for (int i = 1; i < ys.size(); i++) {
                assertThat(ys.get(i) - ys.get(i - 1)).isGreaterThan(11);
            }
            assertThat(ys.get(ys.size() - 1)).isLessThan(230);
            assertThat(ys.get(0)).isGreaterThan(0);
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void linesDifferInShapeNotInColourAlone(Theme theme) {
        View view = View.USUAL.withTheme(theme);
        Figure figure = LayerPlot.of(usual(), new Frame(760, 400, view));
        int ink = view.palette().of(ColourRole.INK);
        int query = view.palette().of(ColourRole.QUERY);
        int quiet = view.palette().of(ColourRole.QUIET);
        assertThat(figure.marks().stream()
                        .filter(m -> m instanceof Mark.Rectangle r && r.fill() == ink && r.radius() == 0))
                .hasSize(8); // seven points, and one beside the numbers
        assertThat(figure.marks().stream()
                        .filter(m -> m instanceof Mark.Rectangle r && r.fill() == query && r.radius() > 3))
                .hasSize(8);
        assertThat(figure.marks().stream().filter(m -> m instanceof Mark.Polygon p && p.fill() == quiet))
                .hasSize(8);
    }

    @Test
    void theMouseFindsTheNearestPointAndTheNumbersBelow() {
        Figure figure = plot(usual(), 760, 400);
        for (int l = 0; l < 3; l++) {
            for (int p = 0; p < 7; p++) {
                Box box = point(figure, l, p);
                assertThat(figure.spotAt(box.centreX(), box.centreY())).contains(spot(l, p));
                String number = List.of(MOVED, APART, USUAL).get(l)[p] + "";
                Mark.Text cell = texts(figure).stream()
                        .filter(t -> t.text().startsWith(number) && Math.abs(t.x() - box.centreX()) < 1e-6)
                        .reduce((a, b) -> b)
                        .orElseThrow();
                assertThat(figure.spotAt(cell.x(), cell.y() - 3)).contains(spot(l, p));
            }
        }
        Box last = point(figure, 1, 6);
        assertThat(figure.spotAt(last.centreX() - 20, last.centreY() + 10)).contains(spot(1, 6));
        assertThat(figure.spotAt(1, 1)).isEmpty();
        assertThat(figure.spotAt(759, 399)).isEmpty();
    }

    @Test
    void arrowKeysGoAlongALineAndFromLineToLine() {
        Area area = plot(usual(), 760, 400).areas().get(0);
        assertThat(area.next(spot(1, 3), 0, 1)).contains(spot(1, 4));
        assertThat(area.next(spot(1, 3), 1, 0)).contains(spot(2, 3));
        assertThat(area.next(spot(1, 6), 0, 1)).isEmpty();
        assertThat(area.next(spot(0, 0), -1, 0)).isEmpty();
        assertThat(area.next(spot(2, 0), 1, 0)).isEmpty();
        assertThat(area.first()).contains(spot(0, 0));
        assertThat(area.moved(10, 5).boxOf(spot(2, 2)).orElseThrow())
                .isEqualTo(area.boxOf(spot(2, 2)).orElseThrow().moved(10, 5));
        assertThat(LayerPlot.start(usual())).isEqualTo(spot(1, 6));
        assertThat(LayerPlot.start(followed(line(Followed.Kind.MOVED, 1, 0.5)))).isEqualTo(spot(0, 1));
    }

    @Test
    void marksRingThePointThatIsAskedAbout() {
        Figure base = plot(usual(), 760, 400);
        Figure marks = PlotMarks.over(base, spot(2, 3), View.USUAL);
        assertThat(marks.marks().stream()
                        .filter(Mark.Rectangle.class::isInstance)
                        .map(m -> ((Mark.Rectangle) m).box().centreX()))
                .hasSize(2)
                .allSatisfy(x -> assertThat(x).isCloseTo(point(base, 2, 3).centreX(), within(1e-6)));
        assertThat(PlotMarks.over(base, spot(7, 3), View.USUAL).marks()).isEmpty();
    }

    @Test
    void aNumberSaysWhereItComesFrom() {
        Why why = LayerPlot.why(usual(), spot(1, 6));
        // x·y = 16.38, lengths 5 and 4
        assertThat(WhyText.formula(why, 4))
                .isEqualTo("cos(x, y) = x·y ÷ (‖x‖ · ‖y‖) = 16.38 ÷ (5 (‖x‖) · 4 (‖y‖)) = 0.8190");
        assertThat(why.result()).isCloseTo(why.value(), within(1e-12));
        assertThat(why.about()).isEqualTo("“bank” and “bank” in the second sentence, after layer 5");
        Why mean = LayerPlot.why(usual(), spot(2, 0));
        assertThat(mean.about()).isEqualTo("other words, on average, in the input");
        assertThat(WhyText.formula(mean, 4)).endsWith(" = 3.92 ÷ 40 (pairs) = 0.0980");
        assertThat(LayerPlot.why(usual(), spot(0, 0)).about()).isEqualTo("“bank” and its own input, in the input");
    }

    @Test
    void wordsInSeveralPiecesAreSaidToBeMeans() {
        assertThat(LayerPlot.pieces(usual())).isEmpty();
        Followed f = new Followed(
                "model",
                word("unbelievably tired", "unbelievably", "un", "##believable", "##y"),
                Optional.of(word("unbelievably tired", "tired", "tired")),
                List.of(line(Followed.Kind.MOVED, 1, 0.5)));
        assertThat(LayerPlot.pieces(f))
                .isEqualTo("“unbelievably” is read in 3 pieces (un ##believable ##y): the mean of their vectors.");
        assertThat(LayerPlot.name(f, Followed.Kind.APART)).isEqualTo("“unbelievably” and “tired”");
    }
}
