package app.regard.source;

import app.regard.heads.Combination;
import app.regard.heads.Derived;
import app.regard.heads.DerivedWeights;
import app.regard.heads.Heads;
import app.regard.stage.Operation;
import app.regard.stage.Term;
import app.regard.stage.Words;
import app.regard.trace.Grid;
import app.regard.trace.HeadId;
import app.regard.trace.Lazy;
import app.regard.trace.Matrix;
import app.regard.trace.Weights;
import app.regard.transformer.Pieces;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The explanations of what a cell of derived weights was made from, in the last step that changed it: the row that was
 * rescaled, the pieces
 * that were merged, the heads that were averaged, the layer that a rollout went through last.
 *
 * @param combined the weights before anything was merged or hidden
 * @param before what is shown as it was before it was rescaled, if it was
 * @param made what is shown
 * @param parts what the combined weights were combined from, worked out for the first cell that is asked about
 */
public record DerivedWhys(
        Combination by, DerivedWeights combined, DerivedWeights before, DerivedWeights made, Lazy<List<Grid>> parts)
        implements LoneWeights.Terms {
    /** Heads of a file are not read again for their cells, and longer texts are not multiplied again. */
    private static final int MOST_TOKENS = 64;

    public DerivedWhys(Combination by, DerivedWeights combined, DerivedWeights before, DerivedWeights made) {
        this(by, combined, before, made, new Lazy<>(() -> parts(by)));
    }

    /** The heads' weights that are averaged, or the last layer's average in a rollout and what the layers before it left. */
    private static List<Grid> parts(Combination by) {
        Heads heads = by.heads();
        int layer = by.layer();
        int head = by.head();
        int last = heads.layers() - 1;
        return switch (by.reading().combine()) {
            case ONE_HEAD -> List.of(heads.weights(layer, head).a());
            case HEADS -> grids(heads.heads(), h -> heads.weights(layer, h));
            case LAYERS -> grids(heads.layers(), l -> heads.weights(l, head));
            case ALL -> grids(heads.layers() * heads.heads(), k -> heads.weights(k / heads.heads(), k % heads.heads()));
            case ROLLOUT -> {
                Grid share = heads.averageOf(last).a();
                Grid left = last == 0
                        ? Matrix.fill(share.rows(), share.cols(), (i, j) -> i == j ? 1 : 0)
                        : Derived.rollout(last, heads::averageOf).a();
                yield List.of(share, left);
            }
        };
    }

    private static List<Grid> grids(int count, IntFunction<Weights> each) {
        return IntStream.range(0, count).mapToObj(i -> each.apply(i).a()).toList();
    }

    @Override
    public LoneWeights.Whence of(int row, int col) {
        double value = made.weights().a().at(row, col);
        if (by.reading().rescales()) {
            return rescaled(row, col);
        }
        if (by.reading().merge()) {
            return merged(row, col);
        }
        if (!by.reading().combines()) {
            return LoneWeights.Whence.given(value, note());
        }
        return combined(made.tokens().get(row), made.tokens().get(col));
    }

    /** A cell of what became of several heads, before anything was merged or hidden. */
    private LoneWeights.Whence combined(int i, int j) {
        Grid a = combined.weights().a();
        return by.heads().pieces().isEmpty() || a.rows() > MOST_TOKENS
                ? LoneWeights.Whence.given(a.at(i, j), "The " + by.what() + ".")
                : origin(i, j);
    }

    private String note() {
        return by.heads().pieces().isPresent()
                ? "As " + new HeadId(by.layer(), by.head()).text()
                        + " has it; what is hidden takes the rest of the row."
                : "Read from the file: how it was computed is not in it.";
    }

    /** The cell over its row, both before rescaling. */
    private LoneWeights.Whence rescaled(int row, int col) {
        Grid a = before.weights().a();
        if (IntStream.range(0, a.cols()).allMatch(j -> a.at(row, j) == 0)) {
            return LoneWeights.Whence.given(
                    0, "All of this row went to what is hidden: nothing is left to be rescaled.");
        }
        List<Term> terms = new ArrayList<>(List.of(term("", a.at(row, col))));
        IntStream.range(0, a.cols()).forEach(j -> terms.add(term("", a.at(row, j))));
        return new LoneWeights.Whence(Operation.SHARE, terms, "What is left of the row, made to sum to 1 again.");
    }

    private LoneWeights.Whence merged(int row, int col) {
        Weights w = combined.weights();
        List<Pieces.Word> words = by.heads().words(w.from().words()).orElse(List.of());
        Pieces.Word asks = word(words, row);
        Pieces.Word answers = word(words, col);
        List<Term> terms = new ArrayList<>();
        int count = asks.to() - asks.from();
        boolean one = count == 1 && answers.to() - answers.from() == 1;
        if (one && by.reading().combines()) {
            return combined(asks.from(), answers.from()); // nothing was merged in this cell
        }
        if (count > 1) {
            terms.add(term("", count));
        }
        for (int i = asks.from(); i < asks.to(); i++) {
            for (int j = answers.from(); j < answers.to(); j++) {
                terms.add(term(
                        one ? "" : Words.quoted(w.from().shown(i)) + " → " + Words.quoted(w.to().shown(j)),
                        w.a().at(i, j)));
            }
        }
        return new LoneWeights.Whence(
                count > 1 ? Operation.AVERAGE : Operation.SUM,
                terms,
                "Word pieces merged: their rows averaged, their columns summed.");
    }

    private Pieces.Word word(List<Pieces.Word> words, int row) {
        int first = made.tokens().get(row);
        return words.stream().filter(word -> word.from() == first).findFirst().orElseThrow();
    }

    private LoneWeights.Whence origin(int i, int j) {
        return switch (by.reading().combine()) {
            case HEADS -> average(i, j, h -> new HeadId(by.layer(), h).text());
            case LAYERS -> average(i, j, l -> new HeadId(l, by.head()).text());
            case ALL ->
                average(i, j, k -> new HeadId(
                                k / by.heads().heads(), k % by.heads().heads())
                        .text());
            default -> rollout(i, j);
        };
    }

    private LoneWeights.Whence average(int i, int j, IntFunction<String> name) {
        List<Grid> all = parts.get();
        List<Term> terms = new ArrayList<>(List.of(term("", all.size())));
        IntStream.range(0, all.size())
                .forEach(k -> terms.add(term(name.apply(k), all.get(k).at(i, j))));
        return new LoneWeights.Whence(Operation.AVERAGE, terms, "");
    }

    /** The last layer's share of each token times what the layers before left in it. */
    private LoneWeights.Whence rollout(int i, int j) {
        Grid share = parts.get().get(0);
        Grid left = parts.get().get(1);
        List<Term> terms = IntStream.range(0, share.rows())
                .mapToObj(k -> new Term(
                        Words.quoted(combined.weights().to().shown(k)),
                        List.of(share.at(i, k) / 2 + (i == k ? 0.5 : 0), left.at(k, j)),
                        List.of()))
                .toList();
        return new LoneWeights.Whence(
                Operation.SUM,
                terms,
                "Layer " + (by.heads().layers() - 1) + "’s ½A + ½I, times what the layers before it have left.");
    }

    private static Term term(String label, double value) {
        return new Term(label.strip(), List.of(value), List.of());
    }
}
