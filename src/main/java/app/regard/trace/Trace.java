package app.regard.trace;

/**
 * A record of everything that attention computes on the way from vectors to outputs, computed once. What a stage shows is read
 * from here. The key side's matrices are the query side's own objects in self-attention.
 *
 * @param p positional encodings of the queries' places before λ, (n, d_model); zeros where positions are off
 * @param h what the projections read: X + λP, (n, d_model)
 * @param pKeys the same of the keys' side, (m, d_model)
 * @param hKeys the same of the keys' side, (m, d_model)
 * @param q queries, (n, d_k)
 * @param k keys, (m, d_k)
 * @param v values, (m, d_v)
 * @param scores Q·Kᵀ, (n, m)
 * @param divisor √d_k·τ
 * @param scaled scores ÷ divisor, −∞ where masked, (n, m)
 * @param rowMax the largest scaled score of each row, (n, 1)
 * @param exponentials e^(scaled − row maximum), (n, m)
 * @param rowSums the sum of each row of exponentials, (n, 1)
 * @param weights exponentials ÷ row sum, (n, m)
 * @param outputs A·V, (n, d_v)
 * @param points values and outputs as points, from {@code v} and {@code outputs}
 */
public record Trace(
        Inputs in,
        Matrix p,
        Matrix h,
        Matrix pKeys,
        Matrix hKeys,
        Matrix q,
        Matrix k,
        Matrix v,
        Matrix scores,
        double divisor,
        Matrix scaled,
        Matrix rowMax,
        Matrix exponentials,
        Matrix rowSums,
        Weights weights,
        Matrix outputs,
        Lazy<Plane> points) {
    /** Values and outputs as points. */
    public Plane plane() {
        return points.get();
    }

    /** Returns the vectors that the focused query {@code i} takes from each word, before it is added up: a(i, j)·v(j), (m, d_v). */
    public Matrix weighted(int i) {
        return Matrix.fill(v.rows(), v.cols(), (j, d) -> weights.a().at(i, j) * v.at(j, d));
    }

    /** How long each row of {@link #weighted} is: ‖a(i, j)·v(j)‖, (m, 1). */
    public Matrix lengths(int i) {
        Matrix parts = weighted(i);
        return Matrix.fill(v.rows(), 1, (j, zero) -> {
            double square = 0;
            for (int d = 0; d < parts.cols(); d++) {
                square += parts.at(j, d) * parts.at(j, d);
            }
            return Math.sqrt(square);
        });
    }

    /**
     * Values and outputs seen from the side from which they differ most: the first two principal components of all of them.
     *
     * @param v where each value lies, (m, 2)
     * @param o where each output lies, (n, 2)
     * @param first the share of the variance that the first axis shows, 0 to 1
     * @param second the same of the second axis
     */
    public record Plane(Matrix v, Matrix o, double first, double second) {}
}
