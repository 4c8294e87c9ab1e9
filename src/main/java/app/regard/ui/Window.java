package app.regard.ui;

import app.regard.file.Saved;
import app.regard.model.MiniLm;
import app.regard.trace.Printable;
import app.regard.words.Library;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/** Opens the program's window. */
public final class Window {
    private Window() {}

    /** What names of attention that the window opens end in. */
    public static final List<String> ATTENTION =
            AttentionFiles.ENDINGS.stream().map(ending -> "." + ending).toList();

    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    /**
     * Opens the window and returns; the program ends when it is closed. It begins where it was left, or with a file.
     *
     * @param file a lesson, or attention that another program computed
     * @return why no window can be opened, or nothing
     */
    public static Optional<String> open(Optional<Path> file) {
        try {
            Platform.startup(() -> {
                Stage stage = new Stage();
                MainView view = show(stage, new Chooser(stage), Optional.of(Saved.file()));
                file.ifPresent(view.opening()::first);
            });
            return Optional.empty();
        } catch (UnsupportedOperationException | UnsatisfiedLinkError e) { // no display, no GTK
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** A window that remembers nothing. */
    static MainView show(Stage stage, Files files) {
        return show(stage, files, Optional.empty());
    }

    /**
     * @param files asks the reader for files
     * @param place where it is written what the window is to remember, if it is to
     */
    static MainView show(Stage stage, Files files, Optional<Path> place) {
        Saved before = place.map(Saved::read).orElse(Saved.NOTHING);
        Background background = new Background();
        TrainedModel model = new TrainedModel(background.crew(), MiniLm.present());
        Session session = new Session(new Library(Library.MOST_WORDS, model), background, model);
        session.look(Memory.view(before.settings()));
        if (before.last() != null) {
            session.begin(before.last());
        }
        MainView view = new MainView(session, background, files);
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        double width = before.width() > 0 ? before.width() : WIDTH;
        double height = before.height() > 0 ? before.height() : HEIGHT;
        Scene scene = new Scene(view, Math.min(width, screen.getWidth()), Math.min(height, screen.getHeight()));
        new Keys(session, view, scene);
        ChangeListener<Boolean> full = (o, was, is) -> view.fullScreen(is);
        stage.fullScreenProperty().addListener(full);
        stage.setTitle(title(Optional.empty()));
        view.lecture().open().addListener((o, was, is) -> stage.setTitle(title(is)));
        stage.setMinWidth(860);
        stage.setMinHeight(600);
        stage.setScene(scene);
        stage.setOnCloseRequest(e -> {
            if (view.lecture().changed()) {
                e.consume();
                view.lessons().unlessLost(stage::close);
            }
        });
        stage.setOnHidden(e -> {
            view.saving().end();
            stage.fullScreenProperty().removeListener(full); // a stage that is used again must not keep every view
        });
        place.ifPresent(file -> remember(file, before, stage, view, background));
        stage.show();
        view.start();
        return view;
    }

    /** What is not saved is marked before the name. */
    private static String title(Optional<Lecture.Open> lesson) {
        return lesson.map(o -> (o.changed() ? "• " : "") + Printable.label(o.name()) + " – Regard")
                .orElse("Regard");
    }

    private static void remember(Path file, Saved before, Stage stage, MainView view, Background background) {
        Session session = view.session();
        view.lecture().remember(paths(before.recent()));
        Size size = new Size(before);
        Memory memory = new Memory(
                file,
                background,
                before,
                () -> new Saved(
                        session.own(),
                        Memory.settings(view.usualLook()),
                        size.width,
                        size.height,
                        view.lecture().recent().get().stream()
                                .map(Path::toString)
                                .toList()));
        session.shown().addListener((o, was, is) -> memory.touch());
        view.lecture().recent().addListener((o, was, is) -> memory.touch());
        Runnable resized = () -> {
            if (stage.isShowing() && !stage.isFullScreen() && !stage.isMaximized()) {
                size.width = stage.getScene().getWidth();
                size.height = stage.getScene().getHeight();
                memory.touch();
            }
        };
        stage.getScene().widthProperty().addListener((o, was, is) -> resized.run());
        stage.getScene().heightProperty().addListener((o, was, is) -> resized.run());
        stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, e -> memory.close());
    }

    /** What the window measures when it neither fills the screen nor is about to. */
    private static final class Size {
        private double width;
        private double height;

        private Size(Saved before) {
            width = before.width();
            height = before.height();
        }
    }

    /** Names that this system cannot have are left out. */
    private static List<Path> paths(List<String> names) {
        return names.stream().flatMap(name -> path(name).stream()).toList();
    }

    private static Optional<Path> path(String name) {
        try {
            return Optional.of(Path.of(name));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
