package app.regard.ui;

import app.regard.model.Derived;
import app.regard.model.Heads;
import app.regard.model.MiniLm;
import app.regard.model.Pieces;
import app.regard.model.Reading;
import app.regard.stage.Alone;
import app.regard.stage.How;
import app.regard.stage.Term;
import app.regard.stage.Words;
import app.regard.trace.Grid;
import app.regard.trace.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a cell of derived weights was made from, in the last step that changed it: the row that was rescaled, the pieces
 * that were merged, the heads that were averaged, the layer that a rollout went through last.
 *
 * @param combined the weights before anything was merged or hidden
 * @param before what is shown as it was before it was rescaled, if it was
 * @param made what is shown
 */
record Ingredients(
        Reading reading,
        Heads heads,
        int layer,
        int head,
        Reading.Made combined,
        Reading.Made before,
        Reading.Made made)
        implements Alone.Terms {
    /** Heads of a file are not read again for one cell, and longer texts are not multiplied again. */
    private static final int MOST_TOKENS = 64;

    @Override
    public Alone.Whence of(int row, int col) {
        double value = made.weights().a().at(row, col);
        if (reading.special() == Reading.Special.RESCALED) {
            return rescaled(row, col);
        }
        if (reading.merge()) {
            return merged(row, col);
        }
        if (!reading.combines()) {
            return Alone.Whence.given(value, note());
        }
        return combined(made.tokens().get(row), made.tokens().get(col));
    }

    /** A cell of what became of several heads, before anything was merged or hidden. */
    private Alone.Whence combined(int i, int j) {
        Grid a = combined.weights().a();
        return heads.pieces().isEmpty() || a.rows() > MOST_TOKENS
                ? Alone.Whence.given(a.at(i, j), "The " + reading.what(heads, layer, head) + ".")
                : whence(i, j);
    }

    private String note() {
        return heads.pieces().isPresent()
                ? "As " + MiniLm.name(layer, head) + " has it; what is hidden takes the rest of the row."
                : "Read from the file: how it was computed is not in it.";
    }

    /** The cell over its row, both before rescaling. */
    private Alone.Whence rescaled(int row, int col) {
        Grid a = before.weights().a();
        if (IntStream.range(0, a.cols()).allMatch(j -> a.at(row, j) == 0)) {
            return Alone.Whence.given(0, "All of this row went to what is hidden: nothing is left to be rescaled.");
        }
        List<Term> terms = new ArrayList<>(List.of(term("", a.at(row, col))));
        IntStream.range(0, a.cols()).forEach(j -> terms.add(term("", a.at(row, j))));
        return new Alone.Whence(How.SHARE, terms, "What is left of the row, made to sum to 1 again.");
    }

    private Alone.Whence merged(int row, int col) {
        Optional<Pieces> pieces = heads.pieces();
        if (pieces.isEmpty()) {
            return Alone.Whence.given(made.weights().a().at(row, col), "");
        }
        Pieces.Word asks = word(pieces.get(), row);
        Pieces.Word answers = word(pieces.get(), col);
        Weights w = combined.weights();
        List<Term> terms = new ArrayList<>();
        int count = asks.to() - asks.from();
        boolean one = count == 1 && answers.to() - answers.from() == 1;
        if (one && reading.combines()) {
            return combined(asks.from(), answers.from()); // nothing was merged in this cell
        }
        if (count > 1) {
            terms.add(term("", count));
        }
        for (int i = asks.from(); i < asks.to(); i++) {
            for (int j = answers.from(); j < answers.to(); j++) {
                terms.add(term(
                        one ? "" : Words.quoted(w.from().word(i)) + " → " + Words.quoted(w.to().word(j)),
                        w.a().at(i, j)));
            }
        }
        return new Alone.Whence(
                count > 1 ? How.AVERAGE : How.SUM,
                terms,
                "Word pieces merged: their rows averaged, their columns summed.");
    }

    private Pieces.Word word(Pieces pieces, int row) {
        int first = made.tokens().get(row);
        return pieces.words().stream()
                .filter(word -> word.from() == first)
                .findFirst()
                .orElseThrow();
    }

    private Alone.Whence whence(int i, int j) {
        return switch (reading.combine()) {
            case HEADS ->
                average(heads.heads(), h -> MiniLm.name(layer, h), h -> heads.weights(layer, h)
                        .a()
                        .at(i, j));
            case LAYERS ->
                average(heads.layers(), l -> MiniLm.name(l, head), l -> heads.weights(l, head)
                        .a()
                        .at(i, j));
            case ALL ->
                average(
                        heads.layers() * heads.heads(),
                        k -> MiniLm.name(k / heads.heads(), k % heads.heads()),
                        k -> heads.weights(k / heads.heads(), k % heads.heads())
                                .a()
                                .at(i, j));
            default -> rollout(i, j);
        };
    }

    private static Alone.Whence average(
            int count, java.util.function.IntFunction<String> name, java.util.function.IntToDoubleFunction value) {
        List<Term> terms = new ArrayList<>(List.of(term("", count)));
        IntStream.range(0, count).forEach(k -> terms.add(term(name.apply(k), value.applyAsDouble(k))));
        return new Alone.Whence(How.AVERAGE, terms, "");
    }

    /** The last layer's share of each token times what the layers before left in it. */
    private Alone.Whence rollout(int i, int j) {
        int last = heads.layers() - 1;
        Grid share = heads.averageOf(last).a();
        Optional<Grid> before = last == 0
                ? Optional.empty()
                : Optional.of(Derived.rollout(last, heads::averageOf).a());
        List<Term> terms = IntStream.range(0, share.rows())
                .mapToObj(k -> new Term(
                        Words.quoted(combined.weights().to().word(k)),
                        List.of(
                                share.at(i, k) / 2 + (i == k ? 0.5 : 0),
                                before.map(b -> b.at(k, j)).orElse(k == j ? 1.0 : 0.0)),
                        List.of()))
                .toList();
        return new Alone.Whence(
                How.SUM, terms, "Layer " + last + "’s ½A + ½I, times what the layers before it have left.");
    }

    private static Term term(String label, double value) {
        return new Term(label.strip(), List.of(value), List.of());
    }
}
