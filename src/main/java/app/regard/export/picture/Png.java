package app.regard.export.picture;

import app.regard.draw.Box;
import app.regard.draw.ColourRole;
import app.regard.draw.Figure;
import app.regard.draw.Mark;
import app.regard.draw.PixelBrush;
import app.regard.draw.View;
import app.regard.trace.Progress;
import app.regard.trace.Refusal;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** Figures as pixels. */
public final class Png {
    private Png() {}

    /** The longest side of a picture, in pixels. */
    public static final int LONGEST = 32_000;

    /** The most pixels of a picture. */
    public static final long MOST = 400_000_000L;

    /** Above this many pixels a picture is painted and written band by band, so that it never is in memory whole. */
    private static final long AT_ONCE = 16_000_000L;

    /** A width that was divided and multiplied again is no pixel wider. */
    private static final double ROUNDING = 1e-9;

    /** The pixels of a band. */
    private static final int BAND = 4_000_000;

    /**
     * Refuses what would be too large, before any work.
     *
     * @throws Refusal with the sides and what to do
     */
    public static void check(Figure figure, double scale) {
        long width = side(figure.width(), scale);
        long height = side(figure.height(), scale);
        if (width > LONGEST || height > LONGEST || width * height > MOST) {
            throw new Refusal(String.format(
                    Locale.ROOT,
                    "The picture would be %d × %d pixels: at most %d a side and %d million in all can be written. "
                            + "Choose a smaller scale, or SVG or PDF, which have no pixels.",
                    width,
                    height,
                    LONGEST,
                    MOST / 1_000_000));
        }
    }

    /**
     * Writes a figure; where it has no ground, the pixels stay transparent.
     *
     * @param scale pixels to a unit
     * @throws Refusal if it is too large
     */
    public static void write(Figure figure, double scale, boolean transparent, OutputStream to, Progress progress)
            throws IOException {
        write(figure, FileSize.scaled(scale), transparent, to, progress);
    }

    static void write(Figure figure, FileSize size, boolean transparent, OutputStream to, Progress progress)
            throws IOException {
        double scale = size.pixels(figure);
        check(figure, scale);
        int width = side(figure.width(), scale);
        int height = side(figure.height(), scale);
        int band = (long) width * height <= AT_ONCE ? height : Math.max(1, BAND / width);
        PngFile file = new PngFile(to, width, height, transparent, size.dotsToAMetre());
        try {
            for (int top = 0; top < height; top += band) {
                progress.at(top / (double) height);
                BufferedImage image = new BufferedImage(width, Math.min(band, height - top), type(transparent));
                PixelBrush.paint(figure, image, scale, top);
                file.add(image);
            }
            file.end();
        } finally {
            file.free();
        }
        progress.at(1);
    }

    /** Loads faces, painter and codec by drawing a little, so that they are there when a picture is. */
    public static void ready() {
        View view = View.USUAL;
        int ink = view.palette().of(ColourRole.INK);
        Figure little = new Figure(
                8,
                8,
                List.of(
                        new Mark.Rectangle(new Box(0, 0, 8, 8), 2, ink, 0, 0),
                        new Mark.Text("0", 0, 8, view.plain(12), ink, Mark.Anchor.START, 0),
                        new Mark.Text("0", 0, 8, view.bold(12), ink, Mark.Anchor.START, 60)),
                List.of());
        try {
            write(little, 1, false, OutputStream.nullOutputStream(), Progress.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing is written anywhere
        }
    }

    /** A figure as an image in memory, for the clipboard and for films. */
    public static BufferedImage image(Figure figure, double scale, boolean transparent) {
        check(figure, scale);
        int width = side(figure.width(), scale);
        int height = side(figure.height(), scale);
        BufferedImage image = new BufferedImage(width, height, type(transparent));
        PixelBrush.paint(figure, image, scale);
        return image;
    }

    private static int type(boolean transparent) {
        return transparent ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
    }

    /** The pixels of a side. */
    public static int side(double units, double scale) {
        return (int) Math.min(Integer.MAX_VALUE, Math.ceil(units * scale - ROUNDING));
    }
}
