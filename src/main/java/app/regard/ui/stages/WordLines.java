package app.regard.ui.stages;

import app.regard.draw.Area;
import app.regard.draw.Spot;
import app.regard.stage.Part;
import app.regard.stage.WeightFigures;
import app.regard.ui.kit.FigureView;
import app.regard.ui.kit.TaskRunner;
import app.regard.ui.session.ViewState;
import app.regard.ui.session.Workspace;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.control.ScrollPane;

/** The list of what each word attends to most, a line a word: the focused word's line is always in sight. */
final class WordLines extends ScrollPane {
    private static final double LEAST = 42;

    private final Workspace session;
    private final FigureView lines;

    WordLines(Workspace session, TaskRunner background) {
        this.session = session;
        lines = new FigureView(
                "lines",
                background,
                new ViewStatePainter(
                        session,
                        (is, f) -> WeightFigures.readout(is.revealed(), f),
                        (is, base) ->
                                WeightFigures.readoutFocus(base, is.focus().query(), is.view()),
                        true),
                new LinePointer(session));
        setContent(lines);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().add("edge-to-edge");
        setFocusTraversable(false);
        setMinHeight(LEAST);
        viewportBoundsProperty().addListener((o, was, is) -> reveal());
    }

    FigureView figure() {
        return lines;
    }

    /** The height of all lines. */
    void fit(double height) {
        lines.setMinHeight(height);
        lines.setPrefHeight(height);
    }

    /** Other numbers, or another look. */
    void repaint() {
        lines.repaint();
        Platform.runLater(this::reveal);
    }

    /** Another word is focused. */
    void repaintMarks() {
        lines.repaintMarks();
        if (!lines.isHover()) { // under the mouse the list stays where it is
            Platform.runLater(this::reveal);
        }
    }

    void speak(ViewState is) {
        lines.setAccessibleText("Each word attends most to. "
                + (is.hides(is.focus().query())
                        ? "Hidden."
                        : is.content()
                                .said(new Spot(WeightFigures.ASKING, is.focus().query(), Spot.LABEL))));
    }

    private void reveal() {
        List<Area> areas = lines.figure().areas();
        int query = session.shown().get().focus().query();
        double hidden = lines.getHeight() - getViewportBounds().getHeight();
        if (query >= areas.size() || hidden <= 0) {
            return;
        }
        Area line = areas.get(query);
        line.first().flatMap(line::boxOf).ifPresent(box -> {
            double top = getVvalue() * hidden;
            double least = box.bottom() + 1 - getViewportBounds().getHeight();
            double wanted = Math.max(least, Math.min(box.y() - 1, top));
            setVvalue(Math.max(0, Math.min(1, wanted / hidden)));
        });
    }

    /** The arrow keys start from the focused word's line. */
    private static final class LinePointer extends WeightPointer {
        LinePointer(Workspace session) {
            super(session);
        }

        @Override
        public Optional<Spot> start() {
            ViewState is = session.shown().get();
            int query = is.focus().query();
            return Optional.of(new Spot(
                    Part.WEIGHTS.label(), query, is.revealed().strongest(query).get(0)));
        }
    }
}
