package app.regard.ui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.regard.draw.chart.Bars;
import app.regard.ui.Drawn;
import app.regard.ui.kit.FigureView;
import app.regard.ui.kit.FileDialogs;
import app.regard.ui.kit.Notice;
import app.regard.ui.kit.TaskRunner;
import app.regard.ui.session.TrainedModel;
import app.regard.ui.session.Workspace;
import app.regard.words.Library;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

/** Presented, the window fills a wall: large, with the card's title, and left step by step. */
class PresentationTest extends WindowTest {
    @Test
    void whatIsReadHasTwentyEightPixelsOfThousandAndEighty() {
        interact(() -> {
            view().lessonModel().begin();
            view().lessonModel().cardTitle("Who looks at whom");
            view().presentation().toggle();
        });
        settle();
        double screen = Math.min(view().getWidth() / 1920, view().getHeight() / 1080);
        for (String id : List.of("title", "text", "why-formula", "why-about", "wall-heading", "bars-title")) {
            assertThat(pixels(id)).as(id).isGreaterThanOrEqualTo(28 * screen - 0.01);
        }
        assertThat(label("wall-heading")).isEqualTo("Who looks at whom");
        for (String id : List.of("stage", "heatmap", "bars", "why-formula")) {
            Bounds at = onScene(node(id, Node.class));
            assertThat(at.getMinX()).as(id).isGreaterThanOrEqualTo(-1);
            assertThat(at.getMaxX()).as(id).isLessThanOrEqualTo(view().getWidth() + 1);
            assertThat(at.getMaxY()).as(id).isLessThanOrEqualTo(view().getHeight() + 1);
        }
        assertThat(onScene(node("stage", Node.class)).getHeight()).isGreaterThan(250 * screen);
        double before = pixels("text");
        interact(() -> view().presentation().resize(true));
        assertThat(pixels("text") / before).isCloseTo(1.1, within(0.02));
        interact(view().presentation()::toggle);
        assertThat(pixels("text")).isLessThan(16);
    }

    /** All texts of all stages, of labels and of figures. */
    @Test
    void everyTextOfEveryStageIsLargeEnough() {
        keys(KeyCode.ENTER, KeyCode.F11);
        double least = 28 * Math.min(view().getWidth() / 1920, view().getHeight() / 1080) - 0.05;
        List<String> small = new ArrayList<>();
        for (int stage = 1; stage <= 8; stage++) {
            int now = stage;
            interact(() -> session().goTo(now));
            for (Node node : onWindow(() -> List.copyOf(view().lookupAll("*")))) {
                double scale = node.getLocalToSceneTransform().getMxx();
                if (node instanceof Labeled text
                        && !control(text)
                        && shown(node)
                        && !text.getText().isBlank()) {
                    if (text.getFont().getSize() * scale < least) {
                        small.add(stage + " label " + text.getFont().getSize() * scale + ": " + text.getText());
                    }
                } else if (node instanceof FigureView figure && shown(node)) {
                    Drawn drawn = Drawn.of(figure.figure());
                    for (int i = 0; i < drawn.texts().size(); i++) {
                        boolean index = "QKV".contains(drawn.texts().get(i)); // of W, below the line
                        if (!index && drawn.sizes().get(i) * scale < least) {
                            small.add(stage + " " + node.getId() + " "
                                    + drawn.sizes().get(i) * scale + ": "
                                    + drawn.texts().get(i));
                        }
                    }
                }
            }
        }
        assertThat(small).isEmpty();
    }

    /** What is pressed, and is not read from the last row. */
    private static boolean control(Labeled text) {
        return text instanceof ButtonBase;
    }

