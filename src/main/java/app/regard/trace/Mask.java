package app.regard.trace;

import java.util.Optional;

/**
 * The rule which keys a query may look at. A masked score becomes −∞, so that its weight is exactly 0 (Vaswani et al.
 * 2017, 3.2.3).
 *
 * @param kind what the mask keeps
 * @param radius for {@link Kind#LOCAL} and {@link Kind#LOCAL_CAUSAL} how far a query sees, else 0
 * @param cells where cells were changed by hand, all of them: 1 where a query sees a key, else 0; (n, m)
 * @param own whether a trained model is causal itself: what is hidden so is its own and no what-if
 */
public record Mask(Kind kind, int radius, Optional<Matrix> cells, boolean own) {
    /** The patterns there are. */
    public enum Kind {
        /** Every word sees every word. */
        NONE,
        /** A word sees itself and the words before it. */
        CAUSAL,
        /** A word sees itself and its neighbours up to a distance. */
        LOCAL,
        /** A word sees itself and the words before it up to a distance: both at once. */
        LOCAL_CAUSAL
    }

    public static final Mask NONE = new Mask(Kind.NONE, 0);
    public static final Mask CAUSAL = new Mask(Kind.CAUSAL, 0);

    /** The mask that comes with a model of which no token sees one after it. */
    public static final Mask OWN = new Mask(Kind.CAUSAL, 0, Optional.empty(), true);

    public Mask {
        if (near(kind) ? radius < 0 : radius != 0) {
            throw new IllegalArgumentException("only a local window has a radius, and it is not negative: " + radius);
        }
    }

    /** A mask as its pattern says. */
    public Mask(Kind kind, int radius) {
        this(kind, radius, Optional.empty(), false);
    }

    /** A window of {@code radius} words to either side. */
    public static Mask local(int radius) {
        return new Mask(Kind.LOCAL, radius);
    }

    /** Whether it hides anything, or may. */
    public boolean on() {
        return kind != Kind.NONE || cells.isPresent();
    }

    /** The same with all cells given: 1 where a query sees a key, else 0. */
    public Mask withCells(Matrix all) {
        return new Mask(kind, radius, Optional.of(all), own);
    }

    /** Whether the query in place {@code i} may look at the key in place {@code j}. */
    public boolean allows(int i, int j) {
        return cells.isPresent() ? cells.get().at(i, j) != 0 : keeps(i, j);
    }

    /** Whether its pattern lets the query see the key, whatever was changed by hand. */
    public boolean keeps(int i, int j) {
        return switch (kind) {
            case NONE -> true;
            case CAUSAL -> j <= i;
            case LOCAL -> Math.abs(i - j) <= radius;
            case LOCAL_CAUSAL -> j <= i && i - j <= radius;
        };
    }

    /** Whether it hides or shows anything otherwise than the model itself does, where there is one. */
    public boolean chosen() {
        return own ? kind != Kind.CAUSAL || cells.isPresent() : on();
    }

    /** Whether no query sees a key after it. */
    public boolean causal() {
        return kind == Kind.CAUSAL || kind == Kind.LOCAL_CAUSAL;
    }

    /** Whether it has a radius. */
    public boolean near() {
        return near(kind);
    }

    private static boolean near(Kind kind) {
        return kind == Kind.LOCAL || kind == Kind.LOCAL_CAUSAL;
    }

    /** Two patterns at once: what one of the two hides is hidden. */
    public Mask and(Mask other) {
        boolean causal = causal() || other.causal();
        boolean near = near() || other.near();
        int least = Math.min(near() ? radius : Integer.MAX_VALUE, other.near() ? other.radius : Integer.MAX_VALUE);
        Kind both = causal ? near ? Kind.LOCAL_CAUSAL : Kind.CAUSAL : near ? Kind.LOCAL : Kind.NONE;
        return new Mask(both, near ? least : 0, cells.or(other::cells), own || other.own);
    }
}
