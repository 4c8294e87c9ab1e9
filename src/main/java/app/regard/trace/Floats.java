package app.regard.trace;

/** Rows of floats as a grid; the rows are never changed once they are here. */
public final class Floats implements Grid {
    private final float[][] cells;
    private final int cols;

    /** @param cols how many numbers each row has */
    public Floats(float[][] cells, int cols) {
        this.cells = cells;
        this.cols = cols;
    }

    @Override
    public int rows() {
        return cells.length;
    }

    @Override
    public int cols() {
        return cols;
    }

    @Override
    public double at(int i, int j) {
        return cells[i][j];
    }
}
