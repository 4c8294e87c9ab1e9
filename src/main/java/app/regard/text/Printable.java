package app.regard.text;

import java.text.Bidi;
import java.util.function.IntFunction;

/**
 * Text as it may be shown. A file, a sentence or a file's name may hold characters that a terminal obeys (escape sequences),
 * that turn the order of the letters after them, or that end a line: these are shown instead of done. Everything else,
 * marks of direction and joiners that words need among it, stays as it is; and so does an isolate (U+2068 … U+2069) that is
 * closed, for what is inside cannot reach beyond it.
 */
public final class Printable {
    private Printable() {}

    /** Begins what has a direction of its own. */
    public static final char ISOLATE = '\u2068';

    /** Ends it. */
    public static final char ISOLATED = '\u2069';

    private static final int SPACE_SIGN = '␣';
    private static final int TAB_SIGN = '⇥';
    private static final int LINE_SIGN = '↵';

    /** For a character that takes no room and leaves no ink. */
    private static final int EMPTY_SIGN = '◌';

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

    /** The sign for a character in a {@link #label(String) label}: itself, "↵", "⇥", "␣" for what parts words, or "\uFFFD". */
    public static int label(int codePoint) {
        if (is(codePoint)) {
            return codePoint;
        }
        return switch (codePoint) {
            case '\n', '\r', 0x85, 0x2028, 0x2029 -> LINE_SIGN;
            case '\t' -> TAB_SIGN;
            default -> Character.isWhitespace(codePoint) ? SPACE_SIGN : REPLACEMENT;
        };
    }

    /** A word by itself: like a label, and what leaves no ink (blanks, marks without width) has a sign as well. */
    public static String word(String word) {
        if (word.isEmpty()) {
            return Character.toString(SPACE_SIGN);
        }
        if (word.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
            return word; // as most are
        }
        StringBuilder shown = new StringBuilder();
        for (int at = 0; at < word.length(); ) {
            int c = word.codePointAt(at);
            int end = at + Character.charCount(c);
            boolean joins = (c == 0x200C || c == 0x200D) && at > 0 && end < word.length();
            shown.appendCodePoint(joins ? c : sign(c));
            at = end;
        }
        return shown.toString();
    }

    private static int sign(int c) {
        boolean empty = c == 0xAD || c == 0x61C || (c >= 0x200B && c <= 0x200F) || (c >= 0x2060 && c <= 0x2064);
        return Character.isSpaceChar(c) && is(c) ? SPACE_SIGN : empty || c == 0xFEFF ? EMPTY_SIGN : label(c);
    }

    /** A text with a direction of its own inside another: marked where its letters run to the left, else as it is. */
    public static String isolated(String text) {
        return Bidi.requiresBidi(text.toCharArray(), 0, text.length()) ? ISOLATE + text + ISOLATED : text;
    }

    /** Where an isolate that begins at a place ends, or −1 if it is not closed. */
    private static int closing(String text, int opening) {
        for (int at = opening + 1; at < text.length() && text.charAt(at) != ISOLATE; at++) {
            if (text.charAt(at) == ISOLATED) {
                return at;
            }
        }
        return -1;
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
        int closing = -1;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            boolean closes = at == closing;
            if (c == ISOLATE) {
                closing = closing(text, at);
            }
            boolean kept = is(c) || closes || (c == ISOLATE && closing > 0);
            shown.append(kept ? Character.toString(c) : sign.apply(c));
            at += Character.charCount(c);
        }
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
