package app.regard.trace;

/** A rectangle of numbers that can be read cell by cell, wherever they are kept. */
public interface Grid {
    int rows();

    int cols();

    /** The number in row {@code i} and column {@code j}, both counted from 0. */
    double at(int i, int j);

    /** The same cells with rows and columns exchanged, read through. */
    default Grid transposed() {
        Grid plain = this;
        return new Grid() {
            @Override
            public int rows() {
                return plain.cols();
            }

            @Override
            public int cols() {
                return plain.rows();
            }

            @Override
            public double at(int i, int j) {
                return plain.at(j, i);
            }
        };
    }
}
