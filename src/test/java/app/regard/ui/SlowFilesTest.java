package app.regard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.Fifo;
import app.regard.file.Lesson;
import app.regard.file.Lessons;
import app.regard.trace.Experiment;
import app.regard.trace.LabState;
import app.regard.trace.Moment;
import app.regard.trace.Source;
import app.regard.transformer.TinyModels;
import app.regard.ui.app.MainView;
import app.regard.ui.app.Window;
import app.regard.ui.app.WindowTest;
import app.regard.ui.kit.FileDialogs;
import app.regard.ui.kit.Notice;
import app.regard.ui.lesson.LessonModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that take their time, or never end, hold up nothing, and can be given up. */
class SlowFilesTest extends WindowTest {
    private static final Moment CAT = new Moment(Experiment.of("the cat sat", new Source.Simple("similarity")), 4, 2);

    @TempDir
    private Path folder;

    private Path lesson(String title) {
        Path file = folder.resolve(title + ".regard");
        Lessons.write(file, true, new Lesson(title, "", List.of(new Lesson.Card(CAT, "", ""))));
        return file;
    }

    private void untilDone() {
        until(() -> view().storage().waiting().get().isEmpty());
    }

    private String opened() {
        return view().lessonModel().open().get().map(LessonModel.Open::name).orElse("none");
    }

    @Test
    void aPipeIsNoLesson() throws IOException, InterruptedException {
        Path pipe = Fifo.at(folder.resolve("pipe.regard"));
        answers.next(pipe);
        together(KeyCode.CONTROL, KeyCode.O);
        untilDone();
        assertThat(label("notice")).contains("“pipe.regard” is a pipe");
        Path array = Fifo.at(folder.resolve("pipe.npy"));
        interact(() -> session().openAttention(array));
        until(() -> !session().busy().get());
        assertThat(label("notice")).contains("“pipe.npy” is a pipe");
        interact(() -> view().lessons().begin());
        answers.next(pipe);
        together(KeyCode.CONTROL, KeyCode.S);
        untilDone();
        assertThat(label("notice")).contains("“pipe.regard” is a pipe");
        assertThat(view().lessonModel().changed()).isTrue();
    }

    @Test
    void aLessonIsReadAwayFromTheWindowAndSaidInTheFoot() {
        Path file = lesson("One");
        interact(() -> {
            view().lessons().open(file);
            assertThat(opened()).isEqualTo("none");
            assertThat(view().storage().waiting().get()).isEqualTo("Opening “One.regard” …");
        });
        untilDone();
        assertThat(opened()).isEqualTo("One");
        assertThat(view().lookup("#busy").isVisible()
                        && view().lookup("#busy").getParent().isVisible())
                .isFalse();
    }

    @Test
    void escGivesUpALessonThatIsBeingOpened() {
        Path file = lesson("One");
        interact(() -> {
            view().leaveField();
            view().lessons().open(file);
            escape();
            assertThat(view().storage().waiting().get()).isEmpty();
        });
        settle();
        assertThat(label("notice")).isEqualTo("The lesson was not opened: what was open stays.");
        assertThat(opened()).isEqualTo("none");
        interact(() -> assertThat(view().foot().cancel()).isFalse()); // nothing is left to give up
        interact(() -> view().lessons().open(file));
        untilDone();
        assertThat(opened()).isEqualTo("One"); // and asked for again it comes
    }

    @Test
    void escGivesUpAModelThatIsBeingReadWhereverTheKeyboardIs() {
        Path bert = TinyModels.folder("bert-tiny");
        Experiment shown = session().shown().get().experiment();
        for (String at : List.of("sentence", "mask", "stage")) {
            Node owner = node(at, Node.class);
            interact(() -> {
                owner.requestFocus();
                session().openModel(bert);
                escape();
                assertThat(session().busy().get()).as(at).isFalse();
                assertThat(owner.isFocused()).as("one thing a press").isTrue();
            });
            assertThat(label("notice")).isEqualTo("The model was not read: what was shown stays.");
            assertThat(session().shown().get().experiment()).isEqualTo(shown);
            interact(() -> session().say(Notice.NONE));
        }
        interact(() -> session().openModel(bert));
        until(() -> session().shown().get().experiment().source().table().equals(bert.toString()));
    }

    @Test
    void escInALabGivesUpTheModelThatIsBeingReadBeforeTheLab() {
        LabState lab = new LabState("distance", Map.of());
        interact(() -> session().useLab(lab));
        until(() -> !view().lab().running().get());
        interact(() -> {
            view().leaveField();
            session().openModel(TinyModels.folder("bert-tiny"));
            escape();
            assertThat(session().busy().get()).isFalse();
            assertThat(session().lab().get()).isEqualTo(lab);
            escape();
            assertThat(session().lab().get()).isNull();
        });
    }

