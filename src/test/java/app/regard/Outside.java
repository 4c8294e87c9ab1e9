package app.regard;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Programs of others that tests run. Where CI is set, as .ci/run does after it has installed them, a missing one fails
 * the test; elsewhere the test is not run, and says so.
 */
public final class Outside {
    private Outside() {}

    /** What a program wrote, standard output and standard error apart. */
    public record Result(int exit, String out, String err) {}

    /** Python 3 with NumPy. */
    public static Path python() {
        return found("python3")
                .filter(python -> run(List.of(python.toString(), "-c", "import numpy"), Path.of("."), Map.of())
                                .exit()
                        == 0)
                .orElseGet(() -> missing("python3 with numpy", "python3-numpy"));
    }

    /** A browser that runs without a window. */
    public static Path browser() {
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> found(name).stream())
                .findFirst()
                .orElseGet(() -> missing("chromium", "chromium"));
    }

    /** LaTeX with PGFPlots. */
    public static Path latex() {
        return found("pdflatex")
                .filter(latex -> found("kpsewhich").isPresent()
                        && run(List.of("kpsewhich", "pgfplots.sty"), Path.of("."), Map.of())
                                        .exit()
                                == 0)
                .orElseGet(() -> missing("pdflatex with pgfplots", "texlive-pictures"));
    }

    /**
     * The libraries of the system that JavaFX lays its text out with, also where it draws without a display. A machine with a
     * JDK and a font need not have Pango.
     */
    public static void textLayout() {
        if (!TEXT_LAYOUT) {
            missing("Pango, with which JavaFX lays text out in windows,", "libpangoft2-1.0-0");
        }
    }

    /** Tried once: what cannot be loaded the first time cannot be asked for again. */
    private static final boolean TEXT_LAYOUT = loads("com.sun.javafx.font.freetype.OSPango");

    /** Whether a class that loads a native library when it is first used can do so; JavaFX would print where it failed. */
    private static boolean loads(String name) {
        if (!System.getProperty("os.name").equals("Linux")) {
            return true;
        }
        PrintStream err = System.err;
        System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        try {
            Class.forName(name);
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        } finally {
            System.setErr(err);
        }
    }

    /** The Java that runs the tests. */
    public static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /** Runs a program in a folder to its end, at most two minutes, with some variables added to its environment. */
    public static Result run(List<String> command, Path folder, Map<String, String> environment) {
        try {
            Path out = Files.createTempFile("outside", ".out");
            Path err = Files.createTempFile("outside", ".err");
            ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command))
                    .directory(folder.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                fail(command + " did not end");
            }
            Result result = new Result(
                    process.exitValue(),
                    Files.readString(out, StandardCharsets.UTF_8),
                    Files.readString(err, StandardCharsets.UTF_8));
            Files.delete(out);
            Files.delete(err);
            return result;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("could not run " + command, e);
        }
    }

    private static Optional<Path> found(String name) {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Path missing(String what, String debianPackage) {
        if (System.getenv("CI") != null) {
            return fail(what + " is not installed, and CI is set: install the Debian package " + debianPackage
                    + ", as .ci/run does");
        }
        return leftOut(what + " is not installed");
    }

    /** Leaves a test out where it has nothing to try, and says so in the output, which a mere assumption does not. */
    public static void only(boolean where, String otherwise) {
        if (!where) {
            leftOut(otherwise);
        }
    }

    private static Path leftOut(String why) {
        String notRun = "not run: " + why;
        System.out.println(notRun);
        return Assumptions.abort(notRun);
    }
}
