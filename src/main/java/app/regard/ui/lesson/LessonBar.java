package app.regard.ui.lesson;

import app.regard.ui.kit.Controls;
import app.regard.ui.kit.TextLimit;
import app.regard.ui.session.Workspace;
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
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The open lesson below the header: its title, where we are in it, what is said here, on and back. */
public final class LessonBar extends HBox {
    private static final double TITLE = 320;

    private final TextField title = new TextField();
    private final TextField cardTitle = new TextField();
    private final TextArea notes = new TextArea();
    private final TextArea whole = new TextArea();
    private final Label place = new Label();
    private final Button back = new Button("◀");
    private final Button next = new Button("Next  ▶");
    private final HBox left = new HBox(8);
    private boolean showing;

    /** @param files opens the list of cards */
    public LessonBar(LessonModel lessonModel, LessonFiles files, Workspace session) {
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
        Button cards = button("card-list", "Cards…", "List of the cards: order, duplicate, remove", files::cards);
        HBox steps = new HBox(8, back, place, cards, Controls.spring(), next);
        steps.setAlignment(Pos.CENTER_LEFT);
        VBox where = new VBox(6, title, steps);
        where.setMinWidth(TITLE);
        where.setPrefWidth(TITLE);
        HBox.setHgrow(cardTitle, Priority.ALWAYS);
        Label said = Controls.whole(Controls.quiet("left its card"));
        said.setId("card-left");
        left.getChildren()
                .setAll(
                        said,
                        button("card-return", "Back to the card", "Show the card as it is", lessonModel::show),
                        button("card-update", "Update the card", "Make the card show this", lessonModel::update));
        left.setAlignment(Pos.CENTER_LEFT);
        HBox words = new HBox(8, cardTitle, left, segments());
        VBox right = new VBox(6, words, new StackPane(notes, whole));
        right.setMinWidth(0);
        HBox.setHgrow(right, Priority.ALWAYS);
        getChildren().addAll(where, right);
        Runnable leaving = () -> Controls.show(left, lessonModel.hasLeft());
        session.shown().addListener((o, was, is) -> leaving.run());
        session.lab().addListener((o, was, is) -> leaving.run());
        lessonModel.open().addListener((o, was, is) -> {
            show(is);
            leaving.run();
        });
        leaving.run();
        show(lessonModel.open().get());
    }

    private static Button button(String id, String text, String spoken, Runnable action) {
        Button button = Controls.whole(new Button(text));
        button.setId(id);
        button.setAccessibleText(spoken);
        button.setTooltip(new Tooltip(spoken));
        button.setOnAction(e -> action.run());
        return button;
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
