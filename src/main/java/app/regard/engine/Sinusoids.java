package app.regard.engine;

import app.regard.trace.Matrix;

/** The positional encoding of Vaswani et al. 2017, section 3.5. */
public final class Sinusoids {
    private Sinusoids() {}

    /** P with a row a place and d_model columns: PE(pos, 2k) = sin(pos / 10000^(2k/d)), PE(pos, 2k+1) = cos(…). */
    public static Matrix of(int places, int dModel) {
        return Matrix.fill(places, dModel, (pos, c) -> {
            double angle = angle(pos, c, dModel);
            return c % 2 == 0 ? StrictMath.sin(angle) : StrictMath.cos(angle);
        });
    }

    /** pos / 10000^(2k/d) for column c = 2k or 2k + 1. */
    private static double angle(int pos, int c, int dModel) {
        return pos / StrictMath.pow(10000, (c - c % 2) / (double) dModel);
    }
}
