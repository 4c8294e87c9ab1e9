package app.regard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.draw.Spot;
import app.regard.stage.Stages;
import app.regard.ui.app.WindowTest;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** All eight stages are reached by button, key and list, and each shows cells and says why. */
class StepsTest extends WindowTest {
    @Test
    void theNextButtonReachesAllEightAndStopsThere() {
        for (int stage = 1; stage <= 8; stage++) {
            assertAt(stage);
            if (stage < 8) {
                click("next");
            }
        }
        assertThat(node("next", Button.class).isDisabled()).isTrue();
    }

    @Test
    void theBackButtonGoesBackToTheFirst() {
        click("stage-4");
        for (int stage = 4; stage > 1; stage--) {
            click("back");
            assertAt(stage - 1);
        }
        assertThat(node("back", Button.class).isDisabled()).isTrue();
    }

    @Test
    void pageKeysStepWhileTyping() {
        for (int stage = 2; stage <= 8; stage++) {
            keys(KeyCode.PAGE_DOWN);
            assertAt(stage);
        }
        keys(KeyCode.PAGE_DOWN);
        assertAt(8);
        for (int stage = 7; stage >= 1; stage--) {
            keys(KeyCode.PAGE_UP);
            assertAt(stage);
        }
        assertThat(focused()).isEqualTo("sentence");
        assertThat(field().getText()).isEqualTo("bank of the river");
    }

    @Test
    void rightAndLeftStepWhenNotTyping() {
        interact(() -> node("stage-3", Node.class).requestFocus()); // takes the keyboard out of the field
        for (int stage = 2; stage <= 8; stage++) {
            keys(KeyCode.RIGHT);
            assertAt(stage);
        }
        for (int stage = 7; stage >= 1; stage--) {
            keys(KeyCode.LEFT);
            assertAt(stage);
        }
    }

    @Test
    void leftAndRightMoveTheCaretWhileTyping() {
        keys(KeyCode.LEFT, KeyCode.LEFT, KeyCode.RIGHT);
        assertAt(1);
        assertThat(field().getCaretPosition()).isEqualTo("bank of the river".length() - 1);
    }

    @Test
    void theListReachesEveryStageInAnyOrder() {
        for (int stage : List.of(8, 3, 5, 1, 7, 2, 6, 4)) {
            click("stage-" + stage);
            assertAt(stage);
            assertThat(label("title")).isEqualTo(Stages.of(stage).title());
        }
    }

    @Test
    void everyStageShowsItsCellsAndSaysWhy() {
        for (int stage = 1; stage <= 8; stage++) {
            double due = largestOfBank(stage);
            Spot asked = session().shown().get().asked();
            assertThat(figure("stage").figure().boxOf(asked))
                    .as("stage %d", stage)
                    .isPresent();
            assertThat(drawn("stage").texts()).as("stage %d", stage).contains(Truth.shown(due, 2));
            assertThat(label("why-question")).isEqualTo("Why " + Truth.shown(due, 4) + "?");
            assertThat(label("why-formula")).isNotBlank();
            assertThat(explained()).isNotBlank();
            keys(KeyCode.PAGE_DOWN);
        }
    }

    /** The cell each stage asks about first, from the published vectors: W = I, so Q = K = V = X. */
    private static double largestOfBank(int stage) {
        double[][] x = Truth.RIVER;
        double score = Truth.dot(x[0], x[3]);
        double[] scaled = new double[4];
        for (int j = 0; j < 4; j++) {
            scaled[j] = Truth.dot(x[0], x[j]) / 2;
        }
        double[] a = Truth.softmax(scaled);
        return switch (stage) {
            case 1, 2 -> 1.72;
            case 3 -> score;
            case 4 -> score / 2;
            case 5 -> 1;
            case 6 -> a[3];
            case 7 -> a[3] * x[3][3];
            default -> Truth.dot(a, Truth.column(x, 3));
        };
    }

    @Test
    void theMapAndTheBarsStayInAllStages() {
        for (int stage = 1; stage <= 8; stage++) {
            assertThat(drawn("heatmap").texts()).contains(Truth.RIVER_WEIGHTS[0]);
            assertThat(bars()).containsEntry("river", "40.1%");
            keys(KeyCode.PAGE_DOWN);
        }
    }

