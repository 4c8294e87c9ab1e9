package app.regard.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.PrintedText;
import app.regard.ui.app.WindowTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cards of a lesson as pictures: panels of one sheet, or a file each in a folder. */
class CardsExportTest extends WindowTest {
    @TempDir
    private Path folder;

    /** Three cards: stage 1 of the first example, stage 2, and a lab. */
    private void lesson() {
        interact(() -> view().lessonModel().begin());
        interact(() -> view().lessonModel().cardTitle("Words"));
        keys(KeyCode.PAGE_DOWN);
        interact(() -> view().lessonModel().add());
        interact(() -> view().lessonModel().cardTitle("Projections"));
        interact(() -> view().lab().open("scaling"));
        until(() -> view().lab().page().isPresent());
        interact(() -> view().lessonModel().add());
        interact(() -> view().lessonModel().cardTitle("Scaled"));
        interact(() -> view().lab().leave());
        click("export");
        until(() -> has("#export-cards"));
        click("export-cards");
        until(() ->
                view().overlay().isOpen() && !node("export-save", Button.class).isDisabled());
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void chosenCardsArePanelsOfOneSheet() throws Exception {
        lesson();
        assertThat(focused()).isEqualTo("export-cards-sheet");
        tabTo("export-card-2");
        keys(KeyCode.SPACE);
        tabTo("export-format-png");
        keys(KeyCode.RIGHT, KeyCode.RIGHT);
        Path file = folder.resolve("sheet.pdf");
        answers.next(file);
        until(() -> !node("export-save", Button.class).isDisabled()
                && !label("export-size").isEmpty());
        keys(KeyCode.ENTER);
        until(() -> Files.exists(file) && view().pictureExport().saving().idle());
        String text = PrintedText.of(file).all();
        assertThat(text).contains("(a)", "Words", "(b)", "Scaled").doesNotContain("(c)", "Projections");
    }

    @Test
    void everyCardIsAFileAndWhatIsThereStays() throws Exception {
        Files.writeString(folder.resolve("2-projections.png"), "mine");
        lesson();
        click("export-cards-each");
        until(() -> !node("export-save", Button.class).isDisabled());
        answers.next(folder);
        click("export-save");
        until(() -> view().pictureExport().saving().idle() && label("notice").contains("With it 2 more"));
        assertThat(files()).containsExactly("1-words.png", "2-projections 2.png", "2-projections.png", "3-scaled.png");
        assertThat(folder.resolve("2-projections.png")).hasContent("mine");
        assertThat(Files.size(folder.resolve("3-scaled.png"))).isGreaterThan(5000);
    }

    @Test
    void nothingIsLeftOfWhatWasCancelled() throws Exception {
        lesson();
        click("export-cards-each");
        click("export-size-4×");
        until(() -> !node("export-save", Button.class).isDisabled());
        answers.next(folder);
        interact(() -> {
            node("export-save", Button.class).fire();
            view().pictureExport().saving().cancel();
        });
        until(() -> view().pictureExport().saving().idle());
        assertThat(label("notice")).contains("cancelled");
        assertThat(files()).isEmpty();
    }

    @Test
    void withoutACardNothingCanBeSaved() {
        lesson();
        for (int card = 1; card <= 3; card++) {
            click("export-card-" + card);
        }
        until(() -> label("export-size").contains("Choose at least one card"));
        assertThat(node("export-save", Button.class).isDisabled()).isTrue();
        assertThat(node("export-latex", Node.class).isDisabled()).isTrue();
    }
}
