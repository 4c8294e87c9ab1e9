package app.regard.draw;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/**
 * An image of pixels that colours are laid over: opaque, no larger than a figure needs, and in shades of grey, so that all
 * colour that is seen over it stands for numbers.
 */
public final class Bitmap {
    /** A longer side would show no more in any figure. */
    public static final int LONGEST = 768;

    private final BufferedImage pixels;

    /** A copy of an image, made smaller where it is larger than {@link #LONGEST}; what is transparent becomes white. */
    public Bitmap(BufferedImage from) {
        double scale = Math.min(1, LONGEST / (double) Math.max(from.getWidth(), from.getHeight()));
        int width = Math.max(1, (int) Math.round(from.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(from.getHeight() * scale));
        pixels = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = pixels.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(from, 0, 0, width, height, Color.WHITE, null);
        g.dispose();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                pixels.setRGB(x, y, grey(pixels.getRGB(x, y)));
            }
        }
    }

    /** The grey that is as light as a colour (ITU-R BT.601). */
    private static int grey(int rgb) {
        int shade = (int) Math.round(0.299 * (rgb >> 16 & 255) + 0.587 * (rgb >> 8 & 255) + 0.114 * (rgb & 255));
        return shade << 16 | shade << 8 | shade;
    }

    /** Its width in pixels. */
    public int width() {
        return pixels.getWidth();
    }

    /** Its height in pixels. */
    public int height() {
        return pixels.getHeight();
    }

    /** Draws it over a box, which it fills whatever the box's shape. */
    void on(Graphics2D g, Box box) {
        AffineTransform to = AffineTransform.getTranslateInstance(box.x(), box.y());
        to.scale(box.width() / width(), box.height() / height());
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(pixels, to, null);
    }

    /** Returns it as the bytes of a PNG file. */
    public byte[] png() {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(pixels, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing is written anywhere
        }
    }
}
