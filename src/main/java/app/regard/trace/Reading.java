package app.regard.trace;

/**
 * The way in which heads' weights are read: first several heads' become one matrix, then pieces are merged, then special
 * tokens leave. What comes of it is called derived, for no head has these weights.
 *
 * @param merge whether word pieces become words
 */
public record Reading(Combine combine, boolean merge, Special special) {
    /** One head, as it is. */
    public static final Reading PLAIN = new Reading(Combine.ONE_HEAD, false, Special.SHOWN);

    /** Whose weights become one matrix. */
    public enum Combine {
        /** One head's: nothing is combined. */
        ONE_HEAD,
        /** The average of the heads of a layer. */
        HEADS,
        /** The average of the heads that stand in one place of every layer. */
        LAYERS,
        /** The average of all heads. */
        ALL,
        /** Attention rollout over all layers (Abnar & Zuidema 2020). */
        ROLLOUT
    }

    /** What becomes of the tokens that the model added. */
    public enum Special {
        /** They stay. */
        SHOWN,
        /** They are left out, and the rest is as it was: rows no longer sum to 1. */
        HIDDEN,
        /** They are left out, and the rest of each row is made to sum to 1 again. */
        RESCALED
    }

    /** Whether weights of several heads become one. */
    public boolean combines() {
        return combine != Combine.ONE_HEAD;
    }

    /** Whether one matrix of weights is changed. */
    public boolean changes() {
        return merge || special != Special.SHOWN;
    }

    /** Whether the weights are those of a head, untouched. */
    public boolean plain() {
        return !combines() && !changes();
    }

    /** Another choice of heads, the rest as it was. */
    public Reading with(Combine other) {
        return new Reading(other, merge, special);
    }

    /** Word pieces merged or not, the rest as it was. */
    public Reading withMerge(boolean merged) {
        return new Reading(combine, merged, special);
    }

    /** Another fate of special tokens, the rest as it was. */
    public Reading with(Special other) {
        return new Reading(combine, merge, other);
    }
}
