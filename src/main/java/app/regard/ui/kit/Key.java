package app.regard.ui.kit;

import java.util.Map;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * A key, with Ctrl and Shift where they are held; on a Mac, Cmd stands for Ctrl.
 *
 * @param text what it is called: "Ctrl+Shift+O", "Page Up", "←"
 */
public record Key(String text) {
    private static final Map<String, KeyCode> ARROWS =
            Map.of("←", KeyCode.LEFT, "→", KeyCode.RIGHT, "↑", KeyCode.UP, "↓", KeyCode.DOWN);

    public Key {
        if (code(text) == null) {
            throw new IllegalArgumentException("There is no key called " + text + ".");
        }
    }

    private static KeyCode code(String text) {
        String last = text.substring(text.lastIndexOf('+') + 1);
        return ARROWS.getOrDefault(last, KeyCode.getKeyCode(last));
    }

    public boolean isArrow() {
        return code(text).isArrowKey();
    }

    boolean withShift() {
        return text.contains("Shift+");
    }

    /** Whether it is pressed; Shift may be held where it does not matter. */
    boolean answers(KeyEvent e) {
        return e.getCode() == code(text)
                && e.isShortcutDown() == text.contains("Ctrl+")
                && (e.isShiftDown() || !withShift());
    }

    /** A name for narrow places: "PgUp". */
    public String cap() {
        return text.replace("Page Up", "PgUp").replace("Page Down", "PgDn");
    }
}
