package app.regard.ui.kit;

import app.regard.file.ErrorLog;
import app.regard.trace.Refusal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/** The handler of whatever nobody expected, in any thread: a notice for the reader, the stack in a log; the window lives. */
public final class ErrorHandler implements Thread.UncaughtExceptionHandler {
    /** An error that comes again sooner than this is the same one still going on, as in every frame. */
    private static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final int FRAMES = 6;
    private static final int MOST_KINDS = 100;

    /** The kind of an error, which makes two the same: not what they say, for that may hold a number that changes. */
    private record Kind(
            String name,
            List<StackTraceElement> frames,
            @Nullable Kind cause) {
        static Kind of(Throwable error, int depth) {
            StackTraceElement[] stack = error.getStackTrace();
            Throwable cause = error.getCause();
            return new Kind(
                    error.getClass().getName(),
                    Arrays.asList(stack).subList(0, Math.min(FRAMES, stack.length)),
                    cause == null || depth == 0 ? null : of(cause, depth - 1));
        }
    }

    private static final class Seen {
        private long times;
        private long lastAt;
    }

    private final ErrorLog log;
    private final Executor writing;
    private final Consumer<Notice> say;
    private final LongSupplier nanos;
    private final Map<Kind, Seen> kinds = new LinkedHashMap<>();

    /**
     * A handler that is not installed yet.
     *
     * @param writing runs what writes the log
     * @param say is given the notice, on the window's thread
     */
    public ErrorHandler(ErrorLog log, Executor writing, Consumer<Notice> say, LongSupplier nanos) {
        this.log = log;
        this.writing = writing;
        this.say = say;
        this.nanos = nanos;
    }

    /** Handles from now on what no thread catches. */
    public void install() {
        Thread.setDefaultUncaughtExceptionHandler(this);
    }

    /** The notice for any such error. */
    public static String words() {
        return "Something went wrong that Regard did not foresee. Undo (Ctrl+Z) or choose another example, and go on. "
                + "Please report it with the file “" + ErrorLog.place() + "”.";
    }

    @Override
    public void uncaughtException(Thread thread, Throwable error) {
        long times = count(error);
        if (times == 0) {
            return;
        }
        if (error instanceof Refusal) { // foreseen, but by nobody who could say it
            notice(Objects.requireNonNullElse(error.getMessage(), words()));
            return;
        }
        notice(words());
        writing.execute(() -> {
            try {
                if (times == 1) {
                    log.add(thread.getName(), error);
                } else {
                    log.addRepeat(error, times);
                }
            } catch (Refusal refusal) {
                notice("Something went wrong that Regard did not foresee, and it could not be logged: "
                        + refusal.getMessage() + " Undo (Ctrl+Z) or choose another example, and go on.");
            }
        });
    }

    /** How often such an error was seen, or 0 while it only goes on. */
    private synchronized long count(Throwable error) {
        long now = nanos.getAsLong();
        if (kinds.size() > MOST_KINDS) {
            kinds.remove(kinds.keySet().iterator().next());
        }
        Seen seen = kinds.computeIfAbsent(Kind.of(error, 3), kind -> new Seen());
        boolean goesOn = seen.times > 0 && now - seen.lastAt < QUIET_NANOS;
        seen.times++;
        seen.lastAt = now;
        return goesOn ? 0 : seen.times;
    }

    private void notice(String text) {
        Platform.runLater(() -> say.accept(new Notice(Notice.Kind.PROBLEM, text)));
    }
}
