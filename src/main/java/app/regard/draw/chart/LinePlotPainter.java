package app.regard.draw.chart;

import app.regard.draw.Box;
import app.regard.draw.ColourRole;
import app.regard.draw.DecimalFormatter;
import app.regard.draw.Figure;
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

/** Draws a {@link LinePlot} into a frame. */
final class LinePlotPainter {
    private static final double TICK = 0.25;
    private static final double NAMES = 150;
    private static final double TIGHTEST = 34;
    private static final int LEAST_DECIMALS = 3;
    private static final double POINT = 4;

    private final LinePlot lines;
    private final Frame frame;
    private final View view;
    private final Palette palette;
    private final double text;
    private final Box plot;
    private final double row;
    private final double gap;
    private final List<Mark> marks = new ArrayList<>();

    LinePlotPainter(LinePlot lines, Frame frame) {
        this.lines = lines;
        this.frame = frame;
        this.view = frame.view();
        this.palette = view.palette();
        this.text = view.textScale();
        this.row = 18 * text;
        this.gap = 30 * text;
        double left = Lettering.width("−1.00", view.plain(11)) + 10;
        double right = Math.min(NAMES * text, frame.width() * 0.25) + 14;
        double top = 22 * text;
        double below = 8 + (lines.lines().size() + 1) * row + 22 * text;
        this.plot = new Box(
                left,
                top,
                Math.max(TIGHTEST, frame.width() - left - right),
                Math.max(TIGHTEST, frame.height() - top - below));
    }

    Figure figure() {
        axis();
        for (LinePlot.Line line : lines.lines()) {
            for (int p = 1; p < line.values().size(); p++) {
                marks.add(new Mark.Line(
                        x(p - 1),
                        y(line.values().get(p - 1)),
                        x(p),
                        y(line.values().get(p)),
                        palette.of(line.tone()),
                        2));
            }
        }
        for (LinePlot.Line line : lines.lines()) {
            for (int p = 0; p < line.values().size(); p++) {
                point(line, x(p), y(line.values().get(p)));
            }
        }
        names();
        Box first = table();
        List<Double> xs =
                IntStream.range(0, lines.places().size()).mapToObj(this::x).toList();
        List<List<Double>> ys = lines.lines().stream()
                .map(l -> l.values().stream().map(this::y).toList())
                .toList();
        return new Figure(
                frame.width(), frame.height(), marks, List.of(new PlotArea(lines.name(), plot, xs, ys, first)));
    }

    private double x(int place) {
        double step = (plot.width() - 2 * gap) / (lines.places().size() - 1);
        return plot.x() + gap + place * step;
    }

    private double y(double value) {
        return plot.bottom() - (value - lines.low()) / (lines.high() - lines.low()) * plot.height();
    }

    private void axis() {
        Lettering.Style small = view.plain(11);
        marks.add(new Mark.Rectangle(plot, 0, palette.of(ColourRole.CARD), 0, 0));
        words(lines.up(), plot.x(), plot.y() - 9 * text, small, ColourRole.QUIET, Mark.Anchor.START);
        double step = plot.height() * TICK / (lines.high() - lines.low()) < 1.3 * small.size() ? 2 * TICK : TICK;
        double first = Math.ceil(lines.low() / step) * step; // multiples of the step, so that 0 is among them
        for (double v = first; v < lines.high() + TICK / 2; v += step) {
            boolean nothing = Math.abs(v) < TICK / 2;
            int tone = palette.of(nothing ? ColourRole.STRONG_EDGE : ColourRole.EDGE);
            marks.add(new Mark.Line(plot.x(), y(v), plot.right(), y(v), tone, 1));
            words(
                    DecimalFormatter.text(v, 2),
                    plot.x() - 6,
                    y(v) + small.drop(),
                    small,
                    ColourRole.QUIET,
                    Mark.Anchor.END);
        }
        String begins =
                lines.low() == 0 ? "" : " The axis begins at " + DecimalFormatter.text(lines.low(), 2) + ", not at 0.";
        double base = frame.height() - 6 * text;
        String said = Lettering.fit(lines.across() + begins, small, frame.width() - 4);
        words(said, 2, base, small, ColourRole.QUIET, Mark.Anchor.START);
    }

