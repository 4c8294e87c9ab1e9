package app.regard.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.regard.draw.Spot;
import app.regard.stage.Part;
import app.regard.ui.app.WindowTest;
import app.regard.ui.kit.FigureView;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Every keystroke is computed and drawn, and the reader stays where they were. */
class TypingTest extends WindowTest {
    @Test
    void startsOnARealExampleWithTheCaretInTheSentence() {
        assertThat(field().getText()).isEqualTo("bank of the river");
        assertThat(focused()).isEqualTo("sentence");
        assertThat(field().getCaretPosition()).isEqualTo("bank of the river".length());
    }

    @Test
    void theMapShowsThePublishedWeightsAtTheStart() {
        List<String> texts = drawn("heatmap").texts();
        for (String[] row : Truth.RIVER_WEIGHTS) {
            assertThat(texts).contains(row);
        }
        assertWeights();
    }

    @Test
    void typingChangesTheNumbersOfTheMap() {
        List<String> before = drawn("heatmap").texts();
        int colour = colourOf(1, 0);
        append(" bank"); // the example's own table holds it
        assertThat(trace().weights().from().words()).containsExactly("bank", "of", "the", "river", "bank");
        assertThat(drawn("heatmap").texts()).isNotEqualTo(before);
        assertThat(drawn("heatmap").texts()).contains(Truth.shown(Truth.weights(trace())[0][0], 2));
        assertThat(colourOf(1, 0)).isNotEqualTo(colour);
        assertWeights();
    }

    @Test
    void typingChangesChipsArcsAndBars() {
        retype("the cat sat");
        assertThat(drawn("strip").texts()).containsExactly("the", "cat", "sat");
        assertThat(bars().keySet()).containsExactlyInAnyOrder("the", "cat", "sat");
        assertWeights();
        double[] row = Truth.weights(trace())[query()];
        assertThat(bars()).containsEntry("cat", Truth.percent(row[1])).containsEntry("sat", Truth.percent(row[2]));
        List<Double> arcs = drawn("strip").curves();
        assertThat(arcs).hasSize(3);
        for (int j = 0; j < 3; j++) {
            double most = j == query() ? 3.5 : 9; // a thick loop would look like a padlock
            assertThat(arcs.get(j)).isCloseTo(Math.min(most, Math.max(0.8, 9 * row[j])), within(1e-9));
        }
    }

    @Test
    void everyKeystrokeIsComputed() {
        retype("a");
        for (String next : List.of(" ", "b", "i", "g", " ", "d", "o", "g")) {
            letters(next);
            assertThat(session().experiment().get().text()).isEqualTo(field().getText());
            assertWeights();
        }
        assertThat(trace().weights().from().words()).containsExactly("a", "big", "dog");
    }

    @Test
    void retypingKeepsTheStage() {
        click("stage-4");
        retype("a new bank");
        assertThat(stage()).isEqualTo(4);
        assertThat(figure("stage").figure().boxOf(new Spot(Part.SCALED.label(), 2, 2)))
                .isPresent();
    }

    @Test
    void retypingKeepsTheFocusOnTheSameWord() {
        pointAt("heatmap", cell(3, 0));
        keys(KeyCode.HOME);
        letters("the ");
        assertThat(field().getText()).isEqualTo("the bank of the river");
        assertThat(query()).isEqualTo(4);
        assertThat(label("bars-title")).isEqualTo("“river” attends to");
    }

    @Test
    void leavingAnExamplesOwnTableIsSaid() {
        append(" today");
        assertThat(label("notice"))
                .contains("own table")
                .contains("simple table")
                .contains("Undo");
        assertThat(trace().in().from().x().cols()).isEqualTo(16);
    }

    @Test
    void aWordInNoTableIsMarkedAsMadeUp() {
        retype("the zorblax slept");
        assertThat(drawn("strip").texts()).contains("zorblax*").contains("the");
    }

    @Test
    void theRailFollowsTheNumberOfWords() {
        retype("one two three four five");
        assertThat(onWindow(() -> lookup(".rail-shape").queryAllAs(Label.class)))
                .anyMatch(l -> l.getText().contains("5×16"));
    }

    @Test
    void tenBarsAndTheOthersAddUpToOne() {
        retype("one two three four five six seven eight nine ten eleven twelve thirteen");
        Map<String, String> bars = bars();
        assertThat(bars.keySet()).anyMatch(name -> name.endsWith("others"));
        double sum = bars.values().stream()
                .mapToDouble(p -> Double.parseDouble(p.replace("%", "")))
                .sum();
        assertThat(sum).isCloseTo(100, within(0.6)); // a dozen roundings of 0.05
    }

    private int colourOf(int i, int j) {
        FigureView map = figure("heatmap");
        var box = map.figure().boxOf(cell(i, j)).orElseThrow();
        return map.pixel(box.x() + 6, box.y() + box.height() / 4);
    }
}
