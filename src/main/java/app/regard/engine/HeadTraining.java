package app.regard.engine;

import app.regard.trace.Matrix;
import java.util.Random;

/**
 * The training of W_Q and W_K of one head towards weights that somebody painted: the mean cross-entropy of the painted rows through
 * softmax(Q·Kᵀ/√d_k). Real trainings never see target weights.
 */
public final class HeadTraining {
    private static final double DEVIATION = 0.3;
    private static final double SQUARES = 0.999; // β₂

    private final double[][] x;
    private final PaintedRows targets;
    private final double root;
    private final double rate;
    private final Parameters p = new Parameters();
    private final Adam adam;
    private int steps;

    /**
     * @param x the words' vectors, (n, d)
     * @param rate the length of a step
     */
    public HeadTraining(Matrix x, PaintedRows targets, int dk, double rate, long seed) {
        this.x = new double[x.rows()][];
        for (int i = 0; i < x.rows(); i++) {
            this.x[i] = x.row(i);
        }
        this.targets = targets;
        this.rate = rate;
        root = Math.sqrt(dk);
        Random random = new Random(seed);
        p.draw("W_Q", x.cols(), dk, DEVIATION, random);
        p.draw("W_K", x.cols(), dk, DEVIATION, random);
        adam = new Adam(p, SQUARES, Double.POSITIVE_INFINITY);
    }

    /**
     * What the matrices of a step come to.
     *
     * @param steps how many steps were made before
     * @param loss mean cross-entropy of the painted rows, in nats
     * @param error the largest │A − T│ in them
     */
    public record State(int steps, double loss, double error, Matrix wq, Matrix wk) {}

    /** Queries, keys and weights of the present matrices. */
    private final class Forward {
        private final double[][] q = Rows.times(x, p.of("W_Q")); // (n, d_k)  Q = X·W_Q
        private final double[][] k = Rows.times(x, p.of("W_K")); // (n, d_k)  K = X·W_K
        private final double[][] a = Rows.times(q, Rows.turned(k)); // (n, n)  A = softmax(Q·Kᵀ / √d_k)

        Forward() {
            for (double[] row : a) {
                for (int j = 0; j < row.length; j++) {
                    row[j] /= root;
                }
                Softmax.apply(row, row.length);
            }
        }
    }

    /** The head as it is now. */
    public State state() {
        double[][] a = new Forward().a;
        double loss = 0;
        double error = 0;
        for (int i : targets.rows()) {
            double[] t = targets.target(i);
            loss += Softmax.loss(a[i], t) / targets.rows().size();
            for (int j = 0; j < t.length; j++) {
                error = Math.max(error, Math.abs(a[i][j] - t[j]));
            }
        }
        return new State(steps, loss, error, p.matrix("W_Q"), p.matrix("W_K"));
    }

    /** Makes one step. */
    public void step() {
        steps++;
        adam.step(p, gradients(), rate);
    }

    Parameters parameters() {
        return p;
    }

    Parameters gradients() {
        Forward now = new Forward();
        double[][] dz = new double[x.length][x.length]; // (n, n)  ∂L/∂(QKᵀ) = (A − T) / (R·√d_k) in painted rows
        for (int i : targets.rows()) {
            double[] t = targets.target(i);
            for (int j = 0; j < t.length; j++) {
                dz[i][j] = (now.a[i][j] - t[j]) / targets.rows().size() / root;
            }
        }
        double[][] dk = new double[x.length][now.q[0].length];
        Rows.addTransposedTimes(dk, dz, now.q); // (n, d_k)  dZᵀ·Q
        Parameters g = p.zeros();
        Rows.addTransposedTimes(g.of("W_Q"), x, Rows.times(dz, now.k)); // (d, d_k)  Xᵀ·(dZ·K)
        Rows.addTransposedTimes(g.of("W_K"), x, dk); // (d, d_k)  Xᵀ·(dZᵀ·Q)
        return g;
    }
}
