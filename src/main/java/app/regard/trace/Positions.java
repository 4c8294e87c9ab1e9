package app.regard.trace;

/**
 * The choice whether, and how strongly, a word's place in the sentence is added to its vector.
 *
 * @param scheme how a place becomes a vector p
 * @param strength λ in x + λp; 1 is the paper's formula, 0.25 suits the short vectors of the simple table
 */
public record Positions(Scheme scheme, double strength) {
    /** The ways to turn a place into a vector. */
    public enum Scheme {
        /** Order plays no part. */
        NONE,
        /** Sines and cosines of growing wavelengths (Vaswani et al. 2017, 3.5). */
        SINUSOIDAL
    }

    public static final Positions NONE = new Positions(Scheme.NONE, 0);

    public Positions {
        if (!(Math.abs(strength) <= 1000)) {
            throw new IllegalArgumentException("the strength of positions is a number of at most 1000: " + strength);
        }
        if (scheme == Scheme.NONE && strength != 0) {
            throw new IllegalArgumentException("without positions there is no strength");
        }
    }

    public static Positions sinusoidal(double strength) {
        return new Positions(Scheme.SINUSOIDAL, strength);
    }

    public boolean on() {
        return scheme != Scheme.NONE;
    }
}
