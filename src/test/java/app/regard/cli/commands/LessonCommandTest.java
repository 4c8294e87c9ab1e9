package app.regard.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.regard.cli.InProcess;
import app.regard.file.Lesson;
import app.regard.file.Lessons;
import app.regard.trace.Experiment;
import app.regard.trace.Moment;
import app.regard.trace.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LessonCommandTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void threeCards() {
        Lessons.write(
                folder.resolve("l.regard"),
                false,
                new Lesson(
                        "Three",
                        "",
                        List.of(
                                card("the river bank", 6, "Same word"),
                                card("the bank account", 6, "Another sentence"),
                                card("birds fly", 3, ""))));
    }

    private static Lesson.Card card(String text, int stage, String title) {
        return new Lesson.Card(new Moment(Experiment.of(text, new Source.Simple("similarity")), stage, 1), title, "");
    }

    @Test
    void aFolderHasAPictureACard() throws Exception {
        InProcess run = InProcess.in(folder, "lesson", "l.regard", "-o", "cards", "--format", "svg");
        assertThat(run.code()).as(run.err()).isZero();
        List<Path> files;
        try (Stream<Path> all = Files.list(folder.resolve("cards"))) {
            files = all.sorted().toList();
        }
        assertThat(files).hasSize(3);
        assertThat(Files.readString(files.get(2))).contains("3 / 8").contains("birds");
        assertThat(Files.readString(files.get(0))).contains("6 / 8").contains("river");
    }

    @Test
    void aSheetHasTheChosenCardsAsPanelsInTheirOrder() throws Exception {
        InProcess run = InProcess.in(
                folder, "lesson", "l.regard", "-o", "s.pdf", "--cards", "2,1", "--what", "heatmap", "--width", "178mm");
        assertThat(run.code()).as(run.err()).isZero();
        try (PDDocument document = Loader.loadPDF(folder.resolve("s.pdf").toFile())) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(document.getPage(0).getMediaBox().getWidth()).isCloseTo(178 / 25.4f * 72, within(0.1f));
            String text = new PDFTextStripper().getText(document);
            assertThat(text.indexOf("(a)")).isNotNegative();
            assertThat(text)
                    .contains("(b)", "Another sentence", "Same word", "account")
                    .doesNotContain("(c)", "birds");
            assertThat(text.indexOf("Another sentence")).isLessThan(text.indexOf("Same word"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--cards 4 -o s.png|cards 1 to 3",
                "--stage 2 -o s.png|brings its stage",
                "--format gif -o d|choose png, svg or pdf"
            })
    void whatCannotBeIsSaid(String options, String due) {
        String[] all = Stream.concat(Stream.of("lesson", "l.regard"), Stream.of(options.split(" ")))
                .toArray(String[]::new);
        InProcess run = InProcess.in(folder, all);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(due);
    }
}
