package app.regard.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regard.heads.AttentionFile;
import app.regard.heads.Heads;
import app.regard.trace.Experiment;
import app.regard.trace.Progress;
import app.regard.trace.Refusal;
import app.regard.trace.Source;
import app.regard.trace.Weights;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of attention as experiments: which array and head, and where the names of the tokens come from. */
class AttentionFilesTest {
    private final AttentionFiles attentionFiles = new AttentionFiles();

    @TempDir
    private Path folder;

    private static Path resource(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(AttentionFile.class.getResource(name), name)
                .toURI());
    }

    @Test
    void aFileIsOpenedAtItsFirstHeadOnItsOwnTokens() throws Exception {
        Experiment e = attentionFiles.open(resource("attention.npz"));
        assertThat(e.text()).isEqualTo("[CLS] Zürich ##s [SEP]");
        assertThat(e.keyText()).isNull();
        assertThat(e.source())
                .usingRecursiveComparison()
                .ignoringFields("fingerprint")
                .isEqualTo(new Source.Imported(resource("attention.npz").toString(), "last", 0, 0));
        Heads heads = attentionFiles.heads(e, Progress.NONE);
        assertThat(heads.layers()).isEqualTo(1);
        assertThat(heads.heads()).isEqualTo(3);
        assertThat(heads.weights(0, 0).from().words()).containsExactly("[CLS]", "Zürich", "##s", "[SEP]");
        // numpy: ((7 l + 5 h + 3 i + 11 j) % 13 + 1) over its row's sum, here l = 1, h = 2, i = 3
        double[] raw = {0, 0, 0, 0};
        double sum = 0;
        for (int j = 0; j < 4; j++) {
            raw[j] = (7 + 5 * 2 + 3 * 3 + 11 * j) % 13 + 1;
            sum += raw[j];
        }
        for (int j = 0; j < 4; j++) {
            assertThat(heads.weights(0, 2).a().at(3, j)).isEqualTo(raw[j] / sum);
        }
    }

    @Test
    void tokensComeFromTheTextWhereItIsAnother() throws Exception {
        Experiment e = attentionFiles.open(resource("attention.npz"));
        assertThat(words(e.withText("a b  c d"))).containsExactly("a", "b", "c", "d");
        assertThat(words(e.withText(""))).containsExactly("[CLS]", "Zürich", "##s", "[SEP]");
        assertThatThrownBy(() -> words(e.withText("a b c")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("4 tokens")
                .hasMessageContaining("3 words");
    }

    @Test
    void queriesAndKeysMayDifferAndAreNumberedWithoutNames() throws Exception {
        Experiment e = attentionFiles.open(resource("attention-cross.npy"));
        assertThat(e.text()).isEqualTo("1 2");
        assertThat(e.keyText()).isEqualTo("1 2 3 4 5");
        assertThat(attentionFiles
                        .heads(e.withText("who asks"), Progress.NONE)
                        .weights(0, 0)
                        .from()
                        .words())
                .containsExactly("who", "asks");
        assertThat(attentionFiles.heads(e, Progress.NONE).weights(0, 0).to().size())
                .isEqualTo(5);
    }

    @Test
    void aTextFileNamesTheSideThatItFits() throws Exception {
        Experiment e = attentionFiles.open(resource("attention-cross.npy"));
        Path five = text("p\nq\nr\ns\nt\n");
        assertThat(attentionFiles.named(e, five).keyText()).isEqualTo("p q r s t");
        assertThat(attentionFiles.named(e, text("x y\nz\n")).text()).isEqualTo("x␣y z");
        assertThatThrownBy(() -> attentionFiles.named(e, text("p\nq\nr\n")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("3 lines")
                .hasMessageContaining("2 × 5");
    }

    @Test
    void anotherArrayBringsItsOwnHeads() throws Exception {
        Experiment e = attentionFiles.open(resource("attention.npz"));
        Experiment other = attentionFiles.withOther(e, "first");
        assertThat(attentionFiles.heads(other, Progress.NONE).layers()).isEqualTo(2);
        WeightsContent.OpenFile open = WeightsContent.file(attentionFiles.content(other, Progress.NONE))
                .orElseThrow();
        assertThat(open.headed() || open.labelled()).as("no table").isFalse();
        assertThat(open.array().name()).isEqualTo("first");
        assertThat(open.arrays().stream().map(AttentionFile.Array::name)).containsExactly("last", "first");
        assertThatThrownBy(() -> attentionFiles.withOther(e, "third"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("“third”");
    }

    @Test
    void aLineOfTokensShowsWhatWouldNotBeSeen() {
        assertThat(AttentionFiles.joined(List.of("a b", "", "\n", "c"))).isEqualTo("a␣b ␣ ↵ c");
    }

    private List<String> words(Experiment e) {
        return attentionFiles.heads(e, Progress.NONE).weights(0, 0).from().words();
    }

    private Path text(String lines) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "tokens", ".txt"), lines);
    }

    /** The names at a table's rows and columns go along where these are exchanged; its numbers stay with their two words. */
    @ParameterizedTest
    @ValueSource(strings = {",x,y\na,.1,.9\nb,.3,.7\n", ",x,y,z\na,.1,.2,.7\nb,.3,.3,.4\n"})
    void aTurnedTableKeepsItsWords(String table) throws IOException {
        Path csv = Files.writeString(folder.resolve("table.csv"), table);
        AttentionFiles files = new AttentionFiles();
        Experiment plain = files.open(csv);
        Weights was = files.content(plain, Progress.NONE).weights();
        Weights is = files.content(files.turned(plain), Progress.NONE).weights();
        assertThat(is.from().words()).isEqualTo(was.to().words()).startsWith("x", "y");
        assertThat(is.to().words()).isEqualTo(was.from().words()).containsExactly("a", "b");
        assertThat(is.a().at(1, 0)).as("y and a").isEqualTo(was.a().at(0, 1));
        assertThat(files.turned(files.turned(plain))).isEqualTo(plain);
    }
}
