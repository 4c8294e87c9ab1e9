package app.regard.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.cli.InProcess;
import app.regard.cli.options.AttentionOptionsTest;
import app.regard.file.Lesson;
import app.regard.file.Lessons;
import app.regard.source.AttentionFiles;
import app.regard.source.ImageFile;
import app.regard.trace.Experiment;
import app.regard.trace.Matrix;
import app.regard.trace.Moment;
import app.regard.trace.Source;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lesson with a card over an image: its pictures, page and class sheet draw what {@code render --what patches} draws. */
class PatchLessonTest {
    @TempDir
    private Path folder;

    private Path attention;
    private Path image;

    @BeforeEach
    void aCardOverAnImage() throws IOException {
        attention = AttentionOptionsTest.npy(folder, Matrix.fill(10, 10, (i, j) -> i == j ? 0.5 : 1 / 18.0));
        image = folder.resolve("cat.png");
        paint(0x336699);
        Experiment e = new AttentionFiles().open(attention);
        Moment over =
                new Moment(e, 6, 3).withImage(Optional.of(ImageFile.lay(image).file()));
        Experiment words = Experiment.of("river bank", new Source.Simple("similarity"));
        Lessons.write(
                folder.resolve("l.regard"),
                true,
                new Lesson(
                        "Cats",
                        "",
                        List.of(
                                new Lesson.Card(over, "A cat", "Look at the ear."),
                                new Lesson.Card(new Moment(words, 6, 1), "Words", ""))));
    }

    private void paint(int colour) throws IOException {
        BufferedImage pixels = new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB);
        pixels.setRGB(3, 4, colour);
        ImageIO.write(pixels, "png", image.toFile());
    }

    private InProcess run(String... arguments) {
        return InProcess.in(folder, arguments);
    }

    /** The image of a picture, as it is embedded. */
    private static String embedded(String picture) {
        int from = picture.indexOf("data:image/png;base64,");
        assertThat(from)
                .as(picture.substring(0, Math.min(2000, picture.length())))
                .isNotNegative();
        return picture.substring(from, picture.indexOf('"', from));
    }

    @Test
    void itsPicturePageAndSheetLieOverTheImage() throws Exception {
        String name = attention.getFileName().toString();
        InProcess render = run(
                "render",
                "--attention",
                name,
                "--what",
                "patches",
                "--image",
                "cat.png",
                "--focus",
                "4",
                "-o",
                "r.svg");
        assertThat(render.code()).as(render.err()).isZero();
        String rendered = embedded(Files.readString(folder.resolve("r.svg")));

        InProcess pictures = run("lesson", "l.regard", "-o", "cards", "--format", "svg", "--cards", "1");
        assertThat(pictures.code()).as(pictures.err()).isZero();
        String card;
        try (Stream<Path> files = Files.list(folder.resolve("cards"))) {
            card = Files.readString(files.findFirst().orElseThrow());
        }
        assertThat(embedded(card)).isEqualTo(rendered);
        assertThat(card).contains("the first token, is no patch: 0.0556");

        InProcess page = run("page", "--lesson", "l.regard", "-o", "l.html");
        assertThat(page.code()).as(page.err()).isZero();
        String html = Files.readString(folder.resolve("l.html"));
        assertThat(embedded(html)).isEqualTo(rendered);
        assertThat(html).contains("A cat", "Look at the ear.", "the first token, is no patch: 0.0556", "scene0");
        assertThat(html.split("data-scene", -1)).as("of the words alone").hasSize(2);

        InProcess sheet = run("classsheet", "--lesson", "l.regard", "-o", "l.pdf");
        assertThat(sheet.code()).as(sheet.err()).isZero();
        try (PDDocument document = Loader.loadPDF(folder.resolve("l.pdf").toFile())) {
            assertThat(document.getPage(0).getResources().getXObjectNames()).isNotEmpty();
            assertThat(new PDFTextStripper().getText(document))
                    .contains("A cat", "Look at the ear.", "What “4” attends to · computed elsewhere");
        }
    }

    @Test
    void anImageOrAFileThatIsGoneOrAnotherIsRefusedWithTheCard() throws IOException {
        paint(0x996633);
        for (String[] command : List.of(
                new String[] {"page", "--lesson", "l.regard", "-o", "l.html"},
                new String[] {"lesson", "l.regard", "-o", "cards"},
                new String[] {"classsheet", "--lesson", "l.regard", "-o", "l.pdf"})) {
            InProcess run = run(command);
            assertThat(run.code()).as(command[0]).isNotZero();
            assertThat(run.err()).as(command[0]).contains("is not the one that was laid under the patches");
        }
        Files.delete(image);
        assertThat(run("page", "--lesson", "l.regard", "-o", "l.html").err()).contains("There is no file", "cat.png");
        paint(0x336699);
        assertThat(run("page", "--lesson", "l.regard", "-o", "l.html").code()).isZero();
        AttentionOptionsTest.npy(folder, Matrix.fill(10, 10, (i, j) -> 0.1));
        assertThat(run("page", "--lesson", "l.regard", "-o", "m.html").err())
                .contains("“A cat”", "is not the file that it was when this was kept");
    }
}
