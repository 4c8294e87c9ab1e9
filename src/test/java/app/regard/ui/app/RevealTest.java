package app.regard.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

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
    private static final List<String> TELLING = List.of("strip", "heatmap", "bars", "lines", "spread");

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

    private void assertShown(boolean shown) {
        for (String id : TELLING) {
            Node node = node(id, Node.class);
            assertThat(node.getOpacity()).as(id).isEqualTo(shown ? 1 : 0);
            assertThat(node.isDisabled()).as(id).isEqualTo(!shown);
        }
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
