package app.regard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Mark;
import app.regard.draw.View;
import app.regard.trace.Experiment;
import app.regard.trace.Mask;
import app.regard.trace.Moment;
import app.regard.ui.app.WindowTest;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept stands behind what comes: in marks, in the Why, in undo and on cards. */
class KeepTest extends WindowTest {
    private Experiment first;

    @BeforeEach
    void keep() {
        interact(() -> session().goTo(6));
        keys(KeyCode.ENTER); // leaves the sentence
        first = session().experiment().get();
        keys(KeyCode.B);
        until(() -> session().moment().before() != null);
    }

    private long outlines() {
        View view = session().shown().get().view();
        Figure base = session().shown().get().content().base(6, 0, new Frame(640, 320, view));
        return base.marks().stream()
                .filter(m -> m instanceof Mark.Rectangle r && r.fill() == 0 && r.edgeWidth() == 1.25)
                .count();
    }

    @Test
    void changedCellsAreOutlinedAndTheirWhySaysWhatTheyWere() {
        assertThat(outlines()).isZero();
        assertThat(session().shown().get().why().note()).isEqualTo("As before.");
        interact(() -> session().change(x -> x.withMask(Mask.CAUSAL)));
        until(() -> session().shown().get().content().chips().contains("causal mask"));
        // under the mask every row but the last is another one: in E, their sums and A
        assertThat(outlines()).isPositive();
        assertThat(session().shown().get().why().note()).contains("Before: 0.").contains("Δ");
        assertThat(session().shown().get().content().chips()).contains("compared with before");
    }

    @Test
    void undoAndCardsHaveIt() {
        interact(() -> session().change(x -> x.withTemperature(2)));
        Moment there = session().moment();
        assertThat(there.before()).isEqualTo(first);
        keys(KeyCode.B); // keeps the present instead
        until(() -> session().experiment().get().equals(session().moment().before()));
        keys(KeyCode.B); // and lets it go
        until(() -> session().moment().before() == null);
        together(KeyCode.CONTROL, KeyCode.Z);
        together(KeyCode.CONTROL, KeyCode.Z);
        until(() -> first.equals(session().moment().before()));
        assertThat(session().moment()).isEqualTo(there);
        interact(() -> session().show(new Moment(first, 3, 0)));
        assertThat(session().moment().before()).isNull();
        interact(() -> session().show(there));
        assertThat(session().moment()).isEqualTo(there);
    }

    @Test
    void theTwoAreExchanged() {
        interact(() -> session().change(x -> x.withScaling(false)));
        together(KeyCode.SHIFT, KeyCode.B);
        until(() -> session().experiment().get().equals(first));
        assertThat(session().moment().before()).isEqualTo(first.withScaling(false));
    }

    @Test
    void aSentenceOfAnotherLengthIsShownWithoutMarks() {
        interact(() -> session().type("bank of the old river"));
        until(() -> session().shown().get().weights().from().size() == 5);
        assertThat(session().moment().before()).isEqualTo(first);
        assertThat(outlines()).isZero();
    }
}
