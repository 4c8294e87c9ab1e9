package app.regard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.draw.Spot;
import app.regard.stage.Stages;
import app.regard.trace.Experiment;
import app.regard.trace.Mask;
import app.regard.trace.Source;
import app.regard.transformer.MiniLm;
import app.regard.ui.app.WindowTest;
import app.regard.ui.session.TrainedModel;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A trained head in the window: chosen, walked through, typed into, left again; and nothing that is said of it is untrue. */
@Tag("model")
class TrainedTest extends WindowTest {
    private static final String ANIMAL = "The animal didn't cross the street because it was too tired.";

    @Test
    void aTrainedHeadIsChosenByItsButton() {
        openTheHead();
        untilTrained(3, 1);
        assertThat(label("head")).isEqualTo("L3·H1 ▾");
        assertThat(trace().in().from().words().words()).containsExactly("[CLS]", "bank", "of", "the", "river", "[SEP]");
        assertThat(label("notice"))
                .contains("all-MiniLM-L6-v2", "Apache-2.0", "compare sentences", "Jain & Wallace 2019");
        assertThat(label("about-trained")).isEqualTo(TrainedModel.ABOUT);
        assertWeights();
    }

    @Test
    void headsAreGoneThroughOneByOne() {
        show(ANIMAL, 0, 11);
        openTheHead();
        click("head-after");
        untilTrained(1, 0);
        click("head-before");
        untilTrained(0, 11);
        assertThat(node("head-before", javafx.scene.Node.class).isDisabled()).isFalse();
        interact(() -> chooser("layer").setValue(5));
        untilTrained(5, 11);
        interact(() -> chooser("layer-head").setValue(0));
        untilTrained(5, 0);
        assertWeights();
    }

    @Test
    void everyStageCanBeWalkedThroughAndSaysWhatIsTrue() {
        show(ANIMAL, 3, 1);
        for (int stage = 1; stage <= 8; stage++) {
            assertThat(stage()).isEqualTo(stage);
            for (String level : List.of("Plain", "Formula", "Code")) {
                clickText(level);
                assertThat(explained().toLowerCase(java.util.Locale.ROOT))
                        .as("stage %d, %s", stage, level)
                        .isNotBlank()
                        .doesNotContain(
                                "by hand", "illustration", "looked up", "a real ", "order plays no part", "e[w");
            }
            assertThat(label("why-formula")).contains("=");
            assertThat(everySide()).doesNotContain("simplified table");
            keys(KeyCode.PAGE_DOWN);
        }
        assertThat(label("below")).contains("32×384", "added to the layer’s input");
    }

    @Test
    void theHelpSaysWhatTheModelIsAndIsNot() {
        keys(KeyCode.F1);
        assertThat(onWindow(() -> lookup(n -> n instanceof javafx.scene.control.Labeled l
                                && l.getText() != null
                                && l.getText().contains("Jain & Wallace 2019")
                                && l.getText().contains("Apache-2.0"))
                        .tryQuery()))
                .isPresent();
    }

    @Test
    void theFirstStageIsCalledWhatItIs() {
        show(ANIMAL, 3, 1);
        assertThat(label("title")).isEqualTo("Layer input");
        assertThat(explained()).contains("layer 2");
        assertThat(trace().in().from().x().cols()).isEqualTo(384);
        show(ANIMAL, 0, 2);
        assertThat(label("title")).isEqualTo(Stages.of(1).title());
        assertThat(explained()).contains("place is added");
    }

    @Test
    void aQueryOf384TermsShowsTheLargestAndTheRest() {
        show(ANIMAL, 3, 1);
        interact(() -> session().goTo(2));
        interact(() -> session().point(java.util.Optional.of(new Spot("Q", 8, 3))));
        assertThat(label("why-formula")).contains("(379 more)").doesNotContain("terms that are 0");
        assertThat(label("why-formula").split(" · ", -1)).hasSizeBetween(6, 8);
    }

    @Test
    void typingKeepsTheHead() {
        show("the river", 2, 4);
        append("banks");
        until(() -> trace().in().from().words().words().contains("riverbanks")
                || trace().in().from().words().words().contains("##bank"));
        assertThat(session().shown().get().experiment().source()).isEqualTo(new Source.Trained(MiniLm.NAME, 2, 4));
        assertWeights();
    }

