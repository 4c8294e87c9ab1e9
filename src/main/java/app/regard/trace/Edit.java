package app.regard.trace;

import java.util.List;

/**
 * One number changed by hand. An edit of X is an edit of the word: all its occurrences, and it survives retyping.
 *
 * @param matrix one of {@link #MATRICES}
 * @param word for X the word, case folded; else empty
 * @param row for a projection its row, from 0; for X not used
 * @param col its column, from 0
 * @param value a finite number
 */
public record Edit(String matrix, String word, int row, int col, double value) {
    private static final String VECTORS = "X";

    /** What can be edited: the words' vectors and the three projections. */
    public static final List<String> MATRICES = List.of(VECTORS, "W_Q", "W_K", "W_V");

    public Edit {
        if (!MATRICES.contains(matrix)) {
            throw new IllegalArgumentException(
                    "there is no matrix “" + matrix + "” to edit; there are " + String.join(", ", MATRICES));
        }
        if (matrix.equals(VECTORS) == word.isEmpty()) {
            throw new IllegalArgumentException(
                    word.isEmpty()
                            ? "an edit of " + VECTORS + " names the word whose vector it changes"
                            : "an edit of " + matrix + " is not of a word: “" + word + "”");
        }
        if (row < 0 || col < 0) {
            throw new IllegalArgumentException(
                    "the edit of " + matrix + " is in row " + row + ", column " + col + ": both count from 0");
        }
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("an edit of " + matrix + " has to be a finite number, not " + value);
        }
    }

    /** Whether it changes the vector of a word. */
    public boolean ofWord() {
        return matrix.equals(VECTORS);
    }
}
