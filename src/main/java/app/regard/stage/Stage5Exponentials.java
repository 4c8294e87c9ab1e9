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
        return "e^(s − max) " + Texts.size(Texts.n(t), Texts.m(t));
    }

    @Override
    public String plain(Trace t, int query) {
        return "e to the power of each scaled score: every number becomes positive (masked ones 0), and differences become "
                + "ratios. The row’s maximum goes first: that changes no weight, for it cancels in the next step, and no number can "
                + "grow too large; the row’s largest becomes e⁰ = 1.";
    }

    @Override
    public String formula(Trace t) {
        return "eᵢⱼ = e^(s′ᵢⱼ − maxⱼ s′ᵢⱼ)\n" + Texts.shape(Texts.n(t), Texts.m(t))
                + "      e^(a − max) / e^(b − max) = e^(a − b), whatever max is";
    }

    @Override
    public String code(Trace t) {
        return "E = np.exp(S - S.max(axis=1, keepdims=True))          # (n, m)";
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
