package app.regard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;

/** Whatever the window's size and the size of text, nothing leaves the window and the matrices keep some room. */
class SizesTest extends WindowTest {
    private static final double[][] WINDOWS = {{860, 600}, {1024, 700}, {1280, 800}};
    private static final double[] TEXTS = {0.9, 1, 1.2, 1.4};

    @Test
    void nothingLeavesTheWindow() {
        for (double[] size : WINDOWS) {
            for (double text : TEXTS) {
                if (size[0] < 1000 && text > 1) {
                    continue; // larger text asks for more than the smallest window
                }
                interact(() -> {
                    view().getScene().getWindow().setWidth(size[0]);
                    view().getScene().getWindow().setHeight(size[1]);
                    session().look(session().shown().get().view().withTextScale(text));
                });
                for (int stage = 1; stage <= 8; stage++) {
                    int to = stage;
                    interact(() -> session().goTo(to));
                    interact(() -> {
                        view().applyCss();
                        view().layout();
                    });
                    String where = size[0] + " × " + size[1] + ", text " + text + ", stage " + stage;
                    for (String id :
                            new String[] {"theme", "view", "next", "back", "heatmap", "stage", "bars", "why-formula"}) {
                        Node node = lookup("#" + id).query();
                        Bounds b = node.localToScene(node.getBoundsInLocal());
                        assertThat(b.getMaxX()).as("%s at %s", id, where).isLessThanOrEqualTo(size[0] + 6);
                        assertThat(b.getMaxY()).as("%s at %s", id, where).isLessThanOrEqualTo(size[1] + 6);
                    }
                    assertThat(figure("stage").getHeight())
                            .as("stage at %s", where)
                            .isGreaterThan(50);
                }
            }
        }
    }
}