    private void escape() {
        Event.fireEvent(
                view().getScene().getFocusOwner(),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
    }

    @Test
    void aLessonBegunMeanwhileIsNotLostForTheOneThatComesLate() {
        Path file = lesson("One");
        interact(() -> {
            view().lessons().open(file);
            view().lessonModel().begin();
            view().lessonModel().title("Mine");
        });
        untilDone();
        assertThat(opened()).isEqualTo("Mine");
        assertThat(label("notice")).contains("“One.regard” was not opened");
    }

    @Test
    void whatIsChangedWhileALessonIsSavedIsStillUnsaved() {
        Path file = lesson("One");
        interact(() -> view().lessons().open(file));
        untilDone();
        interact(() -> {
            view().lessonModel().title("Two");
            view().lessons().save();
            view().lessonModel().title("Three");
        });
        untilDone();
        assertThat(Lessons.read(file).title()).isEqualTo("Two");
        assertThat(view().lessonModel().changed()).isTrue();
        interact(() -> {
            view().lessons().save();
            view().lessonModel().title("Four");
            view().lessons().save(); // waits for the one before
        });
        untilDone();
        assertThat(Lessons.read(file).title()).isEqualTo("Four");
        assertThat(view().lessonModel().changed()).isFalse();
    }

    @Test
    void aFileOfAttentionCanBeGivenUpAndWhatIsShownStays() throws IOException {
        Path file = folder.resolve("weights.json");
        java.nio.file.Files.writeString(
                file, "{\"tokens\": [\"a\", \"b\"], \"attention\": [[0.25, 0.75], [0.5, 0.5]]}");
        Experiment before = session().experiment().get();
        interact(() -> {
            session().openAttention(file);
            assertThat(session().experimentModel().awaited().file()).isTrue();
            assertThat(view().foot().cancel()).isTrue();
            assertThat(session().busy().get()).isFalse();
        });
        settle();
        assertThat(label("notice")).isEqualTo("The file was not read: what was shown stays.");
        interact(() -> session().openAttention(file));
        until(() -> session().shown().get().experiment().source() instanceof Source.Imported);
        interact(() -> {
            session().undo();
            session().redo(); // the file is read again, and given up
            assertThat(view().foot().cancel()).isTrue();
        });
        assertThat(session().busy().get()).isFalse();
        assertThat(session().experiment().get()).isEqualTo(before);
        assertThat(session().shown().get().experiment()).isEqualTo(before);
        assertThat(field().getText()).isEqualTo(before.text());
    }

    @Test
    void aPipeInThePlaceOfWhatIsRememberedHangsNeitherTheStartNorTheEnd() throws IOException, InterruptedException {
        Path place = Fifo.at(folder.resolve("session.json"));
        Fifo.at(folder.resolve("recovery-1.json"));
        Stage[] stage = new Stage[1];
        interact(() -> {
            stage[0] = new Stage();
            MainView second = Window.show(stage[0], FileDialogs.NONE, Optional.of(place));
            assertThat(second.session().experiment().get().text()).isEqualTo("bank of the river");
        });
        assertThat(folder.resolve("session.json.broken")).exists();
        java.nio.file.Files.deleteIfExists(place);
        Fifo.at(place);
        interact(() -> stage[0].close());
        assertThat(java.nio.file.Files.isRegularFile(place)).isFalse();
    }

    @Test
    void closingTheWindowWhileAnExportRunsLeavesNothingHalfWritten() throws InterruptedException {
        Path file = folder.resolve("long.png");
        CountDownLatch begun = new CountDownLatch(1);
        interact(() -> view().saving().file(file, (out, progress) -> {
            out.write(new byte[1 << 20]);
            begun.countDown();
            while (true) {
                progress.check();
                Thread.onSpinWait();
            }
        }));
        begun.await();
        assertThat(folder).isNotEmptyDirectory(); // it is being written
        interact(() -> ((Stage) view().getScene().getWindow()).close());
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void closingTheWindowWhileALessonIsSavedLeavesItWhole() {
        Path file = lesson("One");
        interact(() -> view().lessons().open(file));
        untilDone();
        interact(() -> {
            view().lessonModel().notes("x".repeat(100_000));
            view().lessons().save();
            ((Stage) view().getScene().getWindow()).close();
            assertThat(Lessons.read(file).notes()).hasSize(100_000); // before the program may end
        });
        assertThat(folder.toFile().list()).containsExactly("One.regard");
    }
}
