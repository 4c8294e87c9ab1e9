package app.regard.transformer;

import app.regard.transformer.tensor.Tensors;

/** Layer normalisation (Ba et al. 2016): each row to mean 0 and variance 1, then scaled and shifted as was learned. */
final class LayerNorm {
    private final float[] scale;
    private final float[] shift;
    private final double epsilon;

    /** @param epsilon what is added to the variance, so that a row of equal numbers does not divide by 0 */
    LayerNorm(float[] scale, float[] shift, double epsilon) {
        this.epsilon = epsilon;
        this.scale = scale;
        this.shift = shift;
    }

    /** The normalisation of a name in a model's file; old ones call its numbers gamma and beta. */
    static LayerNorm of(Tensors file, String name, int width, double epsilon) {
        boolean old = !file.has(name + ".weight") && file.has(name + ".gamma");
        return new LayerNorm(
                file.vector(name + (old ? ".gamma" : ".weight"), width),
                file.vector(name + (old ? ".beta" : ".bias"), width),
                epsilon);
    }

    /** Rows normalised, in rows of their own. */
    float[][] of(float[][] rows) {
        float[][] normalised = new float[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            normalised[i] = rows[i].clone();
            normalise(normalised[i]);
        }
        return normalised;
    }

    /** Normalises a row in place; it becomes NaN where its squares are more than the largest float. */
    void normalise(float[] row) {
        float mean = (float) (sum(row) / row.length);
        for (int j = 0; j < row.length; j++) {
            row[j] -= mean;
        }
        double root = Math.sqrt(squares(row) / row.length + epsilon);
        float factor = root < Double.POSITIVE_INFINITY ? (float) (1 / root) : Float.NaN;
        for (int j = 0; j < row.length; j++) {
            row[j] = row[j] * factor * scale[j] + shift[j];
        }
    }

    /** Four sums side by side, because each addition waits for the one before it. */
    private static double sum(float[] row) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int j = 0;
        for (; j + 4 <= row.length; j += 4) {
            a += row[j];
            b += row[j + 1];
            c += row[j + 2];
            d += row[j + 3];
        }
        for (; j < row.length; j++) {
            a += row[j];
        }
        return a + b + c + d;
    }

    private static double squares(float[] row) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int j = 0;
        for (; j + 4 <= row.length; j += 4) {
            a += row[j] * row[j];
            b += row[j + 1] * row[j + 1];
            c += row[j + 2] * row[j + 2];
            d += row[j + 3] * row[j + 3];
        }
        for (; j < row.length; j++) {
            a += row[j] * row[j];
        }
        return a + b + c + d;
    }
}
