package app.regard.ui.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regard.export.picture.PictureComposer;
import app.regard.file.Saved;
import app.regard.trace.Experiment;
import app.regard.trace.Reading;
import app.regard.trace.Refusal;
import app.regard.trace.Source;
import app.regard.trace.Weights;
import app.regard.ui.app.Opening;
import app.regard.ui.app.WindowTest;
import app.regard.ui.export.PictureChoices;
import app.regard.ui.kit.Notice;
import app.regard.ui.lesson.LessonModel;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Attention that another program computed: opened, walked through head by head, named, left again. */
class AttentionFileDialogsTest extends WindowTest {
    @TempDir
    private Path folder;

    private static Path resource(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(Saved.class.getResource("/app/regard/heads/" + name), name)
                .toURI());
    }

    @Test
    void aFileIsOpenedByTheKeyboardAndShowsItsFirstHead() throws Exception {
        answers.next(resource("attention.npz"));
        together(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.O);
        untilFile();
        assertThat(field().getText()).isEqualTo("[CLS] Zürich ##s [SEP]");
        assertThat(label("title")).isEqualTo("Weights from a file");
        assertThat(label("notice"))
                .contains("attention.npz", "1 layer × 3 heads × 4 × 4", "tokens from the file’s “tokens”", "2 arrays");
        assertThat(label("head")).isEqualTo("File: L0·H0 ▾");
        assertThat(node("stage-2", Node.class).isDisabled()).isTrue();
        assertThat(node("stage-2", Node.class).getAccessibleText()).contains("not in the file");
        // numpy's ((7 + 11 j) % 13 + 1) / sum for l = 1, h = 0, i = 0
        assertThat(weights().a().at(0, 0)).isEqualTo(8.0 / (8 + 6 + 4 + 2));
        assertThat(bars()).containsEntry("[CLS]", "40.0%");
        pointAt("stage", cell(1, 2));
        assertThat(label("why-note")).contains("Read from the file");
    }

    @Test
    void arraysAndHeadsAreChosenInThePopover() throws Exception {
        open("attention.npz");
        click("head");
        untilHeadIsOpen();
        interact(() -> chooser("file-array").setValue("first"));
        until(() -> source().array().equals("first") && !session().busy().get());
        interact(() -> session().useFileHead(1, 2));
        until(() -> source().layer() == 1 && source().head() == 2);
        assertThat(node("file-after", Node.class).isDisabled()).isTrue();
        interact(() -> node("file-before", ButtonBase.class).fire());
        until(() -> source().head() == 1);
        interact(() -> node("read-all", ButtonBase.class).fire());
        until(() -> session().shown().get().experiment().reading().combine() == Reading.Combine.ALL);
        double due = 0;
        for (int l = 0; l < 2; l++) {
            for (int h = 0; h < 3; h++) {
                double sum = 0;
                for (int j = 0; j < 4; j++) {
                    sum += (7 * l + 5 * h + 11 * j) % 13 + 1;
                }
                due += ((7 * l + 5 * h) % 13 + 1) / sum / 6;
            }
        }
        assertThat(weights().a().at(0, 0))
                .isCloseTo(due, org.assertj.core.api.Assertions.within(1e-3)); // half precision
        assertThat(label("title")).isEqualTo("Derived weights");
    }

    @Test
    void tokensAreTypedOrComeFromATextFile() throws Exception {
        open("attention.npz");
        interact(() -> field().setText("one two three four"));
        until(() -> weights().from().words().equals(List.of("one", "two", "three", "four")));
        interact(() -> field().setText("one two three"));
        until(() -> label("notice").contains("4 tokens"));
        assertThat(label("notice")).contains("3 words in the field");
        assertThat(weights().from().words()).hasSize(4);
        Path text = Files.writeString(folder.resolve("t.txt"), "Pa\nris\nis\nbig\n");
        interact(() -> session().files().useTokens(text));
        until(() -> weights().from().words().equals(List.of("Pa", "ris", "is", "big")));
        assertThat(field().getText()).isEqualTo("Pa ris is big");
        interact(() -> field().setText(""));
        until(() -> weights().from().words().contains("Zürich"));
    }

    @Test
    void tokensThatAnswerComeFromTheFileToo() throws Exception {
        open("attention-keys.npz");
        assertThat(weights().to().words()).isNotEqualTo(weights().from().words());
        assertThat(session().experiment().get().keyText())
                .isEqualTo(String.join(" ", weights().to().words()));
    }

    @Test
    void textFilesOfNumbersOpenAndTheLineThatReadsThemIsShown() throws Exception {
        open("attention-labels.csv");
        assertThat(label("title")).isEqualTo("Weights from a file");
        clickText("Code");
        assertThat(explained()).contains("np.loadtxt(\"attention-labels.csv\"", "usecols=range(1, ", "comments=None");
        open("attention.json");
        until(() -> explained().contains("json.load"));
    }

    @Test
    void moreKeysThanQueriesWorkToo() throws Exception {
        open("attention-cross.npy");
        assertThat(weights().a().rows()).isEqualTo(2);
        assertThat(weights().a().cols()).isEqualTo(5);
        keys(KeyCode.ENTER, KeyCode.DOWN);
        assertThat(query()).isEqualTo(1);
        interact(() -> session().read(Reading.PLAIN.with(Reading.Special.HIDDEN)));
        until(() -> label("notice").contains("the same tokens"));
    }

    @Test
    void rowsThatDoNotSumToOneAreSaid() throws IOException {
        Path file = Files.write(folder.resolve("x.npy"), npy(new double[] {0.5, 0.25, 0.5, 0.5}));
        interact(() -> session().openAttention(file));
        untilFile();
        assertThat(label("notice")).contains("One row does not sum to 1", "row 1", "0.75");
        interact(() -> session().moveQuery(-1));
        assertThat(label("bars-text")).endsWith("= 0.7500");
        interact(() -> session().moveQuery(1));
        assertThat(label("bars-text")).endsWith("= 1");
    }

    @Test
    void whatCannotBeOpenedIsSaidAndWhatWasOpenStays() throws Exception {
        Experiment before = session().experiment().get();
        for (String bad : List.of("attention-list.npy", "make_attention.py")) {
            interact(() -> session().say(Notice.NONE));
            open(bad, false);
            until(() -> !label("notice").isEmpty());
            assertThat(session().experiment().get()).isEqualTo(before);
            assertThat(trace().in().from().words().words()).containsExactly("bank", "of", "the", "river");
        }
        interact(() -> session().openAttention(folder.resolve("none.npy")));
        until(() -> label("notice").contains("There is no file"));
        open("attention.npz");
        interact(session()::undo);
        until(() -> session().shown().get().trace().isPresent());
        assertThat(session().experiment().get()).isEqualTo(before);
        interact(session()::redo);
        untilFile();
    }

    @Test
    void aFileIsPartOfALessonAndNotOfWhatTheWindowRemembers() throws Exception {
        Experiment before = session().experiment().get();
        open("attention.npz");
        interact(() -> view().lessonModel().add());
        LessonModel.Open lesson = view().lessonModel().open().get().orElseThrow();
        assertThat(lesson.shown().moment().experiment())
                .isEqualTo(session().experiment().get());
        assertThat(session().own().experiment()).isEqualTo(before);
    }

    @Test
    void picturesOfTheMapAreDrawnAndThoseOfStagesRefused() throws Exception {
        open("attention.npz");
        ViewState is = session().shown().get();
        assertThat(PictureComposer.of(is.content().subject(is.experiment()), PictureChoices.USUAL.picture(is))
                        .marks())
                .isNotEmpty();
        assertThatThrownBy(() -> PictureComposer.of(
                        is.content().subject(is.experiment()),
                        PictureChoices.USUAL
                                .with(app.regard.export.picture.What.STAGE)
                                .picture(is)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("computed elsewhere");
    }

    @Test
    void filesThatAreDroppedOrNamedAtTheStartAreOpenedByTheirNames() throws Exception {
        Path npz = resource("attention.npz");
        assertThat(Opening.chosen(List.of(Path.of("a.txt"), npz))).contains(npz);
        assertThat(Opening.chosen(List.of(npz, Path.of("b.regard")))).contains(Path.of("b.regard"));
        assertThat(Opening.chosen(List.of(Path.of("a.txt")))).isEmpty();
        interact(() -> view().opening().open(npz));
        untilFile();
        assertThat(weights().from().words()).contains("Zürich");
    }

    @Test
    void theMaskThatAFilesWeightsShowIsTheFiles() throws Exception {
        open("tl-cache.safetensors");
        assertThat(chooser("mask").getValue()).isEqualTo("causal");
        assertThat(chooser("mask").isDisabled()).isTrue();
        open("kinds/qkv.npz");
        until(() ->
                chooser("mask").getValue().equals("none") && !chooser("mask").isDisabled());
    }

    @Test
    void aHeadLeavesTheFile() throws Exception {
        open("attention-cross.npy");
        interact(() -> session().useHead("similarity"));
        assertThat(trace().in().self()).isTrue();
        assertThat(label("notice")).contains("the file’s weights are left");
        assertWeights();
    }

    private void open(String name) throws Exception {
        open(name, true);
    }

    private void open(String name, boolean well) throws Exception {
        Path file = resource(name);
        interact(() -> session().openAttention(file));
        if (well) {
            untilFile();
        }
    }

    private void untilFile() {
        until(() -> session().shown().get().experiment().source() instanceof Source.Imported
                && !session().busy().get());
    }

    private Source.Imported source() {
        return (Source.Imported) session().shown().get().experiment().source();
    }

    private Weights weights() {
        return session().shown().get().weights();
    }

    /** A 2 × 2 array in NumPy's format, version 1. */
    private static byte[] npy(double[] numbers) {
        String header = "{'descr': '<f8', 'fortran_order': False, 'shape': (2, 2), }";
        String padded = header + " ".repeat(63 - (10 + header.length()) % 64) + "\n";
        java.nio.ByteBuffer bytes = java.nio.ByteBuffer.allocate(10 + padded.length() + 8 * numbers.length)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN);
        bytes.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
        bytes.putShort((short) padded.length());
        bytes.put(padded.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        for (double number : numbers) {
            bytes.putDouble(number);
        }
        return bytes.array();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<String> chooser(String id) {
        return node(id, ComboBox.class);
    }
}
