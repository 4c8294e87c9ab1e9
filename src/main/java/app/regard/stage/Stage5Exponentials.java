package app.regard.stage;

import app.regard.draw.Frame;
import app.regard.draw.Item;
import app.regard.trace.Trace;
import java.util.List;

/** e to the power of each scaled score less its row's maximum. */
final class Stage5Exponentials implements Stage {
    @Override
    public String title() {
        return "Exponentials";
    }

    @Override
    public String shape(Trace t) {
        return "E = e^(S′ − max) " + Texts.size(Texts.n(t), Texts.m(t));
    }

    @Override
    public String plain(Trace t, int query) {
        return "Softmax begins: in this step and the next it makes a row of scores into shares of 1. e to the power of each "
                + "scaled score is positive (masked: 0), and differences become ratios. The row’s maximum goes first: it "
                + "cancels in the next step, no number can grow too large, and the row’s largest becomes e⁰ = 1.";
    }

    @Override
    public String formula(Trace t) {
        return "e_{ij} &= e^{s′_{ij} − m_i}   m_i = max_j s′_{ij}   softmax(S′)_{ij} = \\frac{e_{ij}}{Σ_j e_{ij}}, this step and the next\n~"
                + Texts.shape(Texts.n(t), Texts.m(t)) + "   e^{a − m} / e^{b − m} = e^{a − b}, whatever m is";
    }

    @Override
    public String code(Trace t) {
        return "E = np.exp(scaled - scaled.max(axis=1, keepdims=True))  # (n, m), softmax begins";
    }

    @Override
    public Part result() {
        return Part.EXPONENTIALS;
    }

    @Override
    public List<Item> items(Trace t, int query, Frame f) {
        return List.of(
                Part.SCALED.table(t, query, "S′", false, true),
                new Item.Sign("−", ""),
                Part.ROW_MAX.table(t, query, "row max", false, false),
                new Item.Sign("e^(  ) =", ""),
                Part.EXPONENTIALS.table(t, query, Part.EXPONENTIALS.titled(t, "E"), true, false));
    }
}
