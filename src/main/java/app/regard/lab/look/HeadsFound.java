package app.regard.lab.look;

import app.regard.draw.DecimalFormatter;
import app.regard.draw.Spot;
import app.regard.heads.Heads;
import app.regard.heads.Measure;
import app.regard.heads.Measures;
import app.regard.stage.HeadGrid;
import app.regard.stage.Operation;
import app.regard.stage.Term;
import app.regard.stage.Why;
import app.regard.trace.Grid;
import app.regard.trace.HeadId;
import app.regard.trace.Progress;
import app.regard.trace.Weights;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * All heads on one sentence, read one after the other: of each only a small picture and its numbers are kept.
 *
 * @param heads the heads; each is read again when it is seen large
 * @param maps what the small maps need of them
 * @param does what each of them does, layer by layer; nothing where queries and keys are not the same tokens
 * @param terms how that is told
 * @param keys how many tokens answer
 * @param slow whether painting or reading them takes a while
 */
record HeadsFound(Heads heads, HeadGrid.Maps maps, List<Measures.Does> does, HeadTerms terms, int keys, boolean slow) {
    /** More tokens than these are painted away from the window's thread. */
    private static final int AT_ONCE = 64;

    HeadsFound {
        does = List.copyOf(does);
    }

    /**
     * Reads them.
     *
     * @param pieces whether they are the trained model's, all in memory
     * @throws app.regard.trace.Refusal if one of them cannot be read, or holds what are no weights
     */
    static HeadsFound read(Heads heads, boolean pieces, Progress progress) {
        List<Grid> maps = new ArrayList<>();
        List<Measures.Does> does = new ArrayList<>();
        int count = heads.layers() * heads.heads();
        HeadTerms terms = HeadTerms.NONE;
        int keys = 1;
        for (int place = 0; place < count; place++) {
            progress.at((double) place / count);
            HeadId head = new HeadId(place / heads.heads(), place % heads.heads());
            Weights w = heads.weights(head.layer(), head.head());
            maps.add(Miniature.of(w.a()));
            keys = w.a().cols();
            if (w.self()) {
                List<String> words = w.from().words();
                if (place == 0) {
                    terms = pieces ? HeadTerms.pieces(words) : HeadTerms.of(heads, words);
                }
                does.add(Measures.of(head, w.a(), words, asks(heads, w)));
            }
        }
        boolean slow = !pieces || keys > AT_ONCE;
        return new HeadsFound(heads, (layer, head) -> maps.get(layer * heads.heads() + head), does, terms, keys, slow);
    }

    int count() {
        return heads.layers() * heads.heads();
    }

    private static boolean holds(AllHeads.Settings s, Measures.Does head) {
        return s.show().map(what -> what.of(head) >= s.least()).orElse(true);
    }

    /** How many of them do enough. */
    private long enough(AllHeads.Settings s) {
        return does.isEmpty() ? count() : does.stream().filter(d -> holds(s, d)).count();
    }

    /** As a picture needs them: in their places those that do not do enough stand back. */
    HeadGrid.Heads grid(AllHeads.Settings s) {
        Set<Spot> faint = does.stream()
                .filter(d -> !holds(s, d))
                .map(d -> HeadGrid.spot(d.head()))
                .collect(Collectors.toSet());
        return new HeadGrid.Heads(heads.layers(), heads.heads(), maps, s.order().isEmpty() ? faint : Set.of());
    }

    /** What those do that do enough, in the order that is asked for. */
    List<Measures.Does> sorted(AllHeads.Settings s) {
        return does.stream()
                .filter(d -> holds(s, d))
                .sorted(Comparator.comparingDouble(
                        d -> s.order().map(by -> -by.of(d)).orElse(0.0)))
                .toList();
    }

    /** What one head does, a line a number. */
    List<String> description(HeadId head) {
        return does(head).stream()
                .flatMap(d -> terms.offered().stream().map(what -> text(what, d) + "  " + terms.label(what)))
                .toList();
    }

    Optional<Measures.Does> does(HeadId head) {
        return does.stream().filter(d -> d.head().equals(head)).findFirst();
    }

    /** Which tokens count as queries: those that the model did not add, as far as their rows hold numbers. */
    private static IntPredicate asks(Heads heads, Weights w) {
        return i -> !heads.special(w.from().words(), i) && !w.blank(i);
    }

    /** Where a measure of a head comes from; nothing where reading the head again takes a while. */
    Optional<Why> why(Measure what, Spot at) {
        if (slow || does.isEmpty()) {
            return Optional.empty();
        }
        HeadId head = HeadGrid.id(at);
        Weights w = heads.weights(head.layer(), head.head());
        double[] each = Measures.each(what, w.a(), w.from().words(), asks(heads, w));
        String about = head.text() + ": " + terms.noun(what);
        double value = what.of(does(head).orElseThrow());
        if (each.length == 0) {
            return Optional.of(
                    Why.given(at, value, about, what.label(), "No " + terms.unit() + " here has such a place."));
        }
        List<Term> all = DoubleStream.concat(DoubleStream.of(each.length), DoubleStream.of(each))
                .mapToObj(Term::of)
                .toList();
        String note = "The average over " + terms.average()
                + (what == Measure.SPREAD
                        ? ": of each row its entropy over that of an even one."
                        : " that have such a place.");
        return Optional.of(new Why(at, value, about, what.label(), Operation.AVERAGE, all, note));
    }

    /** A number as it is read: two decimals. */
    static String text(Measure what, Measures.Does head) {
        return DecimalFormatter.text(what.of(head), 2);
    }

    /** How many do enough, and in which order they stand; where none does, how much the most is. */
    String said(AllHeads.Settings s) {
        String all = heads.layers() + " × " + heads.heads() + " heads: " + heads.origin() + ".";
        String order = s.order()
                .map(by -> " In the order of: " + terms.label(by) + ".")
                .orElse("");
        if (s.show().isEmpty() || does.isEmpty()) {
            return all + order;
        }
        Measure what = s.show().get();
        String least = DecimalFormatter.text(s.least(), 2);
        String some = " " + enough(s) + " of " + count() + " heads with " + terms.label(what) + " at least " + least
                + (s.order().isEmpty() ? ", the others pale." : ".");
        Measures.Does most =
                does.stream().max(Comparator.comparingDouble(what::of)).orElseThrow();
        String none = enough(s) > 0
                ? ""
                : " No head reaches " + least + ": the most is " + DecimalFormatter.claimed(what.of(most), 3) + ", in "
                        + most.head().text() + ". Move the slider to the left to see more.";
        return all + some + order + none;
    }
}
