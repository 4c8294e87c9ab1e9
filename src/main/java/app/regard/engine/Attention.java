package app.regard.engine;

import app.regard.trace.Inputs;
import app.regard.trace.Lazy;
import app.regard.trace.Matrix;
import app.regard.trace.Origin;
import app.regard.trace.Positions;
import app.regard.trace.Projection;
import app.regard.trace.Side;
import app.regard.trace.Trace;
import app.regard.trace.Weights;

/**
 * Scaled dot-product attention with every intermediate kept: Attention(Q, K, V) = softmax(QKᵀ / √d_k)·V (Vaswani et
 * al. 2017, equation 1), with n queries, m keys and values, a temperature τ and a mask.
 * {@link StrictMath} gives the same to the last bit on every machine.
 */
public final class Attention {
    private Attention() {}

    /**
     * Computes the whole trace.
     *
     * @throws app.regard.trace.Refusal if a number leaves the range of a double, or a mask leaves a query nothing to look at; the
     *     message names the cell or the row
     */
    public static Trace trace(Inputs in) {
        Matrix p = encoding(in.from(), in.positions()); // (n, d_model)
        Matrix pKeys = in.self() ? p : encoding(in.to(), in.positions()); // (m, d_model)
        Matrix h = placed(in.from(), p, in.positions()); // (n, d_model)  H = X + λP
        Matrix hKeys = in.self() ? h : placed(in.to(), pKeys, in.positions()); // (m, d_model)

        Matrix q = Limits.finite("query", in.from(), projected(h, in.head().q())); // (n, d_k)  Q = H·W_Q + b_Q
        Matrix k = Limits.finite("key", in.to(), projected(hKeys, in.head().k())); // (m, d_k)  K = H·W_K + b_K
        Matrix v = Limits.finite("value", in.to(), projected(hKeys, in.head().v())); // (m, d_v)  V = H·W_V + b_V

        double divisor = Math.sqrt(in.head().dK()) * in.temperature(); // √d_k·τ
        Matrix scores = Limits.scores(in, Algebra.timesTransposed(q, k)); // (n, m)  S = Q·Kᵀ
        Matrix scaled = scaled(in, scores, divisor); // (n, m)  S / (√d_k·τ), −∞ where masked
        Matrix rowMax = rowMax(in, scaled); // (n, 1)
        Matrix exponentials = Matrix.fill(
                scaled.rows(), scaled.cols(), (i, j) -> StrictMath.exp(scaled.at(i, j) - rowMax.at(i, 0))); // (n, m)
        Matrix rowSums = Matrix.fill(scaled.rows(), 1, (i, zero) -> sum(exponentials.row(i))); // (n, 1)
        Matrix a =
                Matrix.fill(scaled.rows(), scaled.cols(), (i, j) -> exponentials.at(i, j) / rowSums.at(i, 0)); // (n, m)
        Matrix outputs = Algebra.times(a, v); // (n, d_v)  O = A·V

        Weights weights = new Weights(in.from().words(), in.to().words(), a, Origin.COMPUTED);
        return new Trace(
                in,
                p,
                h,
                pKeys,
                hKeys,
                q,
                k,
                v,
                scores,
                divisor,
                scaled,
                rowMax,
                exponentials,
                rowSums,
                weights,
                outputs,
                new Lazy<>(() -> Planes.of(v, outputs)));
    }

    private static Matrix encoding(Side side, Positions positions) {
        int n = side.words().size();
        return positions.on()
                ? Sinusoids.of(n, side.x().cols())
                : Matrix.zeros(n, side.x().cols());
    }

    private static Matrix placed(Side side, Matrix p, Positions positions) {
        return positions.on() ? Algebra.plus(side.x(), positions.strength(), p) : side.x();
    }

    private static Matrix projected(Matrix h, Projection to) {
        Matrix product = Algebra.times(h, to.w());
        return to.biased()
                ? Matrix.fill(
                        product.rows(),
                        product.cols(),
                        (i, j) -> product.at(i, j) + to.b().at(0, j))
                : product;
    }

    private static Matrix scaled(Inputs in, Matrix scores, double divisor) {
        return Matrix.fill(
                scores.rows(),
                scores.cols(),
                (i, j) -> in.mask().allows(i, j)
                        ? Limits.scaled(in, i, j, scores.at(i, j) / divisor)
                        : Double.NEGATIVE_INFINITY);
    }

    private static Matrix rowMax(Inputs in, Matrix scaled) {
        return Matrix.fill(scaled.rows(), 1, (i, zero) -> Limits.rowMax(in, i, largest(scaled.row(i))));
    }

    private static double largest(double[] row) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double e : row) {
            largest = Math.max(largest, e);
        }
        return largest;
    }

    private static double sum(double[] row) {
        double sum = 0;
        for (double e : row) {
            sum += e;
        }
        return sum;
    }
}
