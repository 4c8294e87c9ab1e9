package app.regard.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.regard.draw.Spot;
import app.regard.export.code.NumpyCode;
import app.regard.file.Lesson;
import app.regard.file.Lessons;
import app.regard.stage.Content;
import app.regard.stage.Why;
import app.regard.trace.Moment;
import app.regard.trace.Rule;
import app.regard.trace.Source;
import app.regard.ui.app.WindowTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules of a head, and the words' named dimensions, are read and written as sentences. */
class RulesTest extends WindowTest {
    @TempDir
    private Path folder;

    @SuppressWarnings("unchecked")
    private void openRules(String head) {
        interact(() -> session().type("the animal slept because it was tired"));
        interact(() -> session().useHead(head));
        interact(() -> node("head-choice", ComboBox.class).setValue("own rules"));
        click("rules");
        until(() -> has("#rules-text"));
    }

    private void write(String area, String text) {
        interact(() -> node(area, TextArea.class).setText(text));
    }

    @Test
    void theRulesOfAHeadBecomeTheReadersOwn() {
        openRules("coreference");
        assertThat(node("rules-text", TextArea.class).getText()).startsWith("stand-in asks thing, 2\nstand-in asks");
        assertThat(trace().in().head().dK()).isEqualTo(7);
        write("rules-text", "stand-in asks thing, 2");
        assertThat(trace().in().head().dK()).as("d_k is the number of rules").isEqualTo(1);
        assertThat(session().experiment().get().source())
                .isEqualTo(new Source.Ruled(List.of(new Rule("stand-in", "thing", 2))));
        double due = Math.exp(4) / (Math.exp(4) + 6); // one thing of seven words: e^(2·2) against six times e^0
        assertThat(weight(4, 1)).isCloseTo(due, within(1e-12));
        assertThat(session().shown().get().content().below(2)).contains("stand-in asks thing +2");
    }

    /** Out of the lab of edits too: d_k changes, the lab, code and Why follow, undo leads back. */
    @Test
    @SuppressWarnings("unchecked")
    void rulesAreChangedWhileNumbersAreEdited() {
        interact(() -> session().type("the animal slept because it was tired"));
        interact(() -> session().useHead("coreference"));
        interact(() -> view().lab().open("edit"));
        until(() -> view().lab().page().isPresent());
        assertThat(columns()).isEqualTo(7);
        interact(() -> node("head-choice", ComboBox.class).setValue("own rules"));
        click("rules");
        until(() -> has("#rules-text"));
        write("rules-text", "stand-in asks thing, 2");
        keys(KeyCode.ESCAPE);
        until(() -> columns() == 1);
        assertThat(view().lab().isOpen()).isTrue();
        Content seen = session().shown().get().content();
        Why why = seen.why(4, new Spot("S", 4, 1));
        assertThat(why.value()).as("2 · 2").isEqualTo(4);
        assertThat(why.terms().stream()
                        .mapToDouble(t -> t.factors().stream().reduce(1.0, (a, b) -> a * b))
                        .sum())
                .as("the sum of its terms")
                .isEqualTo(4);
        assertThat(NumpyCode.of(trace(), "")).contains("W_Q = np.array([  # (16, 1)");
        interact(() -> session().undo());
        until(() -> columns() == 7);
    }

    private int columns() {
        return Objects.requireNonNull(
                        view().lab().page().orElseThrow().numbers().get("matrix"))
                .columns()
                .size();
    }

    @Test
    void whatIsNoRuleIsRefusedWhereItIsWritten() {
        openRules("coreference");
        Source before = session().experiment().get().source();
        for (String wrong :
                List.of("stand-in wants thing, 2", "stand-in asks nobody, 2", "stand-in asks thing, NaN", "")) {
            write("rules-text", wrong);
            assertThat(label("rules-problem")).as(wrong).isNotEmpty();
            assertThat(session().experiment().get().source()).isEqualTo(before);
        }
        write("words-text", "animal: thing one");
        assertThat(label("rules-problem")).contains("thing 0.5");
        assertThat(session().experiment().get().edits()).isEmpty();
    }

    @Test
    void aWordsDimensionsAreWrittenAsASentenceAndKeptInALesson() {
        openRules("coreference");
        write("rules-text", "stand-in asks thing, 2");
        write("words-text", "animal: living 1");
        assertThat(weight(4, 1)).as("it is no thing any more").isCloseTo(1.0 / 7, within(1e-12));
        assertThat(node("words-text", TextArea.class).getText()).isEqualTo("animal: living 1");
        Moment moment = session().moment();
        Path file = folder.resolve("rules.json");
        Lessons.write(file, true, new Lesson("Rules", "", List.of(new Lesson.Card(moment, "", ""))));
        assertThat(Lessons.read(file).cards().get(0).moment().experiment()).isEqualTo(moment.experiment());
    }
}
