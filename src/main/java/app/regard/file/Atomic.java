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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.UUID;
import java.util.concurrent.CancellationException;

/**
 * Writes files so that there is always a whole one: beside the target, flushed to the disk, then moved into place. A
 * process that dies while writing leaves the earlier file as it was.
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
        refuseExisting(target, replace);
        Path place = followed(target);
        Path folder = folder(place);
        if (!Files.isDirectory(folder)) {
            throw new Refusal("There is no folder “" + folder + "”. Make it first, or choose another place.");
        }
        if (exists && !Files.isWritable(place)) {
            throw new Refusal("“" + target + "” is write-protected. Choose another name.");
        }
        Path beside = folder.resolve(".regard-" + UUID.randomUUID() + ".tmp");
        try {
            try {
                fill(beside, body);
                keepPermissions(place, beside);
                refuseExisting(target, replace);
                move(beside, place);
            } finally {
                Files.deleteIfExists(beside);
            }
            settle(folder);
        } catch (IOException e) {
            throw failed(target, e);
        }
    }

    private static void refuseExisting(Path target, boolean replace) {
        if (!replace && Files.exists(target)) {
            throw new Refusal(
                    "“" + target + "” exists already. Choose another name, or say that it may be replaced (--force).");
        }
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

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Makes the move itself outlive a power cut, where the system lets a folder be flushed. */
    private static void settle(Path folder) {
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
