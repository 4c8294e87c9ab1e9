package app.regard.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.regard.trace.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

/** Gradients of all trainings against central differences, and the repeatability of every training. */
class GradientsTest {
    private static final double STEP = 1e-5;

    /** How far a gradient lies from central differences, as a share of its length. */
    private static double apart(double[][] matrix, double[][] gradient, DoubleSupplier loss) {
        double difference = 0;
        double length = 0;
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix[i].length; j++) {
                double kept = matrix[i][j];
                matrix[i][j] = kept + STEP;
                double up = loss.getAsDouble();
                matrix[i][j] = kept - STEP;
                double down = loss.getAsDouble();
                matrix[i][j] = kept;
                double measured = (up - down) / (2 * STEP);
                difference += (measured - gradient[i][j]) * (measured - gradient[i][j]);
                length += measured * measured;
            }
        }
        assertThat(length).as("something flows back").isPositive();
        return Math.sqrt(difference / length);
    }

    private static void check(TextNetwork.Shape shape, List<AskedText> batch) {
        TextNetwork net = new TextNetwork(shape, TextNetwork.drawn(shape, 0.5, new Random(3)));
        Parameters gradients = TextGradients.of(net, batch).gradients();
        for (String name : net.parameters().names()) {
            double apart = apart(net.parameters().of(name), gradients.of(name), () -> TextGradients.of(net, batch)
                    .loss());
            assertThat(apart).as("%s of %s", name, shape).isLessThan(1e-6);
        }
    }

    @Test
    void gradientsOfNetworksAreThoseOfCentralDifferences() {
        List<AskedText> everywhere = List.of(
                new AskedText(new int[] {0, 3, 1, 4, 0, 2}, TextNetwork.all(6), new int[] {3, 1, 4, 0, 2, 2}, -1),
                new AskedText(new int[] {2, 2, 1, 0}, TextNetwork.all(4), new int[] {2, 1, 0, 4}, -1));
        List<AskedText> once = List.of(
                new AskedText(new int[] {0, 3, 1, 4, 0}, new int[] {4}, new int[] {1}, 1),
                new AskedText(new int[] {2, 1, 4}, new int[] {2}, new int[] {0}, 1));
        for (TextNetwork.Places places : TextNetwork.Places.values()) {
            check(new TextNetwork.Shape(5, 5, 6, 6, 3, 2, places, true), everywhere);
            check(new TextNetwork.Shape(5, 5, 6, 6, 3, 2, places, true), once);
            check(new TextNetwork.Shape(5, 2, 6, 6, 3, 1, places, false), once);
        }
    }

    @Test
    void gradientsOfATaughtHeadAreThoseOfCentralDifferences() {
        Random random = new Random(5);
        Matrix x = Matrix.fill(5, 6, (i, j) -> random.nextGaussian());
        PaintedRows painted = new PaintedRows(
                5, List.of(new PaintedRows.Cell(0, 1), new PaintedRows.Cell(0, 2), new PaintedRows.Cell(3, 3)));
        HeadTraining training = new HeadTraining(x, painted, 3, 0.05, 1);
        Parameters gradients = training.gradients();
        for (String name : training.parameters().names()) {
            double apart = apart(training.parameters().of(name), gradients.of(name), () -> training.state()
                    .loss());
            assertThat(apart).as(name).isLessThan(1e-6);
        }
    }

    @Test
    void theFloorIsReachedAndNeverPassed() {
        Random random = new Random(6);
        Matrix four = Matrix.fill(4, 16, (i, j) -> random.nextGaussian());
        int[] words = {0, 1, 2, 1, 3, 1};
        Matrix x = Matrix.fill(6, 16, (i, j) -> four.at(words[i], j));
        List<PaintedRows.Cell> self = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            self.add(new PaintedRows.Cell(i, i));
        }
        PaintedRows painted = new PaintedRows(6, self);
        double floor = painted.floor(x);
        assertThat(floor).as("three of six rows are alike").isCloseTo(Math.log(3) / 2, within(1e-12));
        HeadTraining training = new HeadTraining(x, painted, 8, 0.05, 0);
        for (int step = 0; step < 1000; step++) {
            training.step();
        }
        assertThat(training.state().loss()).isBetween(floor - 1e-12, floor + 1e-3);
        PaintedRows other = new PaintedRows(6, List.of(new PaintedRows.Cell(1, 0), new PaintedRows.Cell(3, 2)));
        assertThat(other.floor(x)).as("equal askers, different targets").isCloseTo(Math.log(2), within(1e-12));
        PaintedRows twin = new PaintedRows(6, List.of(new PaintedRows.Cell(0, 1)));
        assertThat(twin.floor(x)).as("one of three equal keys").isCloseTo(Math.log(3), within(1e-12));
        assertThat(twin.alike(x)).containsExactly(1, 3, 5);
    }

    @Test
    void aTrainingIsRepeatedToTheLastBit() {
        for (NetworkTraining.Recipe recipe : List.of(
                CopyTexts.recipe(2, TextNetwork.Places.LEARNED, 8, 4),
                AgreementTexts.oneHead(TextNetwork.Places.SINUSOIDS, 0, 4),
                AgreementTexts.layers(2, TextNetwork.Places.LEARNED, 0.3, 100, 4))) {
            NetworkTraining one = new NetworkTraining(recipe);
            NetworkTraining other = new NetworkTraining(recipe);
            for (int step = 0; step < 5; step++) {
                assertThat(one.step()).isEqualTo(other.step());
            }
            Parameters p = one.network().parameters();
            p.names().forEach(name -> assertThat(p.matrix(name))
                    .as(name)
                    .isEqualTo(other.network().parameters().matrix(name)));
            assertThat(one.steps()).isEqualTo(5);
        }
    }
}
