package app.regard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.cli.options.AttentionOptionsTest;
import app.regard.draw.Spot;
import app.regard.export.picture.PictureComposer;
import app.regard.export.picture.What;
import app.regard.file.Lessons;
import app.regard.trace.Matrix;
import app.regard.trace.Moment;
import app.regard.trace.Reading;
import app.regard.trace.Source;
import app.regard.ui.app.Opening;
import app.regard.ui.app.WindowTest;
import app.regard.ui.export.PictureChoices;
import app.regard.ui.session.ViewState;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Patches of an image in the window: chosen beside the heat map, pointed at, laid over an image, taken away. */
class PatchesTest extends WindowTest {
    @TempDir
    private Path folder;

    /** Ten tokens: one and 3 × 3 patches; row i has half of its weight on token i, and 1/18 on each other. */
    private void openTen() throws IOException {
        open(AttentionOptionsTest.npy(folder, Matrix.fill(10, 10, (i, j) -> i == j ? 0.5 : 1 / 18.0)));
    }

    private void open(Path file) {
        interact(() -> session().openAttention(file));
        until(() -> session().shown().get().experiment().source() instanceof Source.Imported
                && !session().busy().get());
    }

    private Path image() throws IOException {
        Path file = folder.resolve("image.png");
        ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
        return file;
    }

    private boolean seen(String id) {
        return onWindow(() -> {
            Node of = node(id, Node.class);
            while (of != null && of.isVisible()) {
                of = of.getParent();
            }
            return of == null;
        });
    }

    private ViewState shown() {
        return session().shown().get();
    }

    @Test
    void patchesTakeThePlaceOfTheHeatMapOnlyWhereTokensAreASquareOfThem() throws IOException {
        assertThat(seen("map-patches"))
                .as("four words of a sentence are no patches")
                .isFalse();
        openTen();
        assertThat(seen("map-patches")).isTrue();
        assertThat(seen("heatmap")).isTrue();
        interact(() -> node("map-patches", ButtonBase.class).fire());
        assertThat(seen("patches")).isTrue();
        assertThat(seen("heatmap")).isFalse();
        until(() -> drawn("patches").texts().contains("“1”, the first token, is no patch: 0.5000"));
        open(AttentionOptionsTest.npy(folder, Matrix.fill(6, 6, (i, j) -> 1 / 6.0)));
        assertThat(seen("heatmap")).as("six tokens").isTrue();
        assertThat(seen("map-patches")).isFalse();
    }

    @Test
    void aPatchThatIsPointedAtIsACellOfTheWeightsAndAClickAsksFromThere() throws IOException {
        openTen();
        interact(() -> node("map-patches", ButtonBase.class).fire());
        until(() -> onWindow(
                () -> figure("patches").figure().boxOf(new Spot("A", 0, 9)).isPresent()));
        pointAt("patches", new Spot("A", 0, 9));
        assertThat(shown().asked()).isEqualTo(new Spot("A", 0, 9));
        assertThat(shown().pair().key()).hasValue(9);
        clickAt("patches", new Spot("A", 0, 9));
        assertThat(query()).isEqualTo(9);
        until(() -> drawn("patches").texts().contains("“1”, the first token, is no patch: 0.0556"));
    }

    @Test
    void anImageIsOpenedByTheButtonAndLiesUnderPicturesToo() throws IOException {
        openTen();
        answers.next(image());
        interact(() -> node("open-image", ButtonBase.class).fire());
        until(() -> shown().image().isPresent());
        assertThat(seen("patches")).as("an image is opened to be seen").isTrue();
        until(() -> drawn("patches").texts().stream().anyMatch(text -> text.startsWith("image drawn square")));
        assertThat(Drawn.of(PictureComposer.of(
                                shown().subject(),
                                PictureChoices.USUAL.with(What.PATCHES).picture(shown())))
                        .texts())
                .anyMatch(text -> text.startsWith("image drawn square"));
        interact(() -> view().export());
        assertThat(seen("export-patches")).isTrue();
    }

    @Test
    void anImageThatIsDroppedGoesUnderPatchesOrIsRefusedInALine() throws IOException {
        Path image = image();
        assertThat(Opening.chosen(List.of(image))).contains(image);
        interact(() -> view().opening().open(image));
        assertThat(label("notice")).contains("An image lies under attention over its patches", "Here ");
        openTen();
        Path broken = Files.writeString(folder.resolve("broken.jpg"), "nothing");
        interact(() -> view().opening().open(broken));
        until(() -> label("notice").contains("“broken.jpg” is no PNG or JPEG image"));
        assertThat(shown().image()).isEmpty();
        interact(() -> view().opening().open(image));
        until(() -> shown().image().isPresent());
    }

    /** What else is undone, before it or after, leaves the image as it is. */
    @Test
    void openingAnImageIsAStepThatCanBeUndone() throws IOException {
        openTen();
        interact(() -> session().goTo(6));
        Path image = image();
        interact(() -> view().opening().open(image));
        until(() -> shown().image().isPresent());
        String file = shown().experiment().source().table();
        interact(() -> session().read(Reading.PLAIN.with(new Reading.Places(List.of(1), false))));
        until(() -> shown().weights().to().size() == 9);
        interact(session()::undo);
        until(() -> shown().weights().to().size() == 10 && shown().image().isPresent());
        interact(session()::undo);
        until(() -> shown().image().isEmpty());
        assertThat(shown().experiment().source().table()).isEqualTo(file);
        interact(session()::redo);
        until(() -> shown().image().isPresent());
        interact(session()::undo);
        until(() -> shown().image().isEmpty());
        interact(session()::undo);
        until(() -> !shown().experiment().source().table().equals(file));
    }

    @Test
    void aLessonKeepsTheImageAndSaysWhenItIsGone() throws IOException {
        openTen();
        Path image = image();
        interact(() -> view().opening().open(image));
        until(() -> shown().image().isPresent());
        Path lesson = folder.resolve("l.regard");
        interact(() -> {
            view().lessonModel().begin();
            Lessons.write(
                    lesson,
                    true,
                    view().lessonModel().open().get().orElseThrow().lesson());
            session().choose(session().library().examples().get(0));
        });
        assertThat(view().lessonModel().hasLeft()).isTrue();
        assertThat(session().moment().image()).as("words have none").isNull();
        interact(() -> view().lessonModel().show());
        until(() -> shown().image().isPresent() && shown().patched());
        assertThat(view().lessonModel().hasLeft()).isFalse();

        Files.delete(image);
        interact(() -> session().show(new Moment(shown().experiment(), 6, 0)));
        until(() -> shown().image().isEmpty());
        interact(() -> session().show(Lessons.read(lesson).cards().get(0).moment()));
        until(() -> !session().busy().get() && label("notice").contains("There is no file"));
        assertThat(label("notice")).contains("image.png", "plain grid", "update the card");
        assertThat(shown().image()).isEmpty();
        assertThat(shown().patched()).isTrue();
    }
}
