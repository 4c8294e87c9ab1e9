package app.regard.ui.lab;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.draw.Spot;
import app.regard.lab.About;
import app.regard.lab.catalog.Labs;
import app.regard.trace.Edit;
import app.regard.ui.Truth;
import app.regard.ui.app.WindowTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** The labs of change are worked by keys in the window, and undo steps through what they change. */
class ChangeLabsInWindowTest extends WindowTest {
    private void open(String id) {
        interact(() -> view().lab().open(id));
        until(() -> has("#lab-said") && !label("lab-said").isEmpty());
        if ("sentence".equals(focused())) {
            keys(KeyCode.ENTER);
        }
        until(() -> focused().startsWith("lab-panel-"));
    }

    private Map<String, String> settings() {
        return Objects.requireNonNull(session().lab().get()).settings();
    }

    private List<String> edits() {
        return session().experiment().get().edits().stream().map(Edit::text).toList();
    }

    @Test
    void aNumberIsTypedIntoAMatrixAndTakenBack() {
        open("edit");
        assertThat(focused()).isEqualTo("lab-panel-matrix");
        keys(KeyCode.RIGHT);
        keys(KeyCode.DIGIT2);
        keys(KeyCode.ENTER);
        until(() -> edits().equals(List.of("W_Q[0,1]=2")));
        until(() -> label("lab-said").contains("W_Q[0,1]=2"));
        until(() -> label("lab-why-why").contains("Before: 0, Δ 2."));
        assertThat(node("lab-noticed", javafx.scene.layout.VBox.class).isVisible())
                .as("what to notice comes with the first change, of the experiment too")
                .isTrue();
        write("+");
        until(() -> edits().equals(List.of("W_Q[0,1]=2.1")));
        together(KeyCode.CONTROL, KeyCode.Z);
        until(() -> edits().equals(List.of("W_Q[0,1]=2")));
        keys(KeyCode.ENTER); // a click takes the number back
        until(() -> edits().isEmpty());
        interact(() -> session().useLab(null));
        together(KeyCode.CONTROL, KeyCode.Z, KeyCode.Z);
        assertThat(session().experiment().get().text()).isEqualTo("bank of the river");
    }

    /** In a lab it is the lab's own number that is copied, not that of the stages behind it. */
    @Test
    void copyTakesTheNumberThatTheLabAsksAbout() {
        open("edit");
        keys(KeyCode.RIGHT);
        together(KeyCode.CONTROL, KeyCode.C);
        interact(() -> assertThat(Clipboard.getSystemClipboard().getString()).isEqualTo("0"));
        keys(KeyCode.LEFT);
        together(KeyCode.CONTROL, KeyCode.C);
        interact(() -> assertThat(Clipboard.getSystemClipboard().getString()).isEqualTo("1"));
    }

    /** From the lab into layer 2, down to layer 1 where its numbers come from, up again by the list of heads, back to the lab. */
    @Test
    @SuppressWarnings("unchecked")
    void bothLayersAreSteppedThroughTheStagesByKeys() {
        open("two-layers");
        keys(KeyCode.TAB); // layer 1, then the residual
        until(() -> focused().equals("lab-panel-residual"));
        keys(KeyCode.DOWN, KeyCode.DOWN);
        until(() -> label("lab-why-why").contains("x₁"));
        keys(KeyCode.O);
        until(() -> layer().equals("layer-2"));
        assertThat(session().lab().get()).isNull();
        assertThat(label("title")).isEqualTo("Layer input");
        interact(() -> figure("stage").requestFocus());
        Spot o1 = new Spot("O₁", 7, 7);
        interact(() -> session().point(Optional.of(o1)));
        until(() -> label("why-formula").contains("tired"));
        keys(KeyCode.ENTER);
        until(() -> layer().equals("layer-1"));
        assertThat(session().shown().get().focus().stage()).isEqualTo(8);
        assertThat(session().shown().get().focus().query()).isEqualTo(7);
        assertThat(trace().outputs().at(7, 0)).isGreaterThan(0.9);
        interact(() -> node("head-choice", ComboBox.class).setValue("layer-2-alone"));
        until(() -> layer().equals("layer-2-alone"));
        until(() -> !trace().in().from().residual().isPresent());
        together(KeyCode.CONTROL, KeyCode.Z);
        until(() -> layer().equals("layer-1"));
        click("layers-lab");
        until(() -> has("#lab-said"));
        until(() -> label("lab-said").contains("“animal” 0.9301"));
        assertThat(node("lab-noticed", javafx.scene.layout.VBox.class).isVisible())
                .as("nothing was changed yet")
                .isFalse();
    }

    private String layer() {
        return session().experiment().get().source().handmadeHead().orElse("");
    }

