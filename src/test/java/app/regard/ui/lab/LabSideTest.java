package app.regard.ui.lab;

import app.regard.trace.LabState;
import app.regard.transformer.TinyModels;
import app.regard.ui.app.WindowTest;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.api.Test;

/** The column of a lab where the window is low. */
class LabSideTest extends WindowTest {
    private static final double WIDTH = 900;
    private static final double HEIGHT = 560;

    /** It is all that the lab has to say, below settings that fill the column; the next lab begins with its question. */
    @Test
    void whyALabHasNothingToShowIsSeen() {
        String bert = TinyModels.folder("bert-tiny").toString();
        interact(() -> session().openModel(TinyModels.folder("bert-tiny")));
        until(() -> session().shown().get().experiment().source().table().equals(bert));
        interact(() -> {
            view().resize(WIDTH, HEIGHT);
            session().useLab(new LabState("teach", Map.of()));
        });
        until(() -> label("lab-problem").contains("table of words"));
        until(() -> seen("lab-problem"));
        interact(() -> session().useLab(new LabState("discover", Map.of())));
        until(() -> seen("lab-question"));
    }

    private boolean seen(String id) {
        Node said = view().lookup("#" + id);
        Node column = said;
        while (!(column instanceof ScrollPane)) {
            column = column.getParent();
        }
        Bounds all = column.localToScene(column.getLayoutBounds());
        Bounds own = said.localToScene(said.getLayoutBounds());
        return own.getHeight() > 0 && all.getMinY() <= own.getMinY() + 1 && own.getMaxY() <= all.getMaxY() + 1;
    }
}
