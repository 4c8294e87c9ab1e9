package app.regard.draw.chart;

import java.util.Arrays;
import java.util.List;

/**
 * Equal bins, side by side, each from its left edge up to, not including, its right one.
 *
 * @param first how many widths the first bin begins away from 0, so that edges are round numbers
 * @param width how wide a bin is, above 0
 * @param count how many bins there are, at least 1
 */
public record Bins(long first, double width, int count) {
    public Bins {
        if (!(width > 0) || count < 1) {
            throw new IllegalArgumentException(count + " bins of width " + width);
        }
    }

    /** At most so many bins of a round width that hold all these numbers; what is not finite takes no part. */
    public static Bins holding(int most, double... values) {
        if (most < 2) {
            throw new IllegalArgumentException("numbers on both sides of 0 need two bins at least, not " + most);
        }
        PlotAxis.Linear axis = PlotAxis.Linear.holding("", values);
        double[] shown = Arrays.stream(values).filter(Double::isFinite).toArray();
        double least = Arrays.stream(shown).min().orElse(axis.low());
        double largest = Arrays.stream(shown).max().orElse(axis.high());
        double range = largest - least > 1e-9 * Math.abs(largest) ? largest - least : axis.high() - axis.low();
        double width = PlotAxis.Linear.nice(range / most);
        while (count(least, largest, width) > most) {
            width = PlotAxis.Linear.nice(2 * width);
        }
        return new Bins(PlotAxis.Linear.below(least, width), width, (int) count(least, largest, width));
    }

    private static long count(double least, double largest, double width) {
        return PlotAxis.Linear.below(largest, width) - PlotAxis.Linear.below(least, width) + 1;
    }

    /** Where a bin begins; the one after the last says where the last ends. */
    public double edge(int bin) {
        return PlotAxis.Linear.multiple(width, first + bin);
    }

    /** How many of the numbers lie in each bin; what is not finite takes no part. */
    public List<Double> counts(double... values) {
        double[] counts = new double[count];
        for (double v : values) {
            if (Double.isFinite(v)) {
                long bin = PlotAxis.Linear.below(v, width) - first;
                if (bin < 0 || bin >= count) {
                    throw new IllegalArgumentException(v + " is in no bin from " + edge(0) + " to " + edge(count));
                }
                counts[(int) bin]++;
            }
        }
        return Arrays.stream(counts).boxed().toList();
    }
}
