package app.regard.ui;

import app.regard.trace.Source;
import app.regard.trace.Weights;
import app.regard.transformer.MiniLm;
import app.regard.ui.app.WindowTest;
import app.regard.ui.session.ViewState;
import java.nio.file.Path;
import javafx.scene.control.ButtonBase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A window with a trained head, whose readings can be chosen. */
abstract class ReadingWindow extends WindowTest {
    static final String TEXT = "unbelievably tired";

    @TempDir
    Path folder;

    @BeforeEach
    void aTrainedHead() {
        interact(() -> {
            session().type(TEXT);
            session().useTrained(3, 1);
        });
        until(() -> session().shown().get().experiment().source().equals(new Source.Trained(MiniLm.NAME, 3, 1))
                && !session().busy().get());
        click("head");
        untilHeadIsOpen();
    }

    String focusedWord() {
        ViewState is = session().shown().get();
        return is.weights().from().word(is.focus().query());
    }

    void fire(String id) {
        interact(() -> node(id, ButtonBase.class).fire());
    }

    javafx.scene.control.MenuItem item(String id) {
        return ((javafx.scene.control.ContextMenu) listWindows().stream()
                        .filter(javafx.scene.control.ContextMenu.class::isInstance)
                        .findFirst()
                        .orElseThrow())
                .getItems().stream()
                        .filter(i -> id.equals(i.getId()))
                        .findFirst()
                        .orElseThrow();
    }

    /** What is shown once it is no trace and nothing is under way. */
    Weights derived() {
        until(() -> !session().busy().get()
                && session().shown().get().trace().isEmpty()
                && session()
                        .shown()
                        .get()
                        .experiment()
                        .reading()
                        .equals(session().experiment().get().reading()));
        return session().shown().get().weights();
    }

    String everything() {
        return onWindow(() -> lookup(n -> n instanceof javafx.scene.control.Label).queryAll().stream()
                .map(n -> ((javafx.scene.control.Label) n).getText())
                .reduce("", (a, b) -> a + "\n" + b));
    }
}
