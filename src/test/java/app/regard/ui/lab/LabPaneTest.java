package app.regard.ui.lab;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.draw.Box;
import app.regard.draw.Spot;
import app.regard.file.Lessons;
import app.regard.lab.Throwaway;
import app.regard.lab.catalog.Labs;
import app.regard.trace.LabState;
import app.regard.ui.app.WindowTest;
import app.regard.ui.kit.FigureView;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lab that the pane knows nothing of is worked by keys: settings, gestures, a run, undo, a card, what is taken away. */
class LabPaneTest extends WindowTest {
    @TempDir
    private Path folder;

    @Override
    protected Labs labs() {
        return new Labs(List.of(new Throwaway()));
    }

    @BeforeEach
    void openTheLab() {
        interact(() -> view().lab().open("throwaway"));
        until(() -> "lab-panel-left".equals(focused()) || typing());
        if (typing()) {
            keys(KeyCode.ENTER); // leaves the sentence
        }
        until(() -> "lab-panel-left".equals(focused()));
    }

    private boolean typing() {
        return "sentence".equals(focused()) && has("#lab-panel-left");
    }

    private Map<String, String> settings() {
        return Objects.requireNonNull(session().lab().get()).settings();
    }

    @Test
    void whatIsAskedAndWhatIsPointedAtIsSaidInBothPanels() {
        assertThat(label("lab-question")).isEqualTo("Does it work?");
        assertThat(label("lab-why-about")).isEqualTo("left 1");
        keys(KeyCode.DOWN);
        until(() -> label("lab-why-about").equals("left 2"));
        assertThat(label("lab-why-question")).isEqualTo("Why 300.0000?"); // 2 · 3 · 50
        assertThat(figure("lab-panel-left").getAccessibleText()).contains("left 2: 300.0000");
        keys(KeyCode.TAB);
        keys(KeyCode.DOWN);
        until(() -> label("lab-why-about").startsWith("right"));
        assertThat(node("lab-noticed", javafx.scene.layout.VBox.class).isVisible())
                .as("what to notice comes after the first change")
                .isFalse();
    }

    @Test
    void numbersAreTypedAndNudgedAndUndone() {
        keys(KeyCode.DIGIT7);
        assertThat(label("lab-spoken")).startsWith("typed 7");
        keys(KeyCode.ENTER);
        until(() -> "7".equals(settings().get("level")));
        until(() -> label("lab-said").equals("Level 7 at step 50."));
        assertThat(node("lab-level-slider", Slider.class).getValue()).isEqualTo(7);
        assertThat(node("lab-noticed", javafx.scene.layout.VBox.class).isVisible())
                .isTrue();
        write("+");
        until(() -> "8".equals(settings().get("level")));
        together(KeyCode.CONTROL, KeyCode.Z);
        until(() -> "3".equals(settings().get("level")));
        assertThat(node("lab-level-slider", Slider.class).getValue()).isEqualTo(3);
        together(KeyCode.CONTROL, KeyCode.Z);
        until(() -> session().lab().get() == null);
        assertThat(has("#lab-question")).isFalse();
        together(KeyCode.CONTROL, KeyCode.Y);
        until(() -> session().lab().get() != null);
    }

    @Test
    void somethingIsCarriedByKeysAndSpoken() {
        keys(KeyCode.SPACE, KeyCode.DOWN);
        until(() -> label("lab-spoken").startsWith("dragged"));
        keys(KeyCode.SPACE);
        until(() -> "2,1,3".equals(settings().get("order")));
        assertThat(label("lab-spoken")).isEqualTo("dragged from left 1: 150.0000 to left 2: 300.0000");
        keys(KeyCode.SPACE, KeyCode.ESCAPE);
        until(() -> label("lab-spoken").equals("let go"));
        assertThat(session().lab().get()).as("Esc lets go before it leaves").isNotNull();
        keys(KeyCode.ESCAPE);
        until(() -> session().lab().get() == null);
    }

    private static Spot row(String panel, int row) {
        return new Spot(panel, row, 0);
    }

    private Point2D middle(String panel, int row) {
        FigureView figure = figure("lab-panel-" + panel);
        return onWindow(() -> {
            Box box = figure.figure().boxOf(row(panel, row)).orElseThrow();
            return figure.localToScreen(box.centreX(), box.centreY());
        });
    }

    @Test
    void somethingIsDraggedAndDroppedWithTheMouseAndSpoken() {
        drag(middle("left", 0), MouseButton.PRIMARY).moveTo(middle("left", 1)).moveTo(middle("left", 2));
        until(() -> label("lab-spoken").startsWith("dragged from left 1: 150.0000"));
        assertThat(settings()).as("not before it is let go").containsEntry("order", "1,2,3");
        drop();
        until(() -> "2,3,1".equals(settings().get("order")));
        assertThat(label("lab-spoken")).isEqualTo("dragged from left 1: 150.0000 to left 3: 450.0000");
        together(KeyCode.CONTROL, KeyCode.Z);
        until(() -> "1,2,3".equals(settings().get("order")));
    }

