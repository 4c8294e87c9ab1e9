package app.regard.export.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regard.draw.Box;
import app.regard.draw.Figure;
import app.regard.draw.Palette;
import app.regard.draw.Spot;
import app.regard.draw.Theme;
import app.regard.draw.View;
import app.regard.engine.Attention;
import app.regard.stage.Subject;
import app.regard.stage.WeightFigures;
import app.regard.stage.patches.PatchGrid;
import app.regard.trace.Experiment;
import app.regard.trace.Grid;
import app.regard.trace.Progress;
import app.regard.trace.Refusal;
import app.regard.trace.Source;
import app.regard.words.Library;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** What is taken away is read back by other programs' means: decoders, an XML parser, PDFBox. */
class PicturesTest {
    private static final double MARGIN = 24;
    private static final Library LIBRARY = new Library();

    static Subject of(String text, String head) {
        Experiment e = Experiment.of(text, new Source.Simple(head));
        return Subject.of(Attention.trace(LIBRARY.resolve(e)), e);
    }

    static Subject river() {
        Experiment e = LIBRARY.example("river").orElseThrow().experiment();
        return Subject.of(Attention.trace(LIBRARY.resolve(e)), e);
    }

    static byte[] bytes(Format format, Subject subject, Picture picture, double scale) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.write(subject, picture, FileSize.scaled(scale), 2.5, out, Progress.NONE);
        return out.toByteArray();
    }

    private static BufferedImage png(Subject subject, Picture picture, double scale) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(bytes(Format.PNG, subject, picture, scale)));
    }

    static Picture map(View view) {
        return Picture.of(What.HEATMAP, 6, 0, view);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void everyCellOfAPngHasTheColourOfItsWeight(int scale) throws IOException {
        Subject subject = river();
        Picture picture = new Picture(
                What.HEATMAP, 6, 0, View.USUAL, Ground.THEME, /* focus= */ false, /* caption= */ true, 0, 0, 0);
        BufferedImage image = png(subject, picture, scale);
        Figure map = WeightFigures.heatMap(subject.weights(), 76.0, View.USUAL, frame -> frame);
        Grid a = subject.weights().a();
        Palette palette = View.USUAL.palette();
        double most = 0;
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                most = Math.max(most, a.at(i, j));
            }
        }
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                Box cell = map.boxOf(new Spot("A", i, j)).orElseThrow().moved(MARGIN, MARGIN);
                int pixel = image.getRGB((int) ((cell.x() + 12) * scale), (int) ((cell.y() + 12) * scale));
                assertThat(pixel).as("cell %d, %d", i, j).isEqualTo(palette.sequential(a.at(i, j) / most));
            }
        }
        assertThat(image.getWidth())
                .isEqualTo((int) (PictureComposer.of(subject, picture).width() * scale));
    }

    @Test
    void aTransparentGroundHasNoPixelsAndAWhiteOneIsWhiteInAnyTheme() throws IOException {
        Picture dark = map(View.USUAL.withTheme(Theme.DARK));
        BufferedImage clear = png(river(), dark.with(Ground.TRANSPARENT), 1);
        assertThat(clear.getColorModel().hasAlpha()).isTrue();
        assertThat(clear.getRGB(3, 3) >>> 24).isZero();
        assertThat(png(river(), dark.with(Ground.WHITE), 1).getRGB(3, 3)).isEqualTo(0xFFFFFFFF);
        assertThat(png(river(), dark, 1).getRGB(3, 3))
                .isEqualTo(View.USUAL.withTheme(Theme.DARK).palette().of(app.regard.draw.ColourRole.GROUND));
    }

    @Test
    void theFocusedWordIsOnThePictureUnlessItIsLeftOut() throws IOException {
        Picture with = map(View.USUAL);
        Picture without = new Picture(What.HEATMAP, 6, 0, View.USUAL, Ground.THEME, false, true, 0, 0, 0);
        Figure map = WeightFigures.heatMap(river().weights(), 76.0, View.USUAL, frame -> frame);
        Box row = map.boxOf(new Spot("A", 0, 0)).orElseThrow().moved(MARGIN, MARGIN);
        int x = (int) (2 * row.centreX());
        int y = (int) (2 * (row.y() - 2.4)); // outside of the cells
        int query = View.USUAL.palette().of(app.regard.draw.ColourRole.QUERY);
        assertThat(png(river(), with, 2).getRGB(x, y)).isEqualTo(query);
        assertThat(png(river(), without, 2).getRGB(x, y)).isNotEqualTo(query);
    }

    @Test
    void legendLabelsAndCaptionCanBeLeftOut() throws Exception {
        Subject subject = river();
        View bare = View.USUAL.withLabels(false).withLegend(false);
        Picture picture = new Picture(What.HEATMAP, 6, 0, bare, Ground.THEME, false, false, 0, 0, 0);
        List<String> texts = texts(svg(subject, picture));
        assertThat(texts).hasSize(16).allMatch(t -> t.matches("0\\.\\d\\d"));
        assertThat(texts(svg(subject, map(View.USUAL)))).contains("bank", "river", "0", "0.77", "“bank of the river”");
    }

    /** Each of the eight stages stands under its formula, set with subscripts and fractions. */
    @Test
    void allStagesOnOneSheetHaveTheirFormulas() throws Exception {
        Document sheet = svg(river(), new Picture(What.SHEET, 1, 0, View.USUAL, Ground.THEME, true, true, 0, 0, 0));
        List<String> texts = texts(sheet);
        assertThat(String.join("", texts).replace(" ", ""))
                .contains("table[word", "Q=X·W", "S=Q·K", "√4=2.0000", "softmax(S′)", "A=softmax(S′),rowbyrow")
                .contains("O=A·V", "length‖a");
        assertThat(texts).as("subscripts stand alone").contains("ij", "model", "T");
    }

    static Document svg(Subject subject, Picture picture) throws Exception {
        byte[] written = bytes(Format.SVG, subject, picture, 1);
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(written));
    }

    static List<String> texts(Document svg) {
        NodeList found = svg.getElementsByTagName("text");
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            texts.add(found.item(i).getTextContent());
        }
        return texts;
    }

    @ParameterizedTest
    @EnumSource(What.class)
    void everyPictureCanBeWrittenInEveryFormatWithAnyText(What what) throws Exception {
        for (String text : List.of("a", "水 は 流れる 🙂 👨‍👩‍👧", "x ".repeat(64), "ﷺ עִבְרִית ไทย", "\uFFFF \uE000 𐀀")) {
            Subject subject = of(text, "similarity");
            for (Format format : Format.values()) {
                if (what == What.PATCHES
                        && PatchGrid.of(subject.weights().to().size()).isEmpty()) {
                    continue;
                }
                if (format == Format.GIF && what != What.STAGE) {
                    continue; // a film is the same whatever a single picture would show
                }
                assertThat(bytes(format, subject, Picture.of(what, 6, 0, View.USUAL), 0.5))
                        .as("%s as %s of “%s”", what, format, text)
                        .hasSizeGreaterThan(300);
            }
        }
    }

    @Test
    void aGifShowsTheEightStagesAtItsPace() throws IOException {
        byte[] written = bytes(Format.GIF, river(), Picture.of(What.STAGE, 1, 0, View.USUAL), 1);
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(written))) {
            reader.setInput(in);
            assertThat(reader.getNumImages(true)).isEqualTo(8);
            List<Integer> pixels = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                IIOMetadataNode root =
                        (IIOMetadataNode) reader.getImageMetadata(i).getAsTree("javax_imageio_gif_image_1.0");
                IIOMetadataNode control = (IIOMetadataNode)
                        root.getElementsByTagName("GraphicControlExtension").item(0);
                assertThat(control.getAttribute("delayTime")).isEqualTo("250");
                pixels.add(java.util.Arrays.hashCode(reader.read(i).getRGB(0, 0, 800, 400, null, 0, 800)));
            }
            assertThat(pixels).doesNotHaveDuplicates();
            IIOMetadataNode first =
                    (IIOMetadataNode) reader.getImageMetadata(0).getAsTree("javax_imageio_gif_image_1.0");
            IIOMetadataNode again = (IIOMetadataNode)
                    first.getElementsByTagName("ApplicationExtension").item(0);
            assertThat(again.getAttribute("applicationID")).isEqualTo("NETSCAPE");
        }
    }

    @Test
    void tooLargeAPictureIsRefusedBeforeAnyWork() {
        Figure wide = new Figure(4000, 10, List.of(), List.of());
        assertThatThrownBy(() -> Png.check(wide, 8.001))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("32004 × 81")
                .hasMessageContaining("Choose a smaller scale");
        Png.check(wide, 8);
        Figure square = new Figure(20_000, 20_000, List.of(), List.of());
        Png.check(square, 1);
        assertThatThrownBy(() -> Png.check(new Figure(20_001, 20_000, List.of(), List.of()), 1))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Gif.write(List.of(square), 2, 1, new ByteArrayOutputStream(), Progress.NONE))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aPictureWrittenInBandsIsThePicturePaintedAtOnce() throws IOException {
        Figure figure = PictureComposer.of(of("The cats are here", "agreement"), map(View.USUAL));
        double scale = 4500 / figure.width();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Double> shares = new ArrayList<>();
        Png.write(figure, scale, false, out, shares::add);
        BufferedImage whole = Png.image(figure, scale, false);
        assertThat((long) whole.getWidth() * whole.getHeight()).isGreaterThan(16_000_000);
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
        for (int y = 0; y < whole.getHeight(); y++) {
            for (int x = 0; x < whole.getWidth(); x += 7) {
                assertThat(read.getRGB(x, y)).isEqualTo(whole.getRGB(x, y));
            }
        }
        assertThat(shares).hasSizeGreaterThan(4).isSorted().endsWith(1.0);
    }

    @Test
    void theGroundReachesTheLastPixelAtEveryScale() throws IOException {
        for (double scale : new double[] {0.7, 1, 1.5, 2.3}) {
            BufferedImage read = png(river(), map(View.USUAL), scale);
            int ground = read.getRGB(0, 0);
            for (int y = 0; y < read.getHeight(); y++) {
                assertThat(read.getRGB(read.getWidth() - 1, y)).isEqualTo(ground);
            }
            for (int x = 0; x < read.getWidth(); x++) {
                assertThat(read.getRGB(x, read.getHeight() - 1)).isEqualTo(ground);
            }
        }
    }

    @Test
    void stagesOfWeightsWithoutATraceAreRefusedAndTheirMapIsNot() throws IOException {
        Subject whole = river();
        Subject weights = new Subject(whole.weights(), Optional.empty(), "imported", "from a file");
        assertThat(png(weights, map(View.USUAL), 1).getWidth()).isGreaterThan(300);
        assertThatThrownBy(() -> PictureComposer.of(weights, Picture.of(What.STAGE, 6, 0, View.USUAL)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("computed elsewhere");
    }
}
