package app.regard.ui.lab;

import app.regard.lab.About;
import app.regard.lab.Setup;
import app.regard.ui.kit.Command;
import app.regard.ui.kit.Controls;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The column of a lab's question and settings, from top to bottom: question, what to do, controls, what to notice. */
final class LabSide extends VBox {
    private static final double BAR = 12;

    private final LabModel model;
    private final Label crumbs = Controls.quiet("");
    private final Label question = new Label();
    private final Label task = new Label();
    private final Label said = new Label();
    private final Label notice = new Label();
    private final Label problem = new Label();
    private final Label heading = new Label();
    private final VBox noticed = new VBox(4);
    private final VBox body = new VBox(10);
    private final ScrollPane scroll = new ScrollPane();

    LabSide(LabModel model, Command export, Command card) {
        this.model = model;
        getStyleClass().add("lab-side");
        Button close = Controls.button("lab-close", "✕  Close", model::close);
        close.setTooltip(new Tooltip("Leave the lab (Esc)"));
        HBox top = new HBox(8, crumbs, Controls.spring(), Controls.whole(close));
        top.setAlignment(Pos.CENTER_LEFT);
        question.setId("lab-question");
        question.getStyleClass().add("stage-title");
        task.setId("lab-task");
        said.setId("lab-said");
        notice.setId("lab-notice");
        heading.getStyleClass().add("side-title");
        noticed.setId("lab-noticed");
        noticed.getStyleClass().add("lab-noticed");
        noticed.getChildren().setAll(heading, said, notice);
        problem.setId("lab-problem");
        problem.getStyleClass().add("problem");
        for (Label text : java.util.List.of(question, task, said, notice, problem)) {
            text.setWrapText(true);
            text.setMinHeight(Region.USE_PREF_SIZE);
        }
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        problem.textProperty().bind(model.results.problem());
        body.getChildren().setAll(question, task, new LabControls(model), problem, noticed);
        scroll.setContent(body);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox.setMargin(scroll, new Insets(0, -BAR, 0, 0)); // its bar stands beside the texts, not on them
        body.setPadding(new Insets(0, BAR, 0, 0));
        getChildren().setAll(top, scroll, buttons(export, card));
        model.results.problem().addListener((o, was, is) -> Platform.runLater(this::reveal));
        model.setup().addListener((o, was, is) -> show(is));
        notice.managedProperty().bind(notice.visibleProperty());
        model.look().addListener((o, was, is) -> {
            said.setText(is == null ? "" : is.shown().said());
            tell();
        });
        model.results.work.running().addListener((o, was, is) -> tell());
        model.held.addListener((o, was, is) -> tell());
        show(model.setup().get());
    }

    /** A problem is seen, also where the settings above it leave it no room. */
    private void reveal() {
        applyCss();
        layout();
        double seen = scroll.getViewportBounds().getHeight();
        double hidden = body.getHeight() - seen;
        double bottom = problem.getBoundsInParent().getMaxY();
        if (!problem.getText().isEmpty() && bottom - scroll.getVvalue() * hidden > seen) {
            scroll.setVvalue(Math.min(1, (bottom - seen) / hidden));
        }
    }

    private HBox buttons(Command export, Command card) {
        Button reset = new Button();
        reset.setTooltip(new Tooltip("The settings as they were when the lab was opened"));
        reset.setOnAction(e -> model.reset());
        return new HBox(
                8,
                named(reset, "reset", "Reset"),
                named(export.button(), "export", "Export…"),
                named(card.button(), "card", "Lesson card"));
    }

    private static Button named(Button button, String id, String text) {
        button.setId("lab-" + id);
        button.setText(text);
        return Controls.whole(button);
    }

    private void show(@Nullable Setup<?> setup) {
        Optional.ofNullable(setup).map(s -> s.lab().about()).ifPresent(this::show);
        tell();
    }

    /** What is said stands there after the first change; of a run before it, and what to notice when it is through. */
    private void tell() {
        boolean goesOn = model.results.work.running().get();
        boolean waits = model.waits();
        LabLook look = model.look().get();
        boolean ran =
                look != null && look.outcome().first() == 0 && look.outcome().length() > 1;
        heading.setText(waits && !ran ? "Before the run" : goesOn ? "So far" : "What to notice");
        notice.setVisible(!goesOn && !waits);
        boolean seen = !model.held.get() && (model.changed() || waits || goesOn || ran);
        noticed.setVisible(seen);
        noticed.setManaged(seen);
    }

    private void show(About about) {
        if (!about.question().equals(question.getText())) { // another lab begins at its question
            scroll.setVvalue(0);
            Platform.runLater(this::reveal);
        }
        crumbs.setText("Labs ▸ " + about.group().label());
        question.setText(about.question());
        task.setText(about.task());
        notice.setText(about.notice());
    }
}
