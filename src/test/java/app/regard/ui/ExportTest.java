package app.regard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.draw.Box;
import app.regard.export.picture.Format;
import app.regard.export.picture.What;
import app.regard.ui.kit.PixelImage;
import app.regard.ui.kit.Preview;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The pane for pictures: what is chosen is shown, and what is shown is what is saved. */
class ExportTest extends ExportWindow {
    /** How far around a place it is looked whether the colour is the same. */
    private static final int EVEN = 3;

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
        until(() -> !label("export-size").isEmpty() && number(label("export-size"), 0) != map); // a stage is no map
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
    void theRightButtonPrefersWhatTheFigureShows() {
        for (var figure : List.of(
                List.of("heatmap", What.HEATMAP),
                List.of("stage", What.STAGE),
                List.of("strip", What.ARCS),
                List.of("bars", What.BARS))) {
            String id = (String) figure.get(0);
            askForMenu(id);
            until(() -> has("#export-picture"));
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
        until(() -> has("#export-picture"));
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

    /** The width that is told below the preview; waits until it is. */
    private int width() {
        until(() -> !label("export-size").isEmpty());
        return number(label("export-size"), 0);
    }

    /** Waits until the picture has a width, or for each of its units one pixel more or less. */
    private void untilWidthIs(int due) {
        until(() -> !label("export-size").isEmpty() && Math.abs(number(label("export-size"), 0) - due) <= 3);
    }

    /** The first or second number of a text. */
    private static int number(String text, int which) {
        Matcher digits = Pattern.compile("[0-9]+").matcher(text.replace("\u202F", ""));
        for (int i = 0; i <= which; i++) {
            assertThat(digits.find()).as(text).isTrue();
        }
        return Integer.parseInt(digits.group());
    }
}
