package app.regard.transformer.text;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The letters that GPT-2 writes bytes with, and the words that it parts a text into before it merges their bytes. */
public final class ByteLetters {
    private static final Map<Character, Integer> BYTES =
            IntStream.range(0, 256).boxed().collect(Collectors.toUnmodifiableMap(ByteLetters::letter, b -> b));

    private ByteLetters() {}

    /** The bytes that some letters stand for; those of the text itself where one of them stands for none. */
    public static byte[] bytes(String letters) {
        byte[] bytes = new byte[letters.length()];
        for (int i = 0; i < bytes.length; i++) {
            Integer one = BYTES.get(letters.charAt(i));
            if (one == null) {
                return letters.getBytes(StandardCharsets.UTF_8);
            }
            bytes[i] = one.byteValue();
        }
        return bytes;
    }

    /** Bytes as text; those that make no character stand as &lt;0xE2&gt;. */
    public static String text(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < bytes.length; ) {
            int first = bytes[at] & 0xFF;
            int length = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
            String one = at + length > bytes.length ? "\uFFFD" : new String(bytes, at, length, StandardCharsets.UTF_8);
            if (one.indexOf('\uFFFD') >= 0) {
                text.append(String.format("<0x%02X>", first));
                at++;
            } else {
                text.append(one);
                at += length;
            }
        }
        return text.toString();
    }

    /** A text as tokens show it: blanks as ·, ends of lines as ↵. */
    public static String shown(String text) {
        return text.replace(" ", "·").replace("\n", "↵");
    }

    /** The letter of a byte from 0 to 255: itself where it is printed, else one from U+0100 on, in order. */
    public static char letter(int b) {
        if (printed(b)) {
            return (char) b;
        }
        int before = 0;
        for (int other = 0; other < b; other++) {
            before += printed(other) ? 0 : 1;
        }
        return (char) (0x100 + before);
    }

    private static boolean printed(int b) {
        return (b >= '!' && b <= '~') || (b >= 0xA1 && b <= 0xAC) || b >= 0xAE;
    }

    /**
     * Where the word that begins in a place ends, as GPT-2's pattern has it:
     * {@code 's|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+}.
     */
    public static int wordEnd(int[] points, int from) {
        int contraction = contraction(points, from);
        if (contraction > 0) {
            return from + contraction;
        }
        int first = from;
        if (points[from] == ' ' && from + 1 < points.length && !BertNormalizer.white(points[from + 1])) {
            first++; // a space belongs to the word behind it
        }
        int kind = kind(points[first]);
        int end = first + 1;
        while (end < points.length && kind(points[end]) == kind) {
            end++;
        }
        boolean white = kind == Character.SPACE_SEPARATOR;
        return white && end < points.length && end - from > 1
                ? end - 1
                : end; // the last is left for the word behind it
    }

    private static int contraction(int[] points, int from) {
        if (points[from] != '\'' || from + 1 >= points.length) {
            return 0;
        }
        int a = points[from + 1];
        int b = from + 2 < points.length ? points[from + 2] : 0;
        if (a == 's' || a == 't' || a == 'm' || a == 'd') {
            return 2;
        }
        return (a == 'r' && b == 'e') || (a == 'v' && b == 'e') || (a == 'l' && b == 'l') ? 3 : 0;
    }

    /** White space, letter, number or other: the four kinds that the pattern tells apart. */
    private static int kind(int c) {
        if (BertNormalizer.white(c)) {
            return Character.SPACE_SEPARATOR;
        }
        if (Character.isLetter(c)) {
            return Character.OTHER_LETTER;
        }
        return switch (Character.getType(c)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER ->
                Character.OTHER_NUMBER;
            default -> Character.OTHER_SYMBOL;
        };
    }
}
