package app.regard.lab.measure;

import app.regard.draw.ColourRole;
import app.regard.draw.DecimalFormatter;
import app.regard.draw.Spot;
import app.regard.draw.chart.LinePlot;
import app.regard.draw.chart.PlotAxis;
import app.regard.draw.chart.Series;
import app.regard.lab.Facts;
import app.regard.lab.Form;
import app.regard.lab.Panel;
import app.regard.lab.PlotPanel;
import app.regard.lab.Snapshot;
import app.regard.stage.Operation;
import app.regard.stage.Term;
import app.regard.stage.Why;
import app.regard.trace.Matrix;
import app.regard.trace.NumberTable;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The panels of the cost at several lengths.
 *
 * @param apart how far a row that is computed alone lies from the same one among all, or NaN
 */
record CostShown(Cost.Settings now, List<Cost.Point> points, double apart) {
    /** What a recurrent net keeps of its state in a step: an assumption. */
    private static final double KEPT = 0.9;

    private static final int LONGEST_SHOWN = 64;
    private static final String RECURRENT = "recurrent";

    private enum Part {
        PROJECTIONS,
        PAIRS,
        MLP
    }

    Snapshot snapshot() {
        return new Snapshot(List.of(counts(), facts(), recurrent()), said());
    }

    private double adds(Part part, Cost.Point at) {
        double nd2 = (double) at.n() * now.d() * now.d();
        return switch (part) {
            case PROJECTIONS -> at.adds().projections();
            case PAIRS -> at.adds().pairs();
            case MLP -> 8 * nd2;
        };
    }

    private List<Series.Point> line(Part part) {
        return points.stream().map(p -> new Series.Point(p.n(), adds(part, p))).toList();
    }

    private Panel counts() {
        double[] all = points.stream()
                .flatMap(p -> java.util.Arrays.stream(Part.values()).map(part -> adds(part, p)))
                .mapToDouble(v -> v)
                .toArray();
        LinePlot plot = new LinePlot(
                Cost.SWEEP,
                PlotAxis.Logarithmic.holding("multiply-adds", 10, all),
                new PlotAxis.Logarithmic("n, words", 1, Cost.MOST, 2),
                List.of(
                        Series.compared("projections 3nd²", line(Part.PROJECTIONS)),
                        Series.chosen("scores and blend 2n²d", line(Part.PAIRS)),
                        new Series(
                                "the layer’s MLP 8nd²",
                                ColourRole.VALUE,
                                Series.Shape.TRIANGLE,
                                Series.Stroke.DASHED,
                                line(Part.MLP),
                                List.of())),
                LinePlot.Names.ABOVE,
                false,
                "");
        int here = IntStream.range(0, points.size())
                .filter(i -> points.get(i).n() == now.n())
                .findFirst()
                .orElse(0);
        return new PlotPanel(
                "Multiply-adds, as the engine makes them, d = " + now.d(),
                plot,
                numbers(),
                new Spot(Cost.SWEEP, 1, here),
                this::why,
                at -> Optional.empty());
    }

    private Optional<Why> why(Spot at) {
        Cost.Point point = points.get(at.col());
        double n = point.n();
        double d = now.d();
        List<Double> factors = List.of(List.of(3.0, n, d, d), List.of(2.0, n, n, d), List.of(8.0, n, d, d))
                .get(at.row());
        String took = Double.isNaN(point.milliseconds())
                ? "Counted, not done."
                : "Attention took " + DecimalFormatter.claimed(point.milliseconds(), 2) + " ms here, just now.";
        String about = List.of("multiply-adds of the projections", "multiply-adds of scores and blend", "of the MLP")
                        .get(at.row())
                + " at n = " + point.n();
        return Optional.of(new Why(
                at,
                adds(Part.values()[at.row()], point),
                about,
                "multiply-adds",
                Operation.SUM,
                List.of(new Term("", factors, List.of())),
                took));
    }

    private NumberTable numbers() {
        List<ToDoubleFunction<Cost.Point>> columns = List.of(
                p -> adds(Part.PROJECTIONS, p),
                p -> adds(Part.PAIRS, p),
                p -> adds(Part.MLP, p),
                p -> 8.0 * p.n() * p.n() / 1e6,
                Cost.Point::milliseconds);
        return new NumberTable(
                points.stream().map(p -> String.valueOf(p.n())).toList(),
                List.of("projections", "scores and blend", "MLP", "A in MB", "milliseconds"),
                Matrix.fill(
                        points.size(), columns.size(), (i, j) -> columns.get(j).applyAsDouble(points.get(i))));
    }

