package app.regard.stage;

import app.regard.trace.Grid;

/**
 * Weights for a small map: where there are too many, each cell is the strongest of those that it stands for, as in the map
 * itself. It keeps floats and nothing of what it was made from, so that the miniatures of hundreds of heads fit in memory.
 */
public final class Miniature implements Grid {
    /** No small map is drawn with more cells. */
    private static final int MOST = 160;

    private final float[][] cells;
    private final int cols;

    private Miniature(float[][] cells, int cols) {
        this.cells = cells;
        this.cols = cols;
    }

    /** The miniature of some weights. */
    public static Miniature of(Grid a) {
        int rows = Math.min(MOST, a.rows());
        int cols = Math.min(MOST, a.cols());
        float[][] cells = new float[rows][cols];
        for (int i = 0; i < a.rows(); i++) {
            float[] row = cells[(int) ((long) i * rows / a.rows())];
            for (int j = 0; j < a.cols(); j++) {
                int col = (int) ((long) j * cols / a.cols());
                row[col] = Math.max(row[col], (float) a.at(i, j));
            }
        }
        return new Miniature(cells, cols);
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
