package app.regard.ui.export;

import app.regard.draw.Theme;
import app.regard.export.picture.Format;
import app.regard.export.picture.Ground;
import app.regard.export.picture.What;
import app.regard.stage.Words;
import app.regard.ui.kit.Controls;
import app.regard.ui.session.ViewState;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The choices for a picture; what makes no sense now is grey. */
final class ExportForm extends VBox {
    private static final double LEAST_PACE = 0.1;
    private static final double MOST_PACE = 600;

    private final PictureExport pictureExport;
    private final ObjectProperty<PictureChoices> choices;
    private final List<Runnable> follow = new ArrayList<>();
    private final Map<What, RadioButton> whats = new EnumMap<>(What.class);
    private final Node otherwise;
    private final TextField pace = new TextField();
    private final Label problem = new Label();

    ExportForm(PictureExport pictureExport) {
        this.pictureExport = pictureExport;
        this.choices = pictureExport.choices();
        getStyleClass().add("export-form");
        setMinHeight(USE_PREF_SIZE);
        GridPane grid = new GridPane(14, 12);
        row(
                grid,
                0,
                "Show",
                choices.get().what().isPresent()
                        ? whatChoice()
                        : new Label(pictureExport.exportable().what()));
        HBox formats = segments(
                "format",
                List.of(Format.values()),
                f -> f.name(),
                PictureChoices::format,
                PictureChoices::with,
                (c, f) -> c.offers(f));
        row(grid, 1, "Format", formats);
        otherwise = formats.getChildren().get(0);
        row(
                grid,
                2,
                "Size",
                segments(
                        "size",
                        List.of(1, 2, 3, 4),
                        s -> s + "×",
                        PictureChoices::scale,
                        PictureChoices::withScale,
                        (c, s) -> c.pixels()));
        row(
                grid,
                3,
                "Theme",
                segments(
                        "theme-of-picture",
                        List.of(Theme.values()),
                        t -> t == Theme.LIGHT ? "Light" : "Dark",
                        c -> c.themeFor(pictureExport.shown()),
                        PictureChoices::with,
                        (c, t) -> c.offersTheme()));
        row(
                grid,
                4,
                "Ground",
                segments(
                        "ground",
                        List.of(Ground.values()),
                        g -> g == Ground.THEME ? "Theme’s" : g == Ground.WHITE ? "White" : "Transparent",
                        PictureChoices::ground,
                        PictureChoices::with,
                        PictureChoices::offers));
        GridPane parts = new GridPane(18, 8);
        parts.add(
                check(
                        "focus",
                        "Focused word",
                        PictureChoices::focus,
                        PictureChoices::withFocus,
                        PictureChoices::offersFocus),
                0,
                0);
        parts.add(
                check(
                        "labels",
                        "Labels",
                        PictureChoices::labels,
                        PictureChoices::withLabels,
                        PictureChoices::offersLabels),
                1,
                0);
        parts.add(
                check(
                        "legend",
                        "Legend",
                        PictureChoices::legend,
                        PictureChoices::withLegend,
                        PictureChoices::offersLegend),
                0,
                1);
        parts.add(check("caption", "Caption", PictureChoices::caption, PictureChoices::withCaption, c -> true), 1, 1);
        row(grid, 5, "With", parts);
        row(grid, 6, "Pace", paceField());
        problem.getStyleClass().add("problem");
        problem.setId("export-pace-problem");
        problem.setWrapText(true);
        problem.setMaxWidth(300);
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        getChildren().addAll(grid, problem);
        follow();
    }

    /** What the keyboard begins with. */
    Node first() {
        return choices.get().what().<Node>map(whats::get).orElse(otherwise);
    }

    /** Takes over what was changed elsewhere. */
    void follow() {
        follow.forEach(Runnable::run);
    }

    private static void row(GridPane grid, int row, String name, Node control) {
        Label label = new Label(name);
        label.getStyleClass().add("quiet");
        label.setMinWidth(USE_PREF_SIZE);
        GridPane.setValignment(label, control instanceof HBox ? VPos.CENTER : VPos.TOP);
        grid.add(label, 0, row);
        grid.add(control, 1, row);
    }

