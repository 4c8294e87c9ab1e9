package app.regard.lab.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.regard.cli.InProcess;
import app.regard.draw.Spot;
import app.regard.engine.Attention;
import app.regard.engine.References;
import app.regard.export.data.CellRange;
import app.regard.export.data.Numbers;
import app.regard.source.Resolver;
import app.regard.source.TraceContent;
import app.regard.stage.Content;
import app.regard.stage.Part;
import app.regard.trace.Experiment;
import app.regard.trace.Mask;
import app.regard.trace.Matrix;
import app.regard.trace.Moment;
import app.regard.trace.Positions;
import app.regard.trace.Progress;
import app.regard.trace.Refusal;
import app.regard.trace.Source;
import app.regard.trace.Trace;
import app.regard.words.Library;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every cell of every stage can be asked for, and the answer is the number that NumPy has there. */
class NumberQuestionsTest {
    private static final Experiment RIVER =
            new Library().example("river").orElseThrow().experiment();

    static List<References.Case> cases() {
        return References.cases();
    }

    private static Map<Part, Matrix> numpy(References.Case c, int query) {
        Map<Part, Matrix> all = new LinkedHashMap<>();
        for (Part part : List.of(
                Part.Q,
                Part.K,
                Part.V,
                Part.SCORES,
                Part.SCALED,
                Part.ROW_MAX,
                Part.EXPONENTIALS,
                Part.ROW_SUMS,
                Part.WEIGHTS,
                Part.OUTPUTS)) {
            all.put(part, c.matrix(Numbers.name(part)));
        }
        Matrix v = c.matrix("V");
        Matrix a = c.matrix("weights");
        all.put(Part.X, c.in().from().x());
        all.put(Part.WEIGHTED, Matrix.fill(v.rows(), v.cols(), (j, d) -> a.at(query, j) * v.at(j, d)));
        return all;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyCellOfEveryStageIsAskedForWithTheNumberOfTheReference(References.Case c) {
        Trace t = Attention.trace(c.in());
        Content seen = new TraceContent(t);
        int query = t.weights().from().size() - 1;
        numpy(c, query).forEach((part, due) -> {
            List<Spot> cells = new CellRange(part, Spot.LABEL, Spot.LABEL).cells(part.grid(t, query));
            assertThat(cells).hasSize(due.rows() * due.cols());
            List<Spot> numbers = new ArrayList<>(cells);
            numbers.removeIf(cell -> Double.isInfinite(due.at(cell.row(), cell.col())));
            List<QuizQuestion> asked = NumberQuestions.of(seen, RIVER, query, cells);
            assertThat(asked).as("%s: one for each number", part).hasSameSizeAs(numbers);
            for (int i = 0; i < asked.size(); i++) {
                QuizQuestion q = asked.get(i);
                double truth = due.at(numbers.get(i).row(), numbers.get(i).col());
                double tolerance = q.number().orElseThrow().tolerance();
                int decimals =
                        BigDecimal.valueOf(tolerance * 2).stripTrailingZeros().scale();
                assertThat(decimals).as("four, or more where four are a tie").isBetween(4, 7);
                BigDecimal rounded = BigDecimal.valueOf(truth).setScale(decimals, RoundingMode.HALF_EVEN);
                assertThat(q.right(rounded.toPlainString()))
                        .as("%s: %s", q.text(), truth)
                        .isTrue();
                BigDecimal off = rounded.add(BigDecimal.ONE.movePointLeft(decimals));
                assertThat(q.right(off.toPlainString())).as(q.text()).isFalse();
                assertThat(q.text())
                        .contains("Give " + decimals + " decimals, rounded")
                        .contains(BigDecimal.valueOf(5)
                                        .movePointLeft(decimals + 1)
                                        .toPlainString() + " away");
                assertThat(q.explanation()).as("how it came about").contains(" = ");
            }
            assertThat(GiftReader.read(QuizWriter.gift(asked), "x")).isEqualTo(asked);
        });
    }

    @Test
    void wordsAreQuotedAndSignsOfGiftAndOfHtmlAreEscaped() {
        Experiment odd = Experiment.of("a=b {c} ~d# e:f <g> \\h / i", new Source.Simple("similarity"));
        Content seen = new Resolver(new Library()).content(odd, Progress.NONE);
        List<Spot> row = new CellRange(Part.SCORES, 0, Spot.LABEL)
                .cells(seen.trace().orElseThrow().scores());
        List<QuizQuestion> asked = NumberQuestions.of(seen, odd, 0, row);
        String gift = QuizWriter.gift(asked);
        assertThat(GiftReader.read(gift, "x")).isEqualTo(asked);
        assertThat(asked.get(0).text()).contains("the query of “a”");
        assertThat(gift).startsWith("$CATEGORY: “a = b { c } ~ d # e : f < g > \\ h // i”: S\n");
        assertThat(gift.lines().filter(l -> l.startsWith("::")))
                .hasSameSizeAs(asked)
                .allMatch(l -> l.contains("In “a \\= b \\{ c \\} \\~ d \\# e \\: f < g > \\\\ h / i” ("));
        assertThat(QuizWriter.anki(asked)).doesNotContain("<g>").contains("&lt;");
    }

    @Test
    void aQuestionOpensTheExperimentStageAndQueryThatItIsOf() {
        Experiment e = RIVER.withMask(Mask.CAUSAL).withPositions(Positions.sinusoidal(.25));
        Resolver resolver = new Resolver(new Library());
        Content seen = resolver.content(e, Progress.NONE);
        Moment elsewhere = new Moment(Experiment.of("other words", new Source.Simple("coreference")), 1, 0);
        Map<Part, Integer> stages = Map.of(Part.H, 1, Part.Q, 2, Part.SCORES, 3, Part.SCALED, 4, Part.EXPONENTIALS, 5);
        stages.forEach((part, stage) -> {
            List<QuizQuestion> asked = NumberQuestions.of(seen, e, 0, List.of(new Spot(part.label(), 3, 1)));
            List<QuizQuestion> read = GiftReader.read(QuizWriter.gift(asked), "x");
            Moment there = Shown.moment(read.get(0).show(), elsewhere, resolver.library())
                    .orElseThrow();
            assertThat(there).isEqualTo(new Moment(e, stage, 3));
        });
        assertThat(Shown.moment("stage 3, experiment {\"text\": 3}", elsewhere, resolver.library()))
                .isEmpty();
    }

    @Test
    void whatIsNoNumberAndWhatDoesNotExistIsRefused(@TempDir Path folder) throws IOException {
        Content causal = new Resolver(new Library()).content(RIVER.withMask(Mask.CAUSAL), Progress.NONE);
        assertThatThrownBy(() -> NumberQuestions.of(causal, RIVER, 0, List.of(new Spot("S/√d", 0, 3))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("not masked");
        Path gift = folder.resolve("x.gift");
        InProcess run = InProcess.run(
                "quiz",
                "--preset",
                "river",
                "bank of the river",
                "--focus",
                "river",
                "--ask",
                "scores[bank,river]",
                "--ask",
                "weighted[0,d4]",
                "--ask",
                "weights[*,2]",
                "--ask",
                "scores[bank,3]",
                "-o",
                gift);
        assertThat(run.err()).isEmpty();
        List<QuizQuestion> asked = Questions.read(gift);
        assertThat(asked).as("the same cell is asked for once").hasSize(6);
        assertThat(asked.get(0).number().orElseThrow().value()).isCloseTo(3.0788, within(5e-5));
        // weight .3497 of bank in the row of river, times its value 1.72
        assertThat(asked.get(1).number().orElseThrow().value()).isCloseTo(.6016, within(1e-4));
        for (String wrong : List.of(
                "scores",
                "scores[bank]",
                "scores[lake,river]",
                "scores[bank,4]",
                "score[0,0]",
                "[0,0]",
                "Q[0,-1]",
                "Q[,]")) {
            InProcess refused = InProcess.run("quiz", "--preset", "river", "bank of the river", "--ask", wrong);
            assertThat(refused.code()).as(wrong).isEqualTo(2);
            assertThat(refused.problem()).as(wrong).hasSize(1);
        }
        assertThat(InProcess.run("quiz", "--ask", "scores[0,0]").code()).isEqualTo(2);
        assertThat(InProcess.run("quiz", "a", "--file", gift).code()).isEqualTo(2);
        assertThat(Files.readString(gift)).contains("{#3.0788:0.00005");
    }
}
