package app.regard.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the program as a process of its own, without a display. */
public record Run(int code, String out, String err) {
    private static final List<String> DISPLAYS = List.of("DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY");

    /** Runs a command in a folder. */
    public static Run of(Path folder, String... args) throws IOException, InterruptedException {
        return with(List.of(), folder, args);
    }

    /** The same, with options for Java itself. */
    public static Run with(List<String> java, Path folder, String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-Dfile.encoding=UTF-8",
                "-Dsun.jnu.encoding=UTF-8",
                "-Dslf4j.internal.verbosity=ERROR", // a library of the tests talks on the same class path
                "-Dregard.home=" + folder.resolve("home"),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "app.regard.Regard"));
        command.addAll(1, java);
        command.addAll(List.of(args));
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        DISPLAYS.forEach(builder.environment()::remove);
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("it did not end: " + command);
        }
        Run run = new Run(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
        Files.delete(out);
        Files.delete(err);
        return run;
    }

    /** What was said of a failure, one line. */
    public List<String> problem() {
        return err.lines().toList();
    }
}
