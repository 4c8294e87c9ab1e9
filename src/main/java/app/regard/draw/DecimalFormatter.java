package app.regard.draw;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as they are shown: rounded half-even from the stored value, the same on every machine. */
public final class DecimalFormatter {
    private DecimalFormatter() {}

    /** From this size on numbers are shown with an exponent. */
    private static final double HUGE = 1e6;

    /** From this size on every number is whole. */
    private static final double LARGEST_WHOLE = 1e15;

    /** More decimals than these nobody reads. */
    private static final int MOST_DECIMALS = 12;

    /** Numbers that lie no further from 1 are 1 but for what computing has rounded. */
    private static final double ROUNDING = 1e-12;

    /** Powers of ten that doubles hold exactly. */
    private static final double[] TENS = {1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8};

    /**
     * The number with so many decimals, with a real minus sign: "−0.25", "−∞", "1.0e308"; a dash for no number.
     *
     * @param decimals how many; negative: two digits and an exponent
     */
    public static String text(double value, int decimals) {
        if (Double.isInfinite(value) || Double.isNaN(value)) {
            return Double.isNaN(value) ? "–" : value < 0 ? "−∞" : "∞";
        }
        if (Math.abs(value) >= HUGE) {
            return scientific(value);
        }
        if (decimals < 0) {
            return brief(value);
        }
        String digits = digits(Math.abs(value), decimals);
        return value < 0 && !zero(digits) ? "−" + digits : digits;
    }

    private static boolean zero(String digits) {
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) != '0' && digits.charAt(i) != '.') {
                return false;
            }
        }
        return true;
    }

    /** Like {@link #text}, without the 0 before the point: ".38", for tight cells. */
    public static String compact(double value, int decimals) {
        String full = text(value, decimals);
        return full.startsWith("0.") ? full.substring(1) : full.startsWith("−0.") ? "−" + full.substring(2) : full;
    }

    /** The number with so many decimals, or as many as it takes to show two digits of it; beyond twelve with an exponent. */
    public static String telling(double value, int decimals) {
        int needed = value == 0 ? 0 : 1 - (int) Math.floor(Math.log10(Math.abs(value)));
        return needed > MOST_DECIMALS ? brief(value) : text(value, Math.max(decimals, needed));
    }

    /**
     * A number that is claimed, by a sentence or by the name beside it: whole ones as they are, others as
     * {@link #faithful} has them: "4", "1.2e−7".
     */
    public static String claimed(double value, int decimals) {
        return value == Math.rint(value) && Math.abs(value) < LARGEST_WHOLE ? chosen(value) : faithful(value, decimals);
    }

    /** The number with so many decimals, but 0 or 1 only where it is: else with an exponent, or with more decimals. */
    public static String faithful(double value, int decimals) {
        return faithful(value, decimals, 1);
    }

    private static String faithful(double value, int decimals, double whole) {
        return text(value, places(value, decimals, whole));
    }

    /** How many decimals a number needs so that it reads 0 or 1 only where it is; negative where it needs an exponent. */
    public static int places(double value, int decimals) {
        return places(value, decimals, 1);
    }

    private static int places(double value, int decimals, double whole) {
        if (value == 0 || !Double.isFinite(value)) {
            return decimals;
        }
        if (zero(text(value, decimals))) {
            return -1;
        }
        double away = Math.abs(Math.abs(value) - whole);
        boolean reads = text(Math.abs(value), decimals).equals(text(whole, decimals));
        return reads && away > ROUNDING * whole ? Math.max(decimals, -(int) Math.floor(Math.log10(away))) : decimals;
    }

    /** Two digits with an exponent: "4.0e−4". */
    public static String brief(double value) {
        BigDecimal exact = new BigDecimal(Math.abs(value)).round(new java.math.MathContext(2, RoundingMode.HALF_EVEN));
        int exponent = exact.precision() - exact.scale() - 1;
        String digits = exact.movePointLeft(exponent)
                .setScale(1, RoundingMode.HALF_EVEN)
                .toPlainString();
        return (value < 0 ? "−" : "") + digits + "e" + (exponent < 0 ? "−" + -exponent : exponent);
    }

    /** A number that somebody chose, just as it was chosen: "0.125", "1". */
    public static String chosen(double value) {
        String digits = new BigDecimal(Double.toString(Math.abs(value)))
                .stripTrailingZeros()
                .toPlainString();
        return value < 0 ? "−" + digits : digits;
    }

    /** A share as percent with one decimal: "40.1%". */
    public static String percent(double share) {
        return text(share * 100, 1) + "%";
    }

    /** The number of a share in percent that is claimed: "40.1"; 0 and 100 only where it is, as {@link #faithful} has it. */
    public static String hundredths(double share) {
        return faithful(share * 100, 1, 100);
    }

    private static String digits(double value, int decimals) {
        if (decimals < TENS.length) {
            double scaled = value * TENS[decimals];
            double away = Math.abs(scaled - Math.floor(scaled) - 0.5);
            if (scaled < 1e9 && away > 1e-6) { // far from a tie: the rounding of the product cannot matter
                long whole = (long) Math.rint(scaled);
                if (decimals == 0) {
                    return Long.toString(whole);
                }
                String all = Long.toString(whole);
                String padded = "0".repeat(Math.max(0, decimals + 1 - all.length())) + all;
                int point = padded.length() - decimals;
                return padded.substring(0, point) + "." + padded.substring(point);
            }
        }
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** As few digits as are exact, with an exponent: "4e-4". */
    public static String scientific(BigDecimal exact) {
        BigDecimal shortest = exact.stripTrailingZeros();
        int exponent = shortest.precision() - shortest.scale() - 1;
        return shortest.movePointLeft(exponent).toPlainString() + "e" + exponent;
    }

    private static String scientific(double value) {
        BigDecimal exact = new BigDecimal(Math.abs(value)).round(new java.math.MathContext(3, RoundingMode.HALF_EVEN));
        int exponent = exact.precision() - exact.scale() - 1;
        String digits = exact.movePointLeft(exponent)
                .setScale(2, RoundingMode.HALF_EVEN)
                .toPlainString();
        return (value < 0 ? "−" : "") + digits + "e" + exponent;
    }
}
