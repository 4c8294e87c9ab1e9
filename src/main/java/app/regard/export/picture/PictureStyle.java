package app.regard.export.picture;

import app.regard.draw.Frame;
import app.regard.draw.Theme;
import app.regard.draw.View;
import app.regard.trace.Refusal;

/**
 * The look of any picture, whatever it shows.
 *
 * @param view theme, ramp, decimals, text size, labels and legend
 * @param caption whether what the picture shows stands below
 * @param width of what is drawn, in units of a pixel at scale 1; 0 for the size that suits it
 * @param height of what is drawn; 0 for the one that suits it, or that suits the width
 */
public record PictureStyle(View view, Ground ground, boolean caption, double width, double height) {
    static final double NARROWEST = 120;
    static final double LARGEST = 10_000;

    public PictureStyle {
        boolean natural = height == 0 && (width == 0 || (width >= NARROWEST && width <= LARGEST));
        if (!natural && !(width >= 200 && height >= 150 && width <= 10_000 && height <= 10_000)) {
            throw new Refusal("A picture is 200 × 150 to 10000 × 10000 units large, not " + (int) width + " × "
                    + (int) height + ".");
        }
    }

    /** A picture with all that can stand on it, in the size that suits it. */
    public static PictureStyle of(View view) {
        return new PictureStyle(view, Ground.THEME, true, 0, 0);
    }

    public PictureStyle with(View other) {
        return new PictureStyle(other, ground, caption, width, height);
    }

    /** How what is drawn looks: dark colours do not stand on white. */
    View drawn() {
        return ground == Ground.WHITE ? view.withTheme(Theme.LIGHT) : view;
    }

    /** Whether only a width is asked for: the picture is for a page, which has margins of its own. */
    boolean print() {
        return width > 0 && height == 0;
    }

    /** The room of what is drawn: as asked for, else the one that suits it. */
    Frame frame(Frame suiting) {
        return print()
                ? suiting.withSize(width, suiting.height() * Math.min(1, width / suiting.width()))
                : width > 0 ? new Frame(width, height, drawn()) : suiting;
    }
}
