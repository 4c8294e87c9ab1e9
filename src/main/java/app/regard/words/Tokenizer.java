package app.regard.words;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Parts a sentence as people expect: words and numbers keep inner apostrophes, hyphens and decimal marks, punctuation
 * stands alone, Chinese and Japanese go by character, and an emoji is one word however many code points it has.
 */
final class Tokenizer {
    private Tokenizer() {}

    /** What a reader sees as one character (UAX #29). */
    private static final Pattern CLUSTER = Pattern.compile("\\X");

    /** Below this nothing combines with what stands before it, and all is NFC. */
    private static final char FIRST_COMBINING = 0x300;

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

    /** The words of a text, NFC-normalised, in order. */
    static List<String> split(String text) {
        return split(text, Integer.MAX_VALUE);
    }

    /** The first words of a text, at most so many: the rest of a long text is not looked at. */
    static List<String> split(String text, int most) {
        Iterator<String> clusters = clusters(text);
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        String next = clusters.hasNext() ? clusters.next() : "";
        while (!next.isEmpty() && words.size() < most) {
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
            flush(word, words);
            if (kind == Kind.ALONE) {
                words.add(cluster);
            }
        }
        flush(word, words);
        return words.size() <= most ? words : words.subList(0, most);
    }

    /** What a reader sees as characters. Most texts are plain Latin, where that is every char, and no tables are needed. */
    private static Iterator<String> clusters(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_COMBINING) {
                return CLUSTER.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                        .results()
                        .map(MatchResult::group)
                        .iterator();
            }
        }
        return new Chars(text);
    }

    /** A text char by char. */
    private static final class Chars implements Iterator<String> {
        private final String text;
        private int at;

        Chars(String text) {
            this.text = text;
        }

        @Override
        public boolean hasNext() {
            return at < text.length();
        }

        @Override
        public String next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return text.substring(at, ++at);
        }
    }

    /** How a word is looked up: in lower case, with the typewriter's apostrophe. */
    static String folded(String word) {
        return word.toLowerCase(Locale.ROOT).replace('’', '\'');
    }

    private static void flush(StringBuilder word, List<String> words) {
        if (word.length() > 0) {
            words.add(word.toString());
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
