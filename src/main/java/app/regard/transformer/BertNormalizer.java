package app.regard.transformer;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * A text as BERT's uncased models read it, code point by code point, each with its place in the text: control
 * characters dropped, white space as spaces, Chinese characters apart, accents stripped, all in lower case. The rules
 * are those of the BertNormalizer of Hugging Face’s tokenizers; the tables of characters are this Java's own.
 */
final class BertNormalizer {
    private int[] points = new int[64];
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int size;

    private BertNormalizer() {}

    static BertNormalizer of(String text) {
        BertNormalizer plain = new BertNormalizer();
        int next;
        for (int at = 0; at < text.length(); at = next) {
            int c = text.codePointAt(at);
            next = at + Character.charCount(c);
            if (c < 0x80 ? c > ' ' && c < 0x7F : !dropped(c) && !space(c)) {
                plain.take(c, at, next);
            } else if (space(c)) {
                plain.add(' ', at, next);
            }
        }
        return plain;
    }

    int size() {
        return size;
    }

    int point(int i) {
        return points[i];
    }

    int start(int i) {
        return starts[i];
    }

    int end(int i) {
        return ends[i];
    }

    /** The code points from one place to another, as a string. */
    String text(int from, int to) {
        return new String(points, from, to - from);
    }

    private void take(int c, int start, int end) {
        if (c < 0x80) {
            add(Character.toLowerCase(c), start, end);
            return;
        }
        boolean chinese = chinese(c);
        if (chinese) {
            add(' ', start, end);
        }
        Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD)
                .codePoints()
                .forEach(part -> {
                    if (Character.getType(part) != Character.NON_SPACING_MARK) {
                        add(Character.toLowerCase(part), start, end);
                    } else if (size > 0 && ends[size - 1] == start) {
                        ends[size - 1] = end; // the mark is not read, but belongs to the letter before it
                    }
                });
        if (chinese) {
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

    /** White space as Unicode has it, but for the controls that are dropped. */
    static boolean space(int c) {
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
    static boolean punctuation(int c) {
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
