package app.regard.export.picture;

import app.regard.draw.AxisLayout;
import app.regard.draw.Bitmap;
import app.regard.draw.Box;
import app.regard.draw.Brush;
import app.regard.draw.Figure;
import app.regard.draw.Lettering;
import app.regard.draw.Mark;
import java.util.List;
import java.util.function.Consumer;

/** A brush that draws nothing, and knows how far the texts of a figure reach to both sides: where room ends, words run out first. */
final class TextReach implements Brush {
    private double x;
    private double left;
    private double right;

    private TextReach() {}

    /** Whether every text of a figure ends within its width, but for so much to either side. */
    static boolean within(Figure figure, double spare) {
        TextReach reach = new TextReach();
        figure.on(reach);
        return reach.left >= -spare && reach.right <= figure.width() + spare;
    }

    @Override
    public void text(
            String text, double at, double y, Lettering.Style style, int colour, Mark.Anchor anchor, double turn) {
        double across = Lettering.width(text, style) * Math.cos(Math.toRadians(turn));
        double before =
                switch (anchor) {
                    case START -> 0;
                    case MIDDLE -> across / 2;
                    case END -> across;
                };
        double from = x + at - before;
        left = Math.min(left, Math.min(from, from + across));
        right = Math.max(right, Math.max(from, from + across));
    }

    @Override
    public void moved(double dx, double dy, Consumer<Brush> drawing) {
        x += dx;
        drawing.accept(this);
        x -= dx;
    }

    @Override
    public void rectangle(Box box, double radius, int fill, int edge, double edgeWidth) {}

    @Override
    public void curve(Mark.Curve curve) {}

    @Override
    public void polygon(List<Double> xs, List<Double> ys, int fill) {}

    @Override
    public void cells(AxisLayout cols, AxisLayout rows, Mosaic colours, double gap) {}

    @Override
    public void image(Bitmap bitmap, Box box) {}
}
