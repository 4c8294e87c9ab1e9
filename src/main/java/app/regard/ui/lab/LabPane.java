package app.regard.ui.lab;

import app.regard.lab.Panel;
import app.regard.lab.Pointed;
import app.regard.stage.Why;
import app.regard.trace.Moment;
import app.regard.ui.kit.Command;
import app.regard.ui.kit.Controls;
import app.regard.ui.kit.NoticeBar;
import app.regard.ui.kit.TaskRunner;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;

/** Any lab in the window: question and controls at the left, panels beside each other, one Why below, what is said, keys. */
public final class LabPane extends BorderPane {
    private static final double STALE = 0.45;

    /** More panels than these stand in three columns. */
    private static final int MOST_IN_TWO = 4;

    /** How much of the width a main panel has, in percent. */
    private static final double MAIN = 72;

    private static final String STAGES = "Open this in the eight stages";

    private final LabModel model;
    private final TaskRunner background;
    private final GridPane panels = new GridPane(26, 18);
    private final NumberWhy why = new NumberWhy("lab-why");
    private final Label spoken = Controls.quiet("");
    private final ProgressBar progress = new ProgressBar();
    private final Label waiting = Controls.quiet("");
    private final Button open = new Button(STAGES);
    private final HBox foot;
    private final LabSide side;
    private final LabPlayer player;
    private List<LabFigure> figures = List.of();

    /** Whether the keyboard was in a figure, or on the button that begins a run. */
    private boolean keyboard;

