package app.regard.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.regard.trace.Grid;
import app.regard.trace.HeadId;
import app.regard.trace.Matrix;
import app.regard.trace.Origin;
import app.regard.trace.Sentence;
import app.regard.trace.Weights;
import app.regard.transformer.Pieces;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Averages, rollout, merging, hiding and measures, on numbers small enough to work out by hand. */
class DerivedTest {
    private static final Sentence THREE = Sentence.of("[CLS]", "bank", "##s");
    // spotless:off
    private static final Matrix A = Matrix.of(new double[][] {
        {0.5, 0.25, 0.25},
        {0.1, 0.6, 0.3},
        {0.7, 0.1, 0.2},
    });
    // spotless:on

    private static Weights weights(Matrix a) {
        return new Weights(THREE, THREE, a, Origin.COMPUTED);
    }

    private static void same(Grid actual, double[][] expected) {
        assertThat(actual.rows()).isEqualTo(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual.cols()).isEqualTo(expected[i].length);
            for (int j = 0; j < expected[i].length; j++) {
                assertThat(actual.at(i, j)).as("%d, %d", i, j).isCloseTo(expected[i][j], within(1e-12));
            }
        }
    }

    @Test
    void averagesCellByCell() {
        Weights mean = average(List.of(weights(A), weights(Matrix.identity(3))));
        same(mean.a(), new double[][] {{0.75, 0.125, 0.125}, {0.05, 0.8, 0.15}, {0.35, 0.05, 0.6}});
        assertThat(mean.origin()).isEqualTo(Origin.DERIVED);
        assertThat(mean.from()).isEqualTo(THREE);
    }

    @Test
    void rolloutOfOneLayerIsHalfOfItAndHalfOfEachTokenItself() {
        same(
                rollout(List.of(weights(A))).a(),
                new double[][] {{0.75, 0.125, 0.125}, {0.05, 0.8, 0.15}, {0.35, 0.05, 0.6}});
    }

    /** First layer: token 1 takes all from 0. Second: token 2 takes all from 1. So 2 has a quarter of 0, not 0 of 2. */
    @Test
    void rolloutMultipliesTheLastLayerFromTheLeft() {
        Matrix first = Matrix.of(new double[][] {{1, 0, 0}, {1, 0, 0}, {0, 0, 1}});
        Matrix second = Matrix.of(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 1, 0}});
        same(
                rollout(List.of(weights(first), weights(second))).a(),
                new double[][] {{1, 0, 0}, {0.5, 0.5, 0}, {0.25, 0.25, 0.5}});
    }

    @Test
    void mergingAveragesRowsAndSumsColumns() {
        Weights merged = Derived.merged(
                weights(A), List.of(new Pieces.Word("[CLS]", 0, 1, true), new Pieces.Word("banks", 1, 3, false)));
        same(merged.a(), new double[][] {{0.5, 0.5}, {0.4, 0.6}});
        assertThat(merged.from().words()).containsExactly("[CLS]", "banks");
        assertThat(merged.origin()).isEqualTo(Origin.DERIVED);
    }

    @Test
    void hidesTokensAndRescalesOnlyWhenAsked() {
        same(Derived.without(weights(A), List.of(1, 2), false).a(), new double[][] {{0.6, 0.3}, {0.1, 0.2}});
        Weights rescaled = Derived.without(weights(A), List.of(1, 2), true);
        same(rescaled.a(), new double[][] {{2 / 3.0, 1 / 3.0}, {1 / 3.0, 2 / 3.0}});
        assertThat(rescaled.to().words()).containsExactly("bank", "##s");
        Matrix allToFirst = Matrix.fill(3, 3, (i, j) -> j == 0 ? 1 : 0);
        same(Derived.without(weights(allToFirst), List.of(1, 2), true).a(), new double[][] {{0, 0}, {0, 0}});
    }

    @Test
    void rowsThatSumToOneStillDo() {
        Random random = new Random(3);
        for (int round = 0; round < 200; round++) {
            int n = 1 + random.nextInt(9);
            Sentence sentence =
                    Sentence.of(IntStream.range(0, n).mapToObj(i -> "w" + i).toArray(String[]::new));
            List<Weights> layers = IntStream.range(0, 1 + random.nextInt(4))
                    .mapToObj(i -> new Weights(sentence, sentence, random(n, random), Origin.COMPUTED))
                    .toList();
            int cut = random.nextInt(n) + 1;
            List<Pieces.Word> words = IntStream.rangeClosed(0, n - cut)
                    .mapToObj(i -> i == 0
                            ? new Pieces.Word("first", 0, cut, false)
                            : new Pieces.Word("w", cut + i - 1, cut + i, false))
                    .toList();
            Weights rollout = rollout(layers);
            for (Weights made : List.of(average(layers), rollout, Derived.merged(rollout, words))) {
                for (int i = 0; i < made.a().rows(); i++) {
                    double sum = 0;
                    for (int j = 0; j < made.a().cols(); j++) {
                        sum += made.a().at(i, j);
                    }
                    assertThat(sum).isCloseTo(1, within(1e-12));
                }
            }
        }
    }

    @Test
    void measuresWhatAHeadDoes() {
        Measures.Does does = Measures.of(new HeadId(2, 7), A, List.of("a", "b", "a"), i -> true);
        assertThat(does.head()).isEqualTo(new HeadId(2, 7));
        assertThat(does.self()).isCloseTo((0.5 + 0.6 + 0.2) / 3, within(1e-12));
        assertThat(does.previous()).isCloseTo((0.1 + 0.1) / 2, within(1e-12));
        assertThat(does.next()).isCloseTo((0.25 + 0.3) / 2, within(1e-12));
        assertThat(does.first()).isCloseTo((0.5 + 0.1 + 0.7) / 3, within(1e-12));
        assertThat(does.last()).isCloseTo((0.25 + 0.3 + 0.2) / 3, within(1e-12));
        assertThat(does.same()).isCloseTo((0.25 + 0.7) / 2, within(1e-12));
    }

    @Test
    void spreadIsNothingForOneKeyAndOneForAll() {
        List<String> words = List.of("a", "b", "c", "d");
        assertThat(Measures.of(new HeadId(0, 0), Matrix.identity(4), words, i -> true)
                        .spread())
                .isZero();
        Matrix even = Matrix.fill(4, 4, (i, j) -> 0.25);
        assertThat(Measures.of(new HeadId(0, 0), even, words, i -> true).spread())
                .isCloseTo(1, within(1e-12));
        Matrix two = Matrix.fill(4, 4, (i, j) -> j < 2 ? 0.5 : 0);
        assertThat(Measures.of(new HeadId(0, 0), two, words, i -> true).spread())
                .isCloseTo(0.5, within(1e-12));
    }

    /** A file may hold rows that sum to anything: how evenly they are shared out is the same. */
    @Test
    void spreadLooksAtSharesNotAtSums() {
        List<String> words = List.of("a", "b", "c", "d");
        Matrix sums = Matrix.fill(4, 4, (i, j) -> (j < 2 ? 0.5 : 0) * new double[] {5, 1, 0.01, 40}[i]);
        assertThat(Measures.of(new HeadId(0, 0), sums, words, i -> true).spread())
                .isCloseTo(0.5, within(1e-12));
        assertThat(Measures.of(new HeadId(0, 0), Matrix.zeros(4, 4), words, i -> true)
                        .spread())
                .isZero();
    }

    @Test
    void queriesThatDoNotAskDoNotCount() {
        Measures.Does does = Measures.of(new HeadId(0, 0), A, List.of("a", "b", "c"), i -> i == 1);
        assertThat(does.self()).isEqualTo(0.6);
        assertThat(does.first()).isEqualTo(0.1);
        assertThat(does.next()).isEqualTo(0.3);
        assertThat(does.same()).isZero();
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> average(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> rollout(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Derived.merged(weights(A), List.of(new Pieces.Word("x", 0, 2, false))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Measures.of(new HeadId(0, 0), A, List.of("a"), i -> true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Matrix random(int n, Random random) {
        double[][] rows = new double[n][n];
        for (double[] row : rows) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                row[j] = random.nextDouble();
                sum += row[j];
            }
            for (int j = 0; j < n; j++) {
                row[j] /= sum;
            }
        }
        return Matrix.of(rows);
    }

    private static Weights average(List<Weights> all) {
        return Derived.average(all.size(), all::get);
    }

    private static Weights rollout(List<Weights> layers) {
        return Derived.rollout(layers.size(), layers::get);
    }
}
