package app.regard.draw;

/**
 * One address for hover, keyboard, speech and tests: a cell of a named matrix.
 *
 * @param matrix the matrix's name
 * @param row the row from 0, or {@link #LABEL} for the label of a column
 * @param col the column from 0, or {@link #LABEL} for the label of a row
 */
public record Spot(String matrix, int row, int col) {
    /** In place of a row or column: the heading of the other. */
    public static final int LABEL = -1;

    public boolean isCell() {
        return row != LABEL && col != LABEL;
    }
}
