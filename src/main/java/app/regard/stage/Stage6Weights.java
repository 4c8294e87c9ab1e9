package app.regard.stage;

import app.regard.draw.Frame;
import app.regard.draw.Item;
import app.regard.trace.Trace;
import java.util.List;

/** Exponentials divided by the sum of their row. */
final class Stage6Weights implements Stage {
    @Override
    public String title() {
        return "Attention weights";
    }

    @Override
    public String shape(Trace t) {
        return "A " + Texts.size(Texts.n(t), Texts.m(t));
    }

    @Override
    public String plain(Trace t, int query) {
        return "Softmax ends: each row of exponentials is divided by its sum, so the weights of a row add up to 1; columns need not. "
                + "They are computed live for every sentence: they are not trainable weights (the three projections are). "
                + (t.in().learned()
                        ? "By themselves they do not explain what the model does."
                        : "A longer sentence has to share the same 1.");
    }

    @Override
    public String formula(Trace t) {
        return "a_{ij} &= \\frac{e_{ij}}{Σ_j e_{ij}}   A = softmax(S′), row by row\n~"
                + Texts.shape(Texts.n(t), Texts.m(t)) + "   Σ_j a_{ij} = 1 for every i";
    }

    @Override
    public String code(Trace t) {
        return """
                A = E / E.sum(axis=1, keepdims=True)  # (n, m), softmax(S′)
                assert np.allclose(A.sum(axis=1), 1)""";
    }

    @Override
    public Part result() {
        return Part.WEIGHTS;
    }

    @Override
    public List<Item> items(Trace t, int query, Frame f) {
        return List.of(
                Part.EXPONENTIALS.table(t, query, "E", false, true),
                new Item.Sign("÷", ""),
                Part.ROW_SUMS.table(t, query, "Σ row", false, false),
                new Item.Sign("=", ""),
                WeightFigures.table(t, false, f.view()));
    }
}
