package app.regard.ui.stages;

import app.regard.draw.DecimalFormatter;
import app.regard.draw.Figure;
import app.regard.draw.Spot;
import app.regard.draw.chart.Readout;
import app.regard.export.picture.What;
import app.regard.source.LoneWeights;
import app.regard.stage.Part;
import app.regard.stage.WeightFigures;
import app.regard.stage.Words;
import app.regard.trace.Weights;
import app.regard.ui.kit.Controls;
import app.regard.ui.kit.FigureView;
import app.regard.ui.kit.FileDialogs;
import app.regard.ui.kit.TaskRunner;
import app.regard.ui.session.ViewState;
import app.regard.ui.session.Workspace;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The right of the window, in all stages: heat map and the focused word’s distribution; a line a word stands elsewhere. */
public final class SidePane extends VBox {
    private static final double PADDING = 40;

    /** How high the map's text usually is. */
    private static final double TWO_LINES = 33;

    /** Room at the right for the frame of a row that takes all the width. */
    private static final double FRAME = 5;

    /** The least height of the bars: of one, of the others, and of the axis. */
    private static final double BARS = 2.9 * 23;

    /** A sum this close to 1 would be written as 1 with four decimals. */
    private static final double ROUNDING = 5e-5;

    /** Below this height the list has no room under the stages. */
    private static final double LOW = 520;

    /** The map of more words than this gets more of the height, for their numbers. */
    private static final int FEW = 5;

    private final Workspace session;
    private final Label mapText = new Label();
    private final Label barsTitle = new Label();
    private final Label barsText = new Label();
    private final FigureView map;
    private final PatchesView patches;
    private final FigureView bars;
    private final WordLines lines;
    private final VBox words = new VBox(4, heading("Each word attends most to"));

    public SidePane(Workspace session, TaskRunner tasks, FileDialogs files) {
        this.session = session;
        map = new FigureView(
                "heatmap",
                tasks,
                new ViewStatePainter(
                        session,
                        (is, f) -> is.content()
                                .marked(
                                        WeightFigures.heatMap(
                                                is.revealed(),
                                                is.weights(),
                                                Math.min(is.span(), is.words()),
                                                is.content()
                                                        .coloured(
                                                                f.withSize(Math.max(1, f.width() - FRAME), f.height()),
                                                                is.focus().query())),
                                        is.focus().query(),
                                        is.view()),
                        SidePane::mapMarks,
                        true),
                new MapPointer(session));
        patches = new PatchesView(session, tasks, files, this::exchange);
        bars = new FigureView(
                "bars",
                tasks,
                ViewStatePainter.plain(
                        session,
                        (is, f) -> hidden(is)
                                ? new Figure(f.width(), f.height(), List.of(), List.of())
                                : WeightFigures.bars(
                                        is.weights(),
                                        is.content().weightsBefore().orElse(null),
                                        is.focus().query(),
                                        is.focus().column(),
                                        is.pair(),
                                        f)),
                new BarsPointer(session));
        lines = new WordLines(session, tasks);
        VBox.setVgrow(lines, Priority.ALWAYS);
        VBox.setVgrow(words, Priority.ALWAYS);
        getStyleClass().add("side-pane");
        setMinHeight(0); // else the pane would never be so low that its list gives way
        mapText.getStyleClass().add("quiet");
        mapText.setWrapText(true);
        mapText.setMinHeight(Region.USE_PREF_SIZE);
        barsTitle.getStyleClass().add("side-title");
        barsTitle.setId("bars-title");
        barsText.getStyleClass().add("quiet");
        barsText.setId("bars-text");
        getChildren()
                .addAll(
                        heading("Attention matrix"),
                        mapText,
                        patches.choice(),
                        map,
                        patches.figure(),
                        barsTitle,
                        barsText,
                        bars);
        words.getChildren().add(lines);
        words.getStyleClass().add("word-lines");
        words.widthProperty().addListener((o, was, is) -> sizes());
        widthProperty().addListener((o, was, is) -> sizes());
        heightProperty().addListener((o, was, is) -> sizes());
        session.shown().addListener((o, was, is) -> update(was, is));
        update(null, session.shown().get());
    }

    /** A line a word, which stands where there is room: under the list of stages. */
    public VBox words() {
        return words;
    }

    /** Offers what stands here to be taken away; the list a word a line as the map that it is read from. */
    public void menus(BiConsumer<FigureView, What> menu) {
        menu.accept(map, What.HEATMAP);
        menu.accept(patches.figure(), What.PATCHES);
        menu.accept(lines.figure(), What.HEATMAP);
        menu.accept(bars, What.BARS);
    }

