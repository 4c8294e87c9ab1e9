package app.regard.stage;

import app.regard.draw.Axis;
import app.regard.draw.ColourRole;
import app.regard.draw.Scale;
import app.regard.draw.Spot;
import app.regard.draw.Table;
import app.regard.trace.Grid;
import app.regard.trace.Mask;
import app.regard.trace.Matrix;
import app.regard.trace.Trace;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A matrix that a stage shows: its name in spots, where it stands in the trace, and what runs along it. */
public enum Part {
    /** Embeddings of the words that ask. */
    X("X", "embedding of", Along.QUERIES, Along.MODEL, ColourRole.INK),
    /** Positional encodings of the words that ask. */
    P("P", "position of", Along.QUERIES, Along.MODEL, ColourRole.INK),
    /** Embeddings with positions added. */
    H("H", "input of", Along.QUERIES, Along.MODEL, ColourRole.INK),
    /** Embeddings of the words that answer, where they are another sentence's. */
    X_KEYS("X'", "embedding of", Along.KEYS, Along.MODEL, ColourRole.INK),
    /** Their positional encodings. */
    P_KEYS("P'", "position of", Along.KEYS, Along.MODEL, ColourRole.INK),
    /** Their embeddings with positions added. */
    H_KEYS("H'", "input of", Along.KEYS, Along.MODEL, ColourRole.INK),
    /** What the layer below has read, where X is a sum of two layers’. */
    BELOW("X₁", "layer 1’s input of", Along.QUERIES, Along.MODEL, ColourRole.INK),
    /** What that layer’s head has added to it. */
    ADDED("O₁", "what layer 1 adds to", Along.QUERIES, Along.MODEL, ColourRole.VALUE),
    /** What makes queries of embeddings. */
    W_Q("W_Q", "query projection, row", Along.MODEL, Along.D_K_Q, ColourRole.QUERY),
    /** What makes keys of embeddings. */
    W_K("W_K", "key projection, row", Along.MODEL, Along.D_K, ColourRole.KEY),
    /** What makes values of embeddings. */
    W_V("W_V", "value projection, row", Along.MODEL, Along.D_V, ColourRole.VALUE),
    /** The queries' bias. */
    B_Q("b_Q", "query", Along.BIAS, Along.D_K_Q, ColourRole.QUERY),
    /** The keys' bias. */
    B_K("b_K", "key", Along.BIAS, Along.D_K, ColourRole.KEY),
    /** The values' bias. */
    B_V("b_V", "value", Along.BIAS, Along.D_V, ColourRole.VALUE),
    /** Queries. */
    Q("Q", "query of", Along.QUERIES, Along.D_K_Q, ColourRole.QUERY),
    /** Keys. */
    K("K", "key of", Along.KEYS, Along.D_K, ColourRole.KEY),
    /** Values. */
    V("V", "value of", Along.KEYS, Along.D_V, ColourRole.VALUE),
    /** Dot products of queries and keys. */
    SCORES("S", "score of", Along.QUERIES, Along.KEYS, ColourRole.INK),
    /** Scores divided by √d_k·τ, masked. */
    SCALED("S/√d", "scaled score of", Along.QUERIES, Along.KEYS, ColourRole.INK),
    /** The largest scaled score of each row. */
    ROW_MAX("max", "row maximum of", Along.QUERIES, Along.MAX, ColourRole.INK),
    /** e to the power of scaled score less row maximum. */
    EXPONENTIALS("E", "exponential of", Along.QUERIES, Along.KEYS, ColourRole.INK),
    /** The sum of each row of exponentials. */
    ROW_SUMS("Σ", "row sum of", Along.QUERIES, Along.SUM, ColourRole.INK),
    /** Attention weights. */
    WEIGHTS("A", "weight of", Along.QUERIES, Along.KEYS, ColourRole.QUERY),
    /** The focused query's row of weights, set upright. */
    FOCUSED("a", "weight of", Along.KEYS, Along.WEIGHT, ColourRole.QUERY),
    /** Values times the focused query's weights. */
    WEIGHTED("aV", "weighted value of", Along.KEYS, Along.D_V, ColourRole.VALUE),
    /** How long each weighted value is. */
    LENGTHS("‖aV‖", "contribution of", Along.KEYS, Along.LENGTH, ColourRole.INK),
    /** Outputs. */
    OUTPUTS("O", "output of", Along.QUERIES, Along.D_V, ColourRole.VALUE);

