package app.regard.lab;

import app.regard.draw.Axis;
import app.regard.draw.ColourRole;
import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Mark;
import app.regard.draw.Scale;
import app.regard.draw.Spot;
import app.regard.draw.Table;
import app.regard.draw.View;
import app.regard.draw.chart.ChangeMarks;
import app.regard.draw.chart.Equation;
import app.regard.draw.chart.Highlights;
import app.regard.draw.chart.Legend;
import app.regard.stage.Part;
import app.regard.stage.Why;
import app.regard.trace.Grid;
import app.regard.trace.Matrix;
import app.regard.trace.Moment;
import app.regard.trace.NumberTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A panel of one matrix: where there was another one before, cells that changed are outlined and carry what they were.
 *
 * @param name the matrix in spots; panels that share it light up together
 * @param before the same cells as they were, if anything is compared
 * @param yours the cells that were changed by hand
 * @param asked the cell that is asked about before anybody points at one, if there is one
 * @param opens the moment that it is of
 * @param beside the same matrix in another panel that this one is compared with, if there is one
 */
public record MatrixPanel(
        String id,
        String title,
        String name,
        Axis rows,
        Axis cols,
        Grid now,
        Optional<Grid> before,
        Set<Spot> yours,
        ColourRole tone,
        Optional<Spot> asked,
        Function<Spot, Optional<Why>> explain,
        Optional<Moment> opens,
        Companion beside)
        implements Panel {
    private static final double LEGEND = 28;

    /**
     * The same matrix elsewhere.
     *
     * @param grid its numbers, which have one scale of colours with these; empty where there are none
     * @param pair the cell here of the pair of words that is pointed at there
     */
    public record Companion(Optional<Grid> grid, Function<Pointed, Spot> pair) {
        /** Nothing but figures of the same words in the same places. */
        public static final Companion NONE = new Companion(Optional.empty(), Pointed::spot);
    }

    public MatrixPanel {
        yours = Set.copyOf(yours);
    }

    /** A panel that stands for itself. */
    public MatrixPanel(
            String id,
            String title,
            String name,
            Axis rows,
            Axis cols,
            Grid now,
            Optional<Grid> before,
            Set<Spot> yours,
            ColourRole tone,
            Optional<Spot> asked,
            Function<Spot, Optional<Why>> explain,
            Optional<Moment> opens) {
        this(id, title, name, rows, cols, now, before, yours, tone, asked, explain, opens, Companion.NONE);
    }

    /** A matrix of a trace. */
    public static MatrixPanel of(String id, String title, TracedMoment of, Part part) {
        return new MatrixPanel(
                id,
                title,
                part.label(),
                part.rows(of.trace()),
                part.cols(of.trace()),
                part.grid(of.trace(), of.query()),
                Optional.empty(),
                Set.of(),
                part.role(),
                Optional.empty(),
                spot -> Optional.of(of.content().why(of.query(), spot)),
                Optional.of(of.here()));
    }

    /** The same compared with how it was; a matrix of another shape is not. */
    public MatrixPanel comparedWith(Grid was) {
        boolean same = was.rows() == now.rows() && was.cols() == now.cols();
        return new MatrixPanel(
                id,
                title,
                name,
                rows,
                cols,
                now,
                same ? Optional.of(was) : before,
                yours,
                tone,
                asked,
                explain,
                opens,
                beside);
    }

    /** The same in one scale of colours with the matrix of another panel. */
    public MatrixPanel beside(Grid other) {
        return beside(other, Pointed::spot);
    }

    /** The same, where words stand in other places there: {@code pair} is where the pointed pair stands here. */
    public MatrixPanel beside(Grid other, Function<Pointed, Spot> pair) {
        Companion companion = new Companion(Optional.of(other), pair);
        return new MatrixPanel(id, title, name, rows, cols, now, before, yours, tone, asked, explain, opens, companion);
    }

    /** The same with a cell that is asked about from the start. */
    public MatrixPanel asking(int row, int col) {
        Optional<Spot> spot = Optional.of(new Spot(name, row, col));
        return new MatrixPanel(id, title, name, rows, cols, now, before, yours, tone, spot, explain, opens, beside);
    }

    /** The same of numbers that stand in another stage. */
    public MatrixPanel opening(Moment there) {
        return new MatrixPanel(
                id, title, name, rows, cols, now, before, yours, tone, asked, explain, Optional.of(there), beside);
    }

    /** The same of numbers that no moment in the eight stages has. */
    public MatrixPanel withoutMoment() {
        return new MatrixPanel(
                id, title, name, rows, cols, now, before, yours, tone, asked, explain, Optional.empty(), beside);
    }

    @Override
    public Figure base(Frame frame) {
        View view = frame.view();
        boolean chosen = isWeights() && view.range().chosen() && view.legend();
        Scale scale = scale(view);
        double legend = chosen ? LEGEND * view.textScale() : 0;
        Figure plain = Equation.of(
                List.of(new Table(name, false, "", tone, rows, cols, now::at, scale, true, true)),
                frame.withSize(frame.width(), frame.height() - legend));
        List<Mark> marks = new ArrayList<>(plain.marks());
        before.ifPresent(was -> changes(marks, plain, was, view));
        yours.forEach(spot -> marks.addAll(ChangeMarks.yours(plain, spot, view)));
        if (chosen) {
            marks.addAll(Legend.below(plain, scale, view));
        }
        return new Figure(frame.width(), frame.height(), marks, plain.areas());
    }

    private boolean isWeights() {
        return name.equals(Part.WEIGHTS.label());
    }

    /** One scale for what is and what was, and for what is seen beside it; of weights in the range that is chosen. */
    private Scale scale(View view) {
        Scale all = Stream.of(Optional.of(now), before, beside.grid())
                .flatMap(Optional::stream)
                .map(grid -> Scale.of(grid::at, grid.rows(), grid.cols()))
                .reduce(Scale::and)
                .orElseThrow();
        return isWeights() ? view.range().scale(all.size()) : all;
    }

    private void changes(List<Mark> marks, Figure plain, Grid was, View view) {
        for (int i = 0; i < now.rows(); i++) {
            for (int j = 0; j < now.cols(); j++) {
                if (ChangeMarks.differ(now.at(i, j), was.at(i, j))) {
                    marks.addAll(ChangeMarks.was(plain, new Spot(name, i, j), was.at(i, j), view));
                }
            }
        }
    }

    @Override
    public Figure marks(Figure base, Pointed at, View view) {
        Spot elsewhere = at.spot().matrix().equals(name) && at.spot().isCell()
                ? beside.pair().apply(at)
                : asked.orElse(at.spot());
        Spot spot = at.in(this) ? at.spot() : elsewhere;
        return Highlights.framed(base, spot.isCell() ? spot : Pointed.NOTHING.spot(), view);
    }

    @Override
    public Optional<Spot> start() {
        return asked;
    }

    /** Where a cell comes from, and what it was. */
    @Override
    public Optional<Why> why(Spot at) {
        if (!at.isCell()) {
            return Optional.empty();
        }
        return explain.apply(at)
                .map(w -> before.map(was -> with(w, was.at(at.row(), at.col()))).orElse(w));
    }

    private static Why with(Why w, double was) {
        String change = ChangeMarks.said(w.value(), was);
        String note = w.note().isEmpty() ? change : change + " " + w.note();
        return new Why(w.of(), w.value(), w.about(), w.symbol(), w.how(), w.terms(), note);
    }

    @Override
    public Optional<Moment> opens(Spot at) {
        return opens;
    }

    /** The numbers; below them, where anything is compared, those from before. */
    @Override
    public NumberTable numbers() {
        if (before.isEmpty()) {
            return new NumberTable(rows.labels(), cols.labels(), now);
        }
        Grid was = before.get();
        List<String> names = Stream.concat(
                        rows.labels().stream(), rows.labels().stream().map(r -> r + " before"))
                .toList();
        int n = now.rows();
        return new NumberTable(
                names,
                cols.labels(),
                Matrix.fill(2 * n, now.cols(), (i, j) -> i < n ? now.at(i, j) : was.at(i - n, j)));
    }
}
