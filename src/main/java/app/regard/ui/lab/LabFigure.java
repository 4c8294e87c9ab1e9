package app.regard.ui.lab;

import app.regard.draw.Box;
import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Spot;
import app.regard.lab.Gesture;
import app.regard.lab.Panel;
import app.regard.lab.Pointed;
import app.regard.ui.kit.FigureView;
import app.regard.ui.kit.Pointing;
import app.regard.ui.kit.TaskRunner;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * One panel of a lab on screen, and what can be done in it, with the mouse or with keys: arrows point, Enter clicks, + and −
 * nudge, digits and Enter type, Space takes up and puts down.
 */
final class LabFigure extends VBox {
    private static final String DIGITS = "0123456789.";

    private final LabModel model;
    private final String id;
    private final Label title = new Label();
    private final FigureView view;
    private final StringBuilder typed = new StringBuilder();
    private @Nullable Panel given;

    /** What is shown of it while something is pointed at. */
    private @Nullable Panel panel;

    private @Nullable Pointed held;

    LabFigure(LabModel model, TaskRunner background, String id) {
        super(4);
        this.model = model;
        this.id = id;
        view = new FigureView("lab-panel-" + id, background, new Painting(), new Pointer());
        title.setId("lab-title-" + id);
        title.getStyleClass().add("side-title");
        view.setOnPainted(() -> Platform.runLater(this::forget));
        VBox.setVgrow(view, Priority.ALWAYS);
        getChildren().setAll(title, view);
        setMinSize(0, 0);
        view.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        view.addEventHandler(KeyEvent.KEY_TYPED, this::type);
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, e -> hold(at(e)));
        view.addEventHandler(MouseEvent.MOUSE_DRAGGED, e -> {
            Pointed from = held;
            if (from != null && !e.isStillSincePress()) {
                drag(from, at(e).orElse(from), 1 - e.getY() / view.getHeight());
            }
        });
        view.addEventHandler(MouseEvent.MOUSE_RELEASED, e -> {
            if (e.getButton() == MouseButton.PRIMARY && !e.isStillSincePress()) {
                drop(at(e), 1 - e.getY() / view.getHeight());
            } else {
                held = null;
            }
        });
    }

    private Optional<Pointed> at(MouseEvent e) {
        return view.figure().spotAt(e.getX(), e.getY()).map(spot -> new Pointed(id, spot));
    }

    String panelId() {
        return id;
    }

    FigureView view() {
        return view;
    }

    /** Shows the panel as it is now. */
    void show(Panel is) {
        given = is;
        told();
    }

    /** Follows what is pointed at; paints only what is new. */
    void told() {
        Panel now = given == null ? null : given.at(model.pointed().get());
        if (now == null) {
            return;
        }
        boolean same = now.equals(panel);
        panel = now;
        title.setText(now.title());
        if (same) {
            view.repaintMarks();
        } else {
            view.repaint();
        }
        model.asked()
                .filter(p -> p.panel().equals(id))
                .ifPresentOrElse(p -> say(model.spoken(p)), () -> view.setAccessibleText(title.getText()));
    }

    /** What is not drawn any more is not pointed at either. */
    private void forget() {
        Pointed at = model.pointed().get();
        if (at.panel().equals(id) && view.figure().areas().stream().noneMatch(a -> a.holds(at.spot()))) {
            model.point(Pointed.NOTHING);
        }
    }

    private void say(String what) {
        view.setAccessibleText(title.getText() + ". " + what);
    }

    private void hold(Optional<Pointed> at) {
        held = at.orElse(null);
    }

    private void drag(Pointed from, Pointed at, double amount) {
        gesture(Gesture.Kind.DRAG, from, at, amount);
    }

    private void drop(Optional<Pointed> at, double amount) {
        Pointed from = held;
        held = null;
        if (from != null) {
            gesture(Gesture.Kind.DROP, from, at.orElse(from), amount);
        }
    }

    private void gesture(Gesture.Kind kind, Pointed from, Pointed at, double amount) {
        LabAnswers.of(model, new Gesture(kind, from, at, amount));
        if (!from.equals(at)) {
            model.tell("dragged from " + model.spoken(from) + " to " + model.spoken(at));
        }
    }

    /** Where a spot stands, as a share of the height: what a drag by keys comes to. */
    private double height(Pointed at) {
        return view.figure()
                .boxOf(at.spot())
                .map(Box::centreY)
                .map(y -> 1 - y / view.getHeight())
                .orElse(0.5);
    }

    private void key(KeyEvent e) {
        Optional<Pointed> asked = model.asked().filter(p -> p.panel().equals(id));
        if (asked.isEmpty() || e.isShortcutDown() || e.isAltDown()) {
            return;
        }
        Pointed at = asked.get();
        KeyCode code = e.getCode();
        if ((code == KeyCode.RIGHT || code == KeyCode.LEFT) && model.stepsByArrows()) {
            gesture(Gesture.Kind.NUDGE, at, at, code == KeyCode.RIGHT ? 1 : -1);
        } else if (code == KeyCode.SPACE) {
            take(at);
        } else if (code == KeyCode.ENTER && !typed.isEmpty()) {
            number().ifPresent(n -> gesture(Gesture.Kind.TYPE, at, at, n));
        } else if (code == KeyCode.ENTER && held != null) {
            drop(asked, height(at));
        } else if (code == KeyCode.ENTER) {
            gesture(Gesture.Kind.CLICK, at, at, 0);
        } else if (code == KeyCode.ESCAPE && (held != null || !typed.isEmpty())) {
            held = null;
            typed.setLength(0);
            model.tell("let go");
        } else if (code == KeyCode.O) {
            model.opens(at).ifPresent(model.session()::open); // the way back is undo
        } else {
            return;
        }
        e.consume();
    }

    private void take(Pointed at) {
        if (held != null) {
            drop(Optional.of(at), height(at));
        } else {
            held = at;
            model.tell("taken up: " + model.spoken(at) + ". Arrow keys carry it, Space puts it down, Esc lets go");
        }
    }

    private Optional<Double> number() {
        String text = typed.toString();
        typed.setLength(0);
        try {
            return Optional.of(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            model.tell("“" + text + "” is not a number");
            return Optional.empty();
        }
    }

    private void type(KeyEvent e) {
        String text = e.getCharacter();
        if (text.length() != 1 || e.isShortcutDown() || e.isAltDown()) {
            return;
        }
        boolean nudge = typed.isEmpty() && "+-−".contains(text);
        if (nudge) {
            model.asked()
                    .filter(p -> p.panel().equals(id))
                    .ifPresent(at -> gesture(Gesture.Kind.NUDGE, at, at, text.equals("+") ? 1 : -1));
        } else if ("-−".contains(text)) { // turns the sign of what is typed
            boolean negative = typed.charAt(0) == '-';
            typed.replace(0, negative ? 1 : 0, negative ? "" : "-");
            model.tell("typed " + typed + ", Enter takes it");
        } else if (DIGITS.contains(text)) {
            typed.append(text);
            model.tell("typed " + typed + ", Enter takes it");
        } else {
            return;
        }
        e.consume();
    }

    /** Paints the panel. */
    private final class Painting implements FigureView.Painter {
        @Override
        public Supplier<Figure> base(double width, double height) {
            Frame frame = new Frame(width, height, model.session().shown().get().view());
            Panel now = panel;
            return () -> now == null ? new Figure(width, height, List.of(), List.of()) : now.base(frame);
        }

        @Override
        public Figure marks(Figure base) {
            Panel now = panel;
            return now == null
                    ? base
                    : now.marks(
                            base,
                            model.pointed().get(),
                            model.session().shown().get().view());
        }

        @Override
        public boolean bringsNames() {
            Panel now = panel;
            return now != null && now.bringsNames();
        }

        @Override
        public boolean heavy() {
            Panel now = panel;
            return now != null && now.heavy();
        }
    }

    /** Tells the model what is pointed at; a click is a gesture, and Enter is taken before it comes here. */
    private final class Pointer implements Pointing {
        @Override
        public void point(Optional<Spot> spot) {
            spot.map(s -> new Pointed(id, s))
                    .filter(p -> !p.equals(model.pointed().get()))
                    .ifPresent(p -> {
                        Pointed from = held;
                        model.point(p);
                        if (from != null && !from.equals(p)) {
                            drag(from, p, height(p));
                        }
                    });
        }

        @Override
        public void pin(Spot spot) {
            Pointed at = new Pointed(id, spot);
            gesture(Gesture.Kind.CLICK, at, at, 0);
        }

        @Override
        public Optional<Spot> start() {
            return model.asked().filter(p -> p.panel().equals(id)).map(Pointed::spot);
        }
    }
}
