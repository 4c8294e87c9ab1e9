package app.regard.stage;

import app.regard.draw.Area;
import app.regard.draw.Box;
import app.regard.draw.ColourRole;
import app.regard.draw.DecimalFormatter;
import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Item;
import app.regard.draw.Mark;
import app.regard.draw.Scatter;
import app.regard.draw.Spot;
import app.regard.draw.chart.Equation;
import app.regard.draw.chart.ScatterPainter;
import app.regard.trace.Sentence;
import app.regard.trace.Trace;
import app.regard.trace.Trace.Plane;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The weights times the values: the blends, and values and blends as points on a map. */
final class Stage8Outputs implements Stage {
    /** From this width on a map beside the equation takes none of its room. */
    private static final double WIDE = 900;

    private static final double LEAST_ROW = 22;
    private static final double LEAST_MAP = 100;
    private static final double MAP_SHARE = 0.55;
    private static final double GAP = 12;

    /** With more columns, or more words, than this the map is offered alone as well. */
    private static final int MOST_BESIDE_MAP = 24;

    private static final int MOST_ABOVE_MAP = 6;

    private static final double LEAST_COLUMN = 6;

    /** Room for the names of rows and for signs. */
    private static final double NAMES = 150;

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
                + ". So on the map "
                + "it lies inside the outline of the values. "
                + (t.in().learned()
                        ? "The layer adds what all its heads give to its input (the residual), "
                                + (t.in().mask().own() ? "" : "normalises, ") + "and goes on; one head "
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
        return "o_i &= Σ_j a_{ij}·v_j   O = A·V\n~" + Texts.shape(Texts.n(t), Texts.m(t)) + "·"
                + Texts.shape(Texts.m(t), dv) + " = " + Texts.shape(Texts.n(t), dv)
                + "   map: principal components of V and O together";
    }

    @Override
    public String code(Trace t) {
        return "O = A @ V  # (n, d_v)\n"
                + (t.in().learned()
                        ? (t.in().mask().own() ? "Y = Z + O" : "Y = X + O")
                                + " @ W_O[h * d_v:(h + 1) * d_v]  # and so for every head h; then + b_O"
                                + (t.in().mask().own() ? "; Z before it was normalised" : ", LayerNorm")
                        : "# in a transformer: x = x + O @ W_O");
    }

    @Override
    public Part result() {
        return Part.OUTPUTS;
    }

    @Override
    public List<Item> items(Trace t, int query, Frame f) {
        String v = t.in().head().carriesInput() ? "V (= " + Texts.keysInput(t) + ")" : "V";
        boolean named = !t.in().self(); // else the rows stand level with their names at the left
        return List.of(
                WeightFigures.table(t, true, f.view()),
                new Item.Sign("·", ""),
                Part.V.table(t, query, Part.V.titled(t, v), false, named),
                new Item.Sign("=", ""),
                Part.OUTPUTS.table(t, query, Part.OUTPUTS.titled(t, "O"), true, !t.in().self()));
    }

    /** With many columns or words the map may have to give way to the equation: then it is the other way to look. */
    @Override
    public List<String> variants(Trace t) {
        boolean many = columns(t) > MOST_BESIDE_MAP || t.weights().from().size() > MOST_ABOVE_MAP;
        return many ? List.of("A·V = O", "Map") : List.of("");
    }

    private static int columns(Trace t) {
        return t.weights().to().size() + 2 * t.v().cols();
    }

    /** The map stands at the right of the equation where that is wide, else below it, or is left to the other way. */
    @Override
    public Figure base(Trace t, int query, Frame f) {
        if (f.variant() == 1) {
            return ScatterPainter.of(map(t), new Box(0, 0, f.width() - 1, f.height()), f.view());
        }
        List<Item> items = items(t, query, f);
        double text = f.view().textScale();
        int rows = Math.max(t.weights().from().size(), t.v().rows());
        double least = Equation.header(items, f) + rows * LEAST_ROW * text;
        double below = Math.min(f.height() * MAP_SHARE, f.height() - least - GAP);
        if (f.width() >= WIDE) {
            double rest = f.width() * 0.6 - NAMES * text;
            List<Item> all = new ArrayList<>(items);
            if (rest >= columns(t) * LEAST_COLUMN) {
                all.add(new Item.Points(map(t)));
            }
            return Equation.of(all, f);
        }
        if (below < LEAST_MAP * text || variants(t).size() > 1) {
            return Equation.of(items, f);
        }
        Figure equation = Equation.of(items, f.withSize(f.width(), f.height() - below - GAP));
        Figure map = ScatterPainter.of(map(t), new Box(0, f.height() - below, f.width() - 1, below), f.view());
        List<Mark> marks = new ArrayList<>(equation.marks());
        marks.addAll(map.marks());
        List<Area> areas = new ArrayList<>(equation.areas());
        areas.addAll(map.areas());
        return new Figure(f.width(), f.height(), marks, areas);
    }

    private static Scatter map(Trace t) {
        Plane plane = t.plane();
        Sentence from = t.weights().from();
        Sentence to = t.weights().to();
        String title = t.in().self() ? "From vᵢ to oᵢ" : "vⱼ and oᵢ";
        return new Scatter(
                title,
                "across: " + DecimalFormatter.percent(plane.first()) + " of variance",
                "up: " + DecimalFormatter.percent(plane.second()),
                IntStream.range(0, to.size())
                        .mapToObj(j -> new Scatter.Point(
                                new Spot(Part.V.label(), j, Spot.LABEL),
                                Words.label(to.shown(j)),
                                plane.v().at(j, 0),
                                plane.v().at(j, 1)))
                        .toList(),
                IntStream.range(0, from.size())
                        .mapToObj(i -> new Scatter.Point(
                                new Spot(Part.OUTPUTS.label(), i, Spot.LABEL),
                                Words.label(from.shown(i)),
                                plane.o().at(i, 0),
                                plane.o().at(i, 1)))
                        .toList(),
                t.in().self(),
                ColourRole.VALUE,
                ColourRole.QUERY,
                "a word’s value",
                "an output, the blend");
    }
}
