package app.regard.ui.kit;

import app.regard.trace.Refusal;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The system's file manager, which shows where a file lies. */
final class FileManager {
    /** One that has not failed by then is open: some go on as long as their window does. */
    private static final long PATIENCE_SECONDS = 10;

    private FileManager() {}

    /**
     * The command that shows a file in its folder.
     *
     * @param system the operating system's name
     * @param environment its variables
     * @return nothing where there is no file manager, or no display to show it on
     */
    static Optional<List<String>> command(String system, Map<String, String> environment, Path file) {
        Path whole = file.toAbsolutePath();
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return Optional.of(List.of("explorer.exe", "/select," + whole));
        }
        if (name.startsWith("mac")) {
            return Optional.of(List.of("open", "-R", whole.toString()));
        }
        boolean display = environment.containsKey("DISPLAY") || environment.containsKey("WAYLAND_DISPLAY");
        return Stream.of(environment.getOrDefault("PATH", "").split(":"))
                .filter(folder -> display && !folder.isEmpty())
                .map(folder -> new File(folder, "xdg-open").toPath())
                .filter(Files::isExecutable)
                .findFirst()
                .map(open -> List.of(open.toString(), String.valueOf(whole.getParent())));
    }

    /**
     * Runs the command and waits until the file manager is there.
     *
     * @throws Refusal if it does not open
     */
    static void open(List<String> command, Path file) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            // Windows’ own ends with 1 when all went well
            if (ended && process.exitValue() != 0 && !command.get(0).endsWith(".exe")) {
                throw refusal(file);
            }
        } catch (IOException e) {
            throw refusal(file);
        } catch (InterruptedException e) {
            throw new CancellationException();
        }
    }

    private static Refusal refusal(Path file) {
        return new Refusal("No file manager could be opened; the file is “" + file.toAbsolutePath() + "”.");
    }
}
