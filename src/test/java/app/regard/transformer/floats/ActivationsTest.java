package app.regard.transformer.floats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The fast functions and products of floats, held against slow ones in doubles. */
class ActivationsTest {
    @Test
    void exponentialsAreThoseOfJava() {
        Random random = new Random(1);
        for (int round = 0; round < 200; round++) {
            float[] x = new float[257];
            float[] top = new float[257];
            for (int j = 0; j < x.length; j++) {
                top[j] = (float) random.nextGaussian() * 30;
                x[j] = top[j] - (j == 0 ? 0 : random.nextFloat() * 80);
            }
            float[] given = x.clone();
            Activations.exponential(x, top, new float[257], 0, 257);
            for (int j = 0; j < x.length; j++) {
                double exact = Math.exp(given[j] - top[j]);
                assertThat(x[j]).isCloseTo((float) exact, within((float) (exact * 3e-7)));
            }
            assertThat(x[0]).isEqualTo(1);
        }
    }

    @Test
    void farBelowTheTopIsNothingAndNeverNegative() {
        float[] x = {-100, -1000, -3e38f, Float.NEGATIVE_INFINITY};
        Activations.exponential(x, new float[4], new float[4], 0, 4);
        for (float e : x) {
            assertThat(e).isBetween(0f, 2e-38f);
        }
    }

    /** erf to 16 digits, from tables (Abramowitz & Stegun, 7.1; NIST DLMF 7.23). */
    @Test
    void erfIsThatOfTheTables() {
        double[][] table = {
            {0, 0},
            {0.1, 0.1124629160182849},
            {0.5, 0.5204998778130465},
            {1, 0.8427007929497149},
            {1.5, 0.9661051464753108},
            {2, 0.9953222650189527},
            {3, 0.9999779095030014},
            {4, 0.9999999845827421},
            {9, 1},
        };
        for (double[] row : table) {
            assertThat((double) Activations.erf((float) row[0])).isCloseTo(row[1], within(3e-7));
            assertThat(Activations.erf((float) -row[0])).isEqualTo(-Activations.erf((float) row[0]));
        }
    }

    @Test
    void geluIsTheExactOne() {
        float[] x = {-10, -1, 0, 1, 2.5f, 40};
        Activations.gelu(x, 0, x.length);
        assertThat(x[0]).isCloseTo(0, within(1e-6f));
        assertThat(x[1]).isCloseTo(-0.15865526f, within(3e-7f)); // −Φ(−1); the tanh form gives −0.15880801
        assertThat(x[2]).isZero();
        assertThat(x[3]).isCloseTo(0.8413448f, within(3e-7f));
        assertThat(x[4]).isCloseTo(2.4844759f, within(1e-6f));
        assertThat(x[5]).isEqualTo(40);
    }

    @Test
    void productsOfEveryShapeAreThoseInDoubles() {
        Random random = new Random(2);
        for (int round = 0; round < 300; round++) {
            int n = 1 + random.nextInt(9);
            int depth = 1 + random.nextInt(round % 3 == 0 ? 120 : 9);
            int m = 1 + random.nextInt(40);
            int first = random.nextInt(5);
            float[][] a = random(n, first + depth, random);
            float[][] w = random(depth, m, random);
            float[][] c = random(n, m, random);
            float[][] before = new float[n][];
            for (int i = 0; i < n; i++) {
                before[i] = c[i].clone();
            }
            int from = random.nextInt(n);
            float[][] sums = ProductTest.aligned(c);
            Product.add(a, first, ProductTest.aligned(w), depth, sums, m, from, n);
            c = ProductTest.numbers(sums, m);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < m; j++) {
                    double sum = before[i][j];
                    double size = Math.abs(sum);
                    for (int k = 0; i >= from && k < depth; k++) {
                        double term = (double) a[i][first + k] * w[k][j];
                        sum += term;
                        size += Math.abs(term);
                    }
                    assertThat((double) c[i][j]).isCloseTo(sum, within(1e-5 * size));
                }
            }
        }
    }

    private static float[][] random(int rows, int cols, Random random) {
        float[][] x = new float[rows][cols];
        for (float[] row : x) {
            for (int j = 0; j < cols; j++) {
                row[j] = (float) random.nextGaussian();
            }
        }
        return x;
    }
}
