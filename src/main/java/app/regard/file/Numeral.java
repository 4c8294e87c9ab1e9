package app.regard.file;

import java.util.Locale;
import java.util.Set;

/** A number as text: read from left to right, no character twice, for a file can be full of digits. */
public final class Numeral {
    private static final Set<String> INFINITE = Set.of("inf", "infinity");

    private Numeral() {}

    /** Whether a text is a number: “-1.5e3”, “.5”, “5.”, “inf”. */
    public static boolean is(String text) {
        int start = sign(text, 0);
        int end = decimal(text, start);
        return (end > start && exponent(text, end) == text.length()) || isInfinite(text);
    }

    /** Whether a text is a number of which no double is large enough to be written out. */
    public static boolean isInfinite(String text) {
        return text.length() <= 9
                && INFINITE.contains(text.substring(sign(text, 0)).toLowerCase(Locale.ROOT));
    }

    private static int sign(String text, int at) {
        return at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-') ? at + 1 : at;
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    /** Where digits with a point before, among or after them end; {@code from} if there are none. */
    private static int decimal(String text, int from) {
        int point = digits(text, from);
        if (point == text.length() || text.charAt(point) != '.') {
            return point;
        }
        int end = digits(text, point + 1);
        return end == from + 1 ? from : end;
    }

    private static int exponent(String text, int from) {
        if (from == text.length() || (text.charAt(from) != 'e' && text.charAt(from) != 'E')) {
            return from;
        }
        int start = sign(text, from + 1);
        int end = digits(text, start);
        return end == start ? from : end;
    }
}
