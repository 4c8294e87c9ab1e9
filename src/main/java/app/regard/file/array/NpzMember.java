package app.regard.file.array;

import app.regard.trace.Refusal;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * An array in a .npz file, of which any part can be read. The first reading goes through all of it, for a zip has one
 * checksum for each member; later ones jump to their place, or, where it is compressed, go on unpacking where the one before
 * ended, so that all heads in a row cost one more pass.
 */
public final class NpzMember {
    private final Path file;
    private final String name;
    private boolean checked;
    private @Nullable InputStream unpacking;
    private long unpacked;

    public NpzMember(Path file, String name) {
        this.file = file;
        this.name = name;
    }

    /** What stands before its numbers. */
    NpyHeader header() {
        try (ZipFile zip = Npz.open(file)) {
            ZipEntry entry = Npz.entry(zip, name, file);
            try (InputStream in = zip.getInputStream(entry)) {
                return NpyHeader.read(in, Npz.size(zip, entry, file), Npz.inside(name, file));
            }
        } catch (IOException e) {
            throw Npz.unreadable(file, e);
        }
    }

    /**
     * Reads bytes.
     *
     * @param from where they begin in the array's own .npy
     * @param length how many; the caller has seen in the header that there are as many
     * @throws Refusal if they cannot be read, or the member is not what its checksum says
     */
    public synchronized byte[] read(long from, int length) {
        byte[] part = new byte[length];
        try {
            if (unpacking == null || from < unpacked) {
                begin(from, part);
            } else {
                go(unpacking, from, part);
            }
            return part;
        } catch (IOException e) {
            end();
            throw Npz.unreadable(file, e);
        }
    }

    /** Reads from the member's beginning; one that is compressed stays open for what follows. */
    private void begin(long from, byte[] part) throws IOException {
        end();
        ZipFile zip = Npz.open(file);
        boolean stays = false;
        try {
            ZipEntry entry = Npz.entry(zip, name, file);
            long size = Npz.size(zip, entry, file);
            if (from < 0 || from > size - part.length) {
                throw NpyHeader.cut(Npz.inside(name, file));
            }
            if (!checked) {
                try (InputStream in = zip.getInputStream(entry)) {
                    check(in, entry.getCrc(), size, part, from);
                    checked = true;
                }
                return;
            }
            InputStream in = new Unpacking(zip, zip.getInputStream(entry));
            unpacked = 0;
            stays = entry.getMethod() != ZipEntry.STORED;
            unpacking = stays ? in : null;
            go(in, from, part);
        } finally {
            if (!stays) {
                zip.close();
            }
        }
    }

    private void go(InputStream in, long from, byte[] part) throws IOException {
        in.skipNBytes(from - unpacked);
        if (in.readNBytes(part, 0, part.length) < part.length) {
            throw NpyHeader.cut(Npz.inside(name, file));
        }
        unpacked = from + part.length;
    }

    private void end() {
        if (unpacking != null) {
            try {
                unpacking.close();
            } catch (IOException e) {
                throw Npz.unreadable(file, e);
            } finally {
                unpacking = null;
            }
        }
    }

    /** A member that is open together with its archive. */
    private static final class Unpacking extends FilterInputStream {
        private final ZipFile zip;

        Unpacking(ZipFile zip, InputStream in) {
            super(in);
            this.zip = zip;
        }

        @Override
        public void close() throws IOException {
            zip.close();
        }
    }

    /** Reads all bytes, never more than the member is said to have, and keeps those that are wanted. */
    private void check(InputStream in, long crc, long size, byte[] part, long from) throws IOException {
        CRC32 sum = new CRC32();
        byte[] buffer = new byte[1 << 16];
        long at = 0;
        while (at <= size) {
            boolean wanted = at >= from && at < from + part.length;
            byte[] to = wanted ? part : buffer;
            int place = wanted ? (int) (at - from) : 0;
            long most = at < from ? from - at : Long.MAX_VALUE;
            int read = in.read(to, place, (int) Math.min(Math.min(to.length - place, buffer.length), most));
            if (read < 0) {
                break;
            }
            sum.update(to, place, read);
            at += read;
        }
        if (at != size || sum.getValue() != crc) {
            throw new Refusal(Npz.inside(name, file) + " is damaged: its bytes do not give the checksum that was saved "
                    + "with them. Save it again with numpy.savez.");
        }
    }
}
