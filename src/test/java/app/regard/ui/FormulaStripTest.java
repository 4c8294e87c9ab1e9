package app.regard.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.regard.trace.Experiment;
import app.regard.trace.Mask;
import app.regard.trace.Positions;
import app.regard.trace.Reading;
import app.regard.trace.Source;
import app.regard.ui.app.WindowTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;

/** The strip under the sentence: played with in the open, live, one step back, and marked where it is not the paper's formula. */
class FormulaStripTest extends WindowTest {
    @Test
    void aDragIsSeenAllTheWayAndIsOneStepBack() {
        Experiment before = session().experiment().get();
        List<Double> seen = new ArrayList<>();
        session().shown().addListener((o, was, is) -> seen.add(is.experiment().temperature()));
        Bounds slider = onScreen("temperature-slider");
        moveTo(slider.getCenterX(), slider.getCenterY());
        press(MouseButton.PRIMARY);
        for (int x = 4; x <= 28; x += 4) {
            moveTo(slider.getCenterX() + x, slider.getCenterY());
            settle();
        }
        release(MouseButton.PRIMARY);
        settle();
        double reached = session().experiment().get().temperature();
        assertThat(reached).isGreaterThan(3);
        assertThat(seen).hasSizeGreaterThan(5).isSorted();
        assertThat(Double.parseDouble(node("temperature", TextField.class).getText()))
                .isEqualTo(reached);
        assertWeights();
        interact(session()::undo);
        assertThat(session().experiment().get()).isEqualTo(before);
        assertThat(node("temperature-slider", Slider.class).getValue()).isZero();
    }

    @Test
    void eachPressOfAnArrowIsAStepOfItsOwn() {
        tabTo("positions-slider");
        keys(KeyCode.RIGHT, KeyCode.RIGHT);
        assertThat(session().experiment().get().positions()).isEqualTo(Positions.sinusoidal(0.1));
        interact(session()::undo);
        assertThat(session().experiment().get().positions()).isEqualTo(Positions.sinusoidal(0.05));
    }

    @Test
    void aDoubleClickOnTheThumbIsThePapersValue() {
        interact(() -> session().change(e -> e.withTemperature(4).withMask(Mask.local(1))));
        doubleClickOn(onWindow(() -> lookup("#temperature-slider .thumb").<Node>query()));
        settle();
        assertThat(session().experiment().get().temperature()).isEqualTo(1);
        assertThat(session().experiment().get().mask()).isEqualTo(Mask.local(1));
    }

    /** Else whatever stands next would be pressed by the next Space. */
    @Test
    void aButtonThatGoesLeavesTheKeyboardWhereItIsOfUse() {
        interact(() -> session().change(e -> e.withTemperature(2)));
        interact(() -> node("paper-restore", Node.class).requestFocus());
        keys(KeyCode.SPACE);
        assertThat(session().experiment().get().temperature()).isEqualTo(1);
        assertThat(focused()).isEqualTo("stage");
        interact(() -> session().change(e -> e.withKeyText("I love apples")));
        interact(() -> node("keys-remove", Node.class).requestFocus());
        keys(KeyCode.SPACE);
        assertThat(session().experiment().get().keyText()).isNull();
        assertThat(focused()).isEqualTo("sentence");
    }

    @Test
    void whatIsNotThePapersFormulaIsMarkedAndRestoredInOneStep() {
        assertThat(label("paper")).contains("the paper’s formula");
        interact(() -> session().change(e -> e.withMask(Mask.CAUSAL).withPositions(Positions.sinusoidal(1))));
        assertThat(node("paper", Node.class).isVisible()).isTrue();
        Experiment changed = session().experiment().get().withTemperature(2).withPositions(Positions.sinusoidal(0.25));
        interact(() -> session().change(e -> changed));
        assertThat(node("paper", Node.class).isVisible()).isFalse();
        assertThat(label("paper-restore")).contains("↺");
        click("paper-restore");
        assertThat(session().experiment().get().mask()).isEqualTo(Mask.CAUSAL);
        assertThat(session().experiment().get().temperature()).isEqualTo(1);
        assertThat(session().experiment().get().positions().on()).isFalse();
        interact(session()::undo);
        assertThat(session().experiment().get()).isEqualTo(changed);
    }

