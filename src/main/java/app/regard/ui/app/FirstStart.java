package app.regard.ui.app;

import app.regard.ui.kit.Notice;
import app.regard.ui.session.ViewState;
import app.regard.ui.session.Workspace;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;

/** The line that says what to do where nothing was ever done; the first deed takes it away. */
final class FirstStart implements ChangeListener<ViewState> {
    private static final Notice LINE = new Notice(
            Notice.Kind.HINT,
            "Type a sentence above, point at any number to see where it comes from, and step on with Page Down.");

    private final Workspace session;
    private final Notice before;

    private FirstStart(Workspace session) {
        this.session = session;
        before = session.notice().get();
    }

    static void welcome(Workspace session) {
        FirstStart line = new FirstStart(session);
        session.say(LINE);
        session.shown().addListener(line);
    }

    @Override
    public void changed(ObservableValue<? extends ViewState> shown, ViewState was, ViewState is) {
        boolean deed = was.focus().stage() != is.focus().stage()
                || was.focus().pinned() != is.focus().pinned()
                || !was.experiment().equals(is.experiment());
        if (deed) {
            session.shown().removeListener(this);
            if (session.notice().get().equals(LINE)) {
                session.say(was.experiment().equals(is.experiment()) ? before : Notice.NONE);
            }
        }
    }
}
