package app.regard.words;

import app.regard.trace.Graphemes;
import app.regard.trace.Refusal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/**
 * The splitter of a sentence as people expect: words and numbers keep inner apostrophes, hyphens and decimal marks, punctuation
 * stands alone, Chinese and Japanese go by character, and an emoji is one word however many code points it has.
 */
final class Tokenizer {
    private Tokenizer() {}

    private enum Kind {
        /** Part of a word or number. */
        LETTER,
        /** Joins two letters or two digits: ' ’ - . , */
        JOINER,
        /** Between words, and not seen: spaces, controls, marks of direction. */
        GAP,
        /** A word of its own. */
        ALONE
    }

    /**
     * The words of a text, NFC-normalised, in order.
     *
     * @param most how many are kept; the rest is counted
     */
    static Tokens split(String text, int most) {
        Found found = new Found(most);
        try {
            split(Graphemes.of(text).iterator(), found);
            return new Tokens(found.words, found.left, "");
        } catch (Refusal refusal) {
            return new Tokens(found.words, found.left, String.valueOf(refusal.getMessage()));
        }
    }

    /** The words found so far. */
    private static final class Found {
        private final int most;
        private final List<String> words = new ArrayList<>();
        private int left;

        Found(int most) {
            this.most = most;
        }

        void take(String word) {
            if (words.size() < most) {
                words.add(word);
            } else {
                left++;
            }
        }
    }

    private static void split(Iterator<String> clusters, Found found) {
        StringBuilder word = new StringBuilder();
        String next = clusters.hasNext() ? clusters.next() : "";
        while (!next.isEmpty()) {
            String cluster = next;
            next = clusters.hasNext() ? clusters.next() : "";
            Kind kind = kind(cluster);
            if (kind == Kind.JOINER) {
                boolean inside = word.length() > 0 && !next.isEmpty() && joins(word, cluster, next);
                kind = inside ? Kind.LETTER : Kind.ALONE;
            }
            if (kind == Kind.LETTER) {
                word.append(cluster);
                continue;
            }
            flush(word, found);
            if (kind == Kind.ALONE) {
                found.take(cluster);
            }
        }
        flush(word, found);
    }

    /** How a word is looked up: in lower case, with the typewriter's apostrophe. */
    static String folded(String word) {
        return word.toLowerCase(Locale.ROOT).replace('’', '\'');
    }

    private static void flush(StringBuilder word, Found found) {
        if (word.length() > 0) {
            found.take(word.toString());
            word.setLength(0);
        }
    }

    private static Kind kind(String cluster) {
        int c = cluster.codePointAt(0);
        if ("'’-.,".indexOf(c) >= 0) {
            return Kind.JOINER;
        }
        int type = Character.getType(c);
        boolean unseen = type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
        if (Character.isWhitespace(c) || Character.isSpaceChar(c) || unseen) {
            return Kind.GAP;
        }
        boolean byCharacter = Character.isIdeographic(c)
                || Character.UnicodeScript.of(c) == Character.UnicodeScript.HIRAGANA
                || Character.UnicodeScript.of(c) == Character.UnicodeScript.KATAKANA;
        boolean keycap = cluster.indexOf('\u20E3') >= 0;
        boolean letter = Character.isLetterOrDigit(c) && !byCharacter && !keycap;
        return letter ? Kind.LETTER : Kind.ALONE;
    }

    private static boolean joins(StringBuilder before, String joiner, String after) {
        int last = before.codePointBefore(before.length());
        int next = after.codePointAt(0);
        if (kind(after) != Kind.LETTER) {
            return false;
        }
        boolean decimal = joiner.equals(".") || joiner.equals(",");
        return !decimal || (Character.isDigit(last) && Character.isDigit(next));
    }
}
