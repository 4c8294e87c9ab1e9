package app.regard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.draw.Box;
import app.regard.draw.Figure;
import app.regard.export.picture.Format;
import app.regard.export.picture.What;
import app.regard.ui.app.WindowTest;
import app.regard.ui.export.PictureChoices;
import app.regard.ui.export.PictureExport;
import app.regard.ui.kit.PixelImage;
import app.regard.ui.kit.Preview;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.Node;
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
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

/** The pane for pictures: what is chosen is shown, and what is shown is what is saved. */
class ExportTest extends WindowTest {
    /** How far around a place it is looked whether the colour is the same. */
    private static final int EVEN = 3;

    @TempDir
    private Path folder;

    @Test
    void theHeatMapIsSavedWithTheColoursOfTheWindow() throws IOException {
        Map<Integer, Integer> cells = new HashMap<>();
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                Box box = figure("heatmap").figure().boxOf(cell(i, j)).orElseThrow();
                cells.merge(figure("heatmap").pixel(box.centreX(), box.y() + box.height() * 0.15), 1, Integer::sum);
            }
        }
        assertThat(cells).hasSizeGreaterThan(10);
        open();
        BufferedImage is = ImageIO.read(save("map.png").toFile());
        Map<Integer, Integer> pixels = new HashMap<>();
        for (int y = 0; y < is.getHeight(); y++) {
            for (int x = 0; x < is.getWidth(); x++) {
                pixels.merge(is.getRGB(x, y), 1, Integer::sum);
            }
        }
        cells.forEach((colour, times) ->
                assertThat(pixels.getOrDefault(colour, 0)).as("%08x", colour).isGreaterThan(times * 1000));
        assertThat(label("notice")).startsWith("Saved as “map.png”");
        assertThat(answers.suggested()).containsExactly("bank-of-the-river-heatmap.png");
        assertThat(view().overlay().isOpen()).isFalse();
    }

    @Test
    void whatArrowKeysChooseIsWhatIsSaved() throws IOException {
        open();
        tabTo("export-heatmap");
        keys(KeyCode.DOWN);
        assertThat(focused()).isEqualTo("export-stage");
        int width = width() / 2;
        tabTo("export-size-2×");
        keys(KeyCode.RIGHT);
        untilWidthIs(width * 3);
        save("by-keys.png");
        assertThat(answers.suggested()).containsExactly("bank-of-the-river-stage-1.png");
    }

    @Test
    void theNumbersBelowThePreviewAreThePicturesPixels() throws IOException {
        open();
        int map = width();
        click("export-stage");
        until(() -> width() != map); // a stage is no map
        int two = width();
        click("export-size-3×");
        untilWidthIs(two / 2 * 3);
        int width = number(label("export-size"), 0);
        int height = number(label("export-size"), 1);
        BufferedImage is = ImageIO.read(save("stage.png").toFile());
        assertThat(is.getWidth()).isEqualTo(width);
        assertThat(is.getHeight()).isEqualTo(height);
    }

    @Test
    void thePreviewIsThePicture() throws IOException {
        open();
        click("export-bars");
        click("export-size-1×");
        BufferedImage saved = ImageIO.read(save("bars.png").toFile());
        open(); // on the same choices
        Preview preview = (Preview) view().lookup("#preview");
        until(() -> preview.sheets().size() == 1);
        PixelImage previewed = preview.sheets().get(0);
        Map<Integer, Integer> colours = new HashMap<>();
        for (int y = EVEN; y < saved.getHeight() - EVEN; y += 3) {
            for (int x = EVEN; x < saved.getWidth() - EVEN; x += 3) {
                if (even(saved, x, y)) {
                    assertThat(previewed.pixel(x, y)).as("%d, %d", x, y).isEqualTo(saved.getRGB(x, y));
                    colours.merge(saved.getRGB(x, y), 1, Integer::sum);
                }
            }
        }
        assertThat(colours).hasSizeGreaterThan(1); // the ground, and bars on it
    }

    /** Whether a picture has one colour around a place, so that it has it also where the picture is made smaller. */
    private static boolean even(BufferedImage image, int x, int y) {
        for (int dy = -EVEN; dy <= EVEN; dy++) {
            for (int dx = -EVEN; dx <= EVEN; dx++) {
                if (image.getRGB(x + dx, y + dy) != image.getRGB(x, y)) {
                    return false;
                }
            }
        }
        return true;
    }

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
    void onlyAllStagesBecomeAFilmAndWhatMakesNoSenseIsGrey() {
        open();
        assertThat(node("export-format-gif", Node.class).isDisabled()).isTrue();
        assertThat(node("export-pace", Node.class).isDisabled()).isTrue();
        click("export-sheet");
        click("export-format-gif");
        assertThat(node("export-pace", Node.class).isDisabled()).isFalse();
        assertThat(node("export-ground-transparent", Node.class).isDisabled()).isTrue();
        assertThat(node("export-copy", Button.class).isDisabled()).isTrue();
        click("export-bars");
        assertThat(choices().format()).isEqualTo(Format.PNG);
        assertThat(node("export-with-focus", Node.class).isDisabled()).isTrue();
        click("export-format-svg");
        assertThat(node("export-size-4×", Node.class).isDisabled()).isTrue();
        click("export-ground-white");
        assertThat(node("export-theme-of-picture-dark", Node.class).isDisabled())
                .isTrue();
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
    void choicesStayForTheSession() {
        open();
        click("export-stage");
        click("export-format-pdf");
        click("export-with-caption");
        keys(KeyCode.ESCAPE);
        open();
        assertThat(choices().what().orElseThrow()).isEqualTo(What.STAGE);
        assertThat(choices().format()).isEqualTo(Format.PDF);
        assertThat(choices().caption()).isFalse();
    }

    @Test
    void escapeClosesThePaneAndGivesTheKeyboardBack() {
        tabTo("heatmap");
        open();
        assertThat(focused()).isEqualTo("export-heatmap");
        keys(KeyCode.ESCAPE);
        assertThat(view().overlay().isOpen()).isFalse();
        assertThat(focused()).isEqualTo("heatmap");
    }

    @Test
    void theKeyboardStaysInThePane() {
        open();
        for (int i = 0; i < 40; i++) {
            keys(KeyCode.TAB);
            assertThat(focused()).startsWith("export-");
        }
        keys(KeyCode.PAGE_DOWN);
        assertThat(stage()).isEqualTo(1);
    }

    @Test
    void whoThinksBetterOfItKeepsThePane() {
        open();
        until(() -> !node("export-save", Button.class).isDisabled());
        click("export-save");
        assertThat(view().overlay().isOpen()).isTrue();
        assertThat(answers.suggested()).hasSize(1);
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

    @Test
    void theRightButtonPrefersWhatTheFigureShows() {
        for (var figure : List.of(
                List.of("heatmap", What.HEATMAP),
                List.of("stage", What.STAGE),
                List.of("strip", What.ARCS),
                List.of("bars", What.BARS))) {
            String id = (String) figure.get(0);
            askForMenu(id);
            until(() -> lookup("#export-picture").tryQuery().isPresent());
            click("export-picture");
            until(() -> view().overlay().isOpen());
            assertThat(choices().what().orElseThrow()).as(id).isEqualTo(figure.get(1));
            keys(KeyCode.ESCAPE);
            until(() -> listWindows().size() == 1);
        }
    }

    @Test
    void theMenuOpensThePaneToo() {
        click("export");
        until(() -> lookup("#export-picture").tryQuery().isPresent());
        click("export-picture");
        until(() -> view().overlay().isOpen());
    }

    @Test
    void theCaptionIsOfWhatIsShownNotOfWhatWasRefused() {
        retype("x");
        together(KeyCode.CONTROL, KeyCode.A);
        keys(KeyCode.DELETE);
        assertThat(field().getText()).isEmpty();
        assertThat(view().pictureExport().subject().title()).isEqualTo("x");
    }

    // ---- what a reader does

    private void open() {
        together(KeyCode.CONTROL, KeyCode.E);
        assertThat(view().overlay().isOpen()).isTrue();
    }

    private Path save(String name) {
        Path file = folder.resolve(name);
        answers.next(file);
        until(() -> !node("export-save", Button.class).isDisabled());
        click("export-save");
        until(() -> java.nio.file.Files.exists(file)
                && view().pictureExport().saving().idle());
        return file;
    }

    private PictureChoices choices() {
        return view().pictureExport().choices().get();
    }

    /** The width that is told below the preview; waits until it is. */
    private int width() {
        until(() -> !label("export-size").isEmpty());
        return number(label("export-size"), 0);
    }

    /** Waits until the picture has a width, or for each of its units one pixel more or less. */
    private void untilWidthIs(int due) {
        until(() -> !label("export-size").isEmpty() && Math.abs(number(label("export-size"), 0) - due) <= 3);
    }

    private static Document parsed(Path svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(svg.toFile());
    }

    /** The first or second number of a text. */
    private static int number(String text, int which) {
        Matcher digits = Pattern.compile("[0-9]+").matcher(text.replace("\u202F", ""));
        for (int i = 0; i <= which; i++) {
            assertThat(digits.find()).as(text).isTrue();
        }
        return Integer.parseInt(digits.group());
    }

    private static List<String> texts(Document svg) {
        var nodes = svg.getElementsByTagName("text");
        return java.util.stream.IntStream.range(0, nodes.getLength())
                .mapToObj(i -> nodes.item(i).getTextContent())
                .toList();
    }
}