    @Test
    void theSwitchTakesTheRootOutOfTheScores() {
        double raw = trace().scores().at(0, 3);
        assertThat(trace().scaled().at(0, 3)).isEqualTo(raw / 2); // d_k is 4
        click("scaling");
        assertThat(session().experiment().get().scaled()).isFalse();
        assertThat(trace().scaled().at(0, 3)).isEqualTo(raw);
        assertThat(node("paper-restore", Node.class).isVisible()).isTrue();
        interact(session()::undo);
        assertThat(session().experiment().get().scaled()).isTrue();
        assertThat(node("paper", Node.class).isVisible()).isTrue();
    }

    @Test
    void theSpreadIsThatOfTheFocusedRow() {
        for (int i = 0; i < 4; i++) {
            double bits = 0;
            for (int j = 0; j < 4; j++) {
                bits -= weight(i, j) * Math.log(weight(i, j)) / Math.log(2);
            }
            assertThat(label("spread-bits")).contains(Truth.shown(bits, 2) + " bits");
            assertThat(label("spread-words")).contains(Truth.shown(Math.pow(2, bits), 1) + " of 4 words");
            interact(() -> session().moveQuery(1));
        }
        interact(() -> session().change(e -> e.withMask(Mask.local(1))));
        assertThat(label("spread-words")).contains("of 2 words");
    }

    @Test
    void arrowKeysThroughTheHeadsReadNoModelAndAskForNoFile() {
        ComboBox<?> heads = node("head-choice", ComboBox.class);
        interact(heads::requestFocus);
        times(KeyCode.DOWN, heads.getItems().size() + 3);
        assertThat(session().experiment().get().source()).isInstanceOf(Source.Seeded.class);
        assertThat(node("generate", Node.class).isVisible()).isTrue();
        keys(KeyCode.UP);
        assertThat(session().experiment().get().source()).isInstanceOf(Source.Ruled.class);
        keys(KeyCode.UP);
        assertThat(session().experiment().get().source()).isInstanceOf(Source.Simple.class);
        assertThat(node("generate", Node.class).isVisible()).isFalse();
    }

    @Test
    void theStripCoversNothing() {
        interact(() -> session().change(e -> e.withMask(Mask.local(1)).withTemperature(3)));
        Bounds strip = onScreen("formula-strip");
        assertThat(onScreen("sentence").getMaxY()).isLessThanOrEqualTo(strip.getMinY());
        assertThat(onScreen("heatmap").getMinY()).isGreaterThanOrEqualTo(strip.getMaxY());
        assertThat(strip.getHeight()).isCloseTo(44, within(0.01));
    }

    private Bounds onScreen(String id) {
        Node node = node(id, Node.class);
        return node.localToScreen(node.getBoundsInLocal());
    }

    @Test
    void theMaskOfAFilesWeightsIsSaid() {
        Path file = Path.of("src/test/resources/app/regard/heads/tl-cache.safetensors");
        interact(() -> session().openAttention(file));
        until(() -> "causal".equals(node("mask", ComboBox.class).getValue()));
        assertThat(node("paper", Node.class).isVisible()).isTrue();
        interact(() -> session().change(e -> e.withReading(Reading.PLAIN.with(Reading.Combine.HEADS))));
        until(() -> session().shown().get().content().trace().isEmpty());
        assertThat(node("paper", Node.class).isVisible())
                .as("an average of heads is none")
                .isFalse();
        interact(session()::undo);
        interact(session()::undo);
        assertThat(node("mask", ComboBox.class).getValue()).isEqualTo("none");
    }
}
