package app.regard.draw;

/**
 * The range of weights over which colours run.
 *
 * @param most the end of the range, above 0; 0 for the largest weight that there is
 * @param logarithmic whether equal steps of colour are equal ratios, over four powers of ten
 */
public record ColourRange(double most, boolean logarithmic) {
    /** From 0 to the largest weight of each picture. */
    public static final ColourRange LARGEST = new ColourRange(0, false);

    public ColourRange {
        if (!(most >= 0) || Double.isInfinite(most)) {
            throw new IllegalArgumentException("colours run to a number above 0, not to " + most);
        }
    }

    /** Whether somebody chose it: it is not as usual. */
    public boolean chosen() {
        return !equals(LARGEST);
    }

    /** The scale for weights of which the largest is known. */
    public Scale scale(double largest) {
        return new Scale(most > 0 ? most : largest, false, logarithmic);
    }

    /** The scale for a table of weights. */
    public Scale scale(Table.Numbers numbers, int rows, int cols) {
        return scale(most > 0 ? most : Scale.of(numbers, rows, cols).size());
    }

    /** In words: "0 to 0.1, logarithmic". */
    public String said() {
        return "0 to " + (most > 0 ? DecimalFormatter.chosen(most) : "the largest")
                + (logarithmic ? ", logarithmic" : "");
    }
}
