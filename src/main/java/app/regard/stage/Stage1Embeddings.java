package app.regard.stage;

import app.regard.draw.DecimalFormatter;
import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Item;
import app.regard.draw.Scale;
import app.regard.draw.Spot;
import app.regard.trace.Sentence;
import app.regard.trace.Trace;
import java.util.ArrayList;
import java.util.List;

/** The embeddings: words become rows of numbers; positions are added where they are on. */
final class Stage1Embeddings implements Stage {
    @Override
    public String title() {
        return "Token embeddings";
    }

    @Override
    public String title(Trace t) {
        boolean above =
                t.in().from().layer().orElse(0) > 0 || t.in().from().residual().isPresent();
        return t.in().head().unprojected() || above ? "Layer input" : title();
    }

    @Override
    public String shape(Trace t) {
        return Texts.input(t) + " " + Texts.size(Texts.n(t), t.in().head().dModel());
    }

    /** Where queries, keys and values are given, what they were made of may be given too. */
    private static String given(Trace t) {
        return (t.in().head().dModel() == 0
                        ? "What the layer read is not in the file"
                        : "What the layer read, from " + t.in().from().origin())
                + ". W_Q, W_K and W_V are not in the file: the next step shows the queries, keys and values that came of it.";
    }

    @Override
    public String plain(Trace t, int query) {
        if (t.in().head().unprojected()) {
            return given(t);
        }
        if (t.in().learned()) {
            return learned(t);
        }
        if (t.in().from().residual().isPresent()) {
            return "Each row is what layer 1 has read of a word, X₁, and what its head has added to it, O₁: the residual. "
                    + "So the same word has another row beside other words, and layer 2 reads that. Both layers are made by "
                    + "hand; a trained model may do otherwise.";
        }
        String order = t.in().positions().on()
                ? "Then λ times a pattern of sines and cosines is added that tells the places apart: it brings order back."
                : "Order plays no part: a word has the same row wherever it stands.";
        String made = Texts.anyMadeUp(t.in())
                ? " A word with * is in no table: its row is made up from its spelling."
                : " Small vectors, for illustration; a real model learns its own.";
        return "Each word is looked up in " + t.in().from().origin() + " and becomes a row of "
                + t.in().head().dModel() + " numbers, its embedding. " + order + made;
    }

    /** What a layer of a trained model reads: words as the layers before have left them. */
    private static String learned(Trace t) {
        int layer = t.in().from().layer().orElse(0);
        String d = t.in().head().dModel() + " numbers";
        boolean decoder = t.in().mask().own();
        return layer == 0
                ? "Each word piece is looked up in the model’s table, its place is added, and the sum is normalised: a row of "
                        + d
                        + ". Order is inside from the start. All of it was learned from text, so single columns have no "
                        + "names." + around(t.in().from().words())
                : "Each row is what layer " + (layer - 1) + " has left of a word piece"
                        + (decoder ? ", normalised" : "")
                        + ": " + d
                        + ", in which its place and its neighbours are mixed already. So the same word has another row in "
                        + "another sentence. All of it was learned from text; single columns have no names.";
    }

    /** What is said of the pieces that encoders add. */
    private static String around(Sentence words) {
        String first = words.word(0);
        String last = words.word(words.size() - 1);
        boolean added = (first + last).equals("[CLS][SEP]") || (first + last).equals("<s></s>");
        return added ? " " + first + " and " + last + " stand for the beginning and the end." : "";
    }

    @Override
    public String formula(Trace t) {
        String shape = Texts.shape(Texts.n(t), t.in().head().dModel());
        if (t.in().head().unprojected()) {
            return "~X is [n × d_{model}] = " + shape + "   W is not in the file";
        }
        if (t.in().learned()) {
            int layer = t.in().from().layer().orElse(0);
            boolean decoder = t.in().mask().own();
            String read = decoder
                    ? layer == 0
                            ? "x_i &= LayerNorm(table[piece_i] + places[i])   both tables learned"
                            : "X &= LayerNorm(Y + FFN(LayerNorm(Y)))   Y = Z + Σ_h O_h·W_O + b_O   Z given to layer "
                                    + (layer - 1)
                    : layer == 0
                            ? "x_i &= LayerNorm(table[piece_i] + places[i] + kinds[0])   all learned; kinds if any"
                            : "X &= LayerNorm(Y + FFN(Y))   Y = LayerNorm(Z + Σ_h O_h·W_O + b_O)   Z the input of layer "
                                    + (layer - 1);
            return read + "\n~X is [n × d_{model}] = " + shape;
        }
        if (t.in().from().residual().isPresent()) {
            return "X &= X_1 + O_1   O_1 = A_1·V_1 in the columns of its names\n~X is [n × d_{model}] = " + shape;
        }
        return t.in().positions().on()
                ? "h_i &= x_i + λ·p_i   x_i = table[word_i]   λ = "
                        + DecimalFormatter.chosen(t.in().positions().strength())
                        + "\np_{pos, 2k} &= sin(pos / 10000^{2k/d})   p_{pos, 2k+1} = cos(pos / 10000^{2k/d})"
                        + "\n~H is [n × d_{model}] = " + shape
                : "x_i &= table[word_i]\n~X is [n × d_{model}] = " + shape;
    }

