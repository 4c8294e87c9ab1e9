package app.regard.export.sheet;

import app.regard.draw.DecimalFormatter;
import app.regard.draw.Spot;
import app.regard.stage.Content;
import app.regard.stage.Subject;
import app.regard.stage.Words;
import app.regard.trace.Moment;
import app.regard.trace.Trace;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The choices of a class sheet.
 *
 * @param query the word whose way is to be computed, by its place
 * @param steps the steps whose numbers are left blank, 2 to 8; the others are printed
 * @param pages which pages there are
 * @param before what it is compared with, if anything
 * @param asked the cells that are left blank in place of the way of the word; none where that is asked for
 */
public record SheetChoices(int query, Set<Integer> steps, Pages pages, Optional<Trace> before, List<Spot> asked) {
    /** A sheet that compares nothing and asks for the way of the word. */
    public SheetChoices(int query, Set<Integer> steps, Pages pages) {
        this(query, steps, pages, Optional.empty(), List.of());
    }

    /** All the steps that have something to compute; the first has the given vectors, with positions added to them. */
    public static final Set<Integer> ALL = Set.of(1, 2, 3, 4, 5, 6, 7, 8);

    /** The pages of a sheet. */
    public enum Pages {
        BOTH("exercise and key"),
        EXERCISE("exercise only"),
        KEY("key only");

        private final String words;

        Pages(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    public SheetChoices {
        steps = Set.copyOf(steps);
        asked = List.copyOf(asked);
    }

    /** Every step is to be computed, and the key comes along. */
    public static SheetChoices usual(int query) {
        return new SheetChoices(query, ALL, Pages.BOTH);
    }

    /** A card's word, compared with what the card compares it with. */
    public static SheetChoices of(Moment card, Content seen) {
        int last = seen.weights().from().size() - 1;
        return usual(Math.min(card.query(), last)).comparedWith(seen.compared());
    }

    /** The same compared with what was before. */
    public SheetChoices comparedWith(Optional<Trace> other) {
        return new SheetChoices(query, steps, pages, other, asked);
    }

    /** The same with these cells left blank; with none, the way of the word. */
    public SheetChoices asking(List<Spot> cells) {
        return new SheetChoices(query, steps, pages, before, cells);
    }

    /** What is to be done, to be printed above the exercise. */
    String task(Trace t) {
        String word = Words.quoted(t.weights().from().shown(query));
        String others = t.in().self() ? "every word of the sentence" : "the words of the other sentence";
        return (asked.isEmpty()
                        ? "Fill in the empty boxes, step by step: how " + word + " looks at " + others
                                + ", and what it takes from them. "
                        : "Fill in the empty boxes; weighted values are those of " + word + ". ")
                + "Each answer follows from the printed numbers and from your answers before it; the rows of the other "
                + "words show how it is done. ";
    }

    /** What was before, and how the word looked then, to be printed; empty where nothing is compared. */
    String said(int decimals) {
        return before.map(b -> "Before: “" + ClassSheet.sentence(b.weights().from()) + "”, " + Subject.about(b.in())
                        + (query < b.weights().from().size() ? looked(b, decimals) : ""))
                .orElse("");
    }

    private String looked(Trace b, int decimals) {
        return IntStream.range(0, b.weights().to().size())
                .mapToObj(j -> Words.apart(b.weights().to().shown(j)) + " "
                        + DecimalFormatter.text(b.weights().a().at(query, j), decimals))
                .collect(Collectors.joining(
                        ", ", ". " + Words.quoted(b.weights().from().shown(query)) + " attended to ", "."));
    }

    /** Whether all weights of the word's row are printed alike, so that one answer gives them all away. */
    public boolean alike(Trace t, int decimals) {
        int printed = Math.max(2, decimals);
        return asked.isEmpty()
                && IntStream.range(0, t.weights().to().size())
                                .mapToObj(j ->
                                        DecimalFormatter.text(t.weights().a().at(query, j), printed))
                                .distinct()
                                .count()
                        == 1;
    }
}
