package app.regard.stage;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.draw.Box;
import app.regard.draw.ColourRole;
import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Mark;
import app.regard.draw.Spot;
import app.regard.draw.View;
import app.regard.engine.Attention;
import app.regard.source.TraceContent;
import app.regard.trace.Experiment;
import app.regard.trace.Head;
import app.regard.trace.Inputs;
import app.regard.trace.Mask;
import app.regard.trace.Matrix;
import app.regard.trace.Positions;
import app.regard.trace.Projection;
import app.regard.trace.Sentence;
import app.regard.trace.Side;
import app.regard.trace.Source;
import app.regard.trace.Trace;
import app.regard.words.Library;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever cell is asked about, the numbers that make it stand on the stage: large enough, with two digits at least, on a
 * ground from which they stand out, and with nothing over them. Which numbers these are is written here from the equations of
 * attention; where and how they stand is read from the marks in the order in which they are painted.
 */
class StageNumbersTest {
    private static final Library LIBRARY = new Library();

    /** What a window of 1280 × 800 leaves the matrices with everything above and below them. */
    private static final Frame USUAL = new Frame(622, 279, View.USUAL);
    /** The same with arcs between few words. */
    private static final Frame ARCS = new Frame(622, 222, View.USUAL);
    /** The same of a window of 1024 × 700. */
    private static final Frame SMALL = new Frame(478, 228, View.USUAL);

    record Shown(String name, Trace trace, Frame frame) {
        @Override
        public String toString() {
            return name + " in " + (int) frame.width() + " × " + (int) frame.height();
        }
    }

    static Stream<Shown> shown() {
        List<Shown> all = new ArrayList<>();
        for (String id : List.of("river", "river-bank", "bank-account", "animal", "three-by-four")) {
            LIBRARY.example(id).ifPresent(e -> both(all, id, Attention.trace(LIBRARY.resolve(e.experiment()))));
        }
        String words = "my grandmother bought fresh bread at the market near school and slept";
        for (int n : new int[] {2, 3, 5, 8, 10, 12}) {
            String text = String.join(" ", List.of(words.split(" ")).subList(0, n));
            for (String head : List.of("similarity", "semantic", "coreference")) {
                both(
                        all,
                        head + " " + n,
                        Attention.trace(LIBRARY.resolve(Experiment.of(text, new Source.Simple(head)))));
            }
        }
        for (int n = 2; n <= 12; n++) {
            for (int d : new int[] {2, 3, 5, 8, 11, 16}) {
                both(all, "normal " + n + " × " + d, drawn(n, d, Mask.NONE, Positions.NONE, false));
            }
        }
        both(all, "masked", drawn(9, 7, Mask.CAUSAL, Positions.NONE, true));
        both(all, "placed", drawn(7, 12, Mask.NONE, Positions.sinusoidal(0.25), true));
        return all.stream();
    }

    private static void both(List<Shown> all, String name, Trace t) {
        boolean few = t.weights().from().size() <= 8;
        all.add(new Shown(name, t, few ? ARCS : USUAL));
        if (few) {
            all.add(new Shown(name, t, SMALL));
        }
    }

    private static Trace drawn(int n, int d, Mask mask, Positions positions, boolean biased) {
        Random random = new Random(n * 100L + d);
        DoubleSupplier normal = random::nextGaussian;
        List<String> names = IntStream.range(0, d).mapToObj(c -> "name" + c).toList();
        Matrix x = Matrix.fill(n, d, (i, j) -> normal.getAsDouble());
        Projection[] p = new Projection[3];
        for (int k = 0; k < 3; k++) {
            Matrix w = Matrix.fill(d, d, (i, j) -> normal.getAsDouble() / Math.sqrt(d));
            Matrix b = Matrix.fill(biased ? 1 : 0, d, (i, j) -> normal.getAsDouble() / 10);
            p[k] = new Projection(w, b, names);
        }
        Sentence sentence =
                Sentence.of(IntStream.range(0, n).mapToObj(i -> "word" + i).toArray(String[]::new));
        Side side = new Side(sentence, x, "this test");
        Head head = new Head("normal", "this test", names, p[0], p[1], p[2], List.of());
        return Attention.trace(new Inputs(side, side, head, mask, positions, 1));
    }

