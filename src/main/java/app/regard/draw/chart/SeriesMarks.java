package app.regard.draw.chart;

import app.regard.draw.Box;
import app.regard.draw.ColourRole;
import app.regard.draw.Mark;
import app.regard.draw.Palette;
import app.regard.draw.View;
import java.util.ArrayList;
import java.util.List;

/** The painter of series: their lines, solid or dashed, and their points. */
final class SeriesMarks {
    private static final double POINT = 4;
    private static final double WIDTH = 2;
    private static final double THEORY = 1.6;
    private static final double DASH = 3.5; // round ends make it longer and the gap shorter
    private static final double GAP = 5.5;

    private final PlotFrame in;
    private final Palette palette;
    private final double text;
    private final List<Mark> marks;

    SeriesMarks(PlotFrame in, View view, List<Mark> marks) {
        this.in = in;
        this.palette = view.palette();
        this.text = view.textScale();
        this.marks = marks;
    }

    /** The lines of a series, its own and its theory's. */
    void lines(Series s) {
        int tone = palette.of(s.tone());
        for (List<Series.Point> run : runs(s.points())) {
            if (s.stroke() == Series.Stroke.SOLID) {
                solid(run, tone, WIDTH);
            } else if (s.stroke() == Series.Stroke.DASHED) {
                dashed(run, tone, WIDTH);
            }
        }
        dashed(s.theory(), s.tone());
    }

    /** The line of a theory. */
    void dashed(List<Series.Point> theory, ColourRole tone) {
        runs(theory).forEach(run -> dashed(run, palette.of(tone), THEORY));
    }

    /** The points of a series. */
    void points(Series s) {
        s.points().stream().filter(Series.Point::there).forEach(p -> point(s, in.x(p.x()), in.y(p.y())));
    }

    /** What a series looks like, in a place where there is room for it: a piece of its line with a point on it. */
    void sample(Series s, double x, double y, double length) {
        int tone = palette.of(s.tone());
        boolean dashed = s.stroke() == Series.Stroke.DASHED || !s.theory().isEmpty();
        if (dashed) {
            addDashes(marks, new double[] {x, x + length}, new double[] {y, y}, tone, WIDTH);
        } else if (s.stroke() == Series.Stroke.SOLID) {
            marks.add(new Mark.Line(x, y, x + length, y, tone, WIDTH));
        }
        point(s, x + length / 2, y);
    }

    /** A point of a series wherever it is wanted. */
    void point(Series s, double x, double y) {
        int tone = palette.of(s.tone());
        int rim = palette.of(ColourRole.CARD);
        double r = POINT * Math.min(1.4, text);
        switch (s.shape()) {
            case DISC -> marks.add(new Mark.Rectangle(new Box(x - r, y - r, 2 * r, 2 * r), r, tone, rim, 1));
            case SQUARE -> marks.add(new Mark.Rectangle(new Box(x - r, y - r, 2 * r, 2 * r), 0, tone, rim, 1));
            case TRIANGLE ->
                marks.add(new Mark.Polygon(
                        List.of(x - 1.2 * r, x + 1.2 * r, x), List.of(y + r, y + r, y - 1.2 * r), tone));
            case NONE -> {}
        }
    }

    /** The stretches without a gap. */
    private static List<List<Series.Point>> runs(List<Series.Point> points) {
        List<List<Series.Point>> runs = new ArrayList<>();
        List<Series.Point> run = new ArrayList<>();
        for (Series.Point p : points) {
            if (p.there()) {
                run.add(p);
            } else {
                runs.add(run);
                run = new ArrayList<>();
            }
        }
        runs.add(run);
        return runs;
    }

    private void solid(List<Series.Point> run, int tone, double width) {
        for (int p = 1; p < run.size(); p++) {
            Series.Point a = run.get(p - 1);
            Series.Point b = run.get(p);
            marks.add(new Mark.Line(in.x(a.x()), in.y(a.y()), in.x(b.x()), in.y(b.y()), tone, width));
        }
    }

    private void dashed(List<Series.Point> run, int tone, double width) {
        double[] xs = run.stream().mapToDouble(p -> in.x(p.x())).toArray();
        double[] ys = run.stream().mapToDouble(p -> in.y(p.y())).toArray();
        addDashes(marks, xs, ys, tone, width);
    }

    /** Dashes along a line of many pieces; they run on around its corners. */
    static void addDashes(List<Mark> marks, double[] xs, double[] ys, int tone, double width) {
        double along = 0; // how much of the present dash and gap is behind
        for (int p = 1; p < xs.length; p++) {
            double dx = xs[p] - xs[p - 1];
            double dy = ys[p] - ys[p - 1];
            double length = Math.hypot(dx, dy);
            for (double at = 0; at < length; ) {
                double left = along < DASH ? DASH - along : DASH + GAP - along;
                double end = Math.min(length, at + left);
                if (along < DASH) {
                    marks.add(new Mark.Line(
                            xs[p - 1] + dx * at / length,
                            ys[p - 1] + dy * at / length,
                            xs[p - 1] + dx * end / length,
                            ys[p - 1] + dy * end / length,
                            tone,
                            width));
                }
                along = end - at < left ? along + end - at : along < DASH ? DASH : 0;
                at = end;
            }
        }
    }
}
