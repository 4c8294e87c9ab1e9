package app.regard.file.array;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * An array in a file, of which any part can be read without the rest.
 *
 * @param shape its sizes
 * @param strides how many numbers lie between neighbours along each dimension
 * @param kind how one of its numbers is kept
 * @param bytes its bytes, counted from its first number
 */
public record Stored(String name, List<Integer> shape, List<Long> strides, Kind kind, Bytes bytes) {
    public Stored {
        shape = List.copyOf(shape);
        strides = List.copyOf(strides);
    }

    /** An array whose last index runs fastest. */
    public Stored(String name, List<Integer> shape, Kind kind, Bytes bytes) {
        this(name, shape, strides(shape, false), kind, bytes);
    }

    /** The distances between neighbours, in numbers; in Fortran order the first index runs fastest, else the last. */
    static List<Long> strides(List<Integer> shape, boolean fortran) {
        Long[] strides = new Long[shape.size()];
        long stride = 1;
        for (int i = 0; i < strides.length; i++) {
            int d = fortran ? i : strides.length - 1 - i;
            strides[d] = stride;
            stride *= shape.get(d);
        }
        return List.of(strides);
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
     * @param whole whether its numbers are whole, or true and false
     */
    public record Kind(int size, double tolerance, boolean whole, Reader reader) {
        /** The kind of numbers of a type. */
        static Kind of(NpyType type) {
            double tolerance = type.kind() != 'f' || type.size() == 8 ? 1e-9 : type.size() == 4 ? 1e-4 : 5e-3;
            return new Kind(type.size(), tolerance, type.kind() != 'f', type::read);
        }
    }
}
