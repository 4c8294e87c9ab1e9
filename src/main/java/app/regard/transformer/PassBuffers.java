package app.regard.transformer;

import app.regard.transformer.floats.AlignedRows;
import app.regard.transformer.floats.Product;
import java.util.Arrays;

/** The {@linkplain AlignedRows rows} of numbers that each layer of a pass writes over again. */
final class PassBuffers {
    private final float[][] projected; // (n, 3·d_model)
    private final float[][] context; // (n, d_model)
    private final float[][] inner; // (n, d_inner)
    private final float[][] sum; // (n, d_model)
    private final Part[] parts;

    /**
     * What one worker has for itself: one head at a time, a few rows of a trained matrix at a time.
     *
     * @param turned its queries, later its values, (d_k, n)
     * @param weights (m keys, n queries)
     * @param outputs (d_k, n)
     * @param columns three numbers of each query, (3, n)
     * @param matrix ({@link Product#BLOCK}, as many columns as the widest matrix has)
     */
    @SuppressWarnings("ArrayRecordComponent") // not compared
    record Part(float[][] turned, float[][] weights, float[][] outputs, float[][] columns, float[][] matrix) {}

    /**
     * @param n how many tokens
     * @param workers how many work at once
     */
    PassBuffers(ModelConfig sizes, int n, int workers) {
        int width = sizes.width();
        projected = AlignedRows.of(n, 3 * width);
        context = AlignedRows.of(n, width);
        inner = AlignedRows.of(n, sizes.inner());
        sum = AlignedRows.of(n, width);
        parts = new Part[workers];
        Arrays.setAll(
                parts,
                i -> new Part(
                        AlignedRows.of(sizes.headWidth(), n),
                        AlignedRows.of(n, n),
                        AlignedRows.of(sizes.headWidth(), n),
                        AlignedRows.of(3, n),
                        AlignedRows.of(Product.BLOCK, Math.max(3 * width, sizes.inner()))));
    }

    float[][] projected() {
        return projected;
    }

    float[][] context() {
        return context;
    }

    float[][] inner() {
        return inner;
    }

    float[][] sum() {
        return sum;
    }

    /** As many as there are workers. */
    Part part(int worker) {
        return parts[worker];
    }

    int size() {
        return parts.length;
    }
}
