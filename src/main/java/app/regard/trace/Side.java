package app.regard.trace;

/**
 * One sentence with its vectors.
 *
 * @param x a row a word, (n, d_model)
 * @param origin where the vectors come from, as the end of a sentence: "the simple table"
 */
public record Side(Sentence words, Matrix x, String origin) {
    public Side {
        if (x.rows() != words.size()) {
            throw new IllegalArgumentException(words.size() + " words need as many vectors, not " + x.rows());
        }
    }
}
