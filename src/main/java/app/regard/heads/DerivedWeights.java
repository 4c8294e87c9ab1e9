package app.regard.heads;

import app.regard.trace.Weights;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Weights of a head, or made from those of heads, with what a caption says of them.
 *
 * @param about whose weights they are and what was done with them, without a full stop
 * @param tokens for each row, the place of its first token before anything was merged or hidden
 */
public record DerivedWeights(Weights weights, String about, List<Integer> tokens) {
    public DerivedWeights {
        tokens = List.copyOf(tokens);
    }

    /** Weights whose rows are the tokens. */
    public DerivedWeights(Weights weights, String about) {
        this(weights, about, IntStream.range(0, weights.a().rows()).boxed().toList());
    }
}
