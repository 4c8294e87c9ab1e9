package app.regard.ui.kit;

import app.regard.draw.Figure;
import app.regard.draw.PixelBrush;
import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.IntBuffer;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** Pixels that Java2D paints and JavaFX shows: one memory, no copy. */
public final class PixelImage {
    private final BufferedImage image;
    private final PixelBuffer<IntBuffer> buffer;
    private final WritableImage shown;
    private final double scale;

    /** @param scale pixels to a unit: the screen's */
    PixelImage(double width, double height, double scale) {
        this.scale = scale;
        int w = Math.max(1, (int) Math.ceil(width * scale));
        int h = Math.max(1, (int) Math.ceil(height * scale));
        image = new BufferedImage(w, h, BufferedImage.TYPE_INT_ARGB_PRE);
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        buffer = new PixelBuffer<>(w, h, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
        shown = new WritableImage(buffer);
    }

    boolean fits(double width, double height, double otherScale) {
        return scale == otherScale
                && image.getWidth() == Math.max(1, (int) Math.ceil(width * scale))
                && image.getHeight() == Math.max(1, (int) Math.ceil(height * scale));
    }

    /** Paints over whatever was there; call {@link #show} on the window's thread afterwards. */
    void paint(Figure figure) {
        Graphics2D g = image.createGraphics();
        g.setComposite(AlphaComposite.Clear);
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        g.dispose();
        PixelBrush.paint(figure, image, scale);
    }

    /** Tells JavaFX that the pixels are new. */
    WritableImage show() {
        buffer.updateBuffer(all -> null);
        return shown;
    }

    /** The colour of a pixel as ARGB, for tests. */
    public int pixel(double x, double y) {
        return image.getRGB((int) (x * scale), (int) (y * scale));
    }
}
