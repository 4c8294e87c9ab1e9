package app.regard.lab.measure;

import app.regard.engine.Softmax;

/** The spread of many rows of weights of one size: means over all rows, and the weights of the first. */
final class RowSpread {
    /** A weight above this leaves hardly anything for the others. */
    private static final double NEARLY_ALL = 0.99;

    private double[] first = {};
    private int rows;
    private double entropy;
    private double sensitivity;
    private double largest;
    private int saturated;

    /** Adds a row of scores; afterwards it holds its weights. */
    void add(double[] row) {
        Softmax.apply(row, row.length);
        double top = 0;
        for (double weight : row) {
            top = Math.max(top, weight);
        }
        first = rows == 0 ? row.clone() : first;
        rows++;
        entropy += Softmax.entropy(row);
        sensitivity += Softmax.sensitivity(row);
        largest += top;
        saturated += top > NEARLY_ALL ? 1 : 0;
    }

    int rows() {
        return rows;
    }

    /** The sum of the rows' entropies, in nats. */
    double entropies() {
        return entropy;
    }

    double entropy() {
        return entropy / rows;
    }

    /** The sum of the rows' ‖J‖_F. */
    double sensitivities() {
        return sensitivity;
    }

    double sensitivity() {
        return sensitivity / rows;
    }

    /** The mean of each row's largest weight. */
    double largest() {
        return largest / rows;
    }

    /** The share of rows with nearly all on one word. */
    double saturated() {
        return (double) saturated / rows;
    }
}
