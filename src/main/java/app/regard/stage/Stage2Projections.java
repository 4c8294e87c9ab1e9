package app.regard.stage;

import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Item;
import app.regard.draw.Scale;
import app.regard.draw.Table;
import app.regard.draw.View;
import app.regard.draw.chart.Equation;
import app.regard.draw.chart.FalkScheme;
import app.regard.trace.Projection;
import app.regard.trace.Trace;
import java.util.ArrayList;
import java.util.List;

/** Three matrices make queries, keys and values of the embeddings. */
final class Stage2Projections implements Stage {
    private static final int PAPER = 4;

    @Override
    public String title() {
        return "Queries, keys, values";
    }

    @Override
    public String shape(Trace t) {
        int dk = t.in().head().dK();
        int dv = t.in().head().dV();
        return dk == dv && t.in().self()
                ? "Q K V " + Texts.size(Texts.n(t), dk)
                : (t.in().self() ? "Q K " : "Q ") + Texts.size(Texts.n(t), dk) + ", V " + Texts.size(Texts.m(t), dv);
    }

    @Override
    public String plain(Trace t, int query) {
        if (t.in().head().unprojected()) {
            return "Queries, keys and values as " + t.in().head().origin()
                    + " has them: what a token asks, its label, and "
                    + "what it carries. W_Q, W_K and W_V, which made them, are not in it.";
        }
        return "A head is three trainable matrices. They make of each row a query (what the word asks), a key (its label, "
                + "what it offers) and a value (its content, what it carries), so that the three can differ. A layer has "
                + "several heads. "
                + (t.in().learned()
                        ? "Here the model learned them from text, each matrix with a bias."
                        : "A real transformer learns them; here they are "
                                + t.in().head().origin() + ".");
    }

    /** The head read aloud, where it has such a reading. */
    @Override
    public String below(Trace t) {
        List<String> rules = t.in().head().rules();
        return rules.isEmpty() ? "" : "This head, read aloud: " + String.join(" · ", rules);
    }

    @Override
    public String formula(Trace t) {
        String in = Texts.input(t);
        String keys = Texts.keysInput(t);
        int d = t.in().head().dModel();
        int dk = t.in().head().dK();
        int dv = t.in().head().dV();
        if (t.in().head().unprojected()) {
            return "~Q: " + Texts.shape(Texts.n(t), dk) + "   K: " + Texts.shape(Texts.m(t), dk) + "   V: "
                    + Texts.shape(Texts.m(t), dv) + "\n~d_k = " + dk + ", d_v = " + dv;
        }
        String n = Texts.shape(Texts.n(t), d) + "·" + Texts.shape(d, dk) + " = " + Texts.shape(Texts.n(t), dk);
        String v = Texts.shape(Texts.m(t), d) + "·" + Texts.shape(d, dv) + " = " + Texts.shape(Texts.m(t), dv);
        return "Q &= " + in + "·W_Q" + bias(t.in().head().q(), "Q") + "   K = " + keys + "·W_K"
                + bias(t.in().head().k(), "K") + "   V = " + keys + "·W_V"
                + bias(t.in().head().v(), "V") + "\n~Q: " + n + "   V: " + v
                + "   d_{model} = " + d + ", d_k = " + dk + ", d_v = " + dv;
    }

    private static String bias(Projection p, String letter) {
        return p.biased() ? " + b_" + letter : "";
    }

    @Override
    public String code(Trace t) {
        if (t.in().head().unprojected()) {
            return "Q, K, V = f[\"q\"], f[\"k\"], f[\"v\"]  # (n, d_k), (m, d_k), (m, d_v), of one head";
        }
        String in = Texts.input(t);
        String keys = Texts.keysInput(t).replace("′", "_keys");
        return "Q = " + in + " @ W_Q" + bias(t.in().head().q(), "Q") + "  # (n, d_k)\n" + "K = " + keys
                + " @ W_K"
                + bias(t.in().head().k(), "K") + "  # (m, d_k)\n" + "V = " + keys + " @ W_V"
                + bias(t.in().head().v(), "V") + "  # (m, d_v)";
    }

    @Override
    public Part result() {
        return Part.Q;
    }

    @Override
    public List<String> variants(Trace t) {
        if (t.in().head().unprojected()) {
            return List.of("");
        }
        return List.of("All three", "Q", "K", "V", "The paper’s sizes");
    }

