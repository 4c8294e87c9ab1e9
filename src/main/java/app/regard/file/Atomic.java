package app.regard.file;

import app.regard.trace.Refusal;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.concurrent.CancellationException;

/**
 * The way files are written, so that there is always a whole one: beside the target, flushed to the disk, then moved into
 * place. A
 * process that dies while writing leaves the earlier file as it was, and a temporary one that a later run takes away.
 */
public final class Atomic {
    private Atomic() {}

    /** What is written. */
    @FunctionalInterface
    public interface Body {
        /** Writes everything; whatever is thrown here leaves the target untouched. */
        void to(OutputStream out) throws IOException;
    }

    /** More links than this, each leading to the next, are a ring. */
    private static final int MOST_LINKS = 40;

    /**
     * Writes a file. Links are followed, and a file that is replaced keeps its permissions. What is not a plain file, as
     * {@code /dev/null}, is written to as it is.
     *
     * @param replace whether a file that exists may be replaced
     * @throws Refusal if the target exists and may not be replaced, its folder is missing, or the disk refuses
     * @throws CancellationException if the thread was interrupted; the target is untouched
     */
    public static void write(Path target, boolean replace, Body body) {
        if (Files.isDirectory(target)) {
            throw new Refusal("“" + target + "” is a folder. Give the name of a file in it.");
        }
        boolean exists = Files.exists(target);
        if (exists && !Files.isRegularFile(target)) {
            stream(target, body);
            return;
        }
        if (exists && !replace) {
            throw existing(target);
        }
        Path place = followed(target);
        Path folder = folder(place);
        if (!Files.isDirectory(folder)) {
            throw new Refusal("There is no folder “" + folder + "”. Make it first, or choose another place.");
        }
        if (exists && !Files.isWritable(place)) {
            throw new Refusal("“" + target + "” is write-protected. Choose another name.");
        }
        Path beside = Leftovers.name(folder);
        try {
            try {
                fill(beside, body);
                if (replace) {
                    keepPermissions(place, beside);
                    move(beside, place);
                } else if (!create(beside, place, Files::createLink)) {
                    throw existing(target);
                }
            } finally {
                Files.deleteIfExists(beside);
            }
            flush(folder);
            Leftovers.deleteUnclaimed(folder);
        } catch (IOException e) {
            throw failed(target, e);
        }
    }

    private static Refusal existing(Path target) {
        return new Refusal(
                "“" + target + "” exists already. Choose another name, or say that it may be replaced (--force).");
    }

    private static void stream(Path device, Body body) {
        try (OutputStream out = Files.newOutputStream(device, StandardOpenOption.WRITE)) {
            body.to(out);
        } catch (IOException e) {
            throw failed(device, e);
        }
    }

    private static void fill(Path file, Body body) throws IOException {
        file.toFile().deleteOnExit(); // Ctrl+C in a terminal ends the program without a word to anybody
        // A channel, because writing to it ends at once when the thread is interrupted.
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            Leftovers.claim(channel);
            OutputStream out = new KeptOpen(Channels.newOutputStream(channel));
            body.to(out);
            out.flush();
            channel.force(true);
        }
    }

    private static void keepPermissions(Path from, Path to) throws IOException {
        PosixFileAttributeView theirs = Files.getFileAttributeView(from, PosixFileAttributeView.class);
        PosixFileAttributeView ours = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (Files.exists(from) && theirs != null && ours != null) {
            ours.setPermissions(theirs.readAttributes().permissions());
        }
    }

    /** Makes {@code link} a second name of a file. */
    @FunctionalInterface
    interface Linking {
        Path link(Path link, Path existing) throws IOException;
    }

    /**
     * Gives a whole file its place if nothing stands there, however many try to at the same moment.
     *
     * @return whether it did
     */
    static boolean create(Path from, Path to, Linking linking) throws IOException {
        try {
            linking.link(to, from); // the one step that both puts the whole file there and fails where one is
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (IOException | UnsupportedOperationException e) {
            return reserve(from, to); // FAT, and some folders on a network, know no links
        }
    }

    /** The same in two steps: who creates the name may replace what stands there, and for a moment it is empty. */
    private static boolean reserve(Path from, Path to) throws IOException {
        try {
            Files.createFile(to);
        } catch (FileAlreadyExistsException e) {
            return false;
        }
        try {
            move(from, to);
            return true;
        } catch (IOException e) {
            Files.deleteIfExists(to);
            throw e;
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Makes the move itself outlive a power cut, where the system lets a folder be flushed. */
    private static void flush(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows cannot open folders; the file itself is on the disk.
        }
    }

    /** The file that a chain of links leads to, whether or not it exists yet. */
    private static Path followed(Path target) {
        Path at = target;
        try {
            for (int i = 0; Files.isSymbolicLink(at); i++) {
                if (i == MOST_LINKS) {
                    throw new Refusal("The links from “" + target + "” lead round in a ring. Choose another name.");
                }
                at = folder(at).resolve(Files.readSymbolicLink(at));
            }
        } catch (IOException e) {
            throw failed(target, e);
        }
        return at;
    }

    private static Path folder(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }

    private static RuntimeException failed(Path target, IOException e) {
        RuntimeException told;
        if (e instanceof ClosedByInterruptException || e instanceof InterruptedIOException) {
            told = new CancellationException("writing “" + target + "” was cancelled");
        } else {
            String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            told = new Refusal("“" + target + "” could not be written: " + why + ". Choose another place.");
        }
        told.initCause(e);
        return told;
    }

    /** Closing it only flushes: the channel below still has to be forced to the disk. */
    private static final class KeptOpen extends BufferedOutputStream {
        KeptOpen(OutputStream out) {
            super(out, 1 << 16);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
