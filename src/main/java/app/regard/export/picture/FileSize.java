package app.regard.export.picture;

import app.regard.draw.Figure;
import app.regard.trace.Refusal;

/**
 * The size of a picture in its file: pixels to a unit of its figure, or a width on paper or screen that the whole of it gets.
 *
 * @param scale pixels to a unit, where no width is given
 * @param millimetres the width on paper, or 0
 * @param wide the width in pixels, or 0
 */
public record FileSize(double scale, double millimetres, double wide) {
    /** Printers' usual dots; a picture of pixels that has a width on paper gets as many. */
    private static final double DOTS_TO_AN_INCH = 300;

    private static final double MILLIMETRES_TO_AN_INCH = 25.4;
    private static final double POINTS_TO_AN_INCH = 72;

    /** The units of a row's or a column's label: what a size of labels is measured by. */
    private static final double LABEL = 12;

    /** What labels are set in where nothing is said: on paper in points, on a screen as in the window. */
    private static final double PAPER_LABEL = 7;

    private static final double SCREEN_LABEL = LABEL * Pdf.POINTS;

    /** Pixels to a unit. */
    public static FileSize scaled(double scale) {
        return new FileSize(scale, 0, 0);
    }

    /** A width on paper. */
    public static FileSize printed(double millimetres) {
        return new FileSize(1, millimetres, 0);
    }

    /** A width in pixels. */
    public static FileSize pixels(double wide) {
        return new FileSize(1, 0, wide);
    }

    /** Whether the whole picture has a width of its own. */
    public boolean fixed() {
        return millimetres > 0 || wide > 0;
    }

    /**
     * The units that what is drawn is wide, so that labels come out in a size.
     *
     * @param label the size of rows' and columns' labels in points; 0 for what is usual
     * @throws Refusal if there would be no room for anything beside labels
     */
    public double inside(double label) {
        double points = millimetres > 0 ? millimetres / MILLIMETRES_TO_AN_INCH * POINTS_TO_AN_INCH : wide * Pdf.POINTS;
        double size = label > 0 ? label : millimetres > 0 ? PAPER_LABEL : SCREEN_LABEL;
        double units = points / size * LABEL - 2 * PictureFrame.PRINT_MARGIN;
        if (!(units >= PictureStyle.NARROWEST && units <= PictureStyle.LARGEST)) {
            throw new Refusal(
                    "Labels of " + size + " pt leave " + (units < PictureStyle.LARGEST ? "no room" : "nothing but room")
                            + " for numbers in that width: choose another width or size of labels.");
        }
        return units;
    }

    /** Pixels to a unit of a figure. */
    double pixels(Figure figure) {
        return wide > 0
                ? wide / figure.width()
                : millimetres > 0
                        ? Math.ceil(millimetres / MILLIMETRES_TO_AN_INCH * DOTS_TO_AN_INCH) / figure.width()
                        : scale;
    }

    /** Points to a unit of a figure. */
    double points(Figure figure) {
        return wide > 0
                ? wide * Pdf.POINTS / figure.width()
                : millimetres > 0
                        ? millimetres / MILLIMETRES_TO_AN_INCH * POINTS_TO_AN_INCH / figure.width()
                        : Pdf.POINTS;
    }

    /** Dots to a metre, where the picture has a width on paper; else 0. */
    int dotsToAMetre() {
        return millimetres > 0 ? (int) Math.round(DOTS_TO_AN_INCH / MILLIMETRES_TO_AN_INCH * 1000) : 0;
    }

    /** A length of a figure as SVG writes it: units, pixels or millimetres. */
    String length(double units, Figure figure) {
        double share = units / figure.width();
        return millimetres > 0
                ? SvgBrush.number(millimetres * share) + "mm"
                : SvgBrush.number(wide > 0 ? wide * share : units);
    }
}
