package app.regard.ui.lab;

import app.regard.draw.ColourRole;
import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Paragraph;
import app.regard.draw.Spot;
import app.regard.stage.HeadGrid;
import app.regard.stage.WeightFigures;
import app.regard.trace.Refusal;
import app.regard.ui.kit.FigureView;
import app.regard.ui.kit.TaskRunner;
import app.regard.ui.session.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One of many heads: its name, its weights as a large map, and what it does as numbers. */
final class HeadsSide extends VBox {
    private static final double SIDE = 290;
    private static final double LOWEST = 170;
    private static final int MOST_LINES = 12;

    private final Workspace session;
    private final Label name = new Label();
    private final Label average = new Label();
    private final Label does = new Label();
    private final FigureView one;
    private Optional<HeadsFound> found = Optional.empty();
    private Spot head;

    HeadsSide(Workspace session, TaskRunner tasks, Spot head) {
        super(8);
        this.session = session;
        this.head = head;
        one = new FigureView("one-head", tasks, new Painting(), new Idle());
        one.setFocusTraversable(false);
        one.setMinSize(SIDE, LOWEST); // in a low window the numbers below keep their room
        one.setPrefSize(SIDE, SIDE);
        one.setMaxSize(SIDE, SIDE);
        name.getStyleClass().add("side-title");
        name.setId("heads-name");
        does.setId("heads-does");
        does.setMinHeight(Region.USE_PREF_SIZE);
        average.getStyleClass().add("quiet");
        average.setWrapText(true);
        average.setMinHeight(Region.USE_PREF_SIZE);
        setMinWidth(SIDE);
        setMinHeight(0);
        setMaxWidth(SIDE);
        getChildren().setAll(name, one, average, does);
    }

    /** Shows one of some heads and returns it in words. */
    String show(HeadsFound heads, Spot which) {
        found = Optional.of(heads);
        head = which;
        name.setText(HeadGrid.id(which).text());
        average.setText(
                heads.does().isEmpty()
                        ? "What heads do is told where the tokens that ask also answer."
                        : "Average weight that goes to …, over " + heads.terms().average() + ":");
        does.setText(heads.description(which));
        one.setAccessibleText("The weights of " + name.getText());
        one.repaint();
        return name.getText() + ": " + does.getText().replace("\n", ", ").replace("  ", " ");
    }

    /** Paints the large map; that of a file is read now. */
    private final class Painting implements FigureView.Painter {
        @Override
        public Supplier<Figure> base(double width, double height) {
            Frame frame = new Frame(width, height, session.shown().get().view());
            Spot at = head;
            return found.<Supplier<Figure>>map(f -> () -> map(f, at, frame))
                    .orElse(() -> new Figure(width, height, List.of(), List.of()));
        }

        private static Figure map(HeadsFound f, Spot at, Frame frame) {
            try {
                return WeightFigures.heatMap(f.heads().weights(at.row(), at.col()), f.keys(), frame);
            } catch (Refusal e) { // the file has changed since
                String why = String.valueOf(e.getMessage());
                Paragraph told = Paragraph.of(why, frame.view().plain(12), frame.width(), MOST_LINES);
                int ink = frame.view().palette().of(ColourRole.INK);
                return new Figure(frame.width(), frame.height(), told.marks(0, 0, ink), List.of());
            }
        }

        @Override
        public Figure marks(Figure base) {
            return new Figure(base.width(), base.height(), List.of(), List.of());
        }

        @Override
        public boolean heavy() {
            return found.map(HeadsFound::slow).orElse(false);
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
