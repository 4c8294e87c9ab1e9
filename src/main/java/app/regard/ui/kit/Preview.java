package app.regard.ui.kit;

import app.regard.draw.ColourRole;
import app.regard.draw.Figure;
import app.regard.draw.Palette;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundImage;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** The picture itself, painted small enough to be seen whole; a film plays. */
public final class Preview extends Region {
    private static final double MARGIN = 14;
    private static final int CHECK = 8;

    private final TaskRunner tasks;
    private final TaskRunner.Slot drawing = new TaskRunner.Slot();
    private final TaskRunner.Slot painting = new TaskRunner.Slot();
    private final Region paper = new Region();
    private final ImageView view = new ImageView();
    private List<Figure> figures = List.of();
    private List<PixelImage> sheets = List.of();
    private @Nullable Timeline film;
    private int frame;

    public Preview(TaskRunner tasks) {
        this.tasks = tasks;
        getStyleClass().add("preview");
        setId("preview");
        setMinSize(120, 120);
        paper.getStyleClass().add("paper");
        getChildren().addAll(paper, view);
        widthProperty().addListener((o, was, is) -> paint(figures));
        heightProperty().addListener((o, was, is) -> paint(figures));
    }

    /**
     * Shows a picture, or the frames of a film.
     *
     * @param drawn makes the figures, away from the window's thread
     * @param pace how long a frame stays, in seconds
     * @param made is told what was drawn
     * @param failed is told why nothing could be
     */
    public void show(
            TaskRunner.Work<List<Figure>> drawn,
            double pace,
            Consumer<List<Figure>> made,
            Consumer<RuntimeException> failed) {
        tasks.latest(
                TaskRunner.Worker.PAINT,
                drawing,
                drawn,
                is -> {
                    figures = is;
                    paint(is);
                    play(is.size(), pace);
                    made.accept(is);
                },
                failed);
    }

    /** The pattern that shows through a picture without ground. */
    public void ground(Palette palette, boolean transparent) {
        if (!transparent) {
            paper.setBackground(Background.EMPTY);
            return;
        }
        WritableImage tile = new WritableImage(2 * CHECK, 2 * CHECK);
        for (int y = 0; y < 2 * CHECK; y++) {
            for (int x = 0; x < 2 * CHECK; x++) {
                ColourRole tone = (x / CHECK + y / CHECK) % 2 == 0 ? ColourRole.CARD : ColourRole.FAINT;
                tile.getPixelWriter().setArgb(x, y, palette.of(tone));
            }
        }
        paper.setBackground(new Background(new BackgroundImage((Image) tile, null, null, null, null)));
    }

    public void stop() {
        drawing.forget();
        painting.forget();
        if (film != null) {
            film.stop();
        }
    }

    private void play(int frames, double pace) {
        if (film != null) {
            film.stop();
            film = null;
        }
        frame = 0;
        if (frames > 1) {
            film = new Timeline(new KeyFrame(Duration.seconds(pace), e -> {
                frame++;
                requestLayout();
            }));
            film.setCycleCount(Animation.INDEFINITE);
            film.play();
        }
    }

    private void paint(List<Figure> drawn) {
        double width = getWidth() - 2 * MARGIN;
        double height = getHeight() - 2 * MARGIN;
        if (drawn.isEmpty() || width < 2 || height < 2) {
            return;
        }
        double screen = getScene() != null && getScene().getWindow() != null
                ? getScene().getWindow().getOutputScaleX()
                : 1;
        double fit = fit(drawn.get(0), width, height) * screen;
        tasks.latest(
                TaskRunner.Worker.PAINT,
                painting,
                progress -> drawn.stream()
                        .map(figure -> {
                            PixelImage sheet = new PixelImage(figure.width(), figure.height(), fit);
                            sheet.paint(figure);
                            return sheet;
                        })
                        .toList(),
                painted -> {
                    sheets = painted;
                    requestLayout();
                },
                e -> {
                    throw e;
                });
    }

    private static double fit(Figure figure, double width, double height) {
        return Math.min(1, Math.min(width / figure.width(), height / figure.height()));
    }

    /** Returns the figure that is painted now, for tests. */
    public List<PixelImage> sheets() {
        return sheets;
    }

    @Override
    protected void layoutChildren() {
        if (sheets.isEmpty() || figures.isEmpty()) {
            return;
        }
        Figure first = figures.get(0);
        double fit = fit(first, getWidth() - 2 * MARGIN, getHeight() - 2 * MARGIN);
        Rectangle2D place = new Rectangle2D(
                snapPositionX((getWidth() - first.width() * fit) / 2),
                snapPositionY((getHeight() - first.height() * fit) / 2),
                Math.max(1, first.width() * fit),
                Math.max(1, first.height() * fit));
        paper.resizeRelocate(place.getMinX(), place.getMinY(), place.getWidth(), place.getHeight());
        view.setImage(sheets.get(frame % sheets.size()).show());
        view.setFitWidth(place.getWidth());
        view.setFitHeight(place.getHeight());
        view.relocate(place.getMinX(), place.getMinY());
    }
}
