package app.regard.file;

import app.regard.trace.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that can be read to its end without waiting for somebody to write it. */
public final class PlainFile {
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
}
