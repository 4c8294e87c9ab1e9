package app.regard.lab.change;

import app.regard.engine.Algebra;
import app.regard.trace.Head;
import app.regard.trace.Matrix;
import app.regard.trace.Projection;
import app.regard.trace.Trace;
import java.util.ArrayList;
import java.util.List;

/**
 * The scaled scores of a trace taken apart. With h the input of a word, s(i, j) = h_i·W_Q·W_Kᵀ·h_jᵀ + b_Q·k′_j + q′_i·b_K +
 * b_Q·b_K, all over √d_k·τ, where q′ and k′ are without biases. A hand-made head has a part a pair of dimensions, a trained one
 * a part a dimension of the word that asks.
 */
final class ScoreParts {
    static final String BIAS_KEY = "b_Q*k";
    static final String QUERY_BIAS = "q*b_K";
    static final String BIASES = "b_Q*b_K";

    /** With more dimensions than this the pairs are too many to be read. */
    private static final int MOST_DIMENSIONS = 64;

    private final Trace t;
    private final Head head;
    private final Matrix meet; // (d_model, d_model)  W_Q·W_Kᵀ: which dimension asks for which
    private final Matrix q; // (n, d_k)  H·W_Q
    private final Matrix k; // (m, d_k)  H′·W_K

    /**
     * One part of a score.
     *
     * @param row the dimension of the word that asks, or −1 of a bias
     * @param col the dimension of the word that answers, or −1 where it is all of them
     */
    record One(String name, double value, int row, int col) {
        /** Whether it is of a bias, and of no dimension. */
        boolean bias() {
            return row < 0;
        }
    }

    ScoreParts(Trace t) {
        this.t = t;
        head = t.in().head();
        q = Algebra.times(t.h(), head.q().w());
        k = Algebra.times(t.hKeys(), head.k().w());
        meet = pairs() ? Algebra.timesTransposed(head.q().w(), head.k().w()) : Matrix.zeros(0, 0);
    }

    /** Whether parts are pairs of dimensions. */
    private boolean pairs() {
        return head.dModel() <= MOST_DIMENSIONS;
    }

    /** Whether a head has a part of such a name. */
    boolean knows(String name) {
        if (List.of(BIAS_KEY, QUERY_BIAS, BIASES).contains(name)) {
            return true;
        }
        int star = name.indexOf('*');
        return pairs()
                ? star > 0
                        && head.dimensions().contains(name.substring(0, star))
                        && head.dimensions().contains(name.substring(star + 1))
                : head.dimensions().contains(name);
    }

    /** What a part is called here. */
    String example() {
        String first = head.dimensions().get(0);
        return pairs() ? first + "*" + first : first;
    }

    /** The parts of a scaled score that are not 0. */
    List<One> of(int i, int j) {
        List<One> all = new ArrayList<>();
        int d = head.dModel();
        for (int r = 0; r < d; r++) {
            if (pairs()) {
                for (int c = 0; c < d; c++) {
                    String name =
                            head.dimensions().get(r) + "*" + head.dimensions().get(c);
                    add(all, name, t.h().at(i, r) * meet.at(r, c) * t.hKeys().at(j, c), r, c);
                }
            } else {
                double asks = t.h().at(i, r) * Facts.dot(head.q().w().row(r), k.row(j));
                add(all, head.dimensions().get(r), asks, r, -1);
            }
        }
        for (String name : List.of(BIAS_KEY, QUERY_BIAS, BIASES)) {
            List<double[]> both = meeting(name, i, j);
            add(all, name, Facts.dot(both.get(0), both.get(1)), -1, -1);
        }
        return all;
    }

    /** The two vectors of d_k numbers whose dot product is a bias’ part of a score, before it is divided. */
    List<double[]> meeting(String bias, int i, int j) {
        return List.of(
                bias.equals(QUERY_BIAS) ? q.row(i) : bias(head.q()), bias.equals(BIAS_KEY) ? k.row(j) : bias(head.k()));
    }

    private static double[] bias(Projection p) {
        return p.biased() ? p.b().row(0) : new double[p.w().cols()];
    }

    private void add(List<One> all, String name, double value, int row, int col) {
        if (value != 0) {
            all.add(new One(name, value / t.divisor(), row, col));
        }
    }
}
