package app.regard.draw;

import java.util.List;
import java.util.function.Consumer;

/** The surface that marks draw on: one for pixels and printers, others for formats that keep text as text. Colours are ARGB. */
public interface Brush {
    /**
     * A rectangle.
     *
     * @param radius of its corners, in units; 0 for sharp ones
     * @param fill what fills it; 0 leaves that out
     * @param edge what outlines it, half inside and half outside; 0 leaves that out
     */
    void rectangle(Box box, double radius, int fill, int edge, double edgeWidth);

    /** A cubic curve with round ends. */
    void curve(Mark.Curve curve);

    /**
     * One line of text.
     *
     * @param y where its baseline is; the origin is at the top left, and y grows downwards
     * @param anchor which part of the text stands at x
     * @param turn degrees by which it is turned anticlockwise about (x, y)
     */
    void text(String text, double x, double y, Lettering.Style style, int colour, Mark.Anchor anchor, double turn);

    /** A closed polygon, filled. */
    void polygon(List<Double> xs, List<Double> ys, int fill);

    /** Cells of a matrix without rounding or lines between them, each in one colour: fast for thousands. */
    void cells(AxisLayout cols, AxisLayout rows, Mosaic colours, double gap);

    /** An image, as large as a box. */
    void image(Bitmap bitmap, Box box);

    /** Draws something moved by (x, y). */
    void moved(double x, double y, Consumer<Brush> drawing);

    /** The colour of the cell in row {@code i} and column {@code j} of a matrix. */
    @FunctionalInterface
    interface Mosaic {
        int at(int i, int j);
    }
}
