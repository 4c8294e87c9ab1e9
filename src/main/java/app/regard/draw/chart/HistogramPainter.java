package app.regard.draw.chart;

import app.regard.draw.Box;
import app.regard.draw.ColourRole;
import app.regard.draw.DecimalFormatter;
import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Mark;
import app.regard.draw.Palette;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The painter of a {@link Histogram} in a frame. */
final class HistogramPainter {
    private static final double HAIR = 1;
    private static final double WIDE_ENOUGH = 5;

    private final Histogram of;
    private final Frame frame;
    private final Palette palette;
    private final SeriesNames names;
    private final PlotFrame in;
    private final SeriesMarks theories;
    private final List<Series> series;
    private final List<Mark> marks = new ArrayList<>();

    HistogramPainter(Histogram of, Frame frame) {
        this.of = of;
        this.frame = frame;
        this.palette = frame.view().palette();
        this.series = of.distributions().stream()
                .map(d ->
                        new Series(d.label(), d.tone(), Series.Shape.SQUARE, Series.Stroke.NONE, List.of(), d.theory()))
                .toList();
        this.names = new SeriesNames(series, frame);
        double[] heights = Stream.concat(
                        Stream.of(0.0),
                        of.distributions().stream()
                                .flatMap(d -> Stream.concat(
                                        d.heights().stream(),
                                        d.theory().stream().map(Series.Point::y))))
                .mapToDouble(h -> h)
                .toArray();
        Bins bins = of.bins();
        double[] ends = {bins.edge(0), bins.edge(bins.count())};
        double step = PlotAxis.Linear.holding("", ends).step();
        this.in = new PlotFrame(
                frame,
                PlotAxis.Linear.holding(of.up(), heights),
                new PlotAxis.Linear(of.across(), ends[0], ends[1], step),
                List.of(),
                false,
                names.above(),
                0,
                false);
        this.theories = new SeriesMarks(in, frame.view(), marks);
    }

    Figure figure() {
        in.addGround(marks, "");
        List<List<PlotArea.Datum>> data = new ArrayList<>();
        for (int d = 0; d < of.distributions().size(); d++) {
            List<Box> bars = bars(of.distributions().get(d));
            data.add(data(of.distributions().get(d), bars));
            if (d == 0) {
                fill(bars, palette.of(series.get(d).tone(), of.distributions().size() > 1 ? 0.45 : 0.6));
            } else {
                fill(bars, palette.of(series.get(d).tone(), 0.18));
                outline(bars, palette.of(series.get(d).tone()));
            }
        }
        of.distributions().forEach(d -> theories.dashed(d.theory(), ColourRole.INK));
        names.addAbove(marks, in, theories);
        if (data.isEmpty()) {
            in.addNothing(marks);
        }
        in.addAcross(marks);
        PlotArea area = new PlotArea(of.name(), in.plot(), data, Optional.empty(), 0, in.tickRow());
        return new Figure(frame.width(), frame.height(), marks, List.of(area));
    }

    private List<Box> bars(Histogram.Distribution d) {
        List<Box> bars = new ArrayList<>();
        for (int b = 0; b < of.bins().count(); b++) {
            double left = in.x(of.bins().edge(b));
            double top = in.y(d.heights().get(b));
            bars.add(new Box(left, top, in.x(of.bins().edge(b + 1)) - left, in.y(0) - top));
        }
        return bars;
    }

    private List<PlotArea.Datum> data(Histogram.Distribution d, List<Box> bars) {
        List<PlotArea.Datum> data = new ArrayList<>();
        PlotAxis axis = new PlotAxis.Linear("", 0, 1, 1);
        for (int b = 0; b < bars.size(); b++) {
            String range =
                    axis.text(of.bins().edge(b)) + " to " + axis.text(of.bins().edge(b + 1));
            double height = d.heights().get(b);
            String value = height == Math.rint(height)
                    ? axis.text(height)
                    : DecimalFormatter.telling(height, Math.max(3, frame.view().decimals()));
            data.add(PlotArea.Datum.bar(bars.get(b), value + " (" + range + ")"));
        }
        return data;
    }

    private void fill(List<Box> bars, int tone) {
        for (Box bar : bars) {
            double gap = bar.width() >= WIDE_ENOUGH ? HAIR : 0;
            if (bar.height() > 0) {
                Box inner = new Box(bar.x() + gap / 2, bar.y(), bar.width() - gap, bar.height());
                marks.add(new Mark.Rectangle(inner, 0, tone, 0, 0));
            }
        }
    }

    /** The steps from bar to bar. */
    private void outline(List<Box> bars, int tone) {
        double y = in.y(0);
        for (Box bar : bars) {
            marks.add(new Mark.Line(bar.x(), y, bar.x(), bar.y(), tone, 1.6));
            marks.add(new Mark.Line(bar.x(), bar.y(), bar.right(), bar.y(), tone, 1.6));
            y = bar.y();
        }
        Box last = bars.get(bars.size() - 1);
        marks.add(new Mark.Line(last.right(), y, last.right(), in.y(0), tone, 1.6));
    }
}
