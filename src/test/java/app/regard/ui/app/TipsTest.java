package app.regard.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;

/** Every control says what it is, to a reader who points at it and to a screen reader, and its key where it has one. */
class TipsTest extends WindowTest {
    /** The keys of controls, by their ids; they stand in the tip, or on the control. */
    private static final Map<String, String> KEYS = Map.ofEntries(
            Map.entry("undo", "Ctrl+Z"),
            Map.entry("redo", "Ctrl+Shift+Z"),
            Map.entry("keep", "B"),
            Map.entry("back", "Page Up"),
            Map.entry("next", "Page Down"),
            Map.entry("play", "Space"),
            Map.entry("open-attention", "Ctrl+Shift+O"),
            Map.entry("card-back", "Ctrl+Page Up"),
            Map.entry("card-next", "Ctrl+Page Down"),
            Map.entry("card-list", "Ctrl+L"),
            Map.entry("card-return", "Ctrl+R"),
            Map.entry("card-update", "Ctrl+U"),
            Map.entry("lab-export", "Ctrl+E"),
            Map.entry("lab-card", "Ctrl+K"),
            Map.entry("lab-close", "Esc"),
            Map.entry("lab-leave", "Esc"),
            Map.entry("lab-open", "O"),
            Map.entry("lab-play", "Space"),
            Map.entry("cards-up", "Alt+↑"),
            Map.entry("cards-down", "Alt+↓"),
            Map.entry("cards-remove", "Delete"),
            Map.entry("cards-undo", "Ctrl+Z"),
            Map.entry("cards-close", "Esc"),
            Map.entry("export-close", "Esc"),
            Map.entry("sheet-close", "Esc"),
            Map.entry("help-close", "Esc"),
            Map.entry("wall-back", "Ctrl+Page Up"),
            Map.entry("wall-next", "Ctrl+Page Down"),
            Map.entry("wall-notes", "N"),
            Map.entry("wall-smaller", "−"),
            Map.entry("wall-larger", "+"),
            Map.entry("wall-end", "F11"));

    private final List<String> keyed = new ArrayList<>();

    @Test
    void everyControlOfTheStagesAndOfALessonHasOne() {
        interact(() -> session().change(e -> e.withTemperature(2)));
        for (int stage = 1; stage <= 8; stage++) {
            assertTold("stage " + stage);
            keys(KeyCode.PAGE_DOWN);
        }
        interact(() -> session().change(e -> e.withKeyText("the river")));
        interact(() -> view().lessonModel().begin());
        interact(() -> session().goTo(3)); // the card is left
        assertTold("lesson");
        assertThat(keyed)
                .contains("undo", "redo", "keep", "back", "next", "play", "open-attention")
                .contains("card-back", "card-next", "card-list", "card-return", "card-update");
    }

    @Test
    void everyControlOfEveryLabHasOne() {
        view().lab().labs().all().forEach(lab -> {
            String id = lab.about().id();
            interact(() -> view().lab().open(id));
            if (session().lab().get() != null) {
                until(() -> view().lab().waiting().get().isEmpty());
                assertTold(id);
            }
            interact(() -> {
                view().lab().close();
                session().undo();
            });
            interact(() -> session().useLab(null));
        });
        assertThat(keyed).contains("lab-export", "lab-card", "lab-close", "lab-leave", "lab-open");
    }

    @Test
    void everyControlOfThePanesAndOfTheWallHasOne() {
        interact(() -> view().lessonModel().begin());
        interact(() -> view().lessonModel().add());
        keys(KeyCode.F1);
        assertTold("help");
        keys(KeyCode.ESCAPE);
        together(KeyCode.CONTROL, KeyCode.E);
        assertTold("picture");
        keys(KeyCode.ESCAPE);
        together(KeyCode.CONTROL, KeyCode.L);
        assertTold("cards");
        keys(KeyCode.ESCAPE);
        click("export");
        until(() -> has("#export-class-sheet"));
        click("export-class-sheet");
        until(() -> view().overlay().isOpen());
        assertTold("class sheet");
        keys(KeyCode.ESCAPE);
        interact(() -> node("stage", Node.class).requestFocus());
        keys(KeyCode.F11);
        pointAt("heatmap", cell(1, 1));
        pointAt("heatmap", cell(1, 2));
        assertTold("wall");
        assertThat(keyed)
                .contains("help-close", "export-close", "cards-up", "cards-remove", "cards-close", "sheet-close")
                .contains("wall-next", "wall-notes", "wall-smaller", "wall-larger", "wall-end");
    }

    private void assertTold(String where) {
        for (Control control : controls()) {
            pointAtIt(control);
            String name = where + ": " + control.getClass().getSimpleName() + " #" + control.getId();
            String written = control instanceof Labeled text ? Objects.toString(text.getText(), "") : "";
            String tip =
                    control.getTooltip() == null ? "" : control.getTooltip().getText();
            String spoken = Objects.toString(control.getAccessibleText(), written);
            assertThat(spoken).as("%s is spoken", name).matches("(?s).*\\p{L}\\p{L}.*");
            if (!control.getParent().getProperties().containsKey("javafx.scene.control.Tooltip")) {
                assertThat(tip + written).as("%s has a tip", name).matches("(?s).*\\p{L}\\p{L}.*");
            }
            String key = KEYS.get(Objects.toString(control.getId(), ""));
            if (key != null) {
                keyed.add(control.getId());
                assertThat(tip + written).as("%s names its key", name).contains(key);
            }
        }
    }

    /** The mouse comes to it. */
    private static void pointAtIt(Control control) {
        onWindow(() -> {
            Event.fireEvent(
                    control,
                    new MouseEvent(
                            MouseEvent.MOUSE_ENTERED_TARGET,
                            1,
                            1,
                            1,
                            1,
                            MouseButton.NONE,
                            0,
                            false,
                            false,
                            false,
                            false,
                            false,
                            false,
                            false,
                            false,
                            false,
                            false,
                            null));
            return true;
        });
    }

    private List<Control> controls() {
        return onWindow(() -> view().lookupAll("*").stream()
                .filter(node -> node instanceof Control && shown(node))
                .filter(node -> node.isFocusTraversable() || node instanceof ButtonBase)
                .filter(node -> !node.getStyleClass().contains("arrow-button"))
                .map(Control.class::cast)
                .toList());
    }

    private static boolean shown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
