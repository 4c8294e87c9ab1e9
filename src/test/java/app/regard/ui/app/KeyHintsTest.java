package app.regard.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.trace.LabState;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Whatever has the keyboard, each key that the foot names does what is said of it there. */
class KeyHintsTest extends WindowTest {
    private static final String CELL = "↑ ↓ ← → cell Enter pin ";
    private static final String STEP = "PgUp PgDn step";
    private static final String UNPIN = "Esc unpin";
    private static final String BUTTON = "← → step ↑ ↓ word Space press";

    @Test
    void inTheFigures() {
        keys(KeyCode.ENTER);
        for (String id : new String[] {"stage", "heatmap", "lines"}) {
            String moves = id.equals("lines") ? "↑ ↓ word Enter pin " : CELL;
            interact(() -> figure(id).requestFocus());
            var before = session().shown().get().focus().hover();
            keys(KeyCode.DOWN);
            assertThat(session().shown().get().focus().hover()).as(id).isNotEqualTo(before);
            assertThat(stage()).isEqualTo(1);
            if (id.equals("stage")) {
                assertThat(foot()).isEqualTo("↑ ↓ ← → cell Enter open " + STEP); // a number of X
                keys(KeyCode.LEFT, KeyCode.LEFT, KeyCode.LEFT, KeyCode.LEFT); // to the word
            }
            assertThat(foot()).as(id).isEqualTo(moves + STEP);
            keys(KeyCode.ENTER);
            assertThat(pinned()).as(id).isTrue();
            assertThat(foot()).as(id).isEqualTo(moves + UNPIN);
            keys(KeyCode.ESCAPE);
            assertThat(pinned()).as(id).isFalse();
            assertThat(foot()).as(id).isEqualTo(moves + STEP);
        }
        interact(() -> figure("bars").requestFocus());
        assertThat(foot()).isEqualTo("↑ ↓ bar Enter pin its word " + STEP);
        keys(KeyCode.DOWN, KeyCode.ENTER);
        assertThat(pinned()).isTrue();
        keys(KeyCode.ESCAPE, KeyCode.PAGE_DOWN);
        assertThat(stage()).isEqualTo(2);
    }

    /** The foot of a window that was just opened offers no undo, and offers it with the first change, and no longer than it is one. */
    @Test
    void undoIsOfferedWhereThereIsSomethingToTakeBack() {
        String leave = "Enter leave " + STEP;
        assertThat(focused()).isEqualTo("sentence");
        assertThat(foot()).isEqualTo(leave);
        interact(() -> session().type("bank of the river flows"));
        assertThat(foot()).isEqualTo(leave + " Ctrl+Z undo");
        together(KeyCode.CONTROL, KeyCode.Z);
        assertThat(foot()).isEqualTo(leave);
        interact(() -> node("temperature-slider", Node.class).requestFocus());
        assertThat(foot()).isEqualTo("← → change");
        keys(KeyCode.RIGHT);
        assertThat(foot()).isEqualTo("← → change Ctrl+Z undo");
    }

    /** Where the reader was, not at their beginning; and Enter pins before any arrow was pressed. */
    @Test
    void chipsAndLinesAreEnteredAtTheFocusedWord() {
        keys(KeyCode.ENTER);
        interact(() -> session().moveQuery(1));
        interact(() -> figure("strip").requestFocus());
        assertThat(foot()).isEqualTo("← → word Enter pin " + STEP);
        keys(KeyCode.RIGHT);
        assertThat(query()).isEqualTo(2);
        keys(KeyCode.LEFT, KeyCode.LEFT);
        assertThat(query()).isZero();
        interact(() -> session().moveQuery(2));
        interact(() -> figure("lines").requestFocus());
        keys(KeyCode.DOWN);
        assertThat(query()).isEqualTo(3);
        interact(() -> session().moveQuery(-2));
        keys(KeyCode.UP);
        assertThat(query()).isZero();
        for (String id : new String[] {"strip", "lines", "heatmap"}) {
            interact(() -> session().moveQuery(1));
            interact(() -> figure(id).requestFocus());
            int query = query();
            keys(KeyCode.ENTER);
            assertThat(pinned()).as(id).isTrue();
            assertThat(query()).as(id).isEqualTo(query);
            assertThat(foot()).as(id).endsWith(UNPIN);
            keys(KeyCode.ESCAPE);
        }
    }

