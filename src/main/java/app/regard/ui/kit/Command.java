package app.regard.ui.kit;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * Something that the reader can do: its keys, its entry in a menu, its line in the help and its hint in the foot.
 *
 * @param id which names it, in the list and in a menu
 * @param title its entry in a menu; empty where no menu has it
 * @param hint a word or two beside its keys in the foot; empty where the foot does not name it
 * @param help what it does; neighbours that share this share a line
 * @param enabled whether it can be done now
 */
public record Command(
        String id,
        String title,
        String hint,
        String help,
        Where where,
        List<Key> keys,
        BooleanSupplier enabled,
        Runnable run) {

    /** The place where the keys of a command are heard. */
    public enum Where {
        ANYWHERE(""),
        /** Everywhere but in a text that has the same keys for itself. */
        OUTSIDE_NOTES(""),
        SENTENCE(" in the sentence"),
        NOTES(" in a lesson’s title or notes"),
        /** A figure that answers the keys itself. */
        FIGURE(" in a figure"),
        /** Where no control has taken the key. */
        UNTAKEN("");

        private final String words;

        Where(String words) {
            this.words = words;
        }
    }

    public Command {
        keys = List.copyOf(keys);
    }

    public static Command of(String id, Where where, Runnable run, String... keys) {
        return new Command(
                id, "", "", "", where, List.of(keys).stream().map(Key::new).toList(), () -> true, run);
    }

    public Command title(String text) {
        return new Command(id, text, hint, help, where, keys, enabled, run);
    }

    public Command hint(String text) {
        return new Command(id, title, text, help, where, keys, enabled, run);
    }

    public Command help(String text) {
        return new Command(id, title, hint, text, where, keys, enabled, run);
    }

    public Command when(BooleanSupplier possible) {
        return new Command(id, title, hint, help, where, keys, possible, run);
    }

    /** Does it, if it can be done now. */
    public void perform() {
        if (enabled.getAsBoolean()) {
            run.run();
        }
    }

    /** The title with the first key: "Open… (Ctrl+O)". */
    public String entry() {
        return title + " (" + keys.get(0).text() + ")";
    }

    /** The entry in a menu, with its key at the right, grey where it cannot be done now. */
    public MenuItem item() {
        MenuItem item = dressed(new MenuItem(title));
        item.setOnAction(e -> perform());
        return item;
    }

    /** The entry of something that is on or off. */
    public MenuItem toggle(BooleanProperty on) {
        CheckMenuItem item = dressed(new CheckMenuItem(title));
        item.selectedProperty().bindBidirectional(on);
        return item;
    }

    private <M extends MenuItem> M dressed(M item) {
        item.setId(id);
        item.setAccelerator(new ShownKey(keys.get(0)));
        item.setDisable(!enabled.getAsBoolean());
        return item;
    }

    /** A button that does it; who points at it is told its key. */
    public Button button() {
        Button button = Controls.button(id, "", this::perform);
        button.setAccessibleText(title);
        button.setTooltip(tip(title));
        return button;
    }

    /** A tip of a control that does the same, with the key. */
    public Tooltip tip(String what) {
        return new Tooltip(what + " (" + keys.get(0).text() + ")");
    }

    /** A key that is only written beside an entry: it is heard by the window, which knows where the keyboard is. */
    private static final class ShownKey extends KeyCombination {
        private final Key key;

        ShownKey(Key key) {
            this.key = key;
        }

        @Override
        public boolean match(KeyEvent e) {
            return false;
        }

        @Override
        public String getName() {
            return key.text();
        }

        @Override
        public String getDisplayText() {
            return key.text();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof ShownKey shown && shown.key.equals(key);
        }

        @Override
        public int hashCode() {
            return key.hashCode();
        }
    }

    /** The names of the keys, and where they are pressed. */
    String pressed() {
        return keys.stream().map(Key::text).collect(Collectors.joining(", ")) + where.words;
    }
}
