package app.regard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.ui.app.WindowTest;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** What is pasted by mistake is bounded before the window lays it out, and what was left out is said. */
class PastedTextTest extends WindowTest {
    private static final String MARKS = "\u0301".repeat(20_000);

    @Test
    void marksThatAreTooManyAreLeftOutAndItIsSaid() {
        paste("bank" + MARKS + " of");
        until(() -> label("notice").equals("More than 30 marks on one character: the rest of them was left out."));
        assertThat(field().getText()).isEqualTo("bank" + "\u0301".repeat(30) + " of");
        assertThat(session().experiment().get().text()).isEqualTo(field().getText());
        assertThat(trace().weights().from().size()).isEqualTo(2);
        letters(" river"); // at the end, where the caret stands
        assertThat(trace().weights().from().words()).hasSize(3).endsWith("river");
        assertThat(label("notice")).doesNotContain("marks");
    }

    /** Thirty and thirty are sixty. */
    @Test
    void marksAddUp() {
        paste("a" + "\u0301".repeat(30));
        assertThat(label("notice")).doesNotContain("marks");
        interact(() -> field().appendText("\u0323".repeat(30)));
        until(() -> label("notice").contains("30 marks"));
        assertThat(field().getText()).isEqualTo("a" + "\u0301".repeat(30));
    }

    @Test
    void aSentenceEndsWhereTheFieldEndsAndThatIsSaid() {
        paste("a".repeat(200_000));
        until(() -> label("notice").contains("at most 12,000 characters"));
        assertThat(field().getText()).isEqualTo("a".repeat(12_000));
        assertThat(session().experiment().get().text()).hasSize(12_000);
        interact(() -> field().insertText(0, "river ".repeat(3_000))); // full: what stands there stays
        assertThat(field().getText()).isEqualTo("a".repeat(12_000));
        paste("river ".repeat(30_000));
        until(() -> trace().weights().from().size() == 512);
        assertThat(field().getText()).hasSize(12_000).startsWith("river river");
        keys(KeyCode.ENTER);
    }

    @Test
    void aPairOfCharsIsNotHalved() {
        paste("a" + "🐕".repeat(10_000));
        until(() -> !session().busy().get());
        assertThat(field().getText()).hasSize(11_999).endsWith("🐕");
    }

    @Test
    void otherFieldsAreBoundedToo() {
        keys(KeyCode.ENTER);
        interact(() -> view().lessonModel().add());
        interact(() -> node("card-notes", TextInputControl.class).setText("one\ntwo" + MARKS));
        assertThat(node("card-notes", TextInputControl.class).getText()).isEqualTo("one\ntwo" + "\u0301".repeat(30));
    }
}
