package app.regard.stage;

import app.regard.draw.Lettering;
import app.regard.text.Printable;
import app.regard.trace.Sentence;
import app.regard.trace.Token;
import java.util.ArrayList;
import java.util.List;

/** The way words are written: by themselves on axes and chips, and in running text, where quotes mark them as words. */
public final class Words {
    private Words() {}

    /** In a sentence about numbers a longer word is cut. */
    private static final int LONGEST = 40;

    /** The words of a sentence by themselves; a star marks a word whose vector was made up. */
    public static List<String> labels(Sentence s) {
        return s.tokens().stream()
                .map(t -> label(t.madeUp() ? t.shown() + "*" : t.shown()))
                .toList();
    }

    /** The same with every character as it is, for data. */
    public static List<String> starred(Sentence s) {
        List<String> words = new ArrayList<>();
        for (Token t : s.tokens()) {
            words.add(t.madeUp() ? t.text() + "*" : t.text());
        }
        return List.copyOf(words);
    }

    /** A word by itself: signs stand for what would not be seen. */
    public static String label(String word) {
        return Printable.word(word);
    }

    /** The word of a label, without the star. */
    public static String unmarked(String label) {
        return label.length() > 1 && label.endsWith("*") ? label.substring(0, label.length() - 1) : label;
    }

    /** A word by itself among others, with a direction of its own. */
    public static String apart(String word) {
        return Printable.isolated(brief(word));
    }

    /** A word in running text, the one way to mark it as a word: “the”. */
    public static String quoted(String word) {
        return "“" + apart(word) + "”";
    }

    /** A word whose middle is left out where it is so long that nothing else would have room. */
    public static String brief(String word) {
        return cut(label(word));
    }

    /** A short text, without its middle where it is long. */
    static String cut(String text) {
        return Lettering.elided(text, LONGEST);
    }

    /** A name that only counts ("d3", "17") says nothing that its place does not. */
    static String telling(String dimension) {
        return dimension.matches("\\p{L}?\\d+") ? "" : dimension;
    }

    /** Which word no face of this machine has letters for, in a line; nothing where all are shown. */
    public static String unseen(Sentence... sentences) {
        for (Sentence s : sentences) {
            for (String word : s.shown()) {
                if (!Lettering.shows(label(word))) {
                    return "No face on this machine has the letters of " + quoted(word)
                            + ": screen, PNG and PDF show boxes for them, an SVG keeps them.";
                }
            }
        }
        return "";
    }
}
