package app.regard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.Extent;
import app.regard.draw.Box;
import app.regard.draw.Spot;
import app.regard.draw.Theme;
import app.regard.ui.app.WindowTest;
import app.regard.ui.kit.FigureView;
import app.regard.words.Example;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every example opens, says what to notice, and shows all eight stages in light and dark. */
class ExamplesTest extends WindowTest {
    @Test
    void aLongSentenceIsSeenFromItsBeginning() {
        interact(() -> field().setText(""));
        keys(KeyCode.ESCAPE); // leaves the field
        interact(() -> session().choose(session().library().example("animal").orElseThrow()));
        assertThat(field().getText()).startsWith("The animal");
        assertThat(field().getCaretPosition()).isZero();
    }

    /** In every build each example is looked at in one theme, and by turns in light and dark. */
    @ParameterizedTest
    @EnumSource(Theme.class)
    @Tag("long")
    void everyStageOfEveryExampleIsPainted(Theme theme) {
        interact(() -> session().look(session().shown().get().view().withTheme(theme)));
        List<Example> examples = session().library().examples();
        for (int i = 0; i < examples.size(); i++) {
            if (!Extent.whole() && (i % 2 == 0) != (theme == Theme.LIGHT)) {
                continue;
            }
            Example example = examples.get(i);
            interact(() -> session().choose(example));
            assertThat(field().getText()).isEqualTo(example.sentence());
            assertThat(label("hint")).isEqualTo(example.notice());
            assertThat(node("hint", Label.class).isVisible()).isTrue();
            for (int stage = 1; stage <= 8; stage++) {
                int at = stage;
                interact(() -> session().goTo(at)); // what a line more or less leaves to the matrices takes a pulse
                boolean painted = onWindow(() -> {
                    view().applyCss();
                    view().layout();
                    return !drawn("stage").texts().isEmpty()
                            && ground("stage", session().shown().get().asked()) != 0
                            && ground("heatmap", cell(0, 0)) != 0;
                });
                assertThat(painted).as("%s, stage %d", example.id(), stage).isTrue();
            }
        }
    }

    @Test
    void anExampleIsChosenFromTheMenu() {
        interact(() -> node("examples", MenuButton.class).getItems().stream()
                .flatMap(group -> ((Menu) group).getItems().stream())
                .filter(item -> "example-semantic".equals(item.getId()))
                .findFirst()
                .orElseThrow()
                .fire());
        assertThat(field().getText()).isEqualTo("Paris is in France");
        assertThat(Truth.shown(weight(0, 3), 2)).isEqualTo("0.83");
        assertThat(label("hint")).contains("“Paris” gives “France” 0.83");
    }

    @Test
    void iLoveAiShowsItsPublishedNumbers() {
        interact(() -> session().choose(session().library().example("i-love-ai").orElseThrow()));
        assertThat(drawn("heatmap").texts()).contains("0.40", "0.20", "0.50", "0.25");
        assertThat(Truth.shown(weight(0, 0), 2)).isEqualTo("0.40");
        assertThat(Truth.shown(weight(2, 2), 2)).isEqualTo("0.50");
    }

    @Test
    void theDarkThemeIsOneKeyAway() {
        int light = ground("heatmap", cell(0, 0));
        together(KeyCode.CONTROL, KeyCode.D);
        assertThat(ground("heatmap", cell(0, 0))).isNotEqualTo(light);
        together(KeyCode.CONTROL, KeyCode.D);
        assertThat(ground("heatmap", cell(0, 0))).isEqualTo(light);
    }

    /** The ground of a cell, beside its number; a hidden cell is not painted. */
    private int ground(String id, Spot spot) {
        FigureView view = figure(id);
        Box box = view.figure().boxOf(spot).orElseThrow(() -> new AssertionError(id + " hides " + spot));
        return view.pixel(box.centreX(), box.y() + box.height() * 0.15);
    }
}
