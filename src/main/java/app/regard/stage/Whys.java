package app.regard.stage;

import app.regard.draw.Spot;
import app.regard.trace.Grid;
import app.regard.trace.Positions;
import app.regard.trace.Projection;
import app.regard.trace.Residual;
import app.regard.trace.Side;
import app.regard.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** The explanations of every matrix: where a number comes from. Operands are read from the trace; only terms are multiplied. */
public final class Whys extends NamedCells {
    private Whys(Trace t, int query) {
        super(t, query);
    }

    /**
     * Where a cell comes from.
     *
     * @param query the focused query, for what belongs to it
     * @throws IllegalArgumentException if no matrix has that name
     */
    public static Why of(Trace t, int query, Spot spot) {
        Part part = Part.named(spot.matrix())
                .orElseThrow(() -> new IllegalArgumentException("no matrix is called " + spot.matrix()));
        return new Whys(t, query).why(part, spot, spot.row(), spot.col());
    }

    private Why why(Part part, Spot s, int i, int j) {
        Projection q = t.in().head().q();
        Projection k = t.in().head().k();
        Projection v = t.in().head().v();
        return switch (part) {
            case X -> residual(s, i, j).orElseGet(() -> embedding(part, s, t.in().from()));
            case BELOW -> embedding(part, s, t.in().from());
            case ADDED -> added(s, i, j);
            case X_KEYS -> embedding(part, s, t.in().to());
            case P, P_KEYS -> position(part, s, i, j);
            case H -> placed(part, s, Part.X, Part.P);
            case H_KEYS -> placed(part, s, Part.X_KEYS, Part.P_KEYS);
            case W_Q, W_K, W_V ->
                given(part, s, part.label() + " from row " + dimension(i) + " to column " + column(part, j), origin());
            case B_Q, B_K, B_V -> given(part, s, "bias of column " + column(part, j), origin());
            case Q -> projected(part, s, Texts.asking(t), Part.W_Q, Part.B_Q, q);
            case K -> projected(part, s, Texts.answering(t), Part.W_K, Part.B_K, k);
            case V -> projected(part, s, Texts.answering(t), Part.W_V, Part.B_V, v);
            case SCORES -> {
                String about = "the query of " + from(i) + " meets the key of " + to(j);
                yield sum(part, s, about, "s(" + pair(i, j) + ")", dot(Part.Q, i, Part.K, j, k.columns()));
            }
            case SCALED -> scaled(part, s, i, j);
            case ROW_MAX -> {
                String about = "the largest scaled score in the row of " + from(i);
                List<Term> terms = row(Part.SCALED, i);
                yield new Why(s, at(part, i, j), about, "max(" + from(i) + ")", Operation.LARGEST, terms, "");
            }
            case EXPONENTIALS -> {
                List<Term> terms = List.of(term(Part.SCALED, i, j), term(Part.ROW_MAX, i, 0));
                String about = from(i) + " and " + to(j) + ", before dividing by the row’s sum";
                String note = Texts.masked(t, i, j);
                yield new Why(s, at(part, i, j), about, "e(" + pair(i, j) + ")", Operation.EXPONENTIAL, terms, note);
            }
            case ROW_SUMS -> {
                String about = "the sum of the exponentials in the row of " + from(i);
                yield sum(part, s, about, "Σ(" + from(i) + ")", row(Part.EXPONENTIALS, i));
            }
            case WEIGHTS -> weight(s, i, j);
            case FOCUSED -> weight(s, query, i);
            case WEIGHTED -> {
                Term product = Term.product(
                        "", at(Part.WEIGHTS, query, i), spot(Part.FOCUSED, i, 0), at(Part.V, i, j), spot(Part.V, i, j));
                String about = "what " + from(query) + " takes from " + to(i) + ", column " + column(part, j);
                yield sum(part, s, about, "a·v(" + to(i) + ")", List.of(product));
            }
            case LENGTHS -> length(part, s, i);
            case OUTPUTS -> {
                List<Term> terms = IntStream.range(0, t.v().rows())
                        .mapToObj(m -> product(to(m), Part.WEIGHTS, i, m, Part.V, m, j))
                        .toList();
                yield sum(part, s, "output of " + from(i) + ", column " + column(part, j), "o(" + from(i) + ")", terms);
            }
        };
    }

