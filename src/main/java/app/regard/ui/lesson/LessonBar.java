package app.regard.ui.lesson;

import app.regard.ui.kit.Controls;
import app.regard.ui.kit.TextLimit;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The open lesson below the header: its title, where we are in it, what is said here, on and back. */
public final class LessonBar extends HBox {
    private static final double TITLE = 250;

    private final TextField title = new TextField();
    private final TextField cardTitle = new TextField();
    private final TextArea notes = new TextArea();
    private final TextArea whole = new TextArea();
    private final Label place = new Label();
    private final Button back = new Button("◀");
    private final Button next = new Button("Next  ▶");
    private boolean showing;

    public LessonBar(LessonModel lessonModel) {
        getStyleClass().add("lesson-bar");
        setId("lesson-bar");
        text(title, "lesson-title", "Title of the lesson", lessonModel::title);
        text(cardTitle, "card-title", "Title of this card", lessonModel::cardTitle);
        text(notes, "card-notes", "Notes to this card", lessonModel::cardNotes);
        text(whole, "lesson-notes", "Notes to the whole lesson", lessonModel::notes);
        whole.setWrapText(true);
        whole.setPrefRowCount(2);
        whole.setMinHeight(USE_PREF_SIZE);
        notes.setWrapText(true);
        notes.setPrefRowCount(2);
        notes.setMinHeight(USE_PREF_SIZE);
        place.setId("card-place");
        place.setMinWidth(USE_PREF_SIZE);
        back.setId("card-back");
        back.setAccessibleText("Back to the card before");
        back.setOnAction(e -> lessonModel.back());
        next.setId("card-next");
        next.setAccessibleText("Next card");
        next.getStyleClass().add("accent");
        next.setMinWidth(USE_PREF_SIZE);
        next.setOnAction(e -> lessonModel.next());
        HBox steps = new HBox(8, back, place, Controls.spring(), next);
        steps.setAlignment(Pos.CENTER_LEFT);
        VBox left = new VBox(6, title, steps);
        left.setMinWidth(TITLE);
        left.setPrefWidth(TITLE);
        HBox.setHgrow(cardTitle, Priority.ALWAYS);
        HBox words = new HBox(8, cardTitle, segments());
        VBox right = new VBox(6, words, new StackPane(notes, whole));
        right.setMinWidth(0);
        HBox.setHgrow(right, Priority.ALWAYS);
        getChildren().addAll(left, right);
        lessonModel.open().addListener((o, was, is) -> show(is));
        show(lessonModel.open().get());
    }

    /** Whose notes are seen. */
    private HBox segments() {
        ToggleGroup group = new ToggleGroup();
        ToggleButton ofCard = Controls.segment("Card", group);
        ofCard.setAccessibleText("Notes to this card");
        ToggleButton ofLesson = Controls.segment("Lesson", group);
        ofLesson.setId("notes-of-lesson");
        ofLesson.setAccessibleText("Notes to the whole lesson");
        group.selectToggle(ofCard);
        whole.visibleProperty().bind(ofLesson.selectedProperty());
        notes.visibleProperty().bind(ofLesson.selectedProperty().not());
        HBox box = new HBox(ofCard, ofLesson);
        box.getStyleClass().add("segments");
        Controls.join(box);
        return box;
    }

    private void text(TextInputControl field, String id, String name, Consumer<String> take) {
        field.setTextFormatter(TextLimit.notes());
        field.setId(id);
        field.setPromptText(name);
        field.setAccessibleText(name);
        field.textProperty().addListener((o, was, is) -> {
            if (!showing) {
                take.accept(is);
            }
        });
    }

    private void show(Optional<LessonModel.Open> is) {
        setVisible(is.isPresent());
        setManaged(is.isPresent());
        is.ifPresent(o -> {
            showing = true; // what comes from the lesson is no change of it
            set(title, o.lesson().title());
            set(cardTitle, o.shown().title());
            set(notes, o.shown().notes());
            set(whole, o.lesson().notes());
            showing = false;
            place.setText("Card " + (o.card() + 1) + " of " + o.cards());
            back.setDisable(o.card() == 0);
            next.setDisable(o.card() + 1 == o.cards());
        });
    }

    /** The caret stays where it is while the reader types. */
    private static void set(TextInputControl field, String text) {
        if (!field.getText().equals(text)) {
            field.setText(text);
        }
    }
}
