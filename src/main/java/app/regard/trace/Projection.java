package app.regard.trace;

import java.util.List;

/**
 * One trained (or hand-made) linear map of a head: x ↦ x·W + b.
 *
 * @param w the matrix, (d_model, d)
 * @param b the bias, (1, d), or (0, d) where the head has none
 * @param columns a name for each of the d columns
 */
public record Projection(Matrix w, Matrix b, List<String> columns) {
    public Projection {
        columns = List.copyOf(columns);
        if (columns.size() != w.cols() || b.cols() != w.cols() || b.rows() > 1) {
            throw new IllegalArgumentException("W is " + w + ", b is " + b + " and there are " + columns.size()
                    + " column names: W needs as many columns as b and as there are names, and b at most one row");
        }
    }

    /** A map without a bias. */
    public static Projection of(Matrix w, List<String> columns) {
        return new Projection(w, Matrix.zeros(0, w.cols()), columns);
    }

    /** The map that changes nothing; its columns keep the names of the dimensions. */
    public static Projection identity(List<String> dimensions) {
        return of(Matrix.identity(dimensions.size()), dimensions);
    }

    public boolean biased() {
        return b.rows() == 1;
    }
}
