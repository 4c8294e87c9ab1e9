package app.regard.draw.chart;

import app.regard.draw.Area;
import app.regard.draw.Box;
import app.regard.draw.ColourRole;
import app.regard.draw.Mark;
import app.regard.draw.Spot;
import app.regard.draw.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The points of a plot and their numbers below it: the mouse finds the point of the nearest place that is nearest in height,
 * or the number under it; arrow keys go along a line, and from line to line.
 *
 * @param name what spots are called
 * @param plot the box that the points lie in
 * @param xs where the places are
 * @param ys where each line's points are
 * @param table where the first line's numbers stand; those of the next lines stand below, equally high
 */
record PlotArea(String name, Box plot, List<Double> xs, List<List<Double>> ys, Box table) implements Area {
    private static final double RING = 7.5;

    /** A number's box is so many times as wide as high, at most. */
    private static final double WIDEST = 3.5;

    PlotArea {
        xs = List.copyOf(xs);
        ys = List.copyOf(ys);
    }

    @Override
    public Optional<Spot> spotAt(double x, double y) {
        int place = nearest(xs, x);
        int row = (int) Math.floor((y - table.y()) / table.height());
        if (x >= table.x() && x < table.right() && row >= 0 && row < ys.size()) {
            return Optional.of(new Spot(name, row, place));
        }
        List<Double> there = ys.stream().map(line -> line.get(place)).toList();
        return plot.contains(x, y) ? Optional.of(new Spot(name, nearest(there, y), place)) : Optional.empty();
    }

    private static int nearest(List<Double> all, double wanted) {
        return IntStream.range(0, all.size())
                .boxed()
                .min(java.util.Comparator.comparingDouble(i -> Math.abs(all.get(i) - wanted)))
                .orElseThrow();
    }

    @Override
    public Optional<Box> boxOf(Spot spot) {
        if (!holds(spot)) {
            return Optional.empty();
        }
        double x = xs.get(spot.col());
        double y = ys.get(spot.row()).get(spot.col());
        return Optional.of(new Box(x - RING, y - RING, 2 * RING, 2 * RING));
    }

    @Override
    public Optional<Spot> next(Spot from, int down, int right) {
        Spot to = new Spot(name, from.row() + down, from.col() + right);
        return holds(from) && holds(to) ? Optional.of(to) : Optional.empty();
    }

    @Override
    public Optional<Spot> first() {
        return Optional.of(new Spot(name, 0, 0));
    }

    @Override
    public boolean holds(Spot spot) {
        return spot.matrix().equals(name)
                && spot.row() >= 0
                && spot.row() < ys.size()
                && spot.col() >= 0
                && spot.col() < xs.size();
    }

    @Override
    public Area moved(double dx, double dy) {
        return new PlotArea(
                name,
                plot.moved(dx, dy),
                xs.stream().map(x -> x + dx).toList(),
                ys.stream().map(line -> line.stream().map(y -> y + dy).toList()).toList(),
                table.moved(dx, dy));
    }

    /** Where a number stands in the table. */
    private Box cell(Spot spot) {
        double width = Math.min(xs.get(1) - xs.get(0), WIDEST * table.height());
        return new Box(xs.get(spot.col()) - width / 2, table.y() + spot.row() * table.height(), width, table.height());
    }

    /** What shows which point is asked about. */
    List<Mark> rings(Spot asked, View view) {
        List<Mark> marks = new ArrayList<>();
        boxOf(asked).ifPresent(ring -> {
            int tone = view.palette().of(ColourRole.KEY);
            Box cell = cell(asked).grown(-1);
            double x = ring.centreX();
            marks.add(new Mark.Line(
                    x, ring.bottom(), x, plot.bottom(), view.palette().of(ColourRole.KEY, 0.45), 1));
            marks.add(new Mark.Rectangle(ring, RING, 0, tone, 2.2));
            marks.add(new Mark.Rectangle(cell, 4, 0, tone, 1.8));
        });
        return marks;
    }
}
