package app.regard.lab.change;

import app.regard.draw.Axis;
import app.regard.draw.ColourRole;
import app.regard.draw.DecimalFormatter;
import app.regard.draw.Spot;
import app.regard.lab.About;
import app.regard.lab.Answer;
import app.regard.lab.FactsPanel;
import app.regard.lab.Form;
import app.regard.lab.Gesture;
import app.regard.lab.Lab;
import app.regard.lab.MatrixPanel;
import app.regard.lab.Outcome;
import app.regard.lab.Reads;
import app.regard.lab.Run;
import app.regard.lab.Setting;
import app.regard.lab.Snapshot;
import app.regard.lab.TracedMoment;
import app.regard.source.GivenCell;
import app.regard.source.Resolver;
import app.regard.stage.Content;
import app.regard.stage.Part;
import app.regard.stage.Words;
import app.regard.trace.Edit;
import app.regard.trace.Experiment;
import app.regard.trace.Grid;
import app.regard.trace.Inputs;
import app.regard.trace.Inputs.Changes;
import app.regard.trace.Matrix;
import app.regard.trace.Moment;
import app.regard.trace.Trace;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which numbers decide where a word looks? Any number that is given can be changed, and the weights from before stay. */
public final class Editing implements Lab<Editing.Settings> {
    private static final String MATRIX = "matrix";
    private static final String MASK = "mask";

    /** How much + and − change. */
    private static final double STEP = 0.1;

    /**
     * What is open to be edited.
     *
     * @param matrix one of {@link Edit#MATRICES}
     */
    record Settings(String matrix) {}

    @Override
    public About about() {
        return new About(
                "edit",
                About.Group.CHANGE,
                "Edit",
                "Which numbers decide where a word looks?",
                "Choose a matrix, point at a cell and type a number, or press + and −. A click takes your number back. "
                        + "Rules are sentences: Head, own rules.",
                "W_Q and W_K move the weights, and only their product counts; W_V moves no weight, only what is carried. "
                        + "Whatever is the same for all keys of a row, such as b_K, moves nothing.");
    }

    @Override
    public Set<Reads> reads(boolean answered, boolean trained) {
        return Reads.ALL;
    }

    @Override
    public Settings begin(Moment here, Content seen) {
        return new Settings("W_Q");
    }

    @Override
    public List<Setting<Settings>> settings(Settings now, Content seen) {
        return List.of(Setting.of(MATRIX, "The matrix to edit", new Form.Choice(Edit.MATRICES)));
    }

    private static Experiment before(Moment here) {
        Experiment kept = here.before();
        return kept == null ? here.experiment().withEdits(List.of()) : kept;
    }

    @Override
    public Outcome run(Moment here, Settings now, Resolver resolver, Run run) {
        TracedMoment is = TracedMoment.of(here, resolver, run);
        TracedMoment was = TracedMoment.of(new Moment(before(here), here.stage(), here.query()), resolver, run);
        MatrixPanel weights = MatrixPanel.of("weights", "Weights, and what they were", is, Part.WEIGHTS)
                .comparedWith(was.trace().weights().a())
                .asking(is.query(), is.trace().weights().strongest(is.query()).get(0));
        MatrixPanel scores = MatrixPanel.of("scores", "Scores, before scaling", is, Part.SCORES)
                .comparedWith(was.trace().scores());
        FactsPanel facts = facts(is.trace(), was.trace());
        return Outcome.of(
                new Snapshot(List.of(edited(now.matrix, is), weights, scores, facts), said(is.trace(), facts)));
    }

    /** The matrix that is open, with the reader's cells marked. */
    private static MatrixPanel edited(String matrix, TracedMoment of) {
        Trace t = of.trace();
        Inputs plain = t.in().changes().unedited().orElse(t.in());
        if (matrix.equals(MASK)) {
            return panel(
                    of,
                    MASK,
                    Part.WEIGHTS.rows(t),
                    Part.WEIGHTS.cols(t),
                    GivenCell.seen(t),
                    GivenCell.pattern(t),
                    Optional.empty());
        }
        Part part = Part.named(matrix).orElseThrow();
        Matrix is = noughts(t.in().given(matrix).orElseThrow());
        Matrix was = noughts(plain.given(matrix).orElseThrow());
        return panel(of, matrix, part.rows(t), part.cols(t), is, was, Optional.of(part));
    }

    /** A bias that is not there is one of noughts. */
    private static Matrix noughts(Matrix m) {
        return m.rows() == 0 ? Matrix.zeros(1, m.cols()) : m;
    }

