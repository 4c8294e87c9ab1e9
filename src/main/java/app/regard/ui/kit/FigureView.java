package app.regard.ui.kit;

import app.regard.draw.Area;
import app.regard.draw.Figure;
import app.regard.draw.Spot;
import app.regard.draw.chart.GridArea;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.stage.Screen;
import org.jspecify.annotations.Nullable;

/** A figure in the window: a base that is painted when the numbers change, and marks over it that follow the mouse. */
public final class FigureView extends Region {
    /** The painter that makes the figures for a size. */
    public interface Painter {
        /** Takes what it needs on the window's thread and returns the work, which may be done elsewhere. */
        Supplier<Figure> base(double width, double height);

        Figure marks(Figure base);

        /** Whether the marks bring the names of rows and columns, so that the base is painted without them. */
        default boolean bringsNames() {
            return false;
        }

        /** Whether the base takes so long that it is painted away from the window's thread. */
        boolean heavy();
    }

    private final TaskRunner tasks;
    private final TaskRunner.Slot painting = new TaskRunner.Slot();
    private final Painter painter;
    private final Pointing pointing;
    private final ImageView baseView = new ImageView();
    private final ImageView marksView = new ImageView();
    private Figure base = new Figure(0, 0, List.of(), List.of());
    private Figure marks = base;
    private @Nullable PixelImage baseSheet;
    private @Nullable PixelImage marksSheet;
    private @Nullable Spot keyboard;

    /** What was asked about when the keys came to their spot. */
    private Optional<Spot> keyboardAsks = Optional.empty();

    private Optional<Spot> pressed = Optional.empty();
    private double pressedY;
    private double dragX;
    private double dragY;
    private double paintedWidth = -1;
    private double paintedHeight = -1;
    private double paintedScale;
    private Runnable onPainted = () -> {};

    public FigureView(String name, TaskRunner tasks, Painter painter, Pointing pointing) {
        this.tasks = tasks;
        this.painter = painter;
        this.pointing = pointing;
        getChildren().addAll(baseView, marksView);
        getStyleClass().add("figure");
        setId(name);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(0, 0);
        addEventHandler(MouseEvent.MOUSE_MOVED, e -> pointing.point(spotAt(e.getX(), e.getY())));
        addEventHandler(MouseEvent.MOUSE_EXITED, e -> pointing.point(Optional.empty()));
        addEventHandler(MouseEvent.MOUSE_PRESSED, e -> {
            dragX = e.getX();
            dragY = e.getY();
            pressedY = e.getSceneY(); // the figure itself may move meanwhile
            pressed = spotAt(e.getX(), e.getY());
            if (!dragsCell(0)) {
                requestFocus();
            }
        });
        addEventHandler(MouseEvent.MOUSE_CLICKED, e -> {
            if (e.getButton() == MouseButton.PRIMARY && e.isStillSincePress() && !dragsCell(0)) {
                spotAt(e.getX(), e.getY()).ifPresent(spot -> {
                    keyboard = spot;
                    pointing.click(spot, e.getClickCount() == 2);
                    keyboardAsks = pointing.start();
                });
            }
        });
        addEventHandler(MouseEvent.MOUSE_DRAGGED, e -> {
            if (!dragsCell(pressedY - e.getSceneY())) {
                scroll(e.getX(), e.getY(), dragX - e.getX(), dragY - e.getY(), false);
            }
            dragX = e.getX();
            dragY = e.getY();
        });
        setOnScroll(e -> {
            if (scroll(e.getX(), e.getY(), -e.getDeltaX(), -e.getDeltaY(), true)) {
                e.consume();
            }
        });
        visibleProperty().addListener((o, was, is) -> requestLayout());
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        addEventHandler(KeyEvent.KEY_TYPED, e -> {
            boolean digit = e.getCharacter().length() == 1 && "0123456789.".contains(e.getCharacter());
            asked().filter(spot -> digit && !e.isShortcutDown())
                    .ifPresent(spot -> pointing.type(spot, e.getCharacter()));
        });
    }

    private boolean dragsCell(double up) {
        return pressed.filter(spot -> pointing.dragCell(spot, up)).isPresent();
    }

    /** The cell in question, if it lies here; else the spot that the keys have come to. */
    private Optional<Spot> asked() {
        return keyboard != null && !keyboard.isCell() ? Optional.of(keyboard) : start();
    }

    /** Whether Enter opens what is asked about, instead of pinning its word. */
    public boolean opens() {
        return asked().filter(pointing::opens).isPresent();
    }

    private Optional<Spot> start() {
        return pointing.start().filter(s -> base.areas().stream().anyMatch(a -> a.holds(s)));
    }

    /** Where the keys go on from: what is asked about by now, where the mouse, a stage or a card has asked about another. */
    private Optional<Spot> from() {
        Optional<Spot> mine = Optional.ofNullable(keyboard);
        return pointing.start().equals(keyboardAsks) ? mine.or(this::start) : start().or(() -> mine);
    }

    /** What lies at a point: of the marks first, for they lie over the base. */
    private Optional<Spot> spotAt(double x, double y) {
        return marks.spotAt(x, y).or(() -> base.spotAt(x, y));
    }

