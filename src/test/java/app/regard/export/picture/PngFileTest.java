package app.regard.export.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written is read back by ImageIO, which shares no code with it. */
class PngFileTest {
    @ParameterizedTest
    @CsvSource({
        "1, 1, false",
        "1, 1, true",
        "3, 2, true",
        "257, 64, false",
        "64, 257, true",
        "1000, 130, false",
        "999, 131, true"
    })
    void everyPixelComesBack(int width, int height, boolean alpha) throws IOException {
        int type = alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        BufferedImage image = new BufferedImage(width, height, type);
        Random random = new Random(width * 31L + height);
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            if (y == 0 || random.nextInt(3) > 0) { // else the row above once more
                for (int x = 0; x < width; x++) {
                    row[x] = random.nextInt() | (alpha ? 0 : 0xFF000000);
                }
            }
            image.setRGB(0, y, width, 1, row, 0, width);
        }
        assertSame(read(written(image, alpha, height)), image, alpha);
    }

    @Test
    void aFirstRowOfZerosIsARowOfZeros() throws IOException {
        BufferedImage clear = new BufferedImage(5, 3, BufferedImage.TYPE_INT_ARGB);
        assertSame(read(written(clear, true, 3)), clear, true);
    }

    @Test
    void bandsMakeTheFileThatOneImageMakes() throws IOException {
        BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        image.createGraphics().drawString("bands", 3, 20);
        assertThat(written(image, false, 7)).isEqualTo(written(image, false, 30));
    }

    private static byte[] written(BufferedImage image, boolean alpha, int band) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PngFile file = new PngFile(out, image.getWidth(), image.getHeight(), alpha, 0);
        for (int top = 0; top < image.getHeight(); top += band) {
            int rows = Math.min(band, image.getHeight() - top);
            BufferedImage part = new BufferedImage(image.getWidth(), rows, image.getType());
            part.setData(image.getData(new java.awt.Rectangle(0, top, image.getWidth(), rows))
                    .createTranslatedChild(0, 0));
            file.add(part);
        }
        file.end();
        return out.toByteArray();
    }

    private static BufferedImage read(byte[] bytes) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(bytes));
    }

    private static void assertSame(BufferedImage read, BufferedImage written, boolean alpha) {
        assertThat(read.getColorModel().hasAlpha()).isEqualTo(alpha);
        assertThat(read.getWidth()).isEqualTo(written.getWidth());
        assertThat(read.getHeight()).isEqualTo(written.getHeight());
        for (int y = 0; y < written.getHeight(); y++) {
            for (int x = 0; x < written.getWidth(); x++) {
                assertThat(read.getRGB(x, y)).as("%d, %d", x, y).isEqualTo(written.getRGB(x, y));
            }
        }
    }
}
