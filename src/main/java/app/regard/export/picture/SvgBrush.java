package app.regard.export.picture;

import app.regard.draw.AxisLayout;
import app.regard.draw.Bitmap;
import app.regard.draw.Box;
import app.regard.draw.Brush;
import app.regard.draw.Lettering;
import app.regard.draw.Mark;
import app.regard.draw.Tiles;
import app.regard.text.Printable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A brush that draws SVG elements: text stays text, as wide as it was measured ({@code textLength}), so that a reader without
 * Roboto sees the same layout.
 */
public class SvgBrush implements Brush {
    static final String FACES = "Roboto, 'Noto Sans', 'Helvetica Neue', Arial, sans-serif";

    private final XMLStreamWriter out;

    SvgBrush(XMLStreamWriter out) {
        this.out = out;
    }

    /** The failure to write, unchecked, for marks know nothing of formats. */
    static final class Unwritten extends RuntimeException {
        Unwritten(XMLStreamException e) {
            super(e);
        }
    }

    /** Writes a colour as the value of fill or stroke; another brush may write a class instead. */
    void colour(String property, int argb) {
        attribute(property, argb == 0 ? "none" : String.format("#%06x", argb & 0xFFFFFF));
        int opacity = argb >>> 24;
        if (argb != 0 && opacity < 255) {
            attribute(property + "-opacity", number(opacity / 255.0));
        }
    }

    @Override
    public void rectangle(Box box, double radius, int fill, int edge, double edgeWidth) {
        empty("rect");
        attribute("x", number(box.x()));
        attribute("y", number(box.y()));
        attribute("width", number(Math.max(0, box.width())));
        attribute("height", number(Math.max(0, box.height())));
        if (radius > 0) {
            attribute("rx", number(radius));
        }
        colour("fill", fill);
        if (edge != 0) {
            colour("stroke", edge);
            attribute("stroke-width", number(edgeWidth));
        }
    }

    @Override
    public void curve(Mark.Curve c) {
        String bend = c.straight() ? "L" : "C" + pair(c.x2(), c.y2()) + " " + pair(c.x3(), c.y3()) + " ";
        empty("path");
        attribute("d", "M" + pair(c.x1(), c.y1()) + bend + pair(c.x4(), c.y4()));
        colour("fill", 0);
        colour("stroke", c.colour());
        attribute("stroke-width", number(c.width()));
        attribute("stroke-linecap", "round");
    }

    @Override
    public void text(
            String text, double x, double y, Lettering.Style style, int colour, Mark.Anchor anchor, double turn) {
        if (text.isEmpty()) {
            return;
        }
        try {
            out.writeStartElement("text");
            if (turn == 0) {
                attribute("x", number(x));
                attribute("y", number(y));
            } else {
                attribute("transform", "translate(" + pair(x, y) + ") rotate(" + number(-turn) + ")");
            }
            attribute("font-size", number(style.size()));
            if (style.bold()) {
                attribute("font-weight", "700");
            }
            if (anchor != Mark.Anchor.START) {
                attribute("text-anchor", anchor == Mark.Anchor.MIDDLE ? "middle" : "end");
            }
            colour("fill", colour);
            attribute("textLength", number(Lettering.width(text, style)));
            attribute("lengthAdjust", "spacingAndGlyphs");
            out.writeCharacters(legible(text));
            out.writeEndElement();
        } catch (XMLStreamException e) {
            throw new Unwritten(e);
        }
    }

    @Override
    public void polygon(List<Double> xs, List<Double> ys, int fill) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < xs.size(); i++) {
            path.append(i == 0 ? "M" : "L").append(pair(xs.get(i), ys.get(i)));
        }
        empty("path");
        attribute("d", path + "Z");
        colour("fill", fill);
    }

    /** One path a colour: each cell is a subpath, so that large maps stay small and sharp. */
    @Override
    public void cells(AxisLayout cols, AxisLayout rows, Mosaic colours, double gap) {
        Tiles.of(cols, rows, colours, gap).forEach((colour, boxes) -> {
            StringBuilder path = new StringBuilder();
            for (Box b : boxes) {
                path.append("M").append(pair(b.x(), b.y())).append("h").append(number(b.width()));
                path.append("v").append(number(b.height())).append("h").append(number(-b.width()));
                path.append("z");
            }
            empty("path");
            attribute("d", path.toString());
            colour("fill", colour);
            attribute("shape-rendering", "crispEdges");
        });
    }

    @Override
    public void image(Bitmap bitmap, Box box) {
        empty("image");
        attribute("xmlns:xlink", "http://www.w3.org/1999/xlink"); // SVG 1.1 knows no other way to name an image
        attribute("x", number(box.x()));
        attribute("y", number(box.y()));
        attribute("width", number(box.width()));
        attribute("height", number(box.height()));
        attribute("preserveAspectRatio", "none");
        attribute("xlink:href", embedded(bitmap));
    }

    /** The image itself, written as an address. */
    public static String embedded(Bitmap bitmap) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(bitmap.png());
    }

    @Override
    public void moved(double x, double y, Consumer<Brush> drawing) {
        try {
            out.writeStartElement("g");
            attribute("transform", "translate(" + pair(x, y) + ")");
            drawing.accept(this);
            out.writeEndElement();
        } catch (XMLStreamException e) {
            throw new Unwritten(e);
        }
    }

    final void empty(String element) {
        try {
            out.writeEmptyElement(element);
        } catch (XMLStreamException e) {
            throw new Unwritten(e);
        }
    }

    final void attribute(String name, String value) {
        try {
            out.writeAttribute(name, value);
        } catch (XMLStreamException e) {
            throw new Unwritten(e);
        }
    }

    /** The attributes of a box, each as name=value. */
    public static List<String> place(Box box) {
        return List.of(
                "x=" + number(box.x()),
                "y=" + number(box.y()),
                "width=" + number(Math.max(0, box.width())),
                "height=" + number(Math.max(0, box.height())));
    }

    private static String pair(double x, double y) {
        return number(x) + " " + number(y);
    }

    /** Two decimals are a hundredth of a pixel. */
    public static String number(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** Returns the text as a reader sees it: what XML cannot hold, or is not {@link Printable} but for tabs and line ends, becomes the replacement character. */
    public static String legible(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints()
                .map(c -> {
                    boolean apart = c == Printable.ISOLATE || c == Printable.ISOLATED;
                    boolean held = c == '\t' || c == '\n' || apart || (Printable.is(c) && c != 0xFFFE && c != 0xFFFF);
                    return held ? c : 0xFFFD;
                })
                .forEach(out::appendCodePoint);
        return out.toString();
    }
}
