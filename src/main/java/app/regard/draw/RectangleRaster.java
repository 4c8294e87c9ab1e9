package app.regard.draw;

import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rounded rectangles straight into an image's pixels. A window's figures hold hundreds of them, and a general fill of paths
 * takes ten times as long for each.
 */
final class RectangleRaster {
    private final int[] pixels;
    private final int width;
    private final int height;

    private RectangleRaster(int[] pixels, int width, int height) {
        this.pixels = pixels;
        this.width = width;
        this.height = height;
    }

    /** The raster of an image whose pixels are whole numbers with their alpha multiplied in; none of others. */
    static Optional<RectangleRaster> of(BufferedImage image) {
        return image.getType() == BufferedImage.TYPE_INT_ARGB_PRE
                        && image.getRaster().getDataBuffer() instanceof DataBufferInt data
                ? Optional.of(new RectangleRaster(data.getData(), image.getWidth(), image.getHeight()))
                : Optional.empty();
    }

    /** A rectangle in pixels, with round corners. */
    private record Shape(double left, double top, double right, double bottom, double radius) {
        static Shape of(Box box, double radius, AffineTransform to) {
            double sx = to.getScaleX();
            double sy = to.getScaleY();
            double left = to.getTranslateX() + box.x() * sx;
            double top = to.getTranslateY() + box.y() * sy;
            double most = Math.min(box.width() * sx, box.height() * sy) / 2;
            return new Shape(
                    left,
                    top,
                    left + box.width() * sx,
                    top + box.height() * sy,
                    Math.max(0, Math.min(radius * sx, most)));
        }

        /** How much of a pixel it covers, 0 to 1. */
        double cover(int x, int y) {
            double across = Math.min(x + 1, right) - Math.max(x, left);
            double down = Math.min(y + 1, bottom) - Math.max(y, top);
            if (across <= 0 || down <= 0) {
                return 0;
            }
            double dx = Math.max(left + radius - x - 0.5, x + 0.5 - right + radius);
            double dy = Math.max(top + radius - y - 0.5, y + 0.5 - bottom + radius);
            double corner = dx > 0 && dy > 0 ? radius + 0.5 - Math.sqrt(dx * dx + dy * dy) : 1;
            return Math.max(0, Math.min(across * down, corner));
        }

        /** Whether a row of pixels meets no corner. */
        boolean straight(int y) {
            return y >= top + radius && y + 1 <= bottom - radius;
        }

        /** How much of a pixel that is neither at the left nor at the right it covers. */
        double cover(int y) {
            return Math.max(0, Math.min(y + 1, bottom) - Math.max(y, top));
        }
    }

    /** Whether a transform only moves and magnifies, so that a rectangle stays one. */
    static boolean keeps(AffineTransform to) {
        return to.getShearX() == 0 && to.getShearY() == 0 && to.getScaleX() > 0 && to.getScaleY() > 0;
    }

    /** Draws the rectangle, and an outline whose middle is its edge; a colour of 0 is none. */
    void draw(Box box, double radius, int fill, int edge, double pen, AffineTransform to) {
        if (fill != 0) {
            Shape shape = Shape.of(box, radius, to);
            draw(shape, null, fill);
        }
        if (edge != 0) {
            Shape outer = Shape.of(box.grown(pen / 2), radius == 0 ? 0 : radius + pen / 2, to);
            Shape inner = Shape.of(box.grown(-pen / 2), Math.max(0, radius - pen / 2), to);
            draw(outer, inner, edge);
        }
    }

    private void draw(Shape outer, @Nullable Shape hole, int colour) {
        int from = first(outer.left);
        int end = last(outer.right, width);
        Shape inner = hole == null ? outer : hole;
        double alpha = (colour >>> 24) / 255.0;
        for (int y = first(outer.top); y < last(outer.bottom, height); y++) {
            // between these a row of pixels is all alike: inside the sides of both, and of their corners where it meets
            // one
            boolean straight = outer.straight(y) && inner.straight(y);
            double left = straight ? inner.left : Math.max(inner.left + inner.radius, outer.left + outer.radius);
            double right = straight ? inner.right : Math.min(inner.right - inner.radius, outer.right - outer.radius);
            int even = Math.min(end, Math.max(from, (int) Math.ceil(left)));
            int uneven = Math.max(even, Math.min(end, (int) Math.floor(right)));
            edge(outer, hole, from, even, y, colour, alpha);
            double cover = alpha * (outer.cover(y) - (hole == null ? 0 : hole.cover(y)));
            int line = y * width;
            if (cover == 1) {
                Arrays.fill(pixels, line + even, line + uneven, colour);
            } else if (cover > 0) {
                for (int at = line + even; at < line + uneven; at++) {
                    pixels[at] = over(pixels[at], colour, cover);
                }
            }
            edge(outer, hole, uneven, end, y, colour, alpha);
        }
    }

    private static int first(double edge) {
        return Math.max(0, (int) Math.floor(edge));
    }

    private static int last(double edge, int most) {
        return Math.min(most, (int) Math.ceil(edge));
    }

    private void edge(Shape outer, @Nullable Shape hole, int from, int to, int y, int colour, double alpha) {
        for (int x = from; x < to; x++) {
            double cover = alpha * (outer.cover(x, y) - (hole == null ? 0 : hole.cover(x, y)));
            if (cover > 0) {
                int at = y * width + x;
                pixels[at] = cover == 1 ? colour : over(pixels[at], colour, cover);
            }
        }
    }

    /** A colour over a pixel. */
    private static int over(int below, int colour, double alpha) {
        double rest = 1 - alpha;
        return part(below >>> 24, 255, alpha, rest) << 24
                | part(below >> 16 & 255, colour >> 16 & 255, alpha, rest) << 16
                | part(below >> 8 & 255, colour >> 8 & 255, alpha, rest) << 8
                | part(below & 255, colour & 255, alpha, rest);
    }

    private static int part(int below, int above, double alpha, double rest) {
        return (int) (below * rest + above * alpha + 0.5);
    }
}