    private void words(String said, double x, double y, Lettering.Style style, ColourRole tone, Mark.Anchor anchor) {
        marks.add(new Mark.Text(said, x, y, style, palette.of(tone), anchor, 0));
    }

    private void point(LinePlot.Line line, double x, double y) {
        int tone = palette.of(line.tone());
        int rim = palette.of(ColourRole.CARD);
        double r = POINT * Math.min(1.4, text);
        switch (line.shape()) {
            case DISC -> marks.add(new Mark.Rectangle(new Box(x - r, y - r, 2 * r, 2 * r), r, tone, rim, 1));
            case SQUARE -> marks.add(new Mark.Rectangle(new Box(x - r, y - r, 2 * r, 2 * r), 0, tone, rim, 1));
            case TRIANGLE ->
                marks.add(new Mark.Polygon(
                        List.of(x - 1.2 * r, x + 1.2 * r, x), List.of(y + r, y + r, y - 1.2 * r), tone));
        }
    }

    /** Each line's name beside its last point; where two would overlap, they move apart and a hairline leads to the point. */
    private void names() {
        Lettering.Style style = view.bold(12);
        double left = plot.right() + 12;
        double room = frame.width() - left;
        List<Paragraph> names = lines.lines().stream()
                .map(l -> Paragraph.of(l.label(), style, room, 3))
                .toList();
        int last = lines.places().size() - 1;
        List<Integer> order = IntStream.range(0, names.size())
                .boxed()
                .sorted(Comparator.comparingDouble(
                        l -> y(lines.lines().get(l).values().get(last))))
                .toList();
        double[] tops = new double[names.size()];
        double free = 0;
        for (int l : order) {
            double height = names.get(l).height();
            tops[l] = Math.max(free, y(lines.lines().get(l).values().get(last)) - height / 2);
            free = tops[l] + height + 3;
        }
        double end = plot.bottom() + row;
        for (int o = order.size() - 1; o >= 0; o--) {
            int l = order.get(o);
            tops[l] = Math.min(tops[l], end - names.get(l).height());
            end = tops[l] - 3;
        }
        for (int l = 0; l < names.size(); l++) {
            LinePlot.Line line = lines.lines().get(l);
            double point = y(line.values().get(last));
            double middle = tops[l] + names.get(l).height() / 2;
            int tone = palette.of(line.tone());
            marks.add(new Mark.Line(x(last) + 7, point, left - 4, middle, palette.of(line.tone(), 0.5), 1));
            marks.addAll(names.get(l).marks(left, tops[l], tone));
        }
    }

    /** The numbers, a row a line; returns where the first row stands. */
    private Box table() {
        Lettering.Style plain = view.plain(12);
        Lettering.Style small = view.plain(11);
        double pitch = x(1) - x(0);
        double top = plot.bottom() + 8;
        int decimals = Math.max(LEAST_DECIMALS, view.decimals());
        while (decimals > 1 && Lettering.width(DecimalFormatter.text(-0.5, decimals), plain) > pitch) {
            decimals--;
        }
        for (int p = 0; p < lines.places().size(); p++) {
            double base = top + row / 2 + small.drop();
            marks.add(
                    new Mark.Line(x(p), plot.bottom(), x(p), plot.bottom() + 4, palette.of(ColourRole.STRONG_EDGE), 1));
            String place = Lettering.fit(lines.places().get(p), small, pitch);
            words(place, x(p), base, small, ColourRole.QUIET, Mark.Anchor.MIDDLE);
        }
        for (int l = 0; l < lines.lines().size(); l++) {
            LinePlot.Line line = lines.lines().get(l);
            double middle = top + (l + 1.5) * row;
            point(line, plot.x() - 14 * text, middle);
            for (int p = 0; p < line.values().size(); p++) {
                String number = DecimalFormatter.text(line.values().get(p), decimals);
                words(number, x(p), middle + plain.drop(), plain, ColourRole.INK, Mark.Anchor.MIDDLE);
            }
        }
        return new Box(plot.x(), top + row, plot.width(), row);
    }
}
