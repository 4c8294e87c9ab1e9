package app.regard.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.regard.draw.Spot;
import app.regard.file.array.Npy;
import app.regard.stage.Part;
import app.regard.stage.Why;
import app.regard.trace.Grid;
import app.regard.trace.Mask;
import app.regard.trace.Moment;
import app.regard.trace.Reading;
import app.regard.trace.Source;
import app.regard.trace.Weights;
import app.regard.transformer.ForwardPass;
import app.regard.transformer.MiniLm;
import app.regard.transformer.Pieces;
import app.regard.ui.app.WindowTest;
import app.regard.ui.session.ViewState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Averages, rollout, merged words and hidden tokens in the window: the right numbers, and called what they are. */
@Tag("model")
class ReadingTest extends WindowTest {
    private static final String TEXT = "unbelievably tired";

    @TempDir
    private Path folder;

    @BeforeEach
    void aTrainedHead() {
        interact(() -> {
            session().type(TEXT);
            session().useTrained(3, 1);
        });
        until(() -> session().shown().get().experiment().source().equals(new Source.Trained(MiniLm.NAME, 3, 1))
                && !session().busy().get());
        click("head");
        untilHeadIsOpen();
    }

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
        return lookup(".foot .key").<Labeled>queryAll().stream()
                .map(Labeled::getText)
                .toList();
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
        List<Node> chips = lookup(".stage-head .chip").<Node>queryAll().stream()
                .filter(Node::isVisible)
                .toList();
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

    /** Where neither word has several pieces nothing was merged: the cell comes from what the rollout multiplied. */
    @Test
    void aRolloutOfWordsOfOnePieceIsStillAskedWhereItComesFrom() {
        fire("read-rollout");
        int pieces = derived().a().rows();
        fire("read-merge");
        double value = derived().a().at(2, 0); // tired, [CLS]
        Why why = session().shown().get().content().why(2, new Spot(Part.WEIGHTS.label(), 2, 0));
        assertThat(why.terms()).hasSize(pieces);
        assertThat(why.result()).isCloseTo(value, within(1e-14));
        assertThat(why.note()).contains("½A + ½I");
    }

    /** Merging words does not make a mask or a temperature less of a what-if. */
    @Test
    void aWhatIfStaysOneWhereTheHeadIsMadeEasierToRead() {
        interact(() -> session().change(e -> e.withMask(Mask.CAUSAL).withTemperature(0.002)));
        fire("read-merge");
        derived();
        assertThat(everything()).contains("what if: causal mask", "what if: temperature 0.002");
        assertThat(session()
                        .shown()
                        .get()
                        .content()
                        .subject(session().experiment().get())
                        .about())
                .contains("mask: causal", "temperature 0.002", "what-if: the model was trained without");
        fire("read-hide");
        fire("read-rescale");
        Weights w = derived(); // at such a temperature [CLS] may have a row for itself: every cell can be asked about
        for (int i = 0; i < w.a().rows(); i++) {
            interact(() -> session().moveQuery(1));
            assertThat(label("why-formula")).startsWith("a(");
        }
    }

    @Test
    void anotherHeadKeepsWordsAndEndsTheAverageTypingKeepsBothAndUndoGoesBack() {
        interact(() -> session().read(new Reading(Reading.Combine.ALL, true, Reading.Special.SHOWN)));
        derived();
        interact(() -> session().type(TEXT + " dogs"));
        until(() -> derived().from().words().contains("dogs"));
        assertThat(session().shown().get().experiment().reading().combine()).isEqualTo(Reading.Combine.ALL);
        interact(() -> session().useTrained(0, 2));
        until(() -> session().shown().get().experiment().source().equals(new Source.Trained(MiniLm.NAME, 0, 2)));
        assertThat(session().shown().get().experiment().reading())
                .isEqualTo(new Reading(Reading.Combine.ONE_HEAD, true, Reading.Special.SHOWN));
        interact(session()::undo);
        until(() -> session().shown().get().experiment().reading().combine() == Reading.Combine.ALL);
        interact(session()::generate); // the simple table has one head and no pieces
        assertThat(trace().in().learned()).isFalse();
        assertWeights();
    }

    @Test
    void whatIsDerivedCanBeTakenAwayAndStagesAreRefused() throws Exception {
        fire("read-heads");
        Weights w = derived();
        keys(KeyCode.ESCAPE);
        Path file = folder.resolve("average.npy");
        answers.next(file);
        askForMenu("heatmap");
        interact(() -> item("export-npy").fire());
        until(() -> Files.exists(file));
        Grid read = Npy.read(file).grid();
        assertThat(read.at(1, 2)).isEqualTo(w.a().at(1, 2));
        assertThat(item("export-class-sheet").isDisable()).isTrue();
        keys(KeyCode.ESCAPE);
        together(KeyCode.CONTROL, KeyCode.E);
        assertThat(node("export-stage", Node.class).isDisabled()).isTrue();
        assertThat(node("export-sheet", Node.class).isDisabled()).isTrue();
        assertThat(node("export-heatmap", Node.class).isDisabled()).isFalse();
    }

    @Test
    void aLessonKeepsWhatWasMadeOfTheWeights() {
        Reading rollout = new Reading(Reading.Combine.ROLLOUT, true, Reading.Special.HIDDEN);
        interact(() -> session().read(rollout));
        Weights w = derived();
        interact(() -> session().moveQuery(2));
        String word = focusedWord();
        interact(() -> view().lessonModel().begin());
        Moment card = view().lessonModel().open().get().orElseThrow().shown().moment();
        assertThat(card.experiment().reading()).isEqualTo(rollout);
        interact(() -> session().useHead("similarity"));
        assertThat(trace().in().learned()).isFalse();
        interact(() -> session().show(card));
        assertThat(derived().a()).isEqualTo(w.a());
        assertThat(focusedWord()).isEqualTo(word);
        interact(session()::undo);
        until(() -> session().shown().get().trace().isPresent());
        interact(session()::redo);
        assertThat(derived().a()).isEqualTo(w.a());
        assertThat(focusedWord()).isEqualTo(word);
    }

    private String focusedWord() {
        ViewState is = session().shown().get();
        return is.weights().from().word(is.focus().query());
    }

    private void fire(String id) {
        interact(() -> node(id, ButtonBase.class).fire());
    }

    private javafx.scene.control.MenuItem item(String id) {
        return ((javafx.scene.control.ContextMenu) listWindows().stream()
                        .filter(javafx.scene.control.ContextMenu.class::isInstance)
                        .findFirst()
                        .orElseThrow())
                .getItems().stream()
                        .filter(i -> id.equals(i.getId()))
                        .findFirst()
                        .orElseThrow();
    }

    /** What is shown once it is no trace and nothing is under way. */
    private Weights derived() {
        until(() -> !session().busy().get()
                && session().shown().get().trace().isEmpty()
                && session()
                        .shown()
                        .get()
                        .experiment()
                        .reading()
                        .equals(session().experiment().get().reading()));
        return session().shown().get().weights();
    }

    private String everything() {
        return lookup(n -> n instanceof javafx.scene.control.Label).queryAll().stream()
                .map(n -> ((javafx.scene.control.Label) n).getText())
                .reduce("", (a, b) -> a + "\n" + b);
    }
}
