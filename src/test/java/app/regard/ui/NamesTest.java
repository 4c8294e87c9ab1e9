package app.regard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.ui.app.WindowTest;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever the keyboard can reach says what it is. */
class NamesTest extends WindowTest {
    @Test
    void everyControlOfEveryStageIsNamed() {
        for (int stage = 1; stage <= 8; stage++) {
            assertThat(controls()).hasSizeGreaterThan(20);
            assertThat(nameless()).as("stage %d", stage).isEmpty();
            keys(KeyCode.PAGE_DOWN);
        }
    }

    @Test
    void everyControlOfTheStripIsNamed() {
        interact(session()::generate);
        Set<String> ids = controls().stream().map(Node::getId).collect(Collectors.toSet());
        assertThat(ids)
                .contains("head-choice", "seed", "generate", "mask", "positions", "temperature", "open-attention");
        assertThat(nameless()).isEmpty();
    }

    @Test
    void everyControlOfTheExportIsNamed() {
        keys(KeyCode.ENTER);
        together(KeyCode.CONTROL, KeyCode.E);
        until(() -> !node("export-save", Node.class).isDisabled());
        assertThat(controls().stream().map(Node::getId)).contains("export-heatmap", "export-save");
        assertThat(nameless()).isEmpty();
    }

    @Test
    void everyControlOfALessonIsNamed() {
        interact(() -> view().lessonModel().begin());
        assertThat(controls().stream().map(Node::getId)).contains("lesson-title", "card-notes");
        assertThat(nameless()).isEmpty();
    }

    @Test
    @Tag("model")
    void everyControlOfATrainedHeadAndOfAllHeadsIsNamed() {
        interact(() -> session().useTrained(3, 1));
        until(() -> trace().in().learned());
        click("head");
        untilHeadIsOpen();
        until(() -> controls().stream().anyMatch(c -> "unload".equals(c.getId())));
        Set<String> ids = controls().stream().map(Node::getId).collect(Collectors.toSet());
        assertThat(ids).contains("layer", "layer-head", "head-before", "head-after", "all-of-them", "unload");
        assertThat(nameless()).isEmpty();
        click("all-of-them");
        until(() -> listWindows().size() == 1 && has("#lab-title-head"));
        assertThat(nameless()).isEmpty();
    }

    @Test
    @Tag("model")
    void everyControlOfTheLayersIsNamed() {
        keys(KeyCode.ENTER, KeyCode.L);
        until(() -> has("#lab-why-about") && !label("lab-why-about").isEmpty());
        Set<String> ids = controls().stream().map(Node::getId).collect(Collectors.toSet());
        assertThat(ids)
                .contains("lab-word", "lab-with", "lab-other", "lab-panel-layers", "lab-panel-pairs", "lab-export");
        assertThat(nameless()).isEmpty();
    }

    @Test
    void everyControlOfTheHelpIsNamed() {
        keys(KeyCode.F1);
        assertThat(view().overlay().isOpen()).isTrue();
        assertThat(nameless()).isEmpty();
    }

    @Test
    void theFiguresSayWhatTheyAre() {
        assertThat(figure("heatmap").getAccessibleText()).startsWith("Attention matrix. “bank” attends to “river”");
        assertThat(figure("bars").getAccessibleText()).startsWith("“bank” attends to");
        assertThat(figure("strip").getAccessibleText()).contains("“bank” attends most to “river”");
        assertThat(figure("stage").getAccessibleText()).startsWith("Stage 1, Token embeddings");
    }

    private List<Node> controls() {
        return onWindow(() -> listWindows().stream()
                .map(Window::getScene)
                .flatMap(scene -> scene.getRoot().lookupAll("*").stream())
                .filter(node -> node.isFocusTraversable() && !node.isDisabled() && shown(node))
                .toList());
    }

    private List<Node> nameless() {
        return controls().stream()
                .filter(node -> blank(node.getAccessibleText()))
                .filter(node -> !(node instanceof Labeled labeled) || blank(labeled.getText()))
                .toList();
    }

    private static boolean shown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
