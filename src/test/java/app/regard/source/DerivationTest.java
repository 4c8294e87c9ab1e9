package app.regard.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.regard.Outside;
import app.regard.Scripts;
import app.regard.draw.Spot;
import app.regard.file.array.Csv;
import app.regard.file.array.Npy;
import app.regard.heads.Combination;
import app.regard.heads.Heads;
import app.regard.stage.Content;
import app.regard.stage.Operation;
import app.regard.stage.Stages;
import app.regard.stage.Why;
import app.regard.stage.WhyText;
import app.regard.trace.Edit;
import app.regard.trace.Experiment;
import app.regard.trace.Grid;
import app.regard.trace.Mask;
import app.regard.trace.Matrix;
import app.regard.trace.Progress;
import app.regard.trace.Reading;
import app.regard.trace.Source;
import app.regard.trace.Weights;
import app.regard.transformer.OneModel;
import app.regard.transformer.TinyModels;
import app.regard.words.Library;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of derived weights is true of them: the arithmetic of a cell, the lines of NumPy, the captions. */
class DerivationTest {
    private static final List<String> TOKENS = List.of("[CLS]", "##s, \"so\"", "b", "[SEP]");

    // spotless:off
    private static final Matrix A = Matrix.of(new double[][] {
        {0.25, 0.25, 0.25, 0.25},
        {1, 0, 0, 0},
        {0.99999999, 3e-9, 1e-9, 6e-9},
        {0, 0.5, 0.5, 0}});
    // spotless:on

    @TempDir
    private Path folder;

    private final AttentionFiles attentionFiles = new AttentionFiles();

    private Experiment file() throws IOException {
        Path csv = folder.resolve("bert.csv");
        try (OutputStream out = Files.newOutputStream(csv)) {
            Csv.write(out, new Csv.Labelled("", TOKENS, TOKENS, A));
        }
        return attentionFiles.open(csv);
    }

    private LoneWeights made(Experiment e, Reading reading) {
        return ((WeightsContent) attentionFiles.content(e.withReading(reading), Progress.NONE)).of();
    }

    private static List<Reading> readings() {
        List<Reading> all = new ArrayList<>();
        for (Reading.Combine combine : Reading.Combine.values()) {
            for (Reading.Special special : Reading.Special.values()) {
                all.add(new Reading(combine, false, special));
            }
        }
        return all;
    }

    @Test
    void everyCellOfRescaledRowsCanBeAskedAboutAlsoWhereNextToNothingIsLeft() throws IOException {
        LoneWeights rescaled = made(file(), Reading.PLAIN.with(Reading.Special.RESCALED));
        Why nothing = rescaled.why(new Spot("A", 0, 1)); // all of this row went to [CLS]
        assertThat(nothing.how()).isEqualTo(Operation.GIVEN);
        assertThat(WhyText.formula(nothing, 4)).endsWith("= 0");
        assertThat(nothing.note()).contains("nothing is left");
        Why little = rescaled.why(new Spot("A", 1, 0));
        assertThat(little.result()).isEqualTo(little.value()).isCloseTo(0.75, within(1e-12));
        assertThat(WhyText.formula(little, 4)).endsWith("= 3e−9 ÷ (3e−9 + 1e−9) = 0.7500");
    }

    @Test
    void theLinesOfNumpyGiveWhatIsShown() throws IOException {
        theLinesGiveWhatIsShown(file());
    }

    /** A file whose columns ask is exchanged by its lines too; also where it has more columns than rows. */
    @Test
    void theLinesOfATurnedFileGiveWhatIsShown() throws IOException {
        theLinesGiveWhatIsShown(attentionFiles.turned(file()));
    }

