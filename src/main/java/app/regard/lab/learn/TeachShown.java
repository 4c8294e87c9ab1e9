package app.regard.lab.learn;

import app.regard.draw.DecimalFormatter;
import app.regard.draw.chart.PlotAxis;
import app.regard.engine.Algebra;
import app.regard.engine.Attention;
import app.regard.engine.HeadTraining;
import app.regard.engine.PaintedRows;
import app.regard.engine.Softmax;
import app.regard.lab.FactsPanel;
import app.regard.lab.MapPanel;
import app.regard.lab.Outcome;
import app.regard.lab.Panel;
import app.regard.lab.Snapshot;
import app.regard.source.TeachRecipe;
import app.regard.source.TraceContent;
import app.regard.stage.Stages;
import app.regard.trace.Experiment;
import app.regard.trace.Inputs;
import app.regard.trace.Matrix;
import app.regard.trace.Moment;
import app.regard.trace.Sentence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What is shown of a head that is taught: loss and error over the steps, and the map of its weights with the painted cells.
 *
 * @param in the sentence with its vectors
 * @param states from before the first step on
 * @param steps how many there will be at most
 */
record TeachShown(TeachRecipe recipe, Inputs in, int steps, List<HeadTraining.State> states) implements Outcome {
    private static final String CURVES = "curves";
    private static final int MOST_RULES = 8;

    /** How far the axis of steps goes while nobody knows how many there will be. */
    private static final int FEW = 40;

    TeachShown {
        states = List.copyOf(states);
    }

    @Override
    public int length() {
        return states.size();
    }

    @Override
    public int first() {
        return 0;
    }

    @Override
    public boolean finished() {
        return reached().isPresent() || states.size() > steps;
    }

    private Sentence words() {
        return in.from().words();
    }

    private PaintedRows painted() {
        return TeachRecipe.painted(recipe.targets(), words());
    }

    private double floor() {
        return painted().floor(in.from().x());
    }

    /** The part of the floor that is no obstacle: a row that shares its 1 among several words has that loss where it is right. */
    private double shared() {
        return painted().rows().stream()
                .mapToDouble(row -> Softmax.entropy(painted().target(row)))
                .average()
                .orElse(0);
    }

    /** Whether words with equal vectors keep the head from its targets. */
    private boolean hindered() {
        return floor() - shared() > 1e-9;
    }

    private OptionalInt reached() {
        HeadTraining.State last = states.get(states.size() - 1);
        return last.error() <= Teach.CLOSE ? OptionalInt.of(last.steps()) : OptionalInt.empty();
    }

    /** Where the run ends without having come close, its end is the best that was found. */
    private int best() {
        return IntStream.range(0, states.size())
                .boxed()
                .min(Comparator.comparingDouble(i -> states.get(i).loss()))
                .orElse(0);
    }

    private boolean failed() {
        return reached().isEmpty() && states.size() > steps;
    }

    @Override
    public Snapshot at(int step) {
        boolean end = step == states.size() - 1 && failed();
        int shown = end ? best() : step;
        HeadTraining.State state = states.get(shown);
        Experiment experiment = Experiment.of(recipe.sentence(), recipe.at(state.steps()));
        PaintedRows.Cell first = painted().cells().get(0);
        Moment here = new Moment(experiment, Stages.WEIGHTS, first.row());
        Inputs taught = new Inputs(
                in.from(),
                in.to(),
                recipe.head(state, in.head().dimensions()),
                in.mask(),
                in.positions(),
                in.temperature());
        Panel map = new MapPanel(
                Teach.MAP,
                "Weights after " + count(state.steps()) + ", painted cells framed",
                new TraceContent(Attention.trace(taught)),
                here,
                MapPanel.cell(first.row(), first.col()),
                painted().cells().stream()
                        .map(c -> MapPanel.cell(c.row(), c.col()))
                        .toList());
        return new Snapshot(List.of(curves(shown, here), end(state), map, rules(state)), said(state, end));
    }

    private static String count(int steps) {
        return steps + (steps == 1 ? " step" : " steps");
    }

