package app.regard.ui.lab;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.lab.About;
import app.regard.ui.app.WindowTest;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;

/** Labs are chosen from their menu by the mouse, as often as one likes. */
class LabMenuTest extends WindowTest {
    @Test
    void aLabIsChosenAgainAndAgainWhereverItsEntryIsLit() {
        for (String title : new String[] {"Distance", "Order", "Parts of a score"}) {
            click("labs");
            clickText(About.Group.CHANGE.label() + "   " + About.Group.CHANGE.does());
            Node entry = onWindow(
                    () -> lookup(title).queryLabeled().getParent().getParent().getParent());
            Bounds lit = onWindow(() -> entry.localToScreen(entry.getLayoutBounds()));
            robotContext().getMouseRobot().move(new Point2D(lit.getMaxX() - 3, lit.getMinY() + 3));
            clickOn(MouseButton.PRIMARY);
            settle();
            assertThat(session().lab().get()).as(title).isNotNull();
            assertThat(label("lab-question")).isNotEmpty();
            interact(() -> session().useLab(null));
        }
    }
}
