package app.regard.ui;

import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Spot;
import app.regard.model.MiniLm;
import app.regard.model.Passed;
import app.regard.stage.HeadGrid;
import app.regard.stage.WeightFigures;
import app.regard.trace.Refusal;
import app.regard.trace.Source;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** All heads of the trained model on one sentence: point at one to see it large and what it does, click to open it. */
final class HeadsPane extends VBox {
    private static final double SIDE = 290;

    private final Session session;
    private final Background background;
    private final Runnable close;
    private final ComboBox<HeadDoes> order = new ComboBox<>();
    private final Label waiting = new Label();
    private final Label name = new Label();
    private final Label does = new Label();
    private final FigureView all;
    private final FigureView one;
    private final ChangeListener<Number> progress = (o, was, is) -> waiting(is.doubleValue());
    private Optional<HeadsFound> found = Optional.empty();
    private Spot pointed;

    /** @param close closes this pane */
    HeadsPane(Session session, Background background, Runnable close) {
        super(10);
        this.session = session;
        this.background = background;
        this.close = close;
        pointed = open().orElse(new Spot(HeadGrid.HEADS, 0, 0));
        all = new FigureView("all-heads", background, new Painting(this::grid, this::marks), new Pointer());
        one = new FigureView("one-head", background, new Painting(this::large, HeadsPane::none), new Idle());
        one.setFocusTraversable(false);
        fix(one, SIDE);
        getStyleClass().add("heads-pane");
        Label title = new Label("All " + MiniLm.LAYERS * MiniLm.HEADS + " heads of " + MiniLm.NAME);
        title.getStyleClass().add("side-title");
        Label order = quiet("Order");
        this.order.getItems().setAll(HeadDoes.values());
        this.order.setValue(HeadDoes.PLACE);
        this.order.setId("heads-order");
        this.order.setAccessibleText("Order of the heads");
        this.order.setOnAction(e -> all.repaint());
        Button done = new Button("Close");
        done.setId("heads-close");
        done.setOnAction(e -> close.run());
        HBox top = new HBox(10, title, Controls.spring(), order, this.order, done);
        top.setAlignment(Pos.CENTER_LEFT);
        waiting.setId("heads-waiting");
        waiting.setWrapText(true);
        name.getStyleClass().add("side-title");
        name.setId("heads-name");
        does.setId("heads-does");
        does.setMinHeight(Region.USE_PREF_SIZE);
        Label average = quiet("Average weight that goes to …, over all word pieces but [CLS] and [SEP]:");
        average.setWrapText(true);
        average.setMinHeight(Region.USE_PREF_SIZE);
        VBox side = new VBox(8, name, one, average, does);
        side.setMinWidth(SIDE);
        side.setMaxWidth(SIDE);
        HBox.setHgrow(all, Priority.ALWAYS);
        HBox middle = new HBox(18, all, side);
        VBox.setVgrow(middle, Priority.ALWAYS);
        getChildren()
                .addAll(
                        top,
                        waiting,
                        middle,
                        quiet("Arrow keys go from head to head, Enter or a click opens, Esc closes."));
        ask();
    }

    /** What gets the keyboard. */
    Node first() {
        return all;
    }

    /** It was closed: what is still being read for it is not wanted. */
    void closed() {
        session.model().share().removeListener(progress);
        background.forget(this);
        if (found.isEmpty() && !session.busy().get()) {
            session.model().callOff();
        }
    }

    private void ask() {
        String text = session.experiment().get().text();
        session.model().begin();
        session.model().share().addListener(progress);
        waiting(session.model().share().get());
        background.latest(this, () -> HeadsFound.in(session.model().passed(text)), this::show, e -> {
            session.model().end();
            say(problem(e));
        });
    }

    private void show(HeadsFound what) {
        found = Optional.of(what);
        session.model().end();
        say("");
        all.repaint();
        tell();
    }

