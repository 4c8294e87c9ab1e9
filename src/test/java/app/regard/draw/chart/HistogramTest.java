package app.regard.draw.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.regard.draw.Box;
import app.regard.draw.ColourRole;
import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Mark;
import app.regard.draw.Spot;
import app.regard.draw.View;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Histograms by their counts, their bars and what lies under the pointer. */
class HistogramTest {
    private static final Frame FRAME = new Frame(440, 220, View.USUAL);

    private static Spot spot(int distribution, int bin) {
        return new Spot("h", distribution, bin);
    }

    private static Histogram of(Bins bins, double[]... samples) {
        List<Histogram.Distribution> all = new java.util.ArrayList<>();
        for (double[] sample : samples) {
            all.add(
                    all.isEmpty()
                            ? Histogram.Distribution.compared("first", bins.counts(sample))
                            : Histogram.Distribution.chosen("second", bins.counts(sample)));
        }
        return new Histogram("h", "how many", "score", bins, all);
    }

    @Test
    void numbersAreCountedByTheEdgesThatAreWritten() {
        Bins bins = Bins.holding(10, 0, 0.1, 0.3, 0.3, 0.7, 0.9);
        assertThat(bins.width()).isEqualTo(0.1);
        assertThat(bins.edge(0)).isZero();
        assertThat(bins.edge(3)).isEqualTo(0.3);
        assertThat(bins.counts(0, 0.1, 0.3, 0.3, 0.7, 0.9, Double.NaN))
                .containsExactly(1.0, 1.0, 0.0, 2.0, 0.0, 0.0, 0.0, 1.0, 0.0, 1.0);
        assertThatThrownBy(() -> bins.counts(1.5)).hasMessageContaining("1.5 is in no bin from 0.0 to 1.0");
    }

    @Test
    void everyNumberIsInTheBinsThatHoldIt() {
        Random r = new Random(9);
        for (int c = 0; c < 3000; c++) {
            double size = Math.pow(10, r.nextInt(20) - 10);
            double[] values =
                    r.doubles(1 + r.nextInt(40), -1, 1).map(v -> v * size).toArray();
            int most = 2 + r.nextInt(60);
            Bins bins = Bins.holding(most, values);
            assertThat(bins.count()).isBetween(1, most);
            assertThat(bins.counts(values).stream().mapToDouble(n -> n).sum()).isEqualTo(values.length);
        }
        assertThat(Bins.holding(20).count()).isPositive();
        assertThat(Bins.holding(20, 5, 5, 5).counts(5, 5, 5)).contains(3.0);
    }

    @Test
    void barsAreAsHighAsTheirNumbersAndUnderThePointer() {
        double[] sample = {0.5, 1.5, 1.5, 2.5, 2.5, 2.5, 4.5};
        Bins bins = new Bins(0, 1, 5);
        Figure f = of(bins, sample).in(FRAME);
        double unit = f.boxOf(spot(0, 0)).orElseThrow().height();
        double width = f.boxOf(spot(0, 0)).orElseThrow().width();
        double[] counts = {1, 2, 3, 0, 1};
        for (int b = 0; b < 5; b++) {
            Box bar = f.boxOf(spot(0, b)).orElseThrow();
            assertThat(bar.height()).isCloseTo(counts[b] * unit, within(1e-9));
            assertThat(bar.width()).isCloseTo(width, within(1e-9));
            assertThat(f.spotAt(bar.centreX(), bar.bottom() - 1)).contains(spot(0, b));
            Figure over = PlotMarks.over(f, spot(0, b), View.USUAL);
            assertThat(over.marks().stream().filter(Mark.Text.class::isInstance).map(m -> ((Mark.Text) m).text()))
                    .containsExactly((int) counts[b] + " (" + b + " to " + (b + 1) + ")");
        }
        int quiet = View.USUAL.palette().of(ColourRole.QUIET, 0.6);
        assertThat(f.marks().stream().filter(m -> m instanceof Mark.Rectangle r && r.fill() == quiet))
                .hasSize(4); // an empty bin has no bar
    }

    @Test
    void ofTwoDistributionsThePointerFindsTheOneWhoseTopIsNearer() {
        Bins bins = new Bins(-2, 1, 4);
        Figure f = of(bins, new double[] {-0.5, -0.5, -0.5, -0.5, 0.5}, new double[] {-0.5, 0.5, 0.5, 0.5})
                .in(FRAME);
        Box high = f.boxOf(spot(0, 1)).orElseThrow();
        Box low = f.boxOf(spot(1, 1)).orElseThrow();
        assertThat(f.spotAt(high.centreX(), high.y() + 2)).contains(spot(0, 1));
        assertThat(f.spotAt(low.centreX(), low.y() - 2)).contains(spot(1, 1));
        assertThat(f.areas().get(0).next(spot(0, 1), 1, 0)).contains(spot(1, 1));
        assertThat(f.areas().get(0).next(spot(1, 1), 0, 1)).contains(spot(1, 2));
        int query = View.USUAL.palette().of(ColourRole.QUERY);
        assertThat(f.marks().stream().filter(m -> m instanceof Mark.Line l && l.colour() == query))
                .hasSize(9); // two lines a bin and the last edge: told apart by more than colour
    }

    @Test
    void ticksAreRoundAndEmptyOnesAreDrawn() {
        Figure f = of(new Bins(-12, 2, 24), new double[] {-24, 0, 23}).in(FRAME);
        assertThat(f.marks().stream().filter(Mark.Text.class::isInstance).map(m -> ((Mark.Text) m).text()))
                .contains("−20", "0", "20", "score", "how many");
        Figure none = new Histogram("h", "how many", "score", new Bins(0, 1, 3), List.of()).in(FRAME);
        assertThat(none.marks().stream().filter(Mark.Text.class::isInstance).map(m -> ((Mark.Text) m).text()))
                .contains("no numbers yet");
        assertThat(none.areas().get(0).first()).isEmpty();
        assertThatThrownBy(() -> new Histogram(
                        "h", "u", "a", new Bins(0, 1, 3), List.of(Histogram.Distribution.chosen("x", List.of(1.0)))))
                .hasMessage("1 heights for 3 bins");
    }
}
