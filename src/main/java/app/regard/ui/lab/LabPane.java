package app.regard.ui.lab;

import app.regard.lab.Panel;
import app.regard.lab.Pointed;
import app.regard.stage.Why;
import app.regard.ui.kit.Controls;
import app.regard.ui.kit.TaskRunner;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextInputControl;
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

    /** What becomes of a lab that is taken away. */
    public interface Takes {
        void picture();

        void json();

        void csv();

        /** Adds the moment, with the lab, to the lesson. */
        void card();
    }

    private final LabModel model;
    private final TaskRunner background;
    private final GridPane panels = new GridPane(26, 18);
    private final NumberWhy why = new NumberWhy("lab-why");
    private final Label spoken = Controls.quiet("");
    private final ProgressBar progress = new ProgressBar();
    private final Button open = new Button("Open this in the eight stages");
    private final HBox foot = new HBox(12);
    private final LabSide side;
    private List<LabFigure> figures = List.of();

    public LabPane(LabModel model, TaskRunner background, Takes takes) {
        this.model = model;
        this.background = background;
        side = new LabSide(model, takes);
        getStyleClass().add("lab-pane");
        setLeft(side);
        panels.getStyleClass().add("lab-panels");
        VBox.setVgrow(panels, Priority.ALWAYS);
        spoken.setId("lab-spoken");
        VBox centre = new VBox(10, panels, new LabPlayer(model), why, spoken);
        centre.getStyleClass().add("lab-centre");
        centre.setMinWidth(0);
        setCenter(centre);
        foot();
        model.look().addListener((o, was, is) -> show());
        model.pointed().addListener((o, was, is) -> tell());
        model.spoken().addListener((o, was, is) -> spoken.setText(is));
        model.share().addListener((o, was, is) -> busy(is.doubleValue()));
        model.session().shown().addListener((o, was, is) -> {
            if (!was.view().equals(is.view())) {
                figures.forEach(f -> f.view().repaint());
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        busy(LabWork.IDLE);
        show();
    }

    private void foot() {
        Button back = new Button();
        back.setId("lab-leave");
        back.setOnAction(e -> model.close());
        Runnable name = () -> back.setText(
                "◀  Back to stage " + model.session().shown().get().focus().stage());
        model.setup().addListener((o, was, is) -> name.run());
        name.run();
        open.setId("lab-open");
        open.getStyleClass().add("accent");
        open.setOnAction(e -> model.asked().ifPresent(model::go));
        progress.setId("lab-progress");
        foot.getStyleClass().add("foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        HBox keys = Controls.keys(
                "arrows", "point", "Enter", "click", "Space", "take up", "+", "", "−", "nudge", "O", "open", "Esc",
                "leave");
        keys.setMinWidth(0);
        foot.getChildren()
                .setAll(
                        Controls.whole(back),
                        progress,
                        Controls.spring(),
                        keys,
                        Controls.spring(),
                        Controls.whole(open));
        widthProperty().addListener((o, was, is) -> {
            keys.setVisible(is.doubleValue() > 1100);
            keys.setManaged(keys.isVisible());
        });
    }

    /** What takes the place of the window's foot. */
    public HBox bottom() {
        return foot;
    }

    /** What gets the keyboard. */
    public Node first() {
        return figures.isEmpty() ? side : figures.get(0).view();
    }

    private void busy(double share) {
        boolean works = share != LabWork.IDLE;
        progress.setVisible(works);
        progress.setManaged(works);
        progress.setProgress(works ? share : 0);
        panels.setOpacity(works && share > 0 ? STALE : 1);
    }

    private void key(KeyEvent e) {
        if (e.getCode() == KeyCode.ESCAPE) {
            model.leave();
            e.consume();
        }
    }

    private void show() {
        LabLook look = model.look().get();
        List<Panel> all = look == null ? List.of() : look.shown().panels();
        List<String> ids = all.stream().map(Panel::id).toList();
        if (!ids.equals(figures.stream().map(LabFigure::panelId).toList())) {
            place(ids);
        }
        for (int i = 0; i < all.size(); i++) {
            figures.get(i).show(all.get(i));
        }
        tell();
    }

    /** Two beside each other; the last one of an odd number has a row to itself. */
    private void place(List<String> ids) {
        boolean focused =
                figures.isEmpty() || figures.stream().anyMatch(f -> f.view().isFocused());
        figures = ids.stream().map(id -> new LabFigure(model, background, id)).toList();
        panels.getChildren().clear();
        panels.getColumnConstraints().clear();
        panels.getRowConstraints().clear();
        int across = ids.size() > 1 ? 2 : 1;
        for (int c = 0; c < across; c++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / across);
            column.setMinWidth(0);
            panels.getColumnConstraints().add(column);
        }
        int rows = (ids.size() + across - 1) / across;
        for (int r = 0; r < rows; r++) {
            RowConstraints row = new RowConstraints();
            row.setPercentHeight(100.0 / rows);
            row.setMinHeight(0);
            panels.getRowConstraints().add(row);
        }
        for (int i = 0; i < figures.size(); i++) {
            boolean alone = i == figures.size() - 1 && i % across == 0;
            panels.add(figures.get(i), i % across, i / across, alone ? across : 1, 1);
        }
        boolean typing = getScene() != null && getScene().getFocusOwner() instanceof TextInputControl;
        if (focused && !typing) {
            first().requestFocus();
        }
    }

    private void tell() {
        Optional<Pointed> asked = model.asked();
        Optional<Why> known = asked.flatMap(model::why);
        known.ifPresentOrElse(why::show, why::clear);
        open.setDisable(asked.flatMap(model::opens).isEmpty());
        figures.forEach(LabFigure::told);
    }
}
