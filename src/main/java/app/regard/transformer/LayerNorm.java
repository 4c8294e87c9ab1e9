package app.regard.transformer;

/** Layer normalisation (Ba et al. 2016): each row to mean 0 and variance 1, then scaled and shifted as was learned. */
final class LayerNorm {
    private static final double EPSILON = 1e-12;

    private final float[] scale;
    private final float[] shift;

    LayerNorm(float[] scale, float[] shift) {
        this.scale = scale;
        this.shift = shift;
    }

    /** Adds a row to another and normalises the sum in place. */
    void addAndNormalise(float[] row, float[] residual) {
        for (int j = 0; j < row.length; j++) {
            row[j] += residual[j];
        }
        normalise(row);
    }

    /** Normalises a row in place. */
    void normalise(float[] row) {
        float mean = (float) (sum(row) / row.length);
        for (int j = 0; j < row.length; j++) {
            row[j] -= mean;
        }
        float factor = (float) (1 / Math.sqrt(squares(row) / row.length + EPSILON));
        for (int j = 0; j < row.length; j++) {
            row[j] = row[j] * factor * scale[j] + shift[j];
        }
    }

    /** Four sums side by side, because each addition waits for the one before it; rows are multiples of 4 long. */
    private static double sum(float[] row) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        for (int j = 0; j < row.length; j += 4) {
            a += row[j];
            b += row[j + 1];
            c += row[j + 2];
            d += row[j + 3];
        }
        return a + b + c + d;
    }

    private static double squares(float[] row) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        for (int j = 0; j < row.length; j += 4) {
            a += row[j] * row[j];
            b += row[j + 1] * row[j + 1];
            c += row[j + 2] * row[j + 2];
            d += row[j + 3] * row[j + 3];
        }
        return a + b + c + d;
    }
}
