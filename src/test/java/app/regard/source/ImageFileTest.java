package app.regard.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regard.draw.Bitmap;
import app.regard.trace.Refusal;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Images that are opened: what is kept of them, and what is refused before it can do harm. */
final class ImageFileTest {
    @TempDir
    private Path folder;

    /** Left red, right a green that is half transparent. */
    private Path written(String ending, int width, int height, int type) throws IOException {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.RED);
        g.fillRect(0, 0, width / 2, height);
        g.setColor(type == BufferedImage.TYPE_INT_ARGB ? new Color(0, 255, 0, 128) : Color.GREEN);
        g.fillRect(width / 2, 0, width, height);
        g.dispose();
        Path file = folder.resolve("image." + ending);
        assertThat(ImageIO.write(image, ending, file.toFile())).isTrue();
        return file;
    }

    private static int shade(Bitmap bitmap, double x, double y) throws IOException {
        BufferedImage png = ImageIO.read(new ByteArrayInputStream(bitmap.png()));
        int rgb = png.getRGB((int) (x * png.getWidth()), (int) (y * png.getHeight()));
        assertThat(rgb & 255).isEqualTo(rgb >> 8 & 255).isEqualTo(rgb >> 16 & 255);
        return rgb & 255;
    }

    @ParameterizedTest
    @CsvSource({"png, 40, 30", "jpg, 40, 30", "png, 3000, 3000", "jpg, 2000, 1000"})
    void anImageIsGreyAndNoLargerThanFiguresNeed(String ending, int width, int height) throws IOException {
        Bitmap read = ImageFile.read(written(ending, width, height, BufferedImage.TYPE_INT_RGB));
        double scale = Math.min(1, Bitmap.LONGEST / (double) width);
        assertThat(read.width()).isEqualTo((int) Math.round(width * scale));
        assertThat(read.height()).isEqualTo((int) Math.round(height * scale));
        // as light as the colours: 0.299 × 255 and 0.587 × 255
        assertThat(shade(read, 0.25, 0.5)).isBetween(74, 78);
        assertThat(shade(read, 0.75, 0.5)).isBetween(147, 152);
    }

    @Test
    void whatIsTransparentLiesOnWhite() throws IOException {
        Bitmap read = ImageFile.read(written("png", 40, 40, BufferedImage.TYPE_INT_ARGB));
        // half of green's 150, half of white's 255
        assertThat(shade(read, 0.75, 0.5)).isBetween(199, 205);
    }

    @ParameterizedTest
    @ValueSource(ints = {20_000, 60_000})
    void whatIsTooLargeIsRefusedByItsHeaderAlone(int side) throws IOException {
        Path file = folder.resolve("large.png");
        Files.write(file, png(side, side, 0));
        assertThatThrownBy(() -> ImageFile.read(file))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(side + " × " + side)
                .hasMessageContaining("64 million");
    }

    @Test
    void aLargeOneIsReadWithPixelsLeftOut() throws IOException {
        Path file = folder.resolve("large.png");
        Files.write(file, png(8000, 8000, 8000)); // 64 million pixels, 192 MB as colours
        Bitmap read = ImageFile.read(file);
        assertThat(read.width()).isEqualTo(Bitmap.LONGEST);
        assertThat(read.height()).isEqualTo(Bitmap.LONGEST);
    }

    /** A black image of 8-bit grey, of which only some rows are there. */
    private static byte[] png(int width, int height, int rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(header);
        data.writeInt(width);
        data.writeInt(height);
        data.write(new byte[] {8, 0, 0, 0, 0});
        chunk(out, "IHDR", header.toByteArray());
        ByteArrayOutputStream pixels = new ByteArrayOutputStream();
        try (DeflaterOutputStream packed = new DeflaterOutputStream(pixels, new Deflater(1))) {
            byte[] row = new byte[width + 1];
            for (int y = 0; y < rows; y++) {
                packed.write(row);
            }
        }
        chunk(out, "IDAT", pixels.toByteArray());
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String name, byte[] content) throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        data.writeInt(content.length);
        byte[] type = name.getBytes(StandardCharsets.US_ASCII);
        data.write(type);
        data.write(content);
        CRC32 sum = new CRC32();
        sum.update(type);
        sum.update(content);
        data.writeInt((int) sum.getValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg"})
    void aBrokenOneIsRefusedInOneLine(String ending) throws IOException {
        Path whole = written(ending, 400, 300, BufferedImage.TYPE_INT_RGB);
        byte[] bytes = Files.readAllBytes(whole);
        for (int at = 4; at < 60; at++) { // headers, tables and pixels damaged, in turn
            byte[] damaged = bytes.clone();
            damaged[at] ^= (byte) 0xFF;
            readOrRefused(damaged, ending);
        }
        for (int length : new int[] {0, 3, 8, 20, 40, bytes.length / 2}) {
            readOrRefused(Arrays.copyOf(bytes, length), ending);
        }
        Path cut = folder.resolve("cut." + ending);
        Files.write(cut, Arrays.copyOf(bytes, 40));
        assertThatThrownBy(() -> ImageFile.read(cut))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("“cut." + ending + "”")
                .hasMessageNotContaining("\n");
    }

    private void readOrRefused(byte[] bytes, String ending) throws IOException {
        Path file = folder.resolve("damaged." + ending);
        Files.write(file, bytes);
        try {
            assertThat(ImageFile.read(file).width()).isPositive();
        } catch (Refusal refused) {
            assertThat(refused.getMessage())
                    .contains("“damaged." + ending + "”")
                    .doesNotContain("\n");
        }
    }

    @Test
    void whatIsNoImageIsRefusedWithWhatToDo() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.png"), "not an image");
        assertThatThrownBy(() -> ImageFile.read(text)).hasMessageContaining("no PNG or JPEG image");
        assertThatThrownBy(() -> ImageFile.read(folder)).hasMessageContaining("is a folder");
        assertThatThrownBy(() -> ImageFile.read(folder.resolve("missing.png")))
                .hasMessageContaining("There is no file");
    }
}
