package app.regard;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.text.Printable;
import app.regard.trace.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What fuzz tests share: a parser may answer, or refuse in one line; any other exception is a finding. */
public final class Fuzzed {
    private Fuzzed() {}

    /** How long one target is fuzzed where that is asked for. */
    public static final String DURATION = "1m";

    private static final int LONGEST_MESSAGE = 2000;

    private static final Path FOLDER = folder();

    /** A parser. */
    @FunctionalInterface
    public interface Parser {
        Object read() throws IOException;
    }

    /** A parser of files. */
    @FunctionalInterface
    public interface FileParser {
        Object read(Path file) throws IOException;
    }

    /** Reads, and looks at how it is refused. */
    public static void read(Parser parser) {
        try {
            assertThat(parser.read()).isNotNull();
        } catch (Refusal e) {
            assertThat(e.getMessage())
                    .isNotBlank()
                    .hasSizeLessThan(LONGEST_MESSAGE)
                    .doesNotContain("could not be read: null");
            assertThat(String.valueOf(e.getMessage()).codePoints()).allMatch(Printable::is);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same of a file that holds these bytes. */
    public static void file(byte[] bytes, String name, FileParser parser) {
        Path file = FOLDER.resolve(name);
        try {
            Files.write(file, bytes);
            read(() -> parser.read(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        try {
            Path memory = Path.of("/dev/shm"); // a file for each of millions of tries should touch no disk
            Path made = Files.isWritable(memory)
                    ? Files.createTempDirectory(memory, "regard-fuzz")
                    : Files.createTempDirectory("regard-fuzz");
            made.toFile().deleteOnExit();
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
