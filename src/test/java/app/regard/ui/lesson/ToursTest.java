package app.regard.ui.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.cli.InProcess;
import app.regard.draw.Area;
import app.regard.draw.Spot;
import app.regard.file.Lesson;
import app.regard.file.Lessons;
import app.regard.stage.HeadGrid;
import app.regard.ui.app.WindowTest;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every card of every tour is not done when it comes, and is done by what a learner does with keys alone; of three tours with
 * the mouse too.
 */
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
                        click("next");
                        click("next");
                        pointAt("stage", new Spot("A", 0, 3));
                    },
                    points("aV", 3, 0),
                    () -> {
                        click("next");
                        pointAt("stage", new Spot("O", 0, 2));
                    },
                    () -> replaceEnd(" of the river".length(), ""),
                    () -> {
                        click("keep");
                        retype("bank account");
                    }),
            "library",
            List.of(
                    points("Q", 0, 3),
                    points("K", 3, 3),
                    points("S", 0, 3),
                    points("aV", 3, 0),
                    () -> types("W_V"),
                    () -> types("W_K"),
                    () -> {
                        click("stage-6");
                        pointAt("stage", new Spot("A", 2, 2));
                    }),
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

    /** The same with keys alone. */
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
                        together(KeyCode.CONTROL, KeyCode.L);
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
        together(KeyCode.CONTROL, KeyCode.L);
        keys(KeyCode.END);
        times(KeyCode.BACK_SPACE, less);
        letters(more);
    }

    private void wide() {
        end("tired.".length(), "wide");
        keys(KeyCode.PERIOD);
    }

    private void control(String id, String entry) {
        until(() -> lookup("#" + id).tryQuery().isPresent());
        tabTo(id);
        choose(id, entry);
    }

    private void untilHere(String panel) {
        until(() -> focused().equals(panel) && lookup("#" + panel).tryQuery().isPresent());
    }

    private void typesTwo() {
        untilHere("lab-panel-matrix");
        keys(KeyCode.DIGIT2, KeyCode.ENTER);
    }

    @Test
    void fromWordsToVectorsInContextByMouse() {
        walk("context", deeds);
    }

    @Test
    void fromWordsToVectorsInContext() {
        walk("context", keyboard);
    }

    @Test
    @Tag("model")
    void whatDoesItMean() {
        walk("it", keyboard);
    }

    @Test
    void threeWordsByHand() {
        walk("three-words", keyboard);
    }

    @Test
    void theLibraryByMouse() {
        walk("library", deeds);
    }

    @Test
    void theLibrary() {
        walk("library", keyboard);
    }

    @Test
    @Tag("model")
    void headsThatWereLearnedByMouse() {
        walk("learned", deeds);
    }

    @Test
    @Tag("model")
    void headsThatWereLearned() {
        walk("learned", keyboard);
    }

    private void walk(String name, Map<String, List<Runnable>> how) {
        boolean byKeys = how == keyboard;
        open(name, byKeys);
        List<Lesson.Card> cards = Tours.read(name).cards();
        List<Runnable> steps = Objects.requireNonNull(how.get(name));
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
