package app.regard.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.draw.Scale;
import app.regard.draw.chart.GridArea;
import app.regard.ui.kit.FileDialogs;
import app.regard.ui.kit.Notice;
import app.regard.ui.kit.TaskRunner;
import app.regard.ui.session.Workspace;
import app.regard.words.Library;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** A class can be asked first, and who opens the program for the first time is told what to do. */
class RevealTest extends WindowTest {
    /** Numbers at the map's legend. */
    private static final int LEGEND = 1;

    @Test
    void theWeightsAreHiddenUntilTheirStageIsReached() {
        keys(KeyCode.ENTER);
        assertShown(true);
        keys(KeyCode.R);
        assertShown(false);
        String told = session().library().notice(session().experiment().get());
        assertThat(label("hint")).contains("stage 6").isNotEqualTo(told);
        times(KeyCode.PAGE_DOWN, 4);
        assertThat(stage()).isEqualTo(5);
        assertThat(label("hint")).isNotEqualTo(told);
        assertShown(false);
        keys(KeyCode.PAGE_DOWN);
        assertShown(true);
        assertThat(label("hint")).isEqualTo(told);
        keys(KeyCode.PAGE_UP);
        assertShown(false);
        keys(KeyCode.R);
        assertShown(true);
    }

    /** What is told of the weights: rows of the map, arcs, bars, spread; drawn, pointed at and spoken. The words stay. */
    private void assertShown(boolean shown) {
        assertRows(shown ? 4 : 0);
        assertRow(shown);
    }

    private void assertRows(int rows) {
        long numbers = drawn("heatmap").texts().stream()
                .filter(text -> text.matches("0\\.\\d\\d"))
                .count();
        assertThat(numbers).isEqualTo(rows * 4L + LEGEND);
        assertThat(drawn("lines").texts()).filteredOn("?"::equals).hasSize(4 - rows);
    }

    private void assertRow(boolean shown) {
        assertThat(drawn("strip").texts()).contains("bank", "river");
        assertThat(bars().isEmpty()).isEqualTo(!shown);
        assertThat(label("spread-bits").startsWith("?")).isEqualTo(!shown);
        assertThat(label("bars-text").contains("hidden")).isEqualTo(!shown);
        pointAt("heatmap", cell(query(), 3));
        for (String id : List.of("heatmap", "strip", "lines")) {
            assertThat(node(id, Node.class).getAccessibleText().contains("” attends "))
                    .as(id)
                    .isEqualTo(shown);
        }
    }

    /** Row by row: of the word that is asked about, then of the next one; another word is asked about first. */
    @Test
    void aKeyShowsTheRowsOneAfterTheOther() {
        keys(KeyCode.ENTER, KeyCode.R);
        together(KeyCode.SHIFT, KeyCode.R);
        assertRows(1);
        assertRow(true);
        interact(() -> session().moveQuery(1));
        assertRows(1);
        assertRow(false);
        together(KeyCode.SHIFT, KeyCode.R);
        assertRows(2);
        assertRow(true);
        together(KeyCode.SHIFT, KeyCode.R);
        assertThat(query()).isEqualTo(2);
        assertRows(3);
        times(KeyCode.PAGE_DOWN, 5);
        assertRows(4);
        times(KeyCode.PAGE_UP, 1);
        assertRows(0);
        together(KeyCode.SHIFT, KeyCode.R);
        retype("cats are animals");
        assertThat(drawn("lines").texts()).filteredOn("?"::equals).hasSize(3);
    }

    @Test
    void theColoursAreThoseOfTheWholeMapFromTheStart() {
        retype("the cat sat");
        Scale whole = scale();
        double largest = 0;
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                largest = Math.max(largest, weight(i, j));
            }
        }
        assertThat(whole.size()).isEqualTo(largest);
        keys(KeyCode.ENTER, KeyCode.R);
        assertThat(scale()).isEqualTo(whole);
        for (int row = 0; row < 3; row++) {
            together(KeyCode.SHIFT, KeyCode.R);
            assertThat(scale()).as("row %d", row).isEqualTo(whole);
        }
    }

    private Scale scale() {
        return figure("heatmap").figure().areas().stream()
                .filter(area -> area instanceof GridArea)
                .map(area -> ((GridArea) area).table().scale())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theWordsStandWithoutArcs() {
        retype("the cat sat");
        assertThat(drawn("strip").curves()).hasSize(3);
        keys(KeyCode.ENTER, KeyCode.R);
        assertThat(drawn("strip").curves()).isEmpty();
        assertThat(drawn("strip").texts()).containsExactly("the", "cat", "sat");
        together(KeyCode.SHIFT, KeyCode.R);
        assertThat(drawn("strip").curves()).hasSize(3);
    }

    @Test
    void theFirstLineIsGoneWithTheFirstDeed() {
        interact(() -> {
            Workspace session = new Workspace(new Library(), new TaskRunner());
            MainView view = new MainView(session, new TaskRunner(), FileDialogs.NONE);
            Label hint = (Label) view.lookup("#hint");
            String example = hint.getText();
            assertThat(example).contains("0.40");
            FirstStart.welcome(session, view);
            assertThat(hint.getText()).contains("Type a sentence");
            session.point(java.util.Optional.of(cell(1, 1)));
            assertThat(hint.getText()).contains("Type a sentence");
            session.pin(cell(1, 1));
            assertThat(hint.getText()).isEqualTo(example);
            FirstStart.welcome(session, view);
            session.step(1);
            assertThat(hint.getText()).isEqualTo(example);
            assertThat(session.notice().get()).isEqualTo(Notice.NONE); // it lay over nothing
        });
    }
}
