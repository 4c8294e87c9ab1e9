package app.regard.engine;

import app.regard.trace.Matrix;
import app.regard.trace.Refusal;
import app.regard.trace.Sentence;

/**
 * The limits beyond which attention refuses: numbers beyond a double and rows without a key, named by their words.
 *
 * @param from the words that ask
 * @param to the words that answer
 */
record Limits(Sentence from, Sentence to) {
    /** Refuses queries, keys and values that are not finite; those that do not fit the words are a mistake in the program. */
    void check(Matrix q, Matrix k, Matrix v, double divisor) {
        if (q.rows() != from.size() || k.rows() != to.size() || v.rows() != to.size()) {
            throw new IllegalArgumentException(q.rows() + " queries, " + k.rows() + " keys and " + v.rows()
                    + " values for " + from.size() + " words that ask and " + to.size() + " that answer");
        }
        if (!(divisor > 0)) {
            throw new IllegalArgumentException("scores are divided by a number above 0, not by " + divisor);
        }
        finite("query", from, q);
        finite("key", to, k);
        finite("value", to, v);
    }

    private static void finite(String what, Sentence words, Matrix rows) {
        each(rows, (i, j) -> {
            throw new Refusal("The " + what + " of “" + words.shown(i) + "” is beyond what a double can hold in column "
                    + (j + 1) + ". Use smaller vectors or projections.");
        });
    }

    /** The scores, if all are finite. */
    Matrix scores(Matrix scores) {
        each(scores, (i, j) -> {
            throw new Refusal("The score of " + cell(i, j)
                    + " is beyond what a double can hold. Use smaller vectors or projections.");
        });
        return scores;
    }

    /** The scaled score of a cell, if it is finite. */
    double scaled(int i, int j, double scaled) {
        if (!Double.isFinite(scaled)) {
            throw new Refusal(
                    "The scaled score of " + cell(i, j) + " is beyond what a double can hold. Raise the temperature.");
        }
        return scaled;
    }

    /** A row's maximum, if the mask leaves the row anything. */
    double rowMax(int i, double max) {
        if (max == Double.NEGATIVE_INFINITY) {
            throw new Refusal("The mask leaves “" + from.shown(i) + "” (word " + (i + 1)
                    + ") nothing to look at. Choose a wider window, let it see a word, or choose no mask.");
        }
        return max;
    }

    private interface Refuse {
        void at(int i, int j);
    }

    private static void each(Matrix m, Refuse refuse) {
        for (int i = 0; i < m.rows(); i++) {
            for (int j = 0; j < m.cols(); j++) {
                if (!Double.isFinite(m.at(i, j))) {
                    refuse.at(i, j);
                }
            }
        }
    }

    private String cell(int i, int j) {
        return "“" + from.shown(i) + "” (row " + (i + 1) + ") and “" + to.shown(j) + "” (column " + (j + 1) + ")";
    }
}
