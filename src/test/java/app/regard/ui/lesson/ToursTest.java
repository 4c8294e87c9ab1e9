package app.regard.ui.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.draw.Area;
import app.regard.draw.Spot;
import app.regard.file.Lesson;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every card of every tour is not done when it comes, and is done by what a learner does with keys alone; of three tours with
 * the mouse too.
 */
class ToursTest extends TourDeeds {
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
                        tabTo("sentence");
                        together(KeyCode.CONTROL, KeyCode.A);
                        letters("bank account");
                    }),
            "it",
            List.of(
                    then(arrows("A", 7, 1), times(4)),
                    this::wide,
                    arrows("S", 7, 1),
                    () -> control("lab-word", "wide"),
                    () -> control("lab-layer", "2"),
                    then(arrows("A", 10, 2), times(4)),
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
        tabTo("sentence");
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
}
