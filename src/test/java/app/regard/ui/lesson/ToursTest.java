package app.regard.ui.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.cli.InProcess;
import app.regard.draw.Area;
import app.regard.draw.Spot;
import app.regard.file.Lessons;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All tours with keys alone, and what else a tour is: pages, skipped cards, a teacher's own. */
class ToursTest extends TourWindow {
    /** What a learner does on each card. */
    private final Map<String, List<Runnable>> keyboard = Map.of(
            "context",
            List.of(
                    arrows("X", 0, 3),
                    arrows("Q", 0, 3),
                    arrows("S", 0, 3),
                    then(arrows("A", 0, 3), KeyCode.PAGE_DOWN, KeyCode.PAGE_DOWN),
                    arrows("aV", 3, 0),
                    then(arrows("O", 0, 2), KeyCode.PAGE_DOWN),
                    () -> end(" of the river".length(), ""),
                    () -> {
                        keys(KeyCode.B);
                        keys(KeyCode.F2);
                        together(KeyCode.CONTROL, KeyCode.A);
                        letters("bank account");
                    }),
            "it",
            List.of(
                    then(arrows("A", 7, 1), times(5)),
                    this::wide,
                    arrows("S", 7, 1),
                    () -> control("lab-word", "wide"),
                    () -> control("lab-layer", "2"),
                    then(arrows("A", 10, 2), times(5)),
                    this::wide),
            "three-words",
            List.of(
                    arrows("X", 0, 1),
                    arrows("Q", 0, 2),
                    arrows("S", 0, 2),
                    arrows("S/√d", 0, 2),
                    then(arrows("A", 0, 2), KeyCode.PAGE_DOWN),
                    arrows("O", 0, 0),
                    () -> {
                        tabTo("temperature");
                        together(KeyCode.CONTROL, KeyCode.A);
                        keys(KeyCode.PERIOD, KeyCode.DIGIT5, KeyCode.ENTER);
                    }),
            "library",
            List.of(
                    arrows("Q", 0, 3),
                    arrows("K", 3, 3),
                    arrows("S", 0, 3),
                    arrows("aV", 3, 0),
                    this::typesTwo,
                    this::typesTwo,
                    then(arrows("A", 2, 2), times(4))),
            "learned",
            List.of(
                    arrows("A", 8, 7),
                    arrows("A", 10, 11),
                    () -> control("mask", "causal"),
                    arrows("A", 13, 0),
                    arrows("A", 10, 2),
                    () -> {
                        untilHere("lab-panel-heads");
                        keys(KeyCode.UP, KeyCode.ENTER);
                    }));

    private static KeyCode[] times(int pages) {
        return Collections.nCopies(pages, KeyCode.PAGE_DOWN).toArray(KeyCode[]::new);
    }

    /** Arrow keys in the stage, which has the keyboard, until a cell is pointed at. */
    private Runnable arrows(String matrix, int row, int col) {
        return () -> {
            assertThat(focused()).isEqualTo("stage");
            Spot there = new Spot(matrix, row, col);
            for (int i = 0; i < 80 && !there.equals(pointed()); i++) {
                keys(arrow(pointed(), there));
            }
            assertThat(pointed()).isEqualTo(there);
        };
    }

    private @Nullable Spot pointed() {
        return session().shown().get().focus().hover();
    }

    /** The arrow that leads on: from matrix to matrix in their order, in one by rows and columns. */
    private KeyCode arrow(@Nullable Spot at, Spot there) {
        if (at == null) {
            return KeyCode.DOWN;
        }
        if (at.matrix().equals(there.matrix())) {
            return at.row() != there.row()
                    ? at.row() < there.row() ? KeyCode.DOWN : KeyCode.UP
                    : at.col() < there.col() ? KeyCode.RIGHT : KeyCode.LEFT;
        }
        return matrix(at) < matrix(there) ? KeyCode.RIGHT : KeyCode.LEFT;
    }

    /** Which of the stage’s matrices, from left to right. */
    private int matrix(Spot spot) {
        List<Area> all = figure("stage").figure().areas();
        return IntStream.range(0, all.size())
                .filter(i -> all.get(i).holds(spot))
                .findFirst()
                .orElseThrow();
    }

    private Runnable then(Runnable deed, KeyCode... first) {
        return () -> {
            keys(first);
            deed.run();
        };
    }

    private void end(int less, String more) {
        keys(KeyCode.F2);
        keys(KeyCode.END);
        times(KeyCode.BACK_SPACE, less);
        letters(more);
    }

    private void wide() {
        end("tired.".length(), "wide");
        keys(KeyCode.PERIOD);
    }

    private void control(String id, String entry) {
        until(() -> has("#" + id));
        tabTo(id);
        choose(id, entry);
    }

    private void untilHere(String panel) {
        until(() -> focused().equals(panel) && has("#" + panel));
    }

    private void typesTwo() {
        untilHere("lab-panel-matrix");
        keys(KeyCode.DIGIT2, KeyCode.ENTER);
    }

    @Test
    void fromWordsToVectorsInContext() {
        walk("context", Objects.requireNonNull(keyboard.get("context")), true);
    }

    @Test
    @Tag("model")
    void whatDoesItMean() {
        walk("it", Objects.requireNonNull(keyboard.get("it")), true);
    }

    @Test
    void threeWordsByHand() {
        walk("three-words", Objects.requireNonNull(keyboard.get("three-words")), true);
    }

    @Test
    void theLibrary() {
        walk("library", Objects.requireNonNull(keyboard.get("library")), true);
    }

    @Test
    @Tag("model")
    void headsThatWereLearned() {
        walk("learned", Objects.requireNonNull(keyboard.get("learned")), true);
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
