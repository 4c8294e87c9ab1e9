package app.regard.engine;

/**
 * The softmax of one row, what flows back through it, and how wide it spreads: + − × ÷ √ and {@link StrictMath}, sums from left to
 * right, so that the bits are the same everywhere.
 */
public final class Softmax {
    private Softmax() {}

    /** Turns the first {@code n} scores of a row into weights, in place, and sets the rest to 0. */
    public static void apply(double[] row, int n) {
        double max = row[0];
        for (int j = 1; j < n; j++) {
            max = Math.max(max, row[j]);
        }
        double sum = 0;
        for (int j = 0; j < n; j++) {
            row[j] = StrictMath.exp(row[j] - max); // e(j) = exp(z(j) − max)
            sum += row[j];
        }
        for (int j = 0; j < n; j++) {
            row[j] /= sum; // a(j) = e(j) / Σ e
        }
        for (int j = n; j < row.length; j++) {
            row[j] = 0;
        }
    }

    /**
     * Turns the gradient of a loss by the weights into that by the scores, in place: g ← a ⊙ (g − Σ a·g).
     *
     * @param a the first {@code n} weights of a row
     * @param g ∂L/∂a, and afterwards ∂L/∂z
     */
    public static void back(double[] a, double[] g, int n) {
        double mean = 0;
        for (int j = 0; j < n; j++) {
            mean += a[j] * g[j];
        }
        for (int j = 0; j < n; j++) {
            g[j] = a[j] * (g[j] - mean);
        }
    }

    /** The cross-entropy −Σ t·ln a of a row with a target, in nats; a target of 0 takes no part. */
    public static double loss(double[] a, double[] target) {
        double loss = 0;
        for (int j = 0; j < target.length; j++) {
            loss -= target[j] == 0 ? 0 : target[j] * StrictMath.log(Math.max(a[j], Double.MIN_NORMAL));
        }
        return loss;
    }

    /** The entropy −Σ a·ln a of a row of weights, in nats. */
    public static double entropy(double[] a) {
        return loss(a, a);
    }

    /**
     * The Frobenius norm of J = ∂a/∂z, how strongly a row of weights answers to its scores: ‖J‖² = Σa² − 2Σa³ + (Σa²)², clamped
     * at 0, for rounding leads below it where one weight is nearly 1.
     */
    public static double sensitivity(double[] a) {
        double squares = 0;
        double cubes = 0;
        for (double w : a) {
            squares += w * w;
            cubes += w * w * w;
        }
        return Math.sqrt(Math.max(0, squares - 2 * cubes + squares * squares));
    }
}
