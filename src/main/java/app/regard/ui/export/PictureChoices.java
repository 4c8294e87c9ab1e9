package app.regard.ui.export;

import app.regard.draw.Theme;
import app.regard.draw.View;
import app.regard.export.picture.Format;
import app.regard.export.picture.Ground;
import app.regard.export.picture.Picture;
import app.regard.export.picture.What;
import app.regard.ui.session.ViewState;
import org.jspecify.annotations.Nullable;

/**
 * The choices for a picture: what kind the reader wants. It always makes sense: what one choice rules out goes back to
 * what is usual.
 *
 * @param scale pixels to a unit
 * @param theme light or dark, or null for the window's
 * @param pace how many seconds a film shows each stage
 */
public record PictureChoices(
        What what,
        Format format,
        int scale,
        @Nullable Theme theme,
        Ground ground,
        boolean focus,
        boolean labels,
        boolean legend,
        boolean caption,
        double pace) {
    public static final PictureChoices USUAL =
            new PictureChoices(What.HEATMAP, Format.PNG, 2, null, Ground.THEME, true, true, true, true, 3);

    public PictureChoices {
        if (format == Format.GIF && what != What.SHEET) {
            format = Format.PNG;
        }
        if (format == Format.GIF && ground == Ground.TRANSPARENT) {
            ground = Ground.THEME;
        }
    }

    /** Only what has stages to show one after the other becomes a film. */
    boolean offers(Format other) {
        return other != Format.GIF || what == What.SHEET;
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
        return what != What.ARCS && what != What.BARS;
    }

    boolean offersLabels() {
        return what != What.ARCS && what != What.BARS;
    }

    boolean offersLegend() {
        return what == What.HEATMAP;
    }

    boolean pixels() {
        return format == Format.PNG || format == Format.GIF;
    }

    boolean film() {
        return format == Format.GIF;
    }

    /** The picture of what is shown. */
    public Picture picture(ViewState is) {
        View view = is.view().withTheme(themeFor(is)).withLabels(labels).withLegend(legend);
        boolean marked = focus || !offersFocus();
        return new Picture(what, is.focus().stage(), is.focus().query(), view, ground, marked, caption, 0, 0)
                .withVariant(what == What.STAGE ? is.variant() : 0);
    }

    Theme themeFor(ViewState is) {
        return theme == null ? is.view().theme() : theme;
    }

    public PictureChoices with(What other) {
        return new PictureChoices(other, format, scale, theme, ground, focus, labels, legend, caption, pace);
    }

    public PictureChoices with(Format other) {
        return new PictureChoices(what, other, scale, theme, ground, focus, labels, legend, caption, pace);
    }

    public PictureChoices withScale(int other) {
        return new PictureChoices(what, format, other, theme, ground, focus, labels, legend, caption, pace);
    }

    public PictureChoices with(Theme other) {
        return new PictureChoices(what, format, scale, other, ground, focus, labels, legend, caption, pace);
    }

    public PictureChoices with(Ground other) {
        return new PictureChoices(what, format, scale, theme, other, focus, labels, legend, caption, pace);
    }

    PictureChoices withFocus(boolean other) {
        return new PictureChoices(what, format, scale, theme, ground, other, labels, legend, caption, pace);
    }

    PictureChoices withLabels(boolean other) {
        return new PictureChoices(what, format, scale, theme, ground, focus, other, legend, caption, pace);
    }

    PictureChoices withLegend(boolean other) {
        return new PictureChoices(what, format, scale, theme, ground, focus, labels, other, caption, pace);
    }

    PictureChoices withCaption(boolean other) {
        return new PictureChoices(what, format, scale, theme, ground, focus, labels, legend, other, pace);
    }

    PictureChoices withPace(double other) {
        return new PictureChoices(what, format, scale, theme, ground, focus, labels, legend, caption, other);
    }
}
