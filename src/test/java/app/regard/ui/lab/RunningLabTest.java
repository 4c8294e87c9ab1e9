package app.regard.ui.lab;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.lab.About;
import app.regard.lab.FactsPanel;
import app.regard.lab.Form;
import app.regard.lab.Lab;
import app.regard.lab.Outcome;
import app.regard.lab.Run;
import app.regard.lab.Setting;
import app.regard.lab.Snapshot;
import app.regard.lab.catalog.Labs;
import app.regard.source.Resolver;
import app.regard.stage.Content;
import app.regard.trace.Moment;
import app.regard.ui.app.WindowTest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** A lab that runs long shows how far it is and what there is so far; Esc ends the run, and then leaves. */
class RunningLabTest extends WindowTest {
    private final AtomicInteger ended = new AtomicInteger();

    /** What can be set. */
    public record Settings(int level) {}

    /** Runs until it is ended: at level 0 it is done at once. */
    private final class Endless implements Lab<Settings> {
        @Override
        public About about() {
            return new About("endless", About.Group.LEARN, "Endless", "Does it end?", "Wait.", "It does.", "K");
        }

        @Override
        public Settings begin(Moment here, Content seen) {
            return new Settings(0);
        }

        @Override
        public List<Setting<Settings>> settings(Settings now, Content seen) {
            return List.of(new Setting<>(
                    "level",
                    "Level",
                    new Form.Range(0, 9, 1, false),
                    s -> String.valueOf(s.level),
                    (s, text) -> new Settings(Integer.parseInt(text))));
        }

        @Override
        public Outcome run(Moment here, Settings now, Resolver resolver, Run run) {
            run.shows(shown(now.level * 10));
            try {
                while (now.level > 0) {
                    run.at(0.5);
                    run.check();
                    Thread.onSpinWait();
                }
            } catch (RuntimeException e) {
                ended.incrementAndGet();
                throw e;
            }
            return shown(now.level);
        }

        private Outcome shown(int value) {
            FactsPanel facts =
                    new FactsPanel("facts", "Facts", List.of(new FactsPanel.Fact("value", value, Optional.empty())));
            return Outcome.of(new Snapshot(List.of(facts), "Value " + value));
        }
    }

    @Override
    protected Labs labs() {
        return new Labs(List.of(new Endless()));
    }

    @Test
    void escapeEndsTheRunAndThenLeaves() {
        keys(KeyCode.ENTER, KeyCode.K); // leaves the sentence; the lab's own key
        until(() -> has("#lab-said") && label("lab-said").equals("Value 0"));
        interact(() -> node("lab-level-slider", Slider.class).setValue(3));
        until(() -> label("lab-said").equals("Value 30")); // so far
        until(() -> label("lab-waiting").equals("Computing … 50 %. Esc ends it."));
        keys(KeyCode.ESCAPE);
        until(() -> ended.get() == 1);
        assertThat(label("lab-problem")).startsWith("Stopped");
        assertThat(label("lab-waiting")).isEmpty();
        assertThat(label("lab-said")).isEqualTo("Value 30");
        assertThat(session().lab().get()).isNotNull();
        keys(KeyCode.ESCAPE);
        until(() -> session().lab().get() == null);
        assertThat(focused()).isEqualTo("stage");
    }

    @Test
    void anotherSettingEndsTheRunToo() {
        keys(KeyCode.ENTER, KeyCode.K);
        until(() -> has("#lab-said") && label("lab-said").equals("Value 0"));
        interact(() -> node("lab-level-slider", Slider.class).setValue(3));
        until(() -> label("lab-said").equals("Value 30"));
        interact(() -> node("lab-level-slider", Slider.class).setValue(0));
        until(() -> label("lab-said").equals("Value 0") && ended.get() == 1);
    }
}
