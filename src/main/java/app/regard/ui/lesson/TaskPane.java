package app.regard.ui.lesson;

import app.regard.file.Lesson;
import app.regard.text.Printable;
import app.regard.ui.kit.Controls;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The task of a card as its learner reads it: what to do, and once it is done a tick and what is to be seen. */
final class TaskPane extends VBox {
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");

    private final Label task = new Label();
    private final Label tick = Controls.whole(new Label());
    private final Label after = new Label();

    TaskPane() {
        super(4);
        setId("card-task-pane");
        getStyleClass().add("task");
        setFocusTraversable(true); // so that a screen reader can be brought to it
        setAccessibleRole(AccessibleRole.TEXT);
        task.setId("card-task");
        tick.setId("card-tick");
        tick.getStyleClass().add("tick");
        after.setId("card-after");
        for (Label text : new Label[] {task, after}) {
            text.setWrapText(true);
            text.setMinHeight(Region.USE_PREF_SIZE);
        }
        getChildren().setAll(task, new HBox(8, tick, after));
    }

    /** Shows what a card asks for; what is to be seen comes when it is done. */
    void show(Lesson.Card card, boolean done) {
        task.setText(lines(card.notes()));
        tick.setText(done ? "✓ Done." : "○ Not done yet.");
        after.setText(done ? lines(card.after()) : "");
        pseudoClassStateChanged(DONE, done);
        setAccessibleText(
                Printable.label(card.title()) + " " + task.getText() + " " + tick.getText() + " " + after.getText());
    }

    private static String lines(String text) {
        return text.lines().map(Printable::label).collect(Collectors.joining("\n"));
    }
}
