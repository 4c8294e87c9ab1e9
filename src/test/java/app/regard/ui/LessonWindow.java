package app.regard.ui;

import app.regard.file.Lesson;
import app.regard.file.Lessons;
import app.regard.trace.Experiment;
import app.regard.trace.Mask;
import app.regard.trace.Moment;
import app.regard.trace.Source;
import app.regard.ui.app.WindowTest;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.io.TempDir;

/** A window in which lessons are made and opened. */
abstract class LessonWindow extends WindowTest {
    static final Experiment CAT = Experiment.of("the cat sat", new Source.Simple("similarity"));

    static final Experiment DOG =
            Experiment.of("a dog ran home", new Source.Seeded("simple", 7)).withMask(Mask.CAUSAL);

    @TempDir
    Path folder;

    // ---- what a teacher does

    Path lesson(String name) {
        Path file = folder.resolve(name);
        Lessons.write(
                file,
                true,
                new Lesson(
                        "Two",
                        "",
                        List.of(
                                new Lesson.Card(new Moment(CAT, 4, 2), "First", "said first"),
                                new Lesson.Card(new Moment(DOG, 8, 3), "Second", "said second"))));
        return file;
    }

    void open(Path file) {
        answers.next(file);
        together(KeyCode.CONTROL, KeyCode.O);
        untilDone();
    }

    /** Waits until no lesson is being read or written. */
    void untilDone() {
        until(() -> view().storage().waiting().get().isEmpty());
    }

    void choose(String item) {
        click("lesson");
        until(() -> has("#" + item));
        click(item);
        until(() -> listWindows().size() == 1);
    }

    void write(String field, String text) {
        click(field);
        together(KeyCode.CONTROL, KeyCode.A);
        interact(() -> input(field).replaceSelection(text));
    }

    String text(String field) {
        return input(field).getText();
    }

    javafx.scene.control.TextInputControl input(String id) {
        return node(id, javafx.scene.control.TextInputControl.class);
    }

    Lesson lesson() {
        return view().lessonModel().open().get().orElseThrow().lesson();
    }

    String title() {
        return ((Stage) view().getScene().getWindow()).getTitle();
    }
}
