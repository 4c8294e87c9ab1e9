package app.regard.ui.stages;

import app.regard.draw.Spot;
import app.regard.export.picture.What;
import app.regard.source.GivenCell;
import app.regard.stage.Part;
import app.regard.stage.WeightFigures;
import app.regard.ui.kit.Controls;
import app.regard.ui.kit.FigureView;
import app.regard.ui.kit.NoticeBar;
import app.regard.ui.kit.TaskRunner;
import app.regard.ui.session.CellEditing;
import app.regard.ui.session.ViewState;
import app.regard.ui.session.Workspace;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The middle of the window: the stage's name and texts, the words, the matrices, and the Why line below them. */
public final class StagePane extends VBox {
    private static final double MOST_STRIP = 106;
    private static final double LOW_STRIP = 66;

    /** Below this height arcs would take the matrices' room. */
    private static final double LOW = 590;

    /** Below this height the arcs of more than a few words would. */
    private static final double MEDIUM = 820;

    private static final int FEW = 8;
    private static final double LOWEST_STRIP = 34;

    /** Below these heights even a second line of words would: of a few words, and of more, whose matrices are higher. */
    private static final double LOWEST = 430;

    private static final double LOWEST_OF_MORE = 560;

    /** Below this height there is room for matrices only. */
    private static final double LEAST = 360;

    private static final double WAYS = 36;
    private static final double BELOW = 40;

    private final Workspace session;
    private final Label reading = new Label();
    private final VariantBar ways;
    private final StageHead head;
    private final NoticeBar notice;
    private final FigureView strip;
    private final FigureView figure;
    private final WhyPane why;
    private final CellEditing editing;
    private final CellEditor editor;

    public StagePane(Workspace session, TaskRunner tasks) {
        this.session = session;
        editing = new CellEditing(session);
        editor = new CellEditor(editing, () -> figure().requestFocus());
        StagePointer pointer = new StagePointer(session, editing, editor::type);
        strip = new FigureView(
                "strip",
                tasks,
                ViewStatePainter.plain(
                        session,
                        (is, f) -> WeightFigures.strip(
                                is.revealed(),
                                is.content().weightsBefore().orElse(null),
                                is.focus().query(),
                                is.focus().column(),
                                is.pair(),
                                f)),
                new StagePointer(session, editing, editor::type) {
                    @Override
                    public Optional<Spot> start() { // the arrow keys start from the focused word
                        return word();
                    }
                });
        figure = new FigureView(
                "stage",
                tasks,
                new ViewStatePainter(
                        session,
                        (is, f) ->
                                is.content().base(is.focus().stage(), is.focus().query(), f),
                        (is, base) -> is.content().over(base, is.focus(), is.why(), is.view()),
                        true),
                pointer);
        ways = new VariantBar(session);
        figure.setOnPainted(() -> Platform.runLater( // after the layout that it may be painted in
                () -> ways.tell(session.shown().get(), figure().getWidth(), figure().getHeight())));
        head = new StageHead(session);
        notice = new NoticeBar(session.notice(), session::say, true);
        getStyleClass().add("stage-pane");
        setMinWidth(0);
        reading.getStyleClass().add("reading");
        reading.setId("below");
        reading.setWrapText(true);
        reading.setMinHeight(Region.USE_PREF_SIZE);
        VBox.setVgrow(figure, Priority.ALWAYS);
        why = new WhyPane(session);
        getChildren().addAll(head, strip, ways, figure, reading, why, editor, notice); // over all others
        widthProperty().addListener((o, was, is) -> fitStrip());
        heightProperty().addListener((o, was, is) -> fitStrip());
        session.shown().addListener((o, was, is) -> update(was, is));
        editing.open().addListener((o, was, is) -> requestLayout());
        update(null, session.shown().get());
    }

