package app.regard.ui.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.regard.draw.Spot;
import app.regard.stage.Part;
import app.regard.trace.LabState;
import app.regard.trace.Mask;
import app.regard.trace.Source;
import app.regard.trace.Trace;
import app.regard.ui.Truth;
import app.regard.ui.kit.TaskRunner;
import app.regard.words.Library;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The view model without a window: what undo steps through, and what a sentence that is typed leaves as it was. */
public class WorkspaceTest {
    private final Workspace session = new Workspace(new Library(), new TaskRunner());

    private Trace trace() {
        return session.shown().get().trace().orElseThrow();
    }

    private String text() {
        return session.experiment().get().text();
    }

    private int stage() {
        return session.shown().get().focus().stage();
    }

    /** Letter by letter, as the field does. */
    private void append(String more) {
        String before = text();
        for (int letters = 1; letters <= more.length(); letters++) {
            session.type(before + more.substring(0, letters));
        }
    }

    private void assertWeights() {
        double[][] due = Truth.weights(trace());
        for (int i = 0; i < due.length; i++) {
            for (int j = 0; j < due.length; j++) {
                assertThat(trace().weights().a().at(i, j)).as("a(%d, %d)", i, j).isCloseTo(due[i][j], within(1e-12));
            }
        }
    }

    @Test
    void theNameOfAKeyAsksForThatKeyInTheWhyLineToo() {
        for (int stage = 3; stage <= 6; stage++) {
            session.goTo(stage);
            String matrix = session.shown().get().why().of().matrix();
            for (int key = 0; key < 4; key++) {
                session.point(Optional.of(new Spot(matrix, Spot.LABEL, key)));
                assertThat(session.shown().get().why().of())
                        .as("stage %d", stage)
                        .isEqualTo(
                                new Spot(matrix, session.shown().get().focus().query(), key));
            }
            session.point(Optional.empty());
        }
    }

    @Test
    void undoBringsTheStageBackAndThenTheSentence() {
        append(" the");
        session.step(1);
        session.step(1);
        session.undo();
        assertThat(stage()).isEqualTo(1);
        assertThat(text()).isEqualTo("bank of the river the");
        session.undo();
        assertThat(text()).isEqualTo("bank of the river");
        session.redo();
        session.redo();
        assertThat(stage()).isEqualTo(3);
    }

    @Test
    void undoBringsBackTheStageOnWhichTheSentenceWasLeft() {
        session.goTo(6);
        append(" the");
        session.goTo(2);
        session.undo();
        assertThat(stage()).isEqualTo(6);
    }

    @Test
    void undoBringsTheExamplesOwnTableBack() {
        append(" yesterday");
        assertThat(session.experiment().get().source()).isInstanceOf(Source.Simple.class);
        session.undo();
        assertThat(session.experiment().get().source()).isEqualTo(new Source.Preset("river"));
        assertThat(Truth.shown(trace().weights().a().at(0, 3), 2)).isEqualTo("0.40");
        assertThat(trace().in().from().x().cols()).isEqualTo(4);
    }

    @Test
    void typingAfterUndoForgetsWhatWasUndone() {
        append(" the");
        session.undo();
        append(" bank");
        session.redo();
        assertThat(text()).isEqualTo("bank of the river bank");
    }

    @Test
    void aSettingIsAStepToo() {
        session.change(e -> e.withMask(Mask.CAUSAL));
        session.undo();
        assertThat(session.experiment().get().mask()).isEqualTo(Mask.NONE);
        session.redo();
        assertThat(session.experiment().get().mask()).isEqualTo(Mask.CAUSAL);
        assertThat(trace().weights().a().at(0, 3)).isZero();
    }

    @Test
    void anExampleChosenByMistakeIsUndone() {
        append(" the");
        session.choose(session.library().example("animal").orElseThrow());
        session.undo();
        assertThat(text()).isEqualTo("bank of the river the");
    }

    @Test
    void repeatedWordsAreWordsOfTheirOwn() {
        session.type("dog dog dog");
        assertThat(trace().weights().from().size()).isEqualTo(3);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                assertThat(trace().weights().a().at(i, j)).isCloseTo(1 / 3.0, within(1e-15));
            }
        }
    }

    @Test
    void typingAwayAllWordsAfterTheFocusLeavesItOnALastWord() {
        session.point(Optional.of(new Spot(Part.WEIGHTS.label(), 3, 0)));
        assertThat(session.shown().get().focus().query()).isEqualTo(3);
        session.type("bank of");
        assertThat(session.shown().get().focus().query()).isBetween(0, 1);
        assertWeights();
    }

    @Test
    void whatIsRememberedHasTheLabThatIsOpen() {
        Workspace session = new Workspace(new Library(), new TaskRunner());
        LabState lab = new LabState("distance", Map.of("k", "3"));
        session.useLab(lab);
        assertThat(session.own().lab()).isEqualTo(lab);
        session.useLab(null);
        assertThat(session.own().lab()).isNull();
    }
}
