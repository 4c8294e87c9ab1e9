package app.regard.draw.chart;

import app.regard.draw.ColourRole;
import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Spot;
import app.regard.draw.View;
import java.util.List;

/**
 * Rows of numbers as lines of points over the same places, with the numbers in a table below and each line's name at its
 * end. Every number is one spot: (name, line, place).
 *
 * @param name what spots are called
 * @param up what the axis upwards shows
 * @param across what the places are, as one sentence
 * @param places short names of the places
 * @param low where the axis upwards begins
 * @param high where it ends
 */
public record LinePlot(
        String name, String up, String across, List<String> places, List<Line> lines, double low, double high) {
    public LinePlot {
        places = List.copyOf(places);
        lines = List.copyOf(lines);
        int count = places.size();
        if (count < 2
                || lines.isEmpty()
                || lines.stream().anyMatch(l -> l.values().size() != count)) {
            throw new IllegalArgumentException("lines have one number a place, at two places at least");
        }
        for (Line line : lines) {
            for (double v : line.values()) {
                if (!(v >= low && v <= high)) {
                    throw new IllegalArgumentException(v + " is not on an axis from " + low + " to " + high);
                }
            }
        }
    }

    /** One line: its points are told apart by shape and by colour. */
    public record Line(String label, Shape shape, ColourRole tone, List<Double> values) {
        public Line {
            values = List.copyOf(values);
        }
    }

    /** What a line's points look like. */
    public enum Shape {
        /** A disc. */
        DISC,
        /** A square. */
        SQUARE,
        /** A triangle that stands on its side. */
        TRIANGLE
    }

    /** The whole plot. */
    public Figure in(Frame frame) {
        return new LinePlotPainter(this, frame).figure();
    }

    /** The marks over a plot: the point that is asked about, and its number in the table. */
    public static Figure marks(Figure base, Spot asked, View view) {
        return new Figure(
                base.width(),
                base.height(),
                base.areas().stream()
                        .filter(PlotArea.class::isInstance)
                        .flatMap(area -> ((PlotArea) area).rings(asked, view).stream())
                        .toList(),
                List.of());
    }
}
