package app.regard.transformer;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/**
 * C += A·W on rows of floats, written so that HotSpot's C2 turns the loops over j into vector instructions: one array a
 * row, indexed by j alone, and so few terms in a loop that it still unrolls (on JDK 17, two rows of W for three rows
 * of C give 50 to 60 GFLOP/s; with more in the loop it is not always vectorised, and that costs three quarters).
 * The terms of a cell are always added in the order of k, so the result does not depend on how the rows are shared out.
 */
final class Product {
    /** Rows of W that stay in the cache while the rows of C go by; a multiple of 4. */
    private static final int BLOCK = 96;

    /** Without the instruction, Math.fma is exact, and a hundred times slower. */
    private static final boolean FUSED = fused();

    private Product() {}

    /**
     * c(i, j) += Σ a(i, first + k)·w(k, j) for the rows {@code from} to {@code to} − 1 of C.
     *
     * @param a (n, at least first + depth)
     * @param w (depth, m)
     * @param c (n, m)
     */
    static void add(float[][] a, int first, float[][] w, int depth, float[][] c, int from, int to) {
        for (int block = 0; block < depth; block += BLOCK) {
            int stop = Math.min(block + BLOCK, depth);
            int i = from;
            while (to - i >= 3) {
                int left = to - i; // in threes, with a four or two so that no row is left over
                boolean fours = left % 3 == 1 || (left % 3 == 2 && left >= 8);
                if (fours) {
                    four(a, i, first, w, block, stop, c);
                } else {
                    three(a, i, first, w, block, stop, c);
                }
                i += fours ? 4 : 3;
            }
            for (; i < to; i++) {
                one(a[i], first, w, block, stop, c[i]);
            }
        }
    }

    private static void three(float[][] rows, int i, int first, float[][] w, int k, int stop, float[][] c) {
        float[] a = rows[i];
        float[] b = rows[i + 1];
        float[] d = rows[i + 2];
        float[] x = c[i];
        float[] y = c[i + 1];
        float[] z = c[i + 2];
        int at = first + k;
        for (; FUSED && k + 2 <= stop; k += 2, at += 2) {
            fused(x, y, z, w[k], w[k + 1], a[at], a[at + 1], b[at], b[at + 1], d[at], d[at + 1], x.length);
        }
        for (int row = i; k < stop && row < i + 3; row++) {
            one(rows[row], first, w, k, stop, c[row]);
        }
    }

    private static void four(float[][] rows, int i, int first, float[][] w, int k, int stop, float[][] c) {
        float[] a = rows[i];
        float[] b = rows[i + 1];
        float[] d = rows[i + 2];
        float[] e = rows[i + 3];
        float[] x = c[i];
        float[] y = c[i + 1];
        float[] z = c[i + 2];
        float[] u = c[i + 3];
        int at = first + k;
        for (; FUSED && k + 2 <= stop; k += 2, at += 2) {
            float e0 = e[at];
            float e1 = e[at + 1];
            fused(x, y, z, u, w[k], w[k + 1], a[at], a[at + 1], b[at], b[at + 1], d[at], d[at + 1], e0, e1, x.length);
        }
        for (int row = i; k < stop && row < i + 4; row++) {
            one(rows[row], first, w, k, stop, c[row]);
        }
    }

    private static void one(float[] a, int first, float[][] w, int k, int stop, float[] c) {
        int at = first + k;
        for (; FUSED && k + 4 <= stop; k += 4, at += 4) {
            fused(c, w[k], w[k + 1], w[k + 2], w[k + 3], a[at], a[at + 1], a[at + 2], a[at + 3], c.length);
        }
        for (; !FUSED && k + 2 <= stop; k += 2, at += 2) {
            plain(c, w[k], w[k + 1], a[at], a[at + 1], c.length);
        }
        for (; k < stop; k++, at++) {
            if (FUSED) {
                fused(c, w[k], a[at], c.length);
            } else {
                plain(c, w[k], a[at], c.length);
            }
        }
    }

    private static void fused(
            float[] x,
            float[] y,
            float[] z,
            float[] v,
            float[] w,
            float a0,
            float a1,
            float b0,
            float b1,
            float d0,
            float d1,
            int m) {
        for (int j = 0; j < m; j++) {
            float s = v[j]; // once: for all the compiler knows, x could be the same array
            float t = w[j];
            x[j] = Math.fma(a1, t, Math.fma(a0, s, x[j]));
            y[j] = Math.fma(b1, t, Math.fma(b0, s, y[j]));
            z[j] = Math.fma(d1, t, Math.fma(d0, s, z[j]));
        }
    }

    private static void fused(
            float[] x,
            float[] y,
            float[] z,
            float[] u,
            float[] v,
            float[] w,
            float a0,
            float a1,
            float b0,
            float b1,
            float d0,
            float d1,
            float e0,
            float e1,
            int m) {
        for (int j = 0; j < m; j++) {
            float s = v[j];
            float t = w[j];
            x[j] = Math.fma(a1, t, Math.fma(a0, s, x[j]));
            y[j] = Math.fma(b1, t, Math.fma(b0, s, y[j]));
            z[j] = Math.fma(d1, t, Math.fma(d0, s, z[j]));
            u[j] = Math.fma(e1, t, Math.fma(e0, s, u[j]));
        }
    }

    private static void fused(
            float[] c, float[] t, float[] u, float[] v, float[] w, float a0, float a1, float a2, float a3, int m) {
        for (int j = 0; j < m; j++) {
            c[j] = Math.fma(a3, w[j], Math.fma(a2, v[j], Math.fma(a1, u[j], Math.fma(a0, t[j], c[j]))));
        }
    }

    private static void plain(float[] c, float[] v, float[] w, float a0, float a1, int m) {
        for (int j = 0; j < m; j++) {
            c[j] = (c[j] + a0 * v[j]) + a1 * w[j];
        }
    }

    private static void fused(float[] c, float[] v, float a, int m) {
        for (int j = 0; j < m; j++) {
            c[j] = Math.fma(a, v[j], c[j]);
        }
    }

    private static void plain(float[] c, float[] v, float a, int m) {
        for (int j = 0; j < m; j++) {
            c[j] += a * v[j];
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
