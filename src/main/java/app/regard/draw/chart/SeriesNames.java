package app.regard.draw.chart;

import app.regard.draw.Frame;
import app.regard.draw.Lettering;
import app.regard.draw.Mark;
import app.regard.draw.Palette;
import app.regard.draw.Paragraph;
import app.regard.draw.View;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The names of a plot's series: beside their ends, or in rows above the plot with what they look like. */
final class SeriesNames {
    private static final double SAMPLE = 22;
    private static final double AFTER_SAMPLE = 7;
    private static final double APART = 18;
    private static final double GAP = 8;
    private static final double MARGIN = 40;

    private final List<Series> series;
    private final Frame frame;
    private final Palette palette;
    private final Lettering.Style style;

    SeriesNames(List<Series> series, Frame frame) {
        this.series = series;
        this.frame = frame;
        View view = frame.view();
        this.palette = view.palette();
        this.style = view.bold(12);
    }

    /** How much room the names need above a plot, with the gap that parts them from the uppermost tick. */
    double above() {
        int rows = starts().stream().mapToInt(at -> (int) at[1] + 1).max().orElse(0);
        return rows == 0 ? 0 : rows * row() + GAP;
    }

    private double row() {
        return 18 * frame.view().textScale();
    }

    /** Where each name's sample begins, and in which row. */
    private List<double[]> starts() {
        List<double[]> starts = new ArrayList<>();
        double x = 0;
        int row = 0;
        for (Series s : series) {
            double width = SAMPLE + AFTER_SAMPLE + Lettering.width(s.label(), style);
            if (x > 0 && x + width > frame.width() - MARGIN) {
                x = 0;
                row++;
            }
            starts.add(new double[] {x, row});
            x += width + APART;
        }
        return starts;
    }

    /** The names in rows above the plot. */
    void addAbove(List<Mark> marks, PlotFrame in, SeriesMarks samples) {
        List<double[]> starts = starts();
        double left = in.plot().x();
        double top = in.plot().y() - above();
        for (int s = 0; s < series.size(); s++) {
            double x = starts.get(s)[0] + left;
            double middle = top + (starts.get(s)[1] + 0.5) * row();
            samples.sample(series.get(s), x, middle, SAMPLE);
            double from = x + SAMPLE + AFTER_SAMPLE;
            String label = Lettering.fit(series.get(s).label(), style, frame.width() - from);
            int tone = palette.of(series.get(s).tone());
            marks.add(new Mark.Text(label, from, middle + style.drop(), style, tone, Mark.Anchor.START, 0));
        }
    }

    /** Each name beside its last point; where two would overlap, they move apart and a hairline leads to the point. */
    void addBeside(List<Mark> marks, PlotFrame in) {
        double left = in.plot().right() + 12;
        double room = frame.width() - left;
        List<Series> shown = series.stream()
                .filter(s -> s.points().stream().anyMatch(Series.Point::there))
                .toList();
        List<Paragraph> names =
                shown.stream().map(s -> Paragraph.of(s.label(), style, room, 3)).toList();
        double[] ends = shown.stream().mapToDouble(s -> in.y(last(s).y())).toArray();
        double[] tops = new double[names.size()];
        List<Integer> order = IntStream.range(0, names.size())
                .boxed()
                .sorted(Comparator.comparingDouble(s -> ends[s]))
                .toList();
        double free = 0;
        for (int s : order) {
            double height = names.get(s).height();
            tops[s] = Math.max(free, ends[s] - height / 2);
            free = tops[s] + height + 3;
        }
        double end = in.plot().bottom() + in.row();
        for (int o = order.size() - 1; o >= 0; o--) {
            int s = order.get(o);
            tops[s] = Math.min(tops[s], end - names.get(s).height());
            end = tops[s] - 3;
        }
        for (int s = 0; s < names.size(); s++) {
            Series one = shown.get(s);
            double middle = tops[s] + names.get(s).height() / 2;
            double from = in.x(last(one).x()) + 7;
            marks.add(new Mark.Line(from, ends[s], left - 4, middle, palette.of(one.tone(), 0.5), 1));
            marks.addAll(names.get(s).marks(left, tops[s], palette.of(one.tone())));
        }
    }

    private static Series.Point last(Series s) {
        return s.points().stream()
                .filter(Series.Point::there)
                .reduce((a, b) -> b)
                .orElseThrow();
    }
}
