package app.regard.ui.lab;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.draw.Spot;
import app.regard.heads.AttentionFile;
import app.regard.heads.Heads;
import app.regard.stage.HeadGrid;
import app.regard.trace.HeadId;
import app.regard.trace.Source;
import app.regard.trace.Weights;
import app.regard.ui.Truth;
import app.regard.ui.app.WindowTest;
import app.regard.ui.kit.TaskRunner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All heads of a file: read one after the other, told apart by what makes sense of their tokens, and opened. */
class HeadsOfFileTest extends WindowTest {
    /** Written by NumPy: two layers of three heads, four tokens. */
    private static final Path FILE =
            Path.of("src/test/resources/app/regard/heads/attention-f8-big.npy").toAbsolutePath();

    @TempDir
    private Path folder;

    private final List<Spot> chosen = new ArrayList<>();

    private static Heads heads(Path file, List<String> tokens) {
        AttentionFile read = AttentionFile.open(file);
        AttentionFile.Array array = read.arrays().get(0);
        List<String> answering = array.queries() == array.keys() ? tokens : read.answering(0);
        return new Heads(
                array.layers(),
                array.heads(),
                (layer, head) -> read.weights(0, layer, head, tokens, answering),
                String.join(" ", tokens),
                "computed elsewhere: " + file.getFileName(),
                Optional.empty());
    }

    private void open(Heads heads) {
        interact(() -> view().heads(new HeadsOfFile(
                heads, "my file", Optional.of(HeadGrid.spot(new HeadId(1, 2))), chosen::add, new TaskRunner())));
    }

