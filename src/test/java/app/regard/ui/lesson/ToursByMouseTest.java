package app.regard.ui.lesson;

import app.regard.draw.Spot;
import app.regard.stage.HeadGrid;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Three tours with the mouse, and keys where something is typed. */
class ToursByMouseTest extends TourWindow {
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
                until(() -> has("#lab-panel-heads")
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

    private void types(String matrix) {
        Spot cell = new Spot(matrix, 0, 1);
        until(() -> figure("lab-panel-matrix").figure().boxOf(cell).isPresent());
        clickAt("lab-panel-matrix", cell);
        keys(KeyCode.DIGIT2, KeyCode.ENTER);
    }

    @Test
    void fromWordsToVectorsInContextByMouse() {
        walk("context", Objects.requireNonNull(deeds.get("context")), false);
    }

    @Test
    void theLibraryByMouse() {
        walk("library", Objects.requireNonNull(deeds.get("library")), false);
    }

    @Test
    @Tag("model")
    void headsThatWereLearnedByMouse() {
        walk("learned", Objects.requireNonNull(deeds.get("learned")), false);
    }
}
