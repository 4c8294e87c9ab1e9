package app.regard.lab.learn;

import app.regard.draw.DecimalFormatter;
import app.regard.draw.Spot;
import app.regard.draw.chart.LinePlot;
import app.regard.draw.chart.PlotAxis;
import app.regard.draw.chart.Series;
import app.regard.lab.PlotPanel;
import app.regard.stage.Why;
import app.regard.trace.Matrix;
import app.regard.trace.Moment;
import app.regard.trace.NumberTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The curves of a run over its steps, as a panel; the step that is looked at is marked in all of them.
 *
 * @param id the panel's id
 * @param up the axis upwards
 * @param steps the steps that have points
 * @param most how far the axis goes
 * @param here which point is looked at
 * @param opens the moment of a point
 */
record Curves(
        String id,
        String title,
        PlotAxis up,
        List<Integer> steps,
        int most,
        int here,
        IntFunction<Optional<Moment>> opens) {
    /** One curve with its values, one a point. */
    record Curve(String name, List<Double> values) {}

    /** A step as a number of a table, which has none for what was never reached. */
    static double number(OptionalInt step) {
        return step.isPresent() ? step.getAsInt() : Double.NaN;
    }

    PlotPanel panel(List<Curve> curves) {
        List<Series> series = new ArrayList<>();
        for (Curve curve : curves) {
            List<Series.Point> points = IntStream.range(0, steps.size())
                    .mapToObj(i -> new Series.Point(steps.get(i), curve.values().get(i)))
                    .toList();
            Series one = series.isEmpty() ? Series.chosen(curve.name(), points) : Series.compared(curve.name(), points);
            series.add(one.withShape(Series.Shape.NONE));
        }
        PlotAxis across = PlotAxis.Linear.holding("steps", 0, Math.max(1, most));
        LinePlot plot = new LinePlot(id, up, across, series, LinePlot.Names.ABOVE, false, "");
        NumberTable numbers = new NumberTable(
                steps.stream().map(String::valueOf).toList(),
                curves.stream().map(Curve::name).toList(),
                Matrix.fill(steps.size(), curves.size(), (i, j) -> curves.get(j)
                        .values()
                        .get(i)));
        return new PlotPanel(
                title,
                plot,
                numbers,
                new Spot(id, 0, here),
                true,
                at -> why(curves.get(at.row()), at),
                at -> opens.apply(at.col()));
    }

    private Optional<Why> why(Curve curve, Spot at) {
        double value = curve.values().get(at.col());
        return Double.isNaN(value)
                ? Optional.empty()
                : Optional.of(Why.given(
                        at,
                        value,
                        curve.name() + " at step " + steps.get(at.col()),
                        curve.name(),
                        "Measured, " + DecimalFormatter.claimed(value, 6) + "; drag along the steps, or open one."));
    }
}
