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
import app.regard.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A panel of one matrix: where there was another one before, cells that changed are outlined and carry what they were.
 *
 * @param before the same cells as they were, if anything is compared
 * @param yours the cells that were changed by hand
 * @param asked the cell that is asked about before anybody points at one, if there is one
 * @param beside the same matrix in another panel that this one is compared with, if there is one
 */
public record MatrixPanel(
        String id,
        String title,
        Cells cells,
        Optional<Grid> before,
        Set<Spot> yours,
        Optional<Spot> asked,
        Origin origin,
        Companion beside)
        implements Panel {
    private static final double LEGEND = 28;

    /**
     * The numbers.
     *
     * @param name the matrix in spots; panels that share it light up together
     */
    public record Cells(String name, Axis rows, Axis cols, Grid now, ColourRole tone) {}

    /**
     * The origin of the numbers.
     *
     * @param opens the moment that they are of
     */
    public record Origin(Function<Spot, Optional<Why>> explain, Optional<Moment> opens) {
        private static final Origin NONE = new Origin(at -> Optional.empty(), Optional.empty());
    }

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

    /** A panel of numbers that stand for themselves. */
    public static MatrixPanel of(String id, String title, Cells cells) {
        return new MatrixPanel(
                id, title, cells, Optional.empty(), Set.of(), Optional.empty(), Origin.NONE, Companion.NONE);
    }

    /** A matrix of a trace. */
    public static MatrixPanel of(String id, String title, TracedMoment of, Part part) {
        Trace t = of.trace();
        Grid grid = part.grid(t, of.query());
        return of(id, title, new Cells(part.label(), part.rows(t), part.cols(t), grid, part.role()))
                .explained(spot -> Optional.of(of.content().why(of.query(), spot)))
                .opening(of.here());
    }

    /** The same compared with how it was; a matrix of another shape is not. */
    public MatrixPanel comparedWith(Grid was) {
        boolean same = was.rows() == cells.now.rows() && was.cols() == cells.now.cols();
        return same ? new MatrixPanel(id, title, cells, Optional.of(was), yours, asked, origin, beside) : this;
    }

    /** The same with the cells marked that a reader has changed. */
    public MatrixPanel marking(Set<Spot> changed) {
        return new MatrixPanel(id, title, cells, before, changed, asked, origin, beside);
    }

    /** The same in one scale of colours with the matrix of another panel, where words stand in other places: {@code pair} is where the pointed pair stands here. */
    public MatrixPanel beside(Grid other, Function<Pointed, Spot> pair) {
        return new MatrixPanel(id, title, cells, before, yours, asked, origin, new Companion(Optional.of(other), pair));
    }

    /** The same with a cell that is asked about from the start. */
    public MatrixPanel asking(int row, int col) {
        Optional<Spot> spot = Optional.of(new Spot(cells.name, row, col));
        return new MatrixPanel(id, title, cells, before, yours, spot, origin, beside);
    }

    /** The same of numbers that are told where they come from. */
    public MatrixPanel explained(Function<Spot, Optional<Why>> explain) {
        return from(new Origin(explain, origin.opens));
    }

    /** The same of numbers that stand in a moment. */
    public MatrixPanel opening(Moment there) {
        return from(new Origin(origin.explain, Optional.of(there)));
    }

    /** The same of numbers that no moment in the eight stages has. */
    public MatrixPanel withoutMoment() {
        return from(new Origin(origin.explain, Optional.empty()));
    }

    private MatrixPanel from(Origin other) {
        return new MatrixPanel(id, title, cells, before, yours, asked, other, beside);
    }

    @Override
    public Figure base(Frame frame) {
        View view = frame.view();
        boolean chosen = isWeights() && view.range().chosen() && view.legend();
        Scale scale = scale(view);
        double legend = chosen ? LEGEND * view.textScale() : 0;
        Figure plain = Equation.of(
                List.of(new Table(
                        cells.name, false, "", cells.tone, cells.rows, cells.cols, cells.now::at, scale, true, true)),
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
        return cells.name.equals(Part.WEIGHTS.label());
    }

    /** One scale for what is and what was, and for what is seen beside it; of weights in the range that is chosen. */
    private Scale scale(View view) {
        Scale all = Stream.of(Optional.of(cells.now), before, beside.grid())
                .flatMap(Optional::stream)
                .map(grid -> Scale.of(grid::at, grid.rows(), grid.cols()))
                .reduce(Scale::and)
                .orElseThrow();
        return isWeights() ? view.range().scale(all.size()) : all;
    }

    private void changes(List<Mark> marks, Figure plain, Grid was, View view) {
        Spot.all(cells.name, cells.now.rows(), cells.now.cols()).forEach(at -> {
            double then = was.at(at.row(), at.col());
            if (ChangeMarks.differ(cells.now.at(at.row(), at.col()), then)) {
                marks.addAll(ChangeMarks.was(plain, at, then, view));
            }
        });
    }

    @Override
    public Figure marks(Figure base, Pointed at, View view) {
        Spot elsewhere = at.spot().matrix().equals(cells.name) && at.spot().isCell()
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
        return origin.explain.apply(at).map(w -> before.map(was -> with(w, was.at(at.row(), at.col())))
                .orElse(w));
    }

    private static Why with(Why w, double was) {
        String change = ChangeMarks.said(w.value(), was);
        String note = w.note().isEmpty() ? change : change + " " + w.note();
        return new Why(w.of(), w.value(), w.about(), w.symbol(), w.how(), w.terms(), note);
    }

    @Override
    public Optional<Moment> opens(Spot at) {
        return origin.opens;
    }

    /** The numbers; below them, where anything is compared, those from before. */
    @Override
    public NumberTable numbers() {
        if (before.isEmpty()) {
            return new NumberTable(cells.rows.labels(), cells.cols.labels(), cells.now);
        }
        Grid was = before.get();
        List<String> names = Stream.concat(
                        cells.rows.labels().stream(),
                        cells.rows.labels().stream().map(r -> r + " before"))
                .toList();
        int n = cells.now.rows();
        return new NumberTable(
                names,
                cells.cols.labels(),
                Matrix.fill(2 * n, cells.now.cols(), (i, j) -> i < n ? cells.now.at(i, j) : was.at(i - n, j)));
    }
}
