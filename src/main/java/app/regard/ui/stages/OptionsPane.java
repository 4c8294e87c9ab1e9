package app.regard.ui.stages;

import app.regard.draw.DecimalFormatter;
import app.regard.trace.Experiment;
import app.regard.trace.Mask;
import app.regard.trace.Positions;
import app.regard.ui.kit.NumberFields;
import app.regard.ui.session.Workspace;
import java.util.OptionalLong;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The options that decide the numbers besides words and head: seed, mask, positions, temperature. */
final class OptionsPane extends GridPane {
    private final Workspace session;
    private final TextField seed = new TextField();
    private final Button generate = new Button("Generate");
    private final ComboBox<String> mask = new ComboBox<>();
    private final TextField radius = new TextField("2");
    private final ComboBox<String> positions = new ComboBox<>();
    private final TextField strength = new TextField();
    private final TextField temperature = new TextField();
    private final CheckBox scaling = new CheckBox("÷√dₖ");
    private final Label problem = new Label();
    private final NumberFields typed = new NumberFields();
    private boolean showing;

    /** @param names the column of names, as wide as in the pane around */
    OptionsPane(Workspace session, ColumnConstraints names) {
        this.session = session;
        setHgap(12);
        setVgap(10);
        getColumnConstraints().setAll(names);
        mask.getItems().addAll("none", "causal", "local window");
        positions.getItems().addAll("none", "sinusoidal");
        row(0, "Seed", new HBox(8, seed, generate));
        name(seed, "seed", "Seed of the random projections");
        name(generate, "generate", "Generate new random projections");
        row(1, "Mask", line(mask, "± words", radius));
        name(mask, "mask", "Mask");
        name(radius, "radius", "How many words the local window reaches to either side");
        row(2, "Positions", line(positions, "strength λ", strength));
        name(positions, "positions", "Positions");
        name(strength, "strength", "Strength of the positions; 1 is the paper’s formula");
        row(3, "Temperature", new HBox(12, temperature, scaling));
        name(scaling, "scaling", "Scores divided by the root of d k, as in the paper’s formula");
        name(temperature, "temperature", "Temperature; 1 is the paper’s formula");
        seed.setPrefColumnCount(9);
        radius.setPrefColumnCount(4);
        strength.setPrefColumnCount(5);
        temperature.setPrefColumnCount(5);
        temperature.setMaxWidth(Region.USE_PREF_SIZE);
        problem.getStyleClass().add("problem");
        problem.setId("head-problem");
        problem.setWrapText(true);
        problem.setMaxWidth(300);
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        add(problem, 0, 4, 2, 1);
        act();
    }

    /** Whether a list is open, which Escape closes first. */
    boolean choosing() {
        return mask.isShowing() || positions.isShowing();
    }

    /** What is wrong with what was typed or chosen. */
    void say(String text) {
        problem.setText(text);
    }

    private static HBox line(Node choice, String label, Node field) {
        Label name = new Label(label);
        name.getStyleClass().add("quiet");
        name.disableProperty().bind(field.disableProperty());
        HBox line = new HBox(8, choice, name, field);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void row(int row, String label, Node control) {
        Label name = new Label(label);
        name.getStyleClass().add("quiet");
        add(name, 0, row);
        add(control, 1, row);
    }

    private static void name(Node control, String id, String spoken) {
        control.setId(id);
        control.setAccessibleText(spoken);
    }

    /** The controls follow the experiment. */
    void show(Experiment e) {
        showing = true;
        OptionalLong drawn = e.source().randomSeed();
        seed.setText(drawn.isPresent() ? Long.toString(drawn.getAsLong()) : "");
        seed.setPromptText("random");
        mask.setValue(
                switch (e.mask().kind()) {
                    case NONE -> "none";
                    case CAUSAL -> "causal";
                    case LOCAL, LOCAL_CAUSAL -> "local window";
                });
        if (e.mask().near()) {
            radius.setText(Integer.toString(e.mask().radius()));
        }
        radius.setDisable(!e.mask().near());
        positions.setValue(e.positions().on() ? "sinusoidal" : "none");
        strength.setText(e.positions().on() ? plain(e.positions().strength()) : "0.25");
        positions.setDisable(!e.source().traits().positions()); // they are inside
        strength.setDisable(!e.positions().on());
        temperature.setText(plain(e.temperature()));
        scaling.setSelected(e.scaled());
        say("");
        showing = false;
    }

    private static String plain(double v) {
        return DecimalFormatter.chosen(v).replace('−', '-');
    }

    private void act() {
        generate.setOnAction(e -> session.generate());
        onDone(seed, () -> NumberFields.whole(seed.getText())
                .ifPresentOrElse(
                        session::useSeed,
                        () -> say(seed.getText().isBlank() ? "" : "The seed is a whole number: type one, such as 7.")));
        mask.setOnAction(e -> unlessShowing(this::useMask));
        onDone(radius, this::useMask);
        positions.setOnAction(e -> unlessShowing(this::usePositions));
        onDone(strength, this::usePositions);
        scaling.setOnAction(e -> unlessShowing(() -> session.change(x -> x.withScaling(scaling.isSelected()))));
        onDone(temperature, () -> NumberFields.number(temperature.getText())
                .filter(t -> t >= 0.0001 && t <= 1000)
                .ifPresentOrElse(
                        t -> session.change(x -> x.withTemperature(t)),
                        () -> say("Type a temperature from 0.0001 to 1000; 1 is the paper’s formula.")));
    }

    private void useMask() {
        if ("local window".equals(mask.getValue())) {
            NumberFields.whole(radius.getText())
                    .filter(r -> r >= 0 && r <= 512)
                    .ifPresentOrElse(
                            r -> session.change(x -> x.withMask(Mask.local(r.intValue()))),
                            () -> say("The window is a whole number of words from 0 to 512."));
        } else {
            session.change(x -> x.withMask("causal".equals(mask.getValue()) ? Mask.CAUSAL : Mask.NONE));
        }
    }

    private void usePositions() {
        if ("none".equals(positions.getValue())) {
            session.change(x -> x.withPositions(Positions.NONE));
        } else {
            NumberFields.number(strength.getText())
                    .filter(s -> Math.abs(s) <= 1000)
                    .ifPresentOrElse(
                            s -> session.change(x -> x.withPositions(Positions.sinusoidal(s))),
                            () -> say(
                                    "The strength is a number; 1 is the paper’s formula, 0.25 suits the simple table."));
        }
    }

    private void onDone(TextField field, Runnable action) {
        typed.onDone(field, () -> {
            say("");
            action.run();
        });
    }

    private void unlessShowing(Runnable action) {
        if (!showing) {
            action.run();
        }
    }
}
