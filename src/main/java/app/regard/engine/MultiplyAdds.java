package app.regard.engine;

import app.regard.trace.Trace;

/**
 * The number of multiply-adds that attention takes, product by product.
 *
 * @param projections of Q, K and V: 3·n·d² where all sizes are d
 * @param scores of Q·Kᵀ: n²·d
 * @param blend of A·V: n²·d
 */
public record MultiplyAdds(long projections, long scores, long blend) {
    /** The count of the products that {@link Attention} made for a trace: for each of A·B, rows × inner × columns. */
    public static MultiplyAdds of(Trace t) {
        return of(t.q().rows(), t.k().rows(), t.in().head().dModel(), t.q().cols(), t.v().cols());
    }

    /**
     * The count for sizes.
     *
     * @param n how many words ask
     * @param m how many answer
     */
    public static MultiplyAdds of(long n, long m, long dModel, long dK, long dV) {
        return new MultiplyAdds(n * dModel * dK + m * dModel * dK + m * dModel * dV, n * dK * m, n * m * dV);
    }

    /** Returns the multiply-adds that grow with the square of the length: scores and blend. */
    public long pairs() {
        return scores + blend;
    }

    public long all() {
        return projections + pairs();
    }
}
