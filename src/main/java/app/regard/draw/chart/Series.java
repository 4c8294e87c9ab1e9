package app.regard.draw.chart;

import app.regard.draw.ColourRole;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Points that belong together: told apart from others by shape and stroke, not by colour alone.
 *
 * @param points from left to right; a height that is not finite is a gap
 * @param theory the line that a theory expects the points on, dashed in their colour; nothing where there is none
 */
public record Series(
        String label, ColourRole tone, Shape shape, Stroke stroke, List<Point> points, List<Point> theory) {
    public Series {
        points = List.copyOf(points);
        theory = List.copyOf(theory);
        for (int p = 1; p < points.size(); p++) {
            if (!(points.get(p).x() >= points.get(p - 1).x())) {
                throw new IllegalArgumentException("points go from left to right, not from "
                        + points.get(p - 1).x() + " to " + points.get(p).x());
            }
        }
    }

    /** One point, in the numbers of the axes. */
    public record Point(double x, double y) {
        /** Whether there is a number. */
        public boolean there() {
            return Double.isFinite(y);
        }
    }

    /** The shape of points. */
    public enum Shape {
        /** A disc. */
        DISC,
        /** A square. */
        SQUARE,
        /** A triangle that stands on its side. */
        TRIANGLE,
        /** Nothing: for lines of very many points. */
        NONE
    }

    /** The line that joins the points. */
    public enum Stroke {
        /** A solid line. */
        SOLID,
        /** A dashed line. */
        DASHED,
        /** Nothing. */
        NONE
    }

    /** A series that is chosen, or the paper's own: discs on a solid line in the queries' colour. */
    public static Series chosen(String label, List<Point> points) {
        return new Series(label, ColourRole.QUERY, Shape.DISC, Stroke.SOLID, points, List.of());
    }

    /** A series that the chosen one is compared with: squares on a dashed line in the quiet colour. */
    public static Series compared(String label, List<Point> points) {
        return new Series(label, ColourRole.QUIET, Shape.SQUARE, Stroke.DASHED, points, List.of());
    }

    /** Returns these points, measured, with the line that a theory expects them on in place of a line between them. */
    public Series withTheory(List<Point> line) {
        return new Series(label, tone, shape, Stroke.NONE, points, line);
    }

    /** Returns this series as a line alone. */
    public Series withShape(Shape other) {
        return new Series(label, tone, other, stroke, points, theory);
    }

    /** Numbers in the places 0, 1, 2, … */
    public static List<Point> inPlaces(List<Double> values) {
        return IntStream.range(0, values.size())
                .mapToObj(p -> new Point(p, values.get(p)))
                .toList();
    }
}
