package app.regard.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.export.code.JavaCode;
import app.regard.export.code.NumpyCode;
import app.regard.file.Cases;
import app.regard.file.array.Csv;
import app.regard.file.array.Npy;
import app.regard.file.array.Npz;
import app.regard.lab.ask.Questions;
import app.regard.lab.ask.QuizQuestion;
import app.regard.ui.app.WindowTest;
import app.regard.ui.kit.SystemFileDialogs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Numbers, code and pages go out through the menu as they are shown. */
class DataExportTest extends WindowTest {
    @TempDir
    private Path folder;

    @Test
    void theNumbersGoOutAsJsonThatGivesTheSameWeights() {
        Path file = save("export-json", "numbers.json");
        assertThat(answers.suggested()).containsExactly("bank-of-the-river-numbers.json");
        var read = Cases.read(file);
        assertThat(read.cases()).hasSize(1);
        assertThat(app.regard.engine.Attention.trace(read.cases().get(0).in())
                        .weights()
                        .a())
                .isEqualTo(trace().weights().a());
    }

    @Test
    void theNumbersGoOutAsNpz() {
        Path file = save("export-npz", "numbers.npz");
        var weights = Npz.read(file, "weights");
        assertThat(weights.grid().at(0, 3)).isEqualTo(weight(0, 3));
        assertThat(Npz.headers(file)).containsKeys("X", "Q", "K", "V", "scores", "outputs");
    }

    @Test
    void aMatrixOfTheStageGoesOutAsCsv() {
        click("stage-6");
        Path file = folder.resolve("rows.csv");
        answers.next(file);
        menu("export-csv");
        keys(KeyCode.RIGHT);
        until(() -> has("#export-csv-weights"));
        click("export-csv-weights");
        untilSaved(file);
        Csv.Labelled read = Csv.read(file);
        assertThat(read.rows()).containsExactly("bank", "of", "the", "river");
        assertThat(read.grid().at(0, 3)).isEqualTo(weight(0, 3));
    }

    @Test
    void everyStageOffersTheMatricesThatItShows() {
        List<List<String>> due = List.of(
                List.of("X"),
                List.of("X", "W_Q", "Q", "W_K", "K", "W_V", "V"),
                List.of("Q", "K", "S"),
                List.of("S", "S/√d"),
                List.of("S/√d", "max", "E"),
                List.of("E", "Σ", "A"),
                List.of("a", "V", "aV", "‖aV‖"),
                List.of("A", "V", "O"));
        for (int stage = 1; stage <= 8; stage++) {
            int shown = stage;
            interact(() -> session().goTo(shown));
            List<String> parts = onWindow(() ->
                    written().parts().stream().map(app.regard.stage.Part::label).toList());
            if (stage == 8) {
                assertThat(parts).contains("V", "O");
            } else {
                assertThat(parts).as("stage %d", stage).containsExactlyInAnyOrderElementsOf(due.get(stage - 1));
            }
        }
    }

    @Test
    void theMatrixUnderTheMouseIsTheOneThatIsMeant() {
        click("stage-6");
        Path file = folder.resolve("map.npy");
        answers.next(file);
        askForMenu("heatmap");
        until(() -> has("#export-npy"));
        click("export-npy");
        untilSaved(file);
        assertThat(Npy.read(file).grid().at(2, 2)).isEqualTo(weight(2, 2));
    }

    @Test
    void theCellThatIsAskedAboutAndWhatIsAroundItGoOutAsQuestions() {
        List<Integer> counts = List.of(1, 4, 4, 16);
        for (int stage : List.of(3, 6)) {
            interact(() -> session().goTo(stage));
            for (int i = 0; i < counts.size(); i++) {
                Path file = folder.resolve(stage + "-" + i + ".gift");
                answers.next(file);
                menu("export-questions");
                keys(KeyCode.RIGHT);
                String item = "export-questions-" + i;
                until(() -> has("#" + item));
                click(item);
                untilSaved(file);
                List<QuizQuestion> asked = Questions.read(file);
                assertThat(asked).hasSize(counts.get(i));
                // bank and river, in NumPy: score 3.0788, weight .4013
                assertThat(asked).anyMatch(q -> q.right(stage == 3 ? "3.0788" : "0.4013"));
            }
        }
    }

    @Test
    void codeIsCopied() {
        for (String item : List.of("export-numpy", "export-java", "export-latex-matrix", "export-latex-table")) {
            menu("export-code");
            keys(KeyCode.RIGHT);
            until(() -> has("#" + item));
            click(item);
            until(() -> listWindows().size() == 1);
            String copied = onWindow(() -> Clipboard.getSystemClipboard().getString());
            switch (item) {
                case "export-numpy" -> assertThat(copied).isEqualTo(NumpyCode.of(trace(), ""));
                case "export-java" -> assertThat(copied).isEqualTo(JavaCode.of(trace(), ""));
                case "export-latex-matrix" ->
                    assertThat(copied).contains("bmatrix").contains("0.40");
                default -> assertThat(copied).contains("tabular").contains("river");
            }
        }
    }

