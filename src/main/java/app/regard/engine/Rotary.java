package app.regard.engine;

/** Rotary positions (Su et al. 2021): a query or key is turned by its place, so that a score depends on the gap alone. */
public final class Rotary {
    private static final double BASE = 10_000;

    private Rotary() {}

    /**
     * A vector turned by its place: columns 2i and 2i + 1 as a pair by the angle place / 10000^(2i/d). The last column of an odd
     * number stands still.
     *
     * @param place from 0
     */
    public static double[] turned(double[] vector, int place) {
        double[] turned = vector.clone();
        for (int c = 0; c + 1 < vector.length; c += 2) {
            double angle = place / StrictMath.pow(BASE, c / (double) vector.length);
            double cos = StrictMath.cos(angle);
            double sin = StrictMath.sin(angle);
            turned[c] = vector[c] * cos - vector[c + 1] * sin;
            turned[c + 1] = vector[c] * sin + vector[c + 1] * cos;
        }
        return turned;
    }
}
