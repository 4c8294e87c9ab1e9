package app.regard.draw.chart;

import app.regard.draw.Figure;
import app.regard.draw.Frame;
import java.util.List;
import java.util.stream.Stream;

/**
 * Series of points over two axes. Every point is one spot: (name, series, point).
 *
 * @param name what spots are called
 * @param up the axis upwards
 * @param across the axis to the right
 * @param names where the series' names stand
 * @param table whether the numbers stand below; then all series have their points in the same places
 * @param caption one sentence at the foot; nothing where there is none
 */
public record LinePlot(
        String name, PlotAxis up, PlotAxis across, List<Series> series, Names names, boolean table, String caption) {
    public LinePlot {
        series = List.copyOf(series);
        for (Series s : series) {
            Stream.concat(s.points().stream(), s.theory().stream())
                    .filter(Series.Point::there)
                    .forEach(p -> {
                        require(across, p.x());
                        require(up, p.y());
                    });
        }
        if (table && series.stream().map(LinePlot::places).distinct().count() > 1) {
            throw new IllegalArgumentException("a table below a plot needs all series in the same places");
        }
    }

    /** The place of the names of series. */
    public enum Names {
        /** At the right, each beside its last point. */
        BESIDE,
        /** Above the plot, each with what its points look like: for narrow plots. */
        ABOVE
    }

    private static void require(PlotAxis axis, double value) {
        if (!axis.holds(value)) {
            throw new IllegalArgumentException(value + " is not on the axis " + axis);
        }
    }

    /** Where a series has its points. */
    static List<Double> places(Series s) {
        return s.points().stream().map(Series.Point::x).toList();
    }

    /** The whole plot. */
    public Figure in(Frame frame) {
        return new LinePlotPainter(this, frame).figure();
    }
}
