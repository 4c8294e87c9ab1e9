package app.regard.ui.stages;

import app.regard.draw.Formula;
import app.regard.source.LoneWeights;
import app.regard.stage.Stages;
import app.regard.ui.kit.Controls;
import app.regard.ui.kit.FormulaView;
import app.regard.ui.session.ViewState;
import app.regard.ui.session.Workspace;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The stage's name and number, its text at the level that the reader chose, and what there is to notice in an example. */
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

    private static final double GAP = 12;

    /** In a pane lower than this, in text of the usual size, no line stands free. */
    private static final double LOW = 560;

    /** In one lower than this, as on a wall, two lines of text are shown, and all of it in their tip: matrices before texts. */
    private static final double LOWEST = 475;

    private static final String ASK = "The weights stay hidden until stage " + LoneWeights.STAGE
            + ": guess first where each word looks. Shift+R shows a row.";

    /** How wide a letter of code is at most, in sizes of the text's letters. */
    private static final double CODE_WIDTH = 0.62;

    private final Label title = new Label();
    private final Label step = new Label();
    private final StageText text = new StageText();
    private final FormulaView formula = new FormulaView();
    private final TextArea code = new TextArea();
    private final StackPane body = new StackPane(text, formula, code) {
        /** Room for as many lines in every stage, so that stepping moves nothing below. */
        @Override
        protected double computePrefHeight(double width) {
            double least = text.room();
            return text.isBrief() && text.isManaged() ? least : Math.max(super.computePrefHeight(width), least);
        }
    };
    private final Label hint = new Label();

    /** The line of the hint; without one the chips stand there. */
    private final StackPane line = new StackPane(hint);

    private final HBox top = new HBox(GAP);
    private final HBox below = new HBox(GAP);
    private final HBox segments;
    private final Region spring = Controls.spring();
    private final Chips chips = new Chips();
    private final Button keep = Controls.whole(new Button()); // chips give way first
    private String told = "";
    private boolean low;
    private final ToggleGroup levels = new ToggleGroup();
    private final Workspace session;

    StageHead(Workspace session) {
        this.session = session;
        getStyleClass().add("stage-head");
        title.getStyleClass().add("stage-title");
        title.setId("title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        step.getStyleClass().add("step");
        step.setId("step");
        step.setMinWidth(Region.USE_PREF_SIZE);
        formula.setId("formula");
        code.setId("code");
        code.getStyleClass().add("stage-code");
        code.setEditable(false);
        code.setWrapText(true);
        code.setAccessibleText("Code of this stage");
        body.setAlignment(Pos.TOP_LEFT);
        body.setMinHeight(Region.USE_PREF_SIZE);
        hint.getStyleClass().addAll("notice", "hint");
        hint.setId("hint");
        hint.setWrapText(true);
        hint.setMaxWidth(Double.MAX_VALUE);
        line.setAlignment(Pos.CENTER_LEFT);
        setMinHeight(Region.USE_PREF_SIZE);
        setMinWidth(0); // else the pane could never become so narrow that the buttons go below
        segments = new HBox(8, keep, segments());
        segments.setAlignment(Pos.CENTER_LEFT);
        Controls.named(keep, "keep", "Keep as before: compare what comes with what is shown now");
        keep.setTooltip(new Tooltip("Keep as before (B): what comes is compared with this; Shift+B exchanges the two"));
        keep.setOnAction(e -> session.experimentModel().keep());
        top.setAlignment(Pos.CENTER_LEFT);
        below.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(top, below, body, line);
        widthProperty().addListener((o, was, is) -> arrange());
        levels.selectedToggleProperty()
                .addListener((o, was, is) -> show(session.shown().get()));
        session.shown().addListener((o, was, is) -> {
            boolean same = was.content().equals(is.content())
                    && was.view().equals(is.view())
                    && was.experiment().equals(is.experiment())
                    && was.hides() == is.hides()
                    && was.focus().stage() == is.focus().stage();
            if (!same) {
                show(is);
            } else if (was.focus().query() != is.focus().query()) {
                tell(is);
            }
        });
        show(session.shown().get());
    }

    private HBox segments() {
        HBox box = new HBox();
        box.getStyleClass().add("segments");
        box.setMaxHeight(Region.USE_PREF_SIZE);
        box.setMinWidth(Region.USE_PREF_SIZE);
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

    /** Where a notice may lie: from the end of the text to that of the free line; where there is none, over the text. */
    Bounds noticePlace() {
        boolean free = line.isManaged() && hint.getText().isEmpty() && !chips.isManaged();
        Node said = text.isVisible() ? text : formula.isVisible() ? formula : code;
        double end = body.getLayoutY() + said.prefHeight(body.getWidth()) + getSpacing();
        double top = free ? Math.min(end, line.getLayoutY()) : body.getLayoutY();
        double bottom = free ? line.getLayoutY() + line.getHeight() : body.getLayoutY() + body.getHeight();
        return new BoundingBox(body.getLayoutX(), top, body.getWidth(), bottom - top);
    }

    /** The top of the line of text that a height goes through, so that what lies over the text cuts no line in two. */
    double lineAt(double y) {
        double high = text.line();
        return y <= body.getLayoutY() ? y : body.getLayoutY() + Math.floor((y - body.getLayoutY()) / high) * high;
    }

    /**
     * Gives texts as much room as a pane can spare.
     *
     * @param height of the pane, over the size of text
     * @return whether the pane is low
     */
    boolean fit(double height) {
        boolean nowLow = height > 0 && height < LOW;
        boolean nowBrief = height > 0 && height < LOWEST;
        if (nowLow != low || nowBrief != text.isBrief()) {
            low = nowLow;
            text.setBrief(nowBrief);
            room();
            arrange();
        }
        return low;
    }

    private void room() {
        boolean empty = hint.getText().isEmpty() && line.getMinHeight() < 0;
        Controls.show(line, !(text.isBrief() || (low && empty)));
        body.requestLayout();
    }

    /** All beside the title, or the levels below it where they do not fit there; chips take what room is left in the line. */
    private void arrange() {
        double letters = Math.max(20, getWidth() / (text.getFont().getSize() * CODE_WIDTH));
        code.setPrefRowCount(code.getText()
                .lines()
                .mapToInt(line -> (int) Math.ceil(Math.max(1, line.length()) / letters))
                .sum());
        double named = title.prefWidth(-1) + GAP + step.prefWidth(-1);
        boolean fits = named + 2 * GAP + segments.prefWidth(-1) <= getWidth();
        boolean free = line.isManaged() && hint.getText().isEmpty();
        List<Node> first = new ArrayList<>(List.of(title, step));
        List<Node> second = new ArrayList<>();
        (fits ? first : second).addAll(fits ? List.of(spring, segments) : List.of(segments));
        if (!free) {
            (fits ? first : second).add(fits ? 2 : 1, chips);
        }
        if (free != line.getChildren().contains(chips)
                || !top.getChildren().equals(first)
                || !below.getChildren().equals(second)) { // moving costs styling
            below.getChildren().clear();
            top.getChildren().clear();
            line.getChildren().setAll(free ? List.of(hint, chips) : List.of(hint));
            top.getChildren().setAll(first);
            below.getChildren().setAll(second);
        }
        below.setManaged(!second.isEmpty());
    }

    private void show(ViewState is) {
        int stage = is.focus().stage();
        title.setText(is.content().title(stage));
        step.setText(stage + " / " + Stages.ALL.size());
        step.setAccessibleText("Step " + stage + " of " + Stages.ALL.size());
        Level level = levels.getSelectedToggle() == null
                ? Level.PLAIN
                : (Level) levels.getSelectedToggle().getUserData();
        hint(is);
        tell(is);
        formula.show(Formula.of(is.content().formula(stage)), is.view());
        if (!code.getText().equals(is.content().code(stage))) {
            code.setText(is.content().code(stage));
        }
        only(text, level == Level.PLAIN);
        only(formula, level == Level.FORMULA);
        only(code, level == Level.CODE);
        hint.pseudoClassStateChanged(Controls.EMPTY, hint.getText().isEmpty());
        room();
        boolean kept = is.content().before().filter(is.experiment()::equals).isPresent();
        keep.setText(kept ? "Let go" : "Keep");
        chips.show(is.content().chips());
        arrange();
    }

    /** A hint of a sentence that goes because something else was changed leaves its room: nothing moves. */
    private void hint(ViewState is) {
        String said = is.hides() ? ASK : session.library().notice(is.experiment()); // which tells an example's result
        boolean goes = said.isEmpty() && is.experiment().text().equals(told);
        if (goes && !hint.getText().isEmpty()) {
            line.setMinHeight(line.getHeight());
        } else if (!goes) {
            line.setMinHeight(USE_COMPUTED_SIZE);
        }
        told = is.experiment().text();
        hint.setText(said);
    }

    private void tell(ViewState is) {
        text.say(is.content().plain(is.focus().stage(), is.focus().query()), hint.getText());
    }

    private static void only(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
