package app.regard.stage.vectors;

import app.regard.draw.Area;
import app.regard.draw.Box;
import app.regard.draw.CellText;
import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Mark;
import app.regard.draw.Spot;
import app.regard.draw.View;
import app.regard.draw.chart.AlignedVectors;
import app.regard.draw.chart.GridArea;
import app.regard.draw.chart.VectorLayout;
import app.regard.draw.chart.VectorPainter;
import app.regard.stage.AskedPair;
import app.regard.stage.Focus;
import app.regard.stage.Part;
import app.regard.stage.Stage;
import app.regard.stage.Stages;
import app.regard.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The asked row and column beside the matrices: where those cannot show their numbers, the base keeps room below them, and
 * the marks over it show there what makes the asked cell, term by term.
 */
public final class AskedVectors {
    private AskedVectors() {}

    /** The vectors take at most the first of these shares of the height, and less where matrices of few rows need it. */
    private static final List<Double> SHARES = List.of(0.62, 0.54, 0.5, 0.46);

    /** Matrices of more rows than this leave some out all the same. */
    private static final int FEW_ROWS = 24;

    /** Where there are more columns than this their matrices need the more room. */
    private static final int MANY = 17;

    private static final double MOST_OF_MANY = 0.45;
    private static final double GAP = 8;

    /** So many numbers are measured before the room is settled. */
    private static final int MOST_MEASURED = 6000;

    /** So many vectors are measured where they are long. */
    private static final int FEW_MEASURED = 3;

    /** A stage's picture, with room for the vectors where its matrices do not show all their numbers. */
    public static Figure base(Stage stage, Trace t, int query, Frame f) {
        Figure whole = stage.base(t, query, f);
        if (whole.areas().isEmpty() || shows(whole, f.view())) {
            return whole;
        }
        List<AlignedVectors> any = candidates(stage, whole, t, query);
        boolean many = any.stream().anyMatch(one -> one.columns().size() > MANY);
        Optional<VectorLayout.Room> room = Optional.empty();
        Figure upper = whole;
        for (double share : many ? List.of(MOST_OF_MANY) : SHARES) {
            Optional<VectorLayout.Room> less = VectorLayout.room(any, f.width(), f.height() * share, f.view());
            if (less.isEmpty() || less.get().height() + 60 > f.height()) {
                return whole;
            }
            if (room.isPresent() && less.get().columns() < room.get().columns()) {
                break; // numbers before rows of colours
            }
            Figure other = stage.base(
                    t, query, f.withSize(f.width(), f.height() - less.get().height() - GAP));
            if (room.isEmpty() || elided(other) < elided(upper)) {
                room = less;
                upper = other;
            }
            if (elided(upper) == 0) {
                break;
            }
        }
        double height = room.orElseThrow().height();
        List<Area> areas = new ArrayList<>(upper.areas());
        areas.add(new Area.Room(new Box(0, f.height() - height, f.width(), height)));
        return new Figure(f.width(), f.height(), upper.marks(), areas);
    }

    /**
     * The vectors of the cell that a stage asks about first, a figure a query and all of one size, for what is seen without a
     * pointer: nothing is framed in them.
     *
     * @param most the most height that they like
     * @return none where the stage's own picture shows all numbers
     */
    public static List<Figure> first(Stage stage, Trace t, Frame f, double most) {
        Figure whole = stage.base(t, 0, f);
        if (whole.areas().isEmpty() || shows(whole, f.view())) {
            return List.of();
        }
        List<AlignedVectors> all = IntStream.range(0, t.weights().from().size())
                .mapToObj(query -> {
                    Focus focus = new Focus(Stages.ALL.indexOf(stage) + 1, query, false, null);
                    return StageVectors.of(t, query, AskedCell.of(whole, t, focus, stage.start(t, query)));
                })
                .toList();
        double height = VectorLayout.room(all, f.width(), most, f.view())
                .map(VectorLayout.Room::height)
                .orElse(0.0);
        return VectorPainter.alike(all, new Box(0, 0, f.width(), height), f.view());
    }

