package app.regard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.draw.Spot;
import app.regard.draw.Theme;
import app.regard.draw.chart.GridArea;
import app.regard.stage.Part;
import app.regard.trace.Mask;
import app.regard.trace.Positions;
import app.regard.trace.Source;
import app.regard.ui.app.WindowTest;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Everything can be done without a mouse. */
class KeyboardTest extends WindowTest {
    @Test
    void enterLeavesTheFieldForTheFigure() {
        keys(KeyCode.ENTER);
        assertThat(focused()).isEqualTo("stage");
    }

    @Test
    void afterAStepTheArrowsGoOnFromTheCellThatIsAskedThere() {
        keys(KeyCode.ENTER, KeyCode.UP, KeyCode.PAGE_DOWN);
        Spot asked = session().shown().get().asked();
        assertThat(asked.matrix()).isEqualTo("Q");
        keys(KeyCode.LEFT);
        assertThat(session().shown().get().focus().hover()).isEqualTo(new Spot("Q", asked.row(), asked.col() - 1));
    }

    @Test
    void escapeLeavesTheFieldForTheFigure() {
        keys(KeyCode.ESCAPE);
        assertThat(focused()).isEqualTo("stage");
        assertThat(field().getText()).isEqualTo("bank of the river");
    }

    @Test
    void arrowsMoveTheCellOfTheStageAndTheWhyFollows() {
        assertThat(label("why-about"))
                .isEqualTo("embedding of “bank”, column d4"); // the arrows start where the mark is
        keys(KeyCode.ENTER, KeyCode.LEFT);
        assertThat(label("why-about")).isEqualTo("embedding of “bank”, column d3");
        keys(KeyCode.RIGHT);
        assertThat(label("why-question")).isEqualTo("Why 1.7200?");
        assertThat(label("why-about")).isEqualTo("embedding of “bank”, column d4");
        keys(KeyCode.DOWN);
        assertThat(label("why-question")).isEqualTo("Why 0.2700?");
        assertThat(figure("stage").getAccessibleText()).contains("embedding of “of”, column d4: 0.27");
        assertThat(query()).isEqualTo(1);
        assertThat(stage()).isEqualTo(1);
    }

    @Test
    void theMapSaysTheCellUnderTheKeyboard() {
        tabTo("heatmap");
        times(KeyCode.RIGHT, 4);
        assertThat(figure("heatmap").getAccessibleText()).contains("“bank” attends to “river”, 40.1 percent");
        assertThat(label("why-question")).isEqualTo("Why 0.4013?");
        keys(KeyCode.LEFT);
        assertThat(figure("heatmap").getAccessibleText()).contains("“bank” attends to “the”, 11.2 percent");
    }

    @Test
    void aColumnLabelIsReachedWithTheArrowsToo() {
        tabTo("heatmap");
        keys(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.UP);
        assertThat(label("bars-title")).isEqualTo("Who looks at “of”");
    }

    @Test
    void arrowsStopAtTheEdgeOfTheMap() {
        tabTo("heatmap");
        times(KeyCode.RIGHT, 12);
        times(KeyCode.DOWN, 12);
        assertThat(figure("heatmap").getAccessibleText())
                .contains("“river” attends to “river”, " + Truth.shown(100 * Truth.weights(trace())[3][3], 1)
                        + " percent");
    }

    @Test
    void enterPinsAndEscapeUnpins() {
        tabTo("heatmap");
        keys(KeyCode.RIGHT, KeyCode.DOWN, KeyCode.ENTER);
        assertThat(label("bars-title")).isEqualTo("“of” attends to  (pinned)");
        keys(KeyCode.DOWN);
        assertThat(query()).isEqualTo(1);
        assertThat(label("why-about")).isEqualTo("“the” attends to “bank”");
        keys(KeyCode.ESCAPE);
        assertThat(label("bars-title")).isEqualTo("“of” attends to");
        keys(KeyCode.DOWN);
        assertThat(query()).isEqualTo(3);
    }

    @Test
    void upAndDownChooseAWordWhenNotTyping() {
        tabTo("next");
        keys(KeyCode.DOWN, KeyCode.DOWN);
        assertThat(label("bars-title")).isEqualTo("“the” attends to");
        keys(KeyCode.UP);
        assertThat(label("bars-title")).isEqualTo("“of” attends to");
        times(KeyCode.UP, 5);
        assertThat(query()).isZero();
    }

    @Test
    void anExampleIsChosenFromTheMenu() {
        tabTo("examples");
        keys(KeyCode.SPACE);
        keys(KeyCode.DOWN);
        keys(KeyCode.DOWN); // the second group
        keys(KeyCode.RIGHT);
        keys(KeyCode.ENTER);
        assertThat(session().library().examples()).anyMatch(e -> e.sentence().equals(field().getText()));
        assertThat(field().getText()).isNotEqualTo("bank of the river");
        assertThat(trace().weights().from().words()).isEqualTo(wordsOf(field().getText()));
    }

    @Test
    void aHeadIsChosen() {
        tabTo("head-choice");
        keys(KeyCode.DOWN);
        ComboBox<?> choice = node("head-choice", ComboBox.class);
        assertThat(choice.getValue()).isEqualTo("similarity");
        assertThat(session().experiment().get().source()).isEqualTo(new Source.Simple("similarity"));
        assertThat(field().getText()).isEqualTo("bank of the river");
    }