    @Test
    void aClickWithTheMouseOpensWhatIsClicked() {
        clickAt("lab-panel-right", row("right", 1));
        assertThat(session().lab().get()).as("the right panel opens nothing").isNotNull();
        clickAt("lab-panel-left", row("left", 1));
        until(() -> session().lab().get() == null && stage() == 8);
    }

    /** The split view: what is pointed at in one panel lights in the other one too, with the mouse and with keys. */
    @Test
    void whatIsPointedAtLightsInAllPanels() {
        int[] none = marked();
        assertThat(none).as("nothing is pointed at yet").containsOnly(0);
        pointAt("lab-panel-left", row("left", 2));
        until(() -> marked()[2] != 0);
        assertThat(marked()).as("left, right: first, second, third row").satisfies(lit -> {
            assertThat(lit[0]).isZero();
            assertThat(lit[3]).isZero();
            assertThat(lit[5]).isNotZero().isEqualTo(lit[2]);
        });
        keys(KeyCode.UP);
        until(() -> marked()[1] != 0);
        assertThat(marked()[4]).isEqualTo(marked()[1]);
        assertThat(marked()[5]).isZero();
        pointAt("lab-panel-right", row("right", 0));
        until(() -> marked()[0] != 0);
        assertThat(label("lab-why-about")).isEqualTo("right 1");
    }

    /** The colours of the marks at the left edge of each row: first the left panel's rows, then the right one's. */
    private int[] marked() {
        return onWindow(() -> Stream.of("left", "right")
                .flatMapToInt(id -> IntStream.range(0, 3).map(row -> {
                    FigureView view = figure("lab-panel-" + id);
                    Box box = view.figure().boxOf(row(id, row)).orElseThrow();
                    return view.markPixel(box.x(), box.centreY());
                }))
                .toArray());
    }

    @Test
    void aRunIsGoneThroughStepByStep() {
        assertThat(label("lab-where")).isEqualTo("step 50 of 50");
        interact(() -> node("lab-step", Slider.class).requestFocus());
        keys(KeyCode.LEFT);
        until(() -> label("lab-where").equals("step 49 of 50"));
        assertThat(label("lab-said")).isEqualTo("Level 3 at step 49.");
        together(KeyCode.SHIFT, KeyCode.LEFT);
        until(() -> label("lab-where").equals("step 1 of 50"));
        keys(KeyCode.SPACE);
        until(() -> label("lab-play").equals("Pause"));
        until(() -> !label("lab-where").equals("step 1 of 50"));
        keys(KeyCode.SPACE);
        until(() -> label("lab-play").equals("Play"));
    }

    @Test
    void aClickOpensAMomentAndUndoComesBack() {
        LabState state = session().lab().get();
        keys(KeyCode.ENTER);
        until(() -> session().lab().get() == null && stage() == 8);
        assertThat(query()).isEqualTo(1);
        together(KeyCode.CONTROL, KeyCode.Z);
        until(() -> Objects.equals(session().lab().get(), state));
        assertThat(stage()).isEqualTo(1);
    }

    @Test
    void whatIsNoValueIsSaidAndNothingChanges() {
        interact(() -> {
            var field = node("lab-level", javafx.scene.control.TextField.class);
            field.setText("11");
            field.getOnAction().handle(new javafx.event.ActionEvent());
        });
        until(() -> label("lab-problem").equals("“level” takes 0 to 10, a whole number, not “11”."));
        assertThat(settings()).containsEntry("level", "3");
    }

    @Test
    void itIsTakenAwayAndKeptOnACard() throws IOException {
        keys(KeyCode.DIGIT5);
        keys(KeyCode.ENTER);
        until(() -> label("lab-said").equals("Level 5 at step 50."));
        Path json = folder.resolve("x.json");
        answers.next(json);
        click("lab-export");
        interact(() -> node("export-numbers", javafx.scene.control.MenuButton.class)
                .getItems()
                .get(0)
                .fire());
        until(() -> Files.exists(json) && view().saving().idle());
        JsonNode numbers = new ObjectMapper().readTree(json.toFile());
        assertThat(numbers.get("settings").get("level").asText()).isEqualTo("5");
        assertThat(numbers.get("panels").get(1).get("values").get(2).get(0).asDouble())
                .isEqualTo(750);
        together(KeyCode.CONTROL, KeyCode.E);
        until(() -> has("#export-size") && label("export-size").contains("pixels"));
        keys(KeyCode.ESCAPE);
        click("lab-card");
        var card = view().lessonModel().open().get().orElseThrow().lesson();
        assertThat(card.cards().get(0).moment().lab()).isEqualTo(session().lab().get());
        Path file = folder.resolve("x.regard");
        Lessons.write(file, true, card);
        assertThat(Files.readString(file)).contains("\"format\": 2");
        assertThat(Lessons.read(file)).isEqualTo(card);
        interact(() -> session().useLab(null));
        interact(() -> session().show(card.cards().get(0).moment()));
        until(() -> has("#lab-said") && label("lab-said").equals("Level 5 at step 50."));
    }
}
