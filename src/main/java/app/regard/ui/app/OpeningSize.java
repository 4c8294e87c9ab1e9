package app.regard.ui.app;

import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;

/**
 * The size that a window opens in, held against window managers under which JavaFX 21 shrinks a new window to its minimum
 * right after it is shown (JDK-8316423: openbox, and the GNOME of current distributions). Other sizes that a window manager
 * gives, as one that lays windows side by side does, stay. How much the frame adds is known only once the window stands: one
 * that is then larger than the screen is made to fit.
 */
final class OpeningSize {
    private static final long WHILE_OPENING = TimeUnit.SECONDS.toNanos(2);

    /** A window manager that insists gets its way. */
    private static final int TRIES = 3;

    private final Stage stage;
    private final double width;
    private final double height;
    private final ChangeListener<Number> watch = (o, was, is) -> Platform.runLater(this::hold);
    private long responsive;
    private int tries;

    /**
     * @param width of the scene
     * @param height of the scene
     */
    OpeningSize(Stage stage, double width, double height) {
        this.stage = stage;
        this.width = width;
        this.height = height;
    }

    /** Shows the stage in this size. */
    void show() {
        stage.widthProperty().addListener(watch);
        stage.heightProperty().addListener(watch);
        stage.show();
        Platform.runLater(this::hold);
    }

    /** Whether the present size is not the reader's: it is about to be set again. */
    boolean shrunk() {
        return opening() && stage.getWidth() <= stage.getMinWidth() && stage.getHeight() <= stage.getMinHeight();
    }

    private boolean opening() {
        return tries < TRIES && (responsive == 0 || System.nanoTime() - responsive < WHILE_OPENING);
    }

    /** Keeps title bar and foot on the screen. */
    private void fit(Rectangle2D screen) {
        if (stage.getWidth() > screen.getWidth()) {
            stage.setWidth(screen.getWidth());
            stage.setX(screen.getMinX());
        }
        if (stage.getHeight() > screen.getHeight()) {
            stage.setHeight(screen.getHeight());
            stage.setY(screen.getMinY());
        }
    }

    private void hold() {
        if (responsive == 0) {
            responsive = System.nanoTime(); // a slow machine shows the window seconds before it answers
        }
        if (shrunk()) {
            tries++;
            Scene scene = stage.getScene();
            stage.setWidth(width + stage.getWidth() - scene.getWidth());
            stage.setHeight(height + stage.getHeight() - scene.getHeight());
        }
        if (opening()) {
            fit(Screen.getPrimary().getVisualBounds());
        } else {
            stage.widthProperty().removeListener(watch);
            stage.heightProperty().removeListener(watch);
        }
    }
}
