package app.regard.ui.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.regard.PrintedText;
import app.regard.draw.ColourRange;
import app.regard.draw.Ramp;
import app.regard.export.picture.FileSize;
import app.regard.export.picture.Format;
import app.regard.export.picture.What;
import app.regard.ui.app.WindowTest;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures of one style from the window: their width, labels, decimals, colours and range, and what is refused. */
class FigureStyleTest extends WindowTest {
    private static final String TWELVE = "the old king saw a small red house near the big river";

    @TempDir
    private Path folder;

    /** Everything by the keyboard: 85 mm are 240.9 points, and labels are as large as they were asked for. */
    @Test
    void aColumnsWidthAndItsLabelsAreTypedAndMeasuredInThePdf() throws Exception {
        retype(TWELVE);
        open();
        tabTo("export-format-png");
        keys(KeyCode.RIGHT, KeyCode.RIGHT);
        tabTo("export-width");
        enter(KeyCode.DIGIT8, KeyCode.DIGIT5);
        tabTo("export-label-size");
        enter(KeyCode.DIGIT7);
        tabTo("export-decimals-2");
        keys(KeyCode.LEFT);
        tabTo("export-colours-blue");
        keys(KeyCode.RIGHT, KeyCode.RIGHT);
        tabTo("export-with-caption");
        keys(KeyCode.SPACE);
        until(() -> label("export-size").startsWith("85 ×"));
        assertThat(node("export-ground-white", ToggleButton.class).isSelected()).isTrue();
        Path file = folder.resolve("map.pdf");
        answers.next(file);
        until(() -> !node("export-save", Button.class).isDisabled());
        keys(KeyCode.ENTER);
        until(() -> Files.exists(file) && view().pictureExport().saving().idle());
        PrintedText text = PrintedText.of(file);
        assertThat(text.width()).isCloseTo(85 / 25.4 * 72, within(0.1));
        assertThat(text.sizes("house")).isNotEmpty().allSatisfy(s -> assertThat(s)
                .isCloseTo(7, within(0.3)));
        assertThat(text.all()).contains("0.1").doesNotContain("0.10");
    }

    @Test
    void theStyleIsKeptForTheNextFigureAndForALab() {
        open();
        typeInto("export-width", KeyCode.DIGIT8, KeyCode.DIGIT5);
        click("export-colours-grey");
        click("export-decimals-3");
        typeInto("export-range", KeyCode.DIGIT1);
        keys(KeyCode.ESCAPE);
        interact(() -> view().lab().open("scaling"));
        until(() -> view().lab().page().isPresent());
        open();
        until(() -> label("export-size").startsWith("85 ×"));
        click("export-decimals-1");
        keys(KeyCode.ESCAPE);
        interact(() -> view().lab().leave());
        open();
        FigureStyle style = view().pictureExport().choices().get().figures();
        assertThat(style.width().orElseThrow().millimetres()).isEqualTo(85);
        assertThat(style.decimals()).contains(1);
        assertThat(style.ramp()).contains(Ramp.GREY);
        assertThat(style.range()).contains(new ColourRange(1, false));
        assertThat(session().shown().get().view().ramp()).isEqualTo(Ramp.BLUE);
    }

    @Test
    void theHeatMapForLatexHasTheSameStyle() {
        open();
        typeInto("export-width", KeyCode.DIGIT9, KeyCode.DIGIT0);
        typeInto("export-label-size", KeyCode.DIGIT6);
        click("export-colours-grey");
        click("export-decimals-3");
        click("export-latex");
        String copied = onWindow(() -> Clipboard.getSystemClipboard().getString());
        assertThat(copied).contains("90mm", "\\fontsize{6}", "{$0.401$}", "0.40125203413609");
        Matcher colours = Pattern.compile("rgb255=\\((\\d+),(\\d+),(\\d+)\\)").matcher(copied);
        assertThat(colours.results().toList())
                .hasSizeGreaterThan(10)
                .allSatisfy(c -> assertThat(c.group(1)).isEqualTo(c.group(2)).isEqualTo(c.group(3)));
        assertThat(label("notice")).contains("PGFPlots");
        open();
        click("export-stage");
        assertThat(node("export-latex", Node.class).isDisabled()).isTrue();
    }