    private static boolean shown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible() || at.getOpacity() == 0) {
                return false;
            }
        }
        return true;
    }

    @Test
    void escapeClosesAndUnpinsFirstAndEndsPresentingLast() {
        keys(KeyCode.F11);
        assertThat(view().presentation().isOn()).isTrue();
        keys(KeyCode.F1);
        assertThat(view().overlay().isOpen()).isTrue();
        keys(KeyCode.ESCAPE);
        assertThat(view().overlay().isOpen()).isFalse();
        interact(() -> session().pin(cell(2, 2)));
        keys(KeyCode.ESCAPE);
        assertThat(session().shown().get().focus().pinned()).isFalse();
        assertThat(view().presentation().isOn()).isTrue();
        keys(KeyCode.ESCAPE);
        assertThat(view().presentation().isOn()).isFalse();
    }

    @Test
    void theBarComesWithTheMouseAndNotesAreShownOnDemand() {
        interact(() -> {
            view().lessonModel().begin();
            view().lessonModel().cardNotes("Ask first.");
            view().lessonModel().add();
            view().lessonModel().back();
        });
        keys(KeyCode.ENTER, KeyCode.F11);
        assertThat(node("wall-end", Node.class).getParent().isVisible()).isFalse();
        pointAt("heatmap", cell(1, 1));
        pointAt("heatmap", cell(1, 2));
        assertThat(node("wall-end", Node.class).getParent().isVisible()).isTrue();
        assertThat(label("wall-place")).isEqualTo("1 / 2");
        keys(KeyCode.N);
        assertThat(node("wall-notes-text", Node.class).isVisible()).isTrue();
        assertThat(label("wall-notes-text")).isEqualTo("Ask first.");
        keys(KeyCode.ESCAPE);
        assertThat(node("wall-notes-text", Node.class).isVisible()).isFalse();
        assertThat(view().presentation().isOn()).isTrue();
        click("wall-next");
        assertThat(label("wall-place")).isEqualTo("2 / 2");
        keys(KeyCode.F11);
        assertThat(view().presentation().isOn()).isFalse();
    }

    /** A lecturer whose card does not come is told why; what else is told does not go to the wall. */
    @Test
    void onlyWhatWentWrongIsSaidOnTheWall() {
        keys(KeyCode.ENTER, KeyCode.F11);
        interact(() -> session().say(new Notice(Notice.Kind.HINT, "By the way.")));
        settle();
        Node notice = node("notice", Node.class).getParent();
        assertThat(notice.getOpacity()).isZero();
        interact(() -> session().say(new Notice(Notice.Kind.PROBLEM, "It did not come.")));
        settle();
        assertThat(notice.getOpacity()).isEqualTo(1);
        double screen = Math.min(view().getWidth() / 1920, view().getHeight() / 1080);
        assertThat(pixels("notice")).isGreaterThanOrEqualTo(28 * screen - 0.01);
        assertThat(onScene(notice).getHeight()).isGreaterThan(28 * screen);
    }

    /** On walls of 1920 × 1080 and 1280 × 800, which the test platform's screen does not have: laid out without a window. */
    @Test
    void textsAreWholeSentencesAndBarsAreMoreThanTwo() {
        interact(() -> {
            for (double[] wall : new double[][] {{1920, 1080}, {1280, 800}}) {
                for (String words : List.of("bank of the river", "the animal slept because it was tired now")) {
                    fits(words, wall[0], wall[1]);
                }
            }
        });
    }

    private void fits(String words, double width, double height) {
        Workspace session = new Workspace(new Library(), new TaskRunner());
        MainView view = new MainView(session, new TaskRunner(), FileDialogs.NONE);
        new Scene(view, width, height);
        view.resize(width, height);
        session.type(words);
        view.presentation().toggle();
        for (int stage = 1; stage <= 8; stage++) {
            session.goTo(stage);
            for (int pass = 0; pass < 2; pass++) { // what the first asks for the second gives
                view.applyCss();
                view.layout();
            }
            String where = width + " × " + height + ", stage " + stage + ", " + words;
            Labeled text = (Labeled) view.lookup("#text");
            assertThat(text.getText()).as(where).endsWith(".");
            assertThat(((Text) text.lookup(".text")).getText().replace("\n", ""))
                    .as("drawn on %s", where)
                    .isEqualTo(text.getText());
            assertThat(text.getAccessibleText()).as(where).startsWith(text.getText());
            Region figure = (Region) view.lookup("#stage");
            assertThat(figure.getWidth()).as(where).isGreaterThan(450);
            assertThat(figure.getHeight()).as(where).isGreaterThan(height == 800 ? 220 : 180);
            double bars = ((Region) view.lookup("#bars")).getHeight();
            assertThat(Bars.capacity(bars, session.shown().get().view()))
                    .as(where)
                    .isGreaterThanOrEqualTo(4);
            assertThat(onScene(view.lookup("#bars")).getMaxY()).as(where).isLessThanOrEqualTo(height + 1);
        }
    }

    /** The title of a card whose head is still being read would else stand over the matrices of the card before. */
    @Test
    void whatIsWaitedForStandsBesideTheTitle() {
        List<String> heads = new ArrayList<>();
        interact(() -> {
            view().lessonModel().begin();
            view().lessonModel().cardTitle("A trained head");
            view().presentation().toggle();
            view().presentation().heading().textProperty().addListener((o, was, is) -> heads.add(is));
            session().useTrained(3, 1);
        });
        until(() -> trainedIsShown());
        assertThat(heads.get(0)).startsWith("A trained head   ·   Reading the model … ");
        assertThat(label("wall-heading")).isEqualTo("A trained head");
        settle(); // what is said of a trained head is long: the map gives way to the bars
        for (boolean larger : new boolean[] {false, true, true, true}) {
            interact(() -> {
                if (larger) {
                    view().presentation().resize(true);
                }
                view().applyCss();
                view().layout();
            });
            assertThat(onScene(node("bars", Node.class)).getMaxY()).isLessThanOrEqualTo(view().getHeight() + 1);
        }
    }

    private boolean trainedIsShown() {
        return session().shown().get().experiment().source().traits().trained()
                && session().experimentModel().modelShare().get() == TrainedModel.IDLE;
    }

    private double pixels(String id) {
        Labeled text = node(id, Labeled.class);
        return text.getFont().getSize() * text.getLocalToSceneTransform().getMxx();
    }

    private static Bounds onScene(Node node) {
        return node.localToScene(node.getBoundsInLocal());
    }
}
