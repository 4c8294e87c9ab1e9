package app.regard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.draw.Spot;
import app.regard.stage.Part;
import app.regard.ui.app.WindowTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pointing at a word anywhere makes it the focused one everywhere; a click pins it, Escape lets it go. */
class FocusTest extends WindowTest {
    private static final List<String> WORDS = List.of("bank", "of", "the", "river");

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aHoveredRowOfTheMapIsTheRowOfTheBars(int row) {
        pointAt("heatmap", cell(row, 3 - row));
        assertThat(query()).isEqualTo(row);
        assertThat(label("bars-title")).isEqualTo("“" + WORDS.get(row) + "” attends to");
        assertThat(bars()).isEqualTo(named(Truth.weights(trace())[row]));
    }

    @Test
    void theBarsShowThePublishedWeights() {
        pointAt("heatmap", cell(0, 0));
        assertThat(bars())
                .containsExactly(
                        Map.entry("river", "40.1%"),
                        Map.entry("bank", "37.8%"),
                        Map.entry("the", "11.2%"),
                        Map.entry("of", "10.9%"));
    }

    @Test
    void aHoveredRowLabelDoesWhatItsRowDoes() {
        pointAt("heatmap", new Spot(WEIGHTS, 2, Spot.LABEL));
        assertThat(query()).isEqualTo(2);
        assertThat(bars()).isEqualTo(named(Truth.weights(trace())[2]));
    }

    @Test
    void aHoveredChipDoesWhatItsRowDoes() {
        pointAt("strip", chip(3));
        assertThat(query()).isEqualTo(3);
        assertThat(bars()).isEqualTo(named(Truth.weights(trace())[3]));
    }

    @Test
    void aHoveredRowOfAStageDoesSoToo() {
        click("stage-3");
        pointAt("stage", new Spot(Part.SCORES.label(), 1, 2));
        assertThat(query()).isEqualTo(1);
        assertThat(bars()).isEqualTo(named(Truth.weights(trace())[1]));
    }

    @Test
    void aHoveredLineOfTheReadingDoesSoToo() {
        pointAt("lines", cell(1, 1));
        assertThat(query()).isEqualTo(1);
    }

    @Test
    void aColumnLabelAsksWhoLooksAtThisWord() {
        pointAt("heatmap", new Spot(WEIGHTS, Spot.LABEL, 3));
        assertThat(label("bars-title")).isEqualTo("Who looks at “river”");
        assertThat(bars()).isEqualTo(named(Truth.column(Truth.weights(trace()), 3)));
    }

    @Test
    void leavingTheColumnLabelBringsTheRowBack() {
        pointAt("heatmap", new Spot(WEIGHTS, Spot.LABEL, 3));
        pointAt("strip", chip(0));
        assertThat(label("bars-title")).isEqualTo("“bank” attends to");
    }

    @Test
    void aClickPinsAndOtherRowsNoLongerMoveTheFocus() {
        clickAt("heatmap", cell(1, 1));
        assertThat(label("bars-title")).contains("“of”").contains("pinned");
        pointAt("heatmap", cell(3, 0));
        assertThat(query()).isEqualTo(1);
        assertThat(bars()).isEqualTo(named(Truth.weights(trace())[1]));
    }

    @Test
    void thePinnedWordStillLetsOtherCellsBeAsked() {
        clickAt("heatmap", cell(1, 1));
        pointAt("heatmap", cell(3, 0));
        assertThat(label("why-about")).isEqualTo("“river” attends to “bank”");
    }

    @Test
    void escapeUnpins() {
        clickAt("heatmap", cell(1, 1));
        keys(KeyCode.ESCAPE);
        pointAt("heatmap", cell(3, 0));
        assertThat(query()).isEqualTo(3);
        assertThat(label("bars-title")).doesNotContain("pinned");
    }

    @Test
    void aSecondClickOnTheSameRowUnpins() {
        clickAt("strip", chip(2));
        assertThat(session().shown().get().focus().pinned()).isTrue();
        clickAt("strip", chip(2));
        assertThat(session().shown().get().focus().pinned()).isFalse();
    }

    @Test
    void aHoveredCellSaysWhyItIsWhatItIs() {
        pointAt("heatmap", cell(0, 3));
        assertThat(label("why-question")).isEqualTo("Why 0.4013?");
        assertThat(label("why-about")).isEqualTo("“bank” attends to “river”");
        assertThat(label("why-formula")).startsWith("a(“bank”, “river”) = 1").endsWith("= 0.4013");
    }

    @Test
    void theWordsThatLookAtAColumnAreReadFromItsBars() {
        pointAt("heatmap", new Spot(WEIGHTS, Spot.LABEL, 0));
        assertThat(bars()).containsEntry("bank", "37.8%").containsEntry("river", Truth.percent(weight(3, 0)));
    }

    private static Map<String, String> named(double[] shares) {
        Map<String, String> bars = new LinkedHashMap<>();
        for (int j = 0; j < shares.length; j++) {
            bars.put(WORDS.get(j), Truth.percent(shares[j]));
        }
        return bars;
    }
}
