package app.regard.file.array;

import app.regard.file.WholeFile;
import app.regard.trace.Refusal;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The marks by which a file is known again after it was opened. Time alone does not do: two writes can fall into one tick of
 * the clock, and a copy can bring its time along. So the file's ends count too, where every format that is read in parts
 * says what the file holds: a header in front, or the directory of a zip, with a checksum of each member, at the end.
 *
 * @param size how many bytes there are
 * @param modified when it was written last
 * @param key what tells it from another file of the same name, where the system has such a thing
 * @param ends a checksum of its first and last bytes
 */
public record Fingerprint(
        long size, FileTime modified, @Nullable Object key, long ends) {
    /** The longest header of a .npy file, the directory of a thousand arrays. */
    private static final int END = 1 << 17;

    /** A reading out of a file. */
    @FunctionalInterface
    public interface Reading<T> {
        T read() throws IOException;
    }

    /** A file's marks as they are now. */
    public static Fingerprint of(Path file) throws IOException {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        CRC32 ends = new CRC32();
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(END, now.size()));
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            add(channel, bytes, ends);
            channel.position(Math.max(0, now.size() - END));
            add(channel, bytes.clear(), ends);
        }
        return new Fingerprint(now.size(), now.lastModifiedTime(), now.fileKey(), ends.getValue());
    }

    /** Its marks as text, without those that a copy does not have. */
    public String text() {
        return size + "-" + Long.toHexString(ends);
    }

    private static void add(SeekableByteChannel from, ByteBuffer bytes, CRC32 to) throws IOException {
        int read = 0;
        while (bytes.hasRemaining() && read >= 0) {
            read = from.read(bytes);
        }
        to.update(bytes.flip());
    }

    /**
     * Reads something of the file that bore these marks, and looks before and after whether it still does.
     *
     * @throws Refusal if it does not
     */
    public <T> T during(Path file, Reading<T> reading) throws IOException {
        check(file);
        T read;
        try {
            read = reading.read();
        } catch (IOException | Refusal e) {
            check(file);
            throw e;
        }
        check(file);
        return read;
    }

    /**
     * Bytes from the middle of the file that bore these marks.
     *
     * @throws Refusal if it changed
     */
    public ByteBuffer part(Path file, long from, int length, ByteOrder order) {
        try {
            return during(file, () -> {
                ByteBuffer bytes = ByteBuffer.allocate(length).order(order);
                try (SeekableByteChannel channel = Files.newByteChannel(file)) {
                    channel.position(from);
                    while (bytes.hasRemaining()) {
                        if (channel.read(bytes) < 0) {
                            throw new EOFException();
                        }
                    }
                }
                return bytes.flip();
            });
        } catch (IOException e) {
            throw WholeFile.unreadable(file, e);
        }
    }

    private void check(Path file) throws IOException {
        if (!of(file).equals(this)) {
            throw new Refusal(WholeFile.name(file) + " has changed since it was opened: open it again.");
        }
    }
}
