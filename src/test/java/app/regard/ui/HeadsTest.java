package app.regard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.draw.Box;
import app.regard.draw.Spot;
import app.regard.file.array.Csv;
import app.regard.stage.HeadGrid;
import app.regard.trace.Grid;
import app.regard.trace.Source;
import app.regard.transformer.ForwardPass;
import app.regard.transformer.MiniLm;
import app.regard.ui.app.WindowTest;
import app.regard.ui.kit.FigureView;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All heads at once: seen, told apart by what they do, and opened. */
@Tag("model")
class HeadsTest extends WindowTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void openAllHeads() {
        interact(() -> session().type("The animal didn't cross the street because it was too tired."));
        keys(KeyCode.ENTER, KeyCode.H); // leaves the sentence first
        until(() -> has("#lab-title-head"));
    }

    @Test
    void all72AreThereAndPointingAtOneSaysWhatItDoes() {
        for (int layer = 0; layer < MiniLm.LAYERS; layer++) {
            for (int head = 0; head < MiniLm.HEADS; head++) {
                assertThat(figure("lab-panel-heads").figure().boxOf(head(layer, head)))
                        .as("L%d·H%d", layer, head)
                        .isPresent();
            }
        }
        pointAt("lab-panel-heads", head(0, 2));
        assertThat(label("lab-title-head")).isEqualTo("L0·H2");
        assertThat(does()).contains("1.00  the piece before"); // seen with ONNX Runtime too
        pointAt("lab-panel-heads", head(1, 8));
        assertThat(label("lab-title-head")).isEqualTo("L1·H8");
        assertThat(figure("lab-panel-heads").getAccessibleText())
                .startsWith("All 72 heads of all-MiniLM-L6-v2. L1·H8: ");
    }

    @Test
    void aClickOpensTheHeadAndItsNumbersAreThoseThatWereSaid() {
        pointAt("lab-panel-heads", head(3, 1));
        List<String> said = does();
        interact(() -> {
            session().goTo(3); // the way in is from where the window is, not from where it was when the heads were read
            session().moveQuery(5);
        });
        clickAt("lab-panel-heads", head(3, 1));
        until(() -> session().shown().get().experiment().source().equals(new Source.Trained(MiniLm.NAME, 3, 1)));
        assertThat(session().lab().get()).isNull();
        assertThat(label("notice")).contains("it was tuned to compare sentences");
        assertThat(session().moment().stage()).isEqualTo(3);
        assertThat(trace().weights().from().word(session().moment().query())).isEqualTo("street");
        Grid a = trace().weights().a();
        double self = 0;
        double cls = 0;
        for (int i = 1; i < a.rows() - 1; i++) {
            self += a.at(i, i);
            cls += a.at(i, 0);
        }
        assertThat(said).contains(Truth.shown(self / (a.rows() - 2), 2) + "  the piece itself");
        assertThat(said).contains(Truth.shown(cls / (a.rows() - 2), 2) + "  [CLS]");
    }

    @Test
    void arrowsMoveEnterOpensAndTheKeyboardGoesBackToTheMatrices() {
        assertThat(focused()).isEqualTo("lab-panel-heads");
        keys(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.DOWN);
        assertThat(label("lab-title-head")).isEqualTo("L1·H2");
        keys(KeyCode.ENTER);
        until(() -> session().shown().get().experiment().source().equals(new Source.Trained(MiniLm.NAME, 1, 2)));
        assertThat(focused()).isEqualTo("stage");
    }

    @Test
    void orderedByWhatTheyDoTheStrongestComesFirst() {
        interact(() -> orders().setValue("previous"));
        assertThat(drawn("lab-panel-heads").texts().stream().filter(t -> t.contains("·H")))
                .hasSize(72)
                .startsWith("L0·H2");
    }

    /** How much every head gives [CLS], averaged over what was written, by loops over the model's own weights. */
    private List<Spot> thatGiveCls(double least) {
        ForwardPass passed =
                session().model().passed(session().experiment().get().text());
        List<Spot> enough = new ArrayList<>();
        for (int layer = 0; layer < MiniLm.LAYERS; layer++) {
            for (int head = 0; head < MiniLm.HEADS; head++) {
                Grid a = passed.weights(layer, head).a();
                double sum = 0;
                for (int i = 1; i < a.rows() - 1; i++) {
                    sum += a.at(i, 0);
                }
                if (sum / (a.rows() - 2) >= least) {
                    enough.add(head(layer, head));
                }
            }
        }
        return enough;
    }

    @Test
    void whereNoStringEnoughTheMostIsSaid() {
        ForwardPass passed =
                session().model().passed(session().experiment().get().text());
        double most = 0;
        for (int layer = 0; layer < MiniLm.LAYERS; layer++) {
            for (int head = 0; head < MiniLm.HEADS; head++) {
                Grid a = passed.weights(layer, head).a();
                double sum = 0;
                for (int i = 1; i < a.rows() - 1; i++) {
                    sum += a.at(i, a.cols() - 1);
                }
                most = Math.max(most, sum / (a.rows() - 2));
            }
        }
        interact(() -> shown().setValue("sep"));
        interact(() -> node("lab-least-slider", Slider.class).setValue(1));
        assertThat(label("lab-said"))
                .contains("0 of 72 heads with [SEP] at least 1.00")
                .contains("No head reaches 1.00: the most is " + Truth.shown(most, 3));
        interact(() -> node("lab-least-slider", Slider.class).setValue(0));
        assertThat(label("lab-said")).doesNotContain("No head reaches");
    }

    @Test
    void headsThatDoLittleStandBackAndAllComeBack() {
        List<Spot> due = thatGiveCls(0.4);
        int[] before = pixels();
        tabTo("lab-show");
        keys(KeyCode.DOWN, KeyCode.DOWN, KeyCode.DOWN, KeyCode.DOWN);
        until(() -> label("lab-said").contains(due.size() + " of 72 heads with [CLS] at least 0.40"));
        int[] after = pixels();
        for (int place = 0; place < 72; place++) {
            boolean enough = due.contains(head(place / 12, place % 12));
            assertThat(after[place] == before[place]).as("head %d", place).isEqualTo(enough);
        }
        tabTo("lab-least-slider");
        keys(KeyCode.RIGHT, KeyCode.RIGHT);
        until(() -> label("lab-said").contains(thatGiveCls(0.5).size() + " of 72 heads with [CLS] at least 0.50"));
        click("lab-reset");
        settle();
        assertThat(pixels()).isEqualTo(before);
    }

    private int[] pixels() {
        FigureView all = figure("lab-panel-heads");
        return onWindow(() -> IntStream.range(0, 72)
                .map(place -> {
                    Box box = all.figure().boxOf(head(place / 12, place % 12)).orElseThrow();
                    return all.pixel(box.x() + box.width() * 0.12, box.centreY()); // the column of [CLS]
                })
                .toArray());
    }

    @Test
    void inAnOrderTheOthersAreLeftOut() {
        List<Spot> due = thatGiveCls(0.4);
        pointAt("lab-panel-heads", head(0, 2)); // which gives all to the piece before
        assertThat(due).doesNotContain(head(0, 2));
        interact(() -> {
            orders().setValue("cls");
            shown().setValue("cls");
        });
        List<String> names = drawn("lab-panel-heads").texts().stream()
                .filter(t -> t.contains("·H"))
                .toList();
        assertThat(names).hasSize(due.size());
        assertThat(names)
                .containsExactlyInAnyOrderElementsOf(
                        due.stream().map(s -> HeadGrid.id(s).text()).toList());
        until(() -> label("lab-title-head").equals(names.get(0))); // what is left out is not asked about either
    }

    @Test
    void whatIsChosenIsReadInFull() {
        shown().getItems().forEach(value -> {
            interact(() -> shown().setValue(value));
            settle();
            ListCell<?> cell = onWindow(() -> shown().getChildrenUnmodifiable().stream()
                    .filter(ListCell.class::isInstance)
                    .map(ListCell.class::cast)
                    .findFirst()
                    .orElseThrow());
            assertThat(onWindow(() -> (Text) cell.lookup(".text")).getText()).isEqualTo(cell.getText());
        });
    }

    @Test
    void theGridIsSavedAsItIsSeen() throws Exception {
        interact(() -> shown().setValue("cls"));
        int enough = thatGiveCls(0.4).size();
        for (String format : List.of("svg", "pdf", "png")) {
            click("lab-export");
            assertThat(node("export-format-gif", Node.class).isDisabled()).isTrue();
            click("export-format-" + format);
            Path file = folder.resolve("heads." + format);
            answers.next(file);
            until(() -> !node("export-save", Node.class).isDisabled());
            click("export-save");
            until(() -> java.nio.file.Files.exists(file));
            until(() -> label("notice").startsWith("Saved as “heads." + format));
            assertThat(view().overlay().isOpen()).isFalse();
            assertThat(label("lab-title-head")).isEqualTo("L0·H0");
        }
        assertThat(answers.suggested().get(0)).endsWith("-heads.svg");
        assertThat(java.nio.file.Files.readString(folder.resolve("heads.svg")))
                .contains(">L0<", ">H11<", "6 × 12 heads: all-MiniLM-L6-v2, learned")
                .contains(enough + " of 72 heads with [CLS] at least 0.40, the others pale");
        try (PDDocument pdf = Loader.loadPDF(folder.resolve("heads.pdf").toFile())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("H11").contains("6 × 12 heads");
        }
        assertThat(ImageIO.read(folder.resolve("heads.png").toFile()).getWidth())
                .isGreaterThan(1000);
    }

    @Test
    void theNumbersAreSavedAsATable() throws Exception {
        Path csv = folder.resolve("heads.csv");
        answers.next(csv);
        choose("numbers-csv-heads");
        until(() -> label("notice").startsWith("Saved as “heads.csv"));
        Csv.Labelled table = Csv.read(csv);
        assertThat(table.rows()).hasSize(72).startsWith("L0·H0").endsWith("L5·H11");
        assertThat(table.cols()).containsExactly("self", "previous", "next", "cls", "sep", "same", "spread");
        List<Spot> due = thatGiveCls(0.4);
        for (int place = 0; place < 72; place++) {
            assertThat(table.grid().at(place, 3) >= 0.4).isEqualTo(due.contains(head(place / 12, place % 12)));
        }
    }

    private void choose(String item) {
        click("lab-export");
        interact(() -> node("export-numbers", MenuButton.class).getItems().stream()
                .filter(i -> item.equals(i.getId()))
                .findFirst()
                .orElseThrow()
                .fire());
        settle();
    }

    @Test
    void escapeClosesAndChangesNothing() {
        Source before = session().experiment().get().source();
        keys(KeyCode.ESCAPE);
        until(() -> session().lab().get() == null);
        assertThat(session().experiment().get().source()).isEqualTo(before);
    }

    private List<String> does() {
        return drawn("lab-panel-head").texts();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<String> orders() {
        return node("lab-order", ComboBox.class);
    }

    @SuppressWarnings("unchecked")
    private ComboBox<String> shown() {
        return node("lab-show", ComboBox.class);
    }

    private static Spot head(int layer, int head) {
        return new Spot(HeadGrid.HEADS, layer, head);
    }
}
