package app.regard.export.picture;

import app.regard.draw.AxisLayout;
import app.regard.draw.Bitmap;
import app.regard.draw.Box;
import app.regard.draw.Brush;
import app.regard.draw.Lettering;
import app.regard.draw.Mark;
import app.regard.draw.Palette;
import java.util.List;
import java.util.function.Consumer;

/** A brush that draws on another one in shades of grey, each as light as the colour that it stands for. */
final class GreyBrush implements Brush {
    private final Brush on;

    GreyBrush(Brush on) {
        this.on = on;
    }

    @Override
    public void rectangle(Box box, double radius, int fill, int edge, double edgeWidth) {
        on.rectangle(box, radius, Palette.grey(fill), Palette.grey(edge), edgeWidth);
    }

    @Override
    public void curve(Mark.Curve curve) {
        on.curve(curve.in(Palette.grey(curve.colour())));
    }

    @Override
    public void text(
            String text, double x, double y, Lettering.Style style, int colour, Mark.Anchor anchor, double turn) {
        on.text(text, x, y, style, Palette.grey(colour), anchor, turn);
    }

    @Override
    public void polygon(List<Double> xs, List<Double> ys, int fill) {
        on.polygon(xs, ys, Palette.grey(fill));
    }

    @Override
    public void cells(AxisLayout cols, AxisLayout rows, Mosaic colours, double gap) {
        on.cells(cols, rows, (i, j) -> Palette.grey(colours.at(i, j)), gap);
    }

    /** A {@link Bitmap} is grey already. */
    @Override
    public void image(Bitmap bitmap, Box box) {
        on.image(bitmap, box);
    }

    @Override
    public void moved(double x, double y, Consumer<Brush> drawing) {
        on.moved(x, y, inner -> drawing.accept(new GreyBrush(inner)));
    }
}
