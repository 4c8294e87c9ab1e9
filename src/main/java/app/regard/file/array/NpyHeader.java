package app.regard.file.array;

import app.regard.file.WholeFile;
import app.regard.trace.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The header before the numbers of a .npy file, of version 1, 2 or 3: enough to find any number without reading the others.
 *
 * @param type how a number is kept
 * @param fortran whether the first index runs fastest (Fortran order), else the last (C order)
 * @param shape the sizes; none for a single number
 * @param offset where the numbers begin, in bytes from the file's beginning
 */
public record NpyHeader(NpyType type, boolean fortran, List<Integer> shape, long offset) {
    static final String MAGIC = "\u0093NUMPY";

    /** A longer header is none: a few dimensions and a number type take less than 200 bytes. */
    private static final int LONGEST = 1 << 16;

    public NpyHeader {
        shape = List.copyOf(shape);
    }

    /** How many numbers there are. */
    public long count() {
        return shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
    }

    /** How many bytes the numbers take. */
    public long bytes() {
        return Math.multiplyExact(count(), (long) type.size());
    }

    /** How many numbers lie between neighbours along each dimension. */
    public List<Long> strides() {
        return Stored.strides(shape, fortran);
    }

    /** The array that it stands before. */
    public Stored stored(String name, Stored.Bytes bytes) {
        return new Stored(name, shape, strides(), Stored.Kind.of(type), bytes);
    }

    /** "2 × 12 × 7 × 7". */
    public String sizes() {
        return shape.isEmpty() ? "1" : shape.stream().map(String::valueOf).collect(Collectors.joining(" × "));
    }

    /**
     * Reads a header and leaves the stream at the first number.
     *
     * @param size how many bytes there are from here to the file's end; nothing larger is allocated
     * @param name what messages call the file
     * @throws Refusal if this is no array of such numbers, or the file does not end with its last number
     */
    public static NpyHeader read(InputStream in, long size, String name) throws IOException {
        NpyHeader header = read(in, size, name, problem -> {
            throw problem;
        });
        if (Objects.requireNonNull(header).type().text()) {
            throw new Refusal(name + " holds texts, not numbers.");
        }
        return header;
    }

    /**
     * Reads a header likewise, but hands over the refusal of a whole array that is just not one of numbers such as these.
     *
     * @return the header, or null where a refusal was handed over
     */
    static @Nullable NpyHeader read(InputStream in, long size, String name, Consumer<Refusal> other)
            throws IOException {
        byte[] start = exactly(in, MAGIC.length() + 2, name);
        if (!latin(start).startsWith(MAGIC)) {
            throw new Refusal(name + " is not a .npy file: it does not begin as numpy.save writes it.");
        }
        int version = start[MAGIC.length()];
        if (version < 1 || version > 3) {
            throw new Refusal(name + " is a .npy file of version " + version + "; versions 1 to 3 can be read.");
        }
        int width = version == 1 ? 2 : 4;
        ByteBuffer digits = ByteBuffer.wrap(exactly(in, width, name)).order(ByteOrder.LITTLE_ENDIAN);
        long length = version == 1 ? digits.getShort() & 0xFFFFL : digits.getInt() & 0xFFFF_FFFFL;
        long offset = start.length + width + length;
        if (length > LONGEST || offset > size) {
            throw new Refusal(name + " is damaged: its header claims to be " + length + " bytes long.");
        }
        byte[] text = exactly(in, (int) length, name);
        NpyFields fields = NpyFields.of(version == 3 ? WholeFile.text(text, name) : latin(text), name);
        NpyType type;
        try {
            type = NpyType.of(fields.descr(), name);
        } catch (Refusal e) {
            other.accept(e);
            return null;
        }
        long left = size - offset - bytes(fields.shape(), type, name);
        if (left < 0) {
            throw cut(name);
        }
        if (left > 0) {
            throw new Refusal(name + " is damaged: " + left + (left == 1 ? " byte is" : " bytes are")
                    + " left over after its last number.");
        }
        return new NpyHeader(type, fields.fortran(), fields.shape(), offset);
    }

    /** The product that does not overflow unnoticed, not even where one factor is 0. */
    private static long bytes(List<Integer> shape, NpyType type, String name) {
        try {
            long bytes = type.size();
            for (int size : shape) {
                bytes = Math.multiplyExact(bytes, (long) Math.max(1, size));
            }
            return shape.contains(0) ? 0 : bytes;
        } catch (ArithmeticException e) {
            throw new Refusal(name + " is damaged: it claims to hold " + shape + " numbers.");
        }
    }

    static Refusal cut(String name) {
        return new Refusal(name + " is cut short: it ends before its last number. Save it again.");
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] exactly(InputStream in, int count, String name) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw cut(name);
        }
        return bytes;
    }
}
