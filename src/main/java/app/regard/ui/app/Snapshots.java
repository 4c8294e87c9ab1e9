package app.regard.ui.app;

import app.regard.draw.Spot;
import app.regard.draw.Theme;
import app.regard.draw.View;
import app.regard.stage.WeightFigures;
import app.regard.ui.kit.FileDialogs;
import app.regard.ui.kit.TaskRunner;
import app.regard.ui.session.Workspace;
import app.regard.words.Library;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/** Pictures of the window itself, for the documentation. */
public final class Snapshots {
    private Snapshots() {}

    /**
     * One picture to take.
     *
     * @param example the id of an example, or else a sentence
     * @param query which word is focused
     * @param exporting whether the pane for pictures is open
     */
    public record Shot(
            String name,
            double width,
            double height,
            Theme theme,
            String example,
            int stage,
            int query,
            boolean exporting) {
        public Shot(String name, double width, double height, Theme theme, String example, int stage, int query) {
            this(name, width, height, theme, example, stage, query, false);
        }
    }

    /** The pictures of the README and the tour. */
    public static final List<Shot> DOCUMENTATION = List.of(
            new Shot("window-light", 1280, 800, Theme.LIGHT, "river", 6, 0),
            new Shot("window-dark", 1280, 800, Theme.DARK, "river", 6, 0),
            new Shot("window-twelve-words", 1280, 800, Theme.LIGHT, "animal", 2, 7),
            new Shot("window-export", 1280, 800, Theme.LIGHT, "animal", 6, 7, true));

    /**
     * Takes the pictures, one after the other.
     *
     * @return why none could be taken, or nothing
     */
    public static Optional<String> take(List<Shot> shots, Path folder) {
        CompletableFuture<Optional<String>> done = new CompletableFuture<>();
        try {
            Platform.startup(() -> next(shots, folder, done));
        } catch (UnsupportedOperationException | UnsatisfiedLinkError e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
        Optional<String> problem = done.join();
        Platform.exit();
        return problem;
    }

    private static void next(List<Shot> left, Path folder, CompletableFuture<Optional<String>> done) {
        if (left.isEmpty()) {
            done.complete(Optional.empty());
            return;
        }
        Shot shot = left.get(0);
        TaskRunner tasks = new TaskRunner();
        Workspace session = new Workspace(new Library(), tasks);
        MainView view = new MainView(session, tasks, FileDialogs.NONE);
        Stage window = new Stage();
        window.setScene(new Scene(view, shot.width(), shot.height()));
        window.show();
        view.start();
        session.look(View.USUAL.withTheme(shot.theme()));
        session.library().example(shot.example()).ifPresentOrElse(session::choose, () -> session.type(shot.example()));
        session.goTo(shot.stage());
        Runnable settle = () -> {
            view.resize(shot.width(), shot.height()); // whatever size a window manager made of the window
            view.applyCss();
            view.layout();
        };
        tasks.afterAll(settle, () -> {
            session.point(Optional.of(new Spot(WeightFigures.ASKING, shot.query(), Spot.LABEL)));
            if (shot.exporting()) {
                view.export();
            }
            tasks.afterAll(settle, () -> {
                settle.run();
                try {
                    write(view.snapshot(null, null), folder.resolve(shot.name() + ".png"));
                    window.hide();
                    next(left.subList(1, left.size()), folder, done);
                } catch (IOException e) {
                    done.complete(Optional.of(String.valueOf(e.getMessage())));
                }
            });
        });
    }

    private static void write(WritableImage shown, Path file) throws IOException {
        int width = (int) shown.getWidth();
        int height = (int) shown.getHeight();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, shown.getPixelReader().getArgb(x, y));
            }
        }
        java.nio.file.Files.createDirectories(file.toAbsolutePath().getParent());
        ImageIO.write(image, "png", file.toFile());
    }
}
