package app.regard.stage;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.draw.DecimalFormatter;
import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Mark;
import app.regard.draw.Spot;
import app.regard.draw.View;
import app.regard.draw.chart.Bars;
import app.regard.draw.chart.GridArea;
import app.regard.engine.Attention;
import app.regard.trace.Experiment;
import app.regard.trace.Mask;
import app.regard.trace.Positions;
import app.regard.trace.Reading;
import app.regard.trace.Source;
import app.regard.trace.Trace;
import app.regard.words.Library;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every figure serves n queries and m keys of two sentences as well as one sentence with itself. */
class CrossTest {
    private static final Library LIBRARY = new Library();

    private static Trace trace(int n, int m, boolean positions) {
        return Attention.trace(LIBRARY.resolve(new Experiment(
                words("dog", n),
                words("river", m),
                new Source.Simple("semantic"),
                Mask.NONE,
                positions ? Positions.sinusoidal(0.25) : Positions.NONE,
                0.7,
                List.of(),
                Reading.PLAIN,
                true)));
    }

    private static String words(String word, int count) {
        return String.join(
                " ", IntStream.range(0, count).mapToObj(i -> word + i).toList());
    }

    @Test
    void wordsThatDoNotAskGetNoRoomForArcs() {
        Trace apart = trace(2, 5, false);
        Trace one = Attention.trace(LIBRARY.resolve(Experiment.of("river a b c d", new Source.Simple("semantic"))));
        double height = WeightFigures.stripHeight(apart.weights(), 640, 106, View.USUAL);
        assertThat(height).isLessThan(40); // a line of chips
        assertThat(WeightFigures.stripHeight(one.weights(), 640, 106, View.USUAL))
                .isGreaterThan(100);
        Figure strip = WeightFigures.strip(
                apart.weights(), null, 0, OptionalInt.empty(), AskedPair.NONE, new Frame(640, height, View.USUAL));
        for (int j = 0; j < 5; j++) {
            assertThat(strip.boxOf(new Spot(WeightFigures.ANSWERING, j, Spot.LABEL))
                            .orElseThrow()
                            .bottom())
                    .isLessThanOrEqualTo(height);
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1,9", "9,1", "2,5", "5,2", "30,3", "3,30", "70,5"})
    void everyStageAndFigureOfTwoSentences(int n, int m) {
        for (boolean positions : new boolean[] {false, true}) {
            Trace t = trace(n, m, positions);
            for (int query : new int[] {0, n - 1}) {
                for (int number = 1; number <= 8; number++) {
                    Stage stage = Stages.of(number);
                    for (int variant = 0; variant < stage.variants(t).size(); variant++) {
                        Frame frame = new Frame(640, 320, View.USUAL, variant, java.util.Map.of());
                        Figure base = stage.base(t, query, frame);
                        Spot asked = stage.start(t, query);
                        Why why = Whys.of(t, query, asked);
                        assertThat(why.value()).isFinite();
                        Focus focus = new Focus(number, query, false, null);
                        Highlighter.over(base, t, focus, why, spot -> Whys.of(t, focus.query(), spot), View.USUAL);
                    }
                    assertThat(stage.plain(t, query) + stage.formula(t) + stage.code(t) + stage.shape(t))
                            .doesNotContain("itself");
                }
                for (OptionalInt column : List.of(OptionalInt.empty(), OptionalInt.of(m - 1))) {
                    Figure strip = WeightFigures.strip(
                            t.weights(), null, query, column, AskedPair.NONE, new Frame(640, 100, View.USUAL));
                    boolean keys = column.isEmpty();
                    String name = keys ? WeightFigures.ANSWERING : WeightFigures.ASKING;
                    assertThat(strip.boxOf(new Spot(name, 0, Spot.LABEL))).isPresent();
                    WeightFigures.bars(
                            t.weights(), null, query, column, AskedPair.NONE, new Frame(300, 200, View.USUAL));
                }
            }
            Figure map = WeightFigures.heatMap(t.weights(), Math.max(n, m), new Frame(400, 400, View.USUAL));
            GridArea area = (GridArea) map.areas().get(0);
            assertThat(area.rows().count()).isEqualTo(n);
            assertThat(area.cols().count()).isEqualTo(m);
            assertThat(WeightFigures.readout(t.weights(), new Frame(300, 900, View.USUAL))
                            .areas())
                    .hasSize(n);
        }
    }

    /** The bars of a column are its weights, largest first; they belong to the words that ask. */
    @ParameterizedTest
    @CsvSource({"4,2", "2,4"})
    void aColumnsBarsAreItsWeights(int n, int m) {
        Trace t = trace(n, m, true);
        int column = m - 1;
        Figure bars = WeightFigures.bars(
                t.weights(), null, 0, OptionalInt.of(column), AskedPair.NONE, new Frame(300, 300, View.USUAL));
        List<String> percents = bars.marks().stream()
                .filter(Mark.Text.class::isInstance)
                .map(mark -> ((Mark.Text) mark).text())
                .filter(text -> text.endsWith("%") && !text.endsWith(" %"))
                .toList();
        List<String> due = IntStream.range(0, n)
                .mapToObj(i -> t.weights().a().at(i, column))
                .sorted(java.util.Comparator.reverseOrder())
                .map(DecimalFormatter::percent)
                .toList();
        assertThat(percents).isEqualTo(due);
        assertThat(Bars.capacity(300, View.USUAL)).isGreaterThanOrEqualTo(n);
    }
}
