package app.regard.engine;

import app.regard.trace.Inputs;
import app.regard.trace.Matrix;
import app.regard.trace.Refusal;
import app.regard.trace.Side;

/** What attention refuses: numbers beyond a double and rows without a key, named by their words. */
final class Limits {
    private Limits() {}

    /** The rows, if all are finite. */
    static Matrix finite(String what, Side side, Matrix rows) {
        return each(rows, (i, j) -> {
            throw new Refusal("The " + what + " of “" + side.words().word(i)
                    + "” is beyond what a double can hold in column " + (j + 1)
                    + ". Use smaller vectors or projections.");
        });
    }

    /** The scores, if all are finite. */
    static Matrix scores(Inputs in, Matrix scores) {
        return each(scores, (i, j) -> {
            throw new Refusal("The score of " + cell(in, i, j)
                    + " is beyond what a double can hold. Use smaller vectors or projections.");
        });
    }

    /** The scaled score of a cell, if it is finite. */
    static double scaled(Inputs in, int i, int j, double scaled) {
        if (!Double.isFinite(scaled)) {
            throw new Refusal("The scaled score of " + cell(in, i, j)
                    + " is beyond what a double can hold. Raise the temperature.");
        }
        return scaled;
    }

    /** A row's maximum, if the mask leaves the row anything. */
    static double rowMax(Inputs in, int i, double max) {
        if (max == Double.NEGATIVE_INFINITY) {
            throw new Refusal("The mask leaves “" + in.from().words().word(i) + "” (word " + (i + 1)
                    + ") nothing to look at. Choose a wider window or no mask.");
        }
        return max;
    }

    private interface Refuse {
        void at(int i, int j);
    }

    private static Matrix each(Matrix m, Refuse refuse) {
        for (int i = 0; i < m.rows(); i++) {
            for (int j = 0; j < m.cols(); j++) {
                if (!Double.isFinite(m.at(i, j))) {
                    refuse.at(i, j);
                }
            }
        }
        return m;
    }

    private static String cell(Inputs in, int i, int j) {
        return "“" + in.from().words().word(i) + "” (row " + (i + 1) + ") and “"
                + in.to().words().word(j) + "” (column " + (j + 1) + ")";
    }
}
