package app.regard.stage;

import app.regard.text.Printable;
import app.regard.trace.Sentence;
import app.regard.trace.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The way words are written beside numbers. */
public final class Words {
    private Words() {}

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}][\\p{L}\\p{M}'’…-]*");

    /** In a sentence about numbers a longer word is cut. */
    private static final int LONGEST = 40;

    /** A star marks a word whose vector was made up. */
    public static List<String> labels(Sentence s) {
        List<String> labels = new ArrayList<>();
        for (Token t : s.tokens()) {
            labels.add(t.madeUp() ? t.text() + "*" : t.text());
        }
        return List.copyOf(labels);
    }

    /** The word of a label, without the star. */
    public static String unmarked(String label) {
        return label.length() > 1 && label.endsWith("*") ? label.substring(0, label.length() - 1) : label;
    }

    /** A word among numbers: in quotes where it could be read as one of their signs. */
    public static String quoted(String word) {
        String brief = brief(word);
        return WORD.matcher(brief).matches() ? brief : "“" + brief + "”";
    }

    /** A word in running text: its beginning where it is so long that nothing else would have room. */
    public static String brief(String word) {
        return Printable.label(
                word.codePointCount(0, word.length()) <= LONGEST
                        ? word
                        : word.substring(0, word.offsetByCodePoints(0, LONGEST - 1)) + "…");
    }

    /** A name that only counts ("d3", "17") says nothing that its place does not. */
    static String telling(String dimension) {
        return dimension.matches("\\p{L}?\\d+") ? "" : dimension;
    }
}
