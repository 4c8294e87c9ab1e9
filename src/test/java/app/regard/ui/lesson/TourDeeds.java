package app.regard.ui.lesson;

import app.regard.draw.Spot;
import app.regard.stage.HeadGrid;
import app.regard.ui.app.WindowTest;
import java.util.List;
import java.util.Map;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;

/** A window with a tour, and what a learner does on each card of it with the mouse. */
abstract class TourDeeds extends WindowTest {
    static final String TODO = "○ Not done yet.";

    static final String DONE = "✓ Done.";

    /** What a learner does on each card. */
    final Map<String, List<Runnable>> deeds = Map.of(
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

    Runnable points(String matrix, int row, int col) {
        return () -> pointAt("stage", new Spot(matrix, row, col));
    }

    /** In the heat map, which shows what the stage's matrix leaves out. */
    Runnable maps(int row, int col) {
        return () -> pointAt("heatmap", new Spot("A", row, col));
    }

    /** Deletes at the end of the sentence, and types small letters and a full stop. */
    void replaceEnd(int less, String more) {
        click("sentence");
        keys(KeyCode.END);
        times(KeyCode.BACK_SPACE, less);
        letters(more);
    }

    void choose(String control, String entry) {
        ComboBox<?> box = node(control, ComboBox.class);
        interact(box::requestFocus);
        int steps = box.getItems().indexOf(entry) - box.getSelectionModel().getSelectedIndex();
        times(steps > 0 ? KeyCode.DOWN : KeyCode.UP, Math.abs(steps));
    }

    void types(String matrix) {
        Spot cell = new Spot(matrix, 0, 1);
        until(() -> figure("lab-panel-matrix").figure().boxOf(cell).isPresent());
        clickAt("lab-panel-matrix", cell);
        keys(KeyCode.DIGIT2, KeyCode.ENTER);
    }

    void open(String name, boolean byKeys) {
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

    void open(String name) {
        click("lesson");
        until(() -> lookup("#lesson-tours").tryQuery().isPresent());
        click("lesson-tours");
        until(() -> lookup("#tour-" + name).tryQuery().isPresent());
        click("tour-" + name);
        until(() ->
                listWindows().size() == 1 && view().lessonModel().open().get().isPresent());
    }
}
