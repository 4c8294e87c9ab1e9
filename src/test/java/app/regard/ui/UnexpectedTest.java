package app.regard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.file.ErrorLog;
import app.regard.ui.app.WindowTest;
import app.regard.ui.kit.ErrorHandler;
import app.regard.ui.kit.TaskRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nobody expected stands as one notice in the window, and the window lives. */
class UnexpectedTest extends WindowTest {
    @TempDir
    private Path folder;

    private Path install() {
        Path file = folder.resolve("regard.log");
        interact(() -> {
            Thread.currentThread().setUncaughtExceptionHandler(null); // the tests' own
            new ErrorHandler(new ErrorLog(file), new TaskRunner().remembering(), session()::say, System::nanoTime)
                    .install();
        });
        return file;
    }

    @Test
    void aButtonThatFailsIsSaidAndTheWindowGoesOn() throws Exception {
        Path log = install();
        Button next = node("next", Button.class);
        var was = next.getOnAction();
        interact(() -> next.setOnAction(e -> {
            throw new AssertionError("the button is broken");
        }));
        click("next");
        until(() -> Files.exists(log));
        assertThat(label("notice")).isEqualTo(ErrorHandler.words());
        assertThat(node("notice", Node.class).getPseudoClassStates())
                .extracting(Object::toString)
                .contains("problem");
        assertThat(Files.readString(log)).contains("the button is broken");
        interact(() -> next.setOnAction(was));
        retype("the cat");
        assertThat(trace().in().from().words().words()).containsExactly("the", "cat");
        assertWeights();
    }

    @Test
    void anErrorWhilePaintingInEveryFrameDoesNotFloodTheWindow() throws Exception {
        Path log = install();
        int[] notices = new int[1];
        session().notice().addListener((o, was, is) -> notices[0]++);
        for (int i = 0; i < 200; i++) {
            Platform.runLater(() -> {
                throw new IllegalStateException("pulse");
            });
        }
        settle();
        until(() -> Files.exists(log) && Files.readString(log).contains("pulse"));
        assertThat(notices[0]).isEqualTo(1);
        assertThat(Files.readString(log).split("pulse", -1)).hasSize(2);
    }
}
