package app.regard.stage;

import app.regard.draw.DecimalFormatter;
import app.regard.draw.Frame;
import app.regard.draw.Item;
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
                    case LOCAL_CAUSAL ->
                        " The mask sets every later word, and those more than "
                                + t.in().mask().radius() + " before, to −∞: their weight will be exactly 0.";
                };
        String heat = t.in().temperature() == 1
                ? ""
                : " The temperature τ " + (t.in().temperature() > 1 ? "flattens" : "sharpens") + " what follows.";
        return "A sum of dₖ products spreads wider the larger dₖ is. Dividing by √dₖ keeps its variance near 1 (for independent "
                + "entries of mean 0 and variance 1); without that, the next two steps would give nearly all to one word."
                + (t.in().scaled() ? "" : " Here √dₖ is left out.")
                + heat + mask + changed(t)
                + (t.in().mask().own() ? " That no piece sees a later one is the model’s own mask." : "")
                + (Texts.whatIf(t.in()) ? " The model was trained without: this is a what-if." : "");
    }

    /** What is said of cells of the mask that were changed by hand. */
    private static String changed(Trace t) {
        return t.in().mask().cells().isPresent() ? " Cells of the mask were set by hand." : "";
    }

    @Override
    public String formula(Trace t) {
        String tau = t.in().temperature() == 1 ? "" : "τ";
        String by = !t.in().scaled() ? tau : "√d_k" + (tau.isEmpty() ? "" : " · " + tau);
        String mask = t.in().mask().on() ? "   −∞ where masked" : "";
        String shape = "\n~" + Texts.shape(Texts.n(t), Texts.m(t));
        return by.isEmpty()
                ? "s′_{ij} &= s_{ij}   not divided by √d_k" + mask + shape
                : "s′_{ij} &= \\frac{s_{ij}}{" + by + "}   " + by + " = " + divisor(t) + " = "
                        + DecimalFormatter.telling(t.divisor(), 4) + mask + shape;
    }

    /** "S / √dₖ", with the temperature where it is not 1. */
    private static String scaling(Trace t) {
        boolean hot = t.in().temperature() != 1;
        return !t.in().scaled() ? hot ? "S / τ" : "S" : hot ? "S / (√dₖ·τ)" : "S / √dₖ";
    }

    private static String divisor(Trace t) {
        String tau = DecimalFormatter.chosen(t.in().temperature());
        String root = "√" + t.in().head().dK();
        return !t.in().scaled() ? tau : t.in().temperature() == 1 ? root : root + " · " + tau;
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
                    case LOCAL_CAUSAL ->
                        "\nrow, col = np.indices(S.shape); scaled[(col > row) | (row - col > "
                                + t.in().mask().radius() + ")] = -np.inf";
                };
        String cells = t.in().mask().cells().isPresent() ? "\nscaled[mask == 0] = -np.inf  # cells set by hand" : mask;
        return "scaled = S" + (t.in().scaled() ? " / np.sqrt(d_k)" : "") + tau + "  # (n, m), S′" + cells;
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
