package app.regard.draw.chart;

import app.regard.draw.Box;
import app.regard.draw.ColourRole;
import app.regard.draw.DecimalFormatter;
import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Lettering;
import app.regard.draw.Mark;
import app.regard.draw.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The painter of a {@link LinePlot} in a frame. */
final class LinePlotPainter {
    private static final int LEAST_DECIMALS = 3;

    private final LinePlot of;
    private final Frame frame;
    private final View view;
    private final SeriesNames names;
    private final PlotFrame in;
    private final SeriesMarks series;
    private final List<Mark> marks = new ArrayList<>();

    LinePlotPainter(LinePlot of, Frame frame) {
        this.of = of;
        this.frame = frame;
        this.view = frame.view();
        this.names = new SeriesNames(of.series(), frame);
        double row = 18 * view.textScale();
        boolean beside = of.names() == LinePlot.Names.BESIDE;
        List<PlotAxis.Tick> places = !of.table() || of.series().isEmpty()
                ? List.of()
                : LinePlot.places(of.series().get(0)).stream()
                        .map(x -> new PlotAxis.Tick(x, of.across().text(x)))
                        .toList();
        this.in = new PlotFrame(
                frame,
                of.up(),
                of.across(),
                places,
                beside,
                beside ? 0 : names.above(),
                of.table() ? of.series().size() * row : 0,
                !of.caption().isEmpty());
        this.series = new SeriesMarks(in, view, marks);
    }

    Figure figure() {
        in.addGround(marks, of.caption());
        of.series().forEach(series::lines);
        of.series().forEach(series::points);
        if (of.names() == LinePlot.Names.BESIDE) {
            names.addBeside(marks, in);
        } else {
            names.addAbove(marks, in, series);
        }
        if (of.series().stream().flatMap(s -> s.points().stream()).noneMatch(Series.Point::there)) {
            in.addNothing(marks);
        }
        in.addAcross(marks);
        Optional<Box> table = of.table() ? Optional.of(table()) : Optional.empty();
        List<List<PlotArea.Datum>> data = of.series().stream()
                .map(s -> s.points().stream().map(this::datum).toList())
                .toList();
        PlotArea area = new PlotArea(of.name(), in.plot(), data, table, in.pitch(), in.tickRow());
        return new Figure(frame.width(), frame.height(), marks, List.of(area));
    }

    private PlotArea.Datum datum(Series.Point p) {
        double x = in.x(p.x());
        if (!p.there()) {
            return PlotArea.Datum.missing(x);
        }
        double y = in.y(p.y());
        String value = DecimalFormatter.telling(p.y(), decimals());
        return PlotArea.Datum.point(x, y, of.across().text(p.x()), value);
    }

    private int decimals() {
        return Math.max(LEAST_DECIMALS, view.decimals());
    }

    /** The numbers, a row a series; returns where the first row stands. */
    private Box table() {
        Lettering.Style plain = view.plain(12);
        double row = in.row();
        double top = in.plot().bottom() + 8;
        int decimals = decimals();
        while (decimals > 1 && Lettering.width(DecimalFormatter.text(-0.5, decimals), plain) > in.pitch()) {
            decimals--;
        }
        for (int s = 0; s < of.series().size(); s++) {
            Series one = of.series().get(s);
            double middle = top + (s + 1.5) * row;
            series.point(one, in.plot().x() - 14 * view.textScale(), middle);
            for (Series.Point p : one.points()) {
                if (p.there()) {
                    marks.add(new Mark.Text(
                            DecimalFormatter.text(p.y(), decimals),
                            in.x(p.x()),
                            middle + plain.drop(),
                            plain,
                            view.palette().of(ColourRole.INK),
                            Mark.Anchor.MIDDLE,
                            0));
                }
            }
        }
        return new Box(in.plot().x(), top + row, in.plot().width(), row);
    }
}
