package app.regard.ui.export;

import app.regard.draw.Theme;
import app.regard.draw.View;
import app.regard.export.picture.FileSize;
import app.regard.export.picture.Format;
import app.regard.export.picture.Ground;
import app.regard.export.picture.Picture;
import app.regard.export.picture.PictureStyle;
import app.regard.export.picture.What;
import app.regard.ui.session.ViewState;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The choices for a picture: what kind the reader wants. It always makes sense: what one choice rules out goes back to
 * what is usual.
 *
 * @param what which of the window's figures; empty where something else is taken away
 * @param scale pixels to a unit
 * @param theme light or dark, or null for the window's
 * @param pace how many seconds a film shows each stage
 * @param figures what the figures of a paper have in common
 */
public record PictureChoices(
        Optional<What> what,
        Format format,
        int scale,
        @Nullable Theme theme,
        Ground ground,
        boolean focus,
        boolean labels,
        boolean legend,
        boolean caption,
        double pace,
        FigureStyle figures) {
    public static final PictureChoices USUAL = new PictureChoices(
            Optional.of(What.HEATMAP),
            Format.PNG,
            2,
            null,
            Ground.THEME,
            true,
            true,
            true,
            true,
            3,
            FigureStyle.AS_SHOWN);

    public PictureChoices {
        if (format == Format.GIF && !shows(what, What.SHEET)) {
            format = Format.PNG;
        }
        if (format == Format.GIF && ground == Ground.TRANSPARENT) {
            ground = Ground.THEME;
        }
    }

    private static boolean shows(Optional<What> what, What one) {
        return what.filter(one::equals).isPresent();
    }

    /** The words' own figures, which have neither labels of rows nor another focus than theirs. */
    private boolean ofWord() {
        return shows(what, What.ARCS) || shows(what, What.BARS);
    }

    /** Only what has stages to show one after the other becomes a film. */
    boolean offers(Format other) {
        return other != Format.GIF || shows(what, What.SHEET);
    }

    /** A film's frames cover each other. */
    boolean offers(Ground other) {
        return other != Ground.TRANSPARENT || format != Format.GIF;
    }

    /** On white there is only ink that shows on white. */
    boolean offersTheme() {
        return ground != Ground.WHITE;
    }

    /** Arcs and bars are nothing but the focused word's. */
    boolean offersFocus() {
        return what.isPresent() && !ofWord();
    }

    boolean offersLabels() {
        return !ofWord() && !shows(what, What.PATCHES);
    }

    boolean offersLegend() {
        return what.isEmpty() || shows(what, What.HEATMAP) || shows(what, What.PATCHES);
    }

    /** How large the picture is in its file. */
    FileSize size() {
        return figures.width().orElse(FileSize.scaled(scale));
    }

    /** Pixels to a unit are chosen where there are pixels, and no width says how many. */
    boolean offersScale() {
        return pixels() && figures.width().isEmpty();
    }

    boolean pixels() {
        return format == Format.PNG || format == Format.GIF;
    }

    boolean film() {
        return format == Format.GIF;
    }

    private View view(ViewState is) {
        return figures.of(is.view()).withTheme(themeFor(is)).withLabels(labels).withLegend(legend);
    }

    /** How the picture looks, whatever it shows. */
    PictureStyle style(ViewState is) {
        return new PictureStyle(view(is), ground, caption, figures.units(), 0);
    }

    /** The picture of the window's figures. */
    public Picture picture(ViewState is) {
        return Picture.of(what.orElseThrow(), is.focus().stage(), is.focus().query(), style(is))
                .withFocus(focus || !offersFocus())
                .withVariant(shows(what, What.STAGE) ? is.variant() : 0);
    }

    Theme themeFor(ViewState is) {
        return theme == null ? is.view().theme() : theme;
    }

    public PictureChoices with(What other) {
        return new PictureChoices(
                Optional.of(other), format, scale, theme, ground, focus, labels, legend, caption, pace, figures);
    }

    /** The same for something else than the window's figures. */
    PictureChoices ofOther() {
        return new PictureChoices(
                Optional.empty(), format, scale, theme, ground, focus, labels, legend, caption, pace, figures);
    }

    public PictureChoices with(Format other) {
        return new PictureChoices(what, other, scale, theme, ground, focus, labels, legend, caption, pace, figures);
    }

    public PictureChoices withScale(int other) {
        return new PictureChoices(what, format, other, theme, ground, focus, labels, legend, caption, pace, figures);
    }

    public PictureChoices with(Theme other) {
        return new PictureChoices(what, format, scale, other, ground, focus, labels, legend, caption, pace, figures);
    }

    public PictureChoices with(Ground other) {
        return new PictureChoices(what, format, scale, theme, other, focus, labels, legend, caption, pace, figures);
    }

    PictureChoices withFocus(boolean other) {
        return new PictureChoices(what, format, scale, theme, ground, other, labels, legend, caption, pace, figures);
    }

    PictureChoices withLabels(boolean other) {
        return new PictureChoices(what, format, scale, theme, ground, focus, other, legend, caption, pace, figures);
    }

    PictureChoices withLegend(boolean other) {
        return new PictureChoices(what, format, scale, theme, ground, focus, labels, other, caption, pace, figures);
    }

    PictureChoices withCaption(boolean other) {
        return new PictureChoices(what, format, scale, theme, ground, focus, labels, legend, other, pace, figures);
    }

    PictureChoices withPace(double other) {
        return new PictureChoices(what, format, scale, theme, ground, focus, labels, legend, caption, other, figures);
    }

    /** The same in another style; paper is white, until another ground is chosen for it. */
    PictureChoices with(FigureStyle other) {
        boolean first = other.onPaper() && !figures.onPaper() && ground == Ground.THEME;
        Ground behind = first ? Ground.WHITE : ground;
        return new PictureChoices(what, format, scale, theme, behind, focus, labels, legend, caption, pace, other);
    }
}
