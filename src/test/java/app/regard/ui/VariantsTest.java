package app.regard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.trace.Experiment;
import app.regard.trace.Moment;
import app.regard.trace.Source;
import app.regard.ui.app.WindowTest;
import java.util.List;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;

/** The ways in which a stage can be shown: where the one asked for finds no room, the buttons say what is shown, and why. */
class VariantsTest extends WindowTest {
    private List<ToggleButton> ways() {
        return onWindow(() -> view().lookupAll(".segment").stream()
                .map(ToggleButton.class::cast)
                .filter(button -> String.valueOf(button.getAccessibleText()).startsWith("Show "))
                .toList());
    }

    @Test
    void whatFindsNoRoomIsGreyAndTheReasonSaysSo() {
        Experiment wide =
                Experiment.of("the cat sat", new Source.Simple("similarity")); // 16 dimensions, X and three products
        interact(() -> session().show(new Moment(wide, 2, 0)));
        until(() -> label("reason").equals("All three need room for 64 columns of numbers."));
        assertThat(ways().get(0).isDisabled()).isTrue();
        assertThat(ways().stream().filter(ToggleButton::isSelected)).containsExactly(ways().get(1));
        interact(() -> ways().get(2).fire());
        until(() -> label("reason").isEmpty() && ways().get(2).isSelected());
        assertThat(ways().get(0).isDisabled()).isFalse();
    }
}
