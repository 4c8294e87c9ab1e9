package app.regard.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.regard.draw.Spot;
import app.regard.file.array.Csv;
import app.regard.stage.LayerPlot;
import app.regard.trace.Experiment;
import app.regard.ui.app.WindowTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A word through the layers: opened, typed into, asked about, saved; its numbers are those of the model. */
@Tag("model")
class LayersTest extends WindowTest {
    private static final String MONEY = "He brought the money to the bank.";

    @TempDir
    private Path folder;

    @BeforeEach
    void openTheLayers() {
        keys(KeyCode.ENTER, KeyCode.L); // leaves the sentence first
        until(() -> has("#lab-panel-layers") && shows("“bank” and “bank” in the second sentence"));
    }

    /** Whether the number that is asked about is of this comparison. */
    private boolean shows(String comparison) {
        return label("lab-why-about").startsWith(comparison + ",");
    }

    /** What the plot must show: how far the word moves, how alike the two are, and what is usual, from the input on. */
    private List<double[]> due(String text, String word, String other, String otherWord) {
        return Truth.alike(
                session().model().passed(text), word, session().model().passed(other), otherWord);
    }

    /** Holds the plot's numbers to the model's. */
    private void assertPlot(List<double[]> due) {
        List<String> texts = drawn("lab-panel-layers").texts();
        for (double[] line : due) {
            for (double value : line) {
                assertThat(texts).contains(Truth.shown(value, 3));
            }
        }
        assertThat(figure("lab-panel-layers").figure().boxOf(spot(due.size() - 1, 6)))
                .isPresent();
        assertThat(figure("lab-panel-layers").figure().boxOf(spot(due.size(), 6)))
                .isEmpty();
    }

    private static Spot spot(int line, int place) {
        return new Spot(LayerPlot.LAYERS, line, place);
    }

    private void type(String field, String text) {
        interact(() -> node(field, TextField.class).setText(text));
    }

    @Test
    void itBeginsWithTheWindowsSentenceAndAPairForItsWord() {
        assertThat(node("sentence", TextField.class).getText()).isEqualTo("bank of the river");
        assertThat(node("lab-with", TextField.class).getText()).isEqualTo(MONEY);
        assertPlot(due("bank of the river", "bank", MONEY, "bank"));
        assertThat(focused()).isEqualTo("lab-panel-layers");
        assertThat(figure("lab-panel-layers").getAccessibleText())
                .startsWith(
                        "A word through the layers of all-MiniLM-L6-v2. “bank” and “bank” in the second sentence, after layer 5: 0.");
    }

    @Test
    void everyNumberIsAskedWhereItComesFrom() {
        List<double[]> due = due("bank of the river", "bank", MONEY, "bank");
        pointAt("lab-panel-layers", spot(0, 0));
        assertThat(label("lab-why-question")).isEqualTo("Why 1.0000?");
        pointAt("lab-panel-layers", spot(1, 3));
        assertThat(label("lab-why-about")).isEqualTo("“bank” and “bank” in the second sentence, after layer 2");
        String number = Truth.shown(due.get(1)[3], 4);
        assertThat(label("lab-why-question")).isEqualTo("Why " + number + "?");
        assertThat(label("lab-why-why"))
                .startsWith("cos(x, y) = x·y ÷ (‖x‖ · ‖y‖) = ")
                .endsWith(" = " + number);
        keys(KeyCode.RIGHT); // on from where the mouse was
        assertThat(label("lab-why-about")).isEqualTo("“bank” and “bank” in the second sentence, after layer 3");
    }

    @Test
    void arrowKeysGoFromNumberToNumber() {
        keys(KeyCode.LEFT);
        assertThat(label("lab-why-about")).isEqualTo("“bank” and “bank” in the second sentence, after layer 4");
        keys(KeyCode.DOWN);
        assertThat(label("lab-why-about")).isEqualTo("other words, on average, after layer 4");
        assertThat(label("lab-why-why")).contains("(pairs)");
        keys(KeyCode.UP, KeyCode.UP, KeyCode.UP);
        assertThat(label("lab-why-about")).isEqualTo("“bank” and its own input, after layer 4");
        assertThat(stage()).isEqualTo(1); // the window below does not step
    }

    @Test
    void theSecondSentenceIsLiveWhileTyping() {
        click("lab-with");
        together(KeyCode.CONTROL, KeyCode.A);
        letters("a bank of sand");
        until(() -> drawn("lab-panel-layers")
                .texts()
                .contains(Truth.shown(
                        due("bank of the river", "bank", "a bank of sand", "bank")
                                .get(1)[6],
                        3)));
        assertPlot(due("bank of the river", "bank", "a bank of sand", "bank"));
        assertThat(words("lab-other")).containsExactly("a", "bank", "of", "sand");
    }

