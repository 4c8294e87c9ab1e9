package app.regard.transformer.tensor;

/** The trained numbers of a model by name; every one of them is a finite float. */
public interface Tensors {
    /** Whether there is a tensor of that name. */
    boolean has(String name);

    /**
     * A row of numbers, (length).
     *
     * @throws app.regard.trace.Refusal if it is missing, or of another shape
     */
    float[] vector(String name, int length);

    /**
     * The matrix of a linear map x·W, (in, out), however the file turns it.
     *
     * @param name of the map: that of the file's tensor without “.weight”
     * @throws app.regard.trace.Refusal if it is missing, or of another shape
     */
    float[][] linear(String name, int in, int out);

    /**
     * A table that is read by rows, (rows, cols).
     *
     * @throws app.regard.trace.Refusal if it is missing, or of another shape
     */
    Rows table(String name, int rows, int cols);

    /** Whether all of a row are numbers, and none of them infinite. */
    static boolean finite(float[] row) {
        float zero = 0; // times 0, all that is finite vanishes
        for (float x : row) {
            zero += x * 0;
        }
        return zero == 0;
    }

    /** The rows of a table; whoever gets one does not change it. */
    @FunctionalInterface
    interface Rows {
        /**
         * The rows of these places, in this order.
         *
         * @throws app.regard.trace.Refusal if they cannot be read any more
         */
        float[][] of(int[] places);
    }
}