    /** How many matrices of few rows leave some of them out. */
    private static long elided(Figure figure) {
        return figure.areas().stream()
                .filter(GridArea.class::isInstance)
                .map(GridArea.class::cast)
                .filter(g -> g.rows().gap() >= 0 && g.rows().count() <= FEW_ROWS)
                .count();
    }

    /** Whether every matrix shows every number, two digits at least. */
    private static boolean shows(Figure figure, View view) {
        return figure.areas().stream()
                .filter(GridArea.class::isInstance)
                .map(GridArea.class::cast)
                .allMatch(g -> CellText.tells(g.table(), g.cols(), g.rows(), view));
    }

    /** The cell to frame: the asked one, or this stage's cell of its pair where it is pointed at in another figure. */
    private static Spot framed(Figure base, Focus focus, Spot asked, Spot own) {
        if (base.boxOf(asked).isPresent()) {
            return asked;
        }
        AskedPair pair = AskedPair.of(focus, asked);
        return Part.named(own.matrix())
                .flatMap(part -> pair.in(part, focus.query()))
                .filter(own::equals)
                .or(() -> pair.in(Part.FOCUSED, focus.query())) // the weight that multiplies, of a row alone
                .orElse(asked);
    }

    /** The marks over a picture, and in the room that it keeps the vectors of what is asked. */
    public static Figure over(Figure marks, Figure base, Trace t, Focus focus, Spot asked, View view) {
        return base.areas().stream()
                .filter(Area.Room.class::isInstance)
                .map(area -> ((Area.Room) area).box())
                .findFirst()
                .map(box -> {
                    Spot own = AskedCell.of(base, t, focus, asked);
                    AlignedVectors vectors = StageVectors.of(t, focus.query(), own);
                    Figure pulled = VectorPainter.of(vectors, framed(base, focus, asked, own), box, view);
                    List<Mark> all = new ArrayList<>(marks.marks());
                    all.addAll(pulled.marks());
                    List<Area> areas = new ArrayList<>(marks.areas());
                    areas.addAll(pulled.areas());
                    return new Figure(marks.width(), marks.height(), all, areas);
                })
                .orElse(marks);
    }

    /** The vectors of the cells that may be asked about: of all, or of many that lie apart. */
    private static List<AlignedVectors> candidates(Stage stage, Figure base, Trace t, int query) {
        List<Part> results = stage.result() == Part.Q ? List.of(Part.Q, Part.K, Part.V) : List.of(stage.result());
        List<AlignedVectors> all = new ArrayList<>();
        for (Part part : results) {
            boolean shown = base.areas().stream().anyMatch(area -> area.holds(new Spot(part.label(), 0, 0)));
            if (!shown) {
                continue;
            }
            int rows = part.rows(t).size();
            int cols = wholeRows(part) ? 1 : part.cols(t).size();
            AlignedVectors first = StageVectors.of(t, query, new Spot(part.label(), 0, 0));
            int one = first.columns().size() * first.lines().size();
            boolean many = first.columns().size() > MANY; // they fill the room that there is, whichever they are
            int most = many ? FEW_MEASURED : Math.max(1, MOST_MEASURED / results.size() / one);
            int step = Math.max(1, (rows * cols + most - 1) / most);
            IntStream.iterate(0, at -> at < rows * cols, at -> at + step)
                    .mapToObj(at -> StageVectors.of(t, query, new Spot(part.label(), at / cols, at % cols)))
                    .forEach(all::add);
        }
        return all;
    }

    /** Whether all cells of a row are made of the same vectors. */
    private static boolean wholeRows(Part part) {
        return switch (part) {
            case X, SCALED, EXPONENTIALS, WEIGHTS -> true;
            default -> false;
        };
    }
}
