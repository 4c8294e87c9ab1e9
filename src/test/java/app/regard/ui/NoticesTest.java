package app.regard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.draw.View;
import app.regard.trace.Mask;
import app.regard.ui.app.MainView;
import app.regard.ui.app.WindowTest;
import app.regard.ui.kit.FileDialogs;
import app.regard.ui.kit.Notice;
import app.regard.ui.kit.TaskRunner;
import app.regard.ui.session.Workspace;
import app.regard.words.Library;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
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

    /** What lies below a notice stays readable, however much there is to say and however little room there is. */
    @Test
    void aLongNoticeCoversNeitherChipsNorTheHintUntilItIsRead() {
        String told = "“A file with a rather long name.json” could not be read as a lesson: ".repeat(4);
        interact(() -> {
            for (double[] size : new double[][] {{1024, 700, 1}, {1280, 800, 1}, {1024, 700, 1.4}, {1920, 1080, 1.4}}) {
                for (String sentence : List.of("river bank", "a hand-made sentence of seven words")) {
                    Workspace session = new Workspace(new Library(), new TaskRunner());
                    MainView view = new MainView(session, new TaskRunner(), FileDialogs.NONE);
                    new Scene(view, size[0], size[1]);
                    view.resize(size[0], size[1]);
                    session.look(View.USUAL.withTextScale(size[2]));
                    session.type(sentence);
                    session.say(new Notice(Notice.Kind.PROBLEM, told));
                    for (int stage = 1; stage <= 8; stage++) {
                        session.goTo(stage);
                        for (int pass = 0; pass < 2; pass++) {
                            view.applyCss();
                            view.layout();
                        }
                        Node bar = view.lookup("#notice").getParent();
                        Bounds notice = bar.localToScene(bar.getLayoutBounds());
                        Bounds title = place(view, "title");
                        String where = size[0] + ", text " + size[2] + ", stage " + stage + ", " + sentence;
                        assertThat(notice.getMinY())
                                .as("below the title at " + where)
                                .isGreaterThanOrEqualTo(title.getMaxY());
                        assertThat(notice.getHeight()).as("a line at " + where).isGreaterThan(15 * size[2]);
                        Label hint = (Label) view.lookup("#hint");
                        Bounds below = place(
                                view,
                                !hint.getText().isEmpty()
                                        ? "hint"
                                        : view.lookup("#strip").isVisible() ? "strip" : "stage");
                        assertThat(notice.getMaxY())
                                .as("over nothing at " + where)
                                .isLessThanOrEqualTo(below.getMinY());
                        if (hint.getText().isEmpty()) {
                            Text said = (Text) view.lookup("#text").lookup(".text");
                            assertThat(notice.getMinY())
                                    .as("below the text at " + where)
                                    .isGreaterThanOrEqualTo(Math.min(
                                            said.localToScene(said.getLayoutBounds())
                                                    .getMaxY(),
                                            place(view, "hint").getMinY()));
                        }
                    }
                    assertThat(((Label) view.lookup("#notice")).getText()).isEqualTo(told);
                }
            }
        });
    }

    /** Where a notice has to lie over the text it hides whole lines of it. */
    @Test
    void aNoticeCutsNoLineOfTextInTwo() {
        interact(() -> {
            Workspace session = new Workspace(new Library(), new TaskRunner());
            MainView view = new MainView(session, new TaskRunner(), FileDialogs.NONE);
            new Scene(view, 1024, 700);
            view.resize(1024, 700);
            session.type("a hand-made sentence of seven words");
            session.change(e -> e.withMask(Mask.local(1)));
            session.say(new Notice(
                    Notice.Kind.CHANGE, "Two lines of what has changed and how it is taken back. ".repeat(2)));
            for (int stage = 1; stage <= 8; stage++) {
                session.goTo(stage);
                for (int pass = 0; pass < 2; pass++) {
                    view.applyCss();
                    view.layout();
                }
                Text said = (Text) view.lookup("#text").lookup(".text");
                Bounds text = said.localToScene(said.getLayoutBounds());
                Node bar = view.lookup("#notice").getParent();
                double top = bar.localToScene(bar.getLayoutBounds()).getMinY() - text.getMinY();
                if (top < text.getHeight() - 3) {
                    List<Double> lines = IntStream.range(0, said.getText().length())
                            .mapToObj(i -> new Path(said.caretShape(i, true))
                                            .getBoundsInLocal()
                                            .getMinY()
                                    - said.getLayoutBounds().getMinY())
                            .toList();
                    assertThat(lines).as("stage %s, %s", stage, top).anyMatch(line -> Math.abs(line - top) < 3);
                }
            }
        });
    }

    private static Bounds place(MainView view, String id) {
        Node node = view.lookup("#" + id);
        return node.localToScene(node.getLayoutBounds());
    }

    @Test
    void anElidedNoticeIsWholeWhileItIsPointedAt() {
        say(
                Notice.Kind.PROBLEM,
                "A very long sentence that says what to do about it. "
                        .repeat(12)
                        .strip());
        double elided = height();
        click("notice");
        settle();
        assertThat(height()).isGreaterThan(elided + 10);
        Text text = onWindow(() -> (Text) node("notice", Label.class).lookup(".text"));
        assertThat(text.getText()).endsWith("about it.").doesNotContain("…");
        click("title");
        settle();
        assertThat(height()).isEqualTo(elided);
    }

    private double height() {
        return onWindow(() -> {
            view().layout();
            return node("notice", Node.class).getParent().getLayoutBounds().getHeight();
        });
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
