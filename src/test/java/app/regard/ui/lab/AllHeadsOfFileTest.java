package app.regard.ui.lab;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.stage.HeadGrid;
import app.regard.trace.HeadId;
import app.regard.trace.Source;
import app.regard.ui.Truth;
import app.regard.ui.app.WindowTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All heads of a file: read one after the other, told apart by what makes sense of their tokens, and opened. */
class AllHeadsOfFileTest extends WindowTest {
    /** Written by NumPy: two layers of three heads, four tokens. */
    private static final Path FILE =
            Path.of("src/test/resources/app/regard/heads/attention-f8-big.npy").toAbsolutePath();

    @TempDir
    private Path folder;

    private void open(Path file) {
        interact(() -> session().openAttention(file));
        until(() -> session().experiment().get().source() instanceof Source.Imported
                && !session().busy().get());
        keys(KeyCode.ENTER, KeyCode.H); // leaves the sentence first
    }

    private void openAndWait(Path file) {
        open(file);
        until(() -> has("#lab-title-head"));
    }

    private List<String> does() {
        until(() -> drawn("lab-panel-head").texts().stream()
                .anyMatch(t -> t.startsWith("Average") || t.startsWith("What")));
        return drawn("lab-panel-head").texts();
    }

    /** The formula of make_attention.py. */
    private static double weight(int layer, int head, int i, int j) {
        double sum = 0;
        for (int key = 0; key < 4; key++) {
            sum += (layer * 7 + head * 5 + i * 3 + key * 11) % 13 + 1;
        }
        return ((layer * 7 + head * 5 + i * 3 + j * 11) % 13 + 1) / sum;
    }

    private static double self(int layer, int head) {
        return (weight(layer, head, 0, 0)
                        + weight(layer, head, 1, 1)
                        + weight(layer, head, 2, 2)
                        + weight(layer, head, 3, 3))
                / 4;
    }

    @Test
    void everyHeadIsThereWithItsNumbersAndAClickOpensIt() {
        openAndWait(FILE);
        assertThat(label("lab-title-heads")).isEqualTo("All 6 heads of attention-f8-big.npy");
        assertThat(label("lab-title-head")).isEqualTo("L0·H0"); // the one that is open
        // no token is one that a model adds, and none stands twice
        assertThat(does()).noneMatch(t -> t.contains("[CLS]") || t.contains("elsewhere"));
        pointAt("lab-panel-heads", HeadGrid.spot(new HeadId(0, 1)));
        until(() -> drawn("lab-panel-head").texts().contains(Truth.shown(self(0, 1), 2) + "  the token itself"));
        clickAt("lab-panel-heads", HeadGrid.spot(new HeadId(1, 1)));
        until(() -> session().shown().get().weights().a().at(2, 3) == weight(1, 1, 2, 3));
        assertThat(session().experiment().get().source())
                .usingRecursiveComparison()
                .ignoringFields("fingerprint")
                .isEqualTo(new Source.Imported(FILE.toString(), "", 1, 1));
        assertThat(session().lab().get()).isNull();
        keys(KeyCode.H);
        until(() -> has("#lab-title-head"));
        assertThat(label("lab-title-head")).isEqualTo("L1·H1");
    }

    @Test
    void tokensThatAModelAddedAreCalledByTheirNamesAndDoNotAsk() {
        interact(() -> session().openAttention(FILE));
        until(() -> session().experiment().get().source() instanceof Source.Imported
                && !session().busy().get());
        interact(() -> session().type("<s> x x </s>"));
        keys(KeyCode.ENTER, KeyCode.H);
        until(() -> has("#lab-title-head"));
        pointAt("lab-panel-heads", HeadGrid.spot(new HeadId(1, 0)));
        double first = (weight(1, 0, 1, 0) + weight(1, 0, 2, 0)) / 2;
        double same = (weight(1, 0, 1, 2) + weight(1, 0, 2, 1)) / 2;
        until(() -> drawn("lab-panel-head").texts().contains(Truth.shown(first, 2) + "  <s>"));
        assertThat(does())
                .contains(Truth.shown(same, 2) + "  the same token elsewhere")
                .anyMatch(t -> t.endsWith("  </s>"));
        assertThat(String.join(" ", does())).contains("over all tokens but <s> and </s>:");
        @SuppressWarnings("unchecked")
        ComboBox<String> shown = node("lab-show", ComboBox.class);
        interact(() -> shown.setValue("self"));
        int enough = 0;
        for (int head = 0; head < 6; head++) {
            double self = (weight(head / 3, head % 3, 1, 1) + weight(head / 3, head % 3, 2, 2)) / 2;
            enough += self >= 0.4 ? 1 : 0;
        }
        String due = enough + " of 6 heads with the token itself at least 0.40";
        until(() -> label("lab-said").contains(due));
    }

    @Test
    void whereOthersAnswerThereIsAPictureButNothingToCount() {
        openAndWait(FILE.resolveSibling("attention-cross.npy"));
        assertThat(label("lab-title-heads")).isEqualTo("The only head of attention-cross.npy");
        assertThat(String.join(" ", does())).contains("What heads do is told where the tokens that ask also answer.");
        assertThat(node("lab-order", ComboBox.class).getItems().size()).isEqualTo(1);
        click("lab-export");
        assertThat(node("export-numbers", MenuButton.class).getItems())
                .extracting(javafx.scene.control.MenuItem::getId)
                .containsExactly("numbers-json");
    }

    @Test
    void aHeadThatHoldsNoWeightsIsToldWithItsPlace() throws IOException {
        Path bad = java.nio.file.Files.writeString(folder.resolve("bad.json"), "[[[1, 0], [0, 1]], [[1, 0], [-2, 3]]]");
        open(bad);
        until(() -> has("#lab-problem") && label("lab-problem").contains("-2.0 in row 2, column 1 of L0·H1"));
        keys(KeyCode.ESCAPE);
        until(() -> session().lab().get() == null);
    }
}