    /** What an example teaches is seen in the stages; a sentence that is typed is what the lab is about. */
    @Test
    void anExampleClosesWhicheverLabIsOpenAndUndoOpensItAgain() {
        for (String id : List.of("order", "scaling", "quiz")) {
            interact(() -> view().lab().open(id));
            interact(
                    () -> session().choose(session().library().example("animal").orElseThrow()));
            assertThat(session().lab().get()).as(id).isNull();
            assertThat(view().lab().isOpen()).as(id).isFalse();
            assertThat(figure("stage").getScene()).as(id).isNotNull();
            interact(session()::undo);
            assertThat(session().lab().get()).as(id).isNotNull();
            assertThat(field().getText()).isEqualTo("bank of the river");
            interact(() -> session().useLab(null));
        }
        open("order");
        interact(() -> session().type("cats chase dogs"));
        interact(() -> session().change(e -> e.withKeyText("the dogs")));
        assertThat(view().lab().isOpen()).isTrue();
    }

    @Test
    void aFileThatIsOpenedIsSeenInTheStages() {
        interact(() -> view().lab().open("order"));
        interact(() -> session().openAttention(Path.of("src/test/resources/app/regard/heads/attention-f8-big.npy")));
        until(() -> session().experiment().get().source().traits().file()
                && !session().busy().get());
        assertThat(view().lab().isOpen()).isFalse();
    }

    @Test
    void arrowsAddTheNextWordAndTakeTheLastOneAway() {
        open("growing");
        keys(KeyCode.LEFT);
        until(() -> settings().containsValue("3"));
        until(() -> label("lab-said").startsWith("“the” has come"));
        keys(KeyCode.RIGHT);
        until(() -> settings().containsValue("4"));
        until(() -> label("lab-said").startsWith("“river” has come"));
    }

    @Test
    void aWordIsStruckOutAndAPartSwitchedOff() {
        open("contribution");
        keys(KeyCode.ENTER);
        until(() -> settings().containsValue("river"));
        until(() -> label("lab-said").contains("moves by"));
        interact(() -> session().useLab(null));
        open("parts");
        keys(KeyCode.ENTER);
        until(() -> settings().containsValue("d4*d4"));
        until(() -> label("lab-said").contains("without what is off"));
    }

    @Test
    void aWordIsCarriedToAnotherPlace() {
        open("order");
        assertThat(settings()).containsEntry("order", "4,3,2,1");
        write("+"); // the first of them, river, changes places with the second
        until(() -> settings().containsValue("3,4,2,1"));
        keys(KeyCode.SPACE, KeyCode.RIGHT);
        until(() -> label("lab-spoken").startsWith("dragged"));
        keys(KeyCode.SPACE);
        until(() -> !settings().containsValue("3,4,2,1"));
        assertThat(label("lab-said")).contains("Order plays no part");
    }

    /** What is changed in the strip is seen in the lab and beside it. */
    @Test
    void stripAndSideStayWhereThereIsRoom() {
        open("distance");
        assertThat(seen("formula-strip")).isTrue();
        assertThat(seen("heatmap")).isTrue();
        assertThat(seen("bars")).isTrue();
        Map<String, String> bars = bars();
        String said = label("lab-said");
        interact(() -> session().change(e -> e.withTemperature(0.25)));
        until(() -> !label("lab-said").equals(said));
        assertThat(bars()).isNotEqualTo(bars).containsEntry("river", Truth.percent(Truth.weights(trace())[0][3]));
        clickAt("heatmap", cell(1, 1));
        assertThat(session().shown().get().focus().pinned()).isTrue();
        keys(KeyCode.ESCAPE);
        assertThat(session().shown().get().focus().pinned()).isFalse();
        assertThat(view().lab().isOpen()).isTrue();
        interact(() -> view().lab().open("scaling"));
        assertThat(seen("heatmap")).as("a plot of its own").isFalse();
        keys(KeyCode.ESCAPE, KeyCode.ESCAPE);
        assertThat(seen("heatmap")).isTrue();
    }

    private boolean seen(String id) {
        return onWindow(() -> lookup("#" + id)
                .tryQuery()
                .filter(node -> node.getScene() != null && node.isVisible())
                .isPresent());
    }

    @Test
    void everyLabOfChangeOpensOnWhatIsLookedAt() {
        for (String text : List.of("bank of the river", "a zebra", "word")) {
            interact(() -> session().type(text));
            Labs.ALL.all().stream()
                    .map(lab -> lab.about())
                    .filter(about -> about.group() == About.Group.CHANGE)
                    .forEach(about -> {
                        open(about.id());
                        assertThat(label("lab-question")).isEqualTo(about.question());
                        assertThat(label("lab-problem"))
                                .as(about.id() + ": " + text)
                                .isEmpty();
                        interact(() -> session().useLab(null));
                    });
        }
    }
}