    @Test
    void codeWithTooManyNumbersIsSavedWithThemBesideIt() throws IOException {
        paste("house dog ".repeat(70));
        until(() -> trace().weights().from().size() == 140);
        assertThat(NumpyCode.needsArrays(trace())).isTrue();
        Path script = folder.resolve("many.py");
        Path earlier = java.nio.file.Files.writeString(folder.resolve("many.npz"), "somebody’s");
        answers.next(script);
        interact(() -> written().numpy());
        untilSaved(script);
        assertThat(java.nio.file.Files.readString(script)).isEqualTo(NumpyCode.of(trace(), "many 2.npz"));
        assertThat(Npz.headers(folder.resolve("many 2.npz")).keySet())
                .isEqualTo(NumpyCode.arrays(trace()).keySet());
        assertThat(java.nio.file.Files.readString(earlier)).isEqualTo("somebody’s");
        assertThat(label("notice")).contains("many.py").contains("many 2.npz");
    }

    @Test
    void aWebPageIsSaved() throws IOException {
        Path file = save("export-page", "page.html");
        assertThat(java.nio.file.Files.readString(file))
                .contains("bank")
                .contains("Why")
                .contains("river");
    }

    @Test
    void aLessonIsSavedAsAWebPage() throws IOException {
        interact(() -> {
            view().lessonModel().begin();
            view().lessonModel().cardNotes("said <first>");
            session().type("a dog");
            view().lessonModel().add();
            view().lessonModel().title("Two & more");
        });
        Path file = save("export-lesson-page", "lesson.html");
        assertThat(java.nio.file.Files.readString(file))
                .contains("said &lt;first&gt;")
                .contains("Two &amp; more")
                .contains("dog");
        assertThat(answers.suggested()).containsExactly("two-more.html");
    }

    @Test
    void aClassSheetIsSaved() throws IOException {
        Path file = folder.resolve("sheet.pdf");
        answers.next(file);
        menu("export-class-sheet");
        click("export-class-sheet");
        until(() -> label("sheet-place").startsWith("Page 1 of "));
        int both = Integer.parseInt(label("sheet-place").substring("Page 1 of ".length()));
        click("sheet-save");
        untilSaved(file);
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(both).isGreaterThan(1);
        }
    }

    @Test
    void aClassSheetAsksForChosenStepsOnChosenPagesAndWarnsOfAnswersThatAreAlike() {
        interact(() -> session().type("of the of"));
        menu("export-class-sheet");
        click("export-class-sheet");
        until(() -> label("sheet-place").startsWith("Page 1 of "));
        for (int step = 2; step <= 8; step++) {
            int at = step;
            interact(() -> node("sheet-step-" + at, CheckBox.class).setSelected(false));
        }
        assertThat(label("sheet-warning")).contains("at least one step");
        assertThat(node("sheet-save", Node.class).isDisabled()).isTrue();
        interact(() -> node("sheet-step-6", CheckBox.class).setSelected(true));
        assertThat(node("sheet-save", Node.class).isDisabled()).isFalse();
        interact(() -> session().change(e -> e.withTemperature(1000)));
        keys(KeyCode.ESCAPE);
        menu("export-class-sheet");
        click("export-class-sheet");
        until(() -> label("sheet-warning").contains("alike"));
    }

    @Test
    void whatIsTooLongForAPageIsSaid() {
        paste("river ".repeat(40));
        until(() -> trace().weights().from().size() == 40);
        answers.next(folder.resolve("long.html"));
        menu("export-page");
        click("export-page");
        until(() -> label("notice").contains("up to 32 words"));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aNameWithoutEndingHarmsNothing() throws IOException {
        java.nio.file.Files.writeString(folder.resolve("map.png"), "somebody’s");
        assertThat(SystemFileDialogs.withEnding(folder.resolve("map"), "png")).isEqualTo(folder.resolve("map 2.png"));
        assertThat(SystemFileDialogs.withEnding(folder.resolve("map.PNG"), "png"))
                .isEqualTo(folder.resolve("map.PNG"));
        assertThat(SystemFileDialogs.withEnding(folder.resolve("new.b"), "png")).isEqualTo(folder.resolve("new.b.png"));
    }

    private DataExport written() {
        return new DataExport(session(), answers, view().saving());
    }

    /** Opens the menu and points at an entry. */
    private void menu(String item) {
        click("export");
        until(() -> has("#" + item));
        pointAt(item);
    }

    private Path save(String item, String name) {
        Path file = folder.resolve(name);
        answers.next(file);
        menu(item);
        click(item);
        untilSaved(file);
        return file;
    }

    private void untilSaved(Path file) {
        until(() -> java.nio.file.Files.exists(file) && view().saving().idle());
    }
}
