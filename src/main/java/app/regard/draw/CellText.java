package app.regard.draw;

/** The writing of numbers in cells: with how many digits, and in which size they fit. */
public final class CellText {
    private CellText() {}

    /** No number is written smaller: it is left to colour, or pulled out. */
    public static final double SMALLEST = 11;

    private static final double LARGEST = 26;

    /** In cells less wide than this the 0 before the point goes. */
    private static final double NARROW = 30;

    /** Smaller numbers than this are written with an exponent where two of their digits are to be seen. */
    private static final double TINY = 1e-3;

    private static final Lettering.Style UNIT = new Lettering.Style(1, false);
    private static final Lettering.Style STRONG_UNIT = new Lettering.Style(1, true);
    private static final double DIGIT = Lettering.width("0", STRONG_UNIT);
    private static final double POINT = Lettering.width(".", STRONG_UNIT);
    private static final double MINUS = Lettering.width("−", STRONG_UNIT);

    /** The number with so many decimals; an exact 0 says so: it is not a small number that was rounded. */
    static String plain(double value, int decimals, boolean tight) {
        return value == 0
                ? "0"
                : tight ? DecimalFormatter.compact(value, decimals) : DecimalFormatter.text(value, decimals);
    }

    /** The number with so many decimals, or as many as show two of its digits: "0.067", ".067", "4.0e−4". */
    public static String exact(double value, int decimals, boolean tight) {
        double size = Math.abs(value);
        if (value == 0 || !Double.isFinite(value) || size >= 10) {
            return plain(value, decimals, tight);
        }
        if (size < TINY) {
            return DecimalFormatter.brief(value);
        }
        return plain(value, Math.max(decimals, size >= 1 ? 1 : size >= 0.1 ? 2 : size >= 0.01 ? 3 : 4), tight);
    }

    /** No less than the width in size 1 of {@link #exact} in tight cells, without writing it. */
    public static double exactWidth(double value, int decimals) {
        if (value == 0 || !Double.isFinite(value)) {
            return DIGIT * 2;
        }
        double size = Math.abs(value); // rounding may carry to the next power of ten
        return Math.max(digits(size * 0.99, decimals), digits(size * 1.01, decimals)) + (value < 0 ? MINUS : 0);
    }

    private static double digits(double size, int decimals) {
        if (size >= 1e6 || size < TINY) {
            return 6 * DIGIT;
        }
        int whole = size >= 10 ? (int) Math.log10(size) + 1 : size >= 1 ? 1 : 0;
        int least = size >= 10 ? 0 : size >= 1 ? 1 : size >= 0.1 ? 2 : size >= 0.01 ? 3 : 4;
        return (whole + Math.max(decimals, least)) * DIGIT + POINT;
    }

    /** The width of a text in a size. */
    public static double width(String text, double size, boolean bold) {
        return Lettering.width(text, bold ? STRONG_UNIT : UNIT) * size;
    }

    /** Whether cells of a width write their numbers without the 0 before the point. */
    static boolean tight(Table table, double width, View view, Lettering.Style style) {
        return width < NARROW || widest(table, view, false) * style.size() + 6 > width;
    }

    /** The width in size 1 of the longest number that a table has. */
    static double widest(Table table, View view, boolean tight) {
        double size = table.scale().size();
        double sample = table.scale().signed() ? -size : size;
        return Lettering.width(
                tight
                        ? DecimalFormatter.compact(sample, view.decimals())
                        : DecimalFormatter.text(sample, view.decimals()),
                UNIT);
    }

    /** The least width of cells whose numbers are to stand in a size. */
    public static double room(Table table, View view, double size) {
        double room = widest(table, view, true) * view.plain(size).size() + pad(size);
        return room < NARROW
                ? room
                : Math.max(NARROW, widest(table, view, false) * view.plain(size).size() + 6);
    }

    private static double pad(double size) {
        return size > 11.5 ? 6 : 3;
    }

    /** The size in which numbers fit; 0 where none does. */
    public static Lettering.Style style(Table table, double width, double height, View view) {
        double widest = widest(table, view, true);
        for (double size = LARGEST; size >= SMALLEST; size -= 0.5) {
            Lettering.Style style = view.plain(size);
            boolean large = size > 13.5; // large type only in roomy cells
            boolean level = style.size() * (large ? 2.6 : 1.25) <= height;
            if (level && widest * style.size() * (large ? 2.2 : 1) + pad(size) <= width) {
                return style;
            }
        }
        return Lettering.Style.plain(0);
    }

    /** The size, at most {@code style}'s, in which a text fits in a cell and beside frames of its neighbours; 0 where it would be too small to read. */
    static Lettering.Style fit(String text, Lettering.Style style, double width) {
        double most = (width - (width < 18 ? 5 : 8)) / Lettering.width(text, style.bold() ? STRONG_UNIT : UNIT);
        double size = Math.floor(2 * Math.min(style.size(), most)) / 2;
        return new Lettering.Style(size < SMALLEST ? 0 : size, style.bold());
    }

    /** Whether every number of a table can be read in cells of a size, two of its digits at least. */
    public static boolean tells(Table table, AxisLayout cols, AxisLayout rows, View view) {
        Lettering.Style style = style(table, cols.pitch(), rows.pitch(), view);
        if (style.size() == 0 || cols.gap() >= 0 || rows.gap() >= 0) {
            return false;
        }
        Lettering.Style strong = new Lettering.Style(style.size(), true);
        boolean tight = tight(table, cols.pitch(), view, style);
        for (int i = 0; i < table.rows().size(); i++) {
            for (int j = 0; j < table.cols().size(); j++) {
                String text = exact(table.numbers().at(i, j), view.decimals(), tight);
                if (fit(text, strong, cols.pitch()).size() == 0) {
                    return false;
                }
            }
        }
        return true;
    }
}
