package app.regard.engine;

import app.regard.trace.Matrix;
import app.regard.trace.Trace;
import app.regard.trace.Weights;
import java.util.Optional;

/**
 * The spread of a row of weights: how many words share it.
 *
 * @param bits the entropy H = −Σ a·log₂ a in bits, of the row made to sum to 1 where it does not
 * @param of how many words could share it: those that are not masked
 */
public record Spread(double bits, int of) {
    private static final double BIT = Math.log(2);

    /** Measures row {@code i}; where there is a trace, its mask says which words are left out. */
    public static Spread of(Weights w, Optional<Trace> trace, int i) {
        double entropy = 0;
        double sum = 0;
        int open = 0;
        for (int j = 0; j < w.a().cols(); j++) {
            double a = w.a().at(i, j);
            entropy -= a > 0 ? a * Math.log(a) : 0;
            sum += a;
            open += masked(trace, i, j) ? 0 : 1;
        }
        double nats = sum > 0 ? entropy / sum + Math.log(sum) : 0; // that of a / Σ
        return new Spread(Math.max(0, nats / BIT), open);
    }

    private static boolean masked(Optional<Trace> trace, int i, int j) {
        Matrix scores = trace.map(Trace::scaled).orElse(null);
        return scores != null && scores.at(i, j) == Double.NEGATIVE_INFINITY;
    }

    /** How many words of equal weight would be spread as widely: 2^H. */
    public double words() {
        return Math.pow(2, bits);
    }
}
