package app.regard.ui.app;

import app.regard.file.ErrorLog;
import app.regard.file.Recovery;
import app.regard.file.Saved;
import app.regard.lab.catalog.Labs;
import app.regard.text.Printable;
import app.regard.trace.Moment;
import app.regard.trace.Refusal;
import app.regard.transformer.ModelCache;
import app.regard.ui.kit.ControlTips;
import app.regard.ui.kit.ErrorHandler;
import app.regard.ui.kit.FileDialogs;
import app.regard.ui.kit.SystemFileDialogs;
import app.regard.ui.kit.TaskRunner;
import app.regard.ui.lesson.LessonModel;
import app.regard.ui.session.AttentionFileDialogs;
import app.regard.ui.session.TrainedModel;
import app.regard.ui.session.Workspace;
import app.regard.words.Library;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/** The program's window, and how it is opened. */
public final class Window {
    private Window() {}

    /** What names of attention that the window opens end in. */
    public static final List<String> ATTENTION =
            AttentionFileDialogs.ENDINGS.stream().map(ending -> "." + ending).toList();

    private static final long PATIENCE_MILLIS = 3_000;
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    /**
     * Opens the window and returns; the program ends when it is closed. It begins where it was left, or with a file.
     *
     * @param file a lesson, attention that another program computed, or a model’s folder
     * @return why no window can be opened, or nothing
     */
    public static Optional<String> open(Optional<Path> file) {
        CompletableFuture<Optional<String>> opened = new CompletableFuture<>();
        try {
            Platform.startup(() -> opened.complete(begin(file)));
        } catch (UnsupportedOperationException | UnsatisfiedLinkError e) { // no display, no GTK
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) { // neither of the two, nor what they need: JavaFX wraps what it cannot link
            if (e.getCause() instanceof UnsatisfiedLinkError) {
                return Optional.of("this system lacks libraries that JavaFX needs; on Linux GTK 3 brings them");
            }
            throw e;
        }
        return opened.join();
    }

    private static Optional<String> begin(Optional<Path> file) {
        ErrorLog log = new ErrorLog(ErrorLog.place());
        try {
            Stage stage = new Stage();
            TaskRunner tasks = new TaskRunner();
            MainView view = show(
                    stage, new SystemFileDialogs(stage), Optional.of(Saved.file()), new ModelCache(), tasks, Labs.ALL);
            new ErrorHandler(log, tasks.remembering(), view.session()::say, System::nanoTime).install();
            file.ifPresent(view.opening()::open);
            return Optional.empty();
        } catch (RuntimeException | Error e) { // there is no window to say it in
            Platform.exit();
            return Optional.of("it failed (" + e + ")" + logged(log, e));
        }
    }

    private static String logged(ErrorLog log, Throwable e) {
        try {
            log.add(Thread.currentThread().getName(), e);
            return "; the details are in " + ErrorLog.place();
        } catch (Refusal unwritable) {
            return "";
        }
    }

    /** A window that remembers nothing. */
    public static MainView show(Stage stage, FileDialogs files) {
        return show(stage, files, Optional.empty());
    }

    public static MainView show(Stage stage, FileDialogs files, Optional<Path> place) {
        return show(stage, files, place, new ModelCache());
    }

    /**
     * A window of its own.
     *
     * @param files asks the reader for files
     * @param place where it is written what the window is to remember, if it is to
     * @param modelCache where the trained model stands, or is read for the window
     */
    public static MainView show(Stage stage, FileDialogs files, Optional<Path> place, ModelCache modelCache) {
        return show(stage, files, place, modelCache, new TaskRunner(), Labs.ALL);
    }

    /** A window that remembers nothing, with other labs. */
    static MainView show(Stage stage, FileDialogs files, ModelCache modelCache, Labs labs) {
        return show(stage, files, Optional.empty(), modelCache, new TaskRunner(), labs);
    }

    /** The state that the start before left. */
    private record Before(Path file, Saved saved, Optional<Path> left, Optional<Recovery> unsaved) {
        static Before read(Path file) {
            Optional<Path> left = Recovery.left(file).stream().findFirst();
            return new Before(file, Saved.read(file), left, left.flatMap(Recovery::read));
        }
    }

