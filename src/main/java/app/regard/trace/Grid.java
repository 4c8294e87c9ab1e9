package app.regard.trace;

/** A rectangle of numbers that can be read cell by cell, wherever they are kept. */
public interface Grid {
    int rows();

    int cols();

    /** The number in row {@code i} and column {@code j}, both counted from 0. */
    double at(int i, int j);

    /** The same cells with rows and columns exchanged, read through. */
    default Grid transposed() {
        return of(cols(), rows(), (i, j) -> at(j, i));
    }

    /** Cells of which each is worked out when it is read. */
    static Grid of(int rows, int cols, Matrix.Cell cell) {
        return new Computed(rows, cols, cell);
    }

    /** Cells that are nowhere kept. */
    record Computed(int rows, int cols, Matrix.Cell cell) implements Grid {
        @Override
        public double at(int i, int j) {
            return cell.at(i, j);
        }
    }
}
