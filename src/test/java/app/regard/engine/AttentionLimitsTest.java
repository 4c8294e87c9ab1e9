package app.regard.engine;

import static app.regard.engine.AttentionPropertiesTest.everyCase;
import static app.regard.engine.AttentionPropertiesTest.head;
import static app.regard.engine.AttentionPropertiesTest.random;
import static app.regard.engine.AttentionPropertiesTest.self;
import static app.regard.engine.AttentionPropertiesTest.side;
import static app.regard.engine.AttentionPropertiesTest.similarity;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regard.trace.Head;
import app.regard.trace.Inputs;
import app.regard.trace.Mask;
import app.regard.trace.Matrix;
import app.regard.trace.Positions;
import app.regard.trace.Refusal;
import app.regard.trace.Sentence;
import app.regard.trace.Side;
import app.regard.trace.Trace;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What attention refuses, by name, and how far its numbers may go. */
class AttentionLimitsTest {
    @Test
    void hugeScoresStayFinite() {
        Matrix x = Matrix.of(new double[] {1e154, 0}, new double[] {-1e154, 0}, new double[] {0, 1});
        Trace t = Attention.trace(self(x, similarity(2)));
        assertThat(t.scores().at(0, 0)).isEqualTo(1e308);
        assertThat(t.scores().at(0, 1)).isEqualTo(-1e308);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                assertThat(t.weights().a().at(i, j)).isFinite();
            }
        }
        assertThat(t.weights().a().at(0, 0)).isEqualTo(1);
        assertThat(t.plane().v().at(0, 0)).isFinite();
    }

    @Test
    void anOverflowingScaledScoreIsRefusedByName() {
        Side side = new Side(Sentence.of("big", "small"), Matrix.of(new double[] {1e154}, new double[] {1}), "a test");
        assertThatThrownBy(
                        () -> Attention.trace(new Inputs(side, side, similarity(1), Mask.NONE, Positions.NONE, 1e-3)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("“big” (row 1) and “big” (column 1)")
                .hasMessageContaining("temperature");
    }

    @Test
    void anOverflowingScoreIsRefusedByName() {
        Side side = new Side(Sentence.of("big", "small"), Matrix.of(new double[] {1e200}, new double[] {1}), "a test");
        assertThatThrownBy(() -> Attention.trace(new Inputs(side, side, similarity(1), Mask.NONE, Positions.NONE, 1)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("“big”");
    }

    @Test
    void aRowMaskedEverywhereIsRefusedByName() {
        Side from = new Side(Sentence.of("a", "b", "c"), Matrix.zeros(3, 1), "a test");
        Side to = new Side(Sentence.of("x"), Matrix.zeros(1, 1), "a test");
        Mask hidden = Mask.NONE.withCells(Matrix.of(new double[][] {{1}, {1}, {0}}));
        assertThatThrownBy(() -> Attention.trace(new Inputs(from, to, similarity(1), hidden, Positions.NONE, 1)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("“c” (word 3)");
    }

    @Test
    void aCausalMaskBetweenTwoSentencesIsRefused() {
        Side from = side(Matrix.zeros(2, 1));
        Side to = side(Matrix.zeros(3, 1));
        for (Mask mask : List.of(Mask.CAUSAL, Mask.local(1))) {
            assertThatThrownBy(() -> new Inputs(from, to, similarity(1), mask, Positions.NONE, 1))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("one sentence");
        }
    }

    @Test
    void noWordIsRefused() {
        Side none = new Side(new Sentence(List.of(), 0), Matrix.zeros(0, 1), "a test");
        assertThatThrownBy(() -> new Inputs(none, none, similarity(1), Mask.NONE, Positions.NONE, 1))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("type a sentence");
    }

    @Test
    void oneWordHasWeightOne() {
        everyCase(r -> {
            int d = 1 + r.nextInt(6);
            Head h = head(random(r, d, 2), random(r, d, 2), random(r, d, 3));
            Trace t = Attention.trace(self(random(r, 1, d), h));
            assertThat(t.weights().a().at(0, 0)).isEqualTo(1);
            assertThat(t.outputs()).isEqualTo(t.v());
        });
    }
}
