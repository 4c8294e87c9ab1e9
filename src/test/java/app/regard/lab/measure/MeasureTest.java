package app.regard.lab.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.regard.engine.Attention;
import app.regard.engine.MultiplyAdds;
import app.regard.engine.Softmax;
import app.regard.lab.LabRun;
import app.regard.trace.Matrix;
import app.regard.trace.Refusal;
import app.regard.trace.Trace;
import app.regard.words.Library;
import org.junit.jupiter.api.Test;

/** Labs of quantity: their numbers, against NumPy's and against counting by hand. */
class MeasureTest {
    @Test
    void withoutDividingTheVarianceIsDkAndRowsSaturate() {
        LabRun scaling = LabRun.of("scaling", "river bank");
        // NumPy, 20,000 rows: d_k, entropy raw and scaled, and of two ‖J‖_F
        double[][] entropies = {{1, 1.803, 1.803}, {4, 1.290, 1.750}, {16, .671, 1.729}, {64, .319, 1.723}};
        for (double[] one : entropies) {
            String dk = String.valueOf((int) one[0]);
            assertThat(scaling.number("sweep", dk, "entropy raw")).isCloseTo(one[1], within(.02));
            assertThat(scaling.number("sweep", dk, "entropy scaled")).isCloseTo(one[2], within(.02));
        }
        assertThat(scaling.number("sweep", "4", "mean ‖J‖_F raw")).isCloseTo(.342, within(.005));
        assertThat(scaling.number("sweep", "4", "mean ‖J‖_F scaled")).isCloseTo(.360, within(.005));
        assertThat(scaling.fact("mean ‖J‖_F raw")).isCloseTo(.153, within(.005));
        assertThat(scaling.fact("mean ‖J‖_F scaled")).isCloseTo(.366, within(.005));
        for (int dk = 1; dk <= 512; dk *= 2) {
            double tolerance = dk == 1 ? .05 : dk <= 4 ? .03 : .02;
            assertThat(scaling.number("sweep", String.valueOf(dk), "variance") / dk)
                    .as("d_k %d", dk)
                    .isCloseTo(1, within(tolerance));
        }
        LabRun again = LabRun.of("scaling", "river bank", "dk", "4");
        assertThat(again.fact("entropy raw")).isEqualTo(scaling.number("sweep", "4", "entropy raw"));
        LabRun table = LabRun.of("scaling", "river bank", "vectors", "table");
        assertThat(table.fact("mean")).as("NumPy, all pairs of different words").isCloseTo(.45809, within(5e-6));
        assertThat(table.fact("variance")).isCloseTo(.38696, within(5e-6));
        assertThat(table.fact("entropy scaled")).isGreaterThan(table.fact("entropy raw"));
    }

    @Test
    void theNormOfTheJacobianIsThatOfTheWholeMatrix() {
        double[] a = {.5, .3, .2};
        double squares = 0;
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double cell = a[i] * ((i == j ? 1 : 0) - a[j]);
                squares += cell * cell;
            }
        }
        assertThat(Softmax.sensitivity(a)).isCloseTo(Math.sqrt(squares), within(1e-15));
        assertThat(Softmax.sensitivity(new double[] {1, 0})).isZero();
        assertThat(Softmax.entropy(new double[] {.5, .5, 0})).isCloseTo(Math.log(2), within(1e-15));
    }

    @Test
    void multiplyAddsAreThoseThatLoopsMake() {
        Library library = new Library();
        Trace t = Attention.trace(
                library.resolve(library.example("three-by-four").orElseThrow().experiment()));
        long[] counted = new long[1];
        Matrix q = product(t.h(), t.in().head().q().w(), counted);
        Matrix k = product(t.hKeys(), t.in().head().k().w(), counted);
        Matrix v = product(t.hKeys(), t.in().head().v().w(), counted);
        long projections = counted[0];
        Matrix turned = Matrix.fill(k.cols(), k.rows(), (i, j) -> k.at(j, i));
        product(q, turned, counted);
        long scores = counted[0] - projections;
        product(Matrix.fill(t.q().rows(), t.k().rows(), t.weights().a()::at), v, counted);
        MultiplyAdds adds = MultiplyAdds.of(t);
        assertThat(adds).isEqualTo(new MultiplyAdds(projections, scores, counted[0] - projections - scores));
        assertThat(adds.projections()).as("3 words, 3 products of 4 × 3").isEqualTo(3 * 3 * 4 * 3);
        assertThat(q.at(0, 0)).isCloseTo(t.q().at(0, 0), within(1e-12));
    }

    private static Matrix product(Matrix a, Matrix b, long[] counted) {
        return Matrix.fill(a.rows(), b.cols(), (i, j) -> {
            double sum = 0;
            for (int c = 0; c < a.cols(); c++) {
                sum += a.at(i, c) * b.at(c, j);
                counted[0]++;
            }
            return sum;
        });
    }

    @Test
    void costIsCountedAndTheRowsDoNotWait() {
        LabRun cost = LabRun.of("cost", "river bank", "n", "48", "d", "32");
        assertThat(cost.fact("projections")).isEqualTo(3.0 * 48 * 32 * 32);
        assertThat(cost.fact("scores and blend")).as("equal at n = 1.5 d").isEqualTo(cost.fact("projections"));
        assertThat(cost.fact("equal at n")).isEqualTo(48);
        assertThat(cost.fact("equal at n with W_O")).isEqualTo(64);
        assertThat(cost.fact("equal at n with MLP")).isEqualTo(192);
        assertThat(cost.fact("one row alone")).as("the same bits").isZero();
        assertThat(cost.number("sweep", "48", "scores and blend")).isEqualTo(2.0 * 48 * 48 * 32);
        assertThat(cost.number("sweep", "512", "A in MB")).isCloseTo(2.1, within(.05));
        assertThat(cost.number("sweep", "2048", "A in MB")).isCloseTo(33.6, within(.05));
        assertThat(cost.number("recurrent", "10", "recurrent net keeps")).isCloseTo(.3487, within(5e-5));
        assertThat(cost.number("recurrent", "50", "recurrent net keeps")).isCloseTo(.005154, within(5e-7));
        LabRun cache = LabRun.of("cost", "river bank", "n", "1024", "d", "16", "model", "gpt2", "bytes", "2");
        assertThat(cache.fact("cache in bytes")).isEqualTo(37_748_736);
    }

    @Test
    void aRowSpendsItsWholeOneUnlessAGhostTakesPart() {
        LabRun sink = LabRun.of("sink", "river bank", "n", "8", "score", "4.143");
        assertThat(sink.fact("weight")).isCloseTo(.9, within(1e-4));
        assertThat(sink.fact("score for .9")).isCloseTo(4.143, within(5e-4));
        assertThat(sink.number("sweep", "0", "weight")).isEqualTo(1.0 / 8);
        assertThat(sink.number("sweep", "3", "weight")).isCloseTo(sink.number("sweep", "3", "theory"), within(1e-15));
        LabRun ghost = LabRun.of("sink", "river bank", "n", "2", "score", "0", "ghost", "0");
        assertThat(ghost.fact("weight")).isCloseTo(1.0 / 3, within(1e-15));
        assertThat(ghost.fact("spent on words")).isCloseTo(2.0 / 3, within(1e-15));
        assertThatThrownBy(() -> LabRun.of("sink", "a b", "ghost", "boo"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("none, or a score from -4 to 12");
    }
}
