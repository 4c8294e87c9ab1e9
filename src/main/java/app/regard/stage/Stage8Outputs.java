package app.regard.stage;

import app.regard.draw.ColourRole;
import app.regard.draw.DecimalFormatter;
import app.regard.draw.Frame;
import app.regard.draw.Item;
import app.regard.draw.Scatter;
import app.regard.draw.Spot;
import app.regard.trace.Plane;
import app.regard.trace.Sentence;
import app.regard.trace.Trace;
import java.util.List;
import java.util.stream.IntStream;

/** The blends, beside the values that they are made of, and both as points on a map. */
final class Stage8Outputs implements Stage {
    @Override
    public String title() {
        return "Contextualised outputs";
    }

    @Override
    public String shape(Trace t) {
        return "O = A·V " + Texts.size(Texts.n(t), t.in().head().dV());
    }

    @Override
    public String plain(Trace t, int query) {
        return "The rows of the step before are added up: each output is a blend of the values of " + Texts.everyWord(t)
                + ", so on the map "
                + "it lies inside the outline of the values. "
                + (t.in().learned()
                        ? "The layer adds what all its heads give to its input (the residual), normalises, and goes on; one head "
                                + "alone is only a blend."
                        : "A real transformer multiplies it by one more matrix and adds it to xᵢ (the residual), "
                                + "in every layer; one layer alone is only a blend.");
    }

    /** Where the output of a trained head goes. */
    @Override
    public String below(Trace t) {
        return t.in().learned()
                ? "This, times the head’s slice of W_O ("
                        + Texts.size(t.in().head().dV(), t.in().head().dModel()) + "), is added to the layer’s input."
                : "";
    }

    @Override
    public String formula(Trace t) {
        int dv = t.in().head().dV();
        return "oᵢ = Σⱼ aᵢⱼ·vⱼ      O = A·V\n" + Texts.shape(Texts.n(t), Texts.m(t)) + "·" + Texts.shape(Texts.m(t), dv)
                + " = " + Texts.shape(Texts.n(t), dv) + "      map: principal components of V and O together";
    }

    @Override
    public String code(Trace t) {
        return "O = A @ V          # (n, d_v)\n"
                + (t.in().learned()
                        ? "Y = X + O @ W_O[h * d_v:(h + 1) * d_v]          # and so for every head h; then + b_O, LayerNorm"
                        : "# in a transformer: x = x + O @ W_O");
    }

    @Override
    public Part result() {
        return Part.OUTPUTS;
    }

    @Override
    public List<Item> items(Trace t, int query, Frame f) {
        String v = t.in().head().carriesInput() ? "V (= " + Texts.keysInput(t) + ")" : "V";
        return List.of(
                Part.V.table(t, query, Part.V.titled(t, v), false, true),
                new Item.Sign("A·V =", ""),
                Part.OUTPUTS.table(t, query, Part.OUTPUTS.titled(t, "O"), true, !t.in().self()),
                new Item.Points(map(t)));
    }

    private static Scatter map(Trace t) {
        Plane plane = t.plane();
        Sentence from = t.weights().from();
        Sentence to = t.weights().to();
        String title = t.in().self() ? "From vᵢ to oᵢ" : "vⱼ and oᵢ";
        return new Scatter(
                title,
                "across: " + DecimalFormatter.percent(plane.first()) + " of the variance",
                "up: " + DecimalFormatter.percent(plane.second()),
                IntStream.range(0, to.size())
                        .mapToObj(j -> new Scatter.Point(
                                new Spot(Part.V.label(), j, Spot.LABEL),
                                to.word(j),
                                plane.v().at(j, 0),
                                plane.v().at(j, 1)))
                        .toList(),
                IntStream.range(0, from.size())
                        .mapToObj(i -> new Scatter.Point(
                                new Spot(Part.OUTPUTS.label(), i, Spot.LABEL),
                                from.word(i),
                                plane.o().at(i, 0),
                                plane.o().at(i, 1)))
                        .toList(),
                t.in().self(),
                ColourRole.VALUE,
                ColourRole.QUERY);
    }
}
