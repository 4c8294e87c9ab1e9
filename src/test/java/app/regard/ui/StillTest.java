package app.regard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.trace.Edit;
import app.regard.trace.Mask;
import app.regard.ui.app.MainView;
import app.regard.ui.app.WindowTest;
import app.regard.ui.kit.FileDialogs;
import app.regard.ui.kit.TaskRunner;
import app.regard.ui.session.Workspace;
import app.regard.words.Library;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;

/** What is not as usual is named above the stage, and nothing moves for it. */
class StillTest extends WindowTest {
    private static final double[][] WINDOWS = {{860, 600}, {1024, 700}, {1280, 800}, {1920, 1080}};
    private static final List<Consumer<Workspace>> CHANGES = List.of(
            s -> s.change(e -> e.withEdits(List.of(Edit.of("W_Q[0,1]=0.7")))),
            s -> s.change(e -> e.withMask(Mask.CAUSAL)),
            s -> s.change(e -> e.withTemperature(2)),
            s -> s.change(e -> e.withScaling(false)),
            s -> s.experimentModel().keep());

    @Test
    void theStageStaysWhereItIsWhileItsChipsComeAndGo() {
        interact(() -> {
            for (double[] size : WINDOWS) {
                for (int stage = 1; stage <= 8; stage++) {
                    still(size[0], size[1], stage);
                }
            }
        });
    }

    private static void still(double width, double height, int stage) {
        Workspace session = new Workspace(new Library(), new TaskRunner());
        MainView view = new MainView(session, new TaskRunner(), FileDialogs.NONE);
        new Scene(view, width, height);
        view.resize(width, height);
        session.goTo(stage);
        List<Double> before = places(view);
        for (Consumer<Workspace> change : CHANGES) {
            change.accept(session);
            assertThat(places(view))
                    .as("%s × %s, stage %s", width, height, stage)
                    .isEqualTo(before);
            assertNamed(view, session.shown().get().content().chips());
        }
    }

    /** Each chip is shown whole or has a tip that has its whole name. */
    private static void assertNamed(MainView view, List<String> due) {
        List<Labeled> shown = view.lookupAll(".stage-head .chip").stream()
                .filter(Node::isVisible)
                .map(Labeled.class::cast)
                .toList();
        String said = shown.stream()
                .map(chip -> chip.getText()
                        + (chip.getTooltip() == null ? "" : chip.getTooltip().getText()))
                .collect(Collectors.joining("\n"));
        assertThat(due).isNotEmpty().allSatisfy(name -> assertThat(said).contains(name));
        assertThat(shown)
                .allSatisfy(chip -> assertThat(chip.getWidth() >= chip.prefWidth(-1) - 0.5 || chip.getTooltip() != null)
                        .as("%s is whole or has a tip", chip.getText())
                        .isTrue());
    }

    /** Where things begin: above the text, and from its end on, for it says more of some options. */
    private static List<Double> places(MainView view) {
        for (int pass = 0; pass < 3; pass++) {
            view.applyCss();
            view.layout();
        }
        Node text = view.lookup("#text").getParent();
        double end = top(text) + text.getLayoutBounds().getHeight();
        return List.of(
                top(view.lookup("#title")),
                top(text),
                top(view.lookup("#strip")) - end,
                top(view.lookup("#stage")) - end,
                top(view.lookup("#bars")));
    }

    private static double top(Node node) {
        return node.localToScene(node.getLayoutBounds()).getMinY();
    }
}
