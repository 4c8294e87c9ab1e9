package app.regard.ui.app;

import app.regard.draw.View;
import app.regard.text.Printable;
import app.regard.ui.kit.ScaledPane;
import app.regard.ui.lesson.LessonModel;
import app.regard.ui.session.TrainedModel;
import app.regard.ui.session.Workspace;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/**
 * The window as it is presented: stage, heat map and bars alone fill the screen that the window is on, so large that they are
 * read from the last row; what the speaker needs comes with the mouse.
 */
final class Presentation {
    /** What a screen of 1080 lines magnifies by, so that the smallest letters, of 11 units, have 28 pixels. */
    private static final double WALL = 2.55;

    private static final double WIDTH = 1920;
    private static final double HEIGHT = 1080;
    private static final double STEP = 1.1;
    private static final double SMALLEST = 0.7;
    private static final double LARGEST = 1.7;

    private final Workspace session;
    private final LessonModel lesson;
    private final StackPane window;
    private final ScaledPane wall;
    private final Consumer<Boolean> arrange;
    private final Label heading = new Label();
    private final SpeakerBar bar;
    private boolean on;
    private double usualText = 1;

    /**
     * Begins with the usual window.
     *
     * @param window the whole window
     * @param wall what of it is magnified
     * @param arrange puts aside what is not presented, or brings it back
     */
    Presentation(Workspace session, LessonModel lesson, StackPane window, ScaledPane wall, Consumer<Boolean> arrange) {
        this.session = session;
        this.window = window;
        this.wall = wall;
        this.arrange = arrange;
        bar = new SpeakerBar(lesson, this);
        heading.getStyleClass().add("wall-heading");
        heading.setId("wall-heading");
        heading.setMaxWidth(Double.MAX_VALUE);
        heading.managedProperty().bind(heading.textProperty().isNotEmpty());
        this.lesson = lesson;
        lesson.open().addListener((o, was, is) -> head());
        session.experimentModel().modelShare().addListener((o, was, is) -> head());
        window.widthProperty().addListener((o, was, is) -> fit());
        window.heightProperty().addListener((o, was, is) -> fit());
    }

    /** The title of the card, which may be of a trained head whose model is still being read. */
    private void head() {
        double share = session.experimentModel().modelShare().get();
        Stream<String> title = lesson.open().get().stream()
                .map(open -> Printable.label(open.shown().title()));
        Stream<String> waits = share == TrainedModel.IDLE ? Stream.of() : Stream.of(BusyLine.reading(share));
        heading.setText(
                Stream.concat(title, waits).filter(text -> !text.isBlank()).collect(Collectors.joining("   ·   ")));
    }

    /** What stands above the stage: the card's title, and what is waited for. */
    Label heading() {
        return heading;
    }

    /** What comes with the mouse. */
    SpeakerBar bar() {
        return bar;
    }

    boolean isOn() {
        return on;
    }

    /** Presents, or goes back. */
    void toggle() {
        on = !on;
        fit(); // what is arranged is measured as large as it will be shown
        arrange.accept(on);
        bar.offer(on);
        View view = session.shown().get().view();
        if (on) {
            usualText = view.textScale();
        }
        session.look(view.withTextScale(on ? 1 : usualText));
        if (window.getScene() != null && window.getScene().getWindow() instanceof Stage stage) {
            stage.setFullScreenExitHint("");
            stage.setFullScreen(on); // on the screen that most of the window is on
        }
    }

    /** Larger or smaller text, on the wall only. */
    void resize(boolean larger) {
        View view = session.shown().get().view();
        double text = view.textScale() * (larger ? STEP : 1 / STEP);
        session.look(view.withTextScale(Math.max(SMALLEST, Math.min(LARGEST, text))));
    }

    /** Closes the notes or else ends presenting; whether there was anything to close or end. */
    boolean giveUp() {
        if (!on) {
            return false;
        }
        if (!bar.closeNotes()) {
            toggle();
        }
        return true;
    }

    /** Leaving the full screen by the system's own key leaves presenting too. */
    void fullScreen(boolean full) {
        if (!full && on) {
            toggle();
        }
    }

    private void fit() {
        double screen = Math.min(window.getWidth() / WIDTH, window.getHeight() / HEIGHT);
        wall.setScale(on ? Math.max(1, WALL * screen) : 1);
        bar.fit(Math.max(0.6, screen));
    }

    /** How things look when nothing is presented. */
    View usualView() {
        View view = session.shown().get().view();
        return on ? view.withTextScale(usualText) : view;
    }
}