    /** Those that may stand beside each other in the same colours. */
    public static final List<List<Part>> ALIKE =
            List.of(List.of(Q, K, V), List.of(X, P, H, BELOW, ADDED), List.of(X_KEYS, P_KEYS, H_KEYS));

    /** Rows wider than this are a trained model's: a few columns in them dwarf all others and would leave no colour. */
    private static final int WIDE = 128;

    private final String label;
    private final String of;
    private final Along rows;
    private final Along cols;
    private final ColourRole tone;

    Part(String label, String of, Along rows, Along cols, ColourRole tone) {
        this.label = label;
        this.of = of;
        this.rows = rows;
        this.cols = cols;
        this.tone = tone;
    }

    /** The part with a name, if it is one. */
    public static Optional<Part> named(String label) {
        return Arrays.stream(values()).filter(p -> p.label.equals(label)).findFirst();
    }

    public String label() {
        return label;
    }

    /** The colour of its title and of what is lit in it. */
    public ColourRole role() {
        return tone;
    }

    /** What a cell is called before the name of its row: "query of". */
    public String of() {
        return of;
    }

    /** The numbers; {@code query} matters only for what belongs to the focused query. */
    public Grid grid(Trace t, int query) {
        return switch (this) {
            case X, X_KEYS, W_Q, W_K, W_V, B_Q, B_K, B_V -> t.in().given(label).orElseThrow();
            case BELOW, ADDED ->
                t.in().from()
                        .residual()
                        .map(below -> this == BELOW ? below.read() : below.added())
                        .orElse(Matrix.zeros(0, 0));
            case P -> t.p();
            case H -> t.h();
            case P_KEYS -> t.pKeys();
            case H_KEYS -> t.hKeys();
            case Q -> t.q();
            case K -> t.k();
            case V -> t.v();
            case SCORES -> t.scores();
            case SCALED -> t.scaled();
            case ROW_MAX -> t.rowMax();
            case EXPONENTIALS -> t.exponentials();
            case ROW_SUMS -> t.rowSums();
            case WEIGHTS -> t.weights().a();
            case FOCUSED ->
                Grid.of(t.weights().a().cols(), 1, (j, zero) -> t.weights().a().at(query, j));
            case WEIGHTED -> t.weighted(query);
            case LENGTHS -> t.lengths(query);
            case OUTPUTS -> t.outputs();
        };
    }

    /** Returns the names of rows: the words of one sentence are one axis, so that all their matrices scroll together. */
    public Axis rows(Trace t) {
        Along along = rows == Along.KEYS && t.in().self() ? Along.QUERIES : rows;
        return new Axis(along.name(), rows.labels(t));
    }

    /** Returns the names of columns. */
    public Axis cols(Trace t) {
        Along along = cols == Along.D_K_Q ? Along.D_K : cols;
        return new Axis(along.name() + " across", cols.labels(t));
    }

    /** Whether a cell, or the label of a row or column, exists. */
    public boolean has(Trace t, int row, int col) {
        boolean below = this == BELOW || this == ADDED;
        boolean biased = !label.startsWith("b_") || grid(t, 0).rows() > 0;
        boolean there = biased && (!below || t.in().from().residual().isPresent());
        return there && row < rows.size(t) && col < cols.size(t);
    }

    /** The cells that a mask hides, of scaled scores and what is made of them; null where there are none. */
    public Table.@Nullable Hiding mask(Trace t, int query) {
        Mask mask = t.in().mask();
        boolean pairs = this == SCALED || this == EXPONENTIALS || this == WEIGHTS;
        if (!mask.on() || (!pairs && this != FOCUSED)) {
            return null;
        }
        return pairs ? (i, j) -> !mask.allows(i, j) : (i, j) -> !mask.allows(query, i);
    }

