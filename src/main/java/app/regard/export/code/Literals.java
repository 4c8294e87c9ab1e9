package app.regard.export.code;

import app.regard.file.Digits;
import app.regard.text.Printable;
import java.util.Locale;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The spelling of words and numbers in a programming language, so that no word can break out of its quotes or comment. */
final class Literals {
    private Literals() {}

    /** Longer words are cut: they are labels, and Java's constants end at 65,535 bytes. */
    private static final int LONGEST_WORD = 100;

    private static final int LONGEST_COMMENT = 400;

    /** The shortest decimal that reads back to the same number, the same on every JVM; Python and Java both read it. */
    static String number(double value) {
        return Digits.of(value);
    }

    /** A word in double quotes for Python. Letters of any script stay; signs beyond ASCII are escaped. */
    static String python(String word) {
        return quoted(word, c -> Character.isLetterOrDigit(c) ? null : String.format(Locale.ROOT, "\\U%08x", c));
    }

    /** A word in double quotes for Java, in ASCII alone: Java 17 reads a source file in the machine's own encoding. */
    static String java(String word) {
        return quoted(word, Literals::units);
    }

    /** Text for a Python comment: one line. */
    static String pythonComment(String text) {
        return mapped(cut(text, LONGEST_COMMENT), c -> Printable.is(c) ? null : " ");
    }

    /** Text for a Java comment: one line of ASCII, in which no backslash begins an escape. */
    static String javaComment(String text) {
        return mapped(cut(text, LONGEST_COMMENT).replace("\\", "\\\\"), c -> c < 0x7f ? null : units(c));
    }

    private static String quoted(String word, IntFunction<@Nullable String> foreign) {
        String safe = cut(word, LONGEST_WORD).replace("\\", "\\\\").replace("\"", "\\\"");
        return '"' + mapped(safe, c -> c < 0x7f ? null : foreign.apply(c)) + '"';
    }

    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most)) + "...";
    }

    /** Every code point as {@code change} writes it, or as it is; what would end a line is a blank. */
    private static String mapped(String text, IntFunction<@Nullable String> change) {
        StringBuilder written = new StringBuilder();
        text.codePoints().forEach(c -> {
            int type = Character.getType(c);
            boolean breaks = Character.isISOControl(c)
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR
                    || type == Character.SURROGATE;
            String changed = breaks ? " " : change.apply(c);
            written.append(changed == null ? Character.toString(c) : changed);
        });
        return written.toString();
    }

    private static String units(int codePoint) {
        StringBuilder escaped = new StringBuilder();
        for (char unit : Character.toChars(codePoint)) {
            escaped.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
        }
        return escaped.toString();
    }
}
