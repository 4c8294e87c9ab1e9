package app.regard.trace;

import java.util.OptionalInt;

/**
 * The sum that a layer reads of the layer below it: what that one has read, and what its head has given.
 *
 * @param below the layer below; its head’s outputs are added to the columns of their names
 * @param added what the lower layer’s head adds to what that layer has read, (n, d_model)
 */
public record Residual(Trace below, Matrix added) {
    /** The sum over a layer. */
    public static Residual over(Trace below) {
        Matrix o = below.outputs();
        return new Residual(below, Matrix.fill(o.rows(), below.in().head().dModel(), (i, c) -> {
            OptionalInt from = output(below, c);
            return from.isPresent() ? o.at(i, from.getAsInt()) : 0;
        }));
    }

    /** The column of the lower layer’s outputs that is added to a column of X, if one is. */
    public OptionalInt output(int col) {
        return output(below, col);
    }

    private static OptionalInt output(Trace below, int col) {
        int at = below.in()
                .head()
                .v()
                .columns()
                .indexOf(below.in().head().dimensions().get(col));
        return at < 0 ? OptionalInt.empty() : OptionalInt.of(at);
    }

    /** What the lower layer has read, (n, d_model). */
    public Matrix read() {
        return below.h();
    }

    /** What the upper layer reads, (n, d_model). */
    public Matrix sum() {
        return Matrix.fill(added.rows(), added.cols(), (i, c) -> read().at(i, c) + added.at(i, c));
    }
}