    /** What each stage must not fail to say, from the paper and from what it is most often mistaken for. */
    private static final Map<String, List<String>> SAID = Map.of(
            "Formula",
            List.of(
                    "x_i = table[word_i]",
                    "Q = X·W_Q",
                    "s_ij = q_i·k_j",
                    "s′_ij = s_ij / √d_k",
                    "e_ij = e^(s′_ij − m_i)",
                    "a_ij = e_ij / (Σ_j e_ij)",
                    "a_ij·v_j",
                    "o_i = Σ_j a_ij·v_j"),
            "Code",
            List.of(
                    "X = np.array([table[w] for w in words])",
                    "Q = X @ W_Q",
                    "S = Q @ K.T",
                    "scaled = S / np.sqrt(d_k)",
                    "E = np.exp(scaled - scaled.max(axis=1, keepdims=True))",
                    "A = E / E.sum(axis=1, keepdims=True)",
                    "A[i][:, None] * V",
                    "O = A @ V"),
            "Plain",
            List.of(
                    "Order plays no part",
                    "A head is three trainable matrices",
                    "It is not a similarity: lengths count too",
                    "variance near 1",
                    "The row’s maximum goes first",
                    "they are not trainable weights",
                    "A large weight is not yet a large contribution",
                    "one layer alone is only a blend"));

    @Test
    void everyStageExplainsItselfAtThreeLevels() {
        for (Map.Entry<String, List<String>> said : SAID.entrySet()) {
            String level = said.getKey();
            clickText(level);
            click("stage-1");
            for (int stage = 1; stage <= 8; stage++) {
                assertThat(explained())
                        .as("%s, stage %d", level, stage)
                        .contains(said.getValue().get(stage - 1));
                assertThat(explained().contains("# ("))
                        .as("%s, stage %d", level, stage)
                        .isEqualTo(level.equals("Code"));
                keys(KeyCode.PAGE_DOWN);
            }
        }
    }

    @Test
    void thePapersSizesShow512And64() {
        click("stage-2");
        clickText("The paper’s sizes");
        assertThat(drawn("stage").texts()).contains("4 words × 512", "512 × 64", "4 words × 64");
    }

    @Test
    void oneProductAtATimeIsShownWhenAsked() {
        click("stage-2");
        clickText("K");
        assertThat(figure("stage").figure().boxOf(new Spot("K", 3, 3))).isPresent();
        assertThat(figure("stage").figure().boxOf(new Spot("Q", 3, 3))).isEmpty();
    }

    @Test
    void thePlayButtonPlaysOnAndPauses() {
        click("play");
        assertThat(node("play", Button.class).getText()).isEqualTo("Pause");
        until(() -> stage() == 2);
        click("play");
        assertThat(view().foot().playing()).isFalse();
        assertThat(node("play", Button.class).getText()).isEqualTo("Play");
    }

    @Test
    void spacePlaysAndPausesWhenNotInAControl() {
        keys(KeyCode.ENTER); // leaves the field
        keys(KeyCode.SPACE);
        assertThat(view().foot().playing()).isTrue();
        keys(KeyCode.SPACE);
        assertThat(view().foot().playing()).isFalse();
    }

    @Test
    void spaceIsASpaceWhileTyping() {
        keys(KeyCode.SPACE);
        assertThat(view().foot().playing()).isFalse();
        assertThat(field().getText()).isEqualTo("bank of the river ");
    }

    @Test
    void spacePressesAFocusedButtonAndDoesNotPlay() {
        tabTo("labs");
        keys(KeyCode.SPACE);
        assertThat(view().foot().playing()).isFalse();
    }

    @Test
    void playingFromTheEndStartsAtTheFirst() {
        click("stage-8");
        click("play");
        assertAt(1);
        click("play");
    }

    private void assertAt(int stage) {
        assertThat(stage()).isEqualTo(stage);
        assertThat(onWindow(() -> lookup(".step").queryAs(Labeled.class).getText()))
                .isEqualTo(stage + " / 8");
    }
}
