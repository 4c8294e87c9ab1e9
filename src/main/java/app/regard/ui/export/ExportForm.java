package app.regard.ui.export;

import app.regard.draw.Theme;
import app.regard.export.picture.Format;
import app.regard.export.picture.Ground;
import app.regard.export.picture.What;
import app.regard.stage.Exportable;
import app.regard.stage.Words;
import app.regard.text.Printable;
import app.regard.trace.Refusal;
import app.regard.ui.kit.Controls;
import app.regard.ui.kit.NumberFields;
import app.regard.ui.session.ViewState;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The choices for a picture; what makes no sense now is grey. */
final class ExportForm extends VBox {
    private static final double LEAST_PACE = 0.1;
    private static final double MOST_PACE = 600;

    private final PictureExport pictureExport;
    private final ObjectProperty<PictureChoices> choices;
    private final FormRows rows;
    private final Map<What, RadioButton> whats = new EnumMap<>(What.class);
    private final Node otherwise;
    private @Nullable CardRows cards;

    ExportForm(PictureExport pictureExport) {
        this.pictureExport = pictureExport;
        choices = pictureExport.choices();
        rows = new FormRows(choices);
        getStyleClass().add("export-form");
        setMinHeight(USE_PREF_SIZE);
        rows.add(
                "Show",
                "What the picture shows",
                choices.get().what().isPresent()
                        ? whatChoice()
                        : pictureExport
                                .cards()
                                .<Node>map(this::cards)
                                .orElseGet(() -> pieces(pictureExport.exportable())));
        HBox formats = rows.segments(
                "format",
                List.of(Format.values()),
                Format::name,
                PictureChoices::format,
                PictureChoices::with,
                PictureChoices::offers);
        rows.add("Format", "PNG: pixels; SVG and PDF: vectors with text as text; GIF: a film of all stages", formats);
        otherwise = cards == null ? formats.getChildren().get(0) : cards.first();
        rows.add(
                "Size",
                "Pixels to a unit, where no width says how many there are",
                rows.segments(
                        "size",
                        List.of(1, 2, 3, 4),
                        s -> s + "×",
                        PictureChoices::scale,
                        PictureChoices::withScale,
                        (c, s) -> c.offersScale()));
        new FigureStyleRows(pictureExport, rows);
        rows.add(
                "Theme",
                "Light or dark, whatever the window is",
                rows.segments(
                        "theme-of-picture",
                        List.of(Theme.values()),
                        t -> t == Theme.LIGHT ? "Light" : "Dark",
                        c -> c.themeFor(pictureExport.shown()),
                        PictureChoices::with,
                        (c, t) -> c.offersTheme()));
        rows.add(
                "Ground",
                "What lies behind the picture",
                rows.segments(
                        "ground",
                        List.of(Ground.values()),
                        g -> g == Ground.THEME ? "Theme’s" : g == Ground.WHITE ? "White" : "Transparent",
                        PictureChoices::ground,
                        PictureChoices::with,
                        PictureChoices::offers));
        rows.add("With", "What stands on the picture besides", parts());
        rows.add("Pace", "How long a film shows each stage", pace());
        getChildren().add(rows);
        follow();
    }

    private GridPane parts() {
        GridPane parts = new GridPane(18, 8);
        parts.add(
                rows.check(
                        "with-focus",
                        "Focused word",
                        PictureChoices::focus,
                        PictureChoices::withFocus,
                        PictureChoices::offersFocus),
                0,
                0);
        parts.add(
                rows.check(
                        "with-labels",
                        "Labels",
                        PictureChoices::labels,
                        PictureChoices::withLabels,
                        PictureChoices::offersLabels),
                1,
                0);
        parts.add(
                rows.check(
                        "with-legend",
                        "Legend",
                        PictureChoices::legend,
                        PictureChoices::withLegend,
                        PictureChoices::offersLegend),
                0,
                1);
        parts.add(
                rows.check("with-caption", "Caption", PictureChoices::caption, PictureChoices::withCaption, c -> true),
                1,
                1);
        return parts;
    }

    /** What the keyboard begins with. */
    Node first() {
        return choices.get().what().<Node>map(whats::get).orElse(otherwise);
    }

    /** Takes over what was changed elsewhere. */
    void follow() {
        rows.follow();
    }

    /** Whether something that was typed is refused. */
    BooleanExpression wrong() {
        return rows.wrong();
    }

    private CardRows cards(CardsExport begin) {
        CardRows made = new CardRows(begin, now -> pictureExport.other().set(Optional.of(now)));
        cards = made;
        return made;
    }

    /** All of it, or one of its pieces. */
    private Node pieces(Exportable all) {
        if (all.pieces().isEmpty()) {
            return new Label(all.what());
        }
        VBox box = new VBox(7);
        ToggleGroup group = new ToggleGroup();
        List<Exportable> pieces =
                Stream.concat(Stream.of(all), all.pieces().stream()).toList();
        for (Exportable piece : pieces) {
            RadioButton button = radio("part-" + box.getChildren().size(), group);
            button.setText(Printable.label(piece.what()));
            button.setSelected(piece == all);
            button.setOnAction(e -> pictureExport.other().set(Optional.of(piece)));
            box.getChildren().add(button);
        }
        return box;
    }

    private static RadioButton radio(String id, ToggleGroup group) {
        RadioButton button = new RadioButton();
        button.setId("export-" + id);
        button.setToggleGroup(group);
        button.setMnemonicParsing(false);
        button.setMaxWidth(300);
        Controls.arrowsAct(button);
        return button;
    }

    private Node whatChoice() {
        VBox box = new VBox(7);
        ToggleGroup group = new ToggleGroup();
        for (What what : What.values()) {
            RadioButton button = radio(what.name().toLowerCase(Locale.ROOT), group);
            button.setOnAction(e -> choices.set(choices.get().with(what)));
            whats.put(what, button);
            box.getChildren().add(button);
            rows.onChange(() -> {
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
                "Bars of " + Words.quoted(is.weights().from().shown(is.focus().query()));
            case PATCHES -> "Row over the patches";
            case SHEET -> "All eight stages";
        };
    }

    private VBox pace() {
        Entry pace = new Entry(
                "export-pace",
                "How many seconds a film shows each stage",
                4,
                plain(choices.get().pace()),
                text -> choices.set(choices.get().withPace(seconds(text))));
        rows.onChange(() -> pace.setDisable(!choices.get().film()));
        return rows.line(pace, Controls.quiet("seconds a stage, for GIF"));
    }

    private static double seconds(String text) {
        return NumberFields.number(text)
                .filter(s -> s >= LEAST_PACE && s <= MOST_PACE)
                .orElseThrow(() -> new Refusal("Type how many seconds each stage is shown, from 0.1 to 600."));
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