    @Test
    void inAnOpenedCellAndOnASwitchASegmentAndAListAndAfterAMenu() {
        keys(KeyCode.ENTER, KeyCode.DIGIT3);
        assertThat(focused()).isEqualTo("cell-number");
        assertThat(foot()).isEqualTo("Enter take Esc leave");
        keys(KeyCode.ENTER);
        assertThat(session().experiment().get().edits()).hasSize(1);
        keys(KeyCode.DIGIT4, KeyCode.ESCAPE);
        assertThat(focused()).isEqualTo("stage");
        assertThat(session().experiment().get().edits()).hasSize(1);

        interact(() -> node("scaling", Node.class).requestFocus());
        assertThat(foot()).isEqualTo(BUTTON);
        keys(KeyCode.SPACE);
        assertThat(session().experiment().get().scaled()).isFalse();
        assertThat(view().foot().playing()).isFalse();
        keys(KeyCode.RIGHT);
        assertThat(stage()).isEqualTo(2);
        keys(KeyCode.DOWN);
        assertThat(query()).isEqualTo(1);

        ToggleButton plain = onWindow(() -> lookup(".stage-head .segment").query());
        interact(plain::requestFocus);
        assertThat(foot()).isEqualTo("← → choose PgUp PgDn step");
        keys(KeyCode.RIGHT);
        assertThat(plain.isSelected()).isFalse();
        keys(KeyCode.PAGE_DOWN);
        assertThat(stage()).isEqualTo(3);

        interact(() -> node("mask", Node.class).requestFocus());
        assertThat(foot()).isEqualTo("↑ ↓ choose PgUp PgDn step");
        keys(KeyCode.DOWN);
        assertThat(session().experiment().get().mask().on()).isTrue();
        keys(KeyCode.PAGE_UP);
        assertThat(stage()).isEqualTo(2);

        keys(KeyCode.F10);
        assertThat(focused()).isEqualTo("examples");
        assertThat(foot()).isEqualTo(BUTTON);
        keys(KeyCode.SPACE);
        assertThat(node("examples", MenuButton.class).isShowing()).isTrue();
        assertThat(foot()).isEqualTo("↑ ↓ choose → more Enter take Esc close");
        keys(KeyCode.ESCAPE);
        until(() -> !node("examples", MenuButton.class).isShowing());
        assertThat(foot()).isEqualTo(BUTTON);
        keys(KeyCode.RIGHT);
        assertThat(stage()).isEqualTo(3);
    }

    @Test
    void inALessonAndUnderAPane() {
        interact(() -> view().lessonModel().begin());
        together(KeyCode.CONTROL, KeyCode.T);
        assertThat(focused()).isEqualTo("card-title");
        String writing = "Esc leave Ctrl+K add card Ctrl+PgDn next card Ctrl+S save";
        assertThat(foot()).isEqualTo(writing);
        keys(KeyCode.ENTER);
        assertThat(focused()).isEqualTo("card-notes");
        assertThat(foot()).isEqualTo(writing);
        together(KeyCode.CONTROL, KeyCode.K);
        assertThat(view().lessonModel().open().get().orElseThrow().cards()).isEqualTo(2);
        together(KeyCode.CONTROL, KeyCode.PAGE_UP);
        together(KeyCode.CONTROL, KeyCode.PAGE_DOWN);
        assertThat(view().lessonModel().open().get().orElseThrow().card()).isEqualTo(1);
        together(KeyCode.CONTROL, KeyCode.S);
        assertThat(answers.suggested()).hasSize(1);
        keys(KeyCode.ESCAPE);
        assertThat(focused()).isEqualTo("stage");
        interact(() -> node("card-list", Node.class).requestFocus());
        assertThat(foot()).isEqualTo(BUTTON);
        keys(KeyCode.SPACE);
        assertThat(view().overlay().isOpen()).isTrue();
        assertThat(foot()).isEqualTo("Tab next Esc close");
        String first = focused();
        keys(KeyCode.TAB);
        assertThat(focused()).isNotEqualTo(first);
        keys(KeyCode.ESCAPE);
        assertThat(view().overlay().isOpen()).isFalse();
        assertThat(foot()).isEqualTo(BUTTON);
    }

