package app.regard.draw.chart;

import app.regard.draw.ColourRole;
import app.regard.draw.Figure;
import app.regard.draw.Frame;
import java.util.List;

/**
 * A plot of how often numbers lie in which bin, for one distribution or several over each other. Every bar is one spot:
 * (name, distribution, bin).
 *
 * @param name what spots are called
 * @param up what the heights are: "share of the scores"
 * @param across what the numbers are
 * @param distributions the first one is filled, the others are outlined over it
 */
public record Histogram(String name, String up, String across, Bins bins, List<Distribution> distributions) {
    public Histogram {
        distributions = List.copyOf(distributions);
        for (Distribution d : distributions) {
            if (d.heights().size() != bins.count()) {
                throw new IllegalArgumentException(d.heights().size() + " heights for " + bins.count() + " bins");
            }
        }
    }

    /**
     * One distribution.
     *
     * @param heights of its bars, one a bin, at least 0
     * @param theory the line that a theory expects them under, dashed; nothing where there is none
     */
    public record Distribution(String label, ColourRole tone, List<Double> heights, List<Series.Point> theory) {
        public Distribution {
            heights = List.copyOf(heights);
            theory = List.copyOf(theory);
            if (heights.stream().anyMatch(h -> !(h >= 0) || h == Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("bars are as high as a number of at least 0: " + heights);
            }
        }

        /** A distribution that is chosen, or the paper's own. */
        public static Distribution chosen(String label, List<Double> heights) {
            return new Distribution(label, ColourRole.QUERY, heights, List.of());
        }

        /** A distribution that the chosen one is compared with. */
        public static Distribution compared(String label, List<Double> heights) {
            return new Distribution(label, ColourRole.QUIET, heights, List.of());
        }

        /** Returns this distribution with the line of a theory. */
        public Distribution withTheory(List<Series.Point> line) {
            return new Distribution(label, tone, heights, line);
        }
    }

    /** The whole histogram. */
    public Figure in(Frame frame) {
        return new HistogramPainter(this, frame).figure();
    }
}
