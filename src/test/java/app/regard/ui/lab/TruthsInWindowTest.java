package app.regard.ui.lab;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.draw.Spot;
import app.regard.lab.Pointed;
import app.regard.trace.LabState;
import app.regard.trace.Moment;
import app.regard.ui.app.WindowTest;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** The index of truths in the window: each opens where it is tested, with a key or a click, and Ctrl+Z comes back. */
class TruthsInWindowTest extends WindowTest {
    private static final String PANEL = "lab-panel-truths";

    @Test
    void eachOpensWithAKeyOrAClick() {
        click("labs");
        until(() -> has("#lab-group-ask"));
        click("lab-group-ask");
        until(() -> has("#lab-item-truths .example-sentence"));
        clickText("#lab-item-truths .example-sentence");
        until(() -> listWindows().size() == 1 && focused().equals(PANEL));
        var table = view().lab().page().orElseThrow().numbers().get("truths");
        Objects.requireNonNull(table);
        int count = table.rows().size();
        assertThat(count).isEqualTo(26);
        int longest = IntStream.range(0, count)
                .boxed()
                .max(Comparator.comparing(i -> table.rows().get(i).length()))
                .orElseThrow();
        pointAt(PANEL, new Spot("truths", longest, 0));
        double high = figure(PANEL).getHeight();
        pointAt(PANEL, new Spot("truths", 0, 0));
        assertThat(figure(PANEL).getHeight())
                .as("nothing moves under the mouse")
                .isEqualTo(high);
        for (int i = 0; i < count; i++) {
            Spot row = new Spot("truths", i, 0);
            Moment due = view().lab().opens(new Pointed("truths", row)).orElseThrow();
            if (i % 5 == 2) {
                clickAt(PANEL, row);
            } else {
                Spot at = view().lab().asked().orElseThrow().spot();
                times(at.row() < i ? KeyCode.DOWN : KeyCode.UP, Math.abs(i - at.row()));
                keys(KeyCode.ENTER);
            }
            String which = "truth " + (i + 1);
            try {
                until(() -> lab().equals(Optional.ofNullable(due.lab()).map(LabState::id)));
            } catch (AssertionError e) {
                throw new AssertionError(which + ": " + lab() + ", not " + due.lab(), e);
            }
            assertThat(session().moment().experiment()).as(which).isEqualTo(due.experiment());
            if (due.lab() == null) {
                assertThat(stage()).as(which).isEqualTo(due.stage());
            }
            together(KeyCode.CONTROL, KeyCode.Z);
            try {
                until(() -> lab().equals(Optional.of("truths")) && focused().equals(PANEL));
            } catch (AssertionError e) {
                throw new AssertionError("back from " + which + ": " + lab() + " " + focused(), e);
            }
        }
    }

    private Optional<String> lab() {
        return Optional.ofNullable(session().lab().get()).map(LabState::id);
    }
}