    private Panel curves(int here, Moment moment) {
        List<Double> losses = states.stream().map(HeadTraining.State::loss).toList();
        List<Double> floors = Collections.nCopies(states.size(), floor());
        double most = losses.stream().mapToDouble(l -> l).max().orElse(1);
        return new Curves(
                        CURVES,
                        hindered()
                                ? "Loss. Known before: not below " + text(floor()) + ", for " + alike()
                                        + " are one to a head"
                                : "Loss of the painted rows; nothing stands in its way"
                                        + (floor() > 1e-9 ? " down to " + text(floor()) + ", where all is right" : ""),
                        PlotAxis.Linear.holding("nats", 0, Math.max(1, most)),
                        states.stream().map(HeadTraining.State::steps).toList(),
                        finished() ? states.size() - 1 : Math.max(states.size(), Math.min(steps, FEW)),
                        here,
                        i -> Optional.of(new Moment(
                                Experiment.of(
                                        recipe.sentence(),
                                        recipe.at(states.get(i).steps())),
                                6,
                                moment.query())))
                .panel(List.of(new Curves.Curve("loss", losses), new Curves.Curve("floor", floors)));
    }

    private Panel end(HeadTraining.State state) {
        return FactsPanel.end(
                "After " + count(state.steps()),
                "taught",
                List.of("loss", "floor", "steps", "error"),
                state.loss(),
                floor(),
                Curves.number(reached()),
                state.error());
    }

    /** What training added to a score for each pair of dimensions, the largest first: Δ(W_Q·W_Kᵀ)/√d_k. */
    private Panel rules(HeadTraining.State state) {
        List<String> names = in.head().dimensions();
        Matrix now = Algebra.timesTransposed(state.wq(), state.wk());
        Matrix begun = Algebra.timesTransposed(states.get(0).wq(), states.get(0).wk());
        List<FactsPanel.Fact> all = new ArrayList<>();
        for (int a = 0; a < names.size(); a++) {
            for (int b = 0; b < names.size(); b++) {
                double added = (now.at(a, b) - begun.at(a, b)) / Math.sqrt(recipe.dk());
                all.add(new FactsPanel.Fact(names.get(a) + " asks " + names.get(b), added, Optional.empty()));
            }
        }
        all.sort(Comparator.comparingDouble(f -> -Math.abs(f.value())));
        return new FactsPanel("rules", "Learned rules: what training added to a score", all.subList(0, MOST_RULES));
    }

    private String said(HeadTraining.State state, boolean end) {
        double floor = floor();
        String before = hindered()
                ? "Known before the run: the loss cannot fall below " + text(floor) + ", for " + alike()
                        + " have equal vectors: they ask alike and share what looks at them. "
                : "Known before the run: nothing stands in the way, the floor of the loss is "
                        + (floor > 1e-9
                                ? text(floor)
                                        + ": so much has a row that shares its 1, also where every weight is right. "
                                : "0. ");
        String now = "the loss is " + text(state.loss()) + ", and no painted weight is further than "
                + text(state.error()) + " from its target.";
        String close = reached().isPresent()
                ? " That is close enough (0.05) after " + count(reached().getAsInt()) + "."
                : "";
        if (states.size() == 1 && !finished()) {
            return before + "The head is drawn from seed " + recipe.seed() + " and was taught nothing: " + now
                    + " Run teaches it until each is within 0.05, for " + count(steps) + " at most.";
        }
        return before + "After " + count(state.steps()) + " " + now
                + (end ? " This is the best of " + count(steps) + ". " + reason() : close);
    }

    private String reason() {
        if (hindered()) {
            return "It cannot come close: " + alike() + " are the same to the head.";
        }
        return recipe.dk() == 1 && words().size() > 2
                ? "With d_k = 1 a score is one number times one number: whoever asks, the keys stand in the same order or "
                        + "in the opposite one, so a word in the middle never comes first."
                : "It did not come close in so many steps: try another seed, rate or d_k.";
    }

    private String alike() {
        Matrix x = in.from().x();
        return painted().alike(x).stream()
                .map(i -> "“" + words().word(i) + "” (" + (i + 1) + ")")
                .collect(Collectors.joining(", "));
    }

    private static String text(double value) {
        return DecimalFormatter.claimed(value, 4);
    }
}
