package app.regard.ui.export;

import app.regard.draw.ColourRange;
import app.regard.draw.DecimalFormatter;
import app.regard.draw.Ramp;
import app.regard.draw.View;
import app.regard.export.picture.FileSize;
import app.regard.trace.Refusal;
import app.regard.ui.kit.Controls;
import app.regard.ui.kit.NumberFields;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.CheckBox;

/** The rows for what the figures of a paper have in common: width, labels, decimals, colours and their range. */
final class FigureStyleRows {
    private static final double MOST = 1e6;

    private final PictureExport pictureExport;
    private final ObjectProperty<PictureChoices> choices;
    private final FormRows rows;

    FigureStyleRows(PictureExport pictureExport, FormRows rows) {
        this.pictureExport = pictureExport;
        this.rows = rows;
        choices = pictureExport.choices();
        size();
        rows.add(
                "Decimals",
                "How many decimals cells show",
                rows.segments(
                        "decimals",
                        List.of(0, 1, 2, 3, 4, 5, 6),
                        n -> Integer.toString(n),
                        c -> look().decimals(),
                        (c, n) -> c.with(c.figures().withDecimals(n)),
                        (c, n) -> true));
        rows.add(
                "Colours",
                "From nothing to the largest weight: blues, colours that all eyes tell apart, or greys",
                rows.segments(
                        "colours",
                        List.of(Ramp.values()),
                        r -> r == Ramp.BLUE ? "Blue" : r == Ramp.CIVIDIS ? "Cividis" : "Grey",
                        c -> look().ramp(),
                        (c, r) -> c.with(c.figures().with(r)),
                        (c, r) -> true));
        range();
    }

    private FigureStyle style() {
        return choices.get().figures();
    }

    private View look() {
        return style().of(pictureExport.shown().view());
    }

    private void change(UnaryOperator<FigureStyle> by) {
        choices.set(choices.get().with(by.apply(style())));
    }

    private void size() {
        String width = style().width().map(FileSize::typed).orElse("");
        String label = style().label() > 0 ? DecimalFormatter.chosen(style().label()) : "";
        Entry labels = new Entry("export-label-size", "Size of labels in points", 3, label, text -> {
            double points = text.isEmpty() ? 0 : FileSize.labels(withUnit(text, "pt"));
            change(s -> s.withLabel(points));
        });
        labels.setPromptText("7");
        Entry wide = new Entry("export-width", "Width of the picture in mm, cm, in or px", 6, width, text -> {
            Optional<FileSize> size =
                    text.isEmpty() ? Optional.empty() : Optional.of(FileSize.wide(withUnit(text, "mm")));
            change(s -> s.withWidth(size));
        });
        wide.setPromptText("85mm");
        wide.textProperty().addListener((o, was, is) -> {
            if (labels.wrong().get()) {
                labels.check();
            }
        });
        labels.textProperty().addListener((o, was, is) -> {
            if (wide.wrong().get()) {
                wide.check();
            }
        });
        rows.onChange(() ->
                labels.setDisable(style().width().isEmpty() && !wide.wrong().get()));
        rows.add(
                "Width",
                "On paper in mm, on a screen in px (600px); empty: the size that suits it, and pixels as chosen above",
                rows.line(wide, Controls.quiet("labels"), labels, Controls.quiet("pt")));
    }

    /** A number that is typed alone is one of the usual unit. */
    private static String withUnit(String text, String unit) {
        return NumberFields.number(text).isPresent() ? text + unit : text;
    }

    private void range() {
        double most = look().range().most();
        Entry end = new Entry(
                "export-range",
                "The weight at which the colours end",
                6,
                most > 0 ? DecimalFormatter.chosen(most) : "",
                text -> {
                    double number = text.isEmpty() ? 0 : above(text);
                    change(s -> s.with(new ColourRange(number, look().range().logarithmic())));
                });
        end.setPromptText("largest");
        CheckBox log = rows.check(
                "logarithmic",
                "logarithmic",
                c -> look().range().logarithmic(),
                (c, on) ->
                        c.with(c.figures().with(new ColourRange(look().range().most(), on))),
                c -> true);
        rows.add(
                "Range",
                "The weight at which the colours end, the same for all figures that are compared; empty: the largest of "
                        + "each. Logarithmic: equal steps of colour are equal ratios, over four powers of ten",
                rows.line(Controls.quiet("0 to"), end, log));
    }

    private static double above(String text) {
        return NumberFields.number(text)
                .filter(n -> n > 0 && n <= MOST)
                .orElseThrow(() -> new Refusal("Type a number above 0, as 0.5 (1 is the largest that a weight can be), "
                        + "or nothing for the largest of each figure."));
    }
}
