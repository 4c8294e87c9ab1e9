package app.regard.stage;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.draw.Area;
import app.regard.draw.Box;
import app.regard.draw.ColourRole;
import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Mark;
import app.regard.draw.Palette;
import app.regard.draw.Spot;
import app.regard.draw.View;
import app.regard.draw.chart.GridArea;
import app.regard.engine.Attention;
import app.regard.trace.Experiment;
import app.regard.trace.HeadId;
import app.regard.trace.Mask;
import app.regard.trace.Source;
import app.regard.trace.Trace;
import app.regard.transformer.OneModel;
import app.regard.words.Library;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever cell is pointed at, the frames that are painted stand around the asked pair and its sources. Which these are is
 * written here from the equations of attention, not asked of the program.
 */
class PointingTest {
    private static final Library LIBRARY = new Library();
    private static final Frame WIDE = new Frame(1500, 800, View.USUAL);
    private static final Set<String> PAIRS = Set.of("S", "S/√d", "E", "A");
    private static final Set<String> OF_QUERIES = Set.of("X", "H", "Q", "S", "S/√d", "max", "E", "Σ", "A", "O");
    private static final Set<String> OF_THE_FOCUSED = Set.of("a", "aV", "‖aV‖");
    private static final Palette PALETTE = View.USUAL.palette();

    static Stream<Trace> traces() {
        return Stream.of(
                        LIBRARY.example("river").orElseThrow().experiment(),
                        Experiment.of("bank account", new Source.Simple("similarity")),
                        Experiment.of("the big dog sat", new Source.Simple("semantic"))
                                .withMask(Mask.CAUSAL),
                        Experiment.of("it was tired", new Source.Simple("coreference"))
                                .withKeyText("the animal"))
                .map(e -> Attention.trace(LIBRARY.resolve(e)));
    }

    @ParameterizedTest
    @MethodSource("traces")
    void theFramesOfEveryCellOfEveryStageStandAroundThePairAndItsSources(Trace t) {
        for (int stage = 1; stage <= 8; stage++) {
            everyCell(t, stage, WIDE);
        }
    }

    @Test
    @Tag("model")
    void soTheyDoForATrainedHead() {
        Trace t = Attention.trace(OneModel.get().inputs(OneModel.pass("the cat sat"), new HeadId(1, 8), Mask.NONE, 1));
        for (int stage = 3; stage <= 8; stage++) { // hundreds of columns are thinner than a frame
            everyCell(t, stage, new Frame(2600, 1100, View.USUAL));
        }
    }

    private static void everyCell(Trace t, int stage, Frame frame) {
        int last = t.weights().from().size() - 1;
        for (int query : new int[] {0, last}) {
            Figure base = Stages.of(stage).base(t, query, frame);
            Map<Spot, Box> cells = cells(base);
            assertThat(cells).isNotEmpty();
            List<Spot> asked = new ArrayList<>(cells.keySet());
            for (int i = 0; i <= last; i++) {
                for (int j = 0; j < t.weights().to().size(); j++) {
                    asked.add(new Spot("A", i, j));
                }
            }
            for (Spot spot : asked) {
                // rows of queries move the focus, as they do in the window
                int focused = OF_QUERIES.contains(spot.matrix()) ? spot.row() : query;
                Figure shown = focused == query ? base : Stages.of(stage).base(t, focused, frame);
                framed(t, stage, focused, spot, shown, focused == query ? cells : cells(shown));
            }
        }
    }

    private static void framed(Trace t, int stage, int focused, Spot asked, Figure base, Map<Spot, Box> cells) {
        Focus focus = new Focus(stage, focused, false, asked);
        Figure marks = Highlighter.over(
                base, t, focus, Whys.of(t, focused, asked), spot -> Whys.of(t, focused, spot), View.USUAL);
        Set<Spot> due = new HashSet<>();
        due.add(asked);
        OptionalInt key = key(asked);
        boolean ofQuery = OF_QUERIES.contains(asked.matrix()) || OF_THE_FOCUSED.contains(asked.matrix());
        if (key.isPresent() && ofQuery) {
            PAIRS.forEach(name -> due.add(new Spot(name, focused, key.getAsInt())));
            due.add(new Spot("a", key.getAsInt(), 0));
        }
        due.retainAll(cells.keySet());
        String as = "stage " + stage + ", query " + focused + ", " + asked;
        assertThat(around(base, cells, marks, ColourRole.ASK))
                .as("asked, %s", as)
                .isEqualTo(due);

        Set<Spot> sources = new HashSet<>(sources(t, asked, focused));
        String own = Map.of(3, "S", 4, "S/√d", 5, "E", 6, "A").getOrDefault(stage, "");
        if (key.isPresent() && ofQuery && !own.isEmpty()) {
            sources.addAll(sources(t, new Spot(own, focused, key.getAsInt()), focused));
        }
        for (Spot cell : cells.keySet()) {
            if (OF_QUERIES.contains(cell.matrix()) && cell.row() == focused) {
                sources.add(cell); // the focused word's row is framed as well
            }
        }
        sources.retainAll(cells.keySet());
        Set<Spot> lit = new HashSet<>();
        for (ColourRole role : List.of(ColourRole.QUERY, ColourRole.KEY, ColourRole.VALUE)) {
            lit.addAll(around(base, cells, marks, role));
        }
        assertThat(lit).as("sources, %s", as).isEqualTo(sources);
    }

    private static OptionalInt key(Spot asked) {
        return PAIRS.contains(asked.matrix())
                ? OptionalInt.of(asked.col())
                : OF_THE_FOCUSED.contains(asked.matrix()) ? OptionalInt.of(asked.row()) : OptionalInt.empty();
    }

