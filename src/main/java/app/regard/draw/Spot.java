package app.regard.draw;

import java.util.stream.IntStream;
import java.util.stream.Stream;

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

    /** All cells of a matrix, row by row. */
    public static Stream<Spot> all(String matrix, int rows, int cols) {
        return IntStream.range(0, rows).boxed().flatMap(i -> IntStream.range(0, cols)
                .mapToObj(j -> new Spot(matrix, i, j)));
    }

    public boolean isCell() {
        return row != LABEL && col != LABEL;
    }
}
