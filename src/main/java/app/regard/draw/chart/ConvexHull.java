package app.regard.draw.chart;

import app.regard.draw.Scatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The smallest convex outline around points (Andrew's monotone chain, 1979). */
final class ConvexHull {
    private ConvexHull() {}

    /** The corners in order; fewer than three where the points lie on a line. */
    static List<Scatter.Point> of(List<Scatter.Point> points) {
        List<Scatter.Point> sorted = points.stream()
                .sorted(Comparator.comparingDouble(Scatter.Point::x).thenComparingDouble(Scatter.Point::y))
                .toList();
        List<Scatter.Point> hull = new ArrayList<>(half(sorted));
        List<Scatter.Point> back = new ArrayList<>(sorted);
        java.util.Collections.reverse(back);
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
}
