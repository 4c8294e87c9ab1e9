package app.regard.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.regard.draw.Spot;
import app.regard.stage.Part;
import app.regard.trace.Edit;
import app.regard.ui.app.WindowTest;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.testfx.robot.MouseRobot;

/** Cells of X, W and the mask are changed where they stand in the stages. */
class EditedCellTest extends WindowTest {
    private List<String> edits() {
        return session().experiment().get().edits().stream().map(Edit::text).toList();
    }

    private boolean open() {
        return node("cell-editor", VBox.class).isVisible();
    }

    private void goTo(int stage) {
        interact(() -> session().goTo(stage));
    }

    @Test
    void enterOpensTheAskedCellAndTakesWhatIsTyped() {
        keys(KeyCode.ENTER, KeyCode.ENTER); // leaves the sentence, opens the asked cell
        assertThat(open()).isTrue();
        assertThat(focused()).isEqualTo("cell-number");
        assertThat(label("cell-name")).isEqualTo("X[bank,3] =");
        keys(KeyCode.DIGIT2, KeyCode.ENTER);
        assertThat(edits()).containsExactly("X[bank,3]=2");
        assertThat(open()).isFalse();
        assertThat(focused()).isEqualTo("stage");
        assertThat(trace().in().from().x().at(0, 3)).isEqualTo(2);
        assertThat(label("why-note")).contains("it was 1.72");
        assertWeights();
        keys(KeyCode.LEFT);
        assertThat(label("why-about")).as("the arrows go on").isEqualTo("embedding of “bank”, column d3");
        together(KeyCode.CONTROL, KeyCode.Z);
        assertThat(edits()).isEmpty();
    }

    @Test
    void aDigitOpensTheCellAndAllOccurrencesOfTheWordChange() {
        retype("the river the");
        keys(KeyCode.ENTER, KeyCode.DIGIT3);
        assertThat(open()).isTrue();
        keys(KeyCode.PERIOD, KeyCode.DIGIT5, KeyCode.ENTER);
        int col = Integer.parseInt(edits().get(0).replaceAll(".*,(\\d+).*", "$1"));
        assertThat(edits()).containsExactly("X[the," + col + "]=3.5");
        assertThat(trace().in().from().x().at(0, col)).isEqualTo(3.5);
        assertThat(trace().in().from().x().at(2, col)).isEqualTo(3.5);
        retype("a river");
        assertThat(session().shown().get().content().chips())
                .as("the word is not there")
                .anyMatch(chip -> chip.startsWith("asleep: X[the"));
        retype("the river");
        assertThat(trace().in().from().x().at(0, col)).isEqualTo(3.5);
    }

    @Test
    void aBurstOfArrowsIsOneStepAndEscTakesItBack() {
        goTo(2);
        keys(KeyCode.ENTER);
        pointAt("stage", new Spot("W_Q", 0, 1));
        keys(KeyCode.ENTER, KeyCode.UP, KeyCode.UP, KeyCode.UP, KeyCode.DOWN);
        assertThat(edits()).containsExactly("W_Q[0,1]=0.2");
        assertThat(trace().in().head().q().w().at(0, 1)).isEqualTo(0.2);
        keys(KeyCode.ENTER);
        assertThat(open()).isFalse();
        together(KeyCode.CONTROL, KeyCode.Z);
        assertThat(edits()).isEmpty();
        assertThat(stage()).isEqualTo(2);
        keys(KeyCode.ENTER, KeyCode.UP, KeyCode.DIGIT7, KeyCode.ESCAPE);
        assertThat(open()).isFalse();
        assertThat(edits()).isEmpty();
        assertThat(focused()).isEqualTo("stage");
    }

    @Test
    void aKeyIsHiddenInStepFour() {
        double bank = weight(0, 0);
        double river = weight(0, 3);
        goTo(4);
        keys(KeyCode.ENTER);
        pointAt("stage", new Spot(Part.SCALED.label(), 0, 3));
        keys(KeyCode.DIGIT0);
        assertThat(label("cell-name")).isEqualTo("mask[0,3] =");
        keys(KeyCode.ENTER);
        assertThat(edits()).containsExactly("mask[0,3]=0");
        assertThat(weight(0, 3)).isZero();
        assertThat(weight(0, 0)).isCloseTo(bank / (1 - river), within(1e-12)); // .3778 / .5987 = .6310
        keys(KeyCode.ENTER, KeyCode.UP, KeyCode.ENTER);
        assertThat(edits()).as("seen again: nothing of it is yours").isEmpty();
    }

    @Test
    void whatIsNoNumberIsRefusedInPlace() {
        goTo(4);
        keys(KeyCode.ENTER);
        pointAt("stage", new Spot(Part.SCALED.label(), 1, 0));
        for (String wrong : List.of("NaN", "1e999", "-Infinity", "1d", "two", "0.5", "2", "")) {
            keys(KeyCode.ENTER);
            interact(() ->
                    node("cell-number", javafx.scene.control.TextField.class).setText(wrong));
            keys(KeyCode.ENTER);
            assertThat(open()).as(wrong).isTrue();
            assertThat(label("cell-problem")).as(wrong).isNotEmpty();
            assertThat(edits()).isEmpty();
            keys(KeyCode.ESCAPE);
        }
        for (int j = 0; j < 4; j++) {
            int key = j;
            pointAt("stage", new Spot(Part.SCALED.label(), 1, key));
            keys(KeyCode.DIGIT0, KeyCode.ENTER);
        }
        assertThat(open()).as("the last key of a row cannot be hidden").isTrue();
        assertThat(label("cell-problem")).isNotEmpty();
        assertThat(edits()).hasSize(3);
    }

