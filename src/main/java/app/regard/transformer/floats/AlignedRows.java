package app.regard.transformer.floats;

/**
 * Rows of numbers as Java's compiler likes them. C2 makes a loop over arrays one term at a time until a cache line of the array
 * that is written begins, then vectors, then what is left one by one: on rows of a few hundred numbers a quarter of the time.
 * Here each array begins with a line, its header and {@value #FIRST} unused numbers fill that line, and whole lines follow.
 * A loop from {@link #BEFORE} to {@link #end} has one term before its vectors, which is the least, and none after them. What
 * such a loop puts around a row's numbers means nothing.
 */
public final class AlignedRows {
    /** Where a row's numbers begin: 16 bytes of header stand before the array's own. */
    public static final int FIRST = 12;

    /** Where a loop over a whole row begins. */
    public static final int BEFORE = FIRST - 1;

    private static final int HEADER = 16; // bytes

    /** Numbers of a line of 64 bytes, as every processor has that Java 17 makes wide vectors for. */
    private static final int LINE = 16;

    private AlignedRows() {}

    /** Where a loop over a row of so many numbers ends, and the array with it. */
    public static int end(int width) {
        return FIRST + (width + LINE - 1) / LINE * LINE;
    }

    /** Rows of so many numbers, all 0. */
    public static float[][] of(int n, int width) {
        float[][] rows = new float[n][];
        // nothing else is made between the rows: one that begins with a line is followed by one that does
        for (int i = 0; i < n; i++) {
            rows[i] = new float[end(width)];
            for (int tries = 0; tries < 3 && CacheLine.behind(rows, i) != 0; tries++) {
                rows[i] = new float[filling(CacheLine.BYTES - CacheLine.behind(rows, i))];
                rows[i] = new float[end(width)];
            }
        }
        return rows;
    }

    /** The length of an array that takes so many bytes, or a line more where they are fewer than its header. */
    private static int filling(int bytes) {
        return (bytes < HEADER ? bytes + CacheLine.BYTES - HEADER : bytes - HEADER) / Float.BYTES;
    }
}
