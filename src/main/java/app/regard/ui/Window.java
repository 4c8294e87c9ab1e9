package app.regard.ui;

import app.regard.words.Library;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Opens the program's window. */
public final class Window {
    private Window() {}

    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    /**
     * Opens the window and returns; the program ends when it is closed.
     *
     * @return why no window can be opened, or nothing
     */
    public static Optional<String> open() {
        try {
            Platform.startup(() -> {
                Stage stage = new Stage();
                show(stage, new Chooser(stage));
            });
            return Optional.empty();
        } catch (UnsupportedOperationException | UnsatisfiedLinkError e) { // no display, no GTK
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** @param files asks the reader for files */
    static MainView show(Stage stage, Files files) {
        Background background = new Background();
        Session session = new Session(new Library(), background);
        MainView view = new MainView(session, background, files);
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        Scene scene = new Scene(view, Math.min(WIDTH, screen.getWidth()), Math.min(HEIGHT, screen.getHeight()));
        new Keys(session, view, scene);
        stage.fullScreenProperty().addListener((o, was, is) -> view.fullScreen(is));
        stage.setTitle("Regard");
        stage.setMinWidth(860);
        stage.setMinHeight(600);
        stage.setScene(scene);
        stage.show();
        view.start();
        return view;
    }
}
