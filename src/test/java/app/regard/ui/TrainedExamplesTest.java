package app.regard.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.regard.ui.app.WindowTest;
import java.util.List;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The examples of trained heads stand in the menu of examples and open as the others do. */
@Tag("model")
class TrainedExamplesTest extends WindowTest {
    private List<MenuItem> entries() {
        return node("examples", MenuButton.class).getItems().stream()
                .flatMap(group -> ((Menu) group).getItems().stream())
                .filter(item -> session().library().trainedExamples().stream().anyMatch(e -> item.getId()
                        .equals("example-" + e.example().id())))
                .toList();
    }

    @Test
    void allOfThemAreInTheMenuInGroupsOfTheirOwn() {
        assertThat(entries()).hasSameSizeAs(session().library().trainedExamples());
        assertThat(session().library().groups()).allSatisfy(group -> assertThat(
                        group.entries().stream().map(e -> e.example().trained()).distinct())
                .hasSize(1));
    }

    @Test
    void theyNameTheirHead() {
        List<String> below = entries().stream()
                .map(e -> ((Labeled) ((Pane) ((CustomMenuItem) e).getContent())
                                .getChildren()
                                .get(1))
                        .getText())
                .toList();
        assertThat(below).doesNotHaveDuplicates();
        assertThat(below.get(0)).startsWith("L3·H1 · The animal");
    }

    @Test
    void oneOpensWithItsHeadItsWordAndItsNotice() {
        interact(() -> entries().get(0).fire());
        until(() -> trace().in().head().name().equals("L3·H1"));
        assertThat(field().getText()).isEqualTo("The animal didn't cross the street because it was too tired.");
        assertThat(label("hint")).contains("32 of 50 such sentences");
        assertThat(trace().weights().from().word(session().shown().get().focus().query()))
                .isEqualTo("it");
        assertThat(weight(10, 2)).isCloseTo(0.677, within(5e-4));
        interact(() -> entries().get(1).fire());
        until(() -> field().getText().contains("wide") && label("hint").contains("“street” only 0.12"));
    }
}
