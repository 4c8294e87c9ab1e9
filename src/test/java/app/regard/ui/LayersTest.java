package app.regard.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.regard.draw.Spot;
import app.regard.file.array.Csv;
import app.regard.stage.LayerPlot;
import app.regard.trace.Experiment;
import app.regard.ui.app.WindowTest;
import app.regard.ui.session.TrainedModel;
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
        until(() -> lookup("#layers-plot").tryQuery().isPresent() && shows("bank and bank in the second sentence"));
    }

    /** Whether the number that is asked about is of this comparison. */
    private boolean shows(String comparison) {
        return label("layers-about").startsWith(comparison + ",");
    }

    /** What the plot must show: how far the word moves, how alike the two are, and what is usual, from the input on. */
    private List<double[]> due(String text, String word, String other, String otherWord) {
        return Truth.alike(
                session().model().passed(text), word, session().model().passed(other), otherWord);
    }

    /** Holds the plot's numbers to the model's. */
    private void assertPlot(List<double[]> due) {
        List<String> texts = drawn("layers-plot").texts();
        for (double[] line : due) {
            for (double value : line) {
                assertThat(texts).contains(Truth.shown(value, 3));
            }
        }
        assertThat(figure("layers-plot").figure().boxOf(spot(due.size() - 1, 6)))
                .isPresent();
        assertThat(figure("layers-plot").figure().boxOf(spot(due.size(), 6))).isEmpty();
    }

    private static Spot spot(int line, int place) {
        return new Spot(LayerPlot.LAYERS, line, place);
    }

    private void type(String field, String text) {
        interact(() -> node(field, TextField.class).setText(text));
    }

    @Test
    void itBeginsWithTheWindowsSentenceAndAPairForItsWord() {
        assertThat(node("layers-sentence", TextField.class).getText()).isEqualTo("bank of the river");
        assertThat(node("layers-second", TextField.class).getText()).isEqualTo(MONEY);
        assertPlot(due("bank of the river", "bank", MONEY, "bank"));
        assertThat(focused()).isEqualTo("layers-plot");
        assertThat(figure("layers-plot").getAccessibleText())
                .startsWith("A word through the layers. bank and bank in the second sentence, after layer 5: 0.");
    }

    @Test
    void everyNumberIsAskedWhereItComesFrom() {
        List<double[]> due = due("bank of the river", "bank", MONEY, "bank");
        pointAt("layers-plot", spot(0, 0));
        assertThat(label("layers-question")).isEqualTo("Why 1.0000?");
        pointAt("layers-plot", spot(1, 3));
        assertThat(label("layers-about")).isEqualTo("bank and bank in the second sentence, after layer 2");
        String number = Truth.shown(due.get(1)[3], 4);
        assertThat(label("layers-question")).isEqualTo("Why " + number + "?");
        assertThat(label("layers-why"))
                .startsWith("cos(x, y) = x·y ÷ (‖x‖ · ‖y‖) = ")
                .endsWith(" = " + number);
        keys(KeyCode.RIGHT); // on from where the mouse was
        assertThat(label("layers-about")).isEqualTo("bank and bank in the second sentence, after layer 3");
    }

    @Test
    void arrowKeysGoFromNumberToNumber() {
        keys(KeyCode.LEFT);
        assertThat(label("layers-about")).isEqualTo("bank and bank in the second sentence, after layer 4");
        keys(KeyCode.DOWN);
        assertThat(label("layers-about")).isEqualTo("other words, on average, after layer 4");
        assertThat(label("layers-why")).contains("(pairs)");
        keys(KeyCode.UP, KeyCode.UP, KeyCode.UP);
        assertThat(label("layers-about")).isEqualTo("bank and its own input, after layer 4");
        assertThat(stage()).isEqualTo(1); // the window below does not step
    }

    @Test
    void theSecondSentenceIsLiveWhileTyping() {
        click("layers-second");
        together(KeyCode.CONTROL, KeyCode.A);
        letters("a bank of sand");
        until(() -> drawn("layers-plot")
                .texts()
                .contains(Truth.shown(
                        due("bank of the river", "bank", "a bank of sand", "bank")
                                .get(1)[6],
                        3)));
        assertPlot(due("bank of the river", "bank", "a bank of sand", "bank"));
        assertThat(words("layers-second-word")).containsExactly("a", "bank", "of", "sand");
    }

    @Test
    void anyWordOfEitherSentenceCanBeChosen() {
        interact(() ->
                node("layers-sentence-word", ComboBox.class).getSelectionModel().select(3));
        until(() -> label("layers-about").startsWith("river and"));
        interact(() ->
                node("layers-second-word", ComboBox.class).getSelectionModel().select(3));
        until(() -> shows("river and money in the second sentence"));
        assertPlot(due("bank of the river", "river", MONEY, "money"));
        type("layers-second", "");
        until(() -> shows("river and bank"));
        assertPlot(due("bank of the river", "river", "bank of the river", "bank"));
    }

    @Test
    void theChosenWordStaysWhileItsSentenceIsTypedOver() {
        type("layers-sentence", "The long bank of the river");
        until(() -> words("layers-sentence-word").size() == 6);
        assertPlot(due("The long bank of the river", "bank", MONEY, "bank"));
        assertThat(words("layers-sentence-word")).containsExactly("The", "long", "bank", "of", "the", "river");
        type("layers-sentence", "bank, bank and the bank");
        until(() -> words("layers-sentence-word").contains("bank  (6)"));
        type("layers-sentence", "riverside");
        until(() -> words("layers-sentence-word").size() == 1);
        assertThat(label("layers-about")).startsWith("riverside and");
    }

    @Test
    void aWordInPiecesIsSaidToBeTheirMean() {
        type("layers-sentence", "unbelievably");
        until(() -> label("layers-notice").contains("unbelievably is read in "));
        assertThat(label("layers-notice")).contains("the mean of their vectors");
        type("layers-second", "");
        until(() -> shows("unbelievably and its own input")); // one word alone has nothing beside it
    }

    @Test
    void moreThan512PiecesAreCutAndThatIsSaid() {
        type("layers-second", "bank " + "far ".repeat(600));
        until(() -> label("layers-notice").contains("first 512 word pieces"));
        assertThat(shows("bank and bank in the second sentence")).isTrue();
    }

    @Test
    void withoutAWordThePlotGreysAndNothingIsLost() {
        type("layers-second", "   !");
        until(() -> shows("bank and !") || label("layers-about").contains("“!”"));
        type("layers-sentence", "");
        until(() -> label("layers-waiting").contains("No word yet"));
        assertThat(figure("layers-plot").getOpacity()).isLessThan(1);
        assertThat(node("layers-save", Node.class).isDisabled()).isTrue();
        type("layers-sentence", "bank");
        until(() -> figure("layers-plot").getOpacity() == 1);
        assertThat(node("layers-save", Node.class).isDisabled()).isFalse();
    }

    @Test
    void anExampleComesWithWhatToNotice() {
        interact(() ->
                node("layers-examples", MenuButton.class).getItems().get(2).fire());
        until(() -> label("layers-notice").contains("furthest apart"));
        assertPlot(due("She turned on the light.", "light", "The bag was very light.", "light"));
        type("layers-second", "The bag was light.");
        until(() -> !label("layers-notice").contains("furthest apart"));
    }

    @Test
    void thePictureAndTheNumbersAreSaved() throws IOException {
        Path svg = folder.resolve("plot.svg");
        answers.next(svg);
        interact(() -> saver("svg").fire());
        until(() -> Files.exists(svg) && view().pictureExport().saving().idle());
        List<double[]> due = due("bank of the river", "bank", MONEY, "bank");
        String last = Truth.shown(due.get(1)[6], 3);
        assertThat(Files.readString(svg)).contains(">" + last + "<", "brought the money");
        assertThat(answers.suggested()).containsExactly("bank-through-the-layers.svg");
        assertThat(label("layers-waiting")).contains("Saved as “plot.svg”");
        Path csv = folder.resolve("plot.csv");
        answers.next(csv);
        interact(() -> saver("csv").fire());
        until(() -> Files.exists(csv) && view().pictureExport().saving().idle());
        assertThat(Csv.read(csv).grid().at(6, 4)).isCloseTo(due.get(1)[6], within(1e-12));
        assertThat(view().overlay().isOpen()).isTrue();
    }

    private javafx.scene.control.MenuItem saver(String ending) {
        return node("layers-save", MenuButton.class).getItems().stream()
                .filter(item -> ("layers-save-" + ending).equals(item.getId()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void escapeClosesAndTheWindowIsAsItWas() {
        Experiment before = session().experiment().get();
        type("layers-sentence", "Something else");
        keys(KeyCode.ESCAPE);
        assertThat(view().overlay().isOpen()).isFalse();
        assertThat(session().experiment().get()).isEqualTo(before);
        assertThat(focused()).isEqualTo("stage");
    }

    @Test
    void theReadingOfTheModelIsToldAndClosingCallsItOff() {
        keys(KeyCode.ESCAPE);
        interact(() -> {
            session().model().unload();
            view().layers();
            assertThat(label("layers-waiting")).contains("Reading the model … 0 %", "Esc cancels");
            view().overlay().close();
            assertThat(session().experimentModel().modelShare().get()).isEqualTo(TrainedModel.IDLE);
        });
        keys(KeyCode.L);
        until(() -> lookup("#layers-about").tryQuery().isPresent() && shows("bank and bank in the second sentence"));
    }

    @Test
    void theMenuOpensItTooAndTheKeyboardStaysInside() {
        keys(KeyCode.ESCAPE);
        interact(() -> node("view", MenuButton.class).getItems().stream()
                .filter(item -> "view-layers".equals(item.getId()))
                .findFirst()
                .orElseThrow()
                .fire());
        assertThat(view().overlay().isOpen()).isTrue();
        until(() -> shows("bank and bank in the second sentence"));
        for (int i = 0; i < 12; i++) {
            keys(KeyCode.TAB);
            assertThat(focused()).startsWith("layers-");
        }
    }

    private List<String> words(String id) {
        ComboBox<?> words = node(id, ComboBox.class);
        return words.getItems().stream().map(Object::toString).toList();
    }
}
