package app.regard.ui.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.file.Lesson;
import app.regard.ui.app.WindowTest;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;

/** A tour in the window: every card is not done when it comes, and is done by what its learner does. */
abstract class TourWindow extends WindowTest {
    static final String TODO = "○ Not done yet.";
    static final String DONE = "✓ Done.";

    /** Does all cards of a tour; the way on and the end are keys too where no mouse is used. */
    final void walk(String name, List<Runnable> steps, boolean byKeys) {
        open(name, byKeys);
        List<Lesson.Card> cards = Tours.read(name).cards();
        assertThat(cards).hasSameSizeAs(steps).hasSizeBetween(5, 9);
        for (int c = 0; c < cards.size(); c++) {
            Lesson.Card card = cards.get(c);
            String where = name + ", card " + (c + 1) + ": " + card.title();
            until(() -> !session().busy().get()
                    && session()
                            .moment()
                            .equals(card.moment().withLab(session().lab().get())));
            assertThat(label("card-question")).as(where).isEqualTo(card.title());
            assertThat(label("card-task")).as(where).isEqualTo(card.notes());
            assertThat(label("card-tick")).as(where).isEqualTo(TODO);
            assertThat(label("card-after")).as(where).isEmpty();
            assertThat(session().shown().get().hides())
                    .as("hidden weights: " + where)
                    .isEqualTo(card.hidesWeights());
            boolean lab = card.moment().lab() != null;
            assertThat(lab && node("lab-noticed", Node.class).isVisible())
                    .as("what to notice waits: " + where)
                    .isFalse();
            steps.get(c).run();
            until(() -> label("card-tick").equals(DONE), where);
            assertThat(label("card-after")).as(where).isEqualTo(card.after());
            assertThat(node("card-task-pane", Node.class).getAccessibleText()).endsWith(card.after());
            if (c + 1 < cards.size()) {
                assertThat(label("card-next")).isEqualTo("Next  ▶");
                if (byKeys) {
                    together(KeyCode.CONTROL, KeyCode.PAGE_DOWN);
                } else {
                    click("card-next");
                }
            }
        }
        assertThat(label("card-next")).isEqualTo("End  ▶");
        if (byKeys) {
            tabTo("card-next");
            keys(KeyCode.SPACE);
        } else {
            click("card-next");
        }
        assertThat(view().lessonModel().open().get()).isEmpty(); // nothing was changed, nothing is asked
    }

    private static void until(Callable<Boolean> so, String where) {
        try {
            until(so);
        } catch (AssertionError e) {
            throw new AssertionError(where, e);
        }
    }

    private void open(String name, boolean byKeys) {
        if (byKeys) {
            tabTo("lesson");
            keys(KeyCode.SPACE);
            until(() -> listWindows().size() == 2);
            keys(KeyCode.DOWN, KeyCode.DOWN, KeyCode.DOWN, KeyCode.DOWN, KeyCode.RIGHT);
            until(() -> listWindows().size() == 3);
            times(KeyCode.DOWN, Tours.NAMES.indexOf(name));
            keys(KeyCode.ENTER);
        } else {
            open(name);
        }
        until(() ->
                listWindows().size() == 1 && view().lessonModel().open().get().isPresent());
    }

    final void open(String name) {
        click("lesson");
        until(() -> has("#lesson-tours"));
        click("lesson-tours");
        until(() -> has("#tour-" + name));
        click("tour-" + name);
        until(() ->
                listWindows().size() == 1 && view().lessonModel().open().get().isPresent());
    }

    final void choose(String control, String entry) {
        ComboBox<?> box = node(control, ComboBox.class);
        interact(box::requestFocus);
        int steps = box.getItems().indexOf(entry) - box.getSelectionModel().getSelectedIndex();
        times(steps > 0 ? KeyCode.DOWN : KeyCode.UP, Math.abs(steps));
    }
}
