package app.regard.ui.app;

import app.regard.draw.View;
import app.regard.ui.session.Workspace;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.stage.Stage;

/** The window as it is presented: only the stage and the heat map, with large type, on the whole screen. */
final class Presentation {
    private static final double TEXT = 1.4;

    private final Workspace session;
    private final Node window;
    private final Consumer<Boolean> arrange;
    private boolean on;
    private double usualText = 1;

    /**
     * Begins with the usual window.
     *
     * @param window a node of the window
     * @param arrange puts aside what is not presented, or brings it back
     */
    Presentation(Workspace session, Node window, Consumer<Boolean> arrange) {
        this.session = session;
        this.window = window;
        this.arrange = arrange;
    }

    /** Presents, or goes back. */
    void toggle() {
        on = !on;
        arrange.accept(on);
        View view = session.shown().get().view();
        if (on) {
            usualText = view.textScale();
        }
        session.look(view.withTextScale(on ? TEXT : usualText));
        if (window.getScene() != null && window.getScene().getWindow() instanceof Stage stage) {
            stage.setFullScreenExitHint("");
            stage.setFullScreen(on);
        }
    }

    /** Leaving the full screen by the system's own key leaves presenting too. */
    void fullScreen(boolean full) {
        if (!full && on) {
            toggle();
        }
    }

    /** How things look when nothing is presented. */
    View usualView() {
        View view = session.shown().get().view();
        return on ? view.withTextScale(usualText) : view;
    }
}