    /** Where ← and → do not point they are not said to. */
    @Test
    void inALabThatStepsByArrows() {
        keys(KeyCode.ENTER);
        interact(() -> view().lab().open("growing"));
        until(() -> focused().startsWith("lab-panel-"));
        assertThat(foot()).isEqualTo("↑ ↓ point ← → nudge Enter click O open Esc leave");
        String before = label("lab-said");
        keys(KeyCode.LEFT);
        until(() -> !label("lab-said").equals(before));
        keys(KeyCode.RIGHT);
        until(() -> label("lab-said").equals(before));
    }

    @Test
    void inALab() {
        keys(KeyCode.ENTER);
        interact(() -> view().lab().open("edit"));
        until(() -> focused().startsWith("lab-panel-"));
        assertThat(foot()).isEqualTo("arrows point Enter click Space take up + − nudge O open Esc leave");
        keys(KeyCode.DOWN);
        String pointed = figure(focused()).getAccessibleText();
        keys(KeyCode.RIGHT);
        assertThat(figure(focused()).getAccessibleText()).isNotEqualTo(pointed);

        interact(() -> field().requestFocus());
        assertThat(foot()).isEqualTo("Enter leave Ctrl+Z undo");
        keys(KeyCode.ENTER);
        assertThat(focused()).startsWith("lab-panel-");

        ComboBox<?> matrix = node("lab-matrix", ComboBox.class);
        interact(matrix::requestFocus);
        assertThat(foot()).isEqualTo("↑ ↓ choose Ctrl+Z undo");
        Object was = matrix.getValue();
        keys(KeyCode.DOWN);
        assertThat(matrix.getValue()).isNotEqualTo(was);
        together(KeyCode.CONTROL, KeyCode.Z);
        assertThat(matrix.getValue()).isEqualTo(was);

        interact(() -> node("lab-reset", Node.class).requestFocus());
        assertThat(foot()).isEqualTo("Space press Esc leave");
        keys(KeyCode.ESCAPE);
        assertThat(view().lab().isOpen()).isFalse();
        assertThat(focused()).isEqualTo("stage");
        assertThat(foot()).isEqualTo("↑ ↓ ← → cell Enter open " + STEP);
    }

    @Test
    void onTheSlidersAndFieldsOfALab() {
        keys(KeyCode.ENTER);
        interact(() -> view().lab().open("scaling"));
        until(() -> focused().startsWith("lab-panel-"));
        Slider slider = node("lab-dk-slider", Slider.class);
        interact(slider::requestFocus);
        assertThat(foot()).isEqualTo("← → change Ctrl+Z undo");
        LabState was = Objects.requireNonNull(session().lab().get());
        keys(KeyCode.RIGHT);
        assertThat(session().lab().get()).isNotEqualTo(was);
        together(KeyCode.CONTROL, KeyCode.Z);
        assertThat(session().lab().get()).isEqualTo(was);
        TextInputControl number = node("lab-dk", TextInputControl.class);
        interact(() -> {
            number.requestFocus();
            number.setText("16");
        });
        assertThat(foot()).isEqualTo("Enter take Esc leave");
        keys(KeyCode.ENTER);
        assertThat(Objects.requireNonNull(session().lab().get()).settings()).containsEntry("dk", "16");
        keys(KeyCode.ESCAPE);
        assertThat(focused()).startsWith("lab-panel-");
        assertThat(view().lab().isOpen()).isTrue();
    }

    private boolean pinned() {
        return session().shown().get().focus().pinned();
    }

    /** Keys and words of the foot that is shown, from left to right. */
    private String foot() {
        return onWindow(() -> lookup(".foot .key").queryAll().stream()
                .map(Node::getParent)
                .distinct()
                .filter(KeyHints.class::isInstance)
                .flatMap(hints -> hints.getChildrenUnmodifiable().stream())
                .map(node -> ((Labeled) node).getText())
                .collect(Collectors.joining(" ")));
    }
}
