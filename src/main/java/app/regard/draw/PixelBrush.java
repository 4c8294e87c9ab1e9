package app.regard.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A brush on a {@link Graphics2D}: the screen's pixels, a PNG, a page. */
public final class PixelBrush implements Brush {
    private final Graphics2D g;
    private final boolean pixels;
    private final @Nullable RectangleRaster raster;

    /** Draws on a page that has no pixels, a PDF's. */
    public static PixelBrush onPage(Graphics2D g) {
        return new PixelBrush(g, false, null);
    }

    private PixelBrush(Graphics2D g, boolean pixels, @Nullable RectangleRaster raster) {
        this.g = g;
        this.pixels = pixels;
        this.raster = raster;
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    /** Draws a figure on an image whose pixels are {@code scale} to a unit. */
    public static void paint(Figure figure, BufferedImage image, double scale) {
        paint(figure, image, scale, 0);
    }

    /**
     * Draws the part of a figure that begins so many pixels below its top.
     *
     * @param scale pixels to a unit
     */
    public static void paint(Figure figure, BufferedImage image, double scale, int top) {
        Graphics2D g = image.createGraphics();
        try {
            g.setClip(0, 0, image.getWidth(), image.getHeight());
            ground(figure).ifPresent(colour -> {
                g.setColor(new Color(colour, true)); // all of it: the figure may end inside the last pixel
                g.fillRect(0, 0, image.getWidth(), image.getHeight());
            });
            PixelBrush brush = new PixelBrush(g, true, RectangleRaster.of(image).orElse(null));
            g.translate(0, -top);
            g.scale(scale, scale);
            figure.on(brush);
        } finally {
            g.dispose();
        }
    }

    /** The colour that a figure lies on, if it begins with one. */
    private static Optional<Integer> ground(Figure figure) {
        return !figure.marks().isEmpty()
                        && figure.marks().get(0) instanceof Mark.Rectangle r
                        && r.radius() == 0
                        && r.fill() != 0
                        && r.box().width() >= figure.width()
                        && r.box().height() >= figure.height()
                ? Optional.of(r.fill())
                : Optional.empty();
    }

    @Override
    public void rectangle(Box box, double radius, int fill, int edge, double edgeWidth) {
        if (pixels && fill >>> 24 == 255 && edge >>> 24 == 255) {
            // two fills look like a fill with an outline, and take half the time
            rectangle(box.grown(edgeWidth / 2), radius == 0 ? 0 : radius + edgeWidth / 2, edge, 0, 0);
            rectangle(box.grown(-edgeWidth / 2), Math.max(0, radius - edgeWidth / 2), fill, 0, 0);
            return;
        }
        AffineTransform to = g.getTransform();
        if (raster != null && RectangleRaster.keeps(to)) {
            raster.draw(box, radius, fill, edge, edgeWidth, to);
            return;
        }
        if (fill != 0) {
            g.setColor(new Color(fill, true));
            g.fill(shape(box, radius));
        }
        if (edge != 0) {
            g.setColor(new Color(edge, true));
            g.setStroke(new BasicStroke((float) edgeWidth));
            g.draw(shape(box, radius));
        }
    }

    private static java.awt.Shape shape(Box b, double radius) {
        return radius > 0
                ? new RoundRectangle2D.Double(b.x(), b.y(), b.width(), b.height(), 2 * radius, 2 * radius)
                : new Rectangle2D.Double(b.x(), b.y(), b.width(), b.height());
    }

    @Override
    public void curve(Mark.Curve c) {
        g.setColor(new Color(c.colour(), true));
        g.setStroke(new BasicStroke((float) c.width(), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(new CubicCurve2D.Double(c.x1(), c.y1(), c.x2(), c.y2(), c.x3(), c.y3(), c.x4(), c.y4()));
    }

    @Override
    public void text(
            String text, double x, double y, Lettering.Style style, int colour, Mark.Anchor anchor, double turn) {
        if (text.isEmpty()) {
            return;
        }
        double width = anchor == Mark.Anchor.START ? 0 : Lettering.width(text, style);
        double back = anchor == Mark.Anchor.MIDDLE ? width / 2 : anchor == Mark.Anchor.END ? width : 0;
        g.setColor(new Color(colour, true));
        if (turn == 0) {
            pieces(text, x - back, y, style);
            return;
        }
        AffineTransform before = g.getTransform();
        g.translate(x, y);
        g.rotate(Math.toRadians(-turn));
        pieces(text, -back, 0, style);
        g.setTransform(before);
    }

    /** One piece after the other from left to right, whatever direction the letters of each have. */
    private void pieces(String text, double x, double y, Lettering.Style style) {
        double at = x;
        for (String piece : Lettering.pieces(text)) {
            if (Lettering.shaped(piece)) {
                Lettering.layout(piece, style).draw(g, (float) at, (float) y);
            } else {
                letters(piece, at, y, style);
            }
            at += Lettering.width(piece, style);
        }
    }

    /** Runs of what the bundled face has, and of what it lacks: the machine's own face draws those, or a box. */
    private void letters(String text, double x, double y, Lettering.Style style) {
        Font face = Lettering.font(style);
        int lacking = face.canDisplayUpTo(text);
        if (lacking < 0) {
            g.setFont(face);
            g.drawString(text, (float) x, (float) y);
            return;
        }
        String able = text.substring(0, lacking);
        g.setFont(face);
        g.drawString(able, (float) x, (float) y);
        int end = lacking;
        while (end < text.length() && !face.canDisplay(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        String foreign = text.substring(lacking, end);
        double at = x + Lettering.width(able, style);
        g.setFont(Lettering.fallback(style));
        g.drawString(foreign, (float) at, (float) y);
        if (end < text.length()) {
            letters(text.substring(end), at + Lettering.width(foreign, style), y, style);
        }
    }

    @Override
    public void polygon(List<Double> xs, List<Double> ys, int fill) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < xs.size(); i++) {
            if (i == 0) {
                path.moveTo(xs.get(i), ys.get(i));
            } else {
                path.lineTo(xs.get(i), ys.get(i));
            }
        }
        path.closePath();
        g.setColor(new Color(fill, true));
        g.fill(path);
    }

    @Override
    public void cells(AxisLayout cols, AxisLayout rows, Mosaic colours, double gap) {
        if (pixels) {
            snapped(cols, rows, colours, gap);
            return;
        }
        Tiles.of(cols, rows, colours, gap).forEach((colour, boxes) -> {
            Path2D path = new Path2D.Double();
            boxes.forEach(b -> path.append(shape(b, 0), false));
            g.setColor(new Color(colour, true));
            g.fill(path);
        });
    }

    /** Edges are snapped to pixels, so that equal cells look equal and nothing is smoothed away. */
    private void snapped(AxisLayout cols, AxisLayout rows, Mosaic colours, double gap) {
        AffineTransform t = g.getTransform();
        double sx = t.getScaleX();
        double sy = t.getScaleY();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
        g.setTransform(new AffineTransform());
        Rectangle seen = g.getClipBounds();
        int[] lefts = new int[cols.size()];
        int[] rights = new int[cols.size()];
        for (int c = 0; c < cols.size(); c++) {
            lefts[c] = (int) Math.round(t.getTranslateX() + sx * cols.at(c));
            rights[c] = (int) Math.round(t.getTranslateX() + sx * (cols.at(c) + cols.size(c) - gap));
        }
        for (int r = 0; r < rows.size(); r++) {
            int top = (int) Math.round(t.getTranslateY() + sy * rows.at(r));
            int bottom = (int) Math.round(t.getTranslateY() + sy * (rows.at(r) + rows.size(r) - gap));
            boolean outside = seen != null && (bottom <= seen.y || top >= seen.y + seen.height);
            if (outside || bottom <= top || rows.index(r) == AxisLayout.GAP) {
                continue;
            }
            for (int c = 0; c < cols.size(); c++) {
                if (cols.index(c) != AxisLayout.GAP && rights[c] > lefts[c]) {
                    g.setColor(new Color(colours.at(rows.index(r), cols.index(c)), true));
                    g.fillRect(lefts[c], top, rights[c] - lefts[c], bottom - top);
                }
            }
        }
        g.setTransform(t);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    }

    @Override
    public void image(Bitmap bitmap, Box box) {
        bitmap.on(g, box);
    }

    @Override
    public void moved(double x, double y, Consumer<Brush> drawing) {
        g.translate(x, y);
        drawing.accept(this);
        g.translate(-x, -y);
    }
}
