package app.regard.ui.export;

import app.regard.draw.Figure;
import app.regard.export.picture.Ground;
import app.regard.export.picture.What;
import app.regard.trace.Refusal;
import app.regard.ui.kit.Controls;
import app.regard.ui.kit.Overlay;
import app.regard.ui.kit.Preview;
import app.regard.ui.kit.TaskRunner;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ChangeListener;
import javafx.event.ActionEvent;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The pane of an export: choices at the left, the picture at the right, and what becomes of it below. */
public final class ExportPane extends VBox {
    private static final double WIDEST = 1060;
    private static final double HIGHEST = 730;

    private final PictureExport pictureExport;
    private final ExportForm form;
    private final Preview preview;
    private final Label size = new Label();
    private final BooleanProperty possible = new SimpleBooleanProperty(false);
    private final ChangeListener<Object> changed = (o, was, is) -> refresh();
    private final Button save = new Button("Save…");

    /** Opens a pane for what the window shows, or for anything else. */
    public static void open(PictureExport of, DataExport data, TaskRunner tasks, Overlay over) {
        ExportPane pane = new ExportPane(of, data, tasks, over::close);
        over.open(pane, pane.form.first(), pane::closed);
    }

    /**
     * @param data saves its numbers
     * @param close closes the pane
     */
    private ExportPane(PictureExport pictureExport, DataExport data, TaskRunner tasks, Runnable close) {
        this.pictureExport = pictureExport;
        form = new ExportForm(pictureExport);
        preview = new Preview(tasks);
        setId("export-pane");
        getStyleClass().add("export-pane");
        setMaxSize(WIDEST, HIGHEST);
        Label title = new Label("Export");
        title.getStyleClass().add("stage-title");
        size.setId("export-size");
        size.setWrapText(true);
        size.setMinHeight(USE_PREF_SIZE);
        ScrollPane choices = new ScrollPane(form);
        choices.setFitToWidth(true);
        choices.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        choices.getStyleClass().add("edge-to-edge");
        choices.setFocusTraversable(false);
        choices.setMinWidth(USE_PREF_SIZE);
        choices.addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> { // which a choice would take for itself
                    if (e.getCode() == KeyCode.ENTER && !save.isDisabled()) {
                        save.fire();
                        e.consume();
                    }
                });
        VBox right = new VBox(8, preview, size);
        VBox.setVgrow(preview, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        right.setMinWidth(0);
        HBox middle = new HBox(22, choices, right);
        VBox.setVgrow(middle, Priority.ALWAYS);
        getChildren().addAll(title, middle, buttons(data, close));
        pictureExport.choices().addListener(changed);
        pictureExport.session().shown().addListener(changed);
        pictureExport.other().addListener(changed);
        refresh();
    }

    private HBox buttons(DataExport data, Runnable close) {
        Button leave = Controls.button("export-close", "Close (Esc)", close);
        Button copy = Controls.button("export-copy", "Copy picture", () -> {
            pictureExport.copyPicture();
            close.run();
        });
        save.setId("export-save");
        save.setTooltip(new Tooltip("Saves the picture (Enter, from every choice)"));
        save.getStyleClass().add("accent");
        save.setDefaultButton(true);
        save.setOnAction(e -> {
            if (pictureExport.savePicture()) {
                close.run();
            }
        });
        var busy = pictureExport.saving().name().isNotEmpty();
        save.disableProperty().bind(possible.not().or(busy).or(form.wrong()));
        copy.disableProperty()
                .bind(save.disableProperty()
                        .or(Bindings.createBooleanBinding(
                                () -> pictureExport.choices().get().film(), pictureExport.choices())));
        Button latex = Controls.button("export-latex", "Copy for LaTeX", () -> {
            data.pgfPlot(pictureExport.choices().get().figures());
            close.run();
        });
        latex.setAccessibleText("Copy the heat map for LaTeX, as PGFPlots");
        latex.setTooltip(new Tooltip("The heat map as PGFPlots, in this width, labels, colours and range"));
        latex.disableProperty()
                .bind(form.wrong()
                        .or(Bindings.createBooleanBinding(
                                () -> !pictureExport.choices().get().what().equals(Optional.of(What.HEATMAP)),
                                pictureExport.choices())));
        Label waiting = new Label();
        waiting.getStyleClass().add("quiet");
        waiting.textProperty()
                .bind(Bindings.when(busy)
                        .then("Something else is still being made.")
                        .otherwise(""));
        MenuButton numbers = new MenuButton("Numbers");
        Controls.named(numbers, "export-numbers", "Numbers as a file");
        numbers.setMinWidth(USE_PREF_SIZE);
        numbers.getItems()
                .setAll(NumbersMenu.of(
                        pictureExport.choices().get().what().isPresent() ? data.stages() : pictureExport.exportable(),
                        data));
        numbers.setDisable(pictureExport.cards().isPresent());
        numbers.getItems().forEach(item -> item.addEventHandler(ActionEvent.ACTION, e -> close.run()));
        HBox box = new HBox(10, leave, numbers, Controls.spring(), waiting, copy, latex, save);
        box.setAlignment(Pos.CENTER_RIGHT);
        for (Node button : List.of(leave, copy, latex, save)) {
            ((Button) button).setMinWidth(USE_PREF_SIZE);
        }
        return box;
    }

    /** Nothing is drawn any more. */
    private void closed() {
        pictureExport.choices().removeListener(changed);
        pictureExport.session().shown().removeListener(changed);
        preview.stop();
    }

    private void refresh() {
        PictureChoices wanted = pictureExport.choices().get();
        form.follow();
        preview.ground(wanted.style(pictureExport.shown()).view().palette(), wanted.ground() == Ground.TRANSPARENT);
        preview.show(pictureExport.figures(), wanted.pace(), made -> drawn(made, wanted), this::failed);
    }

    private void drawn(List<Figure> made, PictureChoices wanted) {
        Optional<String> problem = PictureExport.problem(made.get(0), wanted);
        String film = wanted.film() ? " · " + made.size() + " stages" : "";
        say(problem.orElse(PictureExport.size(made.get(0), wanted) + film), problem.isPresent());
    }

    private void failed(RuntimeException e) {
        if (!(e instanceof Refusal)) {
            throw e;
        }
        say(String.valueOf(e.getMessage()), true);
    }

    private void say(String text, boolean problem) {
        size.setText(text);
        size.getStyleClass().setAll("label", problem ? "problem" : "quiet");
        possible.set(!problem);
    }
}