    @Override
    public String code(Trace t) {
        if (t.in().head().unprojected()) {
            return "X = f[\"hook_resid_pre\"]  # (n, d_model), where the file has it";
        }
        if (t.in().learned()) {
            int layer = t.in().from().layer().orElse(0);
            boolean decoder = t.in().mask().own();
            String given = layer == 0
                    ? "table[ids] + places[:n]" + (decoder ? "" : " + kinds[0]") + "  # (n, d_model)"
                    : "out.hidden_states[" + layer + "][0].numpy()  # (n, d_model), what layer " + (layer - 1)
                            + " gave";
            String norm = """

                    Y = (Y - Y.mean(1, keepdims=True)) / np.sqrt(Y.var(1, keepdims=True) + eps)
                    X = Y * gamma + beta""";
            return (layer == 0 ? "" : "# transformers: out = model(**tokens, output_hidden_states=True)\n")
                    + (layer == 0 || decoder ? "Y = " + given + norm : "X = " + given);
        }
        if (t.in().from().residual().isPresent()) {
            return "X = X1 + O1  # (n, d_model), O1 = A1 @ V1 of layer 1, in the columns of its names";
        }
        return t.in().positions().on() ? """
                X = np.array([table[w] for w in words])  # (n, d_model)
                angle = np.arange(n)[:, None] / 10000 ** (2 * (np.arange(d) // 2) / d)
                H = X + lam * np.where(np.arange(d) % 2 == 0, np.sin(angle), np.cos(angle))""" : "X = np.array([table[w] for w in words])  # (n, d_model)";
    }

    /** Where neither vectors nor projections are known there is nothing to draw. */
    @Override
    public Figure base(Trace t, int query, Frame f) {
        return t.in().head().dModel() == 0
                ? new Figure(f.width(), f.height(), List.of(), List.of())
                : Stage.super.base(t, query, f);
    }

    @Override
    public Spot start(Trace t, int query) {
        return t.in().head().dModel() == 0 ? Part.Q.largest(t, query, query) : Stage.super.start(t, query);
    }

    @Override
    public Part result() {
        return Part.X;
    }

    @Override
    public List<Item> items(Trace t, int query, Frame f) {
        List<Item> items = new ArrayList<>(side(t, query, Part.X, Part.P, Part.H));
        if (!t.in().self()) {
            items.add(new Item.Sign("", ""));
            items.addAll(side(t, query, Part.X_KEYS, Part.P_KEYS, Part.H_KEYS));
        }
        return items;
    }

    /** X, and what it is the sum of, or with positions on also P and H in the same colours. */
    private static List<Item> side(Trace t, int query, Part x, Part p, Part h) {
        if (t.in().from().residual().isPresent()) {
            return sum(t, query, Part.BELOW, new Item.Sign("+", ""), Part.ADDED, Part.X);
        }
        if (!t.in().positions().on()) {
            return List.of(x.table(t, query, x.titled(t, name(x)), true, true));
        }
        return sum(
                t,
                query,
                x,
                new Item.Sign("+ " + DecimalFormatter.chosen(t.in().positions().strength()) + " ·", "λ"),
                p,
                h);
    }

    private static List<Item> sum(Trace t, int query, Part x, Item.Sign plus, Part p, Part h) {
        Scale scale = Part.together(t, x, p, h);
        return List.of(
                x.table(t, query, x.titled(t, name(x)), scale, true, true),
                plus,
                p.table(t, query, p.titled(t, name(p)), scale, true, false),
                new Item.Sign("=", ""),
                h.table(t, query, h.titled(t, name(h)), scale, true, false));
    }

    private static String name(Part part) {
        return part.label().replace('\'', '′');
    }
}
