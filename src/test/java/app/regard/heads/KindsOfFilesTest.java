package app.regard.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.regard.trace.Grid;
import app.regard.trace.Mask;
import app.regard.trace.Reading;
import app.regard.trace.Refusal;
import app.regard.trace.Weights;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as people save them, one of each kind, written by make_kinds.py: what is read is that script's formula. */
class KindsOfFilesTest {
    private static final List<String> ABC = List.of("a", "b", "c");

    @TempDir
    private Path folder;

    private static AttentionFile open(String name) {
        try {
            return AttentionFile.open(
                    Path.of(Objects.requireNonNull(KindsOfFilesTest.class.getResource("kinds/" + name))
                            .toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Weights weights(AttentionFile file, int array, int layer, int head) {
        return file.weights(array, layer, head, file.asking(array), file.answering(array));
    }

    /** The script's formula. */
    private static void holds(Grid a, int layer, int head, double precision) {
        for (int i = 0; i < a.rows(); i++) {
            int row = i;
            double sum = IntStream.range(0, a.cols())
                    .map(j -> (layer * 5 + head * 7 + row * 11 + j * 3) % 17 + 1)
                    .sum();
            for (int j = 0; j < a.cols(); j++) {
                assertThat(a.at(i, j))
                        .as("%d, %d of L%d·H%d", i, j, layer, head)
                        .isCloseTo(((layer * 5 + head * 7 + i * 11 + j * 3) % 17 + 1) / sum, within(precision));
            }
        }
    }

    private static void holdsAll(AttentionFile file, double precision) {
        assertThat(file.arrays()).containsExactly(new AttentionFile.Array("", 2, 3, 3, 3));
        for (int head = 0; head < 6; head++) {
            holds(weights(file, 0, head / 3, head % 3).a(), head / 3, head % 3, precision);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"batch-before.npy", "batch-between.npy", "batch-behind.npy", "batch-last.npy"})
    void aBatchOfOneIsLeftOutWhereverItStands(String name) {
        AttentionFile file = open(name);
        holdsAll(file, 0);
        assertThat(file.said(0)).startsWith("2 layers × 3 heads × 3 × 3; a batch of 1 left out; tokens numbered");
    }

    @ParameterizedTest
    @CsvSource({"fortran.npy, 0", "big-endian.npy, 1e-7", "half.npy, 1e-3"})
    void anyOrderOfNumbersIsRead(String name, double precision) {
        holdsAll(open(name), precision);
    }

    @ParameterizedTest
    @ValueSource(strings = {"whole.npy", "boolean.npy"})
    void wholeNumbersAndTruthsAreWeights(String name) {
        AttentionFile file = open(name);
        Weights read = weights(file, 0, 0, 0);
        assertThat(List.of(read.a().at(1, 1), read.a().at(1, 0))).containsExactly(1.0, 0.0);
        assertThat(file.caution(0, read, Reading.PLAIN)).isEmpty();
    }

    @Test
    void ofABatchEachTextIsAnArray() {
        AttentionFile file = open("two-texts.npy");
        assertThat(file.arrays()).extracting(AttentionFile.Array::name).containsExactly("text 1", "text 2");
        holds(weights(file, 0, 1, 2).a(), 1, 2, 0);
        holds(weights(file, 1, 1, 2).a(), 0, 2, 0); // the second text has its layers the other way round
        assertThat(file.said(1)).contains("text 2 of 2");
        AttentionFile named = open("batch.json");
        assertThat(named.arrays())
                .hasSize(2)
                .first()
                .extracting(AttentionFile.Array::layers)
                .isEqualTo(1);
        assertThat(named.asking(0)).isEqualTo(ABC);
        assertThat(named.asking(1)).containsExactly("d", "e", "f");
        holds(weights(named, 1, 0, 1).a(), 1, 1, 0);
    }

    @Test
    void arraysThatDifferByANumberAreLayersInTheOrderOfNumbers() {
        AttentionFile file = open("layers.npz");
        assertThat(file.arrays()).containsExactly(new AttentionFile.Array("layer_*", 4, 1, 3, 3));
        int[] numbers = {0, 1, 2, 10};
        for (int layer = 0; layer < 4; layer++) {
            holds(weights(file, 0, layer, 0).a(), numbers[layer], 0, 0);
        }
        assertThat(file.said(0)).contains("a layer in each of 4 arrays, “layer_0” to “layer_10”");
        AttentionFile heads = open("heads.npz");
        assertThat(heads.arrays()).containsExactly(new AttentionFile.Array("layer*/head*", 2, 3, 3, 3));
        holds(weights(heads, 0, 1, 2).a(), 1, 2, 0);
        AttentionFile nested = open("nested.json");
        assertThat(nested.arrays()).containsExactly(new AttentionFile.Array("attentions.layer_*.head_*", 2, 3, 3, 3));
        holds(weights(nested, 0, 0, 1).a(), 2, 1, 0);
        assertThat(nested.asking(0)).isEqualTo(ABC);
    }

    @Test
    void namesBelongToArraysNotToLengths() {
        AttentionFile file = open("sides.safetensors");
        List<String> read = List.of("The", "red", "house");
        List<String> written = List.of("Das", "rote", "Haus");
        assertThat(List.of(file.asking(0), file.answering(0))).containsExactly(read, read);
        assertThat(List.of(file.asking(1), file.answering(1))).containsExactly(written, written);
        assertThat(List.of(file.asking(2), file.answering(2))).containsExactly(written, read);
        assertThat(file.said(2)).contains("rows named by the file’s “decoder_tokens”", "“encoder_tokens”");
        AttentionFile view = open("view.json");
        assertThat(view.asking(0)).containsExactly("a", "b");
        assertThat(view.answering(0)).containsExactly("c", "d", "e");
        assertThat(view.said(0)).endsWith("not used: “tokens_left” (texts)");
    }

    @Test
    void whatDoesNotFitIsSaidWithBothCounts() {
        AttentionFile file = open("five-tokens.json");
        assertThat(file.said(0)).isEqualTo("one head, 3 × 3; “tokens” names 5 tokens for 3 rows; they are numbered");
        assertThat(file.asking(0)).isEqualTo(AttentionFile.numbered(3));
        assertThat(open("window.npy").said(0))
                .endsWith("the 3 columns are not the rows’ tokens (another text’s, or a " + "window of places)");
    }

    @Test
    void tokensAreReadAsTextsListsAndRecords() {
        AttentionFile strings = open("strings.npz");
        assertThat(strings.asking(0)).containsExactly("a", "bé", "c");
        assertThat(strings.said(0))
                .contains("“past” (2 × 2 × 1 × 1 × 3 × 2)", "“columns” (texts)", "“labels” (no numbers)");
        AttentionFile python = open("python-list.safetensors");
        assertThat(python.asking(0)).containsExactly("[CLS]", "it's", "[SEP]");
        assertThat(python.said(0)).endsWith("not used: “words” (texts)");
        AttentionFile record = open("record.json");
        assertThat(record.arrays()).containsExactly(new AttentionFile.Array("data.attention", 1, 1, 3, 3));
        assertThat(record.asking(0)).isEqualTo(ABC);
        holds(weights(record, 0, 0, 0).a(), 0, 0, 0);
        AttentionFile records = open("records.json");
        assertThat(records.asking(1)).containsExactly("d", "e", "f");
        holds(weights(records, 1, 0, 0).a(), 1, 0, 0);
    }

    @ParameterizedTest
    @CsvSource({"header.csv, 0 1 2 3", "index.csv, 0 1 2 3", "words.csv, the cat sat down", "rows.csv, p q r s"})
    void labelsOfATableAreToldFromItsNumbers(String name, String words) {
        AttentionFile file = open(name);
        Weights read = weights(file, 0, 0, 0);
        holds(read.a(), 0, 0, 0);
        assertThat(read.from().words()).containsExactly(words.split(" ", -1));
        assertThat(read.to().words()).isEqualTo(read.from().words());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0,1\n1,0\n", "1,0,0\n0,1,0\n0,0,1\n", "1\n"})
    void aTableOfZerosAndOnesHasNoLabels(String text) throws IOException {
        AttentionFile file = AttentionFile.open(Files.writeString(folder.resolve("hard.csv"), text));
        int n = text.split("\n", -1).length - 1;
        assertThat(file.arrays()).containsExactly(new AttentionFile.Array("", 1, 1, n, n));
        assertThat(file.asking(0))
                .isEqualTo(AttentionFile.numbered(file.arrays().get(0).queries()));
    }

    @Test
    void columnsThatSumToOneAreSaidAndTurned() {
        AttentionFile file = open("columns.npy");
        assertThat(file.caution(0, weights(file, 0, 0, 0), Reading.PLAIN))
                .startsWith("Its columns sum to 1 and its rows do not")
                .contains("--transpose");
        AttentionFile turned = file.transposed();
        assertThat(turned.arrays()).containsExactly(new AttentionFile.Array("", 1, 1, 3, 4));
        Weights read = weights(turned, 0, 0, 0);
        holds(read.a(), 0, 0, 0);
        assertThat(turned.caution(0, read, Reading.PLAIN)).isEmpty();
    }

    @Test
    void aRowWithoutNumbersIsCountedAndTheOthersAreAsEver() {
        AttentionFile file = open("masked.npy");
        Weights read = weights(file, 0, 1, 1);
        assertThat(file.caution(0, read, Reading.PLAIN)).isEqualTo("1 row holds no numbers (fully masked?).");
        assertThat(read.blank(0)).isTrue();
        assertThat(read.blank(1)).isFalse();
        assertThat(read.a().at(2, 0) + read.a().at(2, 1) + read.a().at(2, 2)).isCloseTo(1, within(1e-12));
        Heads heads = file.heads(0, file.asking(0), file.answering(0), "it", Mask.NONE);
        assertThat(heads.does()).hasSize(4).allSatisfy(does -> assertThat(does.self())
                .isBetween(0.0, 1.0));
        assertThatThrownBy(heads::rollout)
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("row 1 of layer 0 holds none");
        assertThat(weights(open("tiny.npy"), 0, 0, 0).a().at(0, 1)).isZero();
    }

    @Test
    void whatIsNoAttentionSaysWhatItIs() throws IOException {
        assertThatThrownBy(() -> open("model.safetensors"))
                .hasMessageContaining("holds the weights of a model, such as “h.0.attn.c_attn.weight”, not attention");
        assertThatThrownBy(() -> open("nothing.safetensors"))
                .hasMessageContaining("“last_hidden_state” (2 × 1 × 2 × 2 × 1 × 3)")
                .hasMessageContaining("attn_implementation=\"eager\"");
        Path pickle = Files.write(folder.resolve("cache.pt"), new byte[100]);
        assertThatThrownBy(() -> AttentionFile.open(pickle))
                .hasMessageContaining("is a pickle")
                .hasMessageContaining("torch.load(FILE, weights_only=True)")
                .hasMessageContaining("save_file(");
    }

    /** 144 heads, read one after the other and then backwards. */
    @Test
    void aCompressedFileIsReadInAnyOrder() {
        AttentionFile file = open("packed.npz");
        List<String> tokens = file.asking(0);
        for (int head = 0; head < 144; head++) {
            holds(file.weights(0, head / 12, head % 12, tokens, tokens).a(), head / 12, head % 12, 1e-3);
        }
        holds(file.weights(0, 11, 10, tokens, tokens).a(), 11, 10, 1e-3);
        holds(file.weights(0, 0, 1, tokens, tokens).a(), 0, 1, 1e-3);
    }
}
