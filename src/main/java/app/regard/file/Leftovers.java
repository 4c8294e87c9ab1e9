package app.regard.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Temporary files whose writer ended before they were whole: a run that is killed cannot take its own away. A living writer
 * holds a lock on its file, which the system takes back however a process ends, and on every machine that shares the folder.
 */
final class Leftovers {
    /**
     * What was written to within this time stays. It covers the moments around the lock, and shared folders where a lock is
     * not seen from the other machine: whoever writes there writes more often than this.
     */
    static final Duration YOUNG = Duration.ofHours(1);

    private static final String PREFIX = ".regard-";
    private static final String SUFFIX = ".tmp";

    /** This run's own files are left alone: closing another channel to one would lose its lock on some systems. */
    private static final String RUN = PREFIX + UUID.randomUUID() + "-";

    private Leftovers() {}

    /** A name in a folder for a file that is being written. */
    static Path name(Path folder) {
        return folder.resolve(RUN + UUID.randomUUID() + SUFFIX);
    }

    /** Shows others that the writer of a file lives, for as long as the channel is open; without locks, only its age does. */
    static void claim(FileChannel channel) {
        try {
            channel.tryLock();
        } catch (IOException | UnsupportedOperationException e) {
            // The file is swept by nobody as long as it is young.
        }
    }

    /** Takes away what dead writers left in a folder. What cannot be seen or opened stays: it may be somebody else's. */
    static void deleteUnclaimed(Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
            for (Path file : files) {
                if (!file.getFileName().toString().startsWith(RUN) && old(file)) {
                    deleteUnlessClaimed(file);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // A folder that may be written to but not listed.
        }
    }

    private static boolean old(Path file) throws IOException {
        FileTime written = Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS);
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && written.toInstant().isBefore(Instant.now().minus(YOUNG));
    }

    private static void deleteUnlessClaimed(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
                FileLock lock = channel.tryLock()) {
            if (lock != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UnsupportedOperationException e) {
            // Not ours to open, or no locks here.
        }
    }
}
