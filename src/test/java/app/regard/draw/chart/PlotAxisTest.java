package app.regard.draw.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Axes by where numbers lie on them and by the numbers beside them. */
class PlotAxisTest {
    private static List<String> labels(PlotAxis axis, int ticking) {
        return axis.tickings().get(ticking).stream().map(PlotAxis.Tick::label).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0, 3 | 0.0 0.5 1.0 1.5 2.0 2.5 3.0",
                "0, 400 | 0 100 200 300 400",
                "-0.3, 1 | −0.5 0.0 0.5 1.0",
                "2.31, 2.39 | 2.30 2.32 2.34 2.36 2.38 2.40",
                "0.1, 0.3 | 0.10 0.15 0.20 0.25 0.30",
                "-24, 24 | −30 −20 −10 0 10 20 30",
                "0, 0.00002 | 0 5e−6 1e−5 1.5e−5 2e−5",
                "0, 3000000 | 0 500000 1e6 1.5e6 2e6 2.5e6 3e6",
                "7, 7 | 2 4 6 8 10 12",
                "-2, -2 | −3.0 −2.5 −2.0 −1.5 −1.0",
                "0, 0 | 0.0 0.2 0.4 0.6 0.8 1.0"
            })
    void ticksAreOneTwoAndFiveTimesAPowerOfTen(String ends, String labels) {
        double[] values = java.util.Arrays.stream(ends.split(", "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        PlotAxis.Linear axis = PlotAxis.Linear.holding("", values);
        assertThat(labels(axis, 0)).containsExactly(labels.split(" "));
        for (double v : values) {
            assertThat(axis.holds(v)).isTrue();
        }
    }

    @Test
    void everyNumberLiesOnTheAxisThatHoldsIt() {
        Random r = new Random(5);
        for (int c = 0; c < 5000; c++) {
            double size = Math.pow(10, r.nextInt(24) - 12);
            double[] values = r.doubles(1 + r.nextInt(4), -1, 1)
                    .map(v -> Math.round(v * 1000) * size)
                    .toArray();
            PlotAxis.Linear axis = PlotAxis.Linear.holding("", values);
            for (double v : values) {
                assertThat(axis.holds(v)).as("%s on %s", v, axis).isTrue();
                assertThat(axis.share(v)).isBetween(0.0, 1.0);
            }
            assertThat(axis.tickings().get(0)).hasSizeBetween(2, 9);
        }
    }

    @Test
    void eachTickingIsSparserThanTheOneBefore() {
        PlotAxis axis = PlotAxis.Linear.holding("", 0, 1);
        assertThat(labels(axis, 0)).containsExactly("0.0", "0.2", "0.4", "0.6", "0.8", "1.0");
        assertThat(labels(axis, 1)).containsExactly("0.0", "0.5", "1.0");
        assertThat(labels(axis, 2)).containsExactly("0.0", "1.0");
        assertThat(axis.tickings()).hasSize(3);
    }

    @Test
    void aTickIsAsExactAsItsLabel() {
        for (PlotAxis.Tick tick : PlotAxis.Linear.holding("", 0, 0.6).tickings().get(0)) {
            assertThat(tick.value()).isEqualTo(Double.parseDouble(tick.label()));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10 | 1, 1000 | 1 10 100 1000",
                "10 | 3, 40 | 1 2 5 10 20 50 100",
                "10 | 0.002, 30000 | 0.001 0.01 0.1 1 10 100 1000 10000 100000",
                "10 | 5e-7, 0.5 | 1e−7 1e−6 1e−5 0.0001 0.001 0.01 0.1 1",
                "10 | 7 | 1 2 5 10",
                "10 | 10 | 10 20 50 100",
                "2 | 1, 512 | 1 2 4 8 16 32 64 128 256 512",
                "2 | 0.3, 3 | 0.25 0.5 1 2 4",
                "2 | 8 | 8 16"
            })
    void logarithmicAxesGoFromPowerToPower(int base, String ends, String labels) {
        double[] values = java.util.Arrays.stream(ends.split(", "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        PlotAxis axis = PlotAxis.Logarithmic.holding("", base, values);
        assertThat(labels(axis, 0)).containsExactly(labels.split(" "));
        for (double v : values) {
            assertThat(axis.holds(v)).isTrue();
        }
    }

    @Test
    void equalRatiosAreEqualDistances() {
        PlotAxis axis = PlotAxis.Logarithmic.holding("", 10, 1, 10000);
        assertThat(axis.share(1)).isZero();
        assertThat(axis.share(100)).isCloseTo(0.5, within(1e-15));
        assertThat(axis.share(10000)).isEqualTo(1);
        assertThat(axis.share(20) - axis.share(10)).isCloseTo(axis.share(2000) - axis.share(1000), within(1e-12));
        assertThat(labels(axis, 1)).containsExactly("1", "100", "10000");
        assertThat(axis.holds(0)).isFalse();
        assertThat(axis.holds(-1)).isFalse();
    }

    @Test
    void whereThereIsNothingAnAxisIsThereAllTheSame() {
        assertThat(labels(PlotAxis.Linear.holding("", Double.NaN), 0))
                .startsWith("0.0")
                .endsWith("1.0");
        assertThat(labels(PlotAxis.Logarithmic.holding("", 10, 0, -3), 0)).containsExactly("1", "2", "5", "10");
        assertThat(labels(new PlotAxis.Places("", List.of("input")), 0)).containsExactly("input");
        assertThat(new PlotAxis.Places("", List.of("input")).share(0)).isEqualTo(0.5);
    }

    @Test
    void anAxisThatIsNoneIsRefused() {
        assertThatThrownBy(() -> new PlotAxis.Linear("", 1, 1, 0.1)).hasMessageContaining("from 1.0 to 1.0");
        assertThatThrownBy(() -> new PlotAxis.Linear("", 0, 1, 0)).hasMessageContaining("by 0.0");
        assertThatThrownBy(() -> new PlotAxis.Logarithmic("", 0, 10, 10)).hasMessageContaining("above 0");
        assertThatThrownBy(() -> new PlotAxis.Logarithmic("", 1, 5, 10)).hasMessageContaining("10 times as much");
        assertThatThrownBy(() -> PlotAxis.Linear.holding("", -1.7e308, 1.7e308)).hasMessageContaining("no axis holds");
    }
}
