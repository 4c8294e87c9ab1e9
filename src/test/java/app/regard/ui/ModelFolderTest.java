package app.regard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.trace.Experiment;
import app.regard.trace.HeadId;
import app.regard.trace.Mask;
import app.regard.trace.Source;
import app.regard.transformer.TinyModels;
import app.regard.ui.app.WindowTest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model's folder in the window: chosen, walked through, gone, and left with what is shown where it holds no model. */
class ModelFolderTest extends WindowTest {
    private static final Path GPT2 = TinyModels.folder("gpt2-tiny");

    @TempDir
    private Path folder;

    @Test
    void aFolderIsChosenAndItsHeadsAreGoneThrough() {
        choose(GPT2);
        untilHead(0, 0);
        assertThat(trace().in().from().words().words()).allMatch(word -> !word.startsWith("["));
        assertThat(label("notice")).contains("GPT-2", "2 layers", "Jain & Wallace 2019");
        openTheHead();
        assertThat(label("about-trained")).contains("gpt2-tiny", "from left to right");
        assertThat(label("model-place")).isEqualTo("Folder: " + GPT2);
        ComboBox<?> model = node("model", ComboBox.class);
        assertThat(model.isVisible()).as("so that one comes back").isTrue();
        assertThat(model.getButtonCell().getText()).isEqualTo("gpt2-tiny");
        assertThat(has("Hide [CLS] and [SEP]")).as("it has neither").isFalse();
        assertThat(chooser("layer").getItems()).containsExactly(0, 1);
        assertThat(chooser("layer-head").getItems()).containsExactly(0, 1, 2, 3);
        interact(() -> node("head-after", Button.class).fire());
        untilHead(0, 1);
        interact(() -> chooser("layer").setValue(1));
        untilHead(1, 1);
        answers.next(TinyModels.folder("roberta-tiny"));
        interact(() -> node("model-folder", Button.class).fire());
        until(() -> trace().in().from().words().word(0).equals("<s>"));
        interact(session()::undo);
        untilHead(1, 1);
        keys(KeyCode.ESCAPE);
        append(" again");
        until(() -> trace().in().from().words().size() > 4 && !session().busy().get());
        assertThat(session().shown().get().experiment().source().table()).isEqualTo(GPT2.toString());
        assertWeights();
    }

    @Test
    void itsCausalMaskIsItsOwnAndAnotherIsAddedToIt() {
        choose(GPT2);
        untilHead(0, 0);
        assertThat(weight(0, 1)).isZero();
        assertThat(has("what if: causal mask")).isFalse();
        ComboBox<String> mask = onWindow(() -> lookup("#mask").query());
        interact(() -> mask.setValue("none"));
        assertThat(mask.getValue()).isEqualTo("causal");
        assertThat(label("notice")).contains("the model’s own").contains("stays");
        interact(() -> session().goTo(4));
        assertThat(label("text")).contains("the model’s own mask").doesNotContain("what-if");
        interact(() -> session().change(e -> e.withMask(Mask.local(1))));
        until(() -> weight(3, 1) == 0);
        assertThat(weight(0, 1)).isZero();
        assertThat(has("what if: local window ±1")).isTrue();
        assertThat(label("text")).contains("what-if");
        assertWeights();
    }

    @Test
    void whatEachStageSaysIsTrueOfADecoder() {
        choose(GPT2);
        untilHead(0, 0);
        keys(KeyCode.ESCAPE);
        for (int layer = 0; layer < 2; layer++) {
            HeadId of = new HeadId(layer, 0);
            interact(() -> session().change(e -> e.withHead(of)));
            untilHead(layer, 0);
            interact(() -> session().goTo(1));
            for (String level : List.of("Plain", "Formula", "Code")) {
                clickText(level);
                assertThat(label("text").toLowerCase(Locale.ROOT))
                        .isNotBlank()
                        .doesNotContain("[cls]", "t[0]", "layernorm(y + ffn(y))", "by hand", "illustration");
            }
        }
    }

    @Test
    void whereAFolderHoldsNoModelWhatIsShownStays() {
        Experiment before = session().experiment().get();
        choose(Objects.requireNonNull(GPT2.getParent()));
        until(() -> label("notice").contains("no model’s folder"));
        assertThat(session().experiment().get()).isEqualTo(before);
        assertThat(session().shown().get().experiment()).isEqualTo(before);
        assertThat(session().busy().get()).isFalse();
        interact(() -> session().change(e -> e.withTrained(new Source.Trained("/gone/model", 0, 0, "12"))));
        until(() -> label("notice").contains("There is no model “/gone/model”: its folder is gone"));
        assertThat(session().shown().get().experiment()).isEqualTo(before);
    }

    @Test
    void aFolderThatHoldsAnotherModelThanWhenItWasSavedIsSaid() {
        interact(() -> session().change(e -> e.withTrained(new Source.Trained(GPT2.toString(), 0, 0, "0badf00d"))));
        until(() -> label("notice").contains("has changed since this was made"));
    }

    @Test
    void aFolderThatWasWrittenAnewIsReadAnewWhenItIsOpenedAgain() throws IOException {
        Path weights = folder.resolve("model.safetensors");
        for (String file : List.of("config.json", "model.safetensors", "tokenizer.json")) {
            Files.copy(GPT2.resolve(file), folder.resolve(file));
        }
        choose(folder);
        until(() -> session().shown().get().experiment().source().table().equals(folder.toString())
                && !session().busy().get());
        byte[] bytes = Files.readAllBytes(weights);
        double was = trace().in().from().x().at(0, 0);
        int header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt();
        Arrays.fill(bytes, Long.BYTES + header, bytes.length, (byte) 0); // of the same sizes, as after more training
        Files.write(weights, bytes);
        Files.setLastModifiedTime(weights, FileTime.from(Instant.now().plusSeconds(9)));
        append(" again");
        until(() -> label("notice").contains("has changed since it was opened: open it again"));
        choose(folder);
        until(() -> trace().in().from().x().at(0, 0) != was);
        assertThat(label("notice")).contains("GPT-2");
        assertWeights();
    }

    /** By its key, which goes no further than the dialog. */
    private void choose(Path folder) {
        answers.next(folder);
        interact(() -> view().commands().of("open-model").perform());
    }

    private void openTheHead() {
        click("head");
        untilHeadIsOpen();
    }

    private void untilHead(int layer, int head) {
        until(() -> session().shown().get().experiment().source().table().equals(GPT2.toString())
                && session().shown().get().experiment().source().headId().equals(Optional.of(new HeadId(layer, head)))
                && !session().busy().get());
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Integer> chooser(String id) {
        return node(id, ComboBox.class);
    }
}
