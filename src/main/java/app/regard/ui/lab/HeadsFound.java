package app.regard.ui.lab;

import app.regard.draw.DecimalFormatter;
import app.regard.draw.Spot;
import app.regard.heads.Heads;
import app.regard.heads.Measures;
import app.regard.stage.HeadGrid;
import app.regard.stage.Miniature;
import app.regard.trace.Grid;
import app.regard.trace.HeadId;
import app.regard.trace.Progress;
import app.regard.trace.Weights;
import app.regard.transformer.ForwardPass;
import app.regard.ui.session.Workspace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All heads on one sentence.
 *
 * @param heads the heads; of those in a file each is read when it is asked for
 * @param maps what the small maps need of them
 * @param does what each of them does, layer by layer; nothing where queries and keys are not the same tokens
 * @param terms how that is told
 * @param keys how many tokens answer
 * @param slow whether painting or reading them takes a while
 */
public record HeadsFound(
        Heads heads, HeadGrid.Maps maps, List<Measures.Does> does, HeadTerms terms, int keys, boolean slow) {
    public HeadsFound {
        does = List.copyOf(does);
    }

    /** Those of the trained model, which are all in memory. */
    static HeadsFound in(ForwardPass passed) {
        int n = passed.pieces().size();
        Heads heads = Heads.of(passed);
        return new HeadsFound(
                heads,
                (layer, head) -> passed.weights(layer, head).a(),
                heads.does(),
                HeadTerms.PIECES,
                n,
                n > Workspace.AT_ONCE);
    }

    /**
     * Those of a file, read one after the other; of each only a small picture and its numbers are kept.
     *
     * @throws app.regard.trace.Refusal if one of them cannot be read, or holds what are no weights
     */
    public static HeadsFound read(Heads heads, Progress progress) {
        List<Grid> maps = new ArrayList<>();
        List<Measures.Does> does = new ArrayList<>();
        int count = heads.layers() * heads.heads();
        HeadTerms terms = HeadTerms.NONE;
        int keys = 1;
        for (int place = 0; place < count; place++) {
            progress.at((double) place / count);
            Weights w = heads.weights(place / heads.heads(), place % heads.heads());
            maps.add(Miniature.of(w.a()));
            keys = w.a().cols();
            if (w.self()) {
                List<String> words = w.from().words();
                terms = place == 0 ? HeadTerms.of(heads, words) : terms;
                HeadId head = new HeadId(place / heads.heads(), place % heads.heads());
                does.add(Measures.of(head, w.a(), words, i -> !heads.special(words, i)));
            }
        }
        return new HeadsFound(heads, (layer, head) -> maps.get(layer * heads.heads() + head), does, terms, keys, true);
    }

    public int count() {
        return heads.layers() * heads.heads();
    }

    /** How many of them do enough. */
    long enough(AtLeast least) {
        return does.isEmpty() ? count() : does.stream().filter(least::holds).count();
    }

    /** What is said where none does enough, and nothing where some do. */
    String none(AtLeast least) {
        if (enough(least) > 0) {
            return "";
        }
        Measures.Does most =
                does.stream().max(Comparator.comparingDouble(least.what()::of)).orElseThrow();
        return "No head reaches " + least.text() + ": the most is "
                + DecimalFormatter.text(least.what().of(most), 3) + ", in "
                + most.head().text()
                + ". Move the slider to the left to see more.";
    }

    /** As a picture needs them: in their places those that do not do enough stand back. */
    HeadGrid.Heads grid(AtLeast least) {
        HeadGrid.Heads all = new HeadGrid.Heads(heads.layers(), heads.heads(), maps);
        if (least.any()) {
            return all;
        }
        Set<Spot> faint = new HashSet<>();
        does.stream().filter(d -> !least.holds(d)).forEach(d -> faint.add(HeadGrid.spot(d.head())));
        return all.withFaint(faint);
    }

    /** Those that do enough, those that do it most first. */
    List<HeadGrid.Listed> sorted(HeadDoes by, AtLeast least) {
        return does.stream()
                .filter(least::holds)
                .sorted(Comparator.comparingDouble((Measures.Does d) -> -by.of(d)))
                .map(d -> new HeadGrid.Listed(d.head(), by.text(d)))
                .toList();
    }

    /** What one head does, a line a number. */
    String description(Spot head) {
        if (does.isEmpty()) {
            return "";
        }
        Measures.Does d = does.get(head.row() * heads.heads() + head.col());
        return terms.offered().stream()
                .filter(what -> what != HeadDoes.PLACE)
                .map(what -> what.text(d) + "  " + terms.label(what))
                .collect(Collectors.joining("\n"));
    }

    /** What a picture of them says below, in an order and a choice. */
    String about(HeadDoes order, AtLeast least) {
        String all = heads.layers() + " × " + heads.heads() + " heads: " + heads.origin();
        String some = least.any()
                ? ""
                : " · " + enough(least) + " of " + count() + " with " + terms.label(least.what()) + " at least "
                        + least.text() + (order == HeadDoes.PLACE ? ", the others pale" : "");
        return all + some + (order == HeadDoes.PLACE ? "" : " · in the order of: " + terms.label(order));
    }
}