    /** A table may have words in its first row, in its first column, in both or in none, and more columns than rows. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                ",x,y,z\na,.1,.2,.7\nb,.3,.3,.4\n",
                "x,y,z\n.1,.2,.7\n.3,.3,.4\n",
                "a,.1,.2,.7\nb,.3,.3,.4\n",
                ".1,.2,.7\n.3,.3,.4\n",
                "x,y\n.1,.9\n.3,.7\n"
            })
    void theLinesReadATableWithItsWords(String table) throws IOException {
        Experiment plain = attentionFiles.open(Files.writeString(folder.resolve("table.csv"), table));
        for (Experiment e : List.of(plain, attentionFiles.turned(plain))) {
            LoneWeights shown = made(e, Reading.PLAIN);
            String script = "import numpy as np\n" + shown.code() + "\nnp.save('a.npy', np.ascontiguousarray(A))\n";
            assertThat(Scripts.python(folder, List.of(script)).get(0).err()).isEmpty();
            assertSame(Npy.read(folder.resolve("a.npy")).grid(), shown.weights());
        }
    }

    private void theLinesGiveWhatIsShown(Experiment e) throws IOException {
        List<Reading> readings = readings();
        List<String> scripts = new ArrayList<>();
        for (Reading reading : readings) {
            scripts.add("import numpy as np\n" + made(e, reading).code() + "\nnp.save('out" + scripts.size()
                    + ".npy', np.asarray(A, dtype='<f8', order='C'))\n");
        }
        List<Outside.Result> ran = Scripts.python(folder, scripts);
        for (int i = 0; i < readings.size(); i++) {
            LoneWeights shown = made(e, readings.get(i));
            assertThat(ran.get(i).err())
                    .as("%s%n%s", readings.get(i), shown.code())
                    .isEmpty();
            assertSame(Npy.read(folder.resolve("out" + i + ".npy")).grid(), shown.weights());
        }
    }

    private static void assertSame(Grid numpy, Weights shown) {
        assertThat(List.of(numpy.rows(), numpy.cols()))
                .isEqualTo(List.of(shown.a().rows(), shown.a().cols()));
        for (int i = 0; i < numpy.rows(); i++) {
            for (int j = 0; j < numpy.cols(); j++) {
                assertThat(numpy.at(i, j)).isCloseTo(shown.a().at(i, j), within(1e-15));
            }
        }
    }

    @Test
    void whatIsNotAsUsualIsSaidOfAHeadThatIsMadeEasierToRead() throws IOException {
        Experiment e = Experiment.of("x", new Source.Trained("all-MiniLM-L6-v2", 0, 0))
                .withMask(Mask.CAUSAL)
                .withTemperature(0.5);
        Heads heads = attentionFiles.heads(file(), Progress.NONE);
        Reading hidden = Reading.PLAIN.with(Reading.Special.HIDDEN);
        Combination by = new Combination(hidden, heads, 0, 0);
        LoneWeights of = new Derivation(by, e, List.of("what if: causal mask"))
                .content(by.combined(), Optional.empty())
                .of();
        assertThat(of.chips()).contains("what if: causal mask");
        assertThat(of.formula()).contains("softmax(\\frac{QK^T}{√d_k · τ})", "τ = 0.5");
        assertThat(of.code()).doesNotContain("W[");
    }

    /** Of merged or hidden pieces the formula names the mask where a cell of the head is hidden, whoever hid it, and only there. */
    @ParameterizedTest
    @CsvSource({"gpt2-tiny,", "bert-tiny,", "bert-tiny,'mask[1,2]=0'", "gpt2-tiny,'mask[1,2]=1'"})
    void theFormulaNamesAnyMaskByWhichTheHeadIsShown(String model, @Nullable String edit) {
        Source head = new Source.Trained(TinyModels.folder(model).toString(), 0, 0);
        Experiment e = Experiment.of("the bank of the river", head)
                .withEdits(Stream.ofNullable(edit).map(Edit::of).toList());
        Resolver resolver = new Resolver(new Library(), OneModel.trained());
        Grid a = resolver.content(e, Progress.NONE)
                .trace()
                .orElseThrow()
                .weights()
                .a();
        boolean hides = IntStream.range(0, a.rows() * a.cols()).anyMatch(c -> a.at(c / a.cols(), c % a.cols()) == 0);
        Content merged = resolver.content(e.withReading(Reading.PLAIN.withMerge(true)), Progress.NONE);
        assertThat(merged.formula(Stages.WEIGHTS).contains("masked")).isEqualTo(hides);
    }

    @Test
    void ofOneHeadItIsNotSaidThatNoHeadHasTheseWeights() throws IOException {
        for (Reading.Combine combine : Stream.of(Reading.Combine.values())
                .filter(c -> c != Reading.Combine.ONE_HEAD && c != Reading.Combine.ROLLOUT)
                .toList()) {
            LoneWeights of = made(file(), Reading.PLAIN.with(combine));
            assertThat(of.about() + of.plain())
                    .contains("average of one head, L0·H0")
                    .doesNotContain("No head", "not the weights");
        }
    }

    @Test
    void aCellSaysWhatItIsMadeOf() throws IOException {
        LoneWeights rollout = made(file(), Reading.PLAIN.with(Reading.Combine.ROLLOUT));
        assertThat(rollout.why(new Spot("A", 0, 0)).note()).isEqualTo("The attention rollout over 1 layer.");
    }
}
