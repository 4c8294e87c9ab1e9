package app.regard.lab.look;

import app.regard.trace.Floats;
import app.regard.trace.Grid;

/**
 * Weights for a small map: where there are too many, each cell is the strongest of those that it stands for, as in the map
 * itself. It keeps floats and nothing of what it was made from, so that the miniatures of hundreds of heads fit in memory.
 */
final class Miniature {
    /** No small map is drawn with more cells. */
    private static final int MOST = 160;

    private Miniature() {}

    /** The miniature of some weights. */
    static Grid of(Grid a) {
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
        return new Floats(cells, cols);
    }
}
