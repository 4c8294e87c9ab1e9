package app.regard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.trace.Mask;
import app.regard.trace.Source;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Nothing is lost: undo and redo step through sentences, stages and settings, even while typing. */
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
    void undoBringsTheStageBackAndThenTheSentence() {
        append(" the");
        keys(KeyCode.PAGE_DOWN, KeyCode.PAGE_DOWN);
        undo();
        assertThat(stage()).isEqualTo(1);
        assertThat(field().getText()).isEqualTo("bank of the river the");
        undo();
        assertThat(field().getText()).isEqualTo("bank of the river");
        redo();
        redo();
        assertThat(stage()).isEqualTo(3);
    }

    @Test
    void undoBringsBackTheStageOnWhichTheSentenceWasLeft() {
        click("stage-6");
        append(" the");
        click("stage-2");
        undo();
        assertThat(stage()).isEqualTo(6);
    }

    @Test
    void undoBringsTheExamplesOwnTableBack() {
        append(" yesterday");
        assertThat(session().experiment().get().source()).isInstanceOf(Source.Simple.class);
        undo();
        assertThat(session().experiment().get().source()).isEqualTo(new Source.Preset("river"));
        assertThat(Truth.shown(weight(0, 3), 2)).isEqualTo("0.40");
        assertThat(trace().in().from().x().cols()).isEqualTo(4);
    }

    @Test
    void typingAfterUndoForgetsWhatWasUndone() {
        append(" the");
        undo();
        append(" bank");
        redo();
        assertThat(field().getText()).isEqualTo("bank of the river bank");
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

    @Test
    void aSettingIsAStepToo() {
        interact(() -> session().change(e -> e.withMask(Mask.CAUSAL)));
        undo();
        assertThat(session().experiment().get().mask()).isEqualTo(Mask.NONE);
        redo();
        assertThat(session().experiment().get().mask()).isEqualTo(Mask.CAUSAL);
        assertThat(weight(0, 3)).isZero();
    }

    @Test
    void anExampleChosenByMistakeIsUndone() {
        append(" the");
        interact(() -> session().choose(session().library().example("animal").orElseThrow()));
        undo();
        assertThat(field().getText()).isEqualTo("bank of the river the");
    }

    private void undo() {
        together(KeyCode.CONTROL, KeyCode.Z);
    }

    private void redo() {
        together(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
    }
}