    private static MatrixPanel panel(
            TracedMoment of, String matrix, Axis rows, Axis cols, Grid is, Grid was, Optional<Part> part) {
        Set<Spot> yours = Spot.all(matrix, is.rows(), is.cols())
                .filter(at -> is.at(at.row(), at.col()) != was.at(at.row(), at.col()))
                .collect(Collectors.toSet());
        ColourRole tone = part.map(Part::role).orElse(ColourRole.INK);
        return MatrixPanel.of(
                        MATRIX,
                        matrix + ": point, then type, or + and −",
                        new MatrixPanel.Cells(matrix, rows, cols, is, tone))
                .comparedWith(was)
                .marking(yours)
                .asking(0, 0)
                .explained(spot -> part.filter(p -> p.has(of.trace(), spot.row(), spot.col())
                                && p.grid(of.trace(), of.query()).rows() > 0)
                        .map(p -> of.why(p, spot.row(), spot.col())))
                .opening(of.here());
    }

    private static FactsPanel facts(Trace is, Trace was) {
        Facts facts = new Facts()
                .add(
                        "largest change of a weight",
                        Facts.largest(is.weights().a(), was.weights().a()))
                .add("largest change of a score", Facts.largest(is.scores(), was.scores()))
                .add("largest change of a value", Facts.largest(is.v(), was.v()))
                .add("largest change of an output", Facts.largest(is.outputs(), was.outputs()));
        if (is.in().self()) {
            facts.add("asymmetry of the scores", asymmetry(is.scores()))
                    .add("asymmetry of the weights", asymmetry(is.weights().a()));
        }
        return facts.panel("What follows");
    }

    private static double asymmetry(Grid square) {
        return Facts.largest(square, square.transposed());
    }

    private static String said(Trace is, FactsPanel facts) {
        Changes changes = is.in().changes();
        String what = changes.edits().isEmpty()
                ? "No number is yours yet."
                : "Yours: " + Changes.named(changes.edits()) + ".";
        String asleep = changes.sleeping().isEmpty() ? "" : " " + changes.sleeping();
        return what + asleep + " The largest change of a weight is "
                + DecimalFormatter.claimed(facts.facts().get(0).value(), 4) + ", of a value "
                + DecimalFormatter.claimed(facts.facts().get(2).value(), 4) + ".";
    }

    /** A number typed into a cell, nudged or dragged is an edit; a click takes one back, and in the mask hides or shows. */
    @Override
    public Answer<Settings> answer(Gesture gesture, Moment here, Settings now, Snapshot shown) {
        Spot at = gesture.from().spot();
        if (!gesture.at().panel().equals(MATRIX) || !at.isCell() || !at.matrix().equals(now.matrix)) {
            return new Answer.Nothing<>();
        }
        GivenCell cell = cell(here, (MatrixPanel) shown.panel(MATRIX).orElseThrow(), at);
        double size = Math.max(1, Math.abs(cell.now()));
        return switch (gesture.kind()) {
            case TYPE -> set(here, cell, gesture.amount());
            case NUDGE -> set(here, cell, cell.moved(STEP * gesture.amount()));
            case DROP ->
                cell.ofMask()
                        ? new Answer.Nothing<>()
                        : set(here, cell, GivenCell.rounded(2 * size * (2 * gesture.amount() - 1)));
            case CLICK ->
                cell.ofMask()
                        ? set(here, cell, 1 - cell.now())
                        : cell.yours()
                                ? new Answer.Change<>(cell.reset(here.experiment()))
                                : new Answer.With<>(now); // it is only chosen, to be typed into
            case DRAG -> new Answer.Nothing<>();
        };
    }

    private static GivenCell cell(Moment here, MatrixPanel panel, Spot at) {
        String matrix = at.matrix();
        String row = matrix.equals("X")
                ? word(here, panel, at.row())
                : matrix.startsWith("b_") ? "" : String.valueOf(at.row());
        double now = panel.cells().now().at(at.row(), at.col());
        return new GivenCell(
                at,
                matrix,
                row,
                now,
                panel.before().map(b -> b.at(at.row(), at.col())).orElse(now));
    }

    private static String word(Moment here, MatrixPanel panel, int row) {
        String label = panel.cells().rows().labels().get(row);
        boolean trained = here.experiment().source().traits().trained();
        return trained ? label + "@" + (row + 1) : Words.unmarked(label);
    }

    private static Answer<Settings> set(Moment here, GivenCell cell, double value) {
        return new Answer.Change<>(cell.set(here.experiment(), value));
    }
}
