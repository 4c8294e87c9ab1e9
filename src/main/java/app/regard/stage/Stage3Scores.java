package app.regard.stage;

import app.regard.draw.Frame;
import app.regard.draw.Item;
import app.regard.trace.Trace;
import java.util.List;

/** The scores: every query meets every key in a dot product. */
final class Stage3Scores implements Stage {
    @Override
    public String title() {
        return "Scores";
    }

    @Override
    public String shape(Trace t) {
        return "S = QKᵀ " + Texts.size(Texts.n(t), Texts.m(t));
    }

    @Override
    public String plain(Trace t, int query) {
        return "Each query meets each key: multiply number by number and add up. Rows ask (queries), columns answer (keys). "
                + "A large score says that the key fits the question. It is not a similarity: lengths count too. "
                + "Every pair is one step apart, however far apart the words stand.";
    }

    @Override
    public String formula(Trace t) {
        int dk = t.in().head().dK();
        return "s_{ij} &= q_i·k_j = Σ_c q_{ic} k_{jc}   S = Q·K^T\n~" + Texts.shape(Texts.n(t), dk) + "·"
                + Texts.shape(dk, Texts.m(t)) + " = " + Texts.shape(Texts.n(t), Texts.m(t))
                + "   time " + (t.in().self() ? "O(n²·d); memory O(n²)" : "O(n·m·d); memory O(n·m)")
                + " if the matrix is kept";
    }

    @Override
    public String code(Trace t) {
        return "S = Q @ K.T  # (n, m)";
    }

    @Override
    public Part result() {
        return Part.SCORES;
    }

    @Override
    public List<Item> items(Trace t, int query, Frame f) {
        return List.of(
                Part.Q.table(t, query, "Q", false, true),
                new Item.Sign("·", ""),
                Part.K.transposed(t, query, "Kᵀ"),
                new Item.Sign("=", ""),
                Part.SCORES.table(t, query, Part.SCORES.titled(t, "S"), true, false));
    }
}
