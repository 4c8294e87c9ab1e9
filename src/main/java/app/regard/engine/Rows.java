package app.regard.engine;

/**
 * Products of matrices that are kept row by row, for trainings: four rows a pass, so that the compiler can use wide registers, and
 * every sum in the same order on every machine.
 */
final class Rows {
    private Rows() {}

    /** A·B; (n, k)·(k, m) is (n, m). */
    static double[][] times(double[][] a, double[][] b) {
        double[][] product = new double[a.length][b[0].length];
        for (int i = 0; i < a.length; i++) {
            add(product[i], a[i], b);
        }
        return product;
    }

    /** c ← c + a·B for one row; (k)·(k, m) is (m). */
    static void add(double[] c, double[] a, double[][] b) {
        int k = 0;
        for (; k + 3 < b.length; k += 4) {
            addFour(c, a[k], b[k], a[k + 1], b[k + 1], a[k + 2], b[k + 2], a[k + 3], b[k + 3]);
        }
        for (; k < b.length; k++) {
            addOne(c, a[k], b[k]);
        }
    }

    /** C ← C + Aᵀ·B; (n, k)ᵀ·(n, m) is (k, m). */
    static void addTransposedTimes(double[][] c, double[][] a, double[][] b) {
        for (int k = 0; k < c.length; k++) {
            int i = 0;
            for (; i + 3 < a.length; i += 4) {
                addFour(c[k], a[i][k], b[i], a[i + 1][k], b[i + 1], a[i + 2][k], b[i + 2], a[i + 3][k], b[i + 3]);
            }
            for (; i < a.length; i++) {
                addOne(c[k], a[i][k], b[i]);
            }
        }
    }

    private static void addFour(
            double[] c,
            double a0,
            double[] b0,
            double a1,
            double[] b1,
            double a2,
            double[] b2,
            double a3,
            double[] b3) {
        for (int j = 0; j < c.length; j++) {
            c[j] += a0 * b0[j] + a1 * b1[j] + a2 * b2[j] + a3 * b3[j];
        }
    }

    /** c ← c + factor·b. */
    static void addOne(double[] c, double factor, double[] b) {
        for (int j = 0; j < c.length; j++) {
            c[j] += factor * b[j];
        }
    }

    /** Aᵀ. */
    static double[][] turned(double[][] a) {
        double[][] turned = new double[a[0].length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < turned.length; j++) {
                turned[j][i] = a[i][j];
            }
        }
        return turned;
    }

    static double[][] copy(double[][] a) {
        double[][] copy = new double[a.length][];
        for (int i = 0; i < a.length; i++) {
            copy[i] = a[i].clone();
        }
        return copy;
    }
}
