package app.regard.ui.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.cli.InProcess;
import app.regard.draw.Spot;
import app.regard.file.Lesson;
import app.regard.file.Lessons;
import app.regard.stage.HeadGrid;
import app.regard.ui.app.WindowTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every card of every tour is not done when it comes, and is done by what a learner does with mouse and keys. */
class ToursTest extends WindowTest {
    private static final String TODO = "○ Not done yet.";
    private static final String DONE = "✓ Done.";

    /** What a learner does on each card. */
    private final Map<String, List<Runnable>> deeds = Map.of(
            "context",
            List.of(
                    points("X", 0, 3),
                    points("Q", 0, 3),
                    points("S", 0, 3),
                    () -> {
                        keys(KeyCode.PAGE_DOWN, KeyCode.PAGE_DOWN);
                        pointAt("stage", new Spot("A", 0, 3));
                    },
                    points("aV", 3, 0),
                    points("O", 0, 2),
                    () -> replaceEnd(" of the river".length(), ""),
                    () -> {
                        keys(KeyCode.B); // the way on has the keyboard
                        retype("bank account");
                    }),
            "it",
            List.of(
                    () -> pointAt("strip", chip(7)),
                    this::widen,
                    points("S", 7, 1),
                    () -> choose("lab-word", "wide"),
                    () -> choose("lab-layer", "2"),
                    maps(10, 2),
                    this::widen),
            "three-words",
            List.of(
                    points("X", 0, 1),
                    points("Q", 0, 2),
                    points("S", 0, 2),
                    points("S/√d", 0, 2),
                    () -> {
                        keys(KeyCode.PAGE_DOWN);
                        pointAt("stage", new Spot("A", 0, 2));
                    },
                    points("O", 0, 0),
                    () -> {
                        click("temperature");
                        together(KeyCode.CONTROL, KeyCode.A);
                        keys(KeyCode.PERIOD, KeyCode.DIGIT5, KeyCode.ENTER);
                    }),
            "library",
            List.of(
                    points("Q", 0, 3),
                    points("K", 3, 3),
                    points("S", 0, 3),
                    points("aV", 3, 0),
                    () -> types("W_V"),
                    () -> types("W_K"),
                    points("A", 2, 2)),
            "learned",
            List.of(maps(8, 7), maps(10, 11), () -> choose("mask", "causal"), maps(13, 0), maps(10, 2), () -> {
                until(() -> lookup("#lab-panel-heads").tryQuery().isPresent()
                        && figure("lab-panel-heads")
                                .figure()
                                .boxOf(new Spot(HeadGrid.HEADS, 2, 1))
                                .isPresent());
                clickAt("lab-panel-heads", new Spot(HeadGrid.HEADS, 2, 1));
            }));

    private Runnable points(String matrix, int row, int col) {
        return () -> pointAt("stage", new Spot(matrix, row, col));
    }

    /** In the heat map, which shows what the stage's matrix leaves out. */
    private Runnable maps(int row, int col) {
        return () -> pointAt("heatmap", new Spot("A", row, col));
    }

    /** Deletes at the end of the sentence, and types small letters and a full stop. */
    private void replaceEnd(int less, String more) {
        click("sentence");
        keys(KeyCode.END);
        times(KeyCode.BACK_SPACE, less);
        letters(more);
    }

    private void widen() {
        replaceEnd("tired.".length(), "wide");
        keys(KeyCode.PERIOD);
    }

    private void choose(String control, String entry) {
        ComboBox<?> box = node(control, ComboBox.class);
        interact(box::requestFocus);
        int steps = box.getItems().indexOf(entry) - box.getSelectionModel().getSelectedIndex();
        times(steps > 0 ? KeyCode.DOWN : KeyCode.UP, Math.abs(steps));
    }

    private void types(String matrix) {
        Spot cell = new Spot(matrix, 0, 1);
        until(() -> figure("lab-panel-matrix").figure().boxOf(cell).isPresent());
        clickAt("lab-panel-matrix", cell);
        keys(KeyCode.DIGIT2, KeyCode.ENTER);
    }

    @Test
    void fromWordsToVectorsInContext() {
        walk("context");
    }