    /** In a column of 85 mm every one of twelve words can be read beside its row, its bar, its arc, in every stage. */
    @Test
    void wordsAreReadableInAColumnWhateverIsShown() throws Exception {
        retype(TWELVE);
        interact(() -> column(PictureChoices.USUAL));
        for (What what : List.of(What.HEATMAP, What.ARCS, What.BARS)) {
            interact(() -> column(PictureChoices.USUAL.with(what)));
            assertReadable(saved(view().pictureExport(), what.name()), what.name());
        }
        for (int stage = 1; stage <= 8; stage++) {
            interact(() -> column(PictureChoices.USUAL.with(What.STAGE)));
            assertReadable(saved(view().pictureExport(), "stage" + stage), "stage " + stage);
            keys(KeyCode.PAGE_DOWN);
        }
        for (String lab : List.of("scaling", "positions", "distance", "order", "sink", "cost")) {
            interact(() -> view().lab().open(lab));
            until(() -> view().lab().page().isPresent());
            PictureExport of =
                    onWindow(() -> view().pictureExport().of(view().lab().page().orElseThrow()));
            assertReadable(saved(of, lab), "lab " + lab);
            interact(() -> view().lab().leave());
        }
    }

    /** A whole lab is longer than a page; one of its plots is a figure. */
    @Test
    void onePlotOfALabIsAFigure() throws Exception {
        interact(() -> view().lab().open("scaling"));
        until(() -> view().lab().page().isPresent());
        open();
        typeInto("export-width", KeyCode.DIGIT8, KeyCode.DIGIT5);
        click("export-format-pdf");
        until(() -> label("export-size").startsWith("85 ×"));
        String whole = label("export-size");
        tabTo("export-part-0");
        keys(KeyCode.DOWN);
        assertThat(focused()).isEqualTo("export-part-1");
        until(() -> !label("export-size").equals(whole));
        Path file = folder.resolve("plot.pdf");
        answers.next(file);
        until(() -> !node("export-save", Button.class).isDisabled());
        keys(KeyCode.ENTER);
        until(() -> Files.exists(file) && view().pictureExport().saving().idle());
        PrintedText text = PrintedText.of(file);
        assertThat(text.all()).contains("Scores").doesNotContain("How widely");
        assertThat(text.lines()).allSatisfy(l -> assertThat(l.size()).isGreaterThanOrEqualTo(6));
        assertThat(answers.suggested().get(0)).contains("scaling-");
    }

    /** What is computed stands whole, on as many lines as it takes. */
    @Test
    void theArithmeticOfAStageIsNotCutInAColumn() throws Exception {
        retype(TWELVE);
        click("stage-6");
        interact(() -> column(PictureChoices.USUAL.with(What.STAGE)));
        String text = PrintedText.of(saved(view().pictureExport(), "whole")).all();
        assertThat(text).contains("= 1 ÷ (").containsPattern("more\\)\\) = 0\\.\\d{4}");
    }

    private void column(PictureChoices choices) {
        FigureStyle style = FigureStyle.AS_SHOWN.withWidth(Optional.of(FileSize.wide("85mm")));
        view().pictureExport()
                .choices()
                .set(choices.with(style).with(Format.PDF).withCaption(false));
    }

    private Path saved(PictureExport export, String name) {
        Path file = folder.resolve(name + ".pdf");
        answers.next(file);
        interact(() -> assertThat(export.savePicture()).isTrue());
        until(() -> Files.exists(file) && export.saving().idle());
        return file;
    }

