package app.regard.lab;

import app.regard.draw.Area;
import app.regard.draw.Box;
import app.regard.draw.ColourRole;
import app.regard.draw.DecimalFormatter;
import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Lettering;
import app.regard.draw.Mark;
import app.regard.draw.Spot;
import app.regard.draw.View;
import app.regard.draw.chart.Highlights;
import app.regard.stage.Why;
import app.regard.trace.Matrix;
import app.regard.trace.Moment;
import app.regard.trace.NumberTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A panel of bars: a group a name, one bar of each series in it, all on one scale.
 *
 * @param names the groups, from above
 * @param series one bar of each in every group
 * @param faint the groups that stand back: what is struck out or switched off
 * @param asked the bar that is asked about before anybody points at one, if there is one
 * @param explain where the number of a bar comes from; a spot's row is the group, its column the series
 * @param opens the moment that a bar is of
 */
public record BarsPanel(
        String id,
        String title,
        List<String> names,
        List<Series> series,
        Set<Integer> faint,
        Optional<Spot> asked,
        Function<Spot, Optional<Why>> explain,
        Function<Spot, Optional<Moment>> opens)
        implements Panel {
    private static final double THICKEST = 17;
    private static final double THINNEST = 3;
    private static final double LEGEND = 20;

    /** One bar a group; a number that is not there is NaN. */
    public record Series(String name, ColourRole role, List<Double> values) {
        public Series {
            values = List.copyOf(values);
        }
    }

    public BarsPanel {
        names = List.copyOf(names);
        series = List.copyOf(series);
        faint = Set.copyOf(faint);
    }

    /** The spot of a bar. */
    public static Spot spot(String id, int group, int series) {
        return new Spot(id, group, series);
    }

    @Override
    public Figure base(Frame frame) {
        View view = frame.view();
        Lettering.Style style = view.plain(12);
        Lettering.Style strong = view.bold(12);
        List<Mark> marks = new ArrayList<>();
        List<Area> areas = new ArrayList<>();
        double top = series.size() > 1 ? legend(marks, view) : 2;
        double thick = Math.max(
                THINNEST,
                Math.min(
                        THICKEST * view.textScale(),
                        (frame.height() - top) / Math.max(1, names.size()) / (series.size() + 0.6)));
        double left = left(frame.width(), view);
        double right = frame.width() - Lettering.width("−0.0000", strong) - 10;
        double least = Math.min(0, extreme(false));
        double most = Math.max(0, extreme(true));
        double unit = (right - left) / (most - least > 0 ? most - least : 1);
        double zero = left - least * unit;
        for (int g = 0; g < names.size(); g++) {
            double y = top + g * thick * (series.size() + 0.6);
            boolean back = faint.contains(g);
            int ink = view.palette().of(back ? ColourRole.STRONG_EDGE : ColourRole.INK);
            double middle = y + thick * series.size() / 2;
            marks.add(new Mark.Text(
                    Lettering.fit(names.get(g), strong, left - 12),
                    left - 8,
                    middle + strong.drop(),
                    strong,
                    ink,
                    Mark.Anchor.END,
                    0));
            for (int s = 0; s < series.size(); s++) {
                double value = series.get(s).values().get(g);
                Box whole = new Box(0, y + s * thick, frame.width(), thick);
                areas.add(new Area.Place(new Spot(id, g, s), whole));
                if (Double.isNaN(value)) {
                    continue;
                }
                double end = zero + value * unit;
                Box bar = new Box(
                        Math.min(zero, end),
                        y + s * thick + 1,
                        Math.max(1, Math.abs(end - zero)),
                        Math.max(2, thick - 2));
                int colour =
                        view.palette().of(back ? ColourRole.EDGE : series.get(s).role());
                marks.add(new Mark.Rectangle(bar, Math.min(3, bar.width() / 2), colour, 0, 0));
                if (thick >= style.size()) {
                    marks.add(new Mark.Text(
                            DecimalFormatter.text(value, view.decimals() + 2),
                            frame.width() - 4,
                            whole.centreY() + style.drop(),
                            style,
                            ink,
                            Mark.Anchor.END,
                            0));
                }
            }
        }
        double foot = top + names.size() * thick * (series.size() + 0.6);
        marks.add(new Mark.Line(zero, top, zero, foot, view.palette().of(ColourRole.EDGE), 1));
        return new Figure(frame.width(), frame.height(), marks, areas);
    }

    /** Where the names end and the bars may begin. */
    private double left(double width, View view) {
        Lettering.Style strong = view.bold(12);
        return Math.min(
                width * 0.4,
                12
                        + names.stream()
                                .mapToDouble(n -> Lettering.width(n, strong))
                                .max()
                                .orElse(0));
    }

    @Override
    public Figure marks(Figure base, Pointed at, View view) {
        Spot spot = at.in(this) ? at.spot() : start().orElse(Pointed.NOTHING.spot());
        double from =
                series.size() > 1 ? left(base.width(), view) - 4 : 0; // one bar of several: the name is of them all
        return Highlights.framed(base, spot, from, view);
    }

    private double legend(List<Mark> marks, View view) {
        Lettering.Style style = view.plain(11.5);
        double x = 2;
        for (Series one : series) {
            double side = 10 * view.textScale();
            marks.add(new Mark.Rectangle(
                    new Box(x, 4, side, side), 2, view.palette().of(one.role()), 0, 0));
            marks.add(new Mark.Text(
                    one.name(),
                    x + side + 5,
                    4 + side / 2 + style.drop(),
                    style,
                    view.palette().of(ColourRole.QUIET),
                    Mark.Anchor.START,
                    0));
            x += side + 21 + Lettering.width(one.name(), style);
        }
        return LEGEND * view.textScale();
    }

    private double extreme(boolean most) {
        var all = series.stream()
                .flatMap(s -> s.values().stream())
                .filter(v -> !Double.isNaN(v))
                .mapToDouble(Double::doubleValue);
        return (most ? all.max() : all.min()).orElse(0);
    }

    @Override
    public Optional<Spot> start() {
        return asked;
    }

    @Override
    public Optional<Why> why(Spot at) {
        return explain.apply(at);
    }

    @Override
    public Optional<Moment> opens(Spot at) {
        return opens.apply(at);
    }

    @Override
    public NumberTable numbers() {
        return new NumberTable(
                names,
                series.stream().map(Series::name).toList(),
                Matrix.fill(names.size(), series.size(), (i, j) -> series.get(j)
                        .values()
                        .get(i)));
    }
}
