package app.regard.transformer.floats;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/**
 * C += A·W on rows of floats, written so that HotSpot's C2 turns the loops over j into vector instructions: one array a
 * row, indexed by j alone, and so few terms in a loop that it still unrolls. On JDK 17 three rows of W for three rows of C
 * give the most, for a number is then loaded and stored once for three terms; with more in the loop its body is larger than
 * what is unrolled at all (60 nodes, LoopUnrollLimit), it is no longer vectorised, and a tenth of the speed is left. The same
 * happened in one run of sixty where C2 put such a loop into the loops around it, which depended on what it had compiled
 * first; so {@link #three} and {@link #one} are longer than what it inlines (325 bytes, FreqInlineSize), and have to stay so.
 * The terms of a cell are always added in the order of k, so the result does not depend on how the rows are shared out.
 */
public final class Product {
    /** Rows of W that stay in the first cache while the rows of C go by; a multiple of 3. */
    public static final int BLOCK = 24;

    /** Columns that are worked on at a time, so that those rows are no longer than that; whole lines. */
    private static final int COLUMNS = 384;

    /** So many rows of W are left over, by the remainder of their number by 3. */
    private static final int[] LEFT = {0, 4, 2};

    /** Without the instruction, Math.fma is exact, and a hundred times slower. */
    private static final boolean FUSED = fused();

    private Product() {}

    /**
     * c(i, j) += Σ a(i, first + k)·w(k, j) for the rows {@code from} to {@code to} − 1 of C and its first m columns.
     *
     * @param a (n, at least first + depth), the numbers wherever they are in their rows
     * @param w (at least depth, at least m), {@linkplain AlignedRows aligned}
     * @param c (n, m), aligned
     */
    public static void add(float[][] a, int first, float[][] w, int depth, float[][] c, int m, int from, int to) {
        int end = AlignedRows.end(m);
        for (int left = AlignedRows.FIRST; left < end; left += COLUMNS) {
            int right = Math.min(left + COLUMNS, end);
            for (int k = 0; k < depth; k += BLOCK) {
                add(a, first, w, k, Math.min(k + BLOCK, depth), c, left, right, from, to);
            }
        }
    }

    /**
     * The same for the whole of a matrix in rows of its own, of which a block at a time is copied to where it is aligned.
     *
     * @param w (depth, m)
     * @param block ({@link #BLOCK}, at least m), aligned, written over
     */
    public static void add(float[][] a, int first, float[][] w, float[][] block, float[][] c, int m, int from, int to) {
        for (int left = 0; left < m; left += COLUMNS) {
            int columns = Math.min(COLUMNS, m - left);
            int begin = AlignedRows.FIRST + left;
            for (int k = 0; k < w.length; k += BLOCK) {
                int rows = Math.min(BLOCK, w.length - k);
                for (int row = 0; row < rows; row++) {
                    System.arraycopy(w[k + row], left, block[row], begin, columns);
                }
                add(a, first + k, block, 0, rows, c, begin, AlignedRows.end(left + columns), from, to);
            }
        }
    }

    /** For the columns from {@code left} on, which is where a line begins; the loops begin with the one before it. */
    private static void add(
            float[][] a, int first, float[][] w, int k, int stop, float[][] c, int left, int right, int from, int to) {
        int even = Math.max(k, stop - LEFT[(stop - k) % 3]);
        int before = left - 1;
        int i = from;
        for (; i + 3 <= to; i += 3) {
            float x = c[i][before];
            float y = c[i + 1][before];
            float z = c[i + 2][before];
            for (int row = k; row < even; row += 3) {
                three(a, i, first + row, w, row, c, before, right);
            }
            for (int next = i; next < i + 3; next++) {
                rest(a[next], first, w, even, stop, c[next], before, right);
            }
            c[i][before] = x;
            c[i + 1][before] = y;
            c[i + 2][before] = z;
        }
        for (; i < to; i++) {
            float x = c[i][before];
            rest(a[i], first, w, k, stop, c[i], before, right);
            c[i][before] = x;
        }
    }

