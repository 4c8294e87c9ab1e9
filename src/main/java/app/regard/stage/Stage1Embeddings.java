package app.regard.stage;

import app.regard.draw.Frame;
import app.regard.draw.Item;
import app.regard.draw.Numerals;
import app.regard.draw.Scale;
import app.regard.trace.Trace;
import java.util.ArrayList;
import java.util.List;

/** Words become rows of numbers; positions are added where they are on. */
final class Stage1Embeddings implements Stage {
    @Override
    public String title() {
        return "Token embeddings";
    }

    @Override
    public String shape(Trace t) {
        return Texts.input(t) + " " + Texts.size(Texts.n(t), t.in().head().dModel());
    }

    @Override
    public String plain(Trace t, int query) {
        String order = t.in().positions().on()
                ? "Then λ times a pattern of sines and cosines is added that tells the places apart: it brings order back."
                : "Order plays no part: a word has the same row wherever it stands.";
        String made = Texts.anyMadeUp(t.in())
                ? " A word with * is in no table: its row is made up from its spelling."
                : " Small vectors, for illustration; a real model learns its own.";
        return "Each word is looked up in " + t.in().from().origin() + " and becomes a row of "
                + t.in().head().dModel() + " numbers, its embedding. " + order + made;
    }

    @Override
    public String formula(Trace t) {
        String shape = Texts.shape(Texts.n(t), t.in().head().dModel());
        return t.in().positions().on()
                ? "hᵢ = E[wordᵢ] + λ·pᵢ      λ = "
                        + Numerals.chosen(t.in().positions().strength()) + "      H is [n × d_model] = " + shape
                        + "\np(pos, 2k) = sin(pos / 10000^(2k/d))      p(pos, 2k+1) = cos(pos / 10000^(2k/d))"
                : "xᵢ = E[wordᵢ]\nX is [n × d_model] = " + shape;
    }

    @Override
    public String code(Trace t) {
        return t.in().positions().on() ? """
                X = np.array([E[w] for w in words])          # (n, d_model)
                angle = np.arange(n)[:, None] / 10000 ** (2 * (np.arange(d) // 2) / d)
                H = X + lam * np.where(np.arange(d) % 2 == 0, np.sin(angle), np.cos(angle))""" : "X = np.array([E[w] for w in words])          # (n, d_model)";
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

    /** X, and with positions on also P and H in the same colours. */
    private static List<Item> side(Trace t, int query, Part x, Part p, Part h) {
        if (!t.in().positions().on()) {
            return List.of(x.table(t, query, x.titled(t, name(x)), true, true));
        }
        Scale scale = Part.together(t, x, p, h);
        return List.of(
                x.table(t, query, x.titled(t, name(x)), scale, true),
                new Item.Sign("+ " + Numerals.chosen(t.in().positions().strength()) + " ·", "λ"),
                p.table(t, query, p.titled(t, name(p)), scale, false),
                new Item.Sign("=", ""),
                h.table(t, query, h.titled(t, name(h)), scale, false));
    }

    private static String name(Part part) {
        return part.label().replace('\'', '′');
    }
}
