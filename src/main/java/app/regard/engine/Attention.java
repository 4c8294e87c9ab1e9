package app.regard.engine;

import app.regard.trace.Inputs;
import app.regard.trace.Lazy;
import app.regard.trace.Mask;
import app.regard.trace.Matrix;
import app.regard.trace.Origin;
import app.regard.trace.Positions;
import app.regard.trace.Projection;
import app.regard.trace.Sentence;
import app.regard.trace.Side;
import app.regard.trace.Trace;
import app.regard.trace.Weights;

/**
 * Scaled dot-product attention with every intermediate kept: Attention(Q, K, V) = softmax(QKᵀ / √d_k)·V (Vaswani et
 * al. 2017, equation 1), with n queries, m keys and values, a temperature τ and a mask. It comes in two halves: what the
 * head makes of the words, and what attention makes of queries, keys and values, wherever those come from.
 * {@link StrictMath} gives the same to the last bit on every machine.
 */
public final class Attention {
    private Attention() {}

    /** The projections of the words of both sides by a head; in self-attention the key side's matrices are the query side's. */
    public record Projections(Matrix p, Matrix h, Matrix pKeys, Matrix hKeys, Matrix q, Matrix k, Matrix v) {}

    /** The steps of attention over queries, keys and values, from the scores to the outputs. */
    public record Intermediates(
            Matrix scores,
            Matrix scaled,
            Matrix rowMax,
            Matrix exponentials,
            Matrix rowSums,
            Weights weights,
            Matrix outputs) {}

    /**
     * Computes the whole trace.
     *
     * @throws app.regard.trace.Refusal if a number leaves the range of a double, or a mask leaves a query nothing to look at; the
     *     message names the cell or the row
     */
    public static Trace trace(Inputs in) {
        return trace(in, project(in));
    }

    /**
     * Computes the trace of queries, keys and values that are given.
     *
     * @param in words, mask and divisor; its head has no projections
     * @throws app.regard.trace.Refusal as {@link #trace(Inputs)}
     */
    public static Trace trace(Inputs in, Matrix q, Matrix k, Matrix v) {
        Matrix p = encoding(in.from(), in.positions());
        Matrix pKeys = in.self() ? p : encoding(in.to(), in.positions());
        return trace(in, new Projections(p, in.from().x(), pKeys, in.to().x(), q, k, v));
    }

    private static Trace trace(Inputs in, Projections x) {
        double divisor = in.divisor(); // √d_k·τ
        Intermediates y = attend(
                x.q(),
                x.k(),
                x.v(),
                in.mask(),
                divisor,
                in.from().words(),
                in.to().words());
        return new Trace(
                in,
                x.p(),
                x.h(),
                x.pKeys(),
                x.hKeys(),
                x.q(),
                x.k(),
                x.v(),
                y.scores(),
                divisor,
                y.scaled(),
                y.rowMax(),
                y.exponentials(),
                y.rowSums(),
                y.weights(),
                y.outputs(),
                new Lazy<>(() -> Planes.of(x.v(), y.outputs())));
    }

    /** Computes queries, keys and values; what left the range of a double is refused where it is attended with. */
    public static Projections project(Inputs in) {
        Side from = in.from();
        Side to = in.to();
        Matrix p = encoding(from, in.positions()); // (n, d_model)  P, as in Vaswani et al. 2017, 3.5
        Matrix h = placed(from, p, in.positions()); // (n, d_model)  H = X + λP
        Matrix pKeys = in.self() ? p : encoding(to, in.positions()); // (m, d_model)  P of the keys' places
        Matrix hKeys = in.self() ? h : placed(to, pKeys, in.positions()); // (m, d_model)  H of the keys' words
        Matrix q = projected(h, in.head().q()); // (n, d_k)  Q = H·W_Q + b_Q
        Matrix k = projected(hKeys, in.head().k()); // (m, d_k)  K = H·W_K + b_K
        Matrix v = projected(hKeys, in.head().v()); // (m, d_v)  V = H·W_V + b_V
        return new Projections(p, h, pKeys, hKeys, q, k, v);
    }

    /**
     * Computes what attention makes of queries, keys and values.
     *
     * @param q (n, d_k)
     * @param k (m, d_k)
     * @param v (m, d_v)
     * @param divisor what scores are divided by before the softmax, above 0: √d_k·τ
     * @param from the n words that ask
     * @param to the m words that answer
     * @throws app.regard.trace.Refusal as {@link #trace} does
     */
    public static Intermediates attend(
            Matrix q, Matrix k, Matrix v, Mask mask, double divisor, Sentence from, Sentence to) {
        Limits limits = new Limits(from, to);
        limits.check(q, k, v, divisor);
        Matrix s = limits.scores(Algebra.timesTransposed(q, k)); // (n, m)  S = Q·Kᵀ
        Matrix z = scaled(s, divisor, mask, limits); // (n, m)  Z = S / divisor, −∞ where masked
        Matrix max = rowMax(z, limits); // (n, 1)  max(i) = max_j z(i, j)
        Matrix e = exponentials(z, max); // (n, m)  e(i, j) = exp(z(i, j) − max(i))
        Matrix sums = rowSums(e); // (n, 1)  sum(i) = Σ_j e(i, j)
        Matrix a = shares(e, sums); // (n, m)  a(i, j) = e(i, j) / sum(i)
        Matrix o = Algebra.times(a, v); // (n, d_v)  O = A·V
        return new Intermediates(s, z, max, e, sums, new Weights(from, to, a, Origin.COMPUTED, mask), o);
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

    private static Matrix scaled(Matrix scores, double divisor, Mask mask, Limits limits) {
        return Matrix.fill(
                scores.rows(),
                scores.cols(),
                (i, j) ->
                        mask.allows(i, j) ? limits.scaled(i, j, scores.at(i, j) / divisor) : Double.NEGATIVE_INFINITY);
    }

    private static Matrix rowMax(Matrix scaled, Limits limits) {
        return Matrix.fill(scaled.rows(), 1, (i, zero) -> limits.rowMax(i, largest(scaled.row(i))));
    }

    private static Matrix exponentials(Matrix scaled, Matrix rowMax) {
        return Matrix.fill(scaled.rows(), scaled.cols(), (i, j) -> StrictMath.exp(scaled.at(i, j) - rowMax.at(i, 0)));
    }

    private static Matrix rowSums(Matrix exponentials) {
        return Matrix.fill(exponentials.rows(), 1, (i, zero) -> sum(exponentials.row(i)));
    }

    private static Matrix shares(Matrix exponentials, Matrix rowSums) {
        return Matrix.fill(
                exponentials.rows(), exponentials.cols(), (i, j) -> exponentials.at(i, j) / rowSums.at(i, 0));
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
