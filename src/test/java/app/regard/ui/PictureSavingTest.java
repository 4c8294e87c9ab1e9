package app.regard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.draw.Figure;
import app.regard.export.picture.Format;
import app.regard.export.picture.What;
import app.regard.ui.export.PictureChoices;
import app.regard.ui.export.PictureExport;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** Pictures out of the window, saved in every format and copied, or given up, or refused. */
class PictureSavingTest extends ExportWindow {
    @Test
    void arcsAreSavedAsSvgWithTheWordsAsText() throws Exception {
        open();
        click("export-arcs");
        click("export-format-svg");
        Document svg = parsed(save("arcs.svg"));
        assertThat(svg.getDocumentElement().getTagName()).isEqualTo("svg");
        List<String> texts = texts(svg);
        assertThat(texts).contains("bank", "of", "the", "river");
        assertThat(label("notice")).contains("arcs.svg");
    }

    @Test
    void allStagesAreSavedAsPdf() throws IOException {
        open();
        click("export-sheet");
        click("export-format-pdf");
        try (PDDocument pdf = Loader.loadPDF(save("all.pdf").toFile())) {
            String text = new PDFTextStripper().getText(pdf);
            assertThat(text).contains("Token embeddings").contains("Contextualised outputs");
        }
    }

    @Test
    void aFilmHasEightFramesThatStayAsLongAsAsked() throws IOException {
        open();
        click("export-sheet");
        click("export-format-gif");
        click("export-pace");
        together(KeyCode.CONTROL, KeyCode.A);
        keys(KeyCode.DIGIT2);
        click("export-size-1×");
        Path file = save("film.gif");
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        reader.setInput(ImageIO.createImageInputStream(file.toFile()));
        assertThat(reader.getNumImages(true)).isEqualTo(8);
        var control = reader.getImageMetadata(3).getAsTree("javax_imageio_gif_image_1.0");
        String delay = "";
        for (var n = control.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n.getNodeName().equals("GraphicControlExtension")) {
                delay = n.getAttributes().getNamedItem("delayTime").getNodeValue();
            }
        }
        assertThat(delay).isEqualTo("200");
    }

    @Test
    void aTransparentPictureHasNoGround() throws Exception {
        open();
        click("export-ground-transparent");
        click("export-with-caption");
        click("export-with-legend");
        click("export-with-labels");
        click("export-with-focus");
        BufferedImage is = ImageIO.read(save("map.png").toFile());
        assertThat(is.getRGB(0, 0) >>> 24).isZero();
        assertThat(is.getRGB(is.getWidth() / 2 + 9, is.getHeight() / 2 + 9) >>> 24)
                .isEqualTo(255);
        open();
        click("export-format-svg");
        List<String> due = Stream.of(Truth.RIVER_WEIGHTS).flatMap(Stream::of).toList();
        assertThat(texts(parsed(save("map.svg")))).containsExactlyElementsOf(due); // and no word besides
    }

    @Test
    void aDarkPictureIsTakenFromALightWindow() throws IOException {
        open();
        click("export-theme-of-picture-dark");
        BufferedImage is = ImageIO.read(save("dark.png").toFile());
        assertThat(is.getRGB(1, 1) & 0xFF).isLessThan(60);
        assertThat(session().shown().get().view().theme()).isEqualTo(app.regard.draw.Theme.LIGHT);
    }

    @Test
    void aFolderThatIsNotThereIsSaid() {
        open();
        until(() -> !node("export-save", Button.class).isDisabled());
        answers.next(folder.resolve("gone").resolve("map.png"));
        click("export-save");
        until(() -> label("notice").contains("There is no folder"));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void copyPictureFillsTheClipboard() throws IOException {
        open();
        until(() -> !node("export-copy", Button.class).isDisabled());
        click("export-copy");
        until(() -> label("notice").contains("copied"));
        if (!view().overlay().isOpen()) {
            open();
        }
        BufferedImage due = ImageIO.read(save("same.png").toFile());
        interact(() -> {
            Image image = Clipboard.getSystemClipboard().getImage();
            assertThat(image.getWidth()).isEqualTo(due.getWidth());
            assertThat(image.getHeight()).isEqualTo(due.getHeight());
            for (int at = 0; at < Math.min(due.getWidth(), due.getHeight()); at += 7) {
                assertThat(image.getPixelReader().getArgb(at, at)).isEqualTo(due.getRGB(at, at));
            }
        });
    }

    @Test
    void cancelEndsTheWorkAndLeavesNothing() throws InterruptedException {
        Path file = folder.resolve("long.png");
        CountDownLatch begun = new CountDownLatch(1);
        interact(() -> view().pictureExport().saving().file(file, (out, progress) -> {
            out.write(new byte[100_000]);
            for (int i = 0; ; i++) {
                progress.at(Math.min(0.9, i / 100_000.0));
                begun.countDown();
                Thread.onSpinWait();
            }
        }));
        begun.await();
        until(() -> view().lookup("#saving").isVisible());
        click("stage-3"); // the window stays usable
        assertThat(stage()).isEqualTo(3);
        interact(() -> view().pictureExport().copyPicture());
        assertThat(label("notice")).contains("“long.png” is still being made");
        click("saving-cancel");
        until(() -> view().pictureExport().saving().idle());
        assertThat(folder).isEmptyDirectory();
        assertThat(label("notice")).contains("cancelled");
        assertThat(view().lookup("#saving").isVisible()).isFalse();
    }

    @Test
    void aCancelledFilmLeavesTheEarlierFile() throws IOException {
        Path file = java.nio.file.Files.writeString(folder.resolve("film.gif"), "earlier");
        paste("river bank ".repeat(75));
        until(() -> trace().weights().from().size() == 150);
        interact(() -> {
            PictureExport pictureExport = view().pictureExport();
            pictureExport
                    .choices()
                    .set(pictureExport
                            .choices()
                            .get()
                            .with(What.SHEET)
                            .with(Format.GIF)
                            .withScale(4));
            answers.next(file);
            assertThat(pictureExport.savePicture()).isTrue();
            pictureExport.saving().cancel();
        });
        until(() -> view().pictureExport().saving().idle());
        assertThat(file).hasContent("earlier");
        assertThat(folder.toFile().list()).containsExactly("film.gif");
    }

    @Test
    void whatIsTooLargeIsRefusedBeforeAnythingStarts() {
        Figure large = new Figure(9000, 9000, List.of(), List.of());
        PictureChoices four = PictureChoices.USUAL.withScale(4);
        assertThat(PictureExport.problem(large, four)).get().asString().contains("36000 × 36000 pixels");
        assertThat(PictureExport.problem(large, four.with(Format.SVG))).isEmpty();
        assertThat(PictureExport.problem(large, four.withScale(2))).isEmpty();
    }

    private static Document parsed(Path svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(svg.toFile());
    }

    private static List<String> texts(Document svg) {
        var nodes = svg.getElementsByTagName("text");
        return java.util.stream.IntStream.range(0, nodes.getLength())
                .mapToObj(i -> nodes.item(i).getTextContent())
                .toList();
    }
}
