package app.regard.ui.app;

import app.regard.source.LoneWeights;
import app.regard.ui.kit.Notice;
import app.regard.ui.session.ViewState;
import app.regard.ui.session.Workspace;
import java.util.List;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;

/** The choice to show who attends to whom only when its stage is reached, so that a class can be asked first. */
final class Reveal {
    /** What tells the weights before their stage, by its id. */
    private static final Set<String> TELLING = Set.of("strip", "heatmap", "bars", "lines", "spread");

    private final BooleanProperty on = new SimpleBooleanProperty(false);
    private final Node window;

    /** @param window where the figures stand */
    Reveal(Workspace session, Node window) {
        this.window = window;
        session.shown().addListener((o, was, is) -> {
            if (on.get()) {
                show(is);
            }
        });
        on.addListener((o, was, is) -> {
            show(session.shown().get());
            session.say(
                    is
                            ? new Notice(
                                    Notice.Kind.HINT,
                                    "The weights stay hidden until stage " + LoneWeights.STAGE
                                            + ". Ask first: which word will each word look at?")
                            : Notice.NONE);
        });
    }

    BooleanProperty on() {
        return on;
    }

    void toggle() {
        on.set(!on.get());
    }

    private void show(ViewState is) {
        boolean hidden = on.get() && is.focus().stage() < LoneWeights.STAGE;
        for (String id : TELLING) {
            for (Node node : List.copyOf(window.lookupAll("#" + id))) {
                node.setOpacity(hidden ? 0 : 1);
                node.setDisable(hidden); // the keyboard and a screen reader learn no more than the eye
            }
        }
    }
}
