package app.regard.trace;

import java.util.Optional;

/**
 * The rule which keys a query may look at. A masked score becomes −∞, so that its weight is exactly 0 (Vaswani et al.
 * 2017, 3.2.3).
 *
 * @param kind what the mask keeps
 * @param radius for {@link Kind#LOCAL} how far a query sees to either side, else 0
 * @param cells where cells were changed by hand, all of them: 1 where a query sees a key, else 0; (n, m)
 */
public record Mask(Kind kind, int radius, Optional<Matrix> cells) {
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

    /** A mask as its pattern says. */
    public Mask(Kind kind, int radius) {
        this(kind, radius, Optional.empty());
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
        return new Mask(kind, radius, Optional.of(all));
    }

    /** Whether the query in place {@code i} may look at the key in place {@code j}. */
    public boolean allows(int i, int j) {
        return cells.isPresent() ? cells.get().at(i, j) != 0 : keeps(i, j);
    }

    /** Whether its pattern lets the query see the key, whatever was changed by hand. */
    public boolean keeps(int i, int j) {
        return kind == Kind.NONE || (kind == Kind.CAUSAL ? j <= i : Math.abs(i - j) <= radius);
    }
}
