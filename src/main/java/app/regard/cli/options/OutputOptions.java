package app.regard.cli.options;

import app.regard.file.Atomic;
import app.regard.trace.Refusal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The options for where a result goes: a file, which is replaced only if that is said, or standard output. */
public final class OutputOptions {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to; “-” is standard output, which is usual.",
            defaultValue = "-")
    private Path file;

    @Option(names = "--force", description = "Replaces the file if it exists.")
    private boolean force;

    public boolean standard() {
        return file.toString().equals("-");
    }

    public Path file() {
        return file;
    }

    public boolean force() {
        return force;
    }

    public void write(Atomic.Body body) throws IOException {
        if (standard()) {
            body.to(System.out);
            System.out.flush();
        } else {
            Atomic.write(file, force, body);
        }
    }

    /** Writes lines for readers: to a terminal by its writer, which lets nothing through that a terminal would obey. */
    public void text(String lines, PrintWriter terminal) throws IOException {
        if (standard()) {
            terminal.print(lines);
            terminal.flush();
        } else {
            byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
            write(to -> to.write(bytes));
        }
    }

    /** Refuses a name that would promise another format than the one there is. */
    public static void requireEnding(Path file, String... endings) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (Stream.of(endings).noneMatch(name::endsWith)) {
            throw new Refusal(
                    "“" + file + "” would not say what it is: end it in " + String.join(" or ", endings) + ".");
        }
    }
}