    /** bank asks with 1 more in d4: its weights on bank and river become .4191 and .4610. */
    @Test
    void aHeadWithoutABiasGetsOneInItsStage() {
        goTo(2);
        keys(KeyCode.ENTER);
        pointAt("stage", new Spot("W_Q", 0, 3));
        keys(KeyCode.ENTER, KeyCode.TAB, KeyCode.TAB, KeyCode.TAB, KeyCode.TAB);
        assertThat(focused()).isEqualTo("cell-bias");
        keys(KeyCode.SPACE);
        assertThat(label("cell-name")).isEqualTo("b_Q[3] =");
        assertThat(focused()).isEqualTo("cell-number");
        keys(KeyCode.DIGIT1, KeyCode.ENTER);
        assertThat(edits()).containsExactly("b_Q[3]=1");
        assertThat(weight(0, 0)).isCloseTo(.4191, within(5e-5));
        assertThat(weight(0, 3)).isCloseTo(.4610, within(5e-5));
        interact(() -> session().showVariant(1));
        pointAt("stage", new Spot("b_Q", 0, 3));
        keys(KeyCode.ENTER, KeyCode.DOWN, KeyCode.ENTER);
        assertThat(edits()).as("it stands in the stage now").containsExactly("b_Q[3]=0.9");
        together(KeyCode.CONTROL, KeyCode.Z);
        together(KeyCode.CONTROL, KeyCode.Z);
        assertThat(edits()).isEmpty();
    }

    @Test
    void aComputedCellSaysWhatToChangeInstead() {
        goTo(3);
        keys(KeyCode.ENTER, KeyCode.DIGIT1);
        assertThat(open()).isFalse();
        assertThat(session().notice().get().text())
                .startsWith("S is computed: ")
                .contains("step 2");
        assertThat(edits()).isEmpty();
    }

    @Test
    void onlyAnOpenCellIsDragged() {
        goTo(2);
        Spot cell = new Spot("W_Q", 1, 0);
        drag(cell, 40);
        assertThat(edits()).isEmpty();
        clickAt("stage", cell);
        clickAt("stage", cell); // twice: it opens
        assertThat(open()).isTrue();
        drag(cell, 40);
        assertThat(edits()).containsExactly("W_Q[1,0]=0.4");
        drag(cell, 20);
        assertThat(edits()).containsExactly("W_Q[1,0]=0.6");
        together(KeyCode.ENTER);
        together(KeyCode.CONTROL, KeyCode.Z);
        assertThat(edits()).containsExactly("W_Q[1,0]=0.4");
        together(KeyCode.CONTROL, KeyCode.Z);
        assertThat(edits()).isEmpty();
    }

    private void drag(Spot cell, int up) {
        pointAt("stage", cell);
        Point2D at = place("stage", cell);
        MouseRobot mouse = robotContext().getMouseRobot();
        mouse.pressNoWait(MouseButton.PRIMARY);
        mouseTo(at.add(0, -up / 2.0));
        mouseTo(at.add(0, -up));
        mouse.releaseNoWait(MouseButton.PRIMARY);
        settle();
    }

    @Test
    void editsAreTakenBackByCellByMatrixAndAll() {
        goTo(2);
        keys(KeyCode.ENTER);
        for (Spot cell :
                List.of(new Spot("W_Q", 0, 1), new Spot("W_Q", 0, 2), new Spot("W_K", 0, 1), new Spot("X", 0, 0))) {
            interact(() -> session().showVariant(cell.matrix().equals("W_K") ? 2 : 1));
            pointAt("stage", cell);
            keys(KeyCode.DIGIT5, KeyCode.ENTER);
        }
        assertThat(edits()).containsExactly("W_Q[0,1]=5", "W_Q[0,2]=5", "W_K[0,1]=5", "X[bank,0]=5");
        pointAt("stage", new Spot("X", 0, 0));
        keys(KeyCode.ENTER);
        click("cell-reset-cell");
        assertThat(edits()).containsExactly("W_Q[0,1]=5", "W_Q[0,2]=5", "W_K[0,1]=5");
        keys(KeyCode.ENTER);
        pointAt("stage", new Spot("W_Q", 3, 3));
        keys(KeyCode.ENTER);
        click("cell-reset-matrix");
        assertThat(edits()).containsExactly("W_K[0,1]=5");
        click("cell-reset-all");
        assertThat(edits()).isEmpty();
    }

    @Test
    void aPieceOfATrainedHeadIsEditedInItsPlace() {
        interact(() -> session().useTrained(0, 0));
        until(() -> trace().in().learned());
        double before = trace().weights().a().at(1, 1);
        keys(KeyCode.ENTER);
        pointAt("stage", new Spot("X", 1, 0));
        keys(KeyCode.ENTER, KeyCode.DIGIT9, KeyCode.ENTER);
        until(() -> trace().in().from().x().at(1, 0) == 9);
        assertThat(edits()).containsExactly("X[bank@2,0]=9");
        assertThat(weight(1, 1)).isNotEqualTo(before);
        assertWeights();
        goTo(2);
        interact(() -> session().showVariant(1));
        pointAt("stage", new Spot("b_Q", 0, 0));
        keys(KeyCode.ENTER, KeyCode.DIGIT1, KeyCode.ENTER);
        until(() -> trace().in().head().q().b().at(0, 0) == 1);
        assertThat(edits()).containsExactly("X[bank@2,0]=9", "b_Q[0]=1");
        assertWeights();
    }
}
