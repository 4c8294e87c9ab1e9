package app.regard.engine;

import app.regard.trace.Matrix;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.SingularOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

/** Products and decompositions of matrices: the only class that knows EJML. */
public final class Algebra {
    private Algebra() {}

    /** A·B; (n, d)·(d, k) is (n, k). */
    public static Matrix times(Matrix a, Matrix b) {
        requireSame("columns of the first and rows of the second", a.cols(), b.rows());
        DMatrixRMaj product = new DMatrixRMaj(a.rows(), b.cols());
        CommonOps_DDRM.mult(dense(a), dense(b), product);
        return matrix(product);
    }

    /** A·Bᵀ; (n, d)·(m, d)ᵀ is (n, m). */
    public static Matrix timesTransposed(Matrix a, Matrix b) {
        requireSame("columns of both", a.cols(), b.cols());
        DMatrixRMaj product = new DMatrixRMaj(a.rows(), b.rows());
        CommonOps_DDRM.multTransB(dense(a), dense(b), product);
        return matrix(product);
    }

    /** A + factor·B, cell by cell. */
    public static Matrix plus(Matrix a, double factor, Matrix b) {
        requireSame("rows", a.rows(), b.rows());
        requireSame("columns", a.cols(), b.cols());
        return Matrix.fill(a.rows(), a.cols(), (i, j) -> a.at(i, j) + factor * b.at(i, j));
    }

    /**
     * The directions in which the rows differ most and how much: A = U·S·Vᵀ.
     *
     * @param s singular values, largest first, (1, number of singular values)
     * @param v a column a direction, (cols, number of singular values)
     */
    public record Directions(Matrix s, Matrix v) {}

    /** The singular value decomposition of A, without U. */
    public static Directions directions(Matrix a) {
        var svd = DecompositionFactory_DDRM.svd(a.rows(), a.cols(), false, true, true);
        if (!svd.decompose(dense(a))) {
            throw new IllegalStateException("no singular value decomposition of a " + a);
        }
        DMatrixRMaj v = svd.getV(null, false);
        double[] s = java.util.Arrays.copyOf(svd.getSingularValues(), svd.numberOfSingularValues());
        SingularOps_DDRM.descendingOrder(new DMatrixRMaj(0, 0), false, s, s.length, v, false);
        return new Directions(Matrix.of(s), matrix(v));
    }

    private static void requireSame(String what, int a, int b) {
        if (a != b) {
            throw new IllegalArgumentException("the " + what + " must agree, here " + a + " and " + b);
        }
    }

    private static DMatrixRMaj dense(Matrix a) {
        return DMatrixRMaj.wrap(a.rows(), a.cols(), a.toArray());
    }

    private static Matrix matrix(DMatrixRMaj a) {
        return Matrix.of(a.numRows, a.numCols, java.util.Arrays.copyOf(a.data, a.getNumElements()));
    }
}
