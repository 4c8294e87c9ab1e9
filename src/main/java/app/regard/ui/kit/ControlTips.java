package app.regard.ui.kit;

import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** The tips of controls that have none of their own: who points at one reads what a screen reader says of it. */
public final class ControlTips {
    private static final String INSTALLED = "javafx.scene.control.Tooltip";
    private static final double WIDEST = 480;

    private ControlTips() {}

    /** Gives each control its tip when the mouse first comes to it. */
    public static void on(Node root) {
        root.addEventFilter(MouseEvent.MOUSE_ENTERED_TARGET, e -> {
            if (e.getTarget() instanceof Node at) {
                give(at);
            }
        });
    }

    private static void give(@Nullable Node from) {
        for (Node at = from; at != null && !at.getProperties().containsKey(INSTALLED); at = at.getParent()) {
            if (at instanceof Control control && tells(control)) {
                Tooltip tip = new Tooltip();
                tip.setWrapText(true);
                tip.setMaxWidth(WIDEST);
                tip.textProperty().bind(control.accessibleTextProperty());
                control.setTooltip(tip);
            }
        }
    }

    /** Whether there is more to be said than what is written on it. */
    private static boolean tells(Control control) {
        String said = control.getAccessibleText();
        return said != null && !said.isBlank() && !(control instanceof Labeled text && said.equals(text.getText()));
    }
}
