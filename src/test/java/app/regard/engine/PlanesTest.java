package app.regard.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.regard.trace.Matrix;
import app.regard.trace.Trace.Plane;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The map of stage 8. */
class PlanesTest {
    @Test
    void inTwoDimensionsDistancesAreKept() {
        Random r = new Random(1);
        Matrix v = Matrix.fill(6, 2, (i, j) -> r.nextGaussian());
        Matrix o = Matrix.fill(6, 2, (i, j) -> r.nextGaussian());
        Plane p = Planes.of(v, o);
        assertThat(p.first() + p.second()).isCloseTo(1, within(1e-12));
        assertThat(p.first()).isGreaterThanOrEqualTo(p.second());
        for (int i = 0; i < 6; i++) {
            double before = Math.hypot(v.at(i, 0) - o.at(i, 0), v.at(i, 1) - o.at(i, 1));
            double after = Math.hypot(p.v().at(i, 0) - p.o().at(i, 0), p.v().at(i, 1) - p.o().at(i, 1));
            assertThat(after).isCloseTo(before, within(1e-12));
        }
    }

    /** Worked by hand: points along (3, 4) have one direction of length 5; the larger component, 4, is positive. */
    @Test
    void aLineHasOneAxis() {
        Plane p = Planes.of(Matrix.of(new double[] {0, 0}, new double[] {3, 4}), Matrix.of(new double[] {1.5, 2}));
        assertThat(p.first()).isCloseTo(1, within(1e-12));
        assertThat(p.second()).isZero();
        assertThat(p.v().at(0, 0)).isCloseTo(-2.5, within(1e-12));
        assertThat(p.v().at(1, 0)).isCloseTo(2.5, within(1e-12));
        assertThat(p.o().at(0, 0)).isCloseTo(0, within(1e-12));
        assertThat(p.v().at(1, 1)).isZero();
    }

    @Test
    void onePointLiesInTheMiddle() {
        Plane p = Planes.of(Matrix.of(new double[] {7, 8, 9}), Matrix.of(new double[] {7, 8, 9}));
        assertThat(p.first()).isZero();
        assertThat(p.v()).isEqualTo(Matrix.zeros(1, 2));
    }

    @Test
    void oneColumnIsOneAxis() {
        Plane p = Planes.of(Matrix.of(new double[] {1}, new double[] {3}), Matrix.of(new double[] {2}));
        assertThat(p.first()).isCloseTo(1, within(1e-12));
        assertThat(p.v().at(1, 0)).isCloseTo(1, within(1e-12));
    }

    @Test
    void theSameNumbersGiveTheSamePicture() {
        Random r = new Random(3);
        Matrix v = Matrix.fill(5, 4, (i, j) -> r.nextGaussian());
        Plane p = Planes.of(v, v);
        Plane turned = Planes.of(Matrix.fill(5, 4, (i, j) -> v.at(4 - i, j)), v); // in another order
        for (int i = 0; i < 5; i++) {
            assertThat(turned.v().at(4 - i, 0)).isCloseTo(p.v().at(i, 0), within(1e-9));
            assertThat(turned.v().at(4 - i, 1)).isCloseTo(p.v().at(i, 1), within(1e-9));
        }
    }
}