    private boolean scroll(double x, double y, double right, double down, boolean wheel) {
        Optional<Spot> at = base.spotAt(x, y);
        Optional<GridArea> area = at.flatMap(this::area);
        return area.isPresent() && pointing.scroll(area.get(), at.get(), right, down, wheel);
    }

    /** The matrix that a spot belongs to. */
    public Optional<GridArea> area(Spot spot) {
        return base.areas().stream()
                .filter(a -> a instanceof GridArea && a.holds(spot))
                .map(GridArea.class::cast)
                .findFirst();
    }

    private void key(KeyEvent e) {
        KeyCode code = e.getCode();
        int down = code == KeyCode.DOWN ? 1 : code == KeyCode.UP ? -1 : 0;
        int right = code == KeyCode.RIGHT ? 1 : code == KeyCode.LEFT ? -1 : 0;
        boolean plain = !e.isControlDown() && !e.isAltDown() && !e.isMetaDown();
        if ((down != 0 || right != 0) && plain) {
            step(down, right);
            e.consume();
        } else if (code == KeyCode.ENTER && asked().filter(pointing::open).isPresent()) {
            e.consume();
        } else if (code == KeyCode.ENTER) {
            from().or(pointing::word).ifPresent(spot -> {
                pointing.pin(spot);
                e.consume();
            });
        }
    }

    private void step(int down, int right) {
        List<Area> areas = base.areas();
        if (areas.isEmpty()) {
            return;
        }
        Optional<Spot> next = from().map(at -> Area.beside(areas, at, down, right))
                .orElseGet(() -> areas.get(0).first());
        keyboard = next.orElse(keyboard);
        next.ifPresent(spot -> pointing.point(next));
        keyboardAsks = pointing.start();
    }

    public Figure figure() {
        return base;
    }

    /** The colour that is shown at a point, for tests. */
    public int pixel(double x, double y) {
        return baseSheet == null ? 0 : baseSheet.pixel(x, y);
    }

    /** The colour of what lies over the base at a point, 0 where nothing does; for tests. */
    public int markPixel(double x, double y) {
        return marksSheet == null ? 0 : marksSheet.pixel(x, y);
    }

    /** What is done on the window's thread whenever a base was painted. */
    public void setOnPainted(Runnable then) {
        onPainted = then;
    }

    /** Paints base and marks anew. */
    public void repaint() {
        double w = snapSizeX(getWidth());
        double h = snapSizeY(getHeight());
        if (w < 2 || h < 2 || !isVisible()) {
            paintedWidth = -1; // painted when it comes back
            return;
        }
        paintedWidth = w;
        paintedHeight = h;
        double scale = scale();
        paintedScale = scale;
        Supplier<Figure> work = painter.base(w, h);
        if (painter.heavy()) {
            tasks.latest(
                    TaskRunner.Worker.PAINT,
                    painting,
                    progress -> {
                        Figure figure = work.get();
                        PixelImage sheet = new PixelImage(w, h, scale);
                        sheet.paint(painter.bringsNames() ? figure.bare() : figure);
                        return new Painted(figure, sheet);
                    },
                    this::show,
                    e -> {
                        throw e;
                    });
            return;
        }
        painting.forget();
        Figure figure = work.get();
        PixelImage sheet = baseSheet != null && baseSheet.fits(w, h, scale) ? baseSheet : new PixelImage(w, h, scale);
        sheet.paint(painter.bringsNames() ? figure.bare() : figure);
        show(new Painted(figure, sheet));
    }

    private record Painted(Figure figure, PixelImage sheet) {}

    private void show(Painted painted) {
        base = painted.figure();
        if (keyboard != null && base.areas().stream().noneMatch(a -> a.holds(keyboard))) {
            keyboard = null;
        }
        baseSheet = painted.sheet();
        fill(baseView, baseSheet);
        repaintMarks();
        onPainted.run();
    }

    /** Paints only what lies over the base. */
    public void repaintMarks() {
        if (baseSheet == null || paintedWidth < 2) {
            return;
        }
        double scale = scale();
        if (marksSheet == null || !marksSheet.fits(paintedWidth, paintedHeight, scale)) {
            marksSheet = new PixelImage(paintedWidth, paintedHeight, scale);
        }
        marks = painter.marks(base);
        marksSheet.paint(marks);
        fill(marksView, marksSheet);
    }

    private void fill(ImageView into, PixelImage sheet) {
        into.setImage(sheet.show());
        into.setFitWidth(paintedWidth);
        into.setFitHeight(paintedHeight);
    }

    /** Pixels to a unit: the screen's, and what a pane around magnifies by. */
    private double scale() {
        double magnified = getLocalToSceneTransform().getMxx();
        return magnified
                * (getScene() != null && getScene().getWindow() != null
                        ? getScene().getWindow().getOutputScaleX()
                        : Screen.getPrimary().getOutputScaleX());
    }

    @Override
    protected void layoutChildren() {
        boolean same = snapSizeX(getWidth()) == paintedWidth
                && snapSizeY(getHeight()) == paintedHeight
                && scale() == paintedScale;
        if (!same) {
            repaint();
        }
    }
}
