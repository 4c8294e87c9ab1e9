package app.regard.export.picture;

import app.regard.draw.View;

/**
 * The description of a picture: what it shows, and what stands on it.
 *
 * @param stage 1 to 8, for pictures of a stage
 * @param query the focused query's place, from 0
 * @param view theme, ramp, decimals, text size, labels and legend
 * @param focus whether the focused word is marked
 * @param caption whether sentence, head, seed and options stand below
 * @param width of what is drawn, in units of a pixel at scale 1; 0 for the size that suits it
 * @param height of what is drawn; 0 for the size that suits it
 * @param variant which of the stage's ways to be shown, from 0
 */
public record Picture(
        What what,
        int stage,
        int query,
        View view,
        Ground ground,
        boolean focus,
        boolean caption,
        double width,
        double height,
        int variant) {
    public Picture {
        new PictureStyle(view, ground, caption, width, height); // refuses a size that no picture has
    }

    /** How the picture looks, whatever it shows. */
    public PictureStyle style() {
        return new PictureStyle(view, ground, caption, width, height);
    }

    /** A picture in a style, with the focused word marked; of a stage in its first way. */
    public static Picture of(What what, int stage, int query, PictureStyle style) {
        return new Picture(
                what,
                stage,
                query,
                style.view(),
                style.ground(),
                true,
                style.caption(),
                style.width(),
                style.height(),
                0);
    }

    /** A picture with everything on it, in the size that suits it. */
    public static Picture of(What what, int stage, int query, View view) {
        return of(what, stage, query, PictureStyle.of(view));
    }

    public Picture with(Ground other) {
        return new Picture(what, stage, query, view, other, focus, caption, width, height, variant);
    }

    /** The same look at something else. */
    Picture at(What shown, int number, int word) {
        return new Picture(shown, number, word, view, ground, focus, caption, width, height, variant);
    }

    /** The same in a width, as high as that makes it. */
    Picture withWidth(double other) {
        return new Picture(what, stage, query, view, ground, focus, caption, other, 0, variant);
    }

    public Picture with(View other) {
        return new Picture(what, stage, query, other, ground, focus, caption, width, height, variant);
    }

    public Picture withFocus(boolean marked) {
        return new Picture(what, stage, query, view, ground, marked, caption, width, height, variant);
    }

    public Picture withVariant(int other) {
        return new Picture(what, stage, query, view, ground, focus, caption, width, height, other);
    }
}
