package app.regard.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.regard.trace.Experiment;
import app.regard.trace.Grid;
import app.regard.trace.Mask;
import app.regard.trace.Source;
import app.regard.ui.app.WindowTest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Head, seed, mask, positions and temperature decide the numbers, and refuse what is no number. */
class HeadTest extends WindowTest {
    @Test
    void everyPressOfGenerateGivesOtherWeights() {
        Set<Double> seen = new HashSet<>();
        choose("head-choice", "random");
        for (int press = 0; press < 4; press++) {
            click("generate");
            assertThat(seen.add(weight(0, 3))).isTrue();
            assertWeights();
        }
        assertThat(seen).hasSize(4);
    }

    @Test
    void theSeedIsShown() {
        choose("head-choice", "random");
        String first = node("seed", TextField.class).getText();
        click("generate");
        String second = node("seed", TextField.class).getText();
        assertThat(first).matches("-?[0-9]+");
        assertThat(second).matches("-?[0-9]+").isNotEqualTo(first);
        assertThat(trace().in().head().name()).contains("seed " + second);
    }

    @Test
    void theSameSeedGivesTheSameNumbers() {
        choose("head-choice", "random");
        enter("seed", "7");
        Grid first = trace().weights().a();
        Grid w = trace().in().head().q().w();
        enter("seed", "8");
        assertThat(trace().weights().a()).isNotEqualTo(first);
        enter("seed", "7");
        assertThat(trace().weights().a()).isEqualTo(first);
        assertThat(trace().in().head().q().w()).isEqualTo(w);
    }

    @Test
    void aCausalMaskLeavesExactlyNothingAboveTheDiagonal() {
        choose("mask", "causal");
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                if (j > i) {
                    assertThat(weight(i, j)).isZero();
                } else {
                    assertThat(weight(i, j)).isPositive();
                }
            }
        }
        assertThat(weight(0, 0)).isEqualTo(1);
        assertWeights();
        assertThat(drawn("heatmap").texts()).contains("0", "1.00");
    }

    @Test
    void aLocalWindowSeesOnlyNeighbours() {
        choose("mask", "window");
        enter("radius", "1");
        assertThat(session().experiment().get().mask()).isEqualTo(Mask.local(1));
        assertThat(weight(0, 2)).isZero();
        assertThat(weight(0, 3)).isZero();
        assertThat(weight(3, 1)).isZero();
        assertThat(weight(1, 2)).isPositive();
        assertWeights();
    }

    @Test
    void aWindowOfNothingLeavesEachWordItself() {
        choose("mask", "window");
        enter("radius", "0");
        for (int i = 0; i < 4; i++) {
            assertThat(weight(i, i)).isEqualTo(1);
        }
    }

    @Test
    void aHighTemperatureFlattensAndALowOneSharpens() {
        enter("temperature", "4");
        assertThat(weight(2, 2)).isLessThan(0.77);
        assertWeights();
        enter("temperature", "0.1");
        assertThat(weight(2, 2)).isGreaterThan(0.999);
        assertWeights();
        assertThat(has("temperature 0.1")).isTrue();
    }

    @Test
    void positionsAreAddedAsStronglyAsAsked() {
        enter("positions", "0.5");
        assertThat(session().experiment().get().positions().strength()).isEqualTo(0.5);
        // place 1, column 0: sin(1)
        assertThat(trace().h().at(1, 0)).isCloseTo(0.44 + 0.5 * Math.sin(1), within(1e-15));
        assertWeights();
        enter("positions", "1");
        assertThat(trace().h().at(1, 0)).isCloseTo(0.44 + Math.sin(1), within(1e-15));
        assertWeights();
    }

    @Test
    void positionsTellTheSameWordInTwoPlacesApart() {
        enter("positions", "0.25");
        retype("bank bank");
        assertThat(weight(0, 0)).isNotEqualTo(weight(0, 1));
        assertWeights();
    }

    @Test
    void whatIsNoTemperatureIsRefusedInWords() {
        Experiment before = session().experiment().get();
        for (String text : List.of("abc", "0", "-1", "1e999", "NaN", "", "1 2", "∞")) {
            enter("temperature", text);
            assertThat(label("notice")).as(text).contains("temperature");
            assertThat(session().experiment().get()).as(text).isEqualTo(before);
        }
        assertThat(Truth.shown(weight(0, 3), 2)).isEqualTo("0.40");
    }

    @Test
    void whatIsNoSeedIsRefusedInWords() {
        choose("head-choice", "random");
        Experiment before = session().experiment().get();
        for (String text : List.of("x7", "99999999999999999999", "1.5")) {
            enter("seed", text);
            assertThat(label("notice")).as(text).contains("seed");
            assertThat(session().experiment().get()).as(text).isEqualTo(before);
        }
    }

    @Test
    void aBadWindowOrStrengthIsRefusedInWords() {
        choose("mask", "window");
        enter("radius", "many");
        assertThat(label("notice")).contains("window");
        assertThat(session().experiment().get().mask()).isEqualTo(Mask.local(2));
        enter("positions", "strong");
        assertThat(label("notice")).contains("strength");
        assertThat(session().experiment().get().positions().on()).isFalse();
    }

    @Test
    void aGoodNumberTakesTheMessageAway() {
        enter("temperature", "abc");
        enter("temperature", "2");
        assertThat(label("notice")).isEmpty();
        assertThat(session().experiment().get().temperature()).isEqualTo(2);
    }

    @Test
    void theUnchangedNumberTakesTheMessageAwayToo() {
        enter("temperature", "abc");
        enter("temperature", "1");
        assertThat(label("notice")).isEmpty();
    }

    @Test
    void leavingAnExamplesOwnTableForAHeadIsSaid() {
        choose("head-choice", "similarity");
        assertThat(label("notice")).contains("simple table").contains("Undo");
        assertThat(trace().in().from().x().cols()).isEqualTo(16);
    }

    @Test
    void aHandMadeHeadIsChosen() {
        choose("head-choice", "coreference");
        assertThat(session().experiment().get().source()).isEqualTo(new Source.Simple("coreference"));
        assertWeights();
    }

    @Test
    @SuppressWarnings("unchecked")
    void theExamplesOwnHeadCanBeChosenAgainFromRandom() {
        interact(session()::generate);
        assertThat(session().experiment().get().source()).isEqualTo(new Source.Seeded("river", 1));
        interact(() -> ((ComboBox<String>) node("head-choice", ComboBox.class)).setValue("example’s own"));
        assertThat(session().experiment().get().source()).isEqualTo(new Source.Preset("river"));
        assertThat(node("seed", TextField.class).isVisible()).isFalse();
    }

    /** Chooses with the keyboard, from the first entry down. */
    private void choose(String control, String entry) {
        ComboBox<?> box = node(control, ComboBox.class);
        interact(box::requestFocus);
        int steps = box.getItems().indexOf(entry) - box.getSelectionModel().getSelectedIndex();
        times(steps > 0 ? KeyCode.DOWN : KeyCode.UP, Math.abs(steps));
        assertThat(box.getValue()).isEqualTo(entry);
    }

    private void enter(String control, String text) {
        TextField field = node(control, TextField.class);
        click(control);
        together(KeyCode.CONTROL, KeyCode.A);
        interact(() -> field.replaceSelection(text));
        keys(KeyCode.ENTER);
    }
}