    @ParameterizedTest
    @MethodSource("shown")
    void theNumbersThatMakeTheAskedCellStandOnTheStage(Shown s) {
        Trace t = s.trace();
        int n = t.weights().from().size();
        TraceContent content = new TraceContent(t);
        for (int stage = 1; stage <= 8; stage++) {
            for (int variant : stage == 2 ? new int[] {0, 1, 2, 3} : new int[] {0}) {
                Frame f = new Frame(s.frame().width(), s.frame().height(), View.USUAL, variant, Map.of());
                for (int query : new int[] {0, n - 1}) {
                    Figure base = content.base(stage, query, f);
                    for (Spot asked : asked(t, stage, variant, query)) {
                        Focus focus = new Focus(stage, query, false, asked);
                        Figure over = content.over(base, focus, content.why(query, asked), View.USUAL);
                        PaintedNumbers painted = new PaintedNumbers(base, over);
                        sources(t, asked, query)
                                .forEach((spot, value) -> painted.shows(
                                        spot,
                                        value,
                                        s + ", stage " + focus.stage() + ", variant " + variant + ", " + asked));
                    }
                }
            }
        }
    }

    private static List<Spot> asked(Trace t, int stage, int variant, int query) {
        int m = t.weights().to().size();
        int dv = t.v().cols();
        int dk = t.q().cols();
        List<Spot> spots = new ArrayList<>();
        switch (stage) {
            case 1 -> cells(spots, t.in().positions().on() ? "H" : "X", query, t.h().cols());
            case 2 -> {
                if (variant < 2) {
                    cells(spots, "Q", query, dk);
                } else {
                    cells(spots, variant == 2 ? "K" : "V", query, dk);
                }
            }
            case 3 -> cells(spots, "S", query, m);
            case 4 -> cells(spots, "S/√d", query, m);
            case 5 -> cells(spots, "E", query, m);
            case 6 -> cells(spots, "A", query, m);
            case 7 -> {
                for (int j = 0; j < m; j++) {
                    cells(spots, "aV", j, dv);
                }
            }
            default -> cells(spots, "O", query, dv);
        }
        return spots;
    }

    private static void cells(List<Spot> spots, String matrix, int row, int cols) {
        IntStream.range(0, cols).forEach(c -> spots.add(new Spot(matrix, row, c)));
    }

    /** What a cell is made of, from the equations; what the mask hides has no number. */
    private static Map<Spot, Double> sources(Trace t, Spot s, int query) {
        Map<Spot, Double> all = new LinkedHashMap<>();
        int i = s.row();
        int j = s.col();
        int d = t.h().cols();
        int m = t.weights().to().size();
        boolean placed = t.in().positions().on();
        String x = placed ? "H" : "X";
        switch (s.matrix()) {
            case "X" -> all.put(s, t.in().from().x().at(i, j));
            case "H" -> {
                all.put(new Spot("X", i, j), t.in().from().x().at(i, j));
                all.put(new Spot("P", i, j), t.p().at(i, j));
                all.put(s, t.h().at(i, j));
            }
            case "Q", "K", "V" -> {
                Projection p = s.matrix().equals("Q")
                        ? t.in().head().q()
                        : s.matrix().equals("K")
                                ? t.in().head().k()
                                : t.in().head().v();
                for (int c = 0; c < d; c++) {
                    all.put(new Spot(x, i, c), t.h().at(i, c));
                    all.put(new Spot("W_" + s.matrix(), c, j), p.w().at(c, j));
                }
                if (p.biased()) {
                    all.put(new Spot("b_" + s.matrix(), 0, j), p.b().at(0, j));
                }
            }
            case "S" -> {
                for (int c = 0; c < t.q().cols(); c++) {
                    all.put(new Spot("Q", i, c), t.q().at(i, c));
                    all.put(new Spot("K", j, c), t.k().at(j, c));
                }
                all.put(s, t.scores().at(i, j));
            }
            case "S/√d" -> {
                all.put(new Spot("S", i, j), t.scores().at(i, j));
                if (t.in().mask().allows(i, j)) {
                    all.put(s, t.scaled().at(i, j));
                }
            }
            case "E" -> {
                if (t.in().mask().allows(i, j)) {
                    all.put(new Spot("S/√d", i, j), t.scaled().at(i, j));
                    all.put(new Spot("max", i, 0), t.rowMax().at(i, 0));
                    all.put(s, t.exponentials().at(i, j));
                }
            }
            case "A" -> {
                for (int k = 0; k < m; k++) {
                    if (t.in().mask().allows(i, k)) {
                        all.put(new Spot("E", i, k), t.exponentials().at(i, k));
                    }
                }
                all.put(new Spot("Σ", i, 0), t.rowSums().at(i, 0));
            }
            case "aV" -> {
                if (t.in().mask().allows(query, i)) {
                    all.put(new Spot("a", i, 0), t.weights().a().at(query, i));
                }
                all.put(new Spot("V", i, j), t.v().at(i, j));
            }
            default -> {
                for (int k = 0; k < m; k++) {
                    if (t.in().mask().allows(i, k)) {
                        all.put(new Spot("A", i, k), t.weights().a().at(i, k));
                    }
                    all.put(new Spot("V", k, j), t.v().at(k, j));
                }
                all.put(s, t.outputs().at(i, j));
            }
        }
        return all;
    }

