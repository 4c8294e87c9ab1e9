package app.regard.file;

import app.regard.trace.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A file that can be read to its end without waiting for somebody to write it. */
public final class PlainFile {
    /** What the note begins with that Git LFS keeps in the place of a large file until that is fetched. */
    private static final byte[] POINTER = "version https://git-lfs".getBytes(StandardCharsets.UTF_8);

    private PlainFile() {}

    /**
     * Refuses pipes, devices and sockets, on which a reader may wait for ever; what is missing is for the reader to say.
     *
     * @return the same file
     */
    public static Path require(Path file) {
        if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
            throw new Refusal(WholeFile.name(file)
                    + " is a pipe or a device, not a file on a disk. Save what it holds as a file.");
        }
        return file;
    }

    /**
     * Refuses, besides, what a copy of a repository holds instead of a large file that was not fetched.
     *
     * @return the same file
     */
    public static Path content(Path file) {
        if (Files.isRegularFile(require(file))) {
            try (InputStream in = Files.newInputStream(file)) {
                if (Arrays.equals(in.readNBytes(POINTER.length), POINTER)) {
                    throw new Refusal(WholeFile.name(file) + " is only the note that Git LFS keeps in its place. Fetch "
                            + "the file itself, as “git lfs pull” does.");
                }
            } catch (IOException e) {
                return file; // whoever reads it says why it cannot be read
            }
        }
        return file;
    }
}