    private static Label heading(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("side-title");
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** The map takes the width, but leaves room below it; the bars take what their number needs. */
    private void sizes() {
        ViewState is = session.shown().get();
        double text = is.view().textScale();
        double inner = Math.max(60, getWidth() - PADDING);
        double share = is.words() > FEW ? 0.51 : getHeight() < 620 ? 0.46 : 0.43;
        double wraps = Math.max(0, mapText.prefHeight(inner) - TWO_LINES * text); // what is derived is said at length
        double beside = getHeight() - wraps - (patches.choice().isManaged() ? 156 : 120) * text - BARS * text;
        double side = Math.min(
                Math.min(inner + 20, Math.max(150, getHeight() * share)), Math.max(110, beside)); // on a wall too
        fix(map, side);
        fix(patches.figure(), side);
        boolean list = getHeight() > LOW * text;
        words.setVisible(list);
        words.setManaged(list);
        int count = Math.min(11, is.words());
        double wanted = (count * 23 + 22) * text;
        double left = getHeight() - side - wraps - (patches.choice().isManaged() ? 172 : 136) * text;
        fix(bars, Math.max(BARS * text, Math.min(wanted, left)));
        double across = words.getWidth()
                - words.getInsets().getLeft()
                - words.getInsets().getRight();
        lines.fit(Readout.height(is.weights().from().size(), across, is.view()));
    }

    /** The heat map gives way to patches, or they to it. */
    private void exchange() {
        Controls.show(map, !patches.chosen());
        labels(session.shown().get());
        sizes();
        map.repaint();
    }

    private static void fix(FigureView view, double height) {
        view.setMinHeight(height);
        view.setPrefHeight(height);
        view.setMaxHeight(height);
    }

    private void update(@Nullable ViewState was, ViewState is) {
        boolean numbers = was == null || !was.content().equals(is.content());
        boolean look = was == null
                || !was.view().equals(is.view())
                || !panned(was).equals(panned(is))
                || was.span() != is.span();
        boolean revealed =
                was == null || was.hides() != is.hides() || !was.reveal().equals(is.reveal());
        numbers |= revealed;
        boolean query = was == null || was.focus().query() != is.focus().query();
        boolean column = was == null || !was.focus().column().equals(is.focus().column());
        boolean pair = was == null || !was.pair().equals(is.pair());
        if (numbers || look) {
            labels(is);
            sizes();
            map.repaint();
        } else {
            map.repaintMarks();
        }
        boolean pinned = was == null || was.focus().pinned() != is.focus().pinned();
        if (numbers || look || query || column || pinned) {
            labels(is);
        }
        if (numbers || look || query || column || pair) {
            bars.repaint();
        }
        if (numbers || look) {
            lines.repaint();
        } else if (query) {
            lines.repaintMarks();
        }
        speak(is);
    }

    /** Where a zoomed map stands. */
    private static List<Integer> panned(ViewState is) {
        return List.of(
                is.scroll().getOrDefault(WeightFigures.MAP_QUERIES, 0),
                is.scroll().getOrDefault(WeightFigures.MAP_KEYS, 0));
    }

    private void labels(ViewState is) {
        Weights w = is.weights();
        OptionalInt column = is.focus().column();
        if (column.isPresent()) {
            barsTitle.setText("Who looks at " + Words.quoted(w.to().shown(column.getAsInt())));
            barsText.setText("one column: it need not add up to 1");
        } else {
            String pinned = is.focus().pinned() ? "  (pinned)" : "";
            barsTitle.setText(Words.quoted(w.from().shown(is.focus().query())) + " attends to" + pinned);
            barsText.setText("one row · sum of all weights = " + sum(w, is));
        }
        if (hidden(is)) {
            barsText.setText("hidden until stage " + LoneWeights.STAGE);
        }
        String zoom = is.words() > Workspace.AT_ONCE ? " Wheel zooms, drag moves." : "";
        String shows = patches.chosen()
                ? "One row: each patch answers the token that asks."
                : "Rows ask (query), columns answer (key)." + zoom;
        mapText.setText(shows + "\n" + is.content().provenance());
    }

    /** What a row really sums to; 1 where only rounding parts it from that. */
    private static String sum(Weights w, ViewState is) {
        double sum = 0;
        for (int j = 0; j < w.a().cols(); j++) {
            sum += w.a().at(is.focus().query(), j);
        }
        return Math.abs(sum - 1) < ROUNDING ? "1" : DecimalFormatter.text(sum, 4);
    }

    /** Whether what the bars would tell waits for its stage. */
    private static boolean hidden(ViewState is) {
        return is.focus().column().isPresent()
                ? is.hides()
                : is.hides(is.focus().query());
    }

    private void speak(ViewState is) {
        if (hidden(is)) {
            map.setAccessibleText("Attention matrix. Hidden until its stage.");
            bars.setAccessibleText(barsTitle.getText() + ". Hidden.");
            lines.speak(is);
            return;
        }
        Spot hover = is.focus().hover();
        String said = hover != null && hover.matrix().equals(Part.WEIGHTS.label()) && !hover.isCell()
                ? is.content().said(hover)
                : is.content().said(is.weightWhy(), is.view().decimals());
        map.setAccessibleText("Attention matrix. " + said);
        bars.setAccessibleText(barsTitle.getText() + ". " + said);
        lines.speak(is);
    }

    private static Figure mapMarks(ViewState is, Figure base) {
        return is.content().over(base, is.focus(), is.why(), is.view());
    }
}
