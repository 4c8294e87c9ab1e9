package app.regard.lab.change;

import app.regard.draw.DecimalFormatter;
import app.regard.draw.Spot;
import app.regard.draw.chart.LinePlot;
import app.regard.draw.chart.PlotAxis;
import app.regard.draw.chart.Series;
import app.regard.lab.Panel;
import app.regard.lab.PlotPanel;
import app.regard.lab.RowPanel;
import app.regard.lab.Snapshot;
import app.regard.stage.Part;
import app.regard.stage.Words;
import app.regard.trace.Matrix;
import app.regard.trace.NumberTable;
import app.regard.trace.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The panels of words with copies of a filler between or before them.
 *
 * @param between with 0, 1, 2, … copies between
 * @param before the same before both
 */
record DistanceShown(Distance.Settings now, List<Distance.Tried> between, List<Distance.Tried> before) {
    private boolean inBetween() {
        return now.where().equals(Distance.BETWEEN);
    }

    private Distance.Tried present() {
        return (inBetween() ? between : before).get(now.k());
    }

    Snapshot snapshot() {
        Distance.Tried at = present();
        return new Snapshot(List.of(scores(), weights(), facts(), row(at)), said());
    }

    private static List<String> counts() {
        return IntStream.rangeClosed(0, Distance.MOST).mapToObj(String::valueOf).toList();
    }

    private List<Double> all(ToDoubleFunction<Distance.Tried> number, List<Distance.Tried> of) {
        return of.stream().map(number::applyAsDouble).toList();
    }

    private Panel scores() {
        List<Distance.Tried> shown = inBetween() ? between : before;
        List<Double> values = all(Distance.Tried::score, shown);
        double[] zero = DoubleStream.concat(DoubleStream.of(0), values.stream().mapToDouble(v -> v))
                .toArray();
        LinePlot plot = new LinePlot(
                Distance.SCORES,
                PlotAxis.Linear.holding("scaled score", zero),
                across(" " + now.where()),
                List.of(Series.chosen("score", Series.inPlaces(values))),
                LinePlot.Names.ABOVE,
                false,
                "");
        return new PlotPanel(
                "Score of " + pair(),
                plot,
                new NumberTable(counts(), List.of("score"), Matrix.fill(Distance.MOST + 1, 1, (i, j) -> values.get(i))),
                new Spot(Distance.SCORES, 0, now.k()),
                at -> Optional.of(shown.get(at.col()).scoreWhy()),
                at -> Optional.of(shown.get(at.col()).moment()));
    }

    private PlotAxis across(String where) {
        return new PlotAxis.Places("copies of " + Words.quoted(now.filler()) + where, counts());
    }

    private String pair() {
        Sentence words = between.get(0).seen().weights().from();
        return Words.quoted(words.shown(now.from())) + " and " + Words.quoted(words.shown(now.to()));
    }

    private Panel weights() {
        List<Double> one = all(Distance.Tried::weight, between);
        List<Double> other = all(Distance.Tried::weight, before);
        List<Double> scores = all(Distance.Tried::score, inBetween() ? between : before);
        LinePlot plot = new LinePlot(
                Distance.WEIGHTS,
                new PlotAxis.Linear("weight", 0, 1, 0.25),
                across(""),
                List.of(
                        Series.chosen(Distance.BETWEEN, Series.inPlaces(one)),
                        Series.compared(Distance.BEFORE, Series.inPlaces(other))),
                LinePlot.Names.ABOVE,
                false,
                "");
        List<List<Double>> columns = List.of(scores, one, other);
        return new PlotPanel(
                "Weight of " + pair(),
                plot,
                new NumberTable(
                        counts(),
                        List.of("score", "weight between", "weight before"),
                        Matrix.fill(
                                Distance.MOST + 1, 3, (i, j) -> columns.get(j).get(i))),
                new Spot(Distance.WEIGHTS, inBetween() ? 0 : 1, now.k()),
                at -> Optional.of(line(at).why(Part.WEIGHTS)),
                at -> Optional.of(line(at).moment()));
    }

    private Distance.Tried line(Spot at) {
        return (at.row() == 0 ? between : before).get(at.col());
    }

    private Panel facts() {
        Distance.Tried one = between.get(now.k());
        Distance.Tried other = before.get(now.k());
        return new Facts()
                .add("score", present().score(), present().scoreWhy())
                .add("weight between", one.weight(), one.why(Part.WEIGHTS))
                .add("weight before", other.weight(), other.why(Part.WEIGHTS))
                .panel("With " + copies(now.k()));
    }

    private Panel row(Distance.Tried at) {
        String word = at.seen().weights().from().shown(at.from());
        return new RowPanel("row", Words.quoted(word) + " attends to", at.seen(), at.moment(), at.to());
    }

    private String copies(int k) {
        return k + (k == 1 ? " copy of " : " copies of ") + Words.quoted(now.filler());
    }

    private String said() {
        double first = between.get(0).weight();
        double one = between.get(now.k()).weight();
        double other = before.get(now.k()).weight();
        boolean flat = Math.abs(present().score() - between.get(0).score()) <= 1e-12;
        boolean same = Math.abs(one - other) <= 1e-12;
        return "Score " + (flat ? "still " : "now ")
                + DecimalFormatter.claimed(present().score(), 4)
                + "; the weight goes from " + DecimalFormatter.claimed(first, 4) + " to "
                + DecimalFormatter.claimed(one, 4)
                + (same
                        ? ", wherever the copies stand."
                        : " with them between, to " + DecimalFormatter.claimed(other, 4) + " with them before both.");
    }
}
