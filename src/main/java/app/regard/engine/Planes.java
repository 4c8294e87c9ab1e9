package app.regard.engine;

import app.regard.trace.Matrix;
import app.regard.trace.Trace.Plane;
import java.util.Arrays;

/** Values and outputs together on the plane of their first two principal components. */
final class Planes {
    private Planes() {}

    /** Below this share of the largest singular value a direction is rounding, not variance. */
    private static final double RANK = 1e-10;

    /**
     * PCA of the rows of V and O together. Signs are fixed so that the same numbers always give the same picture: the
     * component of the largest size in each direction is positive. Missing directions (rank 0 or 1) are drawn as 0.
     *
     * @param v (m, d_v)
     * @param o (n, d_v)
     */
    static Plane of(Matrix v, Matrix o) {
        int rows = v.rows() + o.rows();
        double largest = Math.max(largest(v), largest(o));
        double unit = largest == 0 ? 1 : largest; // so that squares of huge values do not overflow
        Matrix all = Matrix.fill(rows, v.cols(), (i, j) -> (i < v.rows() ? v.at(i, j) : o.at(i - v.rows(), j)) / unit);
        double[] mean = new double[v.cols()];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < mean.length; j++) {
                mean[j] += all.at(i, j) / rows;
            }
        }
        Matrix centred = Matrix.fill(rows, v.cols(), (i, j) -> all.at(i, j) - mean[j]);
        Algebra.Directions found = Algebra.directions(centred);
        double[] s = found.s().toArray();
        double variance = Arrays.stream(s).map(c -> c * c).sum();
        int rank = 0;
        while (rank < Math.min(2, s.length) && s[rank] > RANK * Math.max(1, s[0])) {
            rank++;
        }
        Matrix axes = axes(found.v(), rank);
        Matrix points = Algebra.times(centred, axes).map(c -> c * unit);
        return new Plane(
                Matrix.fill(v.rows(), 2, points::at),
                Matrix.fill(o.rows(), 2, (i, j) -> points.at(v.rows() + i, j)),
                rank > 0 ? s[0] * s[0] / variance : 0,
                rank > 1 ? s[1] * s[1] / variance : 0);
    }

    private static Matrix axes(Matrix directions, int rank) {
        double[] sign = new double[2];
        for (int axis = 0; axis < rank; axis++) {
            double top = 0;
            for (int d = 0; d < directions.rows(); d++) {
                double c = directions.at(d, axis);
                top = Math.abs(c) > Math.abs(top) + 1e-9 ? c : top;
            }
            sign[axis] = Math.signum(top);
        }
        return Matrix.fill(directions.rows(), 2, (d, axis) -> axis < rank ? sign[axis] * directions.at(d, axis) : 0);
    }

    private static double largest(Matrix m) {
        double largest = 0;
        for (double c : m.toArray()) {
            largest = Math.max(largest, Math.abs(c));
        }
        return largest;
    }
}
