package app.regard.ui.export;

import app.regard.ui.kit.Controls;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The rows of the form for a picture: a name, and the controls that change one thing of the choices. */
final class FormRows extends GridPane {
    private static final double WIDEST_PROBLEM = 330;

    private final ObjectProperty<PictureChoices> choices;
    private final List<Runnable> follow = new ArrayList<>();
    private BooleanExpression wrong = new SimpleBooleanProperty(false);

    FormRows(ObjectProperty<PictureChoices> choices) {
        super(14, 10);
        this.choices = choices;
    }

    /** What is done whenever the choices change. */
    void onChange(Runnable what) {
        follow.add(what);
    }

    /** Takes over what was changed elsewhere. */
    void follow() {
        follow.forEach(Runnable::run);
    }

    /** Whether something that was typed is refused. */
    BooleanExpression wrong() {
        return wrong;
    }

    /** Adds a row. */
    void add(String name, String tip, Node control) {
        Label label = Controls.whole(Controls.quiet(name));
        setValignment(label, VPos.TOP);
        Node line = control instanceof VBox box ? box.getChildren().get(0) : control;
        if (line instanceof HBox beside) { // the name stays beside it when something is said below
            label.minHeightProperty().bind(beside.heightProperty());
        }
        int row = getRowCount();
        add(label, 0, row);
        add(control, 1, row);
        tip(control, new Tooltip(tip));
    }

    private static void tip(Node control, Tooltip tip) {
        if (control instanceof Control one && !(control instanceof Label)) {
            one.setTooltip(tip);
        } else if (control instanceof Parent box) {
            box.getChildrenUnmodifiable().forEach(child -> tip(child, tip));
        }
    }

    /** Several values beside each other, of which one is chosen. */
    <T> HBox segments(
            String id,
            List<T> values,
            Function<T, String> name,
            Function<PictureChoices, T> read,
            BiFunction<PictureChoices, T, PictureChoices> write,
            BiPredicate<PictureChoices, T> offers) {
        HBox box = new HBox();
        box.getStyleClass().add("segments");
        ToggleGroup group = new ToggleGroup();
        for (T value : values) {
            ToggleButton button = Controls.segment(name.apply(value), group);
            Controls.named(
                    button,
                    "export-" + id + "-" + name.apply(value).toLowerCase(Locale.ROOT),
                    id.replace('-', ' ') + ": " + name.apply(value));
            button.setOnAction(e -> choices.set(write.apply(choices.get(), value)));
            box.getChildren().add(button);
            onChange(() -> {
                button.setSelected(value.equals(read.apply(choices.get())));
                button.setDisable(!offers.test(choices.get(), value));
            });
        }
        Controls.join(box);
        return box;
    }

    /** A choice that is on or off. */
    CheckBox check(
            String id,
            String name,
            Predicate<PictureChoices> read,
            BiFunction<PictureChoices, Boolean, PictureChoices> write,
            Predicate<PictureChoices> offers) {
        CheckBox box = Controls.whole(new CheckBox(name));
        box.setId("export-" + id);
        box.setOnAction(e -> choices.set(write.apply(choices.get(), box.isSelected())));
        onChange(() -> {
            box.setSelected(read.test(choices.get()));
            box.setDisable(!offers.test(choices.get()));
        });
        return box;
    }

    /** Fields and what stands beside them in a line, and below it what is wrong with an entry. */
    VBox line(Node... parts) {
        HBox line = new HBox(8, parts);
        line.setAlignment(Pos.CENTER_LEFT);
        VBox box = new VBox(4, line);
        for (Node part : parts) {
            if (part instanceof Entry entry) {
                wrong = wrong.or(entry.wrong());
                box.getChildren().add(problem(entry));
            }
        }
        return box;
    }

    private static Label problem(Entry entry) {
        Label problem = new Label();
        problem.setId(entry.getId() + "-problem");
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        problem.setMaxWidth(WIDEST_PROBLEM);
        problem.setMinHeight(USE_PREF_SIZE);
        ObservableValue<String> text = entry.problem();
        problem.textProperty().bind(text);
        problem.managedProperty().bind(Bindings.isNotEmpty(entry.problem()));
        return problem;
    }
}
