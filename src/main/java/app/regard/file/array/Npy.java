package app.regard.file.array;

import app.regard.file.WholeFile;
import app.regard.trace.Grid;
import app.regard.trace.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * NumPy's file format for one array (NEP 1). What is written is byte for byte what {@code numpy.save} writes of a
 * float64 array; for what can be read see {@link NpyHeader}.
 */
public final class Npy {
    private Npy() {}

    /** NumPy leaves room for the first dimension to grow to this many digits. */
    private static final int GROWING_DIGITS = 21;

    /** NumPy's headers end at a multiple of this. */
    private static final int ALIGNED = 64;

    /** An array with more bytes than this is not read whole but piece by piece, from its {@link NpyHeader}. */
    public static final int MOST_BYTES = 1 << 28;

    /**
     * Reads a file whole.
     *
     * @throws Refusal as {@link #read(InputStream, long, String)}, or if the file cannot be read
     */
    public static NpyArray read(Path file) {
        try (InputStream in = WholeFile.open(file)) {
            return read(in, Files.size(file), WholeFile.name(file));
        } catch (IOException e) {
            throw WholeFile.unreadable(file, e);
        }
    }

    /**
     * Reads an array whole.
     *
     * @param size how many bytes there are from here to the end; nothing larger is allocated
     * @param name what messages call the file
     * @throws Refusal as {@link NpyHeader#read}, or if the array takes more than {@link #MOST_BYTES}
     */
    public static NpyArray read(InputStream in, long size, String name) throws IOException {
        NpyHeader header = NpyHeader.read(in, size, name);
        if (header.bytes() > MOST_BYTES) {
            throw large(header, name);
        }
        byte[] data = in.readNBytes((int) header.bytes());
        if (data.length < header.bytes()) {
            throw NpyHeader.cut(name);
        }
        return new NpyArray(header, data);
    }

    static Refusal large(NpyHeader header, String name) {
        return new Refusal(name + " is too large to be read whole: " + header.sizes() + " numbers. Save a part of it.");
    }

    /** Writes a matrix as float64 in C order; the stream stays open. */
    public static void write(OutputStream out, Grid grid) throws IOException {
        out.write(header(grid.rows() + ", " + grid.cols(), grid.rows()));
        double[] row = new double[grid.cols()];
        for (int i = 0; i < grid.rows(); i++) {
            for (int j = 0; j < row.length; j++) {
                row[j] = grid.at(i, j);
            }
            out.write(bytes(row));
        }
    }

    private static byte[] bytes(double[] numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(Double.BYTES, numbers.length))
                .order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(numbers);
        return bytes.array();
    }

    private static byte[] header(String shape, int growing) {
        String told = "{'descr': '<f8', 'fortran_order': False, 'shape': (" + shape + "), }"
                + " ".repeat(GROWING_DIGITS - Integer.toString(growing).length());
        int before = NpyHeader.MAGIC.length() + 4 + told.length() + 1;
        String padded = told + " ".repeat(ALIGNED - before % ALIGNED) + "\n";
        return ByteBuffer.allocate(NpyHeader.MAGIC.length() + 4 + padded.length())
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(NpyHeader.MAGIC.getBytes(StandardCharsets.ISO_8859_1))
                .put((byte) 1)
                .put((byte) 0)
                .putShort((short) padded.length())
                .put(padded.getBytes(StandardCharsets.ISO_8859_1))
                .array();
    }
}
