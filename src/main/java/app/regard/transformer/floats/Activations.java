package app.regard.transformer.floats;

/** The curved functions of a layer on rows of floats, to about the last bit but one of a float. */
@SuppressWarnings("FloatingPointLiteralPrecision") // coefficients as they were published
public final class Activations {
    /** 3 · 2^22: what is added to it is rounded to a whole number, which then stands in its last bits. */
    private static final float ROUND = 12582912f;

    private static final float LOG2_E = 1.44269504f;
    private static final float LN2_HIGH = 0.693359375f;
    private static final float LN2_LOW = -2.12194440e-4f;
    /** Below this, e^x is less than the smallest normal float and counts as that. */
    private static final float LEAST = -87f;

    /** Above this, e^x is more than the largest float. */
    private static final float MOST = 88f;

    private Activations() {}

    /**
     * x(j) becomes e^(x(j) − top(j)), for numbers of at most their top: 2^k·e^r with r within ±½ ln 2, the polynomial
     * for e^r by Moshier (Cephes, expf). In two loops, for C2 turns only the first into vector instructions.
     *
     * @param scratch its numbers are lost
     * @param from where the numbers of all three begin
     * @param end where they end
     */
    public static void exponential(float[] x, float[] top, float[] scratch, int from, int end) {
        for (int j = from; j < end; j++) {
            float d = Math.max(x[j] - top[j], LEAST);
            float shifted = d * LOG2_E + ROUND;
            float k = shifted - ROUND;
            float r = d - k * LN2_HIGH - k * LN2_LOW;
            float p = 1.9875691500e-4f;
            p = p * r + 1.3981999507e-3f;
            p = p * r + 8.3334519073e-3f;
            p = p * r + 4.1665795894e-2f;
            p = p * r + 1.6666665459e-1f;
            p = p * r + 5.0000001201e-1f;
            x[j] = p * r * r + r + 1;
            scratch[j] = shifted;
        }
        for (int j = from; j < end; j++) {
            x[j] = Float.intBitsToFloat(
                    Float.floatToRawIntBits(x[j]) + (Float.floatToRawIntBits(scratch[j]) << 23)); // times 2^k
        }
    }

    /** x(j) becomes ½·x·(1 + erf(x/√2)): GELU in its exact form (Hendrycks & Gimpel 2016), not the tanh one. */
    public static void gelu(float[] x, int from, int end) {
        for (int j = from; j < end; j++) {
            x[j] = 0.5f * x[j] * (1 + erf(x[j] * 0.70710678f));
        }
    }

    /** x(j) becomes ½·x·(1 + tanh(√(2/π)·(x + 0.044715·x³))): GELU as GPT-2 has it, for (1 + tanh z)/2 = 1/(1 + e^(−2z)). */
    public static void geluByTanh(float[] x, int from, int end) {
        float[] z = new float[x.length];
        for (int j = from; j < end; j++) {
            z[j] = 1.5957691f * (x[j] + 0.044715f * x[j] * x[j] * x[j]);
        }
        gate(x, z, from, end);
    }

    /** x(j) becomes x/(1 + e^(−x)): SiLU, which is also called swish. */
    public static void silu(float[] x, int from, int end) {
        gate(x, x.clone(), from, end);
    }

    /** x(j) becomes 0 where it is below. */
    public static void relu(float[] x, int from, int end) {
        for (int j = from; j < end; j++) {
            x[j] = Math.max(x[j], 0);
        }
    }

    /** x(j) becomes x(j)/(1 + e^(−z(j))); the numbers of z are lost. */
    private static void gate(float[] x, float[] z, int from, int end) {
        for (int j = from; j < end; j++) {
            z[j] = Math.min(-z[j], MOST);
        }
        exponential(z, new float[x.length], new float[x.length], from, end);
        for (int j = from; j < end; j++) {
            x[j] /= 1 + z[j];
        }
    }

    /** The rational approximation that XLA and Eigen use for floats: odd over even, beyond ±4 it is ±1. */
    static float erf(float x) {
        float t = Math.max(-4f, Math.min(4f, x));
        float s = t * t;
        float p = -2.72614225801306e-10f;
        p = p * s + 2.77068142495902e-08f;
        p = p * s - 2.10102402082508e-06f;
        p = p * s - 5.69250639462346e-05f;
        p = p * s - 7.34990630326855e-04f;
        p = p * s - 2.95459980854025e-03f;
        p = p * s - 1.60960333262415e-02f;
        float q = -1.45660718464996e-05f;
        q = q * s - 2.13374055278905e-04f;
        q = q * s - 1.68282697438203e-03f;
        q = q * s - 7.37332916720468e-03f;
        q = q * s - 1.42647390514189e-02f;
        return t * p / q;
    }
}
