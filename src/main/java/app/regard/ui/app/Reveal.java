package app.regard.ui.app;

import app.regard.source.LoneWeights;
import app.regard.ui.kit.Controls;
import app.regard.ui.session.ViewState;
import app.regard.ui.session.Workspace;
import java.util.List;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;

/** The choice to show who attends to whom only when its stage is reached, so that a class can be asked first. */
final class Reveal {
    /** What tells the weights before their stage, by its id. */
    private static final Set<String> TELLING = Set.of("strip", "heatmap", "bars", "lines", "spread");

    private static final String LINE = "The weights stay hidden until stage " + LoneWeights.STAGE
            + ". Ask first: which word will each word look at?";

    private final Workspace session;
    private final BooleanProperty on = new SimpleBooleanProperty(false);
    private final Node window;

    /** @param window where the figures stand */
    Reveal(Workspace session, Node window) {
        this.session = session;
        this.window = window;
        session.shown().addListener((o, was, is) -> {
            if (on.get()) {
                show(is);
            }
        });
        on.addListener((o, was, is) -> show(session.shown().get()));
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
        if (window.lookup("#hint") instanceof Label hint) { // which tells the result of an example
            hint.setText(hidden ? LINE : session.library().notice(is.experiment()));
            hint.pseudoClassStateChanged(Controls.EMPTY, hint.getText().isEmpty());
        }
    }
}
