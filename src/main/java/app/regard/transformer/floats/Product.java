package app.regard.transformer.floats;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/**
 * C += A·W on rows of floats, written so that HotSpot's C2 turns the loops over j into vector instructions: one array a
 * row, indexed by j alone, and so few terms in a loop that it still unrolls. On JDK 17 three rows of W for three rows of C
 * give the most, for a number is then loaded and stored once for three terms; with more in the loop its body is larger than
 * what is unrolled at all (60 nodes, LoopUnrollLimit), it is no longer vectorised, and a tenth of the speed is left. Rows left
 * over go one by one, four rows of W at a time: a loop for two of them came out vectorised or not as C2 happened to inline
 * it. The terms of a cell are always added in the order of k, so the result does not depend on how the rows are shared out.
 */
public final class Product {
    /** Rows of W that stay in the caches while the rows of C go by; a multiple of 3. */
    public static final int BLOCK = 24;

    /** So many rows of W are left over, by the remainder of their number by 3, for {@link #one}, which takes four. */
    private static final int[] LEFT = {0, 4, 8};

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
        for (int k = 0; k < depth; k += BLOCK) {
            add(a, first, w, k, Math.min(k + BLOCK, depth), c, AlignedRows.end(m), from, to);
        }
    }

    private static void add(
            float[][] a, int first, float[][] w, int k, int stop, float[][] c, int end, int from, int to) {
        int even = FUSED ? Math.max(k, stop - LEFT[(stop - k) % 3]) : k;
        int i = from;
        for (; i + 3 <= to; i += 3) {
            three(a, i, first, w, k, even, c, end);
            for (int next = i; next < i + 3; next++) {
                one(a[next], first, w, even, stop, c[next], end);
            }
        }
        for (; i < to; i++) {
            one(a[i], first, w, k, stop, c[i], end);
        }
    }

    private static void three(float[][] rows, int i, int first, float[][] w, int k, int stop, float[][] c, int end) {
        float[] a = rows[i];
        float[] b = rows[i + 1];
        float[] d = rows[i + 2];
        float[] x = c[i];
        float[] y = c[i + 1];
        float[] z = c[i + 2];
        int at = first + k;
        for (; k + 3 <= stop; k += 3, at += 3) {
            float d0 = d[at];
            float d1 = d[at + 1];
            float d2 = d[at + 2];
            fused(
                    x, y, z, w[k], w[k + 1], w[k + 2], a[at], a[at + 1], a[at + 2], b[at], b[at + 1], b[at + 2], d0, d1,
                    d2, end);
        }
    }

    private static void one(float[] a, int first, float[][] w, int k, int stop, float[] c, int end) {
        int at = first + k;
        for (; FUSED && k + 4 <= stop; k += 4, at += 4) {
            fused(c, w[k], w[k + 1], w[k + 2], w[k + 3], a[at], a[at + 1], a[at + 2], a[at + 3], end);
        }
        for (; !FUSED && k + 2 <= stop; k += 2, at += 2) {
            plain(c, w[k], w[k + 1], a[at], a[at + 1], end);
        }
        for (; k < stop; k++, at++) {
            if (FUSED) {
                fused(c, w[k], a[at], end);
            } else {
                plain(c, w[k], a[at], end);
            }
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
            float a2,
            float b0,
            float b1,
            float b2,
            float d0,
            float d1,
            float d2,
            int end) {
        for (int j = AlignedRows.BEFORE; j < end; j++) {
            float r = u[j]; // once: for all the compiler knows, x could be the same array
            float s = v[j];
            float t = w[j];
            x[j] = Math.fma(a2, t, Math.fma(a1, s, Math.fma(a0, r, x[j])));
            y[j] = Math.fma(b2, t, Math.fma(b1, s, Math.fma(b0, r, y[j])));
            z[j] = Math.fma(d2, t, Math.fma(d1, s, Math.fma(d0, r, z[j])));
        }
    }

    private static void fused(
            float[] c, float[] t, float[] u, float[] v, float[] w, float a0, float a1, float a2, float a3, int end) {
        for (int j = AlignedRows.BEFORE; j < end; j++) {
            c[j] = Math.fma(a3, w[j], Math.fma(a2, v[j], Math.fma(a1, u[j], Math.fma(a0, t[j], c[j]))));
        }
    }

    private static void plain(float[] c, float[] v, float[] w, float a0, float a1, int end) {
        for (int j = AlignedRows.BEFORE; j < end; j++) {
            c[j] = (c[j] + a0 * v[j]) + a1 * w[j];
        }
    }

    private static void fused(float[] c, float[] v, float a, int end) {
        for (int j = AlignedRows.BEFORE; j < end; j++) {
            c[j] = Math.fma(a, v[j], c[j]);
        }
    }

    private static void plain(float[] c, float[] v, float a, int end) {
        for (int j = AlignedRows.BEFORE; j < end; j++) {
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