    /** What a layer reads that stands on another one; a number that the reader has changed is no sum any more. */
    private Optional<Why> residual(Spot s, int i, int j) {
        if (t.in().from().residual().isEmpty() || Unusual.changed(t, s).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new Why(
                s,
                at(Part.X, i, j),
                "what layer 2 reads of " + from(i) + ", column " + column(Part.X, j),
                "x(" + from(i) + ")",
                Operation.SUM,
                List.of(labelled("x₁", Part.BELOW, i, j), labelled("o₁", Part.ADDED, i, j)),
                "What layer 1 has read, and what its head has added. Enter on a cell of X₁ or O₁ opens layer 1."));
    }

    private Term labelled(String label, Part part, int i, int j) {
        return new Term(label, List.of(at(part, i, j)), List.of(spot(part, i, j)));
    }

    /** What the layer below adds: its output, whose cells stand in that layer’s own stages. */
    private Why added(Spot s, int i, int j) {
        Residual residual = t.in().from().residual().orElseThrow();
        String about = "what layer 1 adds to " + from(i) + ", column " + column(Part.ADDED, j);
        OptionalInt col = residual.output(j);
        if (col.isEmpty()) {
            return given(Part.ADDED, s, about, "Layer 1’s head gives nothing in this column.");
        }
        Trace below = residual.below();
        List<Term> terms = IntStream.range(0, below.v().rows())
                .mapToObj(m -> new Term(
                        to(m), List.of(below.weights().a().at(i, m), below.v().at(m, col.getAsInt())), List.of()))
                .toList();
        String note = "Weights and values of layer 1, as its stage 8 shows them: Enter opens it.";
        return new Why(s, at(Part.ADDED, i, j), about, "o₁(" + from(i) + ")", Operation.SUM, terms, note);
    }

    private Why embedding(Part part, Spot s, Side side) {
        boolean madeUp = side.words().tokens().get(s.row()).madeUp();
        int layer = side.layer().orElse(0);
        String note = madeUp
                ? "Not in the table: made up from the word’s spelling, the same on every machine."
                : layer > 0
                        ? "What layer " + (layer - 1) + " has left: " + side.origin() + ", with its place inside."
                        : side.layer().isPresent()
                                ? "Word piece and place, added and normalised: " + side.origin() + "."
                                : "Read from " + side.origin() + ".";
        String what = layer > 0 ? "layer input of " : "embedding of ";
        return given(part, s, what + rowLabel(part, s.row()) + ", column " + column(part, s.col()), note);
    }

    private Why position(Part part, Spot s, int i, int j) {
        int d = t.in().head().dModel();
        String about = "place " + i + " (counted from 0), column " + (j + 1) + " of " + d;
        Positions positions = t.in().positions();
        if (!positions.on()) {
            return given(part, s, about, "Positions are off.");
        }
        List<Term> terms = List.of(Term.of(i), Term.of((j - j % 2) / (double) d));
        return new Why(s, at(part, i, j), about, "p", j % 2 == 0 ? Operation.SINE : Operation.COSINE, terms, "");
    }

    private Why placed(Part part, Spot s, Part x, Part p) {
        int i = s.row();
        int j = s.col();
        String about = "input of " + rowLabel(part, i) + ", column " + column(part, j);
        List<Term> terms = new ArrayList<>(List.of(term(x, i, j)));
        if (t.in().positions().on()) {
            double strength = t.in().positions().strength();
            terms.add(new Term("", List.of(strength, at(p, i, j)), List.of(spot(p, i, j))));
        }
        return sum(part, s, about, "h", terms);
    }

