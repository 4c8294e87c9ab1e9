package app.regard.trace;

import java.util.List;

/**
 * One attention head: what a word asks (q), what it offers (k) and what it carries (v).
 *
 * @param name what it is called
 * @param origin where its numbers come from, as the end of a sentence: "hand-made rules", "drawn with seed 7"
 * @param dimensions a name for each of the d_model dimensions of the vectors that it reads
 * @param rules the head read aloud, one rule each; empty where it has no such reading
 */
public record Head(
        String name,
        String origin,
        List<String> dimensions,
        Projection q,
        Projection k,
        Projection v,
        List<String> rules) {
    public Head {
        dimensions = List.copyOf(dimensions);
        rules = List.copyOf(rules);
        for (Projection p : List.of(q, k, v)) {
            if (p.w().rows() != dimensions.size() && p.w().rows() > 0) {
                throw new IllegalArgumentException(
                        "W has " + p.w().rows() + " rows for d_model = " + dimensions.size());
            }
        }
        if (q.w().cols() != k.w().cols() || q.w().cols() == 0) {
            throw new IllegalArgumentException(
                    "queries and keys need the same d_k of at least 1, here " + q.w().cols() + " and " + k.w().cols());
        }
    }

    public int dModel() {
        return dimensions.size();
    }

    public int dK() {
        return q.w().cols();
    }

    public int dV() {
        return v.w().cols();
    }

    /** Whether queries, keys and values are given without what made them: W has no rows. */
    public boolean unprojected() {
        return q.w().rows() == 0;
    }

    /** Whether values are the vectors themselves (W_V = I, no bias). */
    public boolean carriesInput() {
        return !v.biased() && v.w().equals(Matrix.identity(dModel()));
    }
}
