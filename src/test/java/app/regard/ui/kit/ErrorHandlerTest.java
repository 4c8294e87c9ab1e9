package app.regard.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.Fifo;
import app.regard.file.ErrorLog;
import app.regard.trace.Refusal;
import app.regard.ui.WithoutWindow;
import app.regard.ui.app.WindowTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nobody expected is said once and logged once, however often it comes, and the log stays small. */
class ErrorHandlerTest extends WithoutWindow {
    @TempDir
    private Path folder;

    private final AtomicLong nanos = new AtomicLong();
    private final List<Notice> said = new CopyOnWriteArrayList<>();

    private Path file() {
        return folder.resolve("regard/regard.log");
    }

    private ErrorHandler handler(Path log) {
        return new ErrorHandler(new ErrorLog(log), Runnable::run, said::add, nanos::get);
    }

    private List<String> notices() {
        onWindow(() -> {});
        return said.stream().map(Notice::text).toList();
    }

    private static RuntimeException broken(int number) {
        return new IllegalStateException("frame " + number);
    }

    @Test
    void anErrorIsSaidAndItsStackAndCausesAreLogged() throws IOException {
        handler(file()).uncaughtException(new Thread("worker-7"), new AssertionError("outer", broken(3)));
        assertThat(notices()).containsExactly(ErrorHandler.words());
        assertThat(said.get(0).kind()).isEqualTo(Notice.Kind.PROBLEM);
        assertThat(Files.readString(file()))
                .contains("worker-7", "java.lang.AssertionError: outer", "caused by java.lang.IllegalStateException")
                .contains("at app.regard.ui.kit.ErrorHandlerTest.broken(ErrorHandlerTest.java:")
                .contains("java.version " + System.getProperty("java.version"));
    }

    @Test
    void theNoticeSaysWhatToDoAndWhereTheLogLies() {
        assertThat(ErrorHandler.words())
                .contains("Undo (Ctrl+Z)", "report", ErrorLog.place().toString());
    }

    @Test
    void theSameErrorInEveryFrameIsOneNoticeAndOneStack() throws IOException {
        ErrorHandler handler = handler(file());
        for (int frame = 0; frame <= 1_000; frame++) {
            if (frame == 1_000) { // after a pause it is news again
                assertThat(notices()).hasSize(1);
                assertThat(Files.readString(file()).split("IllegalStateException", -1))
                        .hasSize(2);
                nanos.addAndGet(TimeUnit.SECONDS.toNanos(2));
            }
            nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(16));
            handler.uncaughtException(Thread.currentThread(), broken(frame));
        }
        assertThat(notices()).hasSize(2);
        assertThat(Files.readString(file())).endsWith("again, 1001 times by now: java.lang.IllegalStateException\n");
    }

    @Test
    void twoErrorsThatTakeTurnsFloodNothingEither() throws IOException {
        ErrorHandler handler = handler(file());
        for (int frame = 0; frame < 1_000; frame++) {
            nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(16));
            handler.uncaughtException(
                    Thread.currentThread(), frame % 2 == 0 ? broken(frame) : new AssertionError("" + frame));
        }
        assertThat(notices()).hasSize(2);
        assertThat(Files.readString(file()).split("\n\n", -1)).hasSize(3);
    }

    @Test
    void theLogIsBoundedWithOnePredecessor() throws IOException {
        ErrorLog log = new ErrorLog(file());
        for (int i = 0; i < 400; i++) {
            Throwable error = new IllegalStateException("x".repeat(100_000));
            StackTraceElement[] deep = new StackTraceElement[2_000];
            java.util.Arrays.fill(deep, new StackTraceElement("some.Class", "method", "File.java", i));
            error.setStackTrace(deep);
            log.add("thread", error);
        }
        assertThat(Files.size(file())).isBetween(1L, (long) ErrorLog.MOST_BYTES);
        assertThat(Files.size(log.predecessor())).isBetween(1L, (long) ErrorLog.MOST_BYTES);
        assertThat(Files.readString(file())).contains("File.java:399");
        try (var files = Files.list(folder.resolve("regard"))) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void whatAMessageHoldsCannotSpeakToATerminal() throws IOException {
        new ErrorLog(file()).add("a\u001b[2Jb", new IllegalStateException("one\ntwo\u001b[31m \u202Etxt \u2028 three"));
        assertThat(Files.readString(file()))
                .contains("one two [31m")
                .doesNotContain("\u001b")
                .doesNotContain("\u202E")
                .doesNotContain("\u2028");
    }

    @Test
    void whatWasForeseenButCouldNotBeSaidIsSaidInItsOwnWords() {
        handler(file()).uncaughtException(Thread.currentThread(), new Refusal("There is not enough memory for this."));
        assertThat(notices()).containsExactly("There is not enough memory for this.");
        assertThat(file()).doesNotExist();
    }

    @Test
    void aLogThatCannotBeWrittenIsSaid() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("taken"), "a file");
        handler(folder.resolve("taken/regard.log")).uncaughtException(Thread.currentThread(), broken(0));
        assertThat(notices().get(1)).contains("could not be logged", "taken", "Undo");
        handler(Fifo.at(folder.resolve("pipe"))).uncaughtException(Thread.currentThread(), broken(0));
        assertThat(notices().get(3)).contains("could not be logged", "“pipe” is a pipe");
    }

    @Test
    void errorsOfAnyThreadReachItOnceItIsInstalled() throws IOException, InterruptedException {
        handler(file()).install();
        Thread thread = new Thread(() -> {
            throw broken(1);
        });
        thread.start();
        thread.join();
        javafx.application.Platform.runLater(() -> {
            throw new AssertionError("on the window’s thread");
        });
        WindowTest.until(() -> said.size() == 2);
        assertThat(Files.readString(file())).contains("frame 1", "on the window’s thread", "JavaFX Application Thread");
        assertThat(uncaught).isEmpty();
    }
}
