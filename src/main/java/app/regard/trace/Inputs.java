package app.regard.trace;

/**
 * The recipe resolved: all that {@code Attention} needs. Where {@code from} and {@code to} are the same side this is
 * self-attention, else cross-attention with n queries and m keys.
 *
 * @param from the words that ask, n of them
 * @param to the words that answer, m of them
 * @param temperature τ, above 0
 */
public record Inputs(Side from, Side to, Head head, Mask mask, Positions positions, double temperature) {
    public Inputs {
        if (from.words().size() == 0 || to.words().size() == 0) {
            throw new Refusal("No word yet: type a sentence.");
        }
        if (from.x().cols() != head.dModel() || to.x().cols() != head.dModel()) {
            throw new IllegalArgumentException("vectors of " + from.x().cols() + " and "
                    + to.x().cols() + " dimensions do not fit a head of d_model = " + head.dModel());
        }
        if (mask.kind() == Mask.Kind.CAUSAL && !alike(from, to)) {
            throw new Refusal("A causal mask needs one sentence: “earlier” has no meaning between two of them. "
                    + "Choose mask none, or leave out the second sentence.");
        }
        if (!(temperature > 0) || temperature == Double.POSITIVE_INFINITY) {
            throw new Refusal("The temperature is a number above 0, not " + temperature + ".");
        }
    }

    /** Whether vectors and head were learned from text: nothing of them was made by hand or drawn. */
    public boolean learned() {
        return from.layer().isPresent();
    }

    public boolean self() {
        return alike(from, to);
    }

    /** Sides are mostly the same object: comparing all their numbers is left for when they are not. */
    @SuppressWarnings("ReferenceEquality") // the quick answer first
    private static boolean alike(Side from, Side to) {
        return from == to || from.equals(to);
    }
}
