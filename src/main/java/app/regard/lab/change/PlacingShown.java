package app.regard.lab.change;

import app.regard.draw.DecimalFormatter;
import app.regard.draw.Spot;
import app.regard.draw.chart.LinePlot;
import app.regard.draw.chart.PlotAxis;
import app.regard.draw.chart.Series;
import app.regard.engine.Sinusoids;
import app.regard.lab.Panel;
import app.regard.lab.PlotPanel;
import app.regard.lab.Snapshot;
import app.regard.stage.Part;
import app.regard.stage.Why;
import app.regard.trace.Matrix;
import app.regard.trace.NumberTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is shown of a pair of words that slides along.
 *
 * @param slides the pair in place 0, 1, 2, …
 */
record PlacingShown(Placing.Settings now, String first, String second, List<PlacedPair> slides) {
    private PlacedPair present() {
        return slides.get(now.shift());
    }

    private boolean rotary() {
        return now.kind().equals(Placing.ROTARY);
    }

    Snapshot snapshot() {
        return new Snapshot(List.of(sweep(), gaps(), facts()), said());
    }

    private List<Double> all(ToDoubleFunction<PlacedPair> number) {
        return slides.stream().map(number::applyAsDouble).toList();
    }

    private static List<String> counts(int last) {
        return IntStream.rangeClosed(0, last).mapToObj(String::valueOf).toList();
    }

    private Panel sweep() {
        List<Double> scores = all(PlacedPair::score);
        List<Double> places = all(PlacedPair::ofPlaces);
        double[] held = Stream.concat(Stream.concat(scores.stream(), places.stream()), Stream.of(0.0))
                .mapToDouble(v -> v)
                .toArray();
        List<Series> series = new ArrayList<>(List.of(Series.chosen("scaled score", Series.inPlaces(scores))));
        if (!rotary()) {
            series.add(Series.compared("of which p·p", Series.inPlaces(places)));
        }
        List<List<Double>> columns = rotary() ? List.of(scores) : List.of(scores, places, all(PlacedPair::ofBoth));
        List<String> names =
                rotary() ? List.of("scaled score") : List.of("scaled score", "of which p·p", "of which x·p + p·x");
        return new PlotPanel(
                "The pair slides along, " + now.gap() + " apart",
                new LinePlot(
                        Placing.SWEEP,
                        PlotAxis.Linear.holding("scaled score", held),
                        new PlotAxis.Places("where the pair begins", counts(slides.size() - 1)),
                        series,
                        LinePlot.Names.ABOVE,
                        false,
                        ""),
                new NumberTable(
                        counts(slides.size() - 1),
                        names,
                        Matrix.fill(slides.size(), names.size(), (i, j) -> columns.get(j)
                                .get(i))),
                new Spot(Placing.SWEEP, 0, now.shift()),
                at -> at.row() == 0 ? why(slides.get(at.col())) : Optional.empty(),
                at -> Optional.of(slides.get(at.col()).of().here()));
    }

    private Optional<Why> why(PlacedPair pair) {
        return rotary() ? Optional.empty() : Optional.of(pair.of().why(Part.SCALED, pair.i(), pair.j()));
    }

    /** p·p over the gap: Σ cos(gap · ω) over the pairs of columns. */
    private List<Double> cosines() {
        Matrix p = Sinusoids.of(Placing.MOST_GAP + 1, dModel());
        return IntStream.rangeClosed(0, Placing.MOST_GAP)
                .mapToObj(gap -> Facts.dot(p.row(0), p.row(gap)))
                .toList();
    }

    private int dModel() {
        return present().of().trace().in().head().dModel();
    }

    private Panel gaps() {
        List<Double> values = cosines();
        double[] held = Stream.concat(values.stream(), Stream.of(0.0))
                .mapToDouble(v -> v)
                .toArray();
        return new PlotPanel(
                "p·p over the gap, wherever the pair stands",
                new LinePlot(
                        Placing.GAPS,
                        PlotAxis.Linear.holding("p·p", held),
                        new PlotAxis.Places("gap", counts(Placing.MOST_GAP)),
                        List.of(Series.chosen("p·p", Series.inPlaces(values))),
                        LinePlot.Names.ABOVE,
                        false,
                        ""),
                new NumberTable(
                        counts(Placing.MOST_GAP),
                        List.of("p·p"),
                        Matrix.fill(values.size(), 1, (i, j) -> values.get(i))),
                new Spot(Placing.GAPS, 0, now.gap()),
                at -> Optional.empty(),
                at -> Optional.empty());
    }

    private double spread() {
        List<Double> scores = all(PlacedPair::score);
        return scores.stream()
                .mapToDouble(s -> Math.abs(s - scores.get(0)))
                .max()
                .orElse(0);
    }

    private Panel facts() {
        PlacedPair at = present();
        Facts facts = new Facts();
        why(at).ifPresentOrElse(
                        why -> facts.add("scaled score", at.score(), why), () -> facts.add("scaled score", at.score()));
        facts.add("p·p", cosines().get(now.gap()));
        if (rotary()) {
            facts.add(
                    "change of lengths",
                    slides.stream().mapToDouble(PlacedPair::stretched).max().orElse(0));
        } else {
            facts.add("of which p·p", at.ofPlaces())
                    .add("of which x·p + p·x", at.ofBoth())
                    .add("of which x·x", at.ofWords());
        }
        return facts.add("largest change as the pair slides", spread())
                .panel("“" + first + "” in place " + now.shift() + ", “" + second + "” " + now.gap() + " behind it");
    }

    /** What is said of p·p, which W_Q and W_K may make of more than the gap. */
    private String ofPlaces() {
        List<Double> places = all(PlacedPair::ofPlaces);
        double least = Collections.min(places);
        double most = Collections.max(places);
        boolean same = most - least <= 1e-9 * Math.max(1, Math.max(Math.abs(least), Math.abs(most)));
        return "of that p·p is " + DecimalFormatter.claimed(present().ofPlaces(), 4)
                + (same
                        ? " wherever the pair stands."
                        : ", elsewhere " + DecimalFormatter.claimed(least, 4) + " to "
                                + DecimalFormatter.claimed(most, 4) + ": W_Q and W_K read p too.");
    }

    private String said() {
        String pair = now.gap() == 0
                ? "“" + first + "” and itself, "
                : "“" + first + "” and “" + second + "”, " + now.gap() + " apart, ";
        String score = "The scaled score of " + pair + "is "
                + DecimalFormatter.claimed(present().score(), 4) + " in place " + now.shift() + " and was "
                + DecimalFormatter.claimed(slides.get(0).score(), 4) + " in place 0; ";
        return score + (rotary() ? "turned by their places the two only know how far apart they are." : ofPlaces());
    }
}
