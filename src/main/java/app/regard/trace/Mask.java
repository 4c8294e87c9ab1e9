package app.regard.trace;

/**
 * The rule which keys a query may look at. A masked score becomes −∞, so that its weight is exactly 0 (Vaswani et al.
 * 2017, 3.2.3).
 *
 * @param kind what the mask keeps
 * @param radius for {@link Kind#LOCAL} how far a query sees to either side, else 0
 */
public record Mask(Kind kind, int radius) {
    /** The patterns there are. */
    public enum Kind {
        /** Every word sees every word. */
        NONE,
        /** A word sees itself and the words before it. */
        CAUSAL,
        /** A word sees itself and its neighbours up to a distance. */
        LOCAL
    }

    public static final Mask NONE = new Mask(Kind.NONE, 0);
    public static final Mask CAUSAL = new Mask(Kind.CAUSAL, 0);

    public Mask {
        if (kind == Kind.LOCAL ? radius < 0 : radius != 0) {
            throw new IllegalArgumentException("only a local window has a radius, and it is not negative: " + radius);
        }
    }

    /** A window of {@code radius} words to either side. */
    public static Mask local(int radius) {
        return new Mask(Kind.LOCAL, radius);
    }

    /** Whether the query in place {@code i} may look at the key in place {@code j}. */
    public boolean allows(int i, int j) {
        return kind == Kind.NONE || (kind == Kind.CAUSAL ? j <= i : Math.abs(i - j) <= radius);
    }
}
