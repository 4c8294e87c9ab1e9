package app.regard.draw.chart;

import app.regard.draw.Area;
import app.regard.draw.Box;
import app.regard.draw.ColourRole;
import app.regard.draw.Figure;
import app.regard.draw.Lettering;
import app.regard.draw.Mark;
import app.regard.draw.Palette;
import app.regard.draw.Scatter;
import app.regard.draw.View;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The painter of a {@link Scatter} in a box with one scale for both axes, so that distances are true. */
public final class ScatterPainter {
    private static final int MOST_LABELS = 64;

    /** From so many times as wide as high on the captions stand beside the plot, in a column of that share. */
    private static final double BESIDE = 1.7;

    private static final double LEAST_BESIDE = 420;
    private static final double COLUMN = 0.3;

    private final Scatter scatter;
    private final View view;
    private final Palette palette;
    private final Box plot;
    private final double line;
    private final List<Mark> marks = new ArrayList<>();
    private final List<Area> areas = new ArrayList<>();
    private final List<Box> taken = new ArrayList<>();

    /** The arrows, each from (x1, y1) to (x2, y2): no name stands on one. */
    private final List<double[]> arrows = new ArrayList<>();

    private double scale;
    private double midX;
    private double midY;

    ScatterPainter(Scatter scatter, Box room, View view) {
        this.scatter = scatter;
        this.view = view;
        this.palette = view.palette();
        this.line = 17 * view.textScale();
        boolean beside = room.width() >= room.height() * BESIDE && room.width() >= LEAST_BESIDE * view.textScale();
        double column = room.width() * COLUMN;
        this.plot = beside
                ? new Box(room.x() + column, room.y() + 2, room.width() - column, room.height() - 4)
                : new Box(room.x(), room.y() + line + 8, room.width(), room.height() - 3 * line - 10);
        captions(room, beside, column);
        draw();
    }

    /** Title, key and axes below one another: beside the plot where that is wide, else above and below it. */
    private void captions(Box room, boolean beside, double column) {
        double x = room.x() + 2;
        text(scatter.title(), x, room.y() + 14 * view.textScale(), view.bold(13.5), ColourRole.INK);
        double width = (beside ? column : room.width()) - 6;
        Lettering.Style small = view.plain(11.5);
        double foot = room.bottom() - 5;
        text(Lettering.fit(scatter.across(), small, width), x, foot - line, small, ColourRole.QUIET);
        text(Lettering.fit(scatter.up(), small, width), x, foot, small, ColourRole.QUIET);
        double y = room.y() + 14 * view.textScale();
        if (beside && y + 2 * line < foot - 2 * line && !scatter.fromName().isEmpty()) {
            key(scatter.fromName(), scatter.fromTone(), x, y + line + 4, width);
            key(scatter.toName(), scatter.toTone(), x, y + 2 * line + 4, width);
        }
    }

    private void key(String name, ColourRole tone, double x, double y, double width) {
        Lettering.Style small = view.plain(11.5);
        marks.add(new Mark.Rectangle(new Box(x, y - 8, 8, 8), 4, palette.of(tone), 0, 0));
        text(Lettering.fit(name, small, width - 14), x + 14, y, small, ColourRole.QUIET);
    }

    private void text(String text, double x, double y, Lettering.Style style, ColourRole tone) {
        marks.add(new Mark.Text(text, x, y, style, palette.of(tone), Mark.Anchor.START, 0));
    }

    /** The points in a box, as a figure. */
    public static Figure of(Scatter scatter, Box room, View view) {
        ScatterPainter painter = new ScatterPainter(scatter, room, view);
        return new Figure(room.right(), room.bottom(), painter.marks, painter.areas);
    }

    List<Mark> marks() {
        return marks;
    }

    List<Area> areas() {
        return areas;
    }

    private void draw() {
        marks.add(new Mark.Rectangle(plot, 8, palette.of(ColourRole.CARD), palette.of(ColourRole.EDGE), 1));
        fitScale();
        hull();
        if (scatter.arrows()) {
            for (int i = 0; i < scatter.to().size(); i++) {
                arrow(scatter.from().get(i), scatter.to().get(i));
            }
        }
        scatter.from().forEach(p -> dot(p, scatter.fromTone(), 3.5));
        scatter.to().forEach(p -> dot(p, scatter.toTone(), 4.5));
        if (scatter.from().size() <= MOST_LABELS) {
            scatter.from().forEach(p -> label(p, scatter.fromTone()));
        }
        if (!scatter.arrows() && scatter.to().size() <= MOST_LABELS) { // no arrow leads to a name
            scatter.to().forEach(p -> label(p, scatter.toTone()));
        }
    }

    private void fitScale() {
        double[] xs = all().mapToDouble(Scatter.Point::x).sorted().toArray();
        double[] ys = all().mapToDouble(Scatter.Point::y).sorted().toArray();
        double spanX = xs[xs.length - 1] - xs[0];
        double spanY = ys[ys.length - 1] - ys[0];
        midX = xs[0] + spanX / 2;
        midY = ys[0] + spanY / 2;
        double margin = Math.min(40, plot.width() / 5);
        double sx = spanX > 0 ? (plot.width() - 2 * margin) / spanX : Double.MAX_VALUE;
        double sy = spanY > 0 ? (plot.height() - 2 * Math.min(28, plot.height() / 5)) / spanY : Double.MAX_VALUE;
        scale = Math.min(sx, sy) == Double.MAX_VALUE ? 1 : Math.min(sx, sy);
    }

