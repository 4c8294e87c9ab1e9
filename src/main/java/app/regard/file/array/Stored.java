package app.regard.file.array;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * An array in a file, of which any part can be read without the rest.
 *
 * @param shape its sizes, the last index running fastest
 * @param kind how one of its numbers is kept
 * @param bytes its bytes, counted from its first number
 */
public record Stored(String name, List<Integer> shape, Kind kind, Bytes bytes) {
    public Stored {
        shape = List.copyOf(shape);
    }

    /** A part of an array's bytes, in the order that its numbers are kept in; a Refusal says why it cannot be read. */
    @FunctionalInterface
    public interface Bytes {
        ByteBuffer read(long from, int length);
    }

    /** The reader of a number's bytes. */
    @FunctionalInterface
    public interface Reader {
        double number(ByteBuffer bytes, int at);
    }

    /**
     * A kind of number.
     *
     * @param size bytes a number
     * @param tolerance how far from 1 a row of weights may sum because its numbers were rounded to this kind
     */
    public record Kind(int size, double tolerance, Reader reader) {}
}
