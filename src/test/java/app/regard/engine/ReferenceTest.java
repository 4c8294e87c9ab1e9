package app.regard.engine;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.trace.Grid;
import app.regard.trace.Matrix;
import app.regard.trace.Trace;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every matrix of every reference case, cell by cell: |a − b| ≤ 1e-12 · max(|b|, Σ|terms|), weights strictly relative. */
class ReferenceTest {
    static java.util.List<References.Case> cases() {
        return References.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithTheIndependentProgram(References.Case c) {
        Trace t = Attention.trace(c.in());
        var head = c.in().head();
        agree("P", t.p(), c.matrix("P"), (i, j) -> 1);
        Matrix h = t.h();
        agree("Q", t.q(), c.matrix("Q"), (i, j) -> terms(h, head.q().w(), i, j));
        agree("K", t.k(), c.matrix("K"), (i, j) -> terms(h, head.k().w(), i, j));
        agree("V", t.v(), c.matrix("V"), (i, j) -> terms(h, head.v().w(), i, j));
        Grid keys = t.k().transposed();
        agree("scores", t.scores(), c.matrix("scores"), (i, j) -> terms(t.q(), keys, i, j));
        agree("scaled", t.scaled(), c.matrix("scaled"), (i, j) -> terms(t.q(), keys, i, j) / t.divisor());
        agree("rowMax", t.rowMax(), c.matrix("rowMax"), (i, j) -> terms(t.q(), keys, i, 0) / t.divisor());
        agree("exponentials", t.exponentials(), c.matrix("exponentials"), (i, j) -> 0);
        agree("rowSums", t.rowSums(), c.matrix("rowSums"), (i, j) -> 0);
        agree("weights", t.weights().a(), c.matrix("weights"), (i, j) -> 0);
        agree(
                "outputs",
                t.outputs(),
                c.matrix("outputs"),
                (i, j) -> terms(t.weights().a(), t.v(), i, j));
    }

    private static double terms(Grid a, Grid b, int i, int j) {
        double sum = 0;
        for (int d = 0; d < a.cols(); d++) {
            sum += Math.abs(a.at(i, d) * b.at(d, j));
        }
        return sum;
    }

    /** @param size Σ|terms| of a cell, what its rounding errors are measured against */
    private static void agree(String name, Grid ours, Matrix theirs, Matrix.Cell size) {
        assertThat(ours.rows()).as(name).isEqualTo(theirs.rows());
        assertThat(ours.cols()).as(name).isEqualTo(theirs.cols());
        for (int i = 0; i < ours.rows(); i++) {
            for (int j = 0; j < ours.cols(); j++) {
                double b = theirs.at(i, j);
                if (Double.isInfinite(b)) {
                    assertThat(ours.at(i, j)).as(name).isEqualTo(b);
                } else {
                    double due = 1e-12 * Math.max(Math.abs(b), size.at(i, j));
                    assertThat(Math.abs(ours.at(i, j) - b))
                            .as("%s[%d][%d]", name, i, j)
                            .isLessThanOrEqualTo(due);
                }
            }
        }
    }
}
