package app.regard.trace;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The recipe resolved: all that {@code Attention} needs. Where {@code from} and {@code to} are the same side this is
 * self-attention, else cross-attention with n queries and m keys.
 *
 * @param from the words that ask, n of them
 * @param to the words that answer, m of them
 * @param temperature τ, above 0
 * @param scaled whether scores are divided by √d_k too
 * @param changes which of these numbers were changed by hand
 */
public record Inputs(
        Side from,
        Side to,
        Head head,
        Mask mask,
        Positions positions,
        double temperature,
        boolean scaled,
        Changes changes) {
    public Inputs {
        if (from.words().size() == 0 || to.words().size() == 0) {
            throw new Refusal("No word yet: type a sentence.");
        }
        if (from.x().cols() != head.dModel() || to.x().cols() != head.dModel()) {
            throw new IllegalArgumentException("vectors of " + from.x().cols() + " and "
                    + to.x().cols() + " dimensions do not fit a head of d_model = " + head.dModel());
        }
        if (mask.causal() && !alike(from, to)) {
            throw new Refusal("A causal mask needs one sentence: “earlier” has no meaning between two of them. "
                    + "Choose mask none, or leave out the second sentence.");
        }
        if (mask.near() && !alike(from, to)) {
            throw new Refusal("A local mask needs one sentence: words of two of them are no neighbours. "
                    + "Choose mask none, or leave out the second sentence.");
        }
        if (!(temperature > 0) || temperature == Double.POSITIVE_INFINITY) {
            throw new Refusal("The temperature is a number above 0, not " + temperature + ".");
        }
    }

    /** Inputs of the paper's formula, scores divided by √d_k, with no number changed by hand. */
    public Inputs(Side from, Side to, Head head, Mask mask, Positions positions, double temperature) {
        this(from, to, head, mask, positions, temperature, true, Changes.NONE);
    }

    /** The same with scores divided by √d_k or not. */
    public Inputs withScaling(boolean newScaled) {
        return new Inputs(from, to, head, mask, positions, temperature, newScaled, changes);
    }

    /** Returns the number that scores are divided by before the softmax: √d_k·τ, or τ alone. */
    public double divisor() {
        return (scaled ? Math.sqrt(head.dK()) : 1) * temperature;
    }

    /** A matrix that is given and not computed, by its name: X, X', W_Q, …, b_V; empty where that is another one. */
    public Optional<Matrix> given(String name) {
        return switch (name) {
            case "X" -> Optional.of(from.x());
            case "X'" -> Optional.of(to.x());
            case "W_Q" -> Optional.of(head.q().w());
            case "W_K" -> Optional.of(head.k().w());
            case "W_V" -> Optional.of(head.v().w());
            case "b_Q" -> Optional.of(head.q().b());
            case "b_K" -> Optional.of(head.k().b());
            case "b_V" -> Optional.of(head.v().b());
            default -> Optional.empty();
        };
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

    /**
     * The numbers of some inputs that were changed by hand.
     *
     * @param edits those that changed something, in order
     * @param asleep those whose word or place the sentence lacks
     * @param unedited the inputs as they were before any of them; empty where nothing was changed
     */
    public record Changes(List<Edit> edits, List<Edit> asleep, Optional<Inputs> unedited) {
        /** No edit at all. */
        public static final Changes NONE = new Changes(List.of(), List.of(), Optional.empty());

        /** More edits than this are counted. */
        private static final int MOST_NAMED = 4;

        public Changes {
            edits = List.copyOf(edits);
            asleep = List.copyOf(asleep);
        }

        /** The edits in a caption: "edited: W_Q[0,1]=0.7"; empty where there are none. */
        public String caption() {
            return edits.isEmpty() ? "" : "edited: " + named(edits);
        }

        /** What is said of the edits that sleep: a sentence, or nothing. */
        public String sleeping() {
            return asleep.isEmpty()
                    ? ""
                    : (asleep.size() == 1 ? "This edit has" : "These edits have") + " no place in this sentence and "
                            + (asleep.size() == 1 ? "sleeps: " : "sleep: ") + named(asleep) + ".";
        }

        /** Edits as they are written, the first few. */
        public static String named(List<Edit> edits) {
            String first = edits.stream().limit(MOST_NAMED).map(Edit::text).collect(Collectors.joining(", "));
            return first + (edits.size() > MOST_NAMED ? " and " + (edits.size() - MOST_NAMED) + " more" : "");
        }
    }
}