    private Why projected(Part part, Spot s, Part input, Part w, Part b, Projection by) {
        int i = s.row();
        int j = s.col();
        List<Term> terms = new ArrayList<>();
        if (t.in().head().unprojected()) {
            String what = part.of() + " " + rowLabel(part, i) + ", column " + column(part, j);
            return given(part, s, what, "Read from " + t.in().head().origin() + ": the W that made it is not in it.");
        }
        for (int d = 0; d < by.w().rows(); d++) {
            terms.add(Term.product(
                    Words.telling(dimension(d)),
                    at(input, i, d),
                    spot(input, i, d),
                    by.w().at(d, j),
                    spot(w, d, j)));
        }
        if (by.biased()) {
            terms.add(new Term("bias", List.of(by.b().at(0, j)), List.of(spot(b, 0, j))));
        }
        String about = part.of() + " " + rowLabel(part, i) + ", column " + column(part, j);
        return sum(part, s, about, part.label().toLowerCase(Locale.ROOT) + "(" + rowLabel(part, i) + ")", terms);
    }

    private Why scaled(Part part, Spot s, int i, int j) {
        String about = "scaled score of " + from(i) + " and " + to(j);
        if (!t.in().mask().allows(i, j)) {
            boolean byHand = t.in().mask().keeps(i, j);
            String note = (byHand ? "Hidden by hand: " : "The mask hides ") + to(j) + " from " + from(i)
                    + ": −∞, so that the weight is exactly 0.";
            List<Term> score = List.of(term(Part.SCORES, i, j));
            return new Why(s, at(part, i, j), about, "s′(" + pair(i, j) + ")", Operation.MASKED, score, note);
        }
        List<Term> terms = new ArrayList<>(List.of(term(Part.SCORES, i, j)));
        if (t.in().scaled()) {
            terms.add(new Term("√dₖ", List.of(Math.sqrt(t.in().head().dK())), List.of()));
        }
        if (t.in().temperature() != 1) {
            terms.add(new Term("τ", List.of(t.in().temperature()), List.of()));
        }
        Operation how = terms.size() > 1 ? Operation.SCALED : Operation.SUM;
        String note = t.in().scaled() ? "" : "Not divided by √dₖ.";
        return new Why(s, at(part, i, j), about, "s′(" + pair(i, j) + ")", how, terms, note);
    }

    private Why weight(Spot s, int i, int j) {
        List<Term> terms = new ArrayList<>(List.of(term(Part.EXPONENTIALS, i, j)));
        terms.addAll(row(Part.EXPONENTIALS, i));
        String about = from(i) + " attends to " + to(j);
        String note = t.weights().masked(i, j) ? Texts.masked(t, i, j) : Texts.ties(t, i, j);
        return new Why(s, at(Part.WEIGHTS, i, j), about, "a(" + pair(i, j) + ")", Operation.SHARE, terms, note);
    }

    private Why length(Part part, Spot s, int i) {
        Grid parts = Part.WEIGHTED.grid(t, query);
        List<Term> terms = IntStream.range(0, parts.cols())
                .mapToObj(
                        d -> new Term("", List.of(parts.at(i, d), parts.at(i, d)), List.of(spot(Part.WEIGHTED, i, d))))
                .toList();
        String note = "A large weight is not a large contribution: the length of the value counts too.";
        String about = "how much " + to(i) + " contributes to " + from(query);
        return new Why(s, at(part, i, 0), about, "‖a·v(" + to(i) + ")‖", Operation.LENGTH, terms, note);
    }

    private List<Term> dot(Part a, int i, Part b, int j, List<String> columns) {
        return IntStream.range(0, columns.size())
                .mapToObj(c -> product(Words.telling(columns.get(c)), a, i, c, b, j, c))
                .toList();
    }

    /** A number of one matrix times one of another. */
    private Term product(String label, Part a, int i, int j, Part b, int k, int m) {
        return Term.product(label, at(a, i, j), spot(a, i, j), at(b, k, m), spot(b, k, m));
    }

    private Why sum(Part part, Spot s, String about, String symbol, List<Term> terms) {
        return new Why(s, at(part, s.row(), s.col()), about, symbol, Operation.SUM, terms, "");
    }

    private Why given(Part part, Spot s, String about, String note) {
        double value = at(part, s.row(), s.col());
        String symbol = part.asks() || part.offers()
                ? part.label().toLowerCase(Locale.ROOT) + "(" + rowLabel(part, s.row()) + ")"
                : part.label();
        return Why.given(s, value, about, symbol, Unusual.changed(t, s).orElse(note));
    }
}
