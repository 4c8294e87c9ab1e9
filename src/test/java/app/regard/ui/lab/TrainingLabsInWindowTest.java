package app.regard.ui.lab;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.draw.Spot;
import app.regard.source.TeachRecipe;
import app.regard.trace.Experiment;
import app.regard.trace.LabState;
import app.regard.trace.Source;
import app.regard.ui.app.WindowTest;
import app.regard.ui.kit.FigureView;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** A training waits for its reader, is gone along step by step, and can be stopped and gone through again. */
class TrainingLabsInWindowTest extends WindowTest {
    private void open(String id, Map<String, String> settings) {
        interact(() -> session().type("the animal was tired"));
        interact(() -> view().lab().open(id));
        interact(() -> session().useLab(new LabState(id, settings)));
        until(() -> has("#lab-where") && label("lab-where").equals("not trained yet"));
    }

    private boolean seen(String id) {
        return onWindow(() -> lookup("#" + id).query().isVisible());
    }

    @Test
    void aHeadIsTaughtWhenItsReaderSaysSoAndNotBefore() {
        open("teach", Map.of("targets", "tired>animal", "seed", "77"));
        assertThat(label("lab-said"))
                .startsWith("Known before the run: nothing stands in the way")
                .contains("The head is drawn from seed 77 and was taught nothing");
        assertThat(seen("lab-notice")).as("what to notice comes after the run").isFalse();
        assertThat(label("lab-title-map")).startsWith("Weights after 0 steps");
        interact(() -> node("lab-run", Button.class).requestFocus());
        keys(KeyCode.SPACE);
        until(() -> seen("lab-notice"));
        until(() -> label("lab-play").equals("Play"));
        String end = label("lab-where");
        assertThat(end).matches("step (\\d+) of \\1");
        int steps = Integer.parseInt(end.substring(end.lastIndexOf(' ') + 1));
        assertThat(steps).as("what the recipe's ranges say").isBetween(6, 15);
        assertThat(seen("lab-run")).isFalse();
        assertThat(focused()).isEqualTo("lab-play");
        interact(() -> node("lab-step", Slider.class).setValue(1));
        until(() -> label("lab-where").equals("step 0 of " + steps));
        interact(() -> session().useLab(null));
        interact(session()::undo);
        until(() -> has("#lab-where") && label("lab-where").endsWith("of " + steps)); // the run is still there
        interact(() -> session().useLab(new LabState("teach", Map.of("targets", "tired>animal", "seed", "78"))));
        until(() -> label("lab-where").equals("not trained yet"));
    }

    @Test
    void theStripNamesAHeadThatWasTaught() {
        Source head = new TeachRecipe("the animal was tired", "tired>animal", 8, .05, 0, "my head").at(3);
        interact(() -> session().change(e -> Experiment.of("the dog was old", head)));
        until(() -> onWindow(() ->
                        node("head-choice", ComboBox.class).getButtonCell().getText())
                .equals("my head"));
    }

    @Test
    void aStepIsMadeAtATimeAndTheFutureOfTheCurvesIsFaded() {
        open("induction", Map.of("steps", "30", "batch", "4", "seed", "77"));
        click("lab-on");
        until(() -> label("lab-where").startsWith("step 10 of"));
        until(() -> label("lab-where").equals("step 10 of 30"));
        FigureView loss = figure("lab-panel-loss");
        until(() -> loss.figure().boxOf(new Spot("loss", 0, 3)).isPresent());
        assertThat(veiled(loss, 3)).as("step 30 is still to come").isTrue();
        assertThat(veiled(loss, 0)).isFalse();
        click("lab-on");
        click("lab-on");
        until(() -> label("lab-where").equals("step 30 of 30"));
        assertThat(veiled(loss, 3)).isFalse();
        click("lab-back");
        until(() -> label("lab-where").equals("step 20 of 30"));
    }

    /** Whether something lies over a place just beside a point, at the height of the axis. */
    private boolean veiled(FigureView plot, int point) {
        return onWindow(() -> {
            var box = plot.figure().boxOf(new Spot("loss", 0, point)).orElseThrow();
            return plot.markPixel(box.centreX() - 12, plot.getHeight() / 2) != 0;
        });
    }

    @Test
    void escapeStopsARunAndItsStepsStay() {
        open("discover", Map.of("act", "3", "steps", "2000", "seed", "77"));
        interact(() -> node("lab-run", Button.class).fire());
        until(() -> label("lab-waiting").startsWith("Computing"));
        keys(KeyCode.ESCAPE);
        until(() -> label("lab-problem").equals("Stopped: you see what there was by then."));
        assertThat(session().lab().get()).isNotNull();
        assertThat(seen("lab-run")).as("it can be run again").isTrue();
    }
}
