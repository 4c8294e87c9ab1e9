package app.regard.ui.lesson;

import app.regard.file.Lesson;
import app.regard.text.Printable;
import app.regard.ui.kit.Commands;
import app.regard.ui.kit.Controls;
import app.regard.ui.kit.TextLimit;
import app.regard.ui.session.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.event.ActionEvent;
import javafx.geometry.Pos;
import javafx.scene.Node;
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
    private static final double TITLE = 320;

    private final TextField title = new TextField();
    private final TextField cardTitle = new TextField();
    private final TextArea notes = new TextArea();
    private final TextArea whole = new TextArea();
    private final Label place = new Label();
    private final Button back = new Button("◀");
    private final Button next = new Button("Next  ▶");
    private final HBox left = new HBox(8);
    private final Label question = new Label();
    private final TaskPane todo = new TaskPane();
    private final ToggleGroup group = new ToggleGroup();
    private final ToggleButton ofTask = segment("Task", "task-of-card", "What is to be done on this card");
    private final ToggleButton ofCard = segment("Card", "notes-of-card", "Notes to this card");
    private final ToggleButton ofLesson = segment("Lesson", "notes-of-lesson", "Notes to the whole lesson");
    private final HBox segments = new HBox();
    private final LessonModel lessonModel;
    private final LessonFiles files;
    private final CardTask task;
    private final Runnable toTask;
    private final Consumer<Boolean> holds;
    private Optional<Lesson.Card> read = Optional.empty();
    private boolean showing;

    /**
     * The bar of the lesson that is open.
     *
     * @param files closes the lesson
     * @param commands the keys and what they do
     * @param results the numbers of the lab that is open, by name
     * @param news changes when these do
     * @param toTask brings the keyboard to where a task is done
     * @param holds is told whether a task is still to be done, so that nothing else tells what comes of it
     */
    public LessonBar(
            LessonFiles files,
            Commands commands,
            Workspace session,
            Function<String, OptionalDouble> results,
            ObservableValue<?> news,
            Runnable toTask,
            Consumer<Boolean> holds) {
        lessonModel = files.model();
        this.files = files;
        this.toTask = toTask;
        this.holds = holds;
        task = new CardTask(lessonModel, session, results, news);
        getStyleClass().add("lesson-bar");
        setId("lesson-bar");
        text(title, "lesson-title", "Title of the lesson", lessonModel::title);
        text(cardTitle, "card-title", "Title of this card", lessonModel::cardTitle);
        text(notes, "card-notes", "Notes to this card", lessonModel::cardNotes);
        text(whole, "lesson-notes", "Notes to the whole lesson", lessonModel::notes);
        cardTitle.setOnAction(e -> notes.requestFocus());
        Controls.tabLeaves(notes);
        Controls.tabLeaves(whole);
        whole.setWrapText(true);
        whole.setPrefRowCount(2);
        whole.setMinHeight(USE_PREF_SIZE);
        notes.setWrapText(true);
        notes.setPrefRowCount(2);
        notes.setMinHeight(USE_PREF_SIZE);
        place.setId("card-place");
        place.setMinWidth(USE_PREF_SIZE);
        Controls.named(back, "card-back", "Back to the card before");
        back.setTooltip(commands.of("card-before").tip("The card before"));
        back.setOnAction(e -> lessonModel.back());
        next.setId("card-next");
        next.setMinWidth(USE_PREF_SIZE);
        next.setTooltip(commands.of("card-after").tip("The next card"));
        next.setOnAction(e -> goOn());
        Button cards = button(commands, "lesson-cards", "card-list", "Cards…");
        HBox steps = new HBox(8, back, place, cards, Controls.spring(), next);
        steps.setAlignment(Pos.CENTER_LEFT);
        VBox where = new VBox(6, title, steps);
        where.setMinWidth(TITLE);
        where.setPrefWidth(TITLE);
        HBox.setHgrow(cardTitle, Priority.ALWAYS);
        Label said = Controls.whole(Controls.quiet("left its card"));
        said.setId("card-left");
        Button update = button(commands, "lesson-retake", "card-update", "Update the card");
        Button again = button(commands, "lesson-return", "card-return", "Back to the card");
        for (Button goes : List.of(again, update)) {
            goes.addEventHandler(ActionEvent.ACTION, e -> toTask.run()); // it is not there any more
        }
        left.getChildren().setAll(said, again, update);
        left.setAlignment(Pos.CENTER_LEFT);
        question.setId("card-question");
        question.getStyleClass().add("side-title");
        question.setMaxWidth(Double.MAX_VALUE);
        question.setMinHeight(USE_PREF_SIZE);
        question.setWrapText(true);
        HBox.setHgrow(question, Priority.ALWAYS);
        HBox words = new HBox(8, question, cardTitle, left, segments());
        words.setAlignment(Pos.CENTER_LEFT);
        VBox right = new VBox(6, words, new StackPane(notes, whole, todo));
        for (Node part : List.of(question, todo)) {
            part.visibleProperty().bind(ofTask.selectedProperty());
            part.managedProperty().bind(ofTask.selectedProperty());
        }
        for (Node part : List.of(cardTitle, said, update)) { // whoever does the task does not write the card
            part.visibleProperty().bind(ofTask.selectedProperty().not());
            part.managedProperty().bind(part.visibleProperty());
        }
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
        task.done().addListener((o, was, is) -> lessonModel.open().get().ifPresent(this::tell));
        leaving.run();
        show(lessonModel.open().get());
    }

    /** Whether its author has the keyboard in a title or in notes. */
    private boolean isWriting() {
        return Stream.of(title, cardTitle, notes, whole).anyMatch(Node::isFocused);
    }

    private static Button button(Commands commands, String command, String id, String text) {
        Button button = Controls.whole(commands.of(command).button());
        button.setId(id);
        button.setText(text);
        return button;
    }

    /** Puts the caret into the card’s title. */
    public void write() {
        ofCard.setSelected(true);
        cardTitle.requestFocus();
    }

    /** What is seen: the task, or whose notes. */
    private HBox segments() {
        group.selectToggle(ofCard);
        whole.visibleProperty().bind(ofLesson.selectedProperty());
        notes.visibleProperty().bind(ofCard.selectedProperty());
        for (Node part : List.of(whole, notes)) {
            part.managedProperty().bind(ofTask.selectedProperty().not());
        }
        segments.getStyleClass().add("segments");
        return segments;
    }

    private ToggleButton segment(String text, String id, String spoken) {
        ToggleButton button = Controls.segment(text, group);
        Controls.named(button, id, spoken);
        return button;
    }

    /** The next card; after the last one with something to do the lesson is over. */
    private void goOn() {
        boolean last =
                lessonModel.open().get().filter(o -> o.card() + 1 == o.cards()).isPresent();
        if (last) {
            files.close();
        } else {
            lessonModel.next();
        }
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
        if (is.isEmpty()) {
            holds.accept(false);
        }
        is.ifPresent(o -> {
            showing = true; // what comes from the lesson is no change of it
            set(title, o.lesson().title());
            set(cardTitle, o.shown().title());
            set(notes, o.shown().notes());
            set(whole, o.lesson().notes());
            showing = false;
            place.setText("Card " + (o.card() + 1) + " of " + o.cards());
            back.setDisable(o.card() == 0);
            tell(o);
        });
    }

    /** What is to be done, whether it is, and therefore what the way on is called. */
    private void tell(LessonModel.Open o) {
        Lesson.Card card = o.shown();
        boolean asks = card.done().isPresent();
        boolean other = read.filter(card::equals).isEmpty();
        read = Optional.of(card);
        List<ToggleButton> all = asks ? List.of(ofTask, ofCard, ofLesson) : List.of(ofCard, ofLesson);
        if (segments.getChildren().size() != all.size()) {
            segments.getChildren().setAll(all);
            Controls.join(segments);
        }
        if (asks && other && !ofCard.isFocused() && !isWriting()) {
            ofTask.setSelected(true);
            if (!files.asks()) { // as the list of cards, which is gone through with the keyboard
                toTask.run();
            }
        } else if (!asks && ofTask.isSelected()) {
            ofCard.setSelected(true);
        }
        boolean done = task.done().get();
        holds.accept(asks && !done);
        question.setText(Printable.label(card.title()));
        todo.show(card, done);
        boolean last = o.card() + 1 == o.cards();
        String way = last && asks ? "End" : asks && !done ? "Skip" : "Next";
        next.setText(way + "  ▶");
        next.setAccessibleText(
                (way.equals("End") ? "End the lesson" : way.equals("Skip") ? "Skip this card" : "Next card")
                        + (done ? ". " + todo.getAccessibleText() : ""));
        next.setDisable(last && !asks);
        next.getStyleClass().remove("accent");
        if (!asks || done) {
            next.getStyleClass().add("accent");
        }
    }

    /** The caret stays where it is while the reader types. */
    private static void set(TextInputControl field, String text) {
        if (!field.getText().equals(text)) {
            field.setText(text);
        }
    }
}
