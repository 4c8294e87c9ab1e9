package app.regard.stage;

import app.regard.draw.Frame;
import app.regard.draw.Item;
import app.regard.draw.Spot;
import app.regard.trace.Grid;
import app.regard.trace.Trace;
import java.util.List;

/** The focused query's weights times the values, before they are added up. */
final class Stage7Weighted implements Stage {
    @Override
    public String title() {
        return "Weighted values";
    }

    @Override
    public String shape(Trace t) {
        return "aᵢⱼ vⱼ " + Texts.size(Texts.m(t), t.in().head().dV());
    }

    @Override
    public String plain(Trace t, int query) {
        return "What " + Words.quoted(t.weights().from().shown(query))
                + " takes: from " + Texts.everyWord(t) + ", its value times the weight, "
                + "one row a " + Texts.word(t)
                + ", before they are added. A large weight is not yet a large contribution: the value’s length counts "
                + "too. And neither is a cause: it does not say why a model decides.";
    }

    @Override
    public String formula(Trace t) {
        int dv = t.in().head().dV();
        return "a_{ij}·v_j for the focused query i, one row for every j   length ‖a_{ij}·v_j‖ = a_{ij}·‖v_j‖\n~"
                + Texts.shape(Texts.m(t), 1) + " times " + Texts.shape(Texts.m(t), dv) + ", row by row = "
                + Texts.shape(Texts.m(t), dv);
    }

    @Override
    public String code(Trace t) {
        return """
                parts = A[i][:, None] * V           # (m, d_v), i is the focused query
                lengths = np.linalg.norm(parts, axis=1)     # (m,)""";
    }

    @Override
    public Part result() {
        return Part.WEIGHTED;
    }

    @Override
    public Spot start(Trace t, int query) {
        Grid parts = t.weighted(query);
        int row = t.weights().strongest(query).get(0);
        int best = 0;
        for (int d = 1; d < parts.cols(); d++) {
            best = Math.abs(parts.at(row, d)) > Math.abs(parts.at(row, best)) ? d : best;
        }
        return new Spot(Part.WEIGHTED.label(), row, best);
    }

    @Override
    public List<Item> items(Trace t, int query, Frame f) {
        return List.of(
                Part.FOCUSED.table(
                        t, query, "a(" + Words.quoted(t.weights().from().shown(query)) + ", ·)", false, true),
                new Item.Sign("·", ""),
                Part.V.table(t, query, Part.V.titled(t, "V"), false, false),
                new Item.Sign("=", ""),
                Part.WEIGHTED.table(t, query, Part.WEIGHTED.titled(t, "a·v"), true, false),
                Part.LENGTHS.table(t, query, "‖a·v‖", false, false));
    }
}