    /** From the equations: Q = XW + b, S = QKᵀ, S′ = S/√d, E = e^(S′ − max), A = E/Σ, O = AV. */
    private static List<Spot> sources(Trace t, Spot s, int focused) {
        int i = s.row();
        int j = s.col();
        boolean self = t.in().self();
        boolean placed = t.in().positions().on();
        String x = placed ? "H" : "X";
        String keys = self ? x : x + "'";
        return switch (s.matrix()) {
            case "Q" -> joined(row(x, i, t.h().cols()), column("W_Q", j, t.h().cols()), row("b_Q", 0, j));
            case "K" -> joined(row(keys, i, t.h().cols()), column("W_K", j, t.h().cols()));
            case "V" -> joined(row(keys, i, t.h().cols()), column("W_V", j, t.h().cols()));
            case "S" -> joined(row("Q", i, t.q().cols()), row("K", j, t.k().cols()));
            case "S/√d" -> List.of(new Spot("S", i, j));
            case "max" -> row("S/√d", i, t.scores().cols());
            case "E" -> List.of(new Spot("S/√d", i, j), new Spot("max", i, 0));
            case "Σ" -> row("E", i, t.scores().cols());
            case "A" -> joined(row("E", i, t.scores().cols()), List.of(new Spot("Σ", i, 0)));
            case "a" -> joined(row("E", focused, t.scores().cols()), List.of(new Spot("Σ", focused, 0)));
            case "aV" -> List.of(new Spot("a", i, 0), new Spot("V", i, j));
            case "‖aV‖" -> row("aV", i, t.v().cols());
            case "O" -> joined(row("A", i, t.v().rows()), column("V", j, t.v().rows()));
            default -> List.of();
        };
    }

    private static List<Spot> row(String matrix, int i, int columns) {
        return IntStream.range(0, columns).mapToObj(j -> new Spot(matrix, i, j)).toList();
    }

    private static List<Spot> column(String matrix, int j, int rows) {
        return IntStream.range(0, rows).mapToObj(i -> new Spot(matrix, i, j)).toList();
    }

    @SafeVarargs
    private static List<Spot> joined(List<Spot>... lists) {
        List<Spot> all = new ArrayList<>();
        for (List<Spot> list : lists) {
            all.addAll(list);
        }
        return all;
    }

    private static Map<Spot, Box> cells(Figure base) {
        Map<Spot, Box> cells = new HashMap<>();
        for (Area area : base.areas()) {
            if (area instanceof GridArea grid) {
                for (int r = 0; r < grid.rows().size(); r++) {
                    for (int c = 0; c < grid.cols().size(); c++) {
                        double x = grid.cols().at(c) + grid.cols().pitch() / 2;
                        double y = grid.rows().at(r) + grid.rows().pitch() / 2;
                        base.spotAt(x, y)
                                .ifPresent(s -> cells.put(s, base.boxOf(s).orElseThrow()));
                    }
                }
            }
        }
        return cells;
    }

    /**
     * The cells inside of painted frames of a colour, which may not run through a cell; where cells are thin, those between
     * ticks at the edges of their matrix.
     */
    private static Set<Spot> around(Figure base, Map<Spot, Box> cells, Figure marks, ColourRole role) {
        Set<Spot> inside = new HashSet<>();
        for (Mark mark : marks.marks()) {
            if (mark instanceof Mark.Rectangle r && r.edge() == PALETTE.of(role) && r.fill() == 0) {
                for (Map.Entry<Spot, Box> cell : cells.entrySet()) {
                    Box box = cell.getValue();
                    if (r.box().contains(box.centreX(), box.centreY())) {
                        inside.add(cell.getKey());
                        Box hole = r.box().grown(-r.edgeWidth() / 2);
                        assertThat(hole.x()).isLessThanOrEqualTo(box.x() + 1);
                        assertThat(hole.right()).isGreaterThanOrEqualTo(box.right() - 1);
                        assertThat(hole.y()).isLessThanOrEqualTo(box.y() + 1);
                        assertThat(hole.bottom()).isGreaterThanOrEqualTo(box.bottom() - 1);
                    }
                }
            }
        }
        for (Area area : base.areas()) {
            if (area instanceof GridArea grid) {
                inside.addAll(ticked(cells, grid, marks, role));
            }
        }
        return inside;
    }

    private static Set<Spot> ticked(Map<Spot, Box> cells, GridArea grid, Figure marks, ColourRole role) {
        Set<Spot> rows = new HashSet<>();
        Set<Spot> cols = new HashSet<>();
        for (Mark mark : marks.marks()) {
            if (mark instanceof Mark.Rectangle r && r.fill() == PALETTE.of(role)) {
                double x = r.box().centreX();
                double y = r.box().centreY();
                boolean beside =
                        Math.abs(x - grid.cols().start()) < 5 && y > grid.rows().start();
                boolean above = Math.abs(y - grid.rows().start()) < 5
                        && x > grid.cols().start()
                        && x < grid.cols().end();
                for (Spot cell : cells.keySet()) {
                    if (cell.matrix().equals(grid.matrix())) {
                        Box box = cells.get(cell);
                        if (beside && y >= box.y() && y < box.bottom()) {
                            rows.add(cell);
                        }
                        if (above && x >= box.x() && x < box.right()) {
                            cols.add(cell);
                        }
                    }
                }
            }
        }
        Set<Spot> both = new HashSet<>(rows.isEmpty() ? cols : rows);
        if (!cols.isEmpty()) {
            both.retainAll(cols);
        }
        return both;
    }
}