    /** A notice moves nothing and covers no word: what finds no room is elided until it is pointed at. */
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        GivenCell cell = editing.open().get();
        if (cell != null) {
            editor.place(
                    figure.figure().boxOf(cell.spot()).map(b -> b.moved(figure.getLayoutX(), figure.getLayoutY())),
                    getWidth(),
                    getHeight());
        }
        if (notice.isVisible()) {
            head.layout(); // where its lines are now
            Bounds place = head.localToParent(head.noticePlace());
            double all = notice.prefHeight(place.getWidth());
            double least = Math.min(all, place.getHeight());
            double top = head.getLayoutY() + head.lineAt(place.getMaxY() - least - head.getLayoutY());
            double height = place.getMaxY() - Math.max(place.getMinY(), top);
            notice.resizeRelocate(
                    place.getMinX(), place.getMaxY() - height, place.getWidth(), notice.isRead() ? all : height);
        }
    }

    /** Puts the keyboard into the matrices; what was changed in a cell that is open is taken back. */
    public void requestFigure() {
        editing.cancel();
        figure.requestFocus();
    }

    /** Both figures can be taken away. */
    public void menus(BiConsumer<FigureView, What> menu) {
        menu.accept(strip, What.ARCS);
        menu.accept(figure, What.STAGE);
    }

    private FigureView figure() {
        return figure;
    }

    private void update(@Nullable ViewState was, ViewState is) {
        boolean numbers = was == null || !was.content().equals(is.content());
        boolean stage = was == null || was.focus().stage() != is.focus().stage();
        boolean look = was == null || !was.view().equals(is.view()) || was.variant() != is.variant();
        boolean query = was == null || was.focus().query() != is.focus().query();
        boolean column = was == null || !was.focus().column().equals(is.focus().column());
        boolean pair = was == null || !was.pair().equals(is.pair());
        if (numbers || stage || look) {
            ways.offer(is);
            fitStrip();
        }
        boolean revealed =
                was == null || was.hides() != is.hides() || !was.reveal().equals(is.reveal());
        if (numbers || query || column || look || pair || revealed) {
            strip.repaint();
        }
        boolean follows = query && is.result() == Part.WEIGHTED;
        boolean scrolled = was != null && !was.scroll().equals(is.scroll());
        if (numbers || stage || look || scrolled || follows) {
            figure.repaint();
        } else {
            figure.repaintMarks();
        }
        speak(is);
        Spot hover = is.focus().hover();
        if (hover != null && (was == null || !hover.equals(was.focus().hover()))) {
            Platform.runLater(() -> reveal(hover));
        } else if (query && is.result().asks()) {
            Platform.runLater(
                    () -> reveal(new Spot(is.result().label(), is.focus().query(), Spot.LABEL)));
        }
    }

    /** Brings a cell or label back that a gap has swallowed; what is shown stays where it is. */
    private void reveal(Spot spot) {
        figure.area(spot).ifPresent(area -> {
            if (area.hidesRow(spot)) {
                session.arrange(s -> s.withScroll(area.rowAxis(), area.drawnRow(spot) - 1));
            }
            if (area.hidesCol(spot)) {
                session.arrange(s -> s.withScroll(area.colAxis(), area.drawnCol(spot) - 1));
            }
        });
    }

    private void speak(ViewState is) {
        figure.setAccessibleText("Stage " + is.focus().stage() + ", "
                + is.content().title(is.focus().stage()) + ": " + is.said());
        strip.setAccessibleText("The words. "
                + (is.hides(is.focus().query())
                        ? "The weights are hidden."
                        : is.content()
                                .said(new Spot(WeightFigures.ASKING, is.focus().query(), Spot.LABEL))));
    }

    /** The head read aloud, where it leaves the matrices room. */
    private void reading(ViewState is) {
        String below = is.content().below(is.focus().stage());
        boolean shown = !below.isEmpty()
                && is.variant() != 4
                && (getHeight() == 0 || getHeight() >= LOWEST * is.view().textScale());
        reading.setVisible(shown);
        reading.setManaged(shown);
        reading.setText(below);
    }

    private void fitStrip() {
        ViewState is = session.shown().get();
        reading(is);
        double width = getWidth() - getInsets().getLeft() - getInsets().getRight();
        double text = is.view().textScale();
        why.setLow(head.fit(getHeight() / text), is);
        boolean map = is.result() == Part.OUTPUTS; // A stands in the equation: its room is the map's, not the arcs'
        double free = getHeight() // without what else stands above and below the matrices
                - (ways.isManaged() ? WAYS * text : 0)
                - (reading.isManaged() ? BELOW * text : 0);
        boolean low = free < (is.words() > FEW ? MEDIUM : LOW) * text;
        double most = text
                * (map || free < (is.words() > FEW ? LOWEST_OF_MORE : LOWEST) * text
                        ? LOWEST_STRIP
                        : low ? LOW_STRIP : MOST_STRIP); // matrices before arcs
        boolean none = getHeight() > 0 && free < LEAST * text; // then before chips too
        Controls.show(strip, !none);
        double height = WeightFigures.stripHeight(is.weights(), Math.max(100, width), most, is.view());
        strip.setMinHeight(height);
        strip.setPrefHeight(height);
        strip.setMaxHeight(height);
    }
}
