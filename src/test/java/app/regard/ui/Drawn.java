package app.regard.ui;

import app.regard.draw.AxisLayout;
import app.regard.draw.Bitmap;
import app.regard.draw.Box;
import app.regard.draw.Brush;
import app.regard.draw.Figure;
import app.regard.draw.Lettering;
import app.regard.draw.Mark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What a figure says when it is drawn: its texts and curves in order, so that a test reads what a reader reads. */
public final class Drawn implements Brush {
    private final List<String> texts = new ArrayList<>();
    private final List<Double> sizes = new ArrayList<>();
    private final List<Double> curves = new ArrayList<>();

    private Drawn() {}

    public static Drawn of(Figure figure) {
        Drawn drawn = new Drawn();
        figure.on(drawn);
        return drawn;
    }

    public List<String> texts() {
        return texts;
    }

    /** How large the letters of each text are, in order. */
    public List<Double> sizes() {
        return sizes;
    }

    /** How thick each curve is, in order. */
    public List<Double> curves() {
        return curves;
    }

    /** A figure of bars read as name → percentage; words that occur twice need another way. */
    public Map<String, String> bars() {
        Map<String, String> bars = new LinkedHashMap<>();
        for (int i = 0; i + 1 < texts.size(); i += 2) {
            if (!texts.get(i + 1).matches("[0-9.]+%")) {
                break; // the axis
            }
            bars.put(texts.get(i), texts.get(i + 1));
        }
        return bars;
    }

    @Override
    public void rectangle(Box box, double radius, int fill, int edge, double edgeWidth) {}

    @Override
    public void curve(Mark.Curve curve) {
        curves.add(curve.width());
    }

    @Override
    public void text(
            String text, double x, double y, Lettering.Style style, int colour, Mark.Anchor anchor, double turn) {
        texts.add(text);
        sizes.add(style.size());
    }

    @Override
    public void polygon(List<Double> xs, List<Double> ys, int fill) {}

    @Override
    public void cells(AxisLayout cols, AxisLayout rows, Mosaic colours, double gap) {}

    @Override
    public void image(Bitmap bitmap, Box box) {}

    @Override
    public void moved(double x, double y, Consumer<Brush> drawing) {
        drawing.accept(this);
    }
}
