package app.regard.ui.stages;

import app.regard.draw.Box;
import app.regard.draw.DecimalFormatter;
import app.regard.source.GivenCell;
import app.regard.ui.kit.Controls;
import app.regard.ui.session.CellEditing;
import app.regard.ui.session.CellEditing.Reset;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The field beside the cell that is open: its number can be typed, stepped or dragged, and taken back. */
final class CellEditor extends VBox {
    private static final double STEP = 0.1;
    private static final double GAP = 4;

    private final CellEditing editing;
    private final Runnable back;
    private final Label name = new Label();
    private final TextField field = new TextField();
    private final Label was = Controls.quiet("");
    private final Button matrix;
    private final Button bias = new Button();
    private String shown = "";

    /** @param back gives the keyboard back to the figure */
    CellEditor(CellEditing editing, Runnable back) {
        super(GAP);
        this.editing = editing;
        this.back = back;
        matrix = reset(Reset.MATRIX);
        setManaged(false);
        setVisible(false);
        setId("cell-editor");
        getStyleClass().add("cell-editor");
        name.getStyleClass().add("side-title");
        name.setId("cell-name");
        field.setId("cell-number");
        field.setPrefWidth(86);
        was.setId("cell-was");
        Label problem = new Label();
        problem.setId("cell-problem");
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        problem.setMaxWidth(300);
        problem.textProperty().bind(editing.problem());
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        Button cell = reset(Reset.CELL);
        cell.setText("Reset cell");
        Button all = reset(Reset.ALL);
        all.setText("all edits");
        bias.setMnemonicParsing(false);
        bias.setId("cell-bias");
        bias.setTooltip(new Tooltip("What is added to this column: a head without a bias gets one"));
        bias.setOnAction(e -> {
            editing.openBias();
            field.requestFocus();
        });
        HBox resets = new HBox(6, cell, matrix, all, bias);
        HBox line = new HBox(8, Controls.whole(name), field, Controls.whole(was));
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(line, problem, resets);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        editing.open().addListener((o, before, is) -> show(before, is));
        sceneProperty().addListener((o, old, scene) -> {
            if (scene != null) {
                scene.focusOwnerProperty().addListener((p, from, to) -> left(to));
            }
        });
    }

    /** The keyboard is elsewhere: what was typed is taken, if it is a number that fits. */
    private void left(@Nullable Node to) {
        Node at = to;
        while (at != null && at != this) {
            at = at.getParent();
        }
        if (at == null && isVisible() && !(typed() && editing.take(field.getText()))) {
            editing.close();
        }
    }

    private boolean typed() {
        return !field.getText().equals(shown);
    }

    private void key(KeyEvent e) {
        KeyCode code = e.getCode();
        double size = e.isShiftDown() ? 10 * STEP : e.isShortcutDown() ? STEP / 10 : STEP;
        if (code == KeyCode.UP || code == KeyCode.DOWN) {
            editing.move(code == KeyCode.UP ? size : -size);
        } else if (code == KeyCode.ENTER) {
            if (!typed()) {
                editing.close();
            } else {
                editing.take(field.getText());
            }
        } else {
            return;
        }
        e.consume();
    }

    private void show(@Nullable GivenCell before, @Nullable GivenCell cell) {
        boolean focused = getScene() != null && getScene().getFocusOwner() == field;
        setVisible(cell != null);
        if (cell == null) {
            if (focused) {
                back.run();
            }
            return;
        }
        String number = DecimalFormatter.chosen(cell.now()).replace('−', '-');
        name.setText(cell.name() + " =");
        was.setText((cell.ofMask() ? "1 seen, 0 hidden" : "↑ ↓ or drag")
                + (cell.yours() ? " · was " + DecimalFormatter.chosen(cell.was()) : ""));
        field.setAccessibleText(cell.name() + (cell.yours() ? ", yours" : "")
                + ". A number and Enter, arrow up and down change it, Esc leaves it as it was");
        if (!number.equals(shown) || before == null) {
            shown = number;
            field.setText(number);
            field.selectAll();
        }
        matrix.setText("all of " + cell.matrix());
        cell.bias().ifPresent(b -> bias.setText(b.matrix() + "[" + b.col() + "]"));
        Controls.show(bias, cell.bias().isPresent());
        if (before == null) {
            field.requestFocus();
        }
    }

    private Button reset(Reset which) {
        Button button = new Button();
        button.setMnemonicParsing(false);
        button.setId("cell-reset-" + which.name().toLowerCase(Locale.ROOT));
        button.setOnAction(e -> {
            editing.reset(which);
            field.requestFocus();
        });
        return button;
    }

    /** Opens the field for what is typed into it. */
    void type(String digit) {
        if (!digit.isEmpty()) {
            field.setText(digit);
            field.end();
        }
    }

    /** Lies below the cell, or above it where there is no room below. */
    void place(Optional<Box> cell, double width, double height) {
        autosize();
        cell.ifPresent(box -> {
            double below = box.bottom() + GAP;
            double y = below + getHeight() <= height ? below : Math.max(0, box.y() - GAP - getHeight());
            relocate(Math.max(0, Math.min(width - getWidth(), box.x() - GAP)), y);
        });
    }
}
