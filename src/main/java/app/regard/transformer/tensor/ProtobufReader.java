package app.regard.transformer.tensor;

import app.regard.trace.Progress;
import app.regard.trace.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/**
 * A reader of the wire format of protocol buffers from a stream, in order and without keeping it. Every length is held
 * against the message around it before anything is done with it, so no number in a file can ask for memory.
 */
final class ProtobufReader {
    static final int VARINT = 0;
    static final int BYTES = 2;

    /** No name in a model's file comes near this. */
    private static final int LONGEST_NAME = 4096;

    private final InputStream in;
    private final Progress progress;
    private final long size;
    private final Function<String, Refusal> damaged;
    private final byte[] buffer = new byte[1 << 18];
    private final ByteBuffer view = ByteBuffer.wrap(buffer).order(ByteOrder.LITTLE_ENDIAN);
    private int at;
    private int filled;
    private long passed; // bytes that were in the buffer before the ones that are in it now

    /**
     * Makes it.
     *
     * @param size how long the stream is, in bytes
     * @param damaged what is said of bytes that cannot be
     */
    ProtobufReader(InputStream in, long size, Progress progress, Function<String, Refusal> damaged) {
        this.in = in;
        this.size = size;
        this.progress = progress;
        this.damaged = damaged;
    }

    /** How many bytes have been read. */
    long position() {
        return passed + at;
    }

    /** A number of up to 64 bits; above 2^63 it is negative. */
    long varint(long end) throws IOException {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (position() >= end) {
                throw damaged.apply("a number runs over the end of what holds it");
            }
            need(1);
            byte b = buffer[at++];
            value |= (b & 0x7FL) << shift;
            if (b >= 0) {
                return value;
            }
        }
        throw damaged.apply("a number has more than 64 bits");
    }

    /** The length that stands here, as the place where what follows ends: never beyond {@code end}. */
    long inner(long end) throws IOException {
        long length = varint(end);
        if (length < 0 || length > end - position()) {
            throw damaged.apply("a part claims " + Long.toUnsignedString(length) + " bytes where " + (end - position())
                    + " are left");
        }
        return position() + length;
    }

    /** Leaves out a field of the given key. */
    void skip(int key, long end) throws IOException {
        switch (key & 7) {
            case VARINT -> varint(end);
            case 1 -> skipTo(position() + 8, end);
            case BYTES -> skipTo(inner(end), end);
            case 5 -> skipTo(position() + 4, end);
            default -> throw damaged.apply("a field is of the unknown kind " + (key & 7));
        }
    }

    /** The key of the next field: its number times 8 and its kind. */
    int key(long end) throws IOException {
        long key = varint(end);
        if (key < 8 || key > Integer.MAX_VALUE) {
            throw damaged.apply("a field has the impossible number " + Long.toUnsignedString(key >>> 3));
        }
        return (int) key;
    }

    String name(long end) throws IOException {
        long stop = inner(end);
        int length = (int) Math.min(stop - position(), LONGEST_NAME + 1L);
        if (length > LONGEST_NAME) {
            throw damaged.apply("a name is longer than " + LONGEST_NAME + " bytes");
        }
        need(length);
        at += length;
        return new String(buffer, at - length, length, StandardCharsets.UTF_8);
    }

    /** Fills a row with 32-bit floats, least significant byte first. */
    void floats(float[] row) throws IOException {
        for (int done = 0; done < row.length; ) {
            need(4);
            int some = Math.min((filled - at) / 4, row.length - done);
            view.position(at);
            view.asFloatBuffer().get(row, done, some);
            at += 4 * some;
            done += some;
        }
    }

    /** Leaves out what comes before a place. */
    void skipTo(long to, long end) throws IOException {
        if (to > end) {
            throw damaged.apply("a field runs over the end of what holds it");
        }
        while (position() < to) {
            need(1);
            at += (int) Math.min(filled - at, to - position());
        }
    }

    /** Sees to it that so many bytes, at most a buffer of them, lie ahead. */
    private void need(int bytes) throws IOException {
        if (filled - at >= bytes) {
            return;
        }
        progress.check();
        System.arraycopy(buffer, at, buffer, 0, filled - at);
        passed += at;
        filled -= at;
        at = 0;
        while (filled < bytes) {
            int more = in.read(buffer, filled, buffer.length - filled);
            if (more < 0) {
                throw damaged.apply("it ends after " + (passed + filled) + " of " + size + " bytes");
            }
            filled += more;
        }
        progress.at(Math.min(1, (double) (passed + filled) / size));
    }
}
