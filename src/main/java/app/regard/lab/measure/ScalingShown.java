package app.regard.lab.measure;

import app.regard.draw.DecimalFormatter;
import app.regard.draw.Spot;
import app.regard.draw.chart.Bins;
import app.regard.draw.chart.Histogram;
import app.regard.draw.chart.LinePlot;
import app.regard.draw.chart.PlotAxis;
import app.regard.draw.chart.Series;
import app.regard.lab.Facts;
import app.regard.lab.HistogramPanel;
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

/** The panels of scores of several d_k: two histograms of one, the spread of rows of all. */
record ScalingShown(Scaling.Settings now, List<ScoreSample> samples) {
    private static final double NATS = StrictMath.log(2); // in a bit

    Snapshot snapshot() {
        ScoreSample at = samples.get(here());
        Panel raw = scores("raw", "Scores q·k", at.rawCounts(), at.variance(), at.dk(), Math.sqrt(at.dk()));
        Panel scaled = scores("scaled", "Scores q·k ÷ √" + at.dk(), at.scaledCounts(), at.variance() / at.dk(), 1, 1);
        return new Snapshot(List.of(raw, scaled, spread(), facts(at)), said(at));
    }

    private boolean random() {
        return now.vectors().equals(Scaling.RANDOM);
    }

    private int here() {
        return IntStream.range(0, samples.size())
                .filter(i -> samples.get(i).dk() == now.dk())
                .findFirst()
                .orElse(0);
    }

    private Panel scores(
            String id, String title, ScoreSample.Counts counts, double variance, double theory, double deviation) {
        Bins bins = counts.bins();
        List<Series.Point> normal = IntStream.rangeClosed(0, 200)
                .mapToObj(i -> bins.edge(0) + i * (bins.edge(bins.count()) - bins.edge(0)) / 200)
                .map(x -> new Series.Point(x, density(x / deviation) / deviation * bins.width()))
                .toList();
        boolean filled = id.equals("scaled");
        Histogram.Distribution of = filled
                ? Histogram.Distribution.chosen(id, counts.shares())
                : Histogram.Distribution.compared(id, counts.shares());
        String said = ": variance " + text(variance, 2) + ", theory " + text(theory, 0);
        return new HistogramPanel(
                title + said, new Histogram(id, "share", "", bins, List.of(of.withTheory(normal))), "scores");
    }

    private static double density(double z) {
        return StrictMath.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    }

    private List<Series.Point> points(ToDoubleFunction<ScoreSample> nats) {
        return samples.stream()
                .map(s -> new Series.Point(s.dk(), nats.applyAsDouble(s) / NATS))
                .toList();
    }

    private Panel spread() {
        List<Series> lines = List.of(
                Series.compared("not divided", points(s -> s.raw().entropy()))
                        .withTheory(points(ScoreSample::expectedRaw)),
                Series.chosen("÷ √d_k", points(s -> s.scaled().entropy()))
                        .withTheory(points(ScoreSample::expectedScaled)));
        double top = Math.ceil(StrictMath.log(now.n()) / NATS);
        LinePlot plot = new LinePlot(
                Scaling.SWEEP,
                new PlotAxis.Linear("bits", 0, top, top > 4 ? 2 : 1),
                new PlotAxis.Logarithmic("d_k", 1, 512, 2),
                lines,
                LinePlot.Names.ABOVE,
                false,
                "");
        return new PlotPanel(
                "How widely a row is spread, in bits (dashed: theory, normal scores)",
                plot,
                numbers(),
                new Spot(Scaling.SWEEP, 0, here()),
                this::why,
                at -> Optional.empty());
    }

    private Optional<Why> why(Spot at) {
        ScoreSample sample = samples.get(at.col());
        RowSpread of = at.row() == 0 ? sample.raw() : sample.scaled();
        double bits = of.entropies() / NATS;
        List<Term> terms =
                List.of(new Term("", List.of((double) of.rows()), List.of()), new Term("", List.of(bits), List.of()));
        String about = "mean spread −Σ a·log₂ a of " + of.rows() + " rows at d_k = " + sample.dk()
                + (at.row() == 0 ? ", not divided" : ", divided by √d_k");
        String note = "= " + text(of.entropy(), 4) + " nats. Theory for normal scores: "
                + text((at.row() == 0 ? sample.expectedRaw() : sample.expectedScaled()) / NATS, 4) + " bits.";
        return Optional.of(new Why(at, bits / of.rows(), about, "mean spread in bits", Operation.AVERAGE, terms, note));
    }

    private NumberTable numbers() {
        List<String> columns = List.of(
                "variance",
                "entropy raw",
                "entropy scaled",
                "mean ‖J‖_F raw",
                "mean ‖J‖_F scaled",
                "largest raw",
                "largest scaled");
        return new NumberTable(
                samples.stream().map(s -> String.valueOf(s.dk())).toList(),
                columns,
                Matrix.fill(samples.size(), columns.size(), (i, j) -> row(samples.get(i))[j]));
    }

    private static double[] row(ScoreSample s) {
        return new double[] {
            s.variance(),
            s.raw().entropy(),
            s.scaled().entropy(),
            s.raw().sensitivity(),
            s.scaled().sensitivity(),
            s.raw().largest(),
            s.scaled().largest()
        };
    }

    private Panel facts(ScoreSample s) {
        double rows = s.raw().rows();
        return new Facts()
                .mean("mean", s.sum(), (double) s.count(), "The mean of " + s.count() + " scores.")
                .given("variance", s.variance(), "Σs²/N − mean²; theory for random numbers: d_k = " + s.dk() + ".")
                .mean("entropy raw", s.raw().entropies(), rows, "In nats; the plot is in bits.")
                .mean("entropy scaled", s.scaled().entropies(), rows, "In nats; the plot is in bits.")
                .mean("mean ‖J‖_F raw", s.raw().sensitivities(), rows, "‖J‖² = Σa² − 2Σa³ + (Σa²)², J = ∂a/∂z.")
                .mean("mean ‖J‖_F scaled", s.scaled().sensitivities(), rows, "By the scores that the softmax sees.")
                .given("largest raw", s.raw().largest(), "The mean of each row’s largest weight.")
                .given("largest scaled", s.scaled().largest(), "The mean of each row’s largest weight.")
                .given("saturated raw", s.raw().saturated(), "The share of rows with more than 0.99 on one word.")
                .panel("At d_k = " + s.dk() + ", entropies in nats");
    }

    private String said(ScoreSample s) {
        String spread = "At d_k = " + s.dk() + " the largest weight of a row is "
                + text(s.raw().largest(), 2)
                + " on average, and in " + DecimalFormatter.hundredths(s.raw().saturated()) + "%"
                + " of the rows more than 0.99; divided by √" + s.dk() + " it is "
                + text(s.scaled().largest(), 2) + ". ‖J‖ is " + text(s.raw().sensitivity(), 3) + " against "
                + text(s.scaled().sensitivity(), 3) + ".";
        return random()
                ? spread
                : "The table’s vectors are not independent numbers of variance 1: scores of two different words have mean "
                        + text(s.mean(), 3) + " and variance " + text(s.variance(), 3) + ", not 0 and " + s.dk()
                        + ". Dividing only flattens their rows. " + spread;
    }

    private static String text(double value, int decimals) {
        return DecimalFormatter.claimed(value, decimals);
    }
}
