package app.regard.transformer.floats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
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
            float[][] sums = aligned(c);
            Product.add(a, 3, aligned(w), depth, sums, m, 0, n);
            float[][] got = numbers(sums, m);
            float[][] copied = aligned(c);
            Product.add(a, 3, w, soiled(AlignedRows.of(Product.BLOCK, m), m), copied, m, 0, n);
            assertThat(numbers(copied, m)).isDeepEqualTo(got);
            if (fused()) {
                assertThat(got).as("%d × %d × %d", n, depth, m).isDeepEqualTo(due);
            }
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < m; j++) {
                    assertThat(Math.abs(got[i][j] - due[i][j])).isLessThan(1e-4f);
                }
            }
        }
    }

    /** Buffers are used again and again: what an earlier product left around the numbers must not come into them. */
    @Test
    void whatStandsAroundTheNumbersDoesNotCount() {
        Random random = new Random(5);
        for (int n : new int[] {1, 3, 5}) {
            float[][] a = rows(random, n, 26);
            float[][] w = aligned(rows(random, 26, 33));
            float[][] c = aligned(rows(random, n, 33));
            float[][] other = soiled(c, 33);
            Product.add(a, 0, w, 26, c, 33, 0, n);
            Product.add(a, 0, soiled(w, 33), 26, other, 33, 0, n);
            assertThat(numbers(other, 33)).isDeepEqualTo(numbers(c, 33));
        }
    }

    /** Java's compiler must not put these loops into others: then it makes no vectors of them, eight times slower. */
    @Test
    void loopsAreLongerThanWhatIsInlined() {
        int freqInlineSize = 325;
        StringWriter out = new StringWriter();
        String file = Product.class.getResource("Product.class").getPath();
        int code = ToolProvider.findFirst("javap")
                .orElseThrow()
                .run(new PrintWriter(out), new PrintWriter(out), "-c", "-p", file);
        assertThat(code).as(out.toString()).isZero();
        for (String name : List.of("three", "one")) {
            Matcher last = Pattern.compile(" void " + name + "\\(.*?\\n +(\\d+): return\\R\\R", Pattern.DOTALL)
                    .matcher(out.toString());
            assertThat(last.find()).as(name).isTrue();
            assertThat(Integer.parseInt(last.group(1))).as(name).isGreaterThan(freqInlineSize);
        }
    }

    /** Two threads share the rows of a product: each writes its own alone. */
    @Test
    void writesTheRowsThatItIsGiven() {
        Random random = new Random(6);
        float[][] a = rows(random, 9, 50);
        float[][] w = aligned(rows(random, 50, 20));
        float[][] whole = aligned(rows(random, 9, 20));
        float[][] part = Arrays.stream(whole).map(float[]::clone).toArray(float[][]::new);
        float[][] before = numbers(part, 20);
        Product.add(a, 0, w, 50, whole, 20, 0, 9);
        Product.add(a, 0, w, 50, part, 20, 2, 7);
        float[][] due = numbers(whole, 20);
        for (int i : new int[] {0, 1, 7, 8}) {
            due[i] = before[i];
        }
        assertThat(numbers(part, 20)).isDeepEqualTo(due);
    }

    /** Only where the processor has the instruction is a term rounded once. */
    private static boolean fused() {
        float[][] one = {{1 + 0x1p-13f}};
        float[][] sum = aligned(new float[][] {{-1 - 0x1p-12f}});
        Product.add(one, 0, aligned(one), 1, sum, 1, 0, 1);
        return numbers(sum, 1)[0][0] != 0;
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

    /** The same numbers in rows as a product takes them. */
    static float[][] aligned(float[][] rows) {
        float[][] aligned = AlignedRows.of(rows.length, rows.length == 0 ? 0 : rows[0].length);
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, aligned[i], AlignedRows.FIRST, rows[i].length);
        }
        return aligned;
    }

    /** The numbers of aligned rows alone. */
    static float[][] numbers(float[][] aligned, int width) {
        return Arrays.stream(aligned)
                .map(row -> Arrays.copyOfRange(row, AlignedRows.FIRST, AlignedRows.FIRST + width))
                .toArray(float[][]::new);
    }

    private static float[][] soiled(float[][] aligned, int width) {
        float[][] soiled = AlignedRows.of(aligned.length, width);
        for (int i = 0; i < aligned.length; i++) {
            Arrays.fill(soiled[i], Float.NaN);
            System.arraycopy(aligned[i], AlignedRows.FIRST, soiled[i], AlignedRows.FIRST, width);
        }
        return soiled;
    }
}