    private static void assertReadable(Path pdf, String what) throws Exception {
        PrintedText text = PrintedText.of(pdf);
        assertThat(text.width()).as(what).isCloseTo(85 / 25.4 * 72, within(0.1));
        List<String> words = List.of(TWELVE.split(" "));
        assertThat(text.lines()).as(what).isNotEmpty().allSatisfy(line -> {
            boolean index = line.text().strip().length() <= 4
                    && !words.contains(line.text().strip());
            assertThat(line.size()).as(line.text()).isGreaterThanOrEqualTo(index ? 5.5 : 6); // of a formula
        });
        if (!what.startsWith("lab") && !what.equals("BARS")) { // which show the eleven largest
            assertThat(words).as(what).allSatisfy(word -> assertThat(text.all()).contains(word));
        }
    }

    @Test
    void pixelsOfAWidthAreAsManyAsAskedFor() throws Exception {
        open();
        typeInto("export-width", KeyCode.DIGIT6, KeyCode.DIGIT0, KeyCode.DIGIT0, KeyCode.P, KeyCode.X);
        until(() -> label("export-size").startsWith("600 ×"));
        assertThat(node("export-size-2×", Node.class).isDisabled()).isTrue();
        Path file = folder.resolve("map.png");
        answers.next(file);
        click("export-save");
        until(() -> Files.exists(file) && view().pictureExport().saving().idle());
        BufferedImage image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isEqualTo(600);
    }

    @Test
    void whatMakesNoSenseIsRefusedInPlaceAndNothingIsSaved() {
        open();
        refused("export-width", "85mm, 8.5cm, 3.5in or 600px", KeyCode.DIGIT8, KeyCode.X);
        refused("export-width", "choose another width or size of labels", KeyCode.DIGIT9);
        typeInto("export-width", KeyCode.DIGIT8, KeyCode.DIGIT5);
        refused("export-label-size", "2pt to 72pt", KeyCode.DIGIT1);
        typeInto("export-label-size", KeyCode.DIGIT7);
        refused("export-range", "a number above 0", KeyCode.DIGIT0);
        typeInto("export-range", KeyCode.DIGIT1);
        until(() -> !node("export-save", Button.class).isDisabled());
    }

    private void refused(String field, String due, KeyCode... typed) {
        typeInto(field, typed);
        keys(KeyCode.ENTER);
        assertThat(label(field + "-problem")).contains(due);
        assertThat(node(field, Node.class).getAccessibleHelp()).contains(due);
        assertThat(node("export-save", Button.class).isDisabled()).isTrue();
        assertThat(view().overlay().isOpen()).isTrue();
        assertThat(answers.suggested()).isEmpty();
    }

    @Test
    void everyControlIsNamedAndHasATooltip() {
        open();
        for (String id : List.of(
                "export-width",
                "export-label-size",
                "export-decimals-2",
                "export-colours-grey",
                "export-range",
                "export-logarithmic")) {
            Control control = node(id, Control.class);
            assertThat(control.getTooltip()).as(id).isNotNull();
            assertThat(control.getTooltip().getText()).as(id).isNotBlank();
        }
        assertThat(node("export-width", Node.class).getAccessibleText()).contains("Width");
        assertThat(node("export-colours-grey", Node.class).getAccessibleText()).isEqualTo("colours: Grey");
    }

    @Test
    void whatWasSavedIsShownInItsFolder() {
        open();
        Path file = folder.resolve("map.png");
        answers.next(file);
        until(() -> !node("export-save", Button.class).isDisabled());
        click("export-save");
        until(() -> label("notice").contains(folder.toString()));
        click("notice-action");
        until(() -> answers.showing().equals(List.of(file)));
        click("notice-close");
        click("export");
        until(() -> has("#export-show"));
        click("export-show");
        until(() -> answers.showing().equals(List.of(file, file)));
    }

    private void open() {
        together(KeyCode.CONTROL, KeyCode.E);
        assertThat(view().overlay().isOpen()).isTrue();
    }

    private void typeInto(String id, KeyCode... typed) {
        click(id);
        enter(typed);
    }

    private void enter(KeyCode... typed) {
        together(KeyCode.CONTROL, KeyCode.A);
        keys(typed);
    }
}