    private static String problem(RuntimeException e) {
        return e instanceof CancellationException
                ? "The model was not read. Close this and open it again to try once more."
                : e instanceof Refusal ? String.valueOf(e.getMessage()) : "This could not be computed: " + e;
    }

    private void waiting(double share) {
        if (found.isEmpty() && session.model().present()) {
            say(
                    share == TrainedModel.IDLE
                            ? "Computing …"
                            : "Reading the model … " + Math.round(share * 100) + " %. Esc cancels.");
        }
    }

    private void say(String text) {
        waiting.setText(text);
        waiting.setVisible(!text.isEmpty());
        waiting.setManaged(!text.isEmpty());
    }

    /** The head that the window shows, if it is one of these. */
    private Optional<Spot> open() {
        return session.experiment().get().source() instanceof Source.Trained t
                ? Optional.of(new Spot(HeadGrid.HEADS, t.layer(), t.head()))
                : Optional.empty();
    }

    private void tell() {
        found.ifPresent(f -> {
            name.setText(MiniLm.name(pointed.row(), pointed.col()));
            does.setText(f.told(pointed));
            all.setAccessibleText("All heads. " + name.getText() + ": "
                    + f.told(pointed).replace("\n", ", ").replace("  ", " "));
            one.setAccessibleText("The weights of " + name.getText());
            one.repaint();
            all.repaintMarks();
        });
    }

    private Figure grid(HeadsFound f, Frame frame) {
        return order.getValue() == HeadDoes.PLACE
                ? HeadGrid.of(f.heads(), frame)
                : HeadGrid.of(f.heads(), f.sorted(order.getValue()), frame);
    }

    private Figure large(HeadsFound f, Frame frame) {
        Passed passed = f.passed();
        return WeightFigures.heatMap(
                passed.weights(pointed.row(), pointed.col()), passed.pieces().size(), frame);
    }

    private Figure marks(Figure base) {
        return HeadGrid.marks(
                base, open(), Optional.of(pointed), session.shown().get().view());
    }

    private static Figure none(Figure base) {
        return new Figure(base.width(), base.height(), List.of(), List.of());
    }

    private static void fix(FigureView view, double size) {
        view.setMinSize(size, size);
        view.setPrefSize(size, size);
        view.setMaxSize(size, size);
    }

    private static Label quiet(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("quiet");
        return label;
    }

    /** Paints what was found. */
    private final class Painting implements FigureView.Painter {
        private final BiFunction<HeadsFound, Frame, Figure> figure;
        private final UnaryOperator<Figure> over;

        Painting(BiFunction<HeadsFound, Frame, Figure> figure, UnaryOperator<Figure> over) {
            this.figure = figure;
            this.over = over;
        }

        @Override
        public Supplier<Figure> base(double width, double height) {
            Frame frame = new Frame(width, height, session.shown().get().view());
            Optional<HeadsFound> now = found;
            return () -> now.map(f -> figure.apply(f, frame))
                    .orElseGet(() -> new Figure(width, height, List.of(), List.of()));
        }

        @Override
        public Figure marks(Figure base) {
            return found.isEmpty() ? none(base) : over.apply(base);
        }

        @Override
        public boolean heavy() {
            return found.map(f -> f.passed().pieces().size() > Session.AT_ONCE).orElse(false);
        }
    }

    /** Pointing at a head shows it large; choosing it opens it. */
    private final class Pointer implements FigureView.Pointing {
        @Override
        public void point(Optional<Spot> spot) {
            spot.filter(s -> !s.equals(pointed)).ifPresent(s -> {
                pointed = s;
                tell();
            });
        }

        @Override
        public void pin(Spot spot) {
            close.run();
            session.useTrained(spot.row(), spot.col());
        }

        @Override
        public Optional<Spot> start() {
            return Optional.of(pointed);
        }
    }

    /** The large map only shows. */
    private static final class Idle implements FigureView.Pointing {
        @Override
        public void point(Optional<Spot> spot) {}

        @Override
        public void pin(Spot spot) {}
    }
}