    private void openAndWait(Heads heads) {
        open(heads);
        until(() -> !label("heads-name").isEmpty());
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
    void everyHeadIsThereWithItsNumbersAndAClickHandsItOver() {
        openAndWait(heads(FILE, List.of("a", "b", "c", "d")));
        assertThat(lookup("All 6 heads of my file").tryQuery()).isPresent();
        assertThat(label("heads-name")).isEqualTo("L1·H2"); // the one that is open
        // no token is one that a model adds, and none stands twice
        assertThat(label("heads-does"))
                .doesNotContain("[CLS]", "[SEP]", "elsewhere")
                .contains("the token before");
        pointAt("all-heads", HeadGrid.spot(new HeadId(0, 1)));
        assertThat(label("heads-does")).contains(Truth.shown(self(0, 1), 2) + "  the token itself");
        until(() -> drawn("one-head").texts().contains("d"));
        clickAt("all-heads", HeadGrid.spot(new HeadId(0, 1)));
        assertThat(chosen).containsExactly(HeadGrid.spot(new HeadId(0, 1)));
        assertThat(view().overlay().isOpen()).isFalse();
    }

    /** A click asks the window for that head. */
    @Test
    void theFileThatIsOpenInTheWindowShowsItsHeads() {
        interact(() -> session().openAttention(FILE));
        until(() -> session().experiment().get().source() instanceof Source.Imported);
        interact(() -> view().heads());
        until(() -> !label("heads-name").isEmpty());
        assertThat(lookup("All 6 heads of attention-f8-big.npy").tryQuery()).isPresent();
        assertThat(label("heads-name")).isEqualTo("L0·H0");
        clickAt("all-heads", HeadGrid.spot(new HeadId(1, 1)));
        until(() -> session().shown().get().weights().a().at(2, 3) == weight(1, 1, 2, 3));
        assertThat(session().experiment().get().source()).isEqualTo(new Source.Imported(FILE.toString(), "", 1, 1));
    }

    @Test
    void whereTheMemoryDoesNotSufficeItIsSaidWhatHelps() {
        Heads some = heads(FILE, List.of("a", "b", "c", "d"));
        Heads large = some.each(() -> {
            throw new OutOfMemoryError("as a head of a large file may");
        });
        open(large);
        until(() -> label("heads-waiting").contains("not enough memory"));
        assertThat(label("heads-waiting")).contains("one head at a time").doesNotContain("SVG", "PDF");
    }

    @Test
    void tokensThatAModelAddedAreCalledByTheirNamesAndDoNotAsk() {
        openAndWait(heads(FILE, List.of("<s>", "x", "x", "</s>")));
        pointAt("all-heads", HeadGrid.spot(new HeadId(1, 0)));
        double first = (weight(1, 0, 1, 0) + weight(1, 0, 2, 0)) / 2;
        double same = (weight(1, 0, 1, 2) + weight(1, 0, 2, 1)) / 2;
        assertThat(label("heads-does"))
                .contains(Truth.shown(first, 2) + "  <s>")
                .contains(Truth.shown(same, 2) + "  the same token elsewhere")
                .contains("  </s>");
        assertThat(lookup("Average weight that goes to …, over all tokens but <s> and </s>:")
                        .tryQuery())
                .isPresent();
        @SuppressWarnings("unchecked")
        ComboBox<HeadDoes> shown = node("heads-show", ComboBox.class);
        interact(() -> shown.setValue(HeadDoes.SELF));
        int enough = 0;
        for (int head = 0; head < 6; head++) {
            double self = (weight(head / 3, head % 3, 1, 1) + weight(head / 3, head % 3, 2, 2)) / 2;
            enough += self >= 0.4 ? 1 : 0;
        }
        assertThat(label("heads-count")).isEqualTo(enough + " of 6 heads");
    }

    @Test
    void whereOthersAnswerThereIsAPictureButNothingToCount() throws IOException {
        Path cross = FILE.resolveSibling("attention-cross.npy");
        openAndWait(heads(cross, List.of("yes", "no")));
        assertThat(lookup("The only head of my file").tryQuery()).isPresent();
        assertThat(label("heads-does")).isEmpty();
        assertThat(node("heads-order", Node.class).isDisabled()).isTrue();
        Path file = folder.resolve("cross.svg");
        answers.next(file);
        interact(() -> node("heads-export", MenuButton.class).getItems().get(0).fire());
        click("export-format-svg");
        until(() -> !node("export-save", Node.class).isDisabled());
        click("export-save");
        until(() -> label("notice").startsWith("Saved as “cross.svg"));
        assertThat(java.nio.file.Files.readString(file, StandardCharsets.UTF_8))
                .contains(">L0<", "1 × 1 heads: computed elsewhere: attention-cross.npy");
    }

    @Test
    void aHeadThatHoldsNoWeightsIsToldWithItsPlace() throws IOException {
        Path bad = java.nio.file.Files.writeString(folder.resolve("bad.json"), "[[[1, 0], [0, 1]], [[1, 0], [-2, 3]]]");
        open(heads(bad, List.of("a", "b")));
        until(() -> label("heads-waiting").contains("-2.0 in row 2, column 1 of L0·H1"));
        assertThat(node("heads-export", Node.class).isDisabled()).isTrue();
        keys(KeyCode.ESCAPE);
        assertThat(view().overlay().isOpen()).isFalse();
    }

    @Test
    void readingTellsHowFarItIsAndEndsWhenThePaneIsClosed() throws InterruptedException {
        Heads all = heads(FILE, List.of("a", "b", "c", "d"));
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger read = new AtomicInteger();
        Heads slow = new Heads(
                100,
                1,
                (layer, head) -> {
                    if (read.incrementAndGet() == 3) {
                        try {
                            go.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt(); // the pane was closed
                        }
                    }
                    Weights w = all.weights(0, 0);
                    return w;
                },
                all.title(),
                all.origin(),
                Optional.empty());
        open(slow);
        until(() -> label("heads-waiting").equals("Reading head 3 of 100 … Esc cancels."));
        keys(KeyCode.ESCAPE);
        go.countDown();
        settle();
        until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(t -> t.getName().equals("regard-task")));
        assertThat(read.get()).isEqualTo(3);
        assertThat(view().overlay().isOpen()).isFalse();
    }
}