    /** Whether its rows are queries, so that the focused one is marked in it. */
    public boolean asks() {
        return rows == Along.QUERIES;
    }

    /** Whether its numbers belong to the focused query. */
    public boolean followsQuery() {
        return this == FOCUSED || this == WEIGHTED || this == LENGTHS;
    }

    /** Whether its columns are keys. */
    public boolean answers() {
        return cols == Along.KEYS;
    }

    /** Whether its rows are keys. */
    public boolean offers() {
        return rows == Along.KEYS;
    }

    /** The largest cell of a row; {@code query} matters only for what belongs to the focused query. */
    public Spot largest(Trace t, int query, int row) {
        Grid numbers = grid(t, query);
        int best = 0;
        for (int j = 1; j < numbers.cols(); j++) {
            best = numbers.at(row, j) > numbers.at(row, best) ? j : best;
        }
        return new Spot(label, row, best);
    }

    /** As a table to draw. */
    Table table(Trace t, int query, String title, boolean result, boolean rowLabels) {
        return table(t, query, title, colours(grid(t, query)), result, rowLabels);
    }

    /** As a table to draw, coloured like others that stand beside it. */
    Table table(Trace t, int query, String title, Scale like, boolean result, boolean rowLabels) {
        Grid g = grid(t, query);
        return new Table(label, false, title, tone, rows(t), cols(t), g::at, like, result, rowLabels, mask(t, query));
    }

    /** The scale that holds all numbers of several parts. */
    static Scale together(Trace t, Part... parts) {
        return Arrays.stream(parts)
                .map(part -> part.colours(part.grid(t, 0)))
                .reduce(Scale::and)
                .orElseThrow();
    }

    /** As a table to draw, rows and columns exchanged. */
    Table transposed(Trace t, int query, String title) {
        Grid g = grid(t, query).transposed();
        return new Table(
                label,
                true,
                title,
                tone,
                /* rows= */ new Axis(cols.name(), cols.labels(t)),
                /* cols= */ new Axis(rows.name() + " across", rows.labels(t)),
                g::at,
                colours(g),
                false,
                true);
    }

    /** Its name with its shape: "Q 4×3". */
    String titled(Trace t, String name) {
        return name + " " + rows.size(t) + "×" + cols.size(t);
    }

    /** The colours of its numbers. */
    public Scale colours(Grid g) {
        return cols == Along.MODEL && g.cols() > WIDE
                ? Scale.ofMost(g::at, g.rows(), g.cols())
                : Scale.of(g::at, g.rows(), g.cols());
    }

    /** The things that run along the rows or columns. */
    private enum Along {
        /** The words that ask. */
        QUERIES,
        /** The words that answer. */
        KEYS,
        /** d_model. */
        MODEL,
        /** d_k, as W_Q names its columns. */
        D_K_Q,
        /** d_k, as W_K names its columns. */
        D_K,
        /** d_v. */
        D_V,
        /** The one row of a bias. */
        BIAS,
        /** The one column of row maxima. */
        MAX,
        /** The one column of row sums. */
        SUM,
        /** The one column of a row of weights set upright. */
        WEIGHT,
        /** The one column of lengths. */
        LENGTH;

        List<String> labels(Trace t) {
            return switch (this) {
                case QUERIES -> Words.labels(t.weights().from());
                case KEYS -> Words.labels(t.weights().to());
                case MODEL -> t.in().head().dimensions();
                case D_K_Q -> t.in().head().q().columns();
                case D_K -> t.in().head().k().columns();
                case D_V -> t.in().head().v().columns();
                default -> List.of(name().toLowerCase(Locale.ROOT)); // one row or column: "bias", "max", "sum"
            };
        }

        int size(Trace t) {
            return switch (this) {
                case QUERIES -> t.weights().from().size();
                case KEYS -> t.weights().to().size();
                case MODEL -> t.in().head().dModel();
                case D_K_Q, D_K -> t.in().head().dK();
                case D_V -> t.in().head().dV();
                default -> 1;
            };
        }
    }
}
