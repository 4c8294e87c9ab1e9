package app.regard.ui.lab;

import app.regard.lab.Form;
import app.regard.lab.Setting;
import app.regard.lab.Setup;
import app.regard.ui.kit.Controls;
import app.regard.ui.kit.TextLimit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The controls of a lab, made from its list of settings. */
final class LabControls extends VBox {
    private static final double NUMBER = 64;
    private static final double BESIDE = 150;

    /** Choices of longer names stand below what they are of, where they find room. */
    private static final int MOST_BESIDE = 18;

    /** A slider of more values than these could not be set to one of them. */
    private static final double MOST_ON_SLIDER = 5000;

    private final LabModel model;
    private final Map<String, Consumer<String>> follow = new LinkedHashMap<>();
    private List<String> made = List.of();

    /** Whether values are being taken over, so that nothing is asked for. */
    private boolean following;

    LabControls(LabModel model) {
        super(8);
        this.model = model;
        model.setup().addListener((o, was, is) -> show(is));
        show(model.setup().get());
    }

    private void show(@Nullable Setup<?> setup) {
        if (setup == null) {
            return;
        }
        List<? extends Setting<?>> settings = setup.settings();
        rows(settings);
        following = true;
        setup.state().settings().forEach((name, value) -> {
            Consumer<String> control = follow.get(name);
            if (control != null) {
                control.accept(value);
            }
        });
        following = false;
    }

    /** Makes those controls anew whose form is another one: where one is typed into, it keeps the keyboard. */
    private void rows(List<? extends Setting<?>> settings) {
        List<String> wanted =
                settings.stream().map(s -> s.name() + ": " + s.form()).toList();
        boolean all = wanted.size() != made.size();
        if (all) {
            follow.clear();
            getChildren().clear();
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (all) {
                getChildren().add(control(settings.get(i)));
            } else if (!wanted.get(i).equals(made.get(i))) {
                follow.remove(settings.get(i).name());
                getChildren().set(i, control(settings.get(i)));
            }
        }
        made = wanted;
    }

    private void ask(String name, String value) {
        if (!following) {
            model.set(name, value);
        }
    }

    /** A setting's control; a gesture needs none. */
    private Node control(Setting<?> setting) {
        String name = setting.name();
        Form form = setting.form();
        if (form instanceof Form.Range range) {
            return range(setting, range);
        }
        if (form instanceof Form.Choice choice) {
            return choice(setting, choice);
        }
        if (form instanceof Form.Flag) {
            CheckBox box = new CheckBox(setting.help());
            box.setId("lab-" + name);
            box.setOnAction(e -> ask(name, box.isSelected() ? "on" : "off"));
            follow.put(name, value -> box.setSelected(value.equals("on")));
            return box;
        }
        if (form instanceof Form.Line line) {
            return line(setting, line);
        }
        if (form instanceof Form.Press) {
            Button button = Controls.button("lab-" + name, setting.help(), () -> ask(name, ""));
            return button;
        }
        Region none = new Region();
        none.setManaged(false);
        return none;
    }

    /** A line of text is followed while it is typed, and otherwise taken as a number is. */
    private Node line(Setting<?> setting, Form.Line line) {
        TextField field = field(setting);
        field.setTextFormatter(TextLimit.sentence(model::tell));
        field.setPromptText(line.empty().isEmpty() ? "" : "empty: " + line.empty());
        field.textProperty().addListener((o, was, is) -> {
            if (line.read(is).isPresent()) {
                ask(setting.name(), is);
            }
        });
        return below(setting, field);
    }

    private static VBox below(Setting<?> setting, Control control) {
        VBox below = new VBox(4, label(setting, control), control);
        control.setMinWidth(0); // a long choice is shortened there, and pushes nothing out of the column
        return below;
    }

    private static HBox row(Setting<?> setting, Control control) {
        HBox row = new HBox(8, label(setting, control), control);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /** A label that takes the lines that it needs, and never the room of what it is of. */
    private static Label label(Setting<?> setting, Control of) {
        Label label = new Label(setting.help());
        label.setLabelFor(of);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        of.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private TextField field(Setting<?> setting) {
        TextField field = new TextField();
        field.setId("lab-" + setting.name());
        field.setPrefColumnCount(7);
        field.setAccessibleText(setting.help() + ": " + setting.form().allowed());
        field.setOnAction(e -> ask(setting.name(), field.getText()));
        field.focusedProperty().addListener((o, was, is) -> {
            if (was) {
                ask(setting.name(), field.getText());
            }
        });
        follow.put(setting.name(), value -> {
            boolean typing =
                    field.isFocused() && setting.form().read(field.getText()).equals(Optional.of(value));
            if (!typing && !field.getText().equals(value)) {
                field.setText(value);
            }
        });
        return field;
    }

    private Node choice(Setting<?> setting, Form.Choice choice) {
        List<String> values = java.util.stream.IntStream.range(
                        0, choice.values().size())
                .mapToObj(choice::text)
                .toList();
        ComboBox<String> box = new ComboBox<>();
        Controls.named(box, "lab-" + setting.name(), setting.help());
        box.getItems().setAll(values);
        box.setConverter(Controls.labels(choice::name));
        box.valueProperty().addListener((o, was, is) -> {
            if (is != null) {
                ask(setting.name(), is);
            }
        });
        follow.put(setting.name(), box::setValue);
        boolean wide =
                choice.values().stream().anyMatch(value -> choice.name(value).length() > MOST_BESIDE);
        box.setMaxWidth(wide ? Double.MAX_VALUE : BESIDE);
        return wide ? below(setting, box) : row(setting, box);
    }

    private Node range(Setting<?> setting, Form.Range range) {
        TextField number = field(setting);
        number.setMaxWidth(NUMBER);
        number.setPrefWidth(NUMBER);
        number.setAlignment(Pos.CENTER);
        if (!range.log() && (range.high() - range.low()) / range.step() > MOST_ON_SLIDER) {
            return row(setting, number);
        }
        Slider slider = range.log()
                ? new Slider(log(range.low()), log(range.high()), log(range.low()))
                : new Slider(range.low(), range.high(), range.low());
        Controls.named(slider, "lab-" + setting.name() + "-slider", setting.help());
        double step = range.log() ? 1 : range.step();
        slider.setBlockIncrement(step);
        slider.setMajorTickUnit(step);
        slider.setMinorTickCount(0);
        slider.setSnapToTicks(true);
        slider.valueProperty().addListener((o, was, is) -> {
            double value = range.log()
                    ? Math.rint(Math.pow(2, is.doubleValue()))
                    : range.low() + Math.rint((is.doubleValue() - range.low()) / range.step()) * range.step();
            String text = Form.Range.plain(Math.round(value * 1e9) / 1e9);
            if (!text.equals(number.getText())) {
                ask(setting.name(), text);
            }
        });
        Consumer<String> typed = java.util.Objects.requireNonNull(follow.get(setting.name()), "the field follows");
        follow.put(setting.name(), value -> {
            typed.accept(value);
            double at = Double.parseDouble(value);
            slider.setValue(range.log() ? log(at) : at);
        });
        HBox ends = new HBox(
                Controls.quiet(Form.Range.plain(range.low())),
                Controls.spring(),
                Controls.quiet(Form.Range.plain(range.high())));
        return new VBox(4, row(setting, number), slider, ends);
    }

    private static double log(double value) {
        return Math.log(value) / Math.log(2);
    }
}