    @Test
    void whatIsPulledOutAsksTheSameCell() {
        Trace t = drawn(12, 16, Mask.NONE, Positions.NONE, false);
        TraceContent content = new TraceContent(t);
        Spot asked = new Spot("S", 3, 7);
        Figure base = content.base(3, 3, USUAL);
        Focus focus = new Focus(3, 3, false, asked);
        Figure over = content.over(base, focus, content.why(3, asked), View.USUAL);
        Set<Spot> pulled =
                over.areas().stream().flatMap(area -> area.first().stream()).collect(Collectors.toSet());
        assertThat(pulled)
                .as("the numbers pulled out are those that the Why names, and the asked one")
                .containsAll(content.why(3, asked).sources())
                .contains(asked);
        for (int c = 0; c < 16; c++) { // pointing at one keeps the pair in its place
            Spot one = new Spot("Q", 3, c);
            Focus next = focus.withHover(one);
            Figure again = content.over(base, next, content.why(3, one), View.USUAL);
            Box box = over.boxOf(one).orElseThrow();
            assertThat(again.spotAt(box.centreX(), box.centreY())).contains(one);
            assertThat(again.boxOf(new Spot("K", 7, c))).isPresent();
        }
    }

    /** A weight of the map is asked: among the numbers pulled out below the scores, the score of its pair is framed too. */
    @Test
    void aWeightOfTheMapFramesTheScoreOfItsPair() {
        framed(3, new Spot("S", 3, 7));
    }

    /** And among the numbers below the weighted values the weight that multiplies. */
    @Test
    void aWeightOfTheMapFramesTheWeightThatMultiplies() {
        framed(7, new Spot(Part.FOCUSED.label(), 7, 0));
    }

    private static void framed(int stage, Spot due) {
        Trace t = drawn(12, 16, Mask.NONE, Positions.NONE, false);
        TraceContent content = new TraceContent(t);
        Spot weight = new Spot("A", 3, 7);
        Figure over = content.over(
                content.base(stage, 3, USUAL), new Focus(stage, 3, false, weight), content.why(3, weight), View.USUAL);
        Box score = over.boxOf(due).orElseThrow();
        int ask = View.USUAL.palette().of(ColourRole.ASK);
        assertThat(over.marks()).anySatisfy(mark -> {
            assertThat(mark).isInstanceOf(Mark.Rectangle.class);
            Mark.Rectangle frame = (Mark.Rectangle) mark;
            assertThat(frame.edge()).isEqualTo(ask);
            assertThat(frame.box().contains(score.centreX(), score.centreY())).isTrue();
            assertThat(frame.box().height()).isLessThan(score.height() + 12);
        });
    }
}
