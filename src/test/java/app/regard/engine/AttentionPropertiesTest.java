package app.regard.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.regard.trace.Head;
import app.regard.trace.Inputs;
import app.regard.trace.Mask;
import app.regard.trace.Matrix;
import app.regard.trace.Positions;
import app.regard.trace.Projection;
import app.regard.trace.Sentence;
import app.regard.trace.Side;
import app.regard.trace.Trace;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What must hold of attention whatever the numbers, over a thousand seeded random inputs each. */
class AttentionPropertiesTest {
    private static final int CASES = 1000;

    @Test
    void weightsOfEveryRowAddUpToOne() {
        everyCase(r -> {
            Trace t = Attention.trace(anyMask(r));
            for (int i = 0; i < t.weights().a().rows(); i++) {
                double sum = 0;
                for (int j = 0; j < t.weights().a().cols(); j++) {
                    assertThat(t.weights().a().at(i, j)).isBetween(0.0, 1.0);
                    sum += t.weights().a().at(i, j);
                }
                assertThat(sum).isCloseTo(1, within(1e-12));
            }
        });
    }

    @Test
    void permutingWordsPermutesWeightsAndOutputs() {
        everyCase(r -> {
            Inputs in = plain(r);
            int n = in.from().words().size();
            int[] order = IntStream.range(0, n).toArray();
            for (int i = n - 1; i > 0; i--) {
                int j = r.nextInt(i + 1);
                int kept = order[i];
                order[i] = order[j];
                order[j] = kept;
            }
            Matrix x = in.from().x();
            Trace t = Attention.trace(in);
            Trace p = Attention.trace(self(Matrix.fill(n, x.cols(), (i, d) -> x.at(order[i], d)), in.head()));
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    assertThat(p.weights().a().at(i, j))
                            .isCloseTo(t.weights().a().at(order[i], order[j]), within(1e-12));
                }
                for (int d = 0; d < t.outputs().cols(); d++) {
                    double size = Math.max(1, Math.abs(t.outputs().at(order[i], d)));
                    assertThat(p.outputs().at(i, d)).isCloseTo(t.outputs().at(order[i], d), within(1e-12 * size));
                }
            }
        });
    }

    @Test
    void equalWordsHaveEqualRowsAndColumns() {
        everyCase(r -> {
            Inputs in = plain(r);
            int n = in.from().words().size() + 1;
            int twin = r.nextInt(n - 1);
            Matrix x = in.from().x();
            Trace t = Attention.trace(
                    self(Matrix.fill(n, x.cols(), (i, d) -> x.at(i == n - 1 ? twin : i, d)), in.head()));
            for (int j = 0; j < n; j++) {
                assertThat(t.weights().a().at(n - 1, j))
                        .isEqualTo(t.weights().a().at(twin, j));
                assertThat(t.weights().a().at(j, n - 1))
                        .isEqualTo(t.weights().a().at(j, twin));
            }
        });
    }

    /** (QR)(KR)ᵀ = QKᵀ for every rotation R, made here of plane rotations. */
    @Test
    void rotatingQueriesAndKeysTogetherChangesNothing() {
        everyCase(r -> {
            Inputs in = plain(r);
            Head h = in.head();
            Matrix rotation = rotation(r, h.dK());
            Head turned = head(Algebra.times(h.q().w(), rotation), Algebra.times(h.k().w(), rotation), h.v().w());
            Trace t = Attention.trace(in);
            Trace p = Attention.trace(self(in.from().x(), turned));
            for (int i = 0; i < t.scores().rows(); i++) {
                for (int j = 0; j < t.scores().cols(); j++) {
                    assertThat(p.weights().a().at(i, j))
                            .isCloseTo(t.weights().a().at(i, j), within(1e-12));
                }
            }
        });
    }

    @Test
    void otherValuesLeaveTheWeights() {
        everyCase(r -> {
            Inputs in = plain(r);
            Head h = in.head();
            Head other = head(h.q().w(), h.k().w(), random(r, h.dModel(), 1 + r.nextInt(5)));
            assertThat(Attention.trace(self(in.from().x(), other)).weights().a())
                    .isEqualTo(Attention.trace(in).weights().a());
        });
    }

    /**
     * A constant added to a row's scores: a dimension in which every key is 1 adds the query's entry to its whole row.
     */
    @Test
    void aConstantAddedToARowOfScoresChangesNothing() {
        everyCase(r -> {
            Inputs in = plain(r);
            Head h = in.head();
            int n = in.from().words().size();
            int d = h.dModel();
            double[] constants = r.doubles(n, -5, 5).toArray();
            // two more dimensions: one holds the constant, one holds 1; W_Q reads the first, W_K the second
            Matrix x = Matrix.fill(n, d + 2, (i, c) -> c < d ? in.from().x().at(i, c) : c == d ? constants[i] : 1);
            Matrix wq = widened(h.q().w(), d);
            Matrix wk = widened(h.k().w(), d + 1);
            Matrix wqStill = Matrix.fill(d + 2, h.dK() + 1, (i, c) -> i < d ? wq.at(i, c) : 0);
            Matrix wv = Matrix.fill(d + 2, 1, (i, c) -> i == 0 ? 1 : 0);
            Trace moved = Attention.trace(self(x, head(wq, wk, wv)));
            Trace still = Attention.trace(self(x, head(wqStill, wk, wv)));
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    double by = moved.scores().at(i, j) - still.scores().at(i, j);
                    assertThat(by).isCloseTo(constants[i], within(1e-9));
                    assertThat(moved.weights().a().at(i, j))
                            .isCloseTo(still.weights().a().at(i, j), within(1e-12));
                }
            }
        });
    }

    @Test
    void causalWeightsAboveTheDiagonalAreExactlyZero() {
        everyCase(r -> {
            Inputs in = plain(r);
            Trace t = Attention.trace(new Inputs(in.from(), in.to(), in.head(), Mask.CAUSAL, Positions.NONE, 1));
            for (int i = 0; i < t.weights().a().rows(); i++) {
                for (int j = i + 1; j < t.weights().a().cols(); j++) {
                    assertThat(t.weights().a().at(i, j)).isZero();
                    assertThat(t.scaled().at(i, j)).isEqualTo(Double.NEGATIVE_INFINITY);
                }
            }
        });
    }

    @Test
    void outputsLieBetweenTheLeastAndTheLargestValue() {
        everyCase(r -> {
            Trace t = Attention.trace(anyMask(r));
            for (int d = 0; d < t.v().cols(); d++) {
                int col = d;
                double least = IntStream.range(0, t.v().rows())
                        .mapToDouble(j -> t.v().at(j, col))
                        .min()
                        .orElseThrow();
                double largest = IntStream.range(0, t.v().rows())
                        .mapToDouble(j -> t.v().at(j, col))
                        .max()
                        .orElseThrow();
                for (int i = 0; i < t.outputs().rows(); i++) {
                    assertThat(t.outputs().at(i, d)).isBetween(least - 1e-12, largest + 1e-12);
                }
            }
        });
    }

    /** Cross-attention is the same arithmetic: the first n rows of self-attention over all words, keys cut to m. */
    @Test
    void queriesAndKeysMayComeFromDifferentSentences() {
        everyCase(r -> {
            int n = 1 + r.nextInt(5);
            int m = 1 + r.nextInt(7);
            int d = 2 + r.nextInt(5);
            Head h = head(random(r, d, 3), random(r, d, 3), random(r, d, 2));
            Side from = side(random(r, n, d));
            Side to = side(random(r, m, d));
            Trace t = Attention.trace(new Inputs(from, to, h, Mask.NONE, Positions.NONE, 1));
            assertThat(t.weights().a().rows()).isEqualTo(n);
            assertThat(t.weights().a().cols()).isEqualTo(m);
            assertThat(t.outputs().rows()).isEqualTo(n);
            for (int i = 0; i < n; i++) {
                double[] e = new double[m];
                double sum = 0;
                for (int j = 0; j < m; j++) {
                    double s = 0;
                    for (int c = 0; c < 3; c++) {
                        double q = 0;
                        double k = 0;
                        for (int x = 0; x < d; x++) {
                            q += from.x().at(i, x) * h.q().w().at(x, c);
                            k += to.x().at(j, x) * h.k().w().at(x, c);
                        }
                        s += q * k;
                    }
                    e[j] = Math.exp(s / Math.sqrt(3));
                    sum += e[j];
                }
                for (int j = 0; j < m; j++) {
                    assertThat(t.weights().a().at(i, j)).isCloseTo(e[j] / sum, within(1e-12));
                }
            }
        });
    }

    // ---- random inputs

    static void everyCase(Consumer<Random> property) {
        for (int seed = 0; seed < CASES; seed++) {
            property.accept(new Random(seed));
        }
    }

    private static Inputs plain(Random r) {
        int d = 2 + r.nextInt(7);
        int dk = 1 + r.nextInt(6);
        Head h = head(random(r, d, dk), random(r, d, dk), random(r, d, 1 + r.nextInt(6)));
        return self(random(r, 1 + r.nextInt(8), d), h);
    }

    private static Inputs anyMask(Random r) {
        Inputs in = plain(r);
        Mask mask = List.of(Mask.NONE, Mask.CAUSAL, Mask.local(r.nextInt(3))).get(r.nextInt(3));
        Positions positions = r.nextBoolean() ? Positions.NONE : Positions.sinusoidal(r.nextDouble());
        return new Inputs(in.from(), in.to(), in.head(), mask, positions, 0.1 + 3 * r.nextDouble());
    }

    static Inputs self(Matrix x, Head head) {
        Side side = side(x);
        return new Inputs(side, side, head, Mask.NONE, Positions.NONE, 1);
    }

    static Side side(Matrix x) {
        return new Side(
                Sentence.of(IntStream.range(0, x.rows()).mapToObj(i -> "w" + i).toArray(String[]::new)), x, "a test");
    }

    static Head similarity(int d) {
        return head(Matrix.identity(d), Matrix.identity(d), Matrix.identity(d));
    }

    static Head head(Matrix q, Matrix k, Matrix v) {
        return new Head(
                "test",
                "a test",
                References.names("x", q.rows()),
                Projection.of(q, References.names("q", q.cols())),
                Projection.of(k, References.names("k", k.cols())),
                Projection.of(v, References.names("v", v.cols())),
                List.of());
    }

    static Matrix random(Random r, int rows, int cols) {
        return Matrix.fill(rows, cols, (i, j) -> r.nextGaussian());
    }

    /** W with two rows and a column more; the new column reads dimension {@code reads}. */
    private static Matrix widened(Matrix w, int reads) {
        int d = w.rows();
        return Matrix.fill(
                d + 2, w.cols() + 1, (i, c) -> c < w.cols() ? (i < d ? w.at(i, c) : 0) : (i == reads ? 1 : 0));
    }

    private static Matrix rotation(Random r, int d) {
        Matrix turned = Matrix.identity(d);
        for (int a = 0; a < d; a++) {
            for (int b = a + 1; b < d; b++) {
                int first = a;
                int second = b;
                double angle = r.nextDouble() * 2 * Math.PI;
                Matrix plane = Matrix.fill(d, d, (i, j) -> {
                    if ((i == first && j == first) || (i == second && j == second)) {
                        return Math.cos(angle);
                    }
                    if (i == first && j == second) {
                        return -Math.sin(angle);
                    }
                    return i == second && j == first ? Math.sin(angle) : i == j ? 1 : 0;
                });
                turned = Algebra.times(turned, plane);
            }
        }
        return turned;
    }
}