    @Test
    void anyWordOfEitherSentenceCanBeChosen() {
        interact(() -> node("lab-word", ComboBox.class).getSelectionModel().select(3));
        until(() -> label("lab-why-about").startsWith("“river” and"));
        interact(() -> node("lab-other", ComboBox.class).getSelectionModel().select(3));
        until(() -> shows("“river” and “money” in the second sentence"));
        assertPlot(due("bank of the river", "river", MONEY, "money"));
        type("lab-with", "");
        until(() -> shows("“river” and “bank”"));
        assertPlot(due("bank of the river", "river", "bank of the river", "bank"));
    }

    @Test
    void theChosenWordStaysWhileItsSentenceIsTypedOver() {
        type("sentence", "The long bank of the river");
        until(() -> label("lab-said").isEmpty() || words("lab-word").size() == 6);
        settle();
        assertPlot(due("The long bank of the river", "bank", MONEY, "bank"));
        assertThat(words("lab-word"))
                .containsExactly("The", "long", "bank", "of", "5", "river"); // “the” reads as the first word
        type("sentence", "bank, bank and the bank");
        until(() -> words("lab-word").contains("6"));
        type("sentence", "riverside");
        until(() -> label("lab-why-about").startsWith("“riverside” and"));
        assertThat(words("lab-word")).containsExactly("riverside");
    }

    @Test
    void aWordInPiecesIsSaidToBeTheirMean() {
        type("sentence", "unbelievably");
        until(() -> label("lab-said").contains("“unbelievably” is read in "));
        assertThat(label("lab-said")).contains("the mean of their vectors");
        type("lab-with", "");
        until(() -> shows("“unbelievably” and its own input")); // one word alone has nothing beside it
    }

    @Test
    void moreThan512PiecesAreCutAndThatIsSaid() {
        type("lab-with", "bank " + "far ".repeat(600));
        until(() -> label("lab-said").contains("first 512 word pieces"));
        assertThat(shows("“bank” and “bank” in the second sentence")).isTrue();
    }

    @Test
    void withoutAWordThePlotGreysAndNothingIsLost() {
        type("lab-with", "   !");
        until(() -> label("lab-why-about").contains("“!”"));
        type("sentence", "");
        until(() -> label("notice").contains("No word yet"));
        assertThat(figure("lab-panel-layers").figure().areas()).isNotEmpty();
        type("sentence", "bank");
        until(() -> words("lab-word").size() == 1);
    }

    @Test
    void anExampleComesWithWhatToNotice() {
        clickAt("lab-panel-pairs", new Spot("pairs", 2, Spot.LABEL));
        until(() -> label("lab-said").contains("furthest apart"));
        assertPlot(due("She turned on the light.", "light", "The bag was very light.", "light"));
        type("lab-with", "The bag was light.");
        until(() -> !label("lab-said").contains("furthest apart"));
    }

    @Test
    void thePictureAndTheNumbersAreSaved() throws IOException {
        Path svg = folder.resolve("plot.svg");
        answers.next(svg);
        click("lab-export");
        click("export-format-svg");
        until(() -> !node("export-save", Node.class).isDisabled());
        click("export-save");
        until(() -> Files.exists(svg) && view().pictureExport().saving().idle());
        List<double[]> due = due("bank of the river", "bank", MONEY, "bank");
        String last = Truth.shown(due.get(1)[6], 3);
        assertThat(Files.readString(svg)).contains(">" + last + "<", "brought the money");
        assertThat(answers.suggested()).containsExactly("bank-of-the-river-layers.svg");
        Path csv = folder.resolve("plot.csv");
        answers.next(csv);
        numbers("csv-layers");
        until(() -> Files.exists(csv) && view().pictureExport().saving().idle());
        assertThat(Csv.read(csv).grid().at(6, 4)).isCloseTo(due.get(1)[6], within(1e-12));
        assertThat(session().lab().get()).isNotNull();
    }

    private void numbers(String what) {
        click("lab-export");
        interact(() -> node("export-numbers", MenuButton.class).getItems().stream()
                .filter(item -> ("numbers-" + what).equals(item.getId()))
                .findFirst()
                .orElseThrow()
                .fire());
        settle();
    }

    @Test
    void escapeClosesAndTheWindowIsAsItWas() {
        Experiment before = session().experiment().get();
        type("lab-with", "Something else");
        until(() -> label("lab-why-about").contains("in the second sentence")
                && !shows("“bank” and “bank” in the second sentence"));
        keys(KeyCode.ESCAPE);
        until(() -> session().lab().get() == null);
        assertThat(session().experiment().get()).isEqualTo(before);
        assertThat(focused()).isEqualTo("stage");
    }

    @Test
    void theMenuOpensItToo() {
        keys(KeyCode.ESCAPE);
        until(() -> session().lab().get() == null);
        interact(() -> node("view", MenuButton.class).getItems().stream()
                .filter(item -> "view-layers".equals(item.getId()))
                .findFirst()
                .orElseThrow()
                .fire());
        until(() -> shows("“bank” and “bank” in the second sentence"));
    }

    private List<String> words(String id) {
        ComboBox<?> words = node(id, ComboBox.class);
        return words.getItems().stream().map(Object::toString).toList();
    }
}