    @Override
    public List<Item> items(Trace t, int query, Frame f) {
        if (t.in().head().unprojected()) {
            Scale scale = Part.together(t, Part.Q, Part.K, Part.V);
            return List.of(
                    Part.Q.table(t, query, Part.Q.titled(t, "Q"), scale, true, true),
                    new Item.Sign("", ""),
                    Part.K.table(t, query, Part.K.titled(t, "K"), scale, true, true),
                    new Item.Sign("", ""),
                    Part.V.table(t, query, Part.V.titled(t, "V"), scale, true, false));
        }
        return switch (f.variant()) {
            case 2 ->
                product(
                        t,
                        query,
                        Texts.answering(t),
                        Part.W_K,
                        Part.B_K,
                        Part.K,
                        t.in().head().k());
            case 3 ->
                product(
                        t,
                        query,
                        Texts.answering(t),
                        Part.W_V,
                        Part.B_V,
                        Part.V,
                        t.in().head().v());
            default ->
                product(
                        t,
                        query,
                        Texts.asking(t),
                        Part.W_Q,
                        Part.B_Q,
                        Part.Q,
                        t.in().head().q());
        };
    }

    private static List<Item> product(Trace t, int query, Part input, Part w, Part b, Part result, Projection by) {
        List<Item> items = new ArrayList<>();
        items.add(input.table(t, query, input.titled(t, input.label().replace('\'', '′')), false, true));
        items.add(new Item.Sign("·", ""));
        items.add(w.table(t, query, w.titled(t, w.label()), false, true));
        if (by.biased()) {
            items.add(new Item.Sign("+", ""));
            items.add(b.table(t, query, b.label(), false, false));
        }
        items.add(new Item.Sign("=", ""));
        items.add(result.table(t, query, result.titled(t, result.label()), true, false));
        return items;
    }

    @Override
    public Figure base(Trace t, int query, Frame f) {
        if (t.in().head().unprojected()) {
            return Equation.of(items(t, query, f), f);
        }
        if (f.variant() == PAPER) {
            return PaperSizes.of(t, f);
        }
        int shown = effective(t, query, f);
        return shown == 0 ? all(t, query).figure(f) : Equation.of(items(t, query, f), f);
    }

    @Override
    public int effective(Trace t, int query, Frame f) {
        if (t.in().head().unprojected()) {
            return 0;
        }
        return f.variant() == 0 && (!t.in().self() || !all(t, query).shows(f)) ? 1 : f.variant();
    }

    @Override
    public String reason(Trace t) {
        int columns =
                t.in().head().dModel() + 2 * t.in().head().dK() + t.in().head().dV();
        return t.in().self()
                ? "All three need room for " + columns + " columns of numbers."
                : "Two sentences have an X each.";
    }

    @Override
    public double[] liked(Trace t, View view) {
        return t.in().self() && !t.in().head().unprojected() ? all(t, 0).room(view) : Stage.super.liked(t, view);
    }

    /** X once, and queries, keys and values in colours that can be compared. */
    private static FalkScheme all(Trace t, int query) {
        Part input = Texts.asking(t);
        Scale scale = Part.together(t, Part.Q, Part.K, Part.V);
        return new FalkScheme(
                input.table(t, query, input.titled(t, input.label()), false, true),
                List.of(
                        product(
                                t,
                                query,
                                Part.W_Q,
                                Part.B_Q,
                                Part.Q,
                                t.in().head().q(),
                                scale),
                        product(
                                t,
                                query,
                                Part.W_K,
                                Part.B_K,
                                Part.K,
                                t.in().head().k(),
                                scale),
                        product(
                                t,
                                query,
                                Part.W_V,
                                Part.B_V,
                                Part.V,
                                t.in().head().v(),
                                scale)));
    }

    private static FalkScheme.Product product(
            Trace t, int query, Part w, Part b, Part result, Projection by, Scale scale) {
        List<Table> above = new ArrayList<>(List.of(w.table(t, query, w.titled(t, w.label()), false, true)));
        if (by.biased()) {
            above.add(b.table(t, query, "", false, true));
        }
        return new FalkScheme.Product(
                above, result.table(t, query, result.titled(t, result.label()), scale, true, false));
    }
}
