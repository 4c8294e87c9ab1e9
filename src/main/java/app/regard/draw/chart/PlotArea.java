package app.regard.draw.chart;

import app.regard.draw.Area;
import app.regard.draw.Box;
import app.regard.draw.Spot;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The points or bars of a plot and their numbers below it: the mouse finds what is nearest to the right or left, and of that
 * what is nearest in height, or the number under it; arrow keys go along a series, and from series to series.
 *
 * @param name what spots are called
 * @param plot the box that the points lie in
 * @param data a list a series, from left to right
 * @param table where the first series' numbers stand, if they do; those of the next series stand below, equally high
 * @param pitch how far the numbers in the table stand apart
 * @param tickRow where the middle of the ticks' labels is
 */
record PlotArea(String name, Box plot, List<List<Datum>> data, Optional<Box> table, double pitch, double tickRow)
        implements Area {
    private static final double RING = 7.5;

    /** A number's box is so many times as wide as high, at most. */
    private static final double WIDEST = 3.5;

    /** Points of different series this close to each other stand above each other. */
    private static final double SAME = 3;

    PlotArea {
        data = List.copyOf(data);
    }

    /**
     * One number where it is drawn.
     *
     * @param box what is ringed
     * @param radius of the ring's corners
     * @param y where its top is
     * @param across what stands below it, among the ticks; nothing where the number says it all
     * @param value the number as it is said
     * @param there whether there is a number
     */
    record Datum(Box box, double radius, double y, String across, String value, boolean there) {
        static Datum point(double x, double y, String across, String value) {
            return new Datum(new Box(x - RING, y - RING, 2 * RING, 2 * RING), RING, y, across, value, true);
        }

        static Datum bar(Box box, String value) {
            return new Datum(box, 0, box.y(), "", value, true);
        }

        static Datum missing(double x) {
            return new Datum(new Box(x, 0, 0, 0), 0, 0, "", "", false);
        }

        double x() {
            return box.centreX();
        }

        Datum moved(double dx, double dy) {
            return new Datum(box.moved(dx, dy), radius, y + dy, across, value, there);
        }
    }

    @Override
    public Optional<Spot> spotAt(double x, double y) {
        int row = (int) Math.floor(table.map(t -> (y - t.y()) / t.height()).orElse(-1.0));
        if (table.isPresent() && x >= plot.x() && x < plot.right() && row >= 0 && row < data.size()) {
            return nearest(row, x);
        }
        if (!plot.contains(x, y)) {
            return Optional.empty();
        }
        List<Spot> closest = IntStream.range(0, data.size())
                .mapToObj(s -> nearest(s, x))
                .flatMap(Optional::stream)
                .toList();
        double least = closest.stream()
                .mapToDouble(spot -> Math.abs(at(spot).x() - x))
                .min()
                .orElse(0);
        return closest.stream()
                .filter(spot -> Math.abs(at(spot).x() - x) <= least + SAME)
                .min(Comparator.comparingDouble(spot -> Math.abs(at(spot).y() - y)));
    }

    /** The number of a series that is nearest to the right or left. */
    private Optional<Spot> nearest(int series, double x) {
        List<Datum> row = data.get(series);
        return IntStream.range(0, row.size())
                .filter(p -> row.get(p).there())
                .boxed()
                .min(Comparator.comparingDouble(p -> Math.abs(row.get(p).x() - x)))
                .map(p -> new Spot(name, series, p));
    }

    /** The number of a spot that is held here. */
    Datum at(Spot spot) {
        return data.get(spot.row()).get(spot.col());
    }

    @Override
    public Optional<Box> boxOf(Spot spot) {
        return holds(spot) ? Optional.of(at(spot).box()) : Optional.empty();
    }

    @Override
    public Optional<Spot> next(Spot from, int down, int right) {
        int row = from.row() + down;
        if (!holds(from) || row < 0 || row >= data.size()) {
            return Optional.empty();
        }
        if (down != 0) {
            return nearest(row, at(from).x());
        }
        int col = from.col() + right;
        while (col >= 0 && col < data.get(row).size() && !data.get(row).get(col).there()) {
            col += right; // over a gap
        }
        return Optional.of(new Spot(name, row, col)).filter(this::holds);
    }

    @Override
    public Optional<Spot> first() {
        return IntStream.range(0, data.size())
                .mapToObj(s -> nearest(s, plot.x()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    @Override
    public boolean holds(Spot spot) {
        return spot.matrix().equals(name)
                && spot.row() >= 0
                && spot.row() < data.size()
                && spot.col() >= 0
                && spot.col() < data.get(spot.row()).size()
                && at(spot).there();
    }

    /** Where the number of a spot stands in the table, if there is one. */
    Optional<Box> cell(Spot spot) {
        return table.map(t -> {
            double width = Math.min(pitch, WIDEST * t.height());
            return new Box(at(spot).x() - width / 2, t.y() + spot.row() * t.height(), width, t.height());
        });
    }

    @Override
    public Area moved(double dx, double dy) {
        return new PlotArea(
                name,
                plot.moved(dx, dy),
                data.stream()
                        .map(row -> row.stream().map(d -> d.moved(dx, dy)).toList())
                        .toList(),
                table.map(t -> t.moved(dx, dy)),
                pitch,
                tickRow + dy);
    }
}
