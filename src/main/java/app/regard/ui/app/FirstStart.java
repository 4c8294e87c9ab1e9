package app.regard.ui.app;

import app.regard.ui.kit.Controls;
import app.regard.ui.session.ViewState;
import app.regard.ui.session.Workspace;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;

/** The line that says what to do where nothing was ever done, in the hint's place; the first deed takes it away. */
final class FirstStart implements ChangeListener<ViewState> {
    private static final String LINE =
            "Type a sentence above, point at any number to see where it comes from, and step on with Page Down.";

    private final Workspace session;
    private final Label hint;

    private FirstStart(Workspace session, Label hint) {
        this.session = session;
        this.hint = hint;
    }

    /** @param window where the hint stands */
    static void welcome(Workspace session, Node window) {
        if (window.lookup("#hint") instanceof Label hint) {
            FirstStart line = new FirstStart(session, hint);
            line.say(LINE);
            session.shown().addListener(line);
        }
    }

    private void say(String text) {
        hint.setText(text);
        hint.pseudoClassStateChanged(Controls.EMPTY, text.isEmpty());
    }

    @Override
    public void changed(ObservableValue<? extends ViewState> shown, ViewState was, ViewState is) {
        boolean deed = was.focus().stage() != is.focus().stage()
                || was.focus().pinned() != is.focus().pinned()
                || !was.experiment().equals(is.experiment());
        if (deed) {
            session.shown().removeListener(this);
            if (hint.getText().equals(LINE)) {
                say(session.library().notice(is.experiment()));
            }
        }
    }
}
