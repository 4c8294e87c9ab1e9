package app.regard.file.array;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Numbers in the order in which they come, however many. They are kept in blocks, so that only the first few have ever to be
 * moved: the first block begins small and doubles, for a file may hold thousands of small arrays.
 */
public final class Doubles {
    /** As many as one head may have: 4096 × 4096 numbers take 134 MB. */
    public static final long MOST = 1 << 24;

    private static final int BLOCK = 1 << 13;
    private static final int FIRST = 8;

    private final List<double[]> blocks = new ArrayList<>();
    private long size;

    public void add(double number) {
        int place = (int) (size % BLOCK);
        if (place == 0) {
            blocks.add(new double[size == 0 ? FIRST : BLOCK]);
        } else if (size < BLOCK && place == blocks.get(0).length) {
            blocks.set(0, Arrays.copyOf(blocks.get(0), 2 * place));
        }
        blocks.get(blocks.size() - 1)[place] = number;
        size++;
    }

    /** How many there are. */
    public long size() {
        return size;
    }

    /** Whether one of them is a number. */
    boolean any() {
        return LongStream.range(0, size).anyMatch(place -> !Double.isNaN(at(place)));
    }

    /** The number in a place, from 0. */
    public double at(long place) {
        if (place < 0 || place >= size) {
            throw new IndexOutOfBoundsException("no number " + place + " of " + size);
        }
        return blocks.get((int) (place / BLOCK))[(int) (place % BLOCK)];
    }
}
