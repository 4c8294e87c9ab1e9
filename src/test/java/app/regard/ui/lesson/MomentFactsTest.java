package app.regard.ui.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.draw.Spot;
import app.regard.file.Condition;
import app.regard.file.Fact;
import app.regard.stage.Part;
import app.regard.trace.Edit;
import app.regard.trace.Experiment;
import app.regard.trace.LabState;
import app.regard.trace.Mask;
import app.regard.trace.Positions;
import app.regard.trace.Source;
import app.regard.ui.kit.TaskRunner;
import app.regard.ui.session.Workspace;
import app.regard.words.Library;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** The facts that conditions ask for, of states that are made by hand. */
class MomentFactsTest {
    private final Workspace session = new Workspace(new Library(), new TaskRunner());

    private String fact(Fact fact) {
        return fact(fact, "");
    }

    private String fact(Fact fact, String name) {
        return new MomentFacts(
                        session.shown().get(),
                        session.lab().get(),
                        asked -> asked.equals("score") ? OptionalDouble.of(1.5) : OptionalDouble.empty())
                .of(fact, name)
                .orElse("–");
    }

    @Test
    void anyMatrixThatAStageShowsCanBeACell() {
        for (Part part : Part.values()) {
            assertThat(Condition.parse("cell = \"" + part.label() + "\"").all()).hasSize(1);
        }
    }

    @Test
    void ofAnUntouchedWindow() {
        assertThat(fact(Fact.STAGE)).isEqualTo("1.0");
        assertThat(fact(Fact.FOCUS)).isEqualTo("bank");
        assertThat(fact(Fact.PINNED)).isEqualTo("no");
        assertThat(fact(Fact.CELL))
                .as("what the stage asks about nobody has pointed at")
                .isEqualTo("–");
        assertThat(fact(Fact.ROW)).isEqualTo("–");
        assertThat(fact(Fact.COLUMN)).isEqualTo("–");
        assertThat(fact(Fact.VALUE)).isEqualTo("–");
        assertThat(fact(Fact.TEXT)).isEqualTo("bank of the river");
        assertThat(fact(Fact.KEYS)).isEqualTo("none");
        assertThat(fact(Fact.HEAD)).isEqualTo("own");
        assertThat(fact(Fact.MASK)).isEqualTo("none");
        assertThat(fact(Fact.POSITIONS)).isEqualTo("0.0");
        assertThat(fact(Fact.TEMPERATURE)).isEqualTo("1.0");
        assertThat(fact(Fact.SCALING)).isEqualTo("sqrt(d_k)");
        assertThat(fact(Fact.EDITS)).isEqualTo("0.0");
        assertThat(fact(Fact.KEPT)).isEqualTo("no");
        assertThat(fact(Fact.LAB)).isEqualTo("none");
        assertThat(fact(Fact.SETTING, "k")).isEqualTo("–");
        assertThat(fact(Fact.RESULT, "score")).isEqualTo("1.5");
        assertThat(fact(Fact.RESULT, "other")).isEqualTo("–");
    }

    @Test
    void ofWhatIsPointedAt() {
        session.goTo(6);
        session.point(Optional.of(new Spot("A", 3, 0)));
        assertThat(fact(Fact.CELL)).isEqualTo("A");
        assertThat(fact(Fact.ROW)).isEqualTo("river");
        assertThat(fact(Fact.COLUMN)).isEqualTo("bank");
        assertThat(Double.parseDouble(fact(Fact.VALUE))).isBetween(0.3497, 0.3498); // e^1.5394 / Σ, by hand
        session.point(Optional.of(new Spot("A", Spot.LABEL, 2)));
        assertThat(fact(Fact.CELL)).isEqualTo("–");
        assertThat(fact(Fact.COLUMN)).as("who looks at this word?").isEqualTo("the");
        session.goTo(2);
        session.point(Optional.of(new Spot("K", 1, 0)));
        assertThat(fact(Fact.COLUMN)).isEqualTo("of");
        assertThat(fact(Fact.ROW)).isEqualTo("–");
    }

    @Test
    void ofAnExperimentAndALab() {
        session.experimentModel().keep();
        session.change(e -> Experiment.of("the cat", new Source.Simple("coreference"))
                .withPositions(Positions.sinusoidal(0.25))
                .withTemperature(2)
                .withScaling(false)
                .withEdits(List.of(Edit.of("W_Q[0,0]=3"), Edit.of("W_K[0,0]=3"))));
        session.useLab(new LabState("distance", Map.of("k", "7")));
        assertThat(fact(Fact.TEXT)).isEqualTo("the cat");
        assertThat(fact(Fact.HEAD)).isEqualTo("coreference");
        assertThat(fact(Fact.POSITIONS)).isEqualTo("0.25");
        assertThat(fact(Fact.TEMPERATURE)).isEqualTo("2.0");
        assertThat(fact(Fact.SCALING)).isEqualTo("none");
        assertThat(fact(Fact.EDITS)).isEqualTo("2.0");
        assertThat(fact(Fact.KEPT)).isEqualTo("yes");
        assertThat(fact(Fact.LAB)).isEqualTo("distance");
        assertThat(fact(Fact.SETTING, "k")).isEqualTo("7");
        session.change(e -> e.withKeyText("a dog").withEdits(List.of()));
        assertThat(fact(Fact.KEYS)).isEqualTo("a dog");
        session.change(e -> e.withKeyText(null).withMask(Mask.local(1)));
        session.useSeed(7);
        assertThat(fact(Fact.MASK)).isEqualTo("local");
        assertThat(fact(Fact.HEAD)).isEqualTo("random");
    }
}
