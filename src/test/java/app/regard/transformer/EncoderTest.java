package app.regard.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regard.engine.Attention;
import app.regard.engine.Workers;
import app.regard.heads.Heads;
import app.regard.heads.Measures;
import app.regard.trace.Grid;
import app.regard.trace.HeadId;
import app.regard.trace.Mask;
import app.regard.trace.Matrix;
import app.regard.trace.Progress;
import app.regard.trace.Trace;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The encoder's numbers, held against ONNX Runtime on the same file. */
@Tag("model")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public class EncoderTest {
    private static final String TIRED = "The animal didn't cross the street because it was too tired.";
    private static final String WIDE = "The animal didn't cross the street because it was too wide.";

    private Transformer model;

    @BeforeAll
    void load() {
        model = OneModel.get();
    }

    private ForwardPass pass(String text) {
        return OneModel.pass(text);
    }

    @Test
    void everyWeightAndEveryHiddenStateAgreesWithOnnxRuntime() throws Exception {
        double worstWeight = 0;
        double worstState = 0;
        int most = 0;
        List<String> sentences = Sentences.varied();
        assertThat(sentences).hasSizeGreaterThanOrEqualTo(30);
        try (Oracle oracle = Oracle.talking(MiniLm.MODEL)) {
            for (String sentence : sentences) {
                ForwardPass ours = pass(sentence);
                int n = ours.pieces().size();
                most = Math.max(most, n);
                Oracle.Answer theirs = oracle.run(ours.pieces());
                for (int layer = 0; layer <= 6; layer++) {
                    Grid state = ours.input(layer);
                    for (int cell = 0; cell < n * 384; cell++) {
                        worstState = Math.max(
                                worstState, Math.abs(state.at(cell / 384, cell % 384) - theirs.hidden()[layer][cell]));
                    }
                }
                for (int map = 0; map < 72; map++) {
                    Grid a = ours.weights(map / 12, map % 12).a();
                    float[] b = theirs.weights()[map / 12];
                    for (int cell = 0; cell < n * n; cell++) {
                        worstWeight =
                                Math.max(worstWeight, Math.abs(a.at(cell / n, cell % n) - b[map % 12 * n * n + cell]));
                    }
                }
            }
        }
        System.out.printf(
                "%d sentences of up to %d pieces beside ONNX Runtime: weights differ by at most %.1e, hidden states by %.1e%n",
                sentences.size(), most, worstWeight, worstState);
        assertThat(most).isEqualTo(512);
        assertThat(worstWeight).isLessThanOrEqualTo(2e-5);
        assertThat(worstState).isLessThanOrEqualTo(1e-4);
    }

    @Test
    void theHeadThatIsShownInDoublesIsTheOneThatRan() {
        double worst = 0;
        for (String sentence :
                List.of(TIRED, "Bank", "We sat on the bank of the river and watched the boats. ".repeat(8))) {
            ForwardPass passed = pass(sentence);
            for (int map = 0; map < 72; map++) {
                Trace shown = Attention.trace(model.inputs(passed, new HeadId(map / 12, map % 12), Mask.NONE, 1));
                Grid ran = passed.weights(map / 12, map % 12).a();
                worst = Math.max(worst, apart(shown.weights().a(), ran));
            }
        }
        System.out.printf("heads in doubles beside the pass in floats: weights differ by at most %.1e%n", worst);
        assertThat(worst).isLessThanOrEqualTo(1e-5);
    }

    /** What all twelve heads add, with the bias, the residual and LayerNorm, is what the next part of the layer reads. */
    @Test
    void theHeadsTogetherWithTheirOutputsMakeTheLayer() throws Exception {
        ForwardPass passed = pass(TIRED);
        int n = passed.pieces().size();
        for (int layer : new int[] {0, 3}) {
            Matrix sum = Matrix.fill(n, 384, passed.input(layer)::at);
            for (int head = 0; head < 12; head++) {
                Trace shown = Attention.trace(model.inputs(passed, new HeadId(layer, head), Mask.NONE, 1));
                Matrix added = model.added(shown.outputs(), new HeadId(layer, head));
                Matrix before = sum;
                sum = Matrix.fill(n, 384, (i, j) -> before.at(i, j) + added.at(i, j));
            }
            Matrix bias = model.outputBias(layer);
            Matrix all = sum;
            try (Oracle oracle =
                    Oracle.talking(MiniLm.MODEL, "/encoder/layer." + layer + "/attention/output/Add_output_0")) {
                float[] theirs = oracle.further(passed.pieces());
                for (int cell = 0; cell < n * 384; cell++) {
                    assertThat(all.at(cell / 384, cell % 384) + bias.at(0, cell % 384))
                            .isCloseTo(theirs[cell], org.assertj.core.api.Assertions.within(1e-4));
                }
            }
        }
    }

    @Test
    void showsWhatTheStudySaw() {
        ForwardPass tired = pass(TIRED);
        assertThat(weight(tired, 3, 1, "it", "animal")).isEqualTo("0.677");
        assertThat(weight(tired, 5, 11, "it", "animal")).isEqualTo("0.673");
        assertThat(weight(tired, 2, 1, "it", "tired")).isEqualTo("0.715");
        assertThat(weight(pass(WIDE), 3, 1, "it", "animal")).isEqualTo("0.281");
        Grid previous = tired.weights(0, 2).a();
        for (int i = 1; i < tired.pieces().size(); i++) {
            assertThat(previous.at(i, i - 1)).isGreaterThan(0.999);
        }
        List<Measures.Does> all = Heads.of(tired).does();
        assertThat(all.stream().max(Comparator.comparing(Measures.Does::next)).orElseThrow())
                .satisfies(most -> assertThat(most.head().text()).isEqualTo("L1·H8"));
        assertThat(all.stream().filter(does -> does.first() > 0.4).count()).isGreaterThan(36); // more than half of them
    }

    @Test
    void threadsChangeNothing() {
        String text = "We sat on the bank of the river and watched the boats. ".repeat(5);
        ForwardPass alone = pass(text);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            for (int helpers = 1; helpers <= 3; helpers++) {
                ForwardPass shared = model.pass(text, new Workers(two, helpers), Progress.NONE);
                for (int map = 0; map < 72; map++) {
                    assertThat(apart(
                                    shared.weights(map / 12, map % 12).a(),
                                    alone.weights(map / 12, map % 12).a()))
                            .isZero();
                }
                assertThat(apart(shared.input(6), alone.input(6))).isZero();
            }
        } finally {
            two.shutdown();
        }
    }

    @Test
    void helpersThatNeverComeAreNotWaitedFor() {
        Executor never = task -> {};
        assertThat(apart(
                        model.pass("It waits.", new Workers(never, 2), Progress.NONE)
                                .input(6),
                        pass("It waits.").input(6)))
                .isZero();
    }

    @Test
    void canBeCalledOffBetweenLayers() {
        AtomicInteger asked = new AtomicInteger();
        Progress impatient = new Progress() {
            @Override
            public void at(double share) {
                assertThat(share).isLessThanOrEqualTo(0.34);
            }

            @Override
            public void check() {
                if (asked.incrementAndGet() > 2) {
                    throw new CancellationException("called off");
                }
            }
        };
        assertThatThrownBy(() -> model.pass(TIRED, Workers.ALONE, impatient)).isInstanceOf(CancellationException.class);
        assertThat(asked.get()).isEqualTo(3);
    }

    @Test
    void weightsOfEveryQuerySumToOne() {
        ForwardPass passed = pass(TIRED);
        int n = passed.pieces().size();
        for (int map = 0; map < 72; map++) {
            for (int i = 0; i < n; i++) {
                double sum = 0;
                for (int j = 0; j < n; j++) {
                    sum += passed.weights(map / 12, map % 12).a().at(i, j);
                }
                assertThat(sum).isCloseTo(1, org.assertj.core.api.Assertions.within(1e-5));
            }
        }
    }

    private static double apart(Grid a, Grid b) {
        double worst = 0;
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < a.cols(); j++) {
                worst = Math.max(worst, Math.abs(a.at(i, j) - b.at(i, j)));
            }
        }
        return worst;
    }

    private static String weight(ForwardPass passed, int layer, int head, String query, String key) {
        List<String> words = passed.pieces().sentence().words();
        return String.format(
                java.util.Locale.ROOT,
                "%.3f",
                passed.weights(layer, head).a().at(words.indexOf(query), words.indexOf(key)));
    }
}