    /** What was left, or nothing where its folder does not answer: then nothing is remembered there either. */
    private static Optional<Before> before(Path file, TaskRunner tasks) {
        return tasks.within(PATIENCE_MILLIS, () -> Optional.of(Before.read(file)), Optional.empty());
    }

    private static MainView show(
            Stage stage, FileDialogs files, Optional<Path> place, ModelCache modelCache, TaskRunner tasks, Labs labs) {
        Optional<Before> left = place.flatMap(file -> before(file, tasks));
        Saved before = left.map(Before::saved).orElse(Saved.NOTHING);
        TrainedModel model = new TrainedModel(tasks.workers(), ModelCache.present(), modelCache);
        Workspace session = new Workspace(new Library(), tasks, model);
        session.look(SavedSettings.view(before.settings()));
        Moment last = before.last();
        if (last != null) {
            session.begin(last.withLab(null)); // what the lab begins from
        }
        MainView view = new MainView(session, tasks, files, labs);
        if (left.isPresent() && last == null) {
            FirstStart.welcome(session, view);
        }
        if (last != null && last.lab() != null) {
            session.begin(last);
        }
        left.flatMap(Before::unsaved).ifPresent(view.lessonModel()::recover);
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        double width = before.width() > 0 ? before.width() : WIDTH;
        double height = before.height() > 0 ? before.height() : HEIGHT;
        Scene scene = new Scene(view, Math.min(width, screen.getWidth()), Math.min(height, screen.getHeight()));
        new Keys(view, scene);
        ControlTips.on(view);
        ChangeListener<Boolean> full = (o, was, is) -> view.presentation().fullScreen(is);
        stage.fullScreenProperty().addListener(full);
        stage.setTitle(title(view.lessonModel().open().get()));
        view.lessonModel().open().addListener((o, was, is) -> stage.setTitle(title(is)));
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH); // Esc closes what is open first
        stage.setMinWidth(860);
        stage.setMinHeight(600);
        stage.setScene(scene);
        stage.setOnCloseRequest(e -> {
            if (view.lessonModel().changed()) {
                e.consume();
                view.lessons().unlessLost(stage::close);
            }
        });
        stage.setOnHidden(e -> {
            view.end();
            stage.fullScreenProperty().removeListener(full); // a stage that is used again must not keep every view
        });
        OpeningSize size = new OpeningSize(stage, scene.getWidth(), scene.getHeight());
        left.ifPresent(found -> remember(found, stage, view, tasks, size));
        size.show();
        view.start();
        return view;
    }

    /** What is not saved is marked before the name. */
    private static String title(Optional<LessonModel.Open> lesson) {
        return lesson.map(o -> (o.changed() ? "• " : "") + Printable.label(o.name()) + " – Regard")
                .orElse("Regard");
    }

    private static void remember(Before left, Stage stage, MainView view, TaskRunner tasks, OpeningSize opening) {
        Saved before = left.saved();
        Workspace session = view.session();
        view.lessonModel().remember(paths(before.recent()));
        Size size = new Size(before);
        SavedSettings savedSettings = new SavedSettings(
                left.file(),
                tasks,
                before,
                left.left(),
                () -> new SavedSettings.Now(
                        new Saved(
                                session.own(),
                                SavedSettings.settings(view.presentation().usualView()),
                                size.width,
                                size.height,
                                view.lessonModel().recent().get().stream()
                                        .map(Path::toString)
                                        .toList()),
                        view.lessonModel().unsaved()));
        session.shown().addListener((o, was, is) -> savedSettings.touch());
        session.lab().addListener((o, was, is) -> savedSettings.touch());
        view.lessonModel().recent().addListener((o, was, is) -> savedSettings.touch());
        view.lessonModel().open().addListener((o, was, is) -> savedSettings.touch());
        savedSettings.touch(); // what was left unsaved before is kept anew
        Runnable resized = () -> {
            boolean own = !stage.isFullScreen() && !stage.isMaximized() && !opening.shrunk();
            if (stage.isShowing() && own) {
                size.width = stage.getScene().getWidth();
                size.height = stage.getScene().getHeight();
                savedSettings.touch();
            }
        };
        stage.getScene().widthProperty().addListener((o, was, is) -> resized.run());
        stage.getScene().heightProperty().addListener((o, was, is) -> resized.run());
        stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, e -> savedSettings.close());
    }

    /** The size of the window when it neither fills the screen nor is about to. */
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
