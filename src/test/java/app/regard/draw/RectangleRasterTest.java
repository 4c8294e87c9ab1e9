package app.regard.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RectangleRasterTest {
    private static final int SIDE = 64;
    private static final int INK = 0xffb3126d;

    /** Java2D's own fill of the same path is the truth; the two count the parts of a pixel differently. */
    @Test
    void paintsWhatJava2dPaints() {
        Random random = new Random(3);
        for (int i = 0; i < 300; i++) {
            double scale = 1 + random.nextInt(5) / 4.0;
            Box box = new Box(
                    random.nextDouble() * 20 - 4,
                    random.nextDouble() * 20 - 4,
                    1 + random.nextDouble() * 40,
                    1 + random.nextDouble() * 30);
            double radius = Math.min(Math.min(box.width(), box.height()) / 2, random.nextDouble() * 8);
            int colour = random.nextInt() | (random.nextBoolean() ? 0xff000000 : 0);
            BufferedImage own = ground();
            PixelBrush.paint(
                    new Figure(SIDE, SIDE, List.of(new Mark.Rectangle(box, radius, colour, 0, 0)), List.of()),
                    own,
                    scale);
            BufferedImage other = ground();
            Graphics2D g = other.createGraphics();
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            g.scale(scale, scale);
            g.setColor(new Color(colour, true));
            g.fill(new RoundRectangle2D.Double(box.x(), box.y(), box.width(), box.height(), 2 * radius, 2 * radius));
            g.dispose();
            same(own, other, box.width() * box.height() * scale * scale, box + " r " + radius + " × " + scale);
        }
    }

    @Test
    void anOutlineLeavesItsMiddleAndCoversThePensWidth() {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB_PRE);
        Box box = new Box(10, 10, 40, 30);
        PixelBrush.paint(
                new Figure(SIDE, SIDE, List.of(new Mark.Rectangle(box, 0, 0, 0xff000000, 2)), List.of()), image, 1);
        double alpha = 0;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                alpha += (image.getRGB(x, y) >>> 24) / 255.0;
            }
        }
        assertThat(alpha).isEqualTo(42 * 32 - 38 * 28);
        assertThat(image.getRGB(30, 25)).isZero();
        assertThat(image.getRGB(10, 25)).isEqualTo(0xff000000);
        assertThat(image.getRGB(8, 25)).isZero();
    }

    private static BufferedImage ground() {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D g = image.createGraphics();
        g.setColor(new Color(0xf4e8c0));
        g.fillRect(0, 0, SIDE, SIDE / 2); // the lower half stays transparent
        g.dispose();
        return image;
    }

    private static void same(BufferedImage own, BufferedImage other, double area, String what) {
        double sum = 0;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                int a = premultiplied(own, x, y);
                int b = premultiplied(other, x, y);
                for (int shift = 0; shift < 32; shift += 8) {
                    int difference = (a >>> shift & 255) - (b >>> shift & 255);
                    sum += difference;
                    assertThat(Math.abs(difference))
                            .as("%s at %d, %d: %08x and %08x", what, x, y, a, b)
                            .isLessThan(48);
                }
            }
        }
        assertThat(Math.abs(sum)).as(what).isLessThan(4 * 255 + 2 * area);
    }

    private static int premultiplied(BufferedImage image, int x, int y) {
        return ((int[]) image.getRaster().getDataElements(x, y, null))[0];
    }

    @ParameterizedTest
    @CsvSource({
        "10.0, 8.0, 60.0, 40.0, 7, 3.0", // the frame of an asked cell
        "10.5, 8.3, 60.2, 40.9, 7, 1.75",
        "10.2, 8.7, 9.0, 9.0, 2.5, 3.0",
        "10.0, 8.0, 60.0, 40.0, 0, 3.0",
        "4.4, 3.9, 70.0, 4.0, 2, 1.5",
        "10.0, 8.0, 60.0, 40.0, 20, 0" // filled
    })
    void anOutlineWithRoundCornersLooksAsJava2dDrawsIt(
            double x, double y, double width, double height, double radius, double pen) {
        Mark mark =
                new Mark.Rectangle(new Box(x, y, width, height), radius, pen == 0 ? INK : 0, pen == 0 ? 0 : INK, pen);
        for (double scale : new double[] {1, 1.5, 2}) {
            BufferedImage direct = drawn(mark, scale, BufferedImage.TYPE_INT_ARGB_PRE);
            BufferedImage java2d = drawn(mark, scale, BufferedImage.TYPE_INT_ARGB);
            for (int py = 0; py < direct.getHeight(); py++) {
                for (int px = 0; px < direct.getWidth(); px++) {
                    int off = Math.abs((direct.getRGB(px, py) >> 8 & 255) - (java2d.getRGB(px, py) >> 8 & 255));
                    assertTrue(off < 60, "pixel " + px + ", " + py + " at " + scale + " is off by " + off);
                }
            }
        }
    }

    private static BufferedImage drawn(Mark mark, double scale, int type) {
        BufferedImage image = new BufferedImage((int) (80 * scale), (int) (60 * scale), type);
        Mark ground = new Mark.Rectangle(new Box(0, 0, 80, 60), 0, 0xffffffff, 0, 0);
        PixelBrush.paint(new Figure(80, 60, List.of(ground, mark), List.of()), image, scale);
        return image;
    }
}
