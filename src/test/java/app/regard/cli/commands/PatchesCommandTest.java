package app.regard.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.cli.InProcess;
import app.regard.cli.options.AttentionOptionsTest;
import app.regard.trace.Matrix;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A row of weights over the patches of an image, from the command line. */
final class PatchesCommandTest {
    @TempDir
    private Path folder;

    /** Ten tokens: one and 3 × 3 patches; the fifth row is all on the last patch, at the bottom right. */
    private Path ten() throws IOException {
        return AttentionOptionsTest.npy(
                folder, Matrix.fill(10, 10, (i, j) -> i == 4 ? j == 9 ? 0.75 : j == 0 ? 0.25 : 0 : 0.1));
    }

    private Path black() throws IOException {
        Path file = folder.resolve("black.png");
        ImageIO.write(new BufferedImage(30, 30, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
        return file;
    }

    private InProcess render(Path attention, Path to, Object... more) {
        Object[] all = new Object[9 + more.length];
        Object[] first = {"render", "--attention", attention, "--what", "patches", "--focus", 5, "-o", to};
        System.arraycopy(first, 0, all, 0, 9);
        System.arraycopy(more, 0, all, 9, more.length);
        return InProcess.run(all);
    }

    @Test
    void theImageLiesInTheSvgAndInThePdfUnderTheCells() throws IOException {
        Path svg = folder.resolve("patches.svg");
        assertThat(render(ten(), svg, "--image", black()).code()).isZero();
        String text = Files.readString(svg);
        Matcher image = Pattern.compile("<image [^>]*xlink:href=\"data:image/png;base64,([^\"]+)\"")
                .matcher(text);
        assertThat(image.find()).isTrue();
        byte[] png = java.util.Base64.getDecoder().decode(image.group(1));
        assertThat(ImageIO.read(new java.io.ByteArrayInputStream(png)).getWidth())
                .isEqualTo(30);
        assertThat(text).contains("“1”, the first token, is no patch: 0.2500", ">0.75<");
        Path pdf = folder.resolve("patches.pdf");
        assertThat(render(ten(), pdf, "--image", black()).code()).isZero();
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            BufferedImage page = new PDFRenderer(document).renderImage(0);
            // a margin of 24 units and the middles of the first and the last of 3 × 3 patches of 320 units, in points
            int first = page.getRGB((int) ((24 + 53) * 0.75), (int) ((24 + 53) * 0.75));
            int last = page.getRGB((int) ((24 + 267) * 0.75), (int) ((24 + 267) * 0.75));
            assertThat(first >> 16 & 255).as("half of almost white over black").isBetween(105, 128);
            assertThat(last >> 16 & 255).as("half of dark blue over black").isLessThan(20);
        }
    }

    @Test
    void withoutAnImageTheGridBearsItsNumbers() throws IOException {
        Path svg = folder.resolve("grid.svg");
        assertThat(render(ten(), svg).code()).isZero();
        assertThat(Files.readString(svg)).contains(">0.75<").doesNotContain("<image", ">0.10<");
    }

    @Test
    void whatIsNoSquareIsRefusedWithTheCounts() throws IOException {
        InProcess run = render(
                AttentionOptionsTest.npy(folder, Matrix.fill(6, 6, (i, j) -> 1 / 6.0)), folder.resolve("no.svg"));
        assertThat(run.code()).isNotZero();
        assertThat(run.err()).contains("here 6 answer", "2 × 2 = 4", "3 × 3 = 9");
        assertThat(folder.resolve("no.svg")).doesNotExist();
    }

    @Test
    void anImageGoesWithPatchesOnlyAndHasToBeOne() throws IOException {
        InProcess map =
                InProcess.run("render", "--attention", ten(), "--image", black(), "-o", folder.resolve("map.svg"));
        assertThat(map.code()).isEqualTo(2);
        assertThat(map.err()).contains("--image belongs to --what patches");
        InProcess heads = InProcess.run(
                "render", "--attention", ten(), "--what", "heads", "--image", black(), "-o", folder.resolve("all.svg"));
        assertThat(heads.code()).isEqualTo(2);
        InProcess text = render(ten(), folder.resolve("no.svg"), "--image", ten());
        assertThat(text.code()).isNotZero();
        assertThat(text.err()).contains("“mine.npy” is no PNG or JPEG image");
    }
}