    private Panel facts() {
        double n = now.n();
        double d = now.d();
        Cost.ModelSize model = Cost.ModelSize.named(now.model());
        return new Facts()
                .product("projections", "Q, K and V: 3nd².", 3, n, d, d)
                .product("scores and blend", "Q·Kᵀ and A·V: 2n²d.", 2, n, n, d)
                .product("equal at n", "2n²d = 3nd² where n = 1.5 d.", 1.5, d)
                .product("equal at n with W_O", "2n²d = 4nd² where n = 2 d.", 2, d)
                .product("equal at n with MLP", "2n²d = 12nd² where n = 6 d.", 6, d)
                .product("A in MB", "n² doubles of 8 bytes, in millions of bytes.", n, n, 8, 1e-6)
                .product("cache in bytes", cache(model), 2, model.layers(), n, model.width(), now.bytes())
                .product("numbers kept by attention", "Keys and values of all words: 2nd.", 2, n, d)
                .given("numbers kept by a recurrent net", d, "One state, whatever the length.")
                .given("steps that must wait", 1, "No row of attention waits for another row.")
                .given("steps that must wait in a recurrent net", n, "Each word waits for the one before.")
                .given("hops", 1, "Every word reads every other one directly.")
                .given("hops in a recurrent net", Math.max(1, n - 1), "From the first word to the last.")
                .given(
                        "recurrent net keeps",
                        StrictMath.pow(KEPT, n),
                        "ρⁿ of its first word with ρ = 0.9 a step: an assumption, h = ρ · orthogonal · h.")
                .given("one row alone", apart, "The largest difference from the same row computed with all others.")
                .panel("At n = " + now.n() + ", d = " + now.d());
    }

    private String cache(Cost.ModelSize model) {
        return "Keys and values: 2 · " + model.layers() + " layers · n · " + model.width() + " · " + now.bytes()
                + " bytes, of " + model.name() + ".";
    }

    private Panel recurrent() {
        List<Double> kept = IntStream.rangeClosed(0, LONGEST_SHOWN)
                .mapToObj(i -> StrictMath.pow(KEPT, i))
                .toList();
        LinePlot plot = new LinePlot(
                RECURRENT,
                new PlotAxis.Linear("share of the first word", 0, 1, 0.25),
                new PlotAxis.Linear("words read since", 0, LONGEST_SHOWN, 8),
                List.of(
                        Series.chosen("attention, one hop", List.of(new Series.Point(0, 1), new Series.Point(64, 1)))
                                .withShape(Series.Shape.NONE),
                        Series.compared("recurrent net, 0.9 a step", Series.inPlaces(kept))
                                .withShape(Series.Shape.NONE)),
                LinePlot.Names.ABOVE,
                false,
                "");
        return new PlotPanel(
                "What can still be read of the first word",
                plot,
                new NumberTable(
                        IntStream.rangeClosed(0, LONGEST_SHOWN)
                                .mapToObj(String::valueOf)
                                .toList(),
                        List.of("recurrent net keeps"),
                        Matrix.fill(kept.size(), 1, (i, j) -> kept.get(i))),
                new Spot(RECURRENT, 1, Math.min(LONGEST_SHOWN, now.n())),
                at -> Optional.empty(),
                at -> Optional.empty());
    }

    private String said() {
        double n = now.n();
        double d = now.d();
        String more = 2 * n > 3 * d
                ? "scores and blend cost more"
                : 2 * n < 3 * d ? "the projections cost more" : "both cost the same";
        return "At n = " + now.n() + " and d = " + now.d() + " " + more + ": "
                + Form.Range.plain(2 * n * n * d) + " against " + Form.Range.plain(3 * n * d * d)
                + " multiply-adds; they are equal at n = " + Form.Range.plain(1.5 * d)
                + ". A recurrent net that keeps 0.9 in a step has "
                + (n > 80 ? "less than 0.0003" : DecimalFormatter.claimed(StrictMath.pow(KEPT, n), 4))
                + " of its first word left.";
    }
}
