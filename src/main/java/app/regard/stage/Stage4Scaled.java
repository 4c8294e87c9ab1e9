package app.regard.stage;

import app.regard.draw.DecimalFormatter;
import app.regard.draw.Frame;
import app.regard.draw.Item;
import app.regard.trace.Mask;
import app.regard.trace.Trace;
import java.util.List;

/** Scores divided by √d_k and the temperature; masked ones become −∞. */
final class Stage4Scaled implements Stage {
    @Override
    public String title() {
        return "Scaled scores";
    }

    @Override
    public String shape(Trace t) {
        return "S′ = " + scaling(t) + " " + Texts.size(Texts.n(t), Texts.m(t));
    }

    @Override
    public String plain(Trace t, int query) {
        String mask =
                switch (t.in().mask().kind()) {
                    case NONE -> "";
                    case CAUSAL ->
                        " The causal mask sets every later word to −∞: its weight will be exactly 0, and order matters.";
                    case LOCAL ->
                        " The mask sets words more than " + t.in().mask().radius()
                                + " away to −∞: their weight will be exactly 0.";
                };
        String heat = t.in().temperature() == 1
                ? ""
                : " The temperature τ " + (t.in().temperature() > 1 ? "flattens" : "sharpens") + " what follows.";
        return "A sum of dₖ products spreads wider the larger dₖ is. Dividing by √dₖ keeps its variance near 1 (for independent "
                + "entries of mean 0 and variance 1); without that, the next two steps would give nearly all to one word."
                + heat + mask + (Texts.whatIf(t.in()) ? " The model was trained without: this is a what-if." : "");
    }

    @Override
    public String formula(Trace t) {
        String tau = t.in().temperature() == 1 ? "" : " · τ";
        String mask = t.in().mask().kind() == Mask.Kind.NONE ? "" : "   −∞ where masked";
        return "s′_{ij} &= \\frac{s_{ij}}{√d_k" + tau + "}   √d_k" + tau + " = " + divisor(t) + " = "
                + DecimalFormatter.text(t.divisor(), 4) + mask + "\n~" + Texts.shape(Texts.n(t), Texts.m(t));
    }

    /** "S / √dₖ", with the temperature where it is not 1. */
    private static String scaling(Trace t) {
        return t.in().temperature() == 1 ? "S / √dₖ" : "S / (√dₖ·τ)";
    }

    private static String divisor(Trace t) {
        String root = "√" + t.in().head().dK();
        return t.in().temperature() == 1 ? root : root + " · " + DecimalFormatter.chosen(t.in().temperature());
    }

    @Override
    public String code(Trace t) {
        String tau = t.in().temperature() == 1 ? "" : " / tau";
        String mask =
                switch (t.in().mask().kind()) {
                    case NONE -> "";
                    case CAUSAL -> "\nscaled[np.triu_indices(n, 1)] = -np.inf  # causal mask";
                    case LOCAL ->
                        "\nrow, col = np.indices(S.shape); scaled[abs(row - col) > "
                                + t.in().mask().radius() + "] = -np.inf";
                };
        return "scaled = S / np.sqrt(d_k)" + tau + "  # (n, m), S′" + mask;
    }

    @Override
    public Part result() {
        return Part.SCALED;
    }

    @Override
    public List<Item> items(Trace t, int query, Frame f) {
        return List.of(
                Part.SCORES.table(t, query, "S", false, true),
                new Item.Sign("÷ " + DecimalFormatter.telling(t.divisor(), 2), divisor(t)),
                new Item.Sign("=", ""),
                Part.SCALED.table(t, query, Part.SCALED.titled(t, "S′"), true, false));
    }
}
