package app.regard.transformer.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The tokens that a tokenizer looks for in a text before anything else, as “[MASK]” or “&lt;|endoftext|&gt;”: at every
 * place the longest, from left to right.
 */
public final class AddedTokens {
    private final Map<String, Token> byText = new HashMap<>();
    private final Set<Integer> begins = new HashSet<>();
    private final Set<Integer> lengths = new TreeSet<>(Collections.reverseOrder());

    /** A part of some code points: a token, or text between tokens, where there is none. */
    public record Part(int from, int to, @Nullable Token token) {}

    /**
     * A token that was added.
     *
     * @param left whether white space before it belongs to it
     * @param right whether white space behind it does
     * @param alone whether it is one only where no letter touches it
     * @param normalised whether it is looked for after a text was normalised
     */
    public record Token(String text, int id, boolean left, boolean right, boolean alone, boolean normalised) {
        /** The same, looked for as another text. */
        public Token withText(String other) {
            return new Token(other, id, left, right, alone, normalised);
        }
    }

    /** @param tokens those that are looked for; none of them is empty */
    public AddedTokens(List<Token> tokens) {
        for (Token token : tokens) {
            int[] points = token.text().codePoints().toArray();
            byText.put(token.text(), token);
            begins.add(points[0]);
            lengths.add(points.length);
        }
    }

    /** The parts of some code points, none of them empty. */
    public List<Part> parts(int[] points, int from, int to) {
        List<Part> parts = new ArrayList<>();
        int done = from;
        for (int i = from; i < to; ) {
            Token found = begins.contains(points[i]) ? longest(points, i, to) : null;
            if (found == null) {
                i++;
                continue;
            }
            int start = i;
            int end = i + found.text().codePointCount(0, found.text().length());
            i = end;
            if (found.alone() && (word(points, start - 1, from, to) || word(points, end, from, to))) {
                continue;
            }
            while (found.left() && start > done && BertNormalizer.white(points[start - 1])) {
                start--;
            }
            while (found.right() && end < to && BertNormalizer.white(points[end])) {
                end++;
            }
            if (start > done) {
                parts.add(new Part(done, start, null));
            }
            parts.add(new Part(start, end, found));
            done = end;
            i = end;
        }
        if (done < to) {
            parts.add(new Part(done, to, null));
        }
        return parts;
    }

    private @Nullable Token longest(int[] points, int i, int to) {
        for (int length : lengths) {
            Token token = length <= to - i ? byText.get(new String(points, i, length)) : null;
            if (token != null) {
                return token;
            }
        }
        return null;
    }

    private static boolean word(int[] points, int at, int from, int to) {
        return at >= from && at < to && letter(points[at]);
    }

    /** What a regular expression calls a word character (UTS #18): letters, marks, digits, what joins them. */
    private static boolean letter(int c) {
        return Character.isAlphabetic(c)
                || switch (Character.getType(c)) {
                    case Character.NON_SPACING_MARK,
                            Character.COMBINING_SPACING_MARK,
                            Character.ENCLOSING_MARK,
                            Character.DECIMAL_DIGIT_NUMBER,
                            Character.CONNECTOR_PUNCTUATION -> true;
                    default -> c == 0x200C || c == 0x200D;
                };
    }
}
