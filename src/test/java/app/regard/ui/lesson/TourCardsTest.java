package app.regard.ui.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.cli.InProcess;
import app.regard.draw.Spot;
import app.regard.file.Lessons;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cards of a tour are skipped, changed, and taken to paper and pages. */
class TourCardsTest extends TourDeeds {
    @Test
    void pagesAndSheetsAreMadeOfATour(@TempDir Path folder) {
        Path lesson = folder.resolve("tour.regard");
        Lessons.write(lesson, false, Tours.read("library"));
        Path page = folder.resolve("tour.html");
        assertThat(InProcess.run("page", "--lesson", lesson, "-o", page).err()).isEmpty();
        assertThat(page).content().contains("Other books, same labels?").contains("W_V");
        Path sheet = folder.resolve("tour.pdf");
        assertThat(InProcess.run("classsheet", "--lesson", lesson, "-o", sheet).err())
                .isEmpty();
        assertThat(sheet).isNotEmptyFile();
    }

    @Test
    void withoutATrainedModelItsCardsAreLeftOut() {
        assertThat(Tours.untrained(Tours.read("it"))).hasSize(5);
        assertThat(Tours.untrained(Tours.read("learned"))).isEmpty();
        assertThat(Tours.untrained(Tours.read("context"))).hasSize(8);
    }

    @Test
    void aCardIsSkippedAndATickStays() {
        open("context");
        assertThat(label("card-next")).isEqualTo("Skip  ▶");
        assertThat(node("card-next", Node.class).getAccessibleText()).isEqualTo("Skip this card");
        pointAt("stage", new Spot("X", 0, 0));
        assertThat(label("card-tick")).isEqualTo(DONE);
        pointAt("stage", new Spot("X", 1, 0));
        assertThat(label("card-tick")).as("what was done stays done").isEqualTo(DONE);
        click("card-next");
        assertThat(label("card-tick")).isEqualTo(TODO);
        click("card-next");
        assertThat(label("card-place")).isEqualTo("Card 3 of 8");
        click("card-back");
        click("card-back");
        assertThat(label("card-tick")).isEqualTo(DONE);
    }

    @Test
    void aTourIsATeachersOwnOnceItIsChanged() {
        open("three-words");
        click("notes-of-card");
        TextField title = node("card-title", TextField.class);
        click("card-title");
        interact(() -> title.setText("Rows and columns"));
        assertThat(view().lessonModel().changed()).isTrue();
        click("task-of-card");
        assertThat(label("card-question")).isEqualTo("Rows and columns");
        assertThat(view().lessonModel().open().get().orElseThrow().shown().done())
                .isPresent();
    }
}
