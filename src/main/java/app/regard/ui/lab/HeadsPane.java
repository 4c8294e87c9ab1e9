package app.regard.ui.lab;

import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Spot;
import app.regard.stage.HeadGrid;
import app.regard.trace.HeadId;
import app.regard.ui.kit.Controls;
import app.regard.ui.kit.FigureView;
import app.regard.ui.kit.TaskRunner;
import app.regard.ui.session.HeadsTaken;
import app.regard.ui.session.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** All heads on one sentence: point at one to see it large and what it does, click to open it. */
public final class HeadsPane extends VBox {
    /** What can be taken away of all heads. */
    public interface Takes {
        void picture(HeadsTaken heads);

        void csv(HeadsTaken heads);

        void json(HeadsTaken heads);
    }

    private final Workspace session;
    private final HeadsSource source;
    private final Runnable close;
    private final HeadsChoice choice = new HeadsChoice();
    private final MenuButton export = new MenuButton("Export");
    private final Label waiting = new Label();
    private final HeadsSide side;
    private final FigureView all;
    private Optional<HeadsFound> found = Optional.empty();
    private Spot pointed;

    /**
     * Heads that are looked for at once.
     *
     * @param close closes this pane
     */
    public HeadsPane(Workspace session, TaskRunner tasks, HeadsSource source, Takes takes, Runnable close) {
        super(10);
        this.session = session;
        this.source = source;
        this.close = close;
        pointed = source.open().orElse(HeadGrid.spot(new HeadId(0, 0)));
        side = new HeadsSide(session, tasks, pointed);
        all = new FigureView("all-heads", tasks, new Painting(), new Pointer());
        getStyleClass().add("heads-pane");
        choice.setDisable(true);
        choice.order().addListener((o, was, is) -> all.repaint());
        choice.least().addListener((o, was, is) -> {
            count();
            all.repaint();
        });
        waiting.setId("heads-waiting");
        waiting.setWrapText(true);
        HBox.setHgrow(all, Priority.ALWAYS);
        HBox middle = new HBox(18, all, side);
        middle.setMinHeight(0);
        VBox.setVgrow(middle, Priority.ALWAYS);
        getChildren()
                .addAll(
                        top(takes),
                        choice,
                        waiting,
                        middle,
                        Controls.quiet("Arrow keys go from head to head, Enter or a click opens, Esc closes."));
        source.ask(new Asking());
    }

    private HBox top(Takes takes) {
        Label title = new Label(source.title());
        title.getStyleClass().add("side-title");
        export.setId("heads-export");
        export.setDisable(true);
        export.getItems()
                .setAll(
                        item("heads-export-picture", "Picture…", () -> takes.picture(taken())),
                        item("heads-export-csv", "Numbers as CSV…", () -> takes.csv(taken())),
                        item("heads-export-json", "Numbers as JSON…", () -> takes.json(taken())));
        Button done = new Button("Close");
        done.setId("heads-close");
        done.setOnAction(e -> close.run());
        HBox top = new HBox(10, title, Controls.spring(), export, done);
        top.setAlignment(Pos.CENTER_LEFT);
        return top;
    }

    private static MenuItem item(String id, String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setOnAction(e -> action.run());
        return item;
    }

    /** What gets the keyboard. */
    public Node first() {
        return all;
    }

    /** It was closed: what is still being read for it is not wanted. */
    public void closed() {
        source.leave();
    }

    private void show(HeadsFound what) {
        found = Optional.of(what);
        choice.offer(what.terms());
        choice.setDisable(false);
        export.setDisable(false);
        export.getItems()
                .forEach(
                        item -> item.setDisable(what.does().isEmpty() && !"heads-export-picture".equals(item.getId())));
        count();
        all.repaint();
        speak();
    }

    private void say(String text) {
        waiting.setText(text);
        waiting.setVisible(!text.isEmpty());
        waiting.setManaged(!text.isEmpty());
    }

    private void count() {
        found.ifPresent(f -> {
            choice.count(f.enough(least()), f.count());
            say(f.none(least()));
        });
    }

    private HeadDoes order() {
        return choice.order().get();
    }

    private AtLeast least() {
        return choice.least().get();
    }

    private void speak() {
        found.ifPresent(f -> {
            all.setAccessibleText("All heads. " + side.show(f, pointed));
            all.repaintMarks();
        });
    }

    private HeadsTaken taken() {
        HeadsFound f = found.orElseThrow();
        boolean places = order() == HeadDoes.PLACE;
        return new HeadsTaken(
                f.grid(places ? least() : AtLeast.ALL),
                places ? List.of() : f.sorted(order(), least()),
                f.heads().title(),
                f.about(order(), least()),
                f.heads().origin(),
                f.does());
    }

    private Supplier<Figure> grid(HeadsFound f, Frame frame) {
        HeadDoes by = order();
        AtLeast enough = least();
        return () -> by == HeadDoes.PLACE
                ? HeadGrid.of(f.grid(enough), frame)
                : HeadGrid.of(f.grid(AtLeast.ALL), f.sorted(by, enough), frame);
    }

    /** Waits for the heads. */
    private final class Asking implements HeadsSource.Asking {
        @Override
        public void waiting(String text) {
            say(text);
        }

        @Override
        public void found(HeadsFound heads) {
            show(heads);
        }

        @Override
        public void failed(String why) {
            say(why);
        }
    }

    /** Paints what was found. */
    private final class Painting implements FigureView.Painter {
        @Override
        public Supplier<Figure> base(double width, double height) {
            Frame frame = new Frame(width, height, session.shown().get().view());
            return found.map(f -> grid(f, frame)).orElse(() -> new Figure(width, height, List.of(), List.of()));
        }

        @Override
        public Figure marks(Figure base) {
            return found.isEmpty()
                    ? new Figure(base.width(), base.height(), List.of(), List.of())
                    : HeadGrid.marks(
                            base,
                            source.open(),
                            Optional.of(pointed),
                            session.shown().get().view());
        }

        @Override
        public boolean heavy() {
            return found.map(HeadsFound::slow).orElse(false);
        }
    }

    /** Pointing at a head shows it large; choosing it opens it. */
    private final class Pointer implements FigureView.Pointing {
        @Override
        public void point(Optional<Spot> spot) {
            spot.filter(s -> !s.equals(pointed)).ifPresent(s -> {
                pointed = s;
                speak();
            });
        }

        @Override
        public void pin(Spot spot) {
            close.run();
            source.choose(spot);
        }

        @Override
        public Optional<Spot> start() {
            return Optional.of(pointed);
        }
    }
}