    @Test
    @Tag("model")
    void whatDoesItMean() {
        walk("it");
    }

    @Test
    void threeWordsByHand() {
        walk("three-words");
    }

    @Test
    void theLibrary() {
        walk("library");
    }

    @Test
    @Tag("model")
    void headsThatWereLearned() {
        walk("learned");
    }

    private void walk(String name) {
        open(name);
        List<Lesson.Card> cards = Tours.read(name).cards();
        List<Runnable> steps = Objects.requireNonNull(deeds.get(name));
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
            steps.get(c).run();
            until(() -> label("card-tick").equals(DONE), where);
            assertThat(label("card-after")).as(where).isEqualTo(card.after());
            assertThat(node("card-task-pane", Node.class).getAccessibleText()).endsWith(card.after());
            if (c + 1 < cards.size()) {
                assertThat(label("card-next")).isEqualTo("Next  ▶");
                if (c % 2 == 0) {
                    click("card-next");
                } else {
                    together(KeyCode.CONTROL, KeyCode.PAGE_DOWN);
                }
            }
        }
        assertThat(label("card-next")).isEqualTo("End  ▶");
        click("card-next");
        assertThat(view().lessonModel().open().get()).isEmpty(); // nothing was changed, nothing is asked
    }

    private static void until(Callable<Boolean> so, String where) {
        try {
            until(so);
        } catch (AssertionError e) {
            throw new AssertionError(where, e);
        }
    }

    private void open(String name) {
        click("lesson");
        until(() -> lookup("#lesson-tours").tryQuery().isPresent());
        click("lesson-tours");
        until(() -> lookup("#tour-" + name).tryQuery().isPresent());
        click("tour-" + name);
        until(() ->
                listWindows().size() == 1 && view().lessonModel().open().get().isPresent());
    }

    @Test
    void pagesAndSheetsAreMadeOfATour(@TempDir Path folder) {
        Path lesson = folder.resolve("tour.regard");
        Lessons.write(lesson, false, Tours.read("library"));
        Path page = folder.resolve("tour.html");
        assertThat(InProcess.run("page", "--lesson", lesson, "-o", page).err()).isEmpty();
        assertThat(page).content().contains("Other books, same labels?").contains("W_V");
        Path sheet = folder.resolve("tour.pdf");
        assertThat(InProcess.run("classsheet", "--lesson", lesson, "-o", sheet).err())
                .isEmpty();
        assertThat(sheet).isNotEmptyFile();
    }

    @Test
    void withoutATrainedModelItsCardsAreLeftOut() {
        assertThat(Tours.untrained(Tours.read("it"))).hasSize(5);
        assertThat(Tours.untrained(Tours.read("learned"))).isEmpty();
        assertThat(Tours.untrained(Tours.read("context"))).hasSize(8);
    }

    @Test
    void aCardIsSkippedAndATickStays() {
        open("context");
        assertThat(label("card-next")).isEqualTo("Skip  ▶");
        assertThat(node("card-next", Node.class).getAccessibleText()).isEqualTo("Skip this card");
        pointAt("stage", new Spot("X", 0, 0));
        assertThat(label("card-tick")).isEqualTo(DONE);
        pointAt("stage", new Spot("X", 1, 0));
        assertThat(label("card-tick")).as("what was done stays done").isEqualTo(DONE);
        click("card-next");
        assertThat(label("card-tick")).isEqualTo(TODO);
        click("card-next");
        assertThat(label("card-place")).isEqualTo("Card 3 of 8");
        click("card-back");
        click("card-back");
        assertThat(label("card-tick")).isEqualTo(DONE);
    }

    @Test
    void aTourIsATeachersOwnOnceItIsChanged() {
        open("three-words");
        click("notes-of-card");
        TextField title = node("card-title", TextField.class);
        click("card-title");
        interact(() -> title.setText("Rows and columns"));
        assertThat(view().lessonModel().changed()).isTrue();
        click("task-of-card");
        assertThat(label("card-question")).isEqualTo("Rows and columns");
        assertThat(view().lessonModel().open().get().orElseThrow().shown().done())
                .isPresent();
    }
}
