package app.regard.export.page;

import app.regard.draw.AxisLayout;
import app.regard.draw.Bitmap;
import app.regard.draw.Box;
import app.regard.draw.Brush;
import app.regard.draw.Figure;
import app.regard.draw.Lettering;
import app.regard.draw.Mark;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** The colours of a figure in the order in which they are used: what the same figure in another theme differs by. */
final class Colours implements Brush {
    private final Deque<Integer> single = new ArrayDeque<>();
    private final Deque<Mosaic> mosaics = new ArrayDeque<>();

    private Colours() {}

    static Colours of(Figure figure) {
        Colours colours = new Colours();
        figure.on(colours);
        return colours;
    }

    /** The next colour of a rectangle, a curve, a text or a polygon. */
    int next() {
        return single.remove();
    }

    /** The colours of the next cells. */
    Mosaic nextMosaic() {
        return mosaics.remove();
    }

    @Override
    public void rectangle(Box box, double radius, int fill, int edge, double edgeWidth) {
        single.add(fill);
        single.add(edge);
    }

    @Override
    public void curve(Mark.Curve curve) {
        single.add(curve.colour());
    }

    @Override
    public void text(
            String text, double x, double y, Lettering.Style style, int colour, Mark.Anchor anchor, double turn) {
        single.add(colour);
    }

    @Override
    public void polygon(List<Double> xs, List<Double> ys, int fill) {
        single.add(fill);
    }

    @Override
    public void cells(AxisLayout cols, AxisLayout rows, Mosaic colours, double gap) {
        mosaics.add(colours);
    }

    @Override
    public void image(Bitmap bitmap, Box box) {}

    @Override
    public void moved(double x, double y, Consumer<Brush> drawing) {
        drawing.accept(this);
    }
}
