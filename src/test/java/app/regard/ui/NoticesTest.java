package app.regard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.ui.app.WindowTest;
import app.regard.ui.kit.Notice;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Notices come and go and move nothing; what there is to notice in an example keeps its place. */
class NoticesTest extends WindowTest {
    private List<Bounds> places() {
        return onWindow(() -> {
            view().applyCss();
            view().layout();
            return List.of("title", "text", "hint", "strip", "stage", "why-formula").stream()
                    .map(id -> node(id, Node.class))
                    .map(n -> n.localToScene(n.getLayoutBounds()))
                    .toList();
        });
    }

    private boolean noticed() {
        return onWindow(() -> node("notice", Node.class).getParent().isVisible());
    }

    private void say(Notice.Kind kind, String text) {
        interact(() -> session().say(new Notice(kind, text)));
    }

    @Test
    void nothingJumpsWhenANoticeComesOrGoesAndTheHintStays() {
        String hint = label("hint");
        assertThat(hint).contains("“bank” gives “river” 0.40");
        List<Bounds> before = places();
        for (Notice.Kind kind : List.of(Notice.Kind.HINT, Notice.Kind.CHANGE, Notice.Kind.PROBLEM)) {
            say(
                    kind,
                    "Something happened that takes a long sentence to say, so long that one line does not hold it, and then more.");
            assertThat(places()).isEqualTo(before);
            assertThat(noticed()).isTrue();
            assertThat(label("hint")).isEqualTo(hint);
            Bounds notice = onWindow(() -> {
                Node bar = node("notice", Node.class).getParent();
                return bar.localToScene(bar.getLayoutBounds());
            });
            assertThat(notice.intersects(before.get(2))).as("over the hint").isFalse();
            click("notice-close");
            assertThat(noticed()).isFalse();
            assertThat(places()).isEqualTo(before);
        }
    }

    @Test
    void theHintIsOfTheExampleAsItIs() {
        interact(() -> session().change(e -> e.withTemperature(2)));
        assertThat(label("hint")).isEmpty(); // its numbers would not be true
        interact(() -> session().change(e -> e.withTemperature(1)));
        assertThat(label("hint")).contains("0.40");
    }

    @Test
    void aNoticeGoesByItselfUnlessItIsPointedAtAndWhatWentWrongStays() throws InterruptedException {
        say(Notice.Kind.PROBLEM, "It went wrong.");
        Thread.sleep(8_600);
        assertThat(noticed()).isTrue();
        say(Notice.Kind.CHANGE, "It changed.");
        click("notice");
        Thread.sleep(8_600);
        assertThat(noticed()).isTrue();
        click("title");
        until(() -> !noticed());
        assertThat(session().notice().get()).isEqualTo(Notice.NONE);
    }

    @Test
    void codeIsSelectedAndCopiedWhereItStands() {
        clickText("Code");
        TextArea code = node("code", TextArea.class);
        interact(code::requestFocus);
        together(KeyCode.CONTROL, KeyCode.A);
        together(KeyCode.CONTROL, KeyCode.C);
        assertThat(onWindow(
                        () -> javafx.scene.input.Clipboard.getSystemClipboard().getString()))
                .isEqualTo(onWindow(() -> session().shown().get().content().code(1)));
        String shown = code.getText();
        keys(KeyCode.X);
        assertThat(code.getText()).isEqualTo(shown);
        clickText("Plain");
    }
}
