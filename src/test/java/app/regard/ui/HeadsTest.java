package app.regard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.draw.Spot;
import app.regard.model.MiniLm;
import app.regard.stage.HeadGrid;
import app.regard.trace.Grid;
import app.regard.trace.Source;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** All heads at once: seen, told apart by what they do, and opened. */
@Tag("model")
class HeadsTest extends WindowTest {
    @BeforeEach
    void openAllHeads() {
        interact(() -> session().type("The animal didn't cross the street because it was too tired."));
        keys(KeyCode.ENTER, KeyCode.H); // leaves the sentence first
        until(() -> !label("heads-name").isEmpty());
    }

    @Test
    void all72AreThereAndPointingAtOneSaysWhatItDoes() {
        for (int layer = 0; layer < MiniLm.LAYERS; layer++) {
            for (int head = 0; head < MiniLm.HEADS; head++) {
                assertThat(figure("all-heads").figure().boxOf(head(layer, head)))
                        .as("L%d·H%d", layer, head)
                        .isPresent();
            }
        }
        pointAt("all-heads", head(0, 2));
        assertThat(label("heads-name")).isEqualTo("L0·H2");
        assertThat(label("heads-does")).contains("1.00  the piece before"); // seen with ONNX Runtime too
        pointAt("all-heads", head(1, 8));
        assertThat(label("heads-name")).isEqualTo("L1·H8");
        assertThat(figure("all-heads").getAccessibleText()).startsWith("All heads. L1·H8: ");
    }

    @Test
    void aClickOpensTheHeadAndItsNumbersAreThoseThatWereSaid() {
        pointAt("all-heads", head(3, 1));
        String said = label("heads-does");
        clickAt("all-heads", head(3, 1));
        assertThat(view().overlay().isOpen()).isFalse();
        until(() -> session().shown().get().experiment().source().equals(new Source.Trained(MiniLm.NAME, 3, 1)));
        Grid a = trace().weights().a();
        double self = 0;
        double cls = 0;
        for (int i = 1; i < a.rows() - 1; i++) {
            self += a.at(i, i);
            cls += a.at(i, 0);
        }
        assertThat(said).contains(Truth.shown(self / (a.rows() - 2), 2) + "  itself");
        assertThat(said).contains(Truth.shown(cls / (a.rows() - 2), 2) + "  [CLS]");
    }

    @Test
    void arrowsMoveEnterOpensAndTheKeyboardGoesBackToTheMatrices() {
        assertThat(focused()).isEqualTo("all-heads");
        keys(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.DOWN);
        assertThat(label("heads-name")).isEqualTo("L1·H2");
        keys(KeyCode.ENTER);
        until(() -> session().shown().get().experiment().source().equals(new Source.Trained(MiniLm.NAME, 1, 2)));
        assertThat(focused()).isEqualTo("stage");
    }

    @Test
    void orderedByWhatTheyDoTheStrongestComesFirst() {
        interact(() -> orders().setValue(HeadDoes.PREVIOUS));
        assertThat(drawn("all-heads").texts().stream().filter(t -> t.contains("·H")))
                .hasSize(72)
                .startsWith("L0·H2");
    }

    @Test
    void escapeClosesAndChangesNothing() {
        Source before = session().experiment().get().source();
        keys(KeyCode.ESCAPE);
        assertThat(view().overlay().isOpen()).isFalse();
        assertThat(session().experiment().get().source()).isEqualTo(before);
    }

    @SuppressWarnings("unchecked")
    private ComboBox<HeadDoes> orders() {
        return node("heads-order", ComboBox.class);
    }

    private static Spot head(int layer, int head) {
        return new Spot(HeadGrid.HEADS, layer, head);
    }
}
