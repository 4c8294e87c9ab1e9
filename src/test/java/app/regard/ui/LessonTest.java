package app.regard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.file.Lesson;
import app.regard.file.Lessons;
import app.regard.trace.Mask;
import app.regard.trace.Moment;
import app.regard.ui.lesson.LessonFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;

/** Lessons are made, saved, opened and stepped through, and nothing is lost unasked. */
class LessonTest extends LessonWindow {
    @Test
    void aLessonIsMadeSavedAndOpenedAgain() {
        click("stage-6");
        choose("lesson-new");
        assertThat(label("card-place")).isEqualTo("Card 1 of 1");
        write("lesson-title", "Banks");
        write("card-notes", "Look at river.");
        click("notes-of-lesson");
        write("lesson-notes", "For the second hour.");
        retype("the river");
        click("stage-3");
        choose("lesson-add");
        assertThat(label("card-place")).isEqualTo("Card 2 of 2");
        write("card-title", "Scores");
        Path file = folder.resolve("banks.regard");
        answers.next(file);
        together(KeyCode.CONTROL, KeyCode.S);
        untilDone();
        assertThat(answers.suggested()).containsExactly("banks.regard");
        Lesson saved = Lessons.read(file);
        assertThat(saved.title()).isEqualTo("Banks");
        assertThat(saved.notes()).isEqualTo("For the second hour.");
        assertThat(saved.cards()).hasSize(2);
        assertThat(saved.cards().get(0).notes()).isEqualTo("Look at river.");
        assertThat(saved.cards().get(0).moment())
                .isEqualTo(new Moment(session().library().examples().get(0).experiment(), 6, 0));
        assertThat(saved.cards().get(1).title()).isEqualTo("Scores");
        assertThat(saved.cards().get(1).moment().experiment().text()).isEqualTo("the river");
        assertThat(saved.cards().get(1).moment().stage()).isEqualTo(3);
    }

    @Test
    void oneKeyAddsTheMomentFromTheStagesTheSentenceTheNotesAndALab() {
        together(KeyCode.CONTROL, KeyCode.K);
        assertThat(label("card-place")).isEqualTo("Card 1 of 1");
        keys(KeyCode.ENTER, KeyCode.PAGE_DOWN);
        together(KeyCode.CONTROL, KeyCode.K);
        assertThat(lesson().cards().get(1).moment().stage()).isEqualTo(2);
        interact(() -> node("card-notes", Node.class).requestFocus());
        keys(KeyCode.PAGE_DOWN);
        together(KeyCode.CONTROL, KeyCode.K);
        assertThat(lesson().cards().get(2).moment().stage()).isEqualTo(3);
        interact(() -> view().lab().open("order"));
        together(KeyCode.CONTROL, KeyCode.K);
        assertThat(lesson().cards().get(3).moment().lab()).isNotNull();
        assertThat(lesson().cards()).hasSize(4);
        assertThat(node("lab-card", javafx.scene.control.Button.class)
                        .getTooltip()
                        .getText())
                .contains("Ctrl+K");
    }

    @Test
    void nextStepsThroughTheCards() {
        open(lesson("two.regard"));
        assertThat(field().getText()).isEqualTo("the cat sat");
        assertThat(stage()).isEqualTo(4);
        assertThat(query()).isEqualTo(2);
        assertThat(label("card-place")).isEqualTo("Card 1 of 2");
        assertThat(node("card-back", Node.class).isDisabled()).isTrue();
        click("card-next");
        assertThat(field().getText()).isEqualTo("a dog ran home");
        assertThat(session().experiment().get()).isEqualTo(DOG);
        assertThat(stage()).isEqualTo(8);
        assertThat(text("card-notes")).isEqualTo("said second");
        assertThat(node("card-next", Node.class).isDisabled()).isTrue();
        together(KeyCode.CONTROL, KeyCode.PAGE_UP);
        assertThat(label("card-place")).isEqualTo("Card 1 of 2");
        assertThat(field().getText()).isEqualTo("the cat sat");
        together(KeyCode.CONTROL, KeyCode.PAGE_DOWN);
        assertThat(query()).isEqualTo(3);
        assertThat(view().lessonModel().changed()).isFalse(); // looking changes nothing
    }

    @Test
    void stepsAreUndoneLikeAnythingElse() {
        open(lesson("two.regard"));
        together(KeyCode.CONTROL, KeyCode.Z);
        assertThat(field().getText()).isEqualTo("bank of the river");
    }

    @Test
    void aBrokenFileIsSaidWithItsPlaceAndWhatWasOpenStays() throws IOException {
        open(lesson("two.regard"));
        Path broken = folder.resolve("broken.regard");
        String text = java.nio.file.Files.readString(folder.resolve("two.regard"));
        java.nio.file.Files.writeString(broken, text.replaceFirst("\"stage\" *: *8", "\"stage\": 9"));
        open(broken);
        assertThat(label("notice")).contains("card 2").contains("stage");
        assertThat(label("card-place")).isEqualTo("Card 1 of 2");
        assertThat(field().getText()).isEqualTo("the cat sat");
        java.nio.file.Files.writeString(broken, text.substring(0, text.length() / 2));
        open(broken);
        assertThat(label("notice")).contains("line");
        assertThat(text("lesson-title")).isEqualTo("Two");
    }

