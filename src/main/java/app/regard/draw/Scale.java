package app.regard.draw;

import java.util.stream.IntStream;

/**
 * The rule by which numbers become colours.
 *
 * @param size the largest size there is, above 0; numbers of this size, and beyond it, have the ramp's last colour
 * @param signed whether numbers below 0 have colours of their own
 * @param logarithmic whether equal steps of colour are equal ratios; numbers of less than a share {@link #LEAST} of the size
 *     have the ramp's first colour
 */
public record Scale(double size, boolean signed, boolean logarithmic) {
    /** The share of the size at which a logarithmic scale begins. */
    public static final double LEAST = 1e-4;

    public Scale {
        size = size > 0 ? size : 1;
    }

    /** A scale of even steps. */
    public Scale(double size, boolean signed) {
        this(size, signed, false);
    }

    /** A scale that holds all numbers of a table; −∞ takes no part. */
    public static Scale of(Table.Numbers numbers, int rows, int cols) {
        double size = 0;
        boolean signed = false;
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < cols; j++) {
                double v = numbers.at(i, j);
                if (Double.isFinite(v)) {
                    size = Math.max(size, Math.abs(v));
                    signed |= v < 0;
                }
            }
        }
        return new Scale(size, signed);
    }

    /** A scale for tables in which a few numbers dwarf all others: one in two hundred lies beyond its end. */
    public static Scale ofMost(Table.Numbers numbers, int rows, int cols) {
        double[] sizes = IntStream.range(0, rows * cols)
                .mapToDouble(at -> Math.abs(numbers.at(at / cols, at % cols)))
                .sorted()
                .toArray();
        double most = sizes.length == 0 ? 0 : sizes[(int) ((sizes.length - 1) * 0.995)];
        return new Scale(most, of(numbers, rows, cols).signed());
    }

    /** A scale that holds the numbers of two. */
    public Scale and(Scale other) {
        return new Scale(Math.max(size, other.size), signed || other.signed, logarithmic);
    }

    public int colour(double value, Palette palette) {
        if (!Double.isFinite(value)) {
            return palette.of(ColourRole.FAINT);
        }
        double share = value / size;
        if (logarithmic) {
            share = share <= LEAST ? 0 : 1 - Math.log10(share) / Math.log10(LEAST);
        }
        return signed ? palette.signed(share) : palette.sequential(share);
    }
}
