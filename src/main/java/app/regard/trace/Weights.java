package app.regard.trace;

import java.util.ArrayList;
import java.util.List;

/**
 * The weights of attention, who attends to whom: rows ask, columns answer.
 *
 * @param a the weights, (n, m)
 * @param mask what hides keys from queries; their weights are exactly 0
 */
public record Weights(Sentence from, Sentence to, Grid a, Origin origin, Mask mask) {
    /** Two weights closer than this share of the larger one are called equal: rounding may part twins by an ulp. */
    private static final double TIE = 1e-12;

    public Weights {
        if (a.rows() != from.size() || a.cols() != to.size()) {
            throw new IllegalArgumentException("weights of " + a.rows() + " × " + a.cols() + " for " + from.size()
                    + " queries and " + to.size() + " keys");
        }
    }

    /** Weights of which no mask is known. */
    public Weights(Sentence from, Sentence to, Grid a, Origin origin) {
        this(from, to, a, origin, Mask.NONE);
    }

    /** Whether the mask hides key {@code j} from query {@code i}. */
    public boolean masked(int i, int j) {
        return !mask.allows(i, j);
    }

    /** Whether the tokens that ask are those that answer: not where they are merely as many. */
    public boolean self() {
        return from.words().equals(to.words());
    }

    /** Whether a row holds no numbers: nobody said what its query attends to. */
    public boolean blank(int i) {
        return Double.isNaN(a.at(i, 0));
    }

    /** Whether there is a row without any weight, which cannot be made to sum to 1. */
    public boolean empty() {
        for (int i = 0; i < a.rows(); i++) {
            if (!(a.at(i, strongest(i).get(0)) > 0)) {
                return true;
            }
        }
        return false;
    }

    /** The keys that query {@code i} attends to most, in order: more than one where they tie. */
    public List<Integer> strongest(int i) {
        double max = 0;
        for (int j = 0; j < a.cols(); j++) {
            max = a.at(i, j) > max ? a.at(i, j) : max;
        }
        List<Integer> found = new ArrayList<>();
        for (int j = 0; j < a.cols(); j++) {
            if (a.at(i, j) >= max * (1 - TIE)) {
                found.add(j);
            }
        }
        return found.isEmpty() ? List.of(0) : found; // a row that holds no numbers
    }
}
