package app.regard.heads;

import app.regard.trace.Followed;
import app.regard.trace.Likeness;
import app.regard.trace.Token;
import app.regard.transformer.ForwardPass;
import app.regard.transformer.Pieces;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The similarities of a word's vectors on its way through the layers. A word of several pieces has the mean of their
 * vectors. Words are counted from 0, without
 * [CLS] and [SEP].
 */
public final class LayerSimilarities {
    private LayerSimilarities() {}

    /** The words of a text, merged from their pieces, without the two that the model adds. */
    public static List<Pieces.Word> words(ForwardPass passed) {
        return passed.pieces().words().stream().filter(w -> !w.special()).toList();
    }

    /** Where a word stands that is spelled so, in whatever case; empty if there is none. */
    public static OptionalInt place(List<Pieces.Word> words, String spelled) {
        return IntStream.range(0, words.size())
                .filter(i -> words.get(i).text().equalsIgnoreCase(spelled))
                .findFirst();
    }

    /** How far a word moves from its own input. */
    public static Followed follow(ForwardPass passed, int word) {
        Pieces.Word x = words(passed).get(word);
        return new Followed(passed.model().name(), named(passed, word), Optional.empty(), List.of(moved(passed, x)));
    }

    /**
     * The same, and how alike it is to another word, of this text or of another; and where there are more words, how alike
     * those are on average, punctuation and pairs of one spelling left out.
     */
    public static Followed compare(ForwardPass passed, int word, ForwardPass other, int otherWord) {
        List<Pieces.Word> here = words(passed);
        List<Pieces.Word> there = words(other);
        Pieces.Word x = here.get(word);
        Pieces.Word y = there.get(otherWord);
        List<Followed.Line> lines = new ArrayList<>();
        lines.add(moved(passed, x));
        lines.add(new Followed.Line(
                Followed.Kind.APART, places(passed, p -> cosine(passed.vector(p, x), other.vector(p, y)))));
        boolean same = passed.pieces().text().equals(other.pieces().text());
        List<int[]> pairs = new ArrayList<>();
        for (int i = 0; i < here.size(); i++) {
            for (int j = same ? i + 1 : 0;
                    j < there.size();
                    j++) { // within one text each pair once, not either way round
                boolean followed = (i == word && j == otherWord) || (same && i == otherWord && j == word);
                if (!followed && lettered(here.get(i)) && lettered(there.get(j)) && differ(here.get(i), there.get(j))) {
                    pairs.add(new int[] {i, j});
                }
            }
        }
        if (!pairs.isEmpty()) {
            lines.add(new Followed.Line(
                    Followed.Kind.USUAL, places(passed, p -> mean(passed, here, other, there, pairs, p))));
        }
        return new Followed(passed.model().name(), named(passed, word), Optional.of(named(other, otherWord)), lines);
    }

    private static boolean differ(Pieces.Word a, Pieces.Word b) {
        return !a.text().toLowerCase(Locale.ROOT).equals(b.text().toLowerCase(Locale.ROOT));
    }

    /** Whether it is more than punctuation. */
    public static boolean lettered(Pieces.Word word) {
        return word.text().codePoints().anyMatch(Character::isLetterOrDigit);
    }

    private static Followed.Word named(ForwardPass passed, int word) {
        Pieces.Word w = words(passed).get(word);
        List<Token> pieces = passed.pieces().sentence().tokens().subList(w.from(), w.to());
        return new Followed.Word(passed.pieces().text(), w.text(), word + 1, pieces);
    }

    private static Followed.Line moved(ForwardPass passed, Pieces.Word word) {
        double[] start = passed.vector(0, word);
        return new Followed.Line(Followed.Kind.MOVED, places(passed, p -> cosine(passed.vector(p, word), start)));
    }

    private static List<Likeness> places(ForwardPass passed, IntFunction<Likeness> at) {
        return IntStream.rangeClosed(0, passed.layers()).mapToObj(at).toList();
    }

    private static Likeness mean(
            ForwardPass passed,
            List<Pieces.Word> here,
            ForwardPass other,
            List<Pieces.Word> there,
            List<int[]> pairs,
            int place) {
        List<double[]> xs = here.stream().map(w -> passed.vector(place, w)).toList();
        List<double[]> ys = there.stream().map(w -> other.vector(place, w)).toList();
        double sum = 0;
        for (int[] pair : pairs) {
            sum += cosine(xs.get(pair[0]), ys.get(pair[1])).value();
        }
        return new Likeness.Mean(sum, pairs.size());
    }

    /** The cosine of two vectors of one length, in doubles. */
    static Likeness.Cosine cosine(double[] x, double[] y) {
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int d = 0; d < x.length; d++) {
            xy += x[d] * y[d];
            xx += x[d] * x[d];
            yy += y[d] * y[d];
        }
        return new Likeness.Cosine(xy, xx, yy);
    }
}