    @Test
    void positionsAreDroppedAndUndoBringsThemBack() {
        interact(() -> session().change(e -> e.withPositions(app.regard.trace.Positions.sinusoidal(0.5))));
        Experiment before = session().experiment().get();
        interact(() -> session().useTrained(1, 8));
        untilTrained(1, 8);
        assertThat(session().experiment().get().positions().on()).isFalse();
        assertThat(label("notice")).contains("yours are off");
        assertThat(node("positions", javafx.scene.Node.class).isDisabled()).isTrue();
        interact(session()::undo);
        until(() -> session().shown().get().experiment().equals(before));
        assertThat(session().experiment().get()).isEqualTo(before);
        interact(session()::redo);
        untilTrained(1, 8);
    }

    @Test
    void aMaskIsAWhatIf() {
        show(ANIMAL, 3, 1);
        interact(() -> session().change(e -> e.withMask(Mask.CAUSAL)));
        until(() -> weight(0, 1) == 0);
        assertThat(has("what if: causal mask")).isTrue();
        interact(() -> session().goTo(4));
        assertThat(explained()).contains("what-if");
        assertWeights();
    }

    @Test
    void readingCanBeCalledOff() {
        Experiment before = session().experiment().get();
        interact(() -> {
            session().useTrained(3, 1);
            assertThat(session().experimentModel().modelShare().get()).isBetween(0.0, 1.0);
            assertThat(view().lookup("#cancel-reading").isVisible()).isTrue();
            session().cancelReading();
        });
        assertThat(session().experiment().get()).isEqualTo(before);
        assertThat(session().shown().get().experiment()).isEqualTo(before);
        assertThat(session().busy().get()).isFalse();
        assertThat(view().lookup("#cancel-reading").isVisible()).isFalse();
        assertThat(label("notice")).contains("not read");
        interact(() -> session().useTrained(3, 2)); // and asked for again it comes
        untilTrained(3, 2);
    }

    @Test
    void whatWasTypedWhileReadingIsNotLostWhenItIsCalledOff() {
        interact(() -> {
            session().useTrained(3, 1);
            session().type("bank of the river sings");
            session().cancelReading();
        });
        assertThat(field().getText()).isEqualTo("bank of the river sings");
        assertThat(trace().in().from().words().words()).endsWith("sings");
        assertThat(session().experiment().get().source()).isInstanceOf(Source.Simple.class);
    }

    @Test
    void theModelCanBeUnloadedAndComesBackWhenNeeded() {
        show("the river", 0, 0);
        openTheHead();
        click("unload");
        assertThat(session().model().ready()).isFalse();
        assertThat(label("notice")).contains("memory is free");
        interact(() -> session().useTrained(0, 1));
        untilTrained(0, 1);
        assertThat(session().model().ready()).isTrue();
    }

    @Test
    void moreThan512PiecesAreCutAndThatIsSaid() {
        show("word ".repeat(600), 0, 0);
        until(() -> trace().weights().from().size() == 512);
        assertThat(label("notice")).contains("602 word pieces", "512");
    }

    @Test
    void aRandomHeadAfterATrainedOneIsOnTheSimpleTable() {
        show("the river", 2, 4);
        interact(session()::generate);
        assertThat(trace().in().from().words().words()).containsExactly("the", "river");
        assertThat(session().experiment().get().source()).isEqualTo(new Source.Seeded("simple", 1));
        assertThat(everySide()).contains("simplified table");
    }

    private void openTheHead() {
        click("head");
        untilHeadIsOpen();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Integer> chooser(String id) {
        return node(id, ComboBox.class);
    }

    /** A sentence with a head. */
    private void show(String text, int layer, int head) {
        interact(() -> {
            session().type(text);
            session().useTrained(layer, head);
        });
        untilTrained(layer, head);
    }

    private void untilTrained(int layer, int head) {
        Source due = new Source.Trained(MiniLm.NAME, layer, head);
        until(() -> session().shown().get().experiment().source().equals(due)
                && !session().busy().get());
        assertThat(trace().in().head().name()).isEqualTo("L" + layer + "·H" + head);
    }

    private String everySide() {
        return onWindow(() -> lookup(".quiet").queryAll().stream()
                .map(n -> n instanceof javafx.scene.control.Labeled l ? l.getText() : "")
                .reduce("", (a, b) -> a + "\n" + b));
    }
}