    /**
     * The pane of the lab that is open.
     *
     * @param export opens the choices of what to take away
     * @param card adds the moment, with the lab, to the lesson
     * @param keys what the keys do where the keyboard is
     */
    public LabPane(LabModel model, TaskRunner background, Command export, Command card, HBox keys) {
        this.model = model;
        this.background = background;
        side = new LabSide(model, export, card);
        getStyleClass().add("lab-pane");
        setLeft(side);
        panels.getStyleClass().add("lab-panels");
        VBox.setVgrow(panels, Priority.ALWAYS);
        spoken.setId("lab-spoken");
        NoticeBar notice = new NoticeBar(model.session().notice(), model.session()::say, false);
        model.setup().addListener((o, was, is) -> {
            if (was == null) {
                notice.forget(); // that was said of the stages
            }
        });
        notice.forget();
        model.look().addListener((o, was, is) -> remember()); // before the player takes its button away
        player = new LabPlayer(model);
        VBox centre = new VBox(10, notice, panels, player, why, spoken);
        centre.getStyleClass().add("lab-centre");
        centre.setMinWidth(0);
        setCenter(centre);
        foot = foot(keys);
        model.look().addListener((o, was, is) -> show());
        model.pointed().addListener((o, was, is) -> tell());
        model.spoken().addListener((o, was, is) -> spoken.setText(is));
        model.results.work.share().addListener((o, was, is) -> busy(is.doubleValue()));
        model.session().shown().addListener((o, was, is) -> {
            if (!was.view().equals(is.view())) {
                figures.forEach(f -> f.view().repaint());
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        busy(LabWork.IDLE);
        show();
    }

    /** The keys are shown where they have room beside all else. */
    private HBox foot(HBox keys) {
        HBox foot = new HBox(12) {
            @Override
            protected void layoutChildren() {
                super.layoutChildren();
                keys.setVisible(keys.getWidth() >= keys.prefWidth(-1) - 1);
            }
        };
        Button back = Controls.button("lab-leave", "", model::close);
        back.setTooltip(new Tooltip("Leave the lab for the stages (Esc)"));
        Runnable name = () -> back.setText(
                "◀  Back to stage " + model.session().shown().get().focus().stage());
        model.setup().addListener((o, was, is) -> name.run());
        name.run();
        open.setId("lab-open");
        open.setTooltip(new Tooltip("Open what is pointed at (O)"));
        open.getStyleClass().add("accent");
        open.setOnAction(e -> model.asked().flatMap(model::opens).ifPresent(model.session()::open));
        progress.setId("lab-progress");
        waiting.setId("lab-waiting");
        waiting.textProperty().bind(model.waiting());
        foot.getStyleClass().add("foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        keys.setMinWidth(0);
        foot.getChildren()
                .setAll(
                        Controls.whole(back),
                        progress,
                        waiting,
                        Controls.spring(),
                        keys,
                        Controls.spring(),
                        Controls.whole(open));
        return foot;
    }

    /** Returns the bar that takes the place of the window's foot. */
    public HBox bottom() {
        return foot;
    }

    /** Returns the control that gets the keyboard: where a run waits, the button that begins it. */
    public Node first() {
        if (model.waits()) {
            return player.begins();
        }
        return figures.isEmpty() ? side : figures.get(0).view();
    }

    private void busy(double share) {
        boolean works = share != LabWork.IDLE;
        progress.setVisible(works);
        progress.setManaged(works);
        progress.setProgress(works ? share : 0);
        panels.setOpacity(works && share > 0 && !model.results.work.running().get() ? STALE : 1);
    }

    private void key(KeyEvent e) {
        if (e.getCode() == KeyCode.ESCAPE) {
            model.leave();
            e.consume();
        }
    }

    private void remember() {
        keyboard = player.begins().isFocused()
                || figures.stream().anyMatch(f -> f.view().isFocused());
    }

    private void show() {
        LabLook look = model.look().get();
        List<Panel> all = look == null ? List.of() : look.shown().panels();
        List<String> ids = all.stream().map(Panel::id).toList();
        if (!ids.equals(figures.stream().map(LabFigure::panelId).toList())) {
            place(all, ids);
        }
        for (int i = 0; i < all.size(); i++) {
            figures.get(i).show(all.get(i));
        }
        tell();
    }

    /**
     * Two beside each other, the last one of an odd number in a row to itself; where the first is the main one, the others
     * below each other beside it.
     */
    private void place(List<Panel> all, List<String> ids) {
        boolean main = !all.isEmpty() && all.get(0).main();
        boolean first = figures.isEmpty();
        why.forget();
        figures = ids.stream().map(id -> new LabFigure(model, background, id)).toList();
        panels.getChildren().clear();
        int count = figures.size();
        boolean beside = main && count > 1;
        int across = count > MOST_IN_TWO ? 3 : count > 1 ? 2 : 1;
        int rows = beside ? count - 1 : (count + across - 1) / across;
        columns(beside ? List.of(MAIN, 100 - MAIN) : Collections.nCopies(across, 100.0 / across));
        rows(rows, beside ? List.of() : all, across);
        for (int i = 0; i < count; i++) {
            if (beside) {
                panels.add(figures.get(i), i == 0 ? 0 : 1, Math.max(0, i - 1), 1, i == 0 ? rows : 1);
            } else {
                boolean alone = i == count - 1 && i % across == 0;
                panels.add(figures.get(i), i % across, i / across, alone ? across : 1, 1);
            }
        }
        boolean typing = getScene() != null && getScene().getFocusOwner() instanceof TextInputControl;
        if (keyboard || (first && !typing)) {
            first().requestFocus();
        }
    }

    private void columns(List<Double> shares) {
        panels.getColumnConstraints().clear();
        for (double share : shares) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(share);
            column.setMinWidth(0);
            panels.getColumnConstraints().add(column);
        }
    }

    /** Rows of the height that the tallest of their panels wants; alike where there are none to ask. */
    private void rows(int count, List<Panel> all, int across) {
        double[] shares = new double[count];
        Arrays.fill(shares, 1);
        for (int i = 0; i < all.size(); i++) {
            shares[i / across] = Math.max(shares[i / across], all.get(i).tall());
        }
        double whole = Arrays.stream(shares).sum();
        panels.getRowConstraints().clear();
        for (double share : shares) {
            RowConstraints row = new RowConstraints();
            row.setPercentHeight(100 * share / whole);
            row.setMinHeight(0);
            panels.getRowConstraints().add(row);
        }
    }

    private void tell() {
        Optional<Pointed> asked = model.asked();
        Optional<Why> known = model.why();
        known.ifPresentOrElse(why::show, () -> why.show(asked.map(model::spoken).orElse("")));
        Optional<Moment> there = asked.flatMap(model::opens);
        open.setDisable(there.isEmpty());
        open.setText(there.filter(m -> m.lab() != null).isPresent() ? "Open this here" : STAGES);
        figures.forEach(LabFigure::told);
    }
}