    /** All terms of a row of C. */
    private static void rest(float[] a, int first, float[][] w, int k, int stop, float[] c, int from, int end) {
        for (int terms; k < stop; k += terms) {
            int left = stop - k;
            terms = left >= 4 ? 4 : left >= 2 ? 2 : 1;
            one(a, first + k, w, k, terms, c, from, end);
        }
    }

    /** Three rows of C, three terms each; not to be inlined. */
    private static void three(float[][] rows, int i, int at, float[][] w, int k, float[][] c, int from, int end) {
        float[] a = rows[i];
        float[] b = rows[i + 1];
        float[] d = rows[i + 2];
        float[] t = w[k];
        float[] u = w[k + 1];
        float[] v = w[k + 2];
        float[] x = c[i];
        float[] y = c[i + 1];
        float[] z = c[i + 2];
        float a0 = a[at];
        float a1 = a[at + 1];
        float a2 = a[at + 2];
        float b0 = b[at];
        float b1 = b[at + 1];
        float b2 = b[at + 2];
        float d0 = d[at];
        float d1 = d[at + 1];
        float d2 = d[at + 2];
        if (FUSED) {
            for (int j = from; j < end; j++) {
                float e = t[j]; // once: for all the compiler knows, x could be the same array
                float f = u[j];
                float g = v[j];
                x[j] = Math.fma(a2, g, Math.fma(a1, f, Math.fma(a0, e, x[j])));
                y[j] = Math.fma(b2, g, Math.fma(b1, f, Math.fma(b0, e, y[j])));
                z[j] = Math.fma(d2, g, Math.fma(d1, f, Math.fma(d0, e, z[j])));
            }
        } else {
            for (int j = from; j < end; j++) {
                float e = t[j];
                float f = u[j];
                float g = v[j];
                x[j] = ((x[j] + a0 * e) + a1 * f) + a2 * g;
                y[j] = ((y[j] + b0 * e) + b1 * f) + b2 * g;
                z[j] = ((z[j] + d0 * e) + d1 * f) + d2 * g;
            }
        }
    }

    /** A row of C, four terms, two or one; not to be inlined. */
    private static void one(float[] a, int at, float[][] w, int k, int terms, float[] c, int from, int end) {
        float[] t = w[k];
        float a0 = a[at];
        if (terms == 4) {
            float[] u = w[k + 1];
            float[] v = w[k + 2];
            float[] x = w[k + 3];
            float a1 = a[at + 1];
            float a2 = a[at + 2];
            float a3 = a[at + 3];
            if (FUSED) {
                for (int j = from; j < end; j++) {
                    c[j] = Math.fma(a3, x[j], Math.fma(a2, v[j], Math.fma(a1, u[j], Math.fma(a0, t[j], c[j]))));
                }
            } else {
                for (int j = from; j < end; j++) {
                    c[j] = (((c[j] + a0 * t[j]) + a1 * u[j]) + a2 * v[j]) + a3 * x[j];
                }
            }
        } else if (terms == 2) {
            float[] u = w[k + 1];
            float a1 = a[at + 1];
            if (FUSED) {
                for (int j = from; j < end; j++) {
                    c[j] = Math.fma(a1, u[j], Math.fma(a0, t[j], c[j]));
                }
            } else {
                for (int j = from; j < end; j++) {
                    c[j] = (c[j] + a0 * t[j]) + a1 * u[j];
                }
            }
        } else {
            if (FUSED) {
                for (int j = from; j < end; j++) {
                    c[j] = Math.fma(a0, t[j], c[j]);
                }
            } else {
                for (int j = from; j < end; j++) {
                    c[j] += a0 * t[j];
                }
            }
        }
    }

    private static boolean fused() {
        try {
            HotSpotDiagnosticMXBean bean = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            return bean != null
                    && Boolean.parseBoolean(bean.getVMOption("UseFMA").getValue());
        } catch (IllegalArgumentException e) {
            return false; // another make of machine, which does not say
        }
    }
}
