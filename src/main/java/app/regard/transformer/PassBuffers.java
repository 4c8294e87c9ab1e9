package app.regard.transformer;

import java.util.Arrays;

/**
 * The rows of numbers that each layer of a pass writes over again. They are made one after the other, each a whole number of
 * cache lines long as those of the trained matrices are, so that the heap lays them side by side and a column begins in all
 * of them at the same place of a line: C2 aligns a loop to one of its arrays alone, and loads from the others would straddle
 * two lines, which costs up to a quarter.
 */
final class PassBuffers {
    private static final int LINE = 64; // bytes
    private static final int HEADER = 16; // bytes of an array before its first number

    private final float[][] projected; // (n, at least 3·d_model)
    private final float[][] context; // (n, at least d_model)
    private final float[][] inner; // (n, at least d_inner)
    private final float[][] sum; // (n, at least d_model)
    private final Part[] parts;

    /**
     * What one worker has for itself: one head at a time.
     *
     * @param turned its queries, later its values, (d_k, at least n)
     * @param weights (m keys, at least n queries)
     * @param outputs (d_k, at least n)
     */
    @SuppressWarnings("ArrayRecordComponent") // not compared
    record Part(float[][] turned, float[][] weights, float[][] outputs) {}

    /**
     * @param n how many tokens
     * @param workers how many work at once
     */
    PassBuffers(ModelConfig sizes, int n, int workers) {
        projected = new float[n][];
        context = new float[n][];
        inner = new float[n][];
        sum = new float[n][];
        parts = new Part[workers];
        Arrays.setAll(
                parts, i -> new Part(new float[sizes.headWidth()][], new float[n][], new float[sizes.headWidth()][]));
        fill(projected, 3 * sizes.width());
        fill(context, sizes.width());
        fill(inner, sizes.inner());
        fill(sum, sizes.width());
        for (Part part : parts) {
            fill(part.turned, n);
            fill(part.weights, n);
            fill(part.outputs, n);
        }
    }

    /** In a loop of its own, so that nothing comes to lie between the rows. */
    private static void fill(float[][] rows, int width) {
        for (int i = 0; i < rows.length; i++) {
            rows[i] = row(width);
        }
    }

    /** A row of zeros that fills whole cache lines, so many numbers and up to fifteen more. */
    static float[] row(int width) {
        int bytes = (HEADER + width * Float.BYTES + LINE - 1) / LINE * LINE;
        return new float[(bytes - HEADER) / Float.BYTES];
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
