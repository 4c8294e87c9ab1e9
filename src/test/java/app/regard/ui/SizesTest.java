package app.regard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.draw.View;
import app.regard.trace.Mask;
import app.regard.ui.app.MainView;
import app.regard.ui.app.WindowTest;
import app.regard.ui.kit.FileDialogs;
import app.regard.ui.kit.TaskRunner;
import app.regard.ui.session.Workspace;
import app.regard.words.Library;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

/** Whatever the window's size and the size of text, nothing leaves the window and the matrices keep some room. */
class SizesTest extends WindowTest {
    private static final double[][] WINDOWS = {{860, 600}, {1024, 700}, {1280, 800}, {1920, 1080}};
    private static final double[] TEXTS = {0.9, 1, 1.2, 1.4};
    private static final String[] PARTS = {
        "formula-strip",
        "spread",
        "temperature",
        "view",
        "lesson",
        "export",
        "next",
        "back",
        "heatmap",
        "stage",
        "bars",
        "why-formula"
    };

    @Test
    void nothingLeavesTheWindow() {
        interact(() -> {
            for (double[] size : WINDOWS) {
                for (double text : TEXTS) {
                    if (size[0] >= 1000 || text <= 1) { // larger text asks for more than the smallest window
                        allStages(size[0], size[1], text);
                    }
                }
            }
        });
    }

    @Test
    void theExportPaneAndTheLessonFitToo() {
        interact(() -> {
            for (double[] size : WINDOWS) {
                for (double text : TEXTS) {
                    if (size[0] >= 1000 || text <= 1) {
                        paneAndLesson(size[0], size[1], text);
                    }
                }
            }
        });
    }

    @Test
    void aWindowThatWasLargeFitsWhenItIsMadeSmall() {
        interact(() -> {
            Workspace session = new Workspace(new Library(), new TaskRunner());
            MainView view = new MainView(session, new TaskRunner(), FileDialogs.NONE);
            new Scene(view, 1920, 1080);
            for (double[] size : new double[][] {{1920, 1080}, {860, 600}}) {
                view.resize(size[0], size[1]);
                for (int pass = 0; pass < 2; pass++) {
                    view.applyCss();
                    view.layout();
                }
            }
            Bounds side = bounds(view, ".side-pane");
            assertThat(side.getMaxY()).isLessThanOrEqualTo(bounds(view, ".foot").getMinY() + 1);
            assertThat(view.lookup(".word-lines").isVisible()).isFalse();
            assertThat(bounds(view, "#bars").getMaxY()).isLessThanOrEqualTo(side.getMaxY());
        });
    }

    private static Bounds bounds(MainView view, String of) {
        Node node = view.lookup(of);
        return node.localToScene(node.getBoundsInLocal());
    }

    private static void paneAndLesson(double width, double height, double text) {
        Workspace session = new Workspace(new Library(), new TaskRunner());
        MainView view = new MainView(session, new TaskRunner(), FileDialogs.NONE);
        new Scene(view, width, height);
        view.resize(width, height);
        session.look(View.USUAL.withTextScale(text));
        view.lessonModel().begin();
        view.export();
        for (int pass = 0; pass < 2; pass++) {
            view.applyCss();
            view.layout();
        }
        String where = width + " × " + height + ", text " + text;
        for (String id : new String[] {"export-save", "export-close", "preview", "card-next", "card-notes", "next"}) {
            Node node = view.lookup("#" + id);
            Bounds b = node.localToScene(node.getBoundsInLocal());
            assertThat(b.getMaxX()).as("%s at %s", id, where).isLessThanOrEqualTo(width + 6);
            assertThat(b.getMaxY()).as("%s at %s", id, where).isLessThanOrEqualTo(height + 6);
        }
        assertThat(((Region) view.lookup("#preview")).getWidth())
                .as("preview at %s", where)
                .isGreaterThan(200);
    }

    /** Laid out without a window: resizing one is more than the test platform's screen can take. */
    private static void allStages(double width, double height, double text) {
        Workspace session = new Workspace(new Library(), new TaskRunner());
        MainView view = new MainView(session, new TaskRunner(), FileDialogs.NONE);
        new Scene(view, width, height);
        view.resize(width, height);
        session.look(View.USUAL.withTextScale(text));
        session.change(e -> e.withMask(Mask.local(1)).withTemperature(2)); // which chips say, where there is room
        for (int stage = 1; stage <= 8; stage++) {
            session.goTo(stage);
            for (int pass = 0; pass < 2; pass++) { // what the first asks for the second gives
                view.applyCss();
                view.layout();
            }
            String where = width + " × " + height + ", text " + text + ", stage " + stage;
            for (String id : PARTS) {
                Node node = view.lookup("#" + id);
                Bounds b = node.localToScene(node.getBoundsInLocal());
                assertThat(b.getMaxX()).as("%s at %s", id, where).isLessThanOrEqualTo(width + 6);
                assertThat(b.getMaxY()).as("%s at %s", id, where).isLessThanOrEqualTo(height + 6);
            }
            Region keep = (Region) view.lookup("#keep");
            assertThat(keep.getWidth()).as("keep whole at %s", where).isGreaterThanOrEqualTo(keep.prefWidth(-1) - 1);
            assertThat(((Region) view.lookup("#stage")).getHeight())
                    .as("stage at %s", where)
                    .isGreaterThan(width < 1000 ? 50 : 100);
        }
    }
}
