package app.regard.transformer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProductTest {
    /** Each cell's terms one by one in the order of k, each rounded once: the bits do not depend on how the work is cut. */
    @Test
    void givesTheBitsOfTheSumInItsOrderWhateverTheShape() {
        Random random = new Random(4);
        int[][] shapes = {
            {1, 1, 1},
            {2, 2, 3},
            {3, 5, 7},
            {4, 48, 384},
            {5, 49, 385},
            {7, 50, 400},
            {8, 97, 770},
            {16, 32, 16},
            {11, 0, 9}
        };
        for (int[] shape : shapes) {
            int n = shape[0];
            int depth = shape[1];
            int m = shape[2];
            float[][] a = rows(random, n, depth + 3);
            float[][] w = rows(random, depth, m);
            float[][] c = rows(random, n, m);
            float[][] due = new float[n][m];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < m; j++) {
                    float sum = c[i][j];
                    for (int k = 0; k < depth; k++) {
                        sum = Math.fma(a[i][3 + k], w[k][j], sum);
                    }
                    due[i][j] = sum;
                }
            }
            Product.add(a, 3, w, depth, c, m, 0, n);
            if (fused()) {
                assertThat(c).as("%d × %d × %d", n, depth, m).isDeepEqualTo(due);
            }
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < m; j++) {
                    assertThat(Math.abs(c[i][j] - due[i][j])).isLessThan(1e-4f);
                }
            }
        }
    }

    /** Rows that go on behind the matrix, as those that fill whole cache lines do, give the same and are left alone there. */
    @Test
    void leavesAloneWhatRowsHaveBeyond() {
        Random random = new Random(5);
        for (int n : new int[] {1, 3, 5}) {
            float[][] a = rows(random, n, 26);
            float[][] w = rows(random, 26, 40);
            float[][] c = rows(random, n, 40);
            float[][] narrow = new float[n][];
            for (int i = 0; i < n; i++) {
                narrow[i] = Arrays.copyOf(c[i], 33);
            }
            float[][] before = Arrays.stream(c).map(float[]::clone).toArray(float[][]::new);
            Product.add(a, 0, w, 26, c, 33, 0, n);
            Product.add(a, 0, w, 26, narrow, 33, 0, n);
            for (int i = 0; i < n; i++) {
                assertThat(c[i]).startsWith(narrow[i]);
                assertThat(c[i]).endsWith(Arrays.copyOfRange(before[i], 33, 40));
            }
        }
    }

    /** Only where the processor has the instruction is a term rounded once. */
    private static boolean fused() {
        float[][] one = {{1 + 0x1p-13f}};
        float[][] sum = {{-1 - 0x1p-12f}};
        Product.add(one, 0, one, 1, sum, 1, 0, 1);
        return sum[0][0] != 0;
    }

    private static float[][] rows(Random random, int n, int m) {
        float[][] rows = new float[n][m];
        for (float[] row : rows) {
            for (int j = 0; j < m; j++) {
                row[j] = random.nextFloat() - 0.5f;
            }
        }
        return rows;
    }
}