    private Node whatChoice() {
        VBox box = new VBox(7);
        ToggleGroup group = new ToggleGroup();
        for (What what : What.values()) {
            RadioButton button = new RadioButton();
            button.setId("export-" + what.name().toLowerCase(java.util.Locale.ROOT));
            button.setToggleGroup(group);
            button.setMaxWidth(300);
            Controls.arrowsAct(button);
            button.setOnAction(e -> choices.set(choices.get().with(what)));
            whats.put(what, button);
            box.getChildren().add(button);
            follow.add(() -> {
                button.setText(name(what));
                button.setSelected(choices.get().what().filter(what::equals).isPresent());
                button.setDisable(!pictureExport.offers(what));
                Controls.show(button, what != What.PATCHES || pictureExport.offers(what)); // few files are of images
            });
        }
        return box;
    }

    private String name(What what) {
        ViewState is = pictureExport.shown();
        return switch (what) {
            case HEATMAP -> "Heat map";
            case STAGE -> "This stage: " + is.content().title(is.focus().stage());
            case ARCS -> "Words with arcs";
            case BARS ->
                "Bars of " + Words.quoted(is.weights().from().word(is.focus().query()));
            case PATCHES -> "Row over the patches";
            case SHEET -> "All eight stages";
        };
    }

    private <T> HBox segments(
            String id,
            List<T> values,
            Function<T, String> name,
            Function<PictureChoices, T> read,
            BiFunction<PictureChoices, T, PictureChoices> write,
            java.util.function.BiPredicate<PictureChoices, T> offers) {
        HBox box = new HBox();
        box.getStyleClass().add("segments");
        ToggleGroup group = new ToggleGroup();
        for (T value : values) {
            ToggleButton button = Controls.segment(name.apply(value), group);
            button.setId("export-" + id + "-" + name.apply(value).toLowerCase(java.util.Locale.ROOT));
            button.setAccessibleText(id.replace('-', ' ') + ": " + name.apply(value));
            button.setOnAction(e -> choices.set(write.apply(choices.get(), value)));
            box.getChildren().add(button);
            follow.add(() -> {
                button.setSelected(value.equals(read.apply(choices.get())));
                button.setDisable(!offers.test(choices.get(), value));
            });
        }
        Controls.join(box);
        return box;
    }

    private CheckBox check(
            String id,
            String name,
            Predicate<PictureChoices> read,
            BiFunction<PictureChoices, Boolean, PictureChoices> write,
            Predicate<PictureChoices> offers) {
        CheckBox box = new CheckBox(name);
        box.setId("export-with-" + id);
        box.setOnAction(e -> choices.set(write.apply(choices.get(), box.isSelected())));
        follow.add(() -> {
            box.setSelected(read.test(choices.get()));
            box.setDisable(!offers.test(choices.get()));
        });
        return box;
    }

    private HBox paceField() {
        pace.setId("export-pace");
        pace.setPrefColumnCount(4);
        pace.setAccessibleText("How many seconds a film shows each stage");
        pace.setText(plain(choices.get().pace()));
        pace.textProperty().addListener((o, was, is) -> take(is));
        Label unit = new Label("seconds a stage, for GIF");
        unit.getStyleClass().add("quiet");
        HBox box = new HBox(8, pace, unit);
        box.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        follow.add(() -> box.setDisable(!choices.get().film()));
        return box;
    }

    private void take(String text) {
        try {
            double seconds = Double.parseDouble(text.strip().replace(',', '.'));
            if (seconds >= LEAST_PACE && seconds <= MOST_PACE) {
                problem.setText("");
                choices.set(choices.get().withPace(seconds));
                return;
            }
        } catch (NumberFormatException e) {
            // said below, as a pace that is too long or too short
        }
        problem.setText("Type how many seconds each stage is shown, from 0.1 to 600.");
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
