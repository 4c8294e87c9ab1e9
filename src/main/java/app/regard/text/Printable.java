package app.regard.text;

import java.util.function.IntFunction;

/**
 * Text as it may be shown. A file, a sentence or a file's name may hold characters that a terminal obeys (escape sequences),
 * that turn the order of the letters after them, or that end a line: these are shown instead of done. Everything else,
 * marks of direction and joiners that words need among it, stays as it is.
 */
public final class Printable {
    private Printable() {}

    private static final int SPACE_SIGN = '␣';
    private static final int REPLACEMENT = 0xFFFD;

    /** Whether a character is shown as it is. */
    public static boolean is(int codePoint) {
        return (codePoint >= 0x20 && codePoint < 0x7F)
                || (codePoint >= 0xA0 && codePoint < 0x2028)
                || (codePoint > 0x202E && codePoint < 0x2066)
                || (codePoint > 0x206F && codePoint < Character.MIN_SURROGATE)
                || (codePoint > Character.MAX_SURROGATE && codePoint < 0xFFF9)
                || codePoint > 0xFFFB;
    }

    /** A text in a message: what is not shown as it is appears as its escape, as a line end's "\n" or "\u202E". */
    public static String message(String text) {
        return mapped(text, Printable::escape);
    }

    /** A text in a figure, a table or a control: one sign stands for each character that is not shown as it is. */
    public static String label(String text) {
        return mapped(text, c -> Character.toString(label(c)));
    }

    /** The sign for a character in a {@link #label(String) label}: itself, "␣" for what parts words, or "\uFFFD". */
    public static int label(int codePoint) {
        return is(codePoint)
                ? codePoint
                : Character.isWhitespace(codePoint) || codePoint == 0x85 ? SPACE_SIGN : REPLACEMENT;
    }

    private static String mapped(String text, IntFunction<String> sign) {
        int at = 0;
        while (at < text.length() && is(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        if (at == text.length()) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.substring(0, at));
        text.substring(at).codePoints().forEach(c -> {
            if (is(c)) {
                shown.appendCodePoint(c);
            } else {
                shown.append(sign.apply(c));
            }
        });
        return shown.toString();
    }

    private static String escape(int codePoint) {
        return switch (codePoint) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> String.format("\\u%04X", codePoint);
        };
    }
}
