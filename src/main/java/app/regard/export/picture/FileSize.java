package app.regard.export.picture;

import app.regard.draw.Figure;
import app.regard.trace.Refusal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
    public static final double PAPER_LABEL = 7;

    private static final double SCREEN_LABEL = LABEL * Pdf.POINTS;

    private static final Pattern WIDTH = Pattern.compile("(\\d{1,5}(?:\\.\\d{1,3})?) ?(mm|cm|in|px)");
    private static final Pattern LABELS = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3})?) ?pt");

    /**
     * A width as it is typed: 85mm, 8.5cm, 3.5in or 600px.
     *
     * @throws Refusal if it is none
     */
    public static FileSize wide(String typed) {
        Matcher read = WIDTH.matcher(typed.toLowerCase(Locale.ROOT));
        if (!read.matches()) {
            throw new Refusal(
                    "A width is a number and its unit, as in 85mm, 8.5cm, 3.5in or 600px, not “" + typed + "”.");
        }
        double number = Double.parseDouble(read.group(1));
        return switch (read.group(2)) {
            case "px" -> new FileSize(1, 0, number);
            case "in" -> printed(number * MILLIMETRES_TO_AN_INCH);
            case "cm" -> printed(number * 10);
            default -> printed(number);
        };
    }

    /**
     * The size of labels as it is typed, in points: 7pt.
     *
     * @throws Refusal if it is none, or one that nobody reads
     */
    public static double labels(String typed) {
        Matcher read = LABELS.matcher(typed.toLowerCase(Locale.ROOT));
        double points = read.matches() ? Double.parseDouble(read.group(1)) : 0;
        if (!(points >= 2 && points <= 72)) {
            throw new Refusal("Labels are 2pt to 72pt large, not “" + typed + "”.");
        }
        return points;
    }

    /** Pixels to a unit. */
    public static FileSize scaled(double scale) {
        return new FileSize(scale, 0, 0);
    }

    private static FileSize printed(double millimetres) {
        return new FileSize(1, millimetres, 0);
    }

    /** The width as it is typed, or nothing where there is none. */
    public String typed() {
        String unit = millimetres > 0 ? "mm" : "px";
        return fixed() ? SvgBrush.number(Math.max(millimetres, wide)) + unit : "";
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
    public double pixels(Figure figure) {
        return wide > 0
                ? wide / figure.width()
                : millimetres > 0
                        ? Math.ceil(millimetres / MILLIMETRES_TO_AN_INCH * DOTS_TO_AN_INCH) / figure.width()
                        : scale;
    }

    /** Points to a unit of a figure. */
    public double points(Figure figure) {
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
