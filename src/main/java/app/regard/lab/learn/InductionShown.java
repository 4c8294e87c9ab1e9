package app.regard.lab.learn;

import app.regard.draw.DecimalFormatter;
import app.regard.draw.chart.PlotAxis;
import app.regard.engine.Attention;
import app.regard.engine.CopyScores;
import app.regard.engine.CopyTexts;
import app.regard.lab.FactsPanel;
import app.regard.lab.MapPanel;
import app.regard.lab.Panel;
import app.regard.lab.SharesPanel;
import app.regard.lab.Snapshot;
import app.regard.source.NetworkRecipe;
import app.regard.source.TraceContent;
import app.regard.stage.Stages;
import app.regard.trace.Experiment;
import app.regard.trace.Matrix;
import app.regard.trace.Moment;
import app.regard.trace.NumberTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;

/**
 * What is shown of a network that learns to copy: two scores and the loss over the steps, a map of each layer, and how often the next
 * token is right with a layer off.
 *
 * @param points what was measured
 */
record InductionShown(Induction.Settings now, InductionText text, List<Induction.Point> points)
        implements MeasuredRun<Induction.Point> {
    private static final double REACHED = 0.95;
    private static final double CHANCE = 1.0 / CopyTexts.VOCABULARY;

    InductionShown {
        points = List.copyOf(points);
    }

    @Override
    public int steps() {
        return now.steps();
    }

    @Override
    public int stride() {
        return Induction.EVERY;
    }

    private NetworkRecipe recipe() {
        return now.recipe();
    }

    @Override
    public Snapshot at(int step) {
        int here = point(step);
        Induction.Point at = points.get(here);
        List<Panel> panels = new ArrayList<>();
        panels.add(curves(
                "curves",
                "Two scores of attention",
                new PlotAxis.Linear("mean weight", 0, 1, 0.25),
                here,
                List.of(
                        curve("prefix, layer " + (now.layers() - 1), CopyScores::prefix),
                        curve("previous, layer 0", CopyScores::previous))));
        panels.add(curves(
                "loss",
                "Loss where the next token can be known",
                PlotAxis.Linear.holding("nats", 0, 3, most()),
                here,
                List.of(curve("loss", CopyScores::loss))));
        panels.add(off(at));
        for (int layer = 0; layer < now.layers(); layer++) {
            panels.add(map(at, layer));
        }
        panels.add(end(at));
        return new Snapshot(panels, said(at));
    }

    private double most() {
        return points.stream().mapToDouble(p -> p.scores().loss()).max().orElse(3);
    }

    private Curves.Curve curve(String name, ToDoubleFunction<CopyScores> score) {
        return new Curves.Curve(
                name, points.stream().map(p -> score.applyAsDouble(p.scores())).toList());
    }

    private Panel curves(String id, String title, PlotAxis up, int here, List<Curves.Curve> curves) {
        return new Curves(
                        id,
                        title,
                        up,
                        measured(),
                        now.steps(),
                        here,
                        i -> Optional.of(moment(points.get(i), now.layers() - 1)))
                .panel(curves);
    }

    private Moment moment(Induction.Point at, int layer) {
        Experiment e = recipe().experiment(text.text(), at.step(), layer);
        return new Moment(e, Stages.WEIGHTS, layer == 0 && now.layers() > 1 ? text.source() : text.place());
    }

    private Panel map(Induction.Point at, int layer) {
        Moment here = moment(at, layer);
        TraceContent seen =
                new TraceContent(Attention.trace(recipe().inputs(at.network(), at.step(), layer, here.experiment())));
        boolean last = layer == now.layers() - 1;
        int key = last ? text.source() : Math.max(0, here.query() - 1);
        String which = last
                ? text.repeats() ? "behind the last: " : "no such letter before: "
                : key < here.query() ? "the one before: " : "none before: ";
        double weight = seen.weights().a().at(here.query(), key);
        return new MapPanel(
                "layer" + layer,
                "Layer " + layer + (now.off() == layer ? " (off)" : "") + ": place " + (here.query() + 1) + " to "
                        + (key + 1) + ", " + which + text(weight, 2),
                seen,
                here,
                MapPanel.cell(here.query(), key),
                List.of());
    }

    private Panel off(Induction.Point at) {
        List<String> rows = now.layers() > 1
                ? List.of("both layers", "layer 0 off", "layer 1 off", "guessing")
                : List.of("one layer", "layer 0 off", "guessing");
        double[] shares = {
            at.scores().accuracy(), at.scores().withoutFirst(), at.scores().withoutSecond(), CHANCE
        };
        NumberTable numbers = new NumberTable(
                rows,
                List.of("right"),
                Matrix.fill(rows.size(), 1, (i, j) -> i == rows.size() - 1 ? CHANCE : shares[i]));
        return new SharesPanel(
                "off",
                "Next token right at step " + at.step(),
                numbers,
                "On 256 fresh texts; a layer that is off adds nothing.");
    }

    private OptionalInt reached() {
        return reached(p -> p.scores().accuracy(now.off()) >= REACHED);
    }

    private Panel end(Induction.Point at) {
        return FactsPanel.end(
                "At step " + at.step() + ", on 256 fresh texts",
                now.layers() + (now.layers() > 1 ? " layers" : " layer"),
                List.of("accuracy", "prefix", "previous", "steps"),
                at.scores().accuracy(now.off()),
                at.scores().prefix(),
                at.scores().previous(),
                Curves.number(reached()));
    }

    private String said(Induction.Point at) {
        CopyScores s = at.scores();
        if (!finished() && at.step() == 0) {
            return "Before the first step the numbers are drawn from seed " + now.seed() + ": " + percent(s.accuracy())
                    + " of the next tokens are right, with a loss of " + text(s.loss(), 2)
                    + "; guessing among 16 gives 6.2 % and " + text(Math.log(CopyTexts.VOCABULARY), 2) + ". Run trains "
                    + Discover.layers(now.layers()) + " for " + now.steps() + " steps.";
        }
        OptionalInt first = reached(p -> p.scores().accuracy() >= REACHED); // of what is said, whichever layer is off
        String when = first.isPresent()
                ? " It first reached 95 % at step " + first.getAsInt() + "."
                : " It has not reached 95 %.";
        String off = now.layers() > 1
                ? " With layer 0 off, at this step, " + percent(s.withoutFirst()) + " are right, with layer 1 off "
                        + percent(s.withoutSecond()) + "; guessing among 16 gives 6.2 %."
                : " One layer has nothing to look behind the last occurrence with.";
        return "At step " + at.step() + " " + percent(s.accuracy())
                + " of the next tokens are right where they can be known, "
                + "with a loss of " + text(s.loss(), 2) + "; prefix score " + text(s.prefix(), 2) + ", previous token "
                + text(s.previous(), 2) + "." + when + off + drop();
    }

    /** The steepest fall of the loss over fifty steps. */
    private String drop() {
        int best = -1;
        double most = 0.5;
        for (int i = 0; i + 5 < points.size(); i++) {
            double fall =
                    points.get(i).scores().loss() - points.get(i + 5).scores().loss();
            best = fall > most ? i : best;
            most = Math.max(most, fall);
        }
        return best < 0
                ? ""
                : " The steepest fall: from " + text(points.get(best).scores().loss(), 2) + " at step "
                        + points.get(best).step() + " to "
                        + text(points.get(best + 5).scores().loss(), 2) + " at "
                        + points.get(best + 5).step() + ".";
    }

    private static String percent(double share) {
        return DecimalFormatter.hundredths(share) + "%";
    }

    private static String text(double value, int decimals) {
        return DecimalFormatter.claimed(value, decimals);
    }
}
