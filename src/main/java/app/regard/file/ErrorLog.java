package app.regard.file;

import app.regard.trace.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;

/** The log of unexpected errors: a file of bounded size with one predecessor. */
public final class ErrorLog {
    /** A log that would become longer than this is set aside; the one set aside before it goes. */
    public static final int MOST_BYTES = 256 << 10;

    private static final int MOST_FRAMES = 60;
    private static final int MOST_CAUSES = 8;
    private static final int MOST_MESSAGE = 500;
    private static final List<String> ABOUT = List.of("java.version", "os.name", "os.arch", "javafx.version");

    private final Path file;

    /** @param file where it lies; its folder is made where it is missing */
    public ErrorLog(Path file) {
        this.file = file;
    }

    /** Where the window's log lies. */
    public static Path place() {
        return Saved.place().resolve("regard.log");
    }

    /** The log before this one. */
    public Path predecessor() {
        return file.resolveSibling("before-" + file.getFileName());
    }

    /**
     * Adds an error with its stack and causes.
     *
     * @param thread the name of the thread in which it was thrown
     * @throws Refusal if the log cannot be written
     */
    public void add(String thread, Throwable error) {
        StringBuilder text = new StringBuilder()
                .append(Instant.now())
                .append(" in ")
                .append(plain(thread))
                .append('\n');
        ABOUT.forEach(name -> text.append(name)
                .append(' ')
                .append(plain(System.getProperty(name, "unknown")))
                .append("; "));
        text.append('\n');
        Throwable at = error;
        for (int i = 0; at != null && i < MOST_CAUSES; i++, at = at.getCause()) {
            stack(text, i == 0 ? "" : "caused by ", at);
        }
        append(text.append('\n').toString());
    }

    /** Adds a line that an error came again. */
    public void addRepeat(Throwable error, long times) {
        append(Instant.now() + " again, " + times + " times by now: "
                + error.getClass().getName() + "\n");
    }

    private static void stack(StringBuilder text, String how, Throwable error) {
        text.append(how).append(error.getClass().getName());
        if (error.getMessage() != null) {
            text.append(": ").append(plain(error.getMessage()));
        }
        text.append('\n');
        StackTraceElement[] frames = error.getStackTrace();
        for (int i = 0; i < Math.min(frames.length, MOST_FRAMES); i++) {
            text.append("    at ").append(frames[i]).append('\n');
        }
        if (frames.length > MOST_FRAMES) {
            text.append("    … ").append(frames.length - MOST_FRAMES).append(" more\n");
        }
    }

    /** A message on one line: it may hold anything. */
    private static String plain(String message) {
        String cut = message.length() > MOST_MESSAGE ? message.substring(0, MOST_MESSAGE) + "…" : message;
        return cut.codePoints()
                .map(c -> Character.isISOControl(c)
                                || Character.getType(c) == Character.FORMAT
                                || c == '\u2028'
                                || c == '\u2029'
                        ? ' '
                        : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private synchronized void append(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            if (Files.exists(file)) {
                PlainFile.require(file);
                if (Files.size(file) + bytes.length > MOST_BYTES) {
                    Files.move(file, predecessor(), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            Refusal refusal = new Refusal("The log “" + file + "” could not be written.");
            refusal.initCause(e);
            throw refusal;
        }
    }
}
