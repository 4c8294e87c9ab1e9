package app.regard.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.regard.trace.Grid;
import app.regard.trace.Reading;
import app.regard.trace.Source;
import app.regard.trace.Weights;
import app.regard.transformer.ForwardPass;
import app.regard.transformer.MiniLm;
import app.regard.transformer.Pieces;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Averages, rollout, merged words and hidden tokens in the window: the right numbers, and called what they are. */
@Tag("model")
class ReadingTest extends ReadingWindow {
    @Test
    void theAverageOfALayerIsTheMeanOfItsHeadsTraces() {
        double[][] mean = new double[0][0];
        for (int head = 0; head < MiniLm.HEADS; head++) {
            int at = head;
            interact(() -> session().useTrained(3, at));
            until(() -> session().shown().get().experiment().source().equals(new Source.Trained(MiniLm.NAME, 3, at))
                    && !session().busy().get());
            Grid a = trace().weights().a();
            mean = mean.length == 0 ? new double[a.rows()][a.cols()] : mean;
            for (int i = 0; i < a.rows(); i++) {
                for (int j = 0; j < a.cols(); j++) {
                    mean[i][j] += a.at(i, j) / MiniLm.HEADS;
                }
            }
        }
        fire("read-heads");
        Grid shown = derived().a();
        for (int i = 0; i < mean.length; i++) {
            for (int j = 0; j < mean.length; j++) {
                assertThat(shown.at(i, j)).as("%d, %d", i, j).isCloseTo(mean[i][j], within(1e-5)); // floats and doubles
            }
        }
        assertThat(label("title")).isEqualTo("Derived weights");
        assertThat(label("head")).isEqualTo("Average of layer 3 ▾");
        assertThat(everything()).contains("average of the 12 heads of layer 3", "not the weights of a head");
    }

    @Test
    void theOtherStagesAreGreyAndSayWhyAndTheKeyboardStays() {
        interact(() -> session().goTo(3));
        fire("read-rollout");
        derived();
        for (int stage = 1; stage <= 8; stage++) {
            Node button = node("stage-" + stage, Node.class);
            assertThat(button.isDisabled()).as("stage %d", stage).isEqualTo(stage != 6);
            if (stage != 6) {
                assertThat(button.getAccessibleText()).contains("nothing to show");
            }
        }
        assertThat(node("back", Node.class).isDisabled()).isTrue();
        assertThat(node("next", Node.class).isDisabled()).isTrue();
        keys(KeyCode.ESCAPE);
        until(() -> listWindows().size() == 1);
        interact(() -> node("head", Node.class).requestFocus());
        assertThat(hints()).contains("H").doesNotContain("Space", "→");
        keys(KeyCode.PAGE_DOWN);
        assertThat(stage()).isEqualTo(6);
        assertThat(label("why-formula")).contains("·").contains("=");
        clickText("Formula");
        assertThat(explained()).contains("½");
        clickText("Code");
        assertThat(explained()).contains("np.eye(W.shape[-1])");
        interact(() -> session().read(Reading.PLAIN)); // and back where it was
        until(() -> session().shown().get().trace().isPresent());
        assertThat(stage()).isEqualTo(3);
        assertThat(node("stage-1", Node.class).isDisabled()).isFalse();
    }

    /** The keys that the foot names. */
    private List<String> hints() {
        return onWindow(() -> lookup(".foot .key").<Labeled>queryAll().stream()
                .map(Labeled::getText)
                .toList());
    }

    @Test
    void arrowKeysGoFromOneReadingToTheNext() {
        interact(() -> lookup("#read-one-head").<Node>query().requestFocus());
        keys(KeyCode.RIGHT);
        derived();
        assertThat(label("head")).isEqualTo("Average of layer 3 ▾");
        keys(KeyCode.LEFT);
        until(() -> session().shown().get().trace().isPresent());
        assertThat(label("head")).isEqualTo("L3·H1 ▾");
    }

    @Test
    void chipsStandSideBySideWhereThereIsRoom() {
        fire("read-rollout");
        fire("read-merge");
        fire("read-hide");
        derived();
        List<Node> chips = onWindow(() -> lookup(".stage-head .chip").<Node>queryAll().stream()
                .filter(Node::isVisible)
                .toList());
        assertThat(chips).hasSize(3);
        assertThat(chips.stream().map(c -> c.localToScene(c.getBoundsInLocal()).getMinY()))
                .containsOnly(chips.get(0)
                        .localToScene(chips.get(0).getBoundsInLocal())
                        .getMinY());
    }

    @Test
    void rolloutIsWorkedOutAsDefined() {
        ForwardPass passed = session().model().passed(TEXT);
        int n = passed.pieces().size();
        double[][] left = new double[n][n];
        for (int i = 0; i < n; i++) {
            left[i][i] = 1;
        }
        for (int layer = 0; layer < MiniLm.LAYERS; layer++) {
            double[][] next = new double[n][n];
            for (int i = 0; i < n; i++) {
                for (int k = 0; k < n; k++) {
                    double share = i == k ? 0.5 : 0;
                    for (int head = 0; head < MiniLm.HEADS; head++) {
                        share += passed.weights(layer, head).a().at(i, k) / MiniLm.HEADS / 2;
                    }
                    for (int j = 0; j < n; j++) {
                        next[i][j] += share * left[k][j];
                    }
                }
            }
            left = next;
        }
        fire("read-rollout");
        Grid shown = derived().a();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                assertThat(shown.at(i, j)).isCloseTo(left[i][j], within(1e-12));
            }
        }
    }

    @Test
    void mergedWordsAndHiddenTokensAreSaidWithTheirRealSums() {
        Grid before = trace().weights().a();
        Pieces pieces = session().model().passed(TEXT).pieces();
        Pieces.Word first = pieces.words().get(1);
        double due = 0;
        for (int i = first.from(); i < first.to(); i++) {
            for (int j = first.from(); j < first.to(); j++) {
                due += before.at(i, j) / (first.to() - first.from());
            }
        }
        fire("read-merge");
        assertThat(derived().from().words()).containsExactly("[CLS]", "unbelievably", "tired", "[SEP]");
        assertThat(derived().a().at(1, 1)).isCloseTo(due, within(1e-14));
        assertThat(everything()).contains("rows averaged, columns summed");
        fire("read-hide");
        Weights hidden = derived();
        assertThat(hidden.from().words()).containsExactly("unbelievably", "tired");
        assertThat(hidden.a().at(0, 0)).isCloseTo(due, within(1e-14));
        double sum = hidden.a().at(0, 0) + hidden.a().at(0, 1);
        assertThat(sum).isLessThan(0.99);
        interact(() -> session().moveQuery(-5));
        assertThat(everything())
                .contains("sum of all weights = " + Truth.shown(sum, 4), "[CLS] and [SEP] hidden, the rest as it is");
        fire("read-rescale");
        assertThat(derived().a().at(0, 0)).isCloseTo(due / sum, within(1e-14));
        assertThat(everything()).contains("sum of all weights = 1", "the rest rescaled to sum to 1");
        assertThat(label("why-formula")).contains("÷");
    }
}
