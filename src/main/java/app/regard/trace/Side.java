package app.regard.trace;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * One sentence with its vectors.
 *
 * @param x a row a word, (n, d_model)
 * @param origin where the vectors come from, as the end of a sentence: "the simple table"
 * @param layer which layer of a trained model reads these vectors, from 0; empty where no model made them
 * @param residual what the vectors are the sum of, where a layer made by hand has read them before
 */
public record Side(Sentence words, Matrix x, String origin, OptionalInt layer, Optional<Residual> residual) {
    public Side {
        if (x.rows() != words.size()) {
            throw new IllegalArgumentException(words.size() + " words need as many vectors, not " + x.rows());
        }
    }

    /** Vectors that are no sum. */
    public Side(Sentence words, Matrix x, String origin, OptionalInt layer) {
        this(words, x, origin, layer, Optional.empty());
    }

    /** Vectors that no trained model made. */
    public Side(Sentence words, Matrix x, String origin) {
        this(words, x, origin, OptionalInt.empty());
    }

    /** Returns the same words with other vectors. */
    public Side withVectors(Matrix other) {
        return new Side(words, other, origin, layer, residual);
    }
}
