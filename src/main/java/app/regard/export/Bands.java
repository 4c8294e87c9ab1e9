package app.regard.export;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.Raster;
import java.awt.image.RenderedImage;
import java.awt.image.SampleModel;
import java.awt.image.WritableRaster;
import java.util.Vector;

/** An image that is painted a band at a time while a writer reads it from top to bottom. */
final class Bands implements RenderedImage {
    /** Paints the band that begins so many pixels below the top. */
    interface Painter {
        void paint(BufferedImage band, int top);
    }

    private static final int PIXELS = 4_000_000;

    private final int width;
    private final int height;
    private final int type;
    private final Painter painter;
    private final int bandHeight;
    private final BufferedImage first;
    private BufferedImage band;
    private int top;

    Bands(int width, int height, int type, Painter painter) {
        this.width = width;
        this.height = height;
        this.type = type;
        this.painter = painter;
        bandHeight = Math.max(1, Math.min(height, PIXELS / width));
        first = new BufferedImage(1, 1, type);
        band = first;
        top = -1;
    }

    @Override
    public Raster getData(Rectangle asked) {
        int end = asked.y + asked.height;
        if (top < 0 || asked.y < top || end > top + band.getHeight()) {
            top = asked.y;
            band = new BufferedImage(width, Math.min(height - top, Math.max(bandHeight, asked.height)), type);
            painter.paint(band, top);
        }
        return band.getRaster().createChild(asked.x, asked.y - top, asked.width, asked.height, asked.x, asked.y, null);
    }

    @Override
    public int getWidth() {
        return width;
    }

    @Override
    public int getHeight() {
        return height;
    }

    @Override
    public ColorModel getColorModel() {
        return first.getColorModel();
    }

    @Override
    public SampleModel getSampleModel() {
        return first.getSampleModel().createCompatibleSampleModel(width, bandHeight);
    }

    @Override
    public int getMinX() {
        return 0;
    }

    @Override
    public int getMinY() {
        return 0;
    }

    @Override
    public int getNumXTiles() {
        return 1;
    }

    @Override
    public int getNumYTiles() {
        return (height + bandHeight - 1) / bandHeight;
    }

    @Override
    public int getMinTileX() {
        return 0;
    }

    @Override
    public int getMinTileY() {
        return 0;
    }

    @Override
    public int getTileWidth() {
        return width;
    }

    @Override
    public int getTileHeight() {
        return bandHeight;
    }

    @Override
    public int getTileGridXOffset() {
        return 0;
    }

    @Override
    public int getTileGridYOffset() {
        return 0;
    }

    @Override
    public Raster getTile(int x, int y) {
        int from = y * bandHeight;
        return getData(new Rectangle(0, from, width, Math.min(bandHeight, height - from)));
    }

    @Override
    public Raster getData() {
        throw new UnsupportedOperationException("the image is never in memory whole");
    }

    @Override
    public WritableRaster copyData(WritableRaster into) {
        throw new UnsupportedOperationException("the image is never in memory whole");
    }

    @Override
    @SuppressWarnings("JdkObsolete") // the interface asks for it
    public Vector<RenderedImage> getSources() {
        return new Vector<>();
    }

    @Override
    public Object getProperty(String name) {
        return java.awt.Image.UndefinedProperty;
    }

    @Override
    public String[] getPropertyNames() {
        return new String[0];
    }
}
