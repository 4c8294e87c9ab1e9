package app.regard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.ui.app.WindowTest;
import app.regard.ui.session.WorkspaceTest;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** The keys of undo and redo, even while typing; which steps there are is held by {@link WorkspaceTest}. */
class UndoTest extends WindowTest {
    @Test
    void undoBringsTheSentenceBack() {
        append(" the bank");
        undo();
        assertThat(field().getText()).isEqualTo("bank of the river");
        assertThat(trace().weights().from().size()).isEqualTo(4);
    }

    @Test
    void typingWithoutAPauseIsOneStep() {
        append(" the bank of the river");
        undo();
        assertThat(field().getText()).isEqualTo("bank of the river");
        undo();
        assertThat(field().getText()).as("there was only one step").isEqualTo("bank of the river");
    }

    @Test
    void redoGoesForwardAgain() {
        append(" the bank");
        undo();
        redo();
        assertThat(field().getText()).isEqualTo("bank of the river the bank");
        assertThat(trace().weights().from().size()).isEqualTo(6);
        redo();
        assertThat(field().getText()).as("there was only one step").isEqualTo("bank of the river the bank");
    }

    @Test
    void undoWithNothingBeforeChangesNothing() {
        append(" the");
        undo();
        undo(); // of nothing
        assertThat(field().getText()).isEqualTo("bank of the river");
        assertThat(stage()).isEqualTo(1);
        redo(); // which the one too many has not harmed
        assertThat(field().getText()).isEqualTo("bank of the river the");
    }

    @Test
    void anEmptiedSentenceComesBack() {
        together(KeyCode.CONTROL, KeyCode.A);
        keys(KeyCode.DELETE);
        assertThat(label("notice")).contains("No word yet");
        undo();
        assertThat(field().getText()).isEqualTo("bank of the river");
        assertThat(label("notice")).doesNotContain("No word yet");
    }

    private void undo() {
        together(KeyCode.CONTROL, KeyCode.Z);
    }

    private void redo() {
        together(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
    }
}