    /** As the first version wrote them: without a lab, a second sentence, or the choice of scaling. */
    @Test
    void aLessonOfTheFirstFormatShowsItsCards() throws IOException {
        Path file = java.nio.file.Files.writeString(folder.resolve("old.regard"), """
                {"format": 1, "title": "Old", "notes": "for all", "cards": [
                  {"title": "One", "notes": "look", "stage": 6, "query": 1,
                   "experiment": {"text": "bank of the river", "source": {"kind": "preset", "table": "river"}}},
                  {"stage": 3, "query": 0, "experiment": {"text": "cats are great",
                   "source": {"kind": "simple", "head": "agreement"}, "mask": "causal",
                   "positions": {"scheme": "sinusoidal", "strength": 0.25}, "temperature": 2}}]}
                """);
        open(file);
        assertThat(label("card-place")).isEqualTo("Card 1 of 2");
        assertThat(text("lesson-title")).isEqualTo("Old");
        assertThat(text("card-title")).isEqualTo("One");
        assertThat(text("card-notes")).isEqualTo("look");
        assertThat(field().getText()).isEqualTo("bank of the river");
        assertThat(stage()).isEqualTo(6);
        assertThat(query()).isEqualTo(1);
        assertThat(drawn("heatmap").texts()).contains("0.56"); // of → of, as published
        together(KeyCode.CONTROL, KeyCode.PAGE_DOWN);
        assertThat(field().getText()).isEqualTo("cats are great");
        assertThat(stage()).isEqualTo(3);
        assertThat(session().experiment().get().temperature()).isEqualTo(2);
        assertThat(session().experiment().get().mask()).isEqualTo(Mask.CAUSAL);
        assertThat(weight(0, 1)).isZero();
        assertThat(node("card-left", Node.class).getParent().isVisible()).isFalse();
    }

    @Test
    void aNewerFileIsSaid() throws IOException {
        Path newer = java.nio.file.Files.writeString(
                folder.resolve("newer.regard"), "{\"format\": 99, \"title\": \"x\", \"cards\": []}");
        open(newer);
        assertThat(label("notice")).contains("newer Regard").contains("99");
        assertThat(view().lessonModel().open().get()).isEmpty();
    }

    @Test
    void changesAreMarkedAndAskedAboutOnce() {
        Path one = lesson("one.regard");
        Path two = lesson("two.regard");
        open(one);
        assertThat(title()).isEqualTo("Two – Regard");
        write("card-notes", "changed");
        assertThat(title()).isEqualTo("• Two – Regard");
        answers.next(two);
        together(KeyCode.CONTROL, KeyCode.O);
        assertThat(label("question-text")).isEqualTo("Save the changes to “Two”?");
        assertThat(answers.opened()).isEqualTo(1); // when the first was opened
        keys(KeyCode.ESCAPE);
        assertThat(text("card-notes")).isEqualTo("changed");
        together(KeyCode.CONTROL, KeyCode.O);
        click("question-lose");
        untilDone();
        assertThat(view().overlay().isOpen()).isFalse();
        assertThat(view().lessonModel().open().get().orElseThrow().file()).contains(two);
        assertThat(Lessons.read(one).cards().get(0).notes()).isEqualTo("said first");
        choose("lesson-new");
        assertThat(view().overlay().isOpen()).isFalse(); // nothing to lose, nothing to ask
    }

    @Test
    void theAnswerSaveSavesFirst() {
        Path one = lesson("one.regard");
        open(one);
        write("card-notes", "changed");
        choose("lesson-close");
        click("question-save");
        untilDone();
        assertThat(Lessons.read(one).cards().get(0).notes()).isEqualTo("changed");
        assertThat(view().lessonModel().open().get()).isEmpty();
        assertThat(view().lookup("#lesson-bar").isVisible()).isFalse();
    }

    @Test
    void closingTheWindowAsksToo() {
        open(lesson("one.regard"));
        write("lesson-title", "Other");
        Window window = view().getScene().getWindow();
        interact(() -> window.fireEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST)));
        assertThat(window.isShowing()).isTrue();
        assertThat(label("question-text")).contains("“Other”");
        click("question-lose");
        until(() -> !window.isShowing());
    }

    @Test
    void whoeverDoesNotSayWhereKeepsTheChanges() {
        choose("lesson-new");
        choose("lesson-close");
        click("question-save"); // no answer where to
        assertThat(view().lessonModel().open().get()).isPresent();
        assertThat(view().lessonModel().changed()).isTrue();
    }

    @Test
    void aFileThatIsDraggedInIsOpened() {
        Path file = lesson("dragged.regard");
        assertThat(LessonFiles.dragged(List.of(Path.of("a.txt")))).isEmpty();
        Optional<Path> found = LessonFiles.dragged(List.of(Path.of("a.txt"), file));
        interact(() -> view().lessons().open(found.orElseThrow()));
        untilDone();
        assertThat(field().getText()).isEqualTo("the cat sat");
    }

    @Test
    void theListOfRecentLessonsBeginsWithTheNewest() throws IOException {
        Path one = lesson("one.regard");
        open(one);
        open(lesson("two.regard"));
        assertThat(view().lessonModel().recent().get())
                .containsExactly(folder.resolve("two.regard").toAbsolutePath(), one.toAbsolutePath());
        interact(() -> view().lessons().open(view().lessonModel().recent().get().get(1)));
        untilDone();
        assertThat(view().lessonModel().open().get().orElseThrow().file()).contains(one.toAbsolutePath());
        java.nio.file.Files.delete(folder.resolve("two.regard"));
        open(folder.resolve("two.regard"));
        assertThat(label("notice")).contains("two.regard");
        assertThat(view().lessonModel().open().get().orElseThrow().file()).contains(one.toAbsolutePath());
    }
}
