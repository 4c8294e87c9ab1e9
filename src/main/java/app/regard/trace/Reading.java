package app.regard.trace;

import java.util.List;

/**
 * The way in which heads' weights are read: first several heads' become one matrix, then pieces are merged, then special
 * tokens leave. What comes of it is called derived, for no head has these weights.
 *
 * @param merge whether word pieces become words
 * @param places what else leaves, by its place
 */
public record Reading(Combine combine, boolean merge, Special special, Places places) {
    /** A reading that leaves nothing out by its place. */
    public Reading(Combine combine, boolean merge, Special special) {
        this(combine, merge, special, Places.NONE);
    }

    /**
     * Tokens, or words where pieces are merged, that are left out by their place.
     *
     * @param hidden the places, from 0, in ascending order
     * @param rescaled whether the rest of each row is made to sum to 1 again
     */
    public record Places(List<Integer> hidden, boolean rescaled) {
        /** Nothing is left out. */
        public static final Places NONE = new Places(List.of(), false);

        public Places {
            hidden = hidden.stream().sorted().distinct().toList();
            if (hidden.stream().anyMatch(place -> place < 0) || (hidden.isEmpty() && rescaled)) {
                throw new IllegalArgumentException(
                        "places count from 0, and one at least is rescaled after: " + hidden);
            }
        }
    }

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

    /** The treatment of the tokens that the model added. */
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
        return merge || hides();
    }

    /** Whether anything is left out. */
    public boolean hides() {
        return special != Special.SHOWN || !places.hidden().isEmpty();
    }

    /** Whether what is left of each row is made to sum to 1 again. */
    public boolean rescales() {
        return special == Special.RESCALED || places.rescaled();
    }

    /** The same without making rows sum to 1 again. */
    public Reading unscaled() {
        return new Reading(
                combine,
                merge,
                special == Special.RESCALED ? Special.HIDDEN : special,
                new Places(places.hidden(), false));
    }

    /** The same with everything in its place. */
    public Reading shown() {
        return new Reading(combine, merge, Special.SHOWN);
    }

    /** Other places left out, the rest as it was. */
    public Reading with(Places other) {
        return new Reading(combine, merge, special, other);
    }

    /** Whether the weights are those of a head, untouched. */
    public boolean plain() {
        return !combines() && !changes();
    }

    /** Another choice of heads, the rest as it was. */
    public Reading with(Combine other) {
        return new Reading(other, merge, special, places);
    }

    /** Word pieces merged or not, the rest as it was. */
    public Reading withMerge(boolean merged) {
        return new Reading(combine, merged, special, places);
    }

    /** Another fate of special tokens, the rest as it was. */
    public Reading with(Special other) {
        return new Reading(combine, merge, other, places);
    }
}
