package app.regard.transformer.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * A text as BERT models read it, code point by code point, each with its place in the text: as their rules say, control
 * characters dropped, white space as spaces, Chinese characters apart, accents stripped, all in lower case. The rules
 * are those of the BertNormalizer of Hugging Face’s tokenizers; the tables of characters are this Java's own.
 */
public final class BertNormalizer {
    /**
     * What is done to a text.
     *
     * @param clean whether control characters are dropped and white space becomes spaces
     * @param chinese whether Chinese characters stand apart
     * @param strip whether accents are stripped
     * @param lower whether all becomes lower case
     */
    public record Rules(boolean clean, boolean chinese, boolean strip, boolean lower) {
        /** Those of the uncased models. */
        public static final Rules UNCASED = new Rules(true, true, true, true);
    }

    private final Rules rules;
    private int[] points = new int[64];
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int size;

    private BertNormalizer(Rules rules) {
        this.rules = rules;
    }

    /** The part of a text between two places, in chars. */
    public static BertNormalizer of(Rules rules, String text, int from, int to) {
        BertNormalizer plain = new BertNormalizer(rules);
        int next;
        for (int at = from; at < to; at = next) {
            int c = text.codePointAt(at);
            next = at + Character.charCount(c);
            if (!rules.clean()) {
                plain.take(c, at, next);
            } else if (c < 0x80 ? c > ' ' && c < 0x7F : !dropped(c) && !space(c)) {
                plain.take(c, at, next);
            } else if (space(c)) {
                plain.add(' ', at, next);
            }
        }
        return plain;
    }

    /** How many code points there are. */
    public int size() {
        return size;
    }

    /** The code point in a place. */
    public int point(int i) {
        return points[i];
    }

    /** Where in the text the code point of a place begins, in chars. */
    public int start(int i) {
        return starts[i];
    }

    /** Where it ends, exclusive. */
    public int end(int i) {
        return ends[i];
    }

    /** The code points from one place to another, as a string. */
    public String text(int from, int to) {
        return new String(points, from, to - from);
    }

    private void take(int c, int start, int end) {
        if (c < 0x80) {
            add(rules.lower() ? Character.toLowerCase(c) : c, start, end);
            return;
        }
        boolean apart = rules.chinese() && chinese(c);
        if (apart) {
            add(' ', start, end);
        }
        if (rules.strip()) {
            Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD)
                    .codePoints()
                    .forEach(part -> {
                        if (Character.getType(part) != Character.NON_SPACING_MARK) {
                            add(rules.lower() ? Character.toLowerCase(part) : part, start, end);
                        } else if (size > 0 && ends[size - 1] == start) {
                            ends[size - 1] = end; // the mark is not read, but belongs to the letter before it
                        }
                    });
        } else if (rules.lower()) { // one letter becomes two: İ
            Character.toString(c).toLowerCase(Locale.ROOT).codePoints().forEach(part -> add(part, start, end));
        } else {
            add(c, start, end);
        }
        if (apart) {
            add(' ', start, end);
        }
    }

    private void add(int point, int start, int end) {
        if (size == points.length) {
            points = Arrays.copyOf(points, 2 * size);
            starts = Arrays.copyOf(starts, 2 * size);
            ends = Arrays.copyOf(ends, 2 * size);
        }
        points[size] = point;
        starts[size] = start;
        ends[size] = end;
        size++;
    }

    /** All code points. */
    public int[] points() {
        return Arrays.copyOf(points, size);
    }

    /** White space as Unicode has it. */
    public static boolean white(int c) {
        return space(c) || c == 0x0B || c == 0x0C || c == 0x85;
    }

    /** White space but for the controls that are dropped. */
    public static boolean space(int c) {
        return switch (c) {
            case '\t', '\n', '\r', ' ', 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000 -> true;
            default -> c >= 0x2000 && c <= 0x200A;
        };
    }

    /** Controls, formats, private use and halves of pairs; a code point that nothing is assigned to is kept. */
    private static boolean dropped(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE, Character.SURROGATE -> true;
            default -> c == 0xFFFD;
        };
    }

    /** The blocks that BERT calls Chinese: also Japanese and Korean characters of that origin. */
    private static boolean chinese(int c) {
        return (c >= 0x4E00 && c <= 0x9FFF)
                || (c >= 0x3400 && c <= 0x4DBF)
                || (c >= 0x20000 && c <= 0x2A6DF)
                || (c >= 0x2A700 && c <= 0x2B73F)
                || (c >= 0x2B740 && c <= 0x2B81F)
                || (c >= 0x2B920 && c <= 0x2CEAF)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0x2F800 && c <= 0x2FA1F);
    }

    /** What stands alone: all ASCII signs, and what Unicode calls punctuation. */
    public static boolean punctuation(int c) {
        if (c < 0x80) {
            return c > ' ' && c < 0x7F && !Character.isLetterOrDigit(c);
        }
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }
}