    @Test
    void aSeedIsTyped() {
        interact(() -> session().useSeed(7));
        tabTo("seed");
        together(KeyCode.CONTROL, KeyCode.A);
        keys(KeyCode.DIGIT4, KeyCode.DIGIT2, KeyCode.ENTER);
        assertThat(session().experiment().get().source()).isEqualTo(new Source.Seeded("river", 42));
        assertThat(field().getText()).isEqualTo("bank of the river");
    }

    @Test
    void aMaskIsChosen() {
        tabTo("mask");
        keys(KeyCode.DOWN);
        assertThat(session().experiment().get().mask()).isEqualTo(Mask.CAUSAL);
        assertThat(stage()).isEqualTo(1);
    }

    @Test
    void positionsAreSlid() {
        tabTo("positions-slider");
        times(KeyCode.RIGHT, 5);
        assertThat(session().experiment().get().positions()).isEqualTo(Positions.sinusoidal(0.25));
        assertThat(stage()).isEqualTo(1);
    }

    @Test
    void aTemperatureIsTyped() {
        tabTo("temperature");
        together(KeyCode.CONTROL, KeyCode.A);
        keys(KeyCode.DIGIT2, KeyCode.ENTER);
        assertThat(session().experiment().get().temperature()).isEqualTo(2);
        assertThat(field().getText()).isEqualTo("bank of the river");
    }

    @Test
    void keysInTheHeadsControlsReachNothingBehindThem() {
        tabTo("temperature");
        keys(KeyCode.END, KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.DOWN, KeyCode.DOWN, KeyCode.SPACE);
        tabTo("temperature-slider");
        keys(KeyCode.RIGHT, KeyCode.LEFT, KeyCode.HOME);
        assertThat(stage()).isEqualTo(1);
        assertThat(query()).isZero();
        assertThat(view().foot().playing()).isFalse();
    }

    @Test
    void theThemeIsAKeyAway() {
        together(KeyCode.CONTROL, KeyCode.D);
        assertThat(session().shown().get().view().theme()).isEqualTo(Theme.DARK);
        together(KeyCode.CONTROL, KeyCode.D);
        assertThat(session().shown().get().view().theme()).isEqualTo(Theme.LIGHT);
    }

    @Test
    void copyTakesTheCellInFullPrecision() {
        tabTo("heatmap");
        times(KeyCode.RIGHT, 4);
        together(KeyCode.CONTROL, KeyCode.C);
        interact(() -> assertThat(
                        Double.parseDouble(Clipboard.getSystemClipboard().getString()))
                .isEqualTo(weight(0, 3)));
    }

    @Test
    void copyTakesAsFewDigitsAsGiveTheNumberBack() {
        tabTo("stage");
        pointAt("stage", new Spot(Part.X.label(), 0, 3));
        together(KeyCode.CONTROL, KeyCode.C);
        interact(() -> assertThat(Clipboard.getSystemClipboard().getString()).isEqualTo("1.72"));
        pointAt("stage", new Spot(Part.X.label(), 0, 0));
        together(KeyCode.CONTROL, KeyCode.C);
        interact(() -> assertThat(Clipboard.getSystemClipboard().getString()).isEqualTo("0"));
    }

    /** Whichever figure the cell is in, what is copied reads back as the very double: bars, arcs and numbers pulled out too. */
    @Test
    void copyTakesTheNumberOfACellOfEveryFigure() {
        keys(KeyCode.ENTER);
        for (int stage = 1; stage <= 8; stage++) {
            int now = stage;
            interact(() -> session().goTo(now));
            List<Spot> cells = onWindow(() -> figure("stage").figure().areas().stream()
                    .filter(GridArea.class::isInstance)
                    .flatMap(area -> area.first().stream())
                    .map(spot -> new Spot(spot.matrix(), 0, 0))
                    .toList());
            assertThat(cells).isNotEmpty();
            for (Spot cell : cells) {
                interact(() -> session().point(Optional.of(cell)));
                double value = onWindow(() -> Part.named(cell.matrix())
                        .orElseThrow()
                        .grid(session().shown().get().content().trace().orElseThrow(), 0)
                        .at(0, 0));
                copied(value, cell);
            }
        }
        for (String id : List.of("heatmap", "bars")) {
            pointAt(id, cell(0, 2));
            copied(weight(0, 2), cell(0, 2));
        }
    }

    private void copied(double value, Spot cell) {
        together(KeyCode.CONTROL, KeyCode.C);
        String text = onWindow(() -> Clipboard.getSystemClipboard().getString());
        assertThat(Double.parseDouble(text)).as("%s", cell).isEqualTo(value);
        for (int digits = 1; digits < 17; digits++) { // no shorter text reads back
            String shorter =
                    new BigDecimal(value).round(new MathContext(digits)).toPlainString();
            if (Double.parseDouble(shorter) == value) {
                assertThat(new BigDecimal(text).precision())
                        .as("%s as %s", cell, text)
                        .isLessThanOrEqualTo(digits);
                return;
            }
        }
    }

    @Test
    void tabGoesThroughTheWholeWindowAndComesBackToTheSentence() {
        tabTo("stage");
        tabTo("heatmap");
        tabTo("bars");
        tabTo("next");
        tabTo("sentence");
    }
}
