package app.regard.trace;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** An immutable matrix of doubles, kept row by row. Numbers are copied in and copied out. */
public final class Matrix implements Grid {
    /** The rule for a cell of a new matrix. */
    @FunctionalInterface
    public interface Cell {
        double at(int i, int j);
    }

    private final int rows;
    private final int cols;
    private final double[] cells;

    private Matrix(int rows, int cols, double[] cells) {
        this.rows = rows;
        this.cols = cols;
        this.cells = cells;
    }

    /**
     * A matrix of the given rows.
     *
     * @throws IllegalArgumentException if the rows differ in length
     */
    public static Matrix of(double[]... rows) {
        int cols = rows.length == 0 ? 0 : rows[0].length;
        for (double[] row : rows) {
            if (row.length != cols) {
                throw new IllegalArgumentException(
                        "all rows of a matrix have one length, here " + cols + " and " + row.length);
            }
        }
        double[] cells = new double[Math.multiplyExact(rows.length, cols)];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, cells, i * cols, cols);
        }
        return new Matrix(rows.length, cols, cells);
    }

    /**
     * A matrix of {@code rows × cols} cells given row by row.
     *
     * @throws IllegalArgumentException if there are more or fewer cells than that
     */
    public static Matrix of(int rows, int cols, double[] cells) {
        if (cells.length != Math.multiplyExact(rows, cols)) {
            throw new IllegalArgumentException(
                    "a " + rows + " × " + cols + " matrix does not have " + cells.length + " cells");
        }
        return new Matrix(rows, cols, cells.clone());
    }

    /** A matrix whose cell (i, j) is {@code cell.at(i, j)}, asked once each, row by row. */
    public static Matrix fill(int rows, int cols, Cell cell) {
        double[] cells = new double[Math.multiplyExact(rows, cols)];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < cols; j++) {
                cells[i * cols + j] = cell.at(i, j);
            }
        }
        return new Matrix(rows, cols, cells);
    }

    public static Matrix zeros(int rows, int cols) {
        return new Matrix(rows, cols, new double[Math.multiplyExact(rows, cols)]);
    }

    public static Matrix identity(int size) {
        Matrix identity = zeros(size, size);
        for (int i = 0; i < size; i++) {
            identity.cells[i * size + i] = 1;
        }
        return identity;
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int cols() {
        return cols;
    }

    @Override
    public double at(int i, int j) {
        if (i < 0 || i >= rows || j < 0 || j >= cols) {
            throw new IndexOutOfBoundsException("no cell " + i + ", " + j + " in a " + rows + " × " + cols + " matrix");
        }
        return cells[i * cols + j];
    }

    /** Each cell changed by {@code change}. */
    public Matrix map(DoubleUnaryOperator change) {
        return new Matrix(rows, cols, Arrays.stream(cells).map(change).toArray());
    }

    /** The cells row by row, a fresh copy. */
    public double[] toArray() {
        return cells.clone();
    }

    /** One row, a fresh copy. */
    public double[] row(int i) {
        return Arrays.copyOfRange(cells, i * cols, (i + 1) * cols);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Matrix m && rows == m.rows && cols == m.cols && Arrays.equals(cells, m.cells);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * rows + cols) + Arrays.hashCode(cells);
    }

    @Override
    public String toString() {
        return "Matrix " + rows + " × " + cols;
    }
}
