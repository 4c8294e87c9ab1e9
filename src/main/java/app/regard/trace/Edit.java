package app.regard.trace;

/**
 * One number changed by hand. An edit of X is an edit of the word: all its occurrences, and it survives retyping.
 *
 * @param matrix X, W_Q, W_K or W_V
 * @param word for X the word, case folded; else empty
 * @param row for a projection its row; for X not used
 */
public record Edit(String matrix, String word, int row, int col, double value) {}