    private Stream<Scatter.Point> all() {
        return Stream.concat(scatter.from().stream(), scatter.to().stream());
    }

    private double x(Scatter.Point p) {
        return plot.centreX() + (p.x() - midX) * scale;
    }

    private double y(Scatter.Point p) {
        return plot.centreY() - (p.y() - midY) * scale;
    }

    private void hull() {
        List<Scatter.Point> corners = hull(scatter.from());
        if (corners.size() > 1) {
            marks.add(new Mark.Polygon(
                    corners.stream().map(this::x).toList(),
                    corners.stream().map(this::y).toList(),
                    palette.of(scatter.fromTone(), 0.08)));
        }
    }

    /** The smallest convex outline around points (Andrew's monotone chain, 1979); fewer than three corners on a line. */
    private static List<Scatter.Point> hull(List<Scatter.Point> points) {
        List<Scatter.Point> sorted = points.stream()
                .sorted(Comparator.comparingDouble(Scatter.Point::x).thenComparingDouble(Scatter.Point::y))
                .toList();
        List<Scatter.Point> hull = new ArrayList<>(half(sorted));
        List<Scatter.Point> back = new ArrayList<>(sorted);
        Collections.reverse(back);
        hull.addAll(half(back));
        return hull;
    }

    private static List<Scatter.Point> half(List<Scatter.Point> points) {
        List<Scatter.Point> side = new ArrayList<>();
        for (Scatter.Point p : points) {
            while (side.size() >= 2 && turn(side.get(side.size() - 2), side.get(side.size() - 1), p) <= 0) {
                side.remove(side.size() - 1);
            }
            side.add(p);
        }
        return side.isEmpty() ? side : side.subList(0, side.size() - 1);
    }

    private static double turn(Scatter.Point a, Scatter.Point b, Scatter.Point c) {
        return (b.x() - a.x()) * (c.y() - a.y()) - (b.y() - a.y()) * (c.x() - a.x());
    }

    private void arrow(Scatter.Point a, Scatter.Point b) {
        double dx = x(b) - x(a);
        double dy = y(b) - y(a);
        double length = Math.hypot(dx, dy);
        if (length < 9) {
            return; // the dots touch: an arrow would be all head
        }
        arrows.add(new double[] {x(a), y(a), x(b), y(b)});
        int colour = palette.of(scatter.toTone(), scatter.to().size() > 20 ? 0.25 : 0.65);
        double ux = dx / length;
        double uy = dy / length;
        double tipX = x(b) - ux * 5;
        double tipY = y(b) - uy * 5;
        marks.add(new Mark.Line(x(a), y(a), tipX - ux * 4, tipY - uy * 4, colour, 1.4));
        marks.add(new Mark.Polygon(
                List.of(tipX, tipX - ux * 7 - uy * 3.2, tipX - ux * 7 + uy * 3.2),
                List.of(tipY, tipY - uy * 7 + ux * 3.2, tipY - uy * 7 - ux * 3.2),
                colour));
    }

    private void dot(Scatter.Point p, ColourRole tone, double radius) {
        Box box = new Box(x(p) - radius, y(p) - radius, 2 * radius, 2 * radius);
        marks.add(new Mark.Rectangle(box, radius, palette.of(tone), palette.of(ColourRole.CARD), 1));
        areas.add(0, new Area.Place(p.spot(), box.grown(3)));
        taken.add(box);
    }

    /** To the right, left, above or below its point: the first place where no other label, dot or arrow stands, else none. */
    private void label(Scatter.Point p, ColourRole tone) {
        Lettering.Style style = view.plain(11.5);
        String text = Lettering.fitName(p.label(), style, 90 * view.textScale());
        double w = Lettering.width(text, style);
        double h = style.size();
        for (double far : new double[] {7, 14}) {
            double[][] places = {
                {far, -h / 2},
                {-w - far, -h / 2},
                {-w / 2, -h - far},
                {-w / 2, far},
                {far, -h - 3},
                {far, 3},
                {-w - far, -h - 3},
                {-w - far, 3}
            };
            for (double[] at : places) {
                Box box = new Box(x(p) + at[0], y(p) + at[1], w, h);
                boolean inside = box.x() > plot.x() + 2
                        && box.right() < plot.right() - 2
                        && box.y() > plot.y() + 2
                        && box.bottom() < plot.bottom() - 2;
                boolean free = taken.stream().noneMatch(t -> overlap(t, box))
                        && arrows.stream().noneMatch(arrow -> crosses(arrow, box.grown(1.5)));
                if (inside && free) {
                    Mark.Text name = new Mark.Text(
                            text, box.x(), box.y() + h * 0.85, style, palette.of(tone), Mark.Anchor.START, 0);
                    marks.add(new Mark.Rectangle(box.grown(1.5), 3, palette.of(ColourRole.CARD, 0.85), 0, 0)); // a halo
                    marks.add(name);
                    taken.add(box);
                    return;
                }
            }
        }
    }

    /** Whether a straight line from (x1, y1) to (x2, y2) runs through a box. */
    private static boolean crosses(double[] line, Box box) {
        return new java.awt.geom.Rectangle2D.Double(box.x(), box.y(), box.width(), box.height())
                .intersectsLine(line[0], line[1], line[2], line[3]);
    }

    private static boolean overlap(Box a, Box b) {
        return a.x() < b.right() && b.x() < a.right() && a.y() < b.bottom() && b.y() < a.bottom();
    }
}
