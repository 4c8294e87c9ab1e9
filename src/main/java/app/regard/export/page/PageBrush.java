package app.regard.export.page;

import app.regard.draw.AxisLayout;
import app.regard.draw.Bitmap;
import app.regard.draw.Box;
import app.regard.draw.Brush;
import app.regard.draw.Figure;
import app.regard.draw.Lettering;
import app.regard.draw.Mark;
import app.regard.draw.Tiles;
import app.regard.export.picture.Markup;
import app.regard.export.picture.SvgBrush;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A brush that draws in both themes at once, as SVG elements whose classes hold the colours. Shapes and texts are kept
 * apart, for figures never draw a shape over a text, and so that figures that differ in little can share the rest.
 */
final class PageBrush implements Brush {
    /** From this width on a text is held to it; in a shorter one another face makes no difference that matters. */
    private static final double LEAST_FITTED = 44;

    private final PageStyles styles;
    private final Colours dark;
    private final List<String> shapes = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private double dx;
    private double dy;
    private double right;
    private double bottom;

    private PageBrush(PageStyles styles, Colours dark) {
        this.styles = styles;
        this.dark = dark;
    }

    /** The drawing of a figure of which there is a light and a dark one, alike but for the colours. */
    static PageBrush of(Figure light, Figure dark, PageStyles styles) {
        PageBrush brush = new PageBrush(styles, Colours.of(dark));
        light.on(brush);
        return brush;
    }

    List<String> shapes() {
        return shapes;
    }

    List<String> texts() {
        return texts;
    }

    /** How far to the right something is drawn. */
    double right() {
        return right;
    }

    /** How far down something is drawn. */
    double bottom() {
        return bottom;
    }

    @Override
    public void rectangle(Box box, double radius, int fill, int edge, double edgeWidth) {
        String classes = styles.colour("fill", fill, dark.next());
        int darkEdge = dark.next();
        List<String> attributes = new ArrayList<>();
        attributes.add("class=" + (edge == 0 ? classes : classes + " " + styles.colour("stroke", edge, darkEdge)));
        attributes.addAll(SvgBrush.place(box.moved(dx, dy)));
        if (radius > 0) {
            attributes.add("rx=" + number(radius));
        }
        if (edge != 0) {
            attributes.add("stroke-width=" + number(edgeWidth));
        }
        shape("rect", attributes.toArray(String[]::new));
        reach(box.right(), box.bottom());
    }

    @Override
    public void curve(Mark.Curve c) {
        String bend = c.straight() ? "L" : "C" + pair(c.x2(), c.y2()) + " " + pair(c.x3(), c.y3()) + " ";
        shape(
                "path",
                "class=line " + styles.colour("stroke", c.colour(), dark.next()),
                "stroke-width=" + number(c.width()),
                "d=M" + pair(c.x1(), c.y1()) + bend + pair(c.x4(), c.y4()));
        reach(Math.max(c.x1(), c.x4()), Math.max(c.y1(), c.y4()));
    }

    @Override
    public void text(
            String text, double x, double y, Lettering.Style style, int colour, Mark.Anchor anchor, double turn) {
        int darkColour = dark.next();
        if (text.isEmpty()) {
            return;
        }
        double width = Lettering.width(text, style);
        String classes = styles.colour("fill", colour, darkColour) + " " + styles.letters(style, anchor);
        List<String> attributes = new ArrayList<>(List.of("class=" + classes));
        attributes.addAll(
                turn == 0
                        ? List.of("x=" + number(x + dx), "y=" + number(y + dy))
                        : List.of("transform=translate(" + pair(x, y) + ") rotate(" + number(-turn) + ")"));
        if (width > LEAST_FITTED) {
            attributes.addAll(List.of("textLength=" + number(width), "lengthAdjust=spacingAndGlyphs"));
        }
        Markup element = new Markup().open("text", attributes.toArray(String[]::new));
        texts.add(element.text(text).close("text").toString());
        double beyond = anchor == Mark.Anchor.START ? 1 : anchor == Mark.Anchor.MIDDLE ? 0.5 : 0;
        reach(x + beyond * width * Math.cos(Math.toRadians(turn)), y + 0.3 * style.size());
    }

    @Override
    public void polygon(List<Double> xs, List<Double> ys, int fill) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < xs.size(); i++) {
            path.append(i == 0 ? "M" : "L").append(pair(xs.get(i), ys.get(i)));
            reach(xs.get(i), ys.get(i));
        }
        shape("path", "class=" + styles.colour("fill", fill, dark.next()), "d=" + path + "Z");
    }

    /** One path for each pair of colours, for two cells alike in light need not be alike in dark. */
    @Override
    public void cells(AxisLayout cols, AxisLayout rows, Mosaic colours, double gap) {
        Mosaic darker = dark.nextMosaic();
        Mosaic pairs = (i, j) -> styles.pair(colours.at(i, j), darker.at(i, j));
        Tiles.of(cols, rows, pairs, gap).forEach((pair, boxes) -> {
            StringBuilder path = new StringBuilder();
            for (Box b : boxes) {
                path.append("M").append(pair(b.x(), b.y())).append("h").append(number(b.width()));
                path.append("v")
                        .append(number(b.height()))
                        .append("h")
                        .append(number(-b.width()))
                        .append("z");
            }
            shape("path", "class=crisp " + styles.fillOf(pair), "d=" + path.toString());
        });
        reach(cols.end(), rows.end());
    }

    @Override
    public void image(Bitmap bitmap, Box box) {
        List<String> attributes = new ArrayList<>(SvgBrush.place(box.moved(dx, dy)));
        attributes.addAll(List.of("preserveAspectRatio=none", "href=" + SvgBrush.embedded(bitmap)));
        shape("image", attributes.toArray(String[]::new));
        reach(box.right(), box.bottom());
    }

    @Override
    public void moved(double x, double y, Consumer<Brush> drawing) {
        dx += x;
        dy += y;
        drawing.accept(this);
        dx -= x;
        dy -= y;
    }

    private void shape(String element, String... attributes) {
        shapes.add(new Markup().empty(element, attributes).toString());
    }

    private void reach(double x, double y) {
        right = Math.max(right, x + dx);
        bottom = Math.max(bottom, y + dy);
    }

    private String pair(double x, double y) {
        return number(x + dx) + " " + number(y + dy);
    }

    private static String number(double value) {
        return SvgBrush.number(value);
    }
}
