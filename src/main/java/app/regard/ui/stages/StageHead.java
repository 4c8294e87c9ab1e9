package app.regard.ui.stages;

import app.regard.stage.Stages;
import app.regard.ui.kit.Controls;
import app.regard.ui.session.ViewState;
import app.regard.ui.session.Workspace;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The stage's number and name, and its text at the level that the reader chose. */
final class StageHead extends VBox {
    /** The level at which a stage explains itself. */
    enum Level {
        /** In words. */
        PLAIN("Plain"),
        /** As formulas with shapes. */
        FORMULA("Formula"),
        /** As NumPy. */
        CODE("Code");

        private final String label;

        Level(String label) {
            this.label = label;
        }
    }

    /** The height of a line over the size of its letters. */
    private static final double LINE = 1.36;

    private final Label step = new Label();
    private final Label title = new Label();
    private final Label text = new Label() {
        /** Room for three lines in every stage, so that stepping moves nothing below. */
        @Override
        protected double computePrefHeight(double width) {
            return Math.max(super.computePrefHeight(width), 3 * getFont().getSize() * LINE);
        }
    };
    private final HBox top = new HBox(12);
    private final HBox below = new HBox();
    private final VBox names;
    private final HBox segments;
    private final FlowPane chips = new FlowPane(6, 3);
    private final HBox line = new HBox(10);
    private final ToggleGroup levels = new ToggleGroup();

    StageHead(Workspace session) {
        getStyleClass().add("stage-head");
        step.getStyleClass().add("step");
        title.getStyleClass().add("stage-title");
        title.setId("title");
        text.getStyleClass().add("stage-text");
        text.setId("text");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        setMinHeight(Region.USE_PREF_SIZE);
        setMinWidth(0); // else the pane could never become so narrow that the buttons go below
        names = new VBox(1);
        step.setMinWidth(Region.USE_PREF_SIZE);
        segments = segments();
        title.setMinWidth(Region.USE_PREF_SIZE);
        top.setAlignment(Pos.BOTTOM_LEFT);
        getChildren().addAll(top, below, text);
        widthProperty().addListener((o, was, is) -> arrange());
        levels.selectedToggleProperty()
                .addListener((o, was, is) -> show(session.shown().get()));
        session.shown().addListener((o, was, is) -> {
            boolean same = was.content().equals(is.content())
                    && was.focus().stage() == is.focus().stage()
                    && was.focus().query() == is.focus().query();
            if (!same) {
                show(is);
            }
        });
        show(session.shown().get());
    }

    private HBox segments() {
        HBox box = new HBox();
        box.getStyleClass().add("segments");
        box.setMaxHeight(Region.USE_PREF_SIZE);
        for (Level level : Level.values()) {
            ToggleButton button = Controls.segment(level.label, levels);
            button.setUserData(level);
            button.setAccessibleText("Explain: " + level.label);
            box.getChildren().add(button);
        }
        Controls.join(box);
        levels.selectToggle(levels.getToggles().get(0));
        return box;
    }

    /** Beside the title, or below it where both do not fit. */
    private void arrange() {
        double wide = chips.getChildren().stream()
                .mapToDouble(c -> c.prefWidth(-1) + 6)
                .sum();
        boolean one = step.prefWidth(-1) + 10 + wide <= getWidth(); // else the chips have lines of their own
        chips.setPrefWrapLength(one ? Math.max(1, wide) : Math.max(1, getWidth()));
        line.getChildren().setAll(one ? List.of(step, chips) : List.of(step));
        names.getChildren().setAll(one ? List.of(line, title) : List.of(line, chips, title));
        boolean beside = names.prefWidth(-1) + segments.prefWidth(-1) + 24 <= getWidth();
        if (beside != top.getChildren().contains(segments) || top.getChildren().isEmpty()) {
            below.getChildren().clear();
            top.getChildren().setAll(beside ? List.of(names, Controls.spring(), segments) : List.of(names));
            below.getChildren().setAll(beside ? List.of() : List.of(segments));
            below.setManaged(!beside);
        }
    }

    private void show(ViewState is) {
        step.setText("STEP " + is.focus().stage() + " / " + Stages.ALL.size());
        step.setAccessibleText("Step " + is.focus().stage() + " of " + Stages.ALL.size());
        title.setText(is.content().title(is.focus().stage()));
        Level level = levels.getSelectedToggle() == null
                ? Level.PLAIN
                : (Level) levels.getSelectedToggle().getUserData();
        text.setText(
                switch (level) {
                    case PLAIN ->
                        is.content().plain(is.focus().stage(), is.focus().query());
                    case FORMULA -> is.content().formula(is.focus().stage());
                    case CODE -> is.content().code(is.focus().stage());
                });
        text.pseudoClassStateChanged(Controls.CODE, level == Level.CODE);
        chips.getChildren().setAll(Chips.of(is.content().chips()));
        chips.applyCss(); // how wide they are is known only with their style
        arrange();
    }
}
