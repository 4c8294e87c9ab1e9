package app.regard.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.regard.engine.Attention;
import app.regard.engine.Workers;
import app.regard.heads.Derived;
import app.regard.heads.Heads;
import app.regard.trace.HeadId;
import app.regard.trace.Inputs;
import app.regard.trace.Mask;
import app.regard.trace.Positions;
import app.regard.trace.Progress;
import app.regard.trace.Refusal;
import app.regard.trace.Trace;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The trained model as the rest of the program meets it. */
@Tag("model")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MiniLmTest {
    private final ModelCache modelCache = new ModelCache();
    private final List<Double> progress = new ArrayList<>();

    @BeforeAll
    void load() {
        assertThat(modelCache.ready()).isEmpty();
        modelCache.get(progress::add);
    }

    private Transformer model() {
        return modelCache.get(Progress.NONE);
    }

    @Test
    void isReadOnceAndTellsHowFarItIs() {
        assertThat(model()).isSameAs(model());
        assertThat(modelCache.ready()).containsSame(model());
        assertThat(progress).hasSizeGreaterThan(20).isSorted().endsWith(1.0);
    }

    @Test
    void canBePutAwayAndReadAgain() {
        int[] read = {0};
        ModelCache other = new ModelCache(watch -> {
            read[0]++;
            return model();
        });
        other.get(Progress.NONE);
        assertThat(other.get(Progress.NONE)).isSameAs(model());
        assertThat(read).containsExactly(1);
        other.unload();
        assertThat(other.ready()).isEmpty();
        assertThat(other.get(Progress.NONE)).isSameAs(model());
        assertThat(read).containsExactly(2);
    }

    @Test
    void readingCanBeCalledOffAndTriedAgain() {
        ModelCache other = new ModelCache();
        Progress impatient = share -> {
            if (share > 0.3) {
                throw new CancellationException("called off");
            }
        };
        assertThatThrownBy(() -> other.get(impatient)).isInstanceOf(CancellationException.class);
        assertThat(other.ready()).isEmpty();
    }

    @Test
    void aHeadComesWithAllThatTheStagesShow() {
        ForwardPass passed = model().pass("The bank of the river", Workers.ALONE, Progress.NONE);
        Inputs in = model().inputs(passed, new HeadId(3, 5), Mask.NONE, 1);
        assertThat(in.self()).isTrue();
        assertThat(in.positions()).isEqualTo(Positions.NONE);
        assertThat(in.head().name()).isEqualTo("L3·H5");
        assertThat(in.head().origin()).isEqualTo("all-MiniLM-L6-v2, learned");
        assertThat(in.head().dimensions()).hasSize(384).startsWith("0", "1").endsWith("383");
        assertThat(in.head().dK()).isEqualTo(32);
        assertThat(in.head().q().biased()
                        && in.head().k().biased()
                        && in.head().v().biased())
                .isTrue();
        assertThat(in.head().carriesInput()).isFalse();
        assertThat(in.from().origin()).isEqualTo("all-MiniLM-L6-v2, input of layer 3");
        assertThat(in.from().words().words()).containsExactly("[CLS]", "the", "bank", "of", "the", "river", "[SEP]");
        assertThat(in.from().words().tokens()).noneMatch(token -> token.madeUp());
        Trace shown = Attention.trace(in);
        assertThat(shown.divisor()).isCloseTo(Math.sqrt(32), within(1e-12));
        assertThat(model().outputSlice(new HeadId(3, 5)).rows()).isEqualTo(32);
        assertThat(model().added(shown.outputs(), new HeadId(3, 5)).cols()).isEqualTo(384);
    }

    @Test
    void aCausalMaskIsAWhatIfThatHides() {
        ForwardPass passed = model().pass("The bank of the river", Workers.ALONE, Progress.NONE);
        Trace shown = Attention.trace(model().inputs(passed, new HeadId(0, 0), Mask.CAUSAL, 1));
        assertThat(shown.weights().a().at(0, 0)).isEqualTo(1);
        assertThat(shown.weights().a().at(2, 3)).isZero();
    }

    @Test
    void refusesWhatItDoesNotHave() {
        ForwardPass passed = model().pass("it", Workers.ALONE, Progress.NONE);
        for (int[] wrong : new int[][] {{6, 0}, {-1, 0}, {0, 12}, {0, -1}}) {
            assertThatThrownBy(() -> model().inputs(passed, new HeadId(wrong[0], wrong[1]), Mask.NONE, 1))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("There is no head L" + wrong[0] + "·H" + wrong[1])
                    .hasMessageContaining("layers 0 to 5 with the heads 0 to 11");
        }
        for (String nothing : List.of("", "  \n", "\u0007")) {
            assertThatThrownBy(() -> model().pass(nothing, Workers.ALONE, Progress.NONE))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("No word yet: type a sentence.");
        }
    }

    @Test
    void aFileThatWasCutShortIsRefused(@TempDir Path folder) throws IOException {
        URL pieces = BundledModel.class.getResource("/all-minilm-l6-v2-tokenizer.json");
        Path cut = folder.resolve("cut.onnx");
        try (var in = BundledModel.class.getResourceAsStream("/all-minilm-l6-v2.onnx")) {
            Files.write(cut, in.readNBytes(1_000_000));
        }
        assertThatThrownBy(() -> MiniLm.MODEL.load(cut.toUri().toURL(), pieces, Progress.NONE))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("model’s file is damaged")
                .hasMessageEndingWith("the simple table goes on working.");
    }

    @Test
    void rolloutAndAveragesOfAPassSumToOne() {
        ForwardPass passed = model().pass("Unbelievably tired rivers", Workers.ALONE, Progress.NONE);
        Heads heads = Heads.of(passed);
        for (var weights : List.of(
                heads.rollout(),
                heads.average(),
                heads.averageOf(2),
                Derived.merged(passed.weights(1, 1), passed.pieces().words()))) {
            for (int i = 0; i < weights.a().rows(); i++) {
                double sum = 0;
                for (int j = 0; j < weights.a().cols(); j++) {
                    sum += weights.a().at(i, j);
                }
                assertThat(sum).isCloseTo(1, within(1e-5));
            }
        }
    }

    @Test
    void itsTwoFilesInAFolderAreTheSameModelAndTheGraphShowsItsSizes(@TempDir Path folder) throws IOException {
        try (var weights = BundledModel.class.getResourceAsStream("/all-minilm-l6-v2.onnx");
                var pieces = BundledModel.class.getResourceAsStream("/all-minilm-l6-v2-tokenizer.json")) {
            Files.copy(weights, folder.resolve("model.onnx"));
            Files.copy(pieces, folder.resolve("tokenizer.json"));
        }
        ModelFolder opened = ModelFolder.open(folder.toString());
        assertThat(opened.shape().layers()).isEqualTo(6);
        assertThat(opened.shape().heads()).isEqualTo(12);
        assertThat(opened.shape().mostPieces()).isEqualTo(512);
        String text = "The bank of the river didn't move.";
        ForwardPass there = opened.load(Progress.NONE).pass(text, Workers.ALONE, Progress.NONE);
        ForwardPass here = model().pass(text, Workers.ALONE, Progress.NONE);
        assertThat(there.pieces().all()).isEqualTo(here.pieces().all());
        for (int i = 0; i < here.pieces().size(); i++) {
            for (int j = 0; j < 384; j++) {
                assertThat(there.input(6).at(i, j)).isEqualTo(here.input(6).at(i, j));
            }
        }
        Files.writeString(folder.resolve("model.onnx"), "no graph");
        assertThatThrownBy(() -> ModelFolder.open(folder.toString()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("/model.onnx” is damaged");
    }
}
