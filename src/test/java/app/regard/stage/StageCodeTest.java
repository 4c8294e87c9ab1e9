package app.regard.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.regard.Outside;
import app.regard.Scripts;
import app.regard.engine.Attention;
import app.regard.file.array.Npy;
import app.regard.file.array.NpyArray;
import app.regard.trace.Experiment;
import app.regard.trace.Grid;
import app.regard.trace.Mask;
import app.regard.trace.Matrix;
import app.regard.trace.Source;
import app.regard.trace.Trace;
import app.regard.words.Library;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines of NumPy that the stages show, one stage after the other, give what the stages show, under every mask. */
class StageCodeTest {
    private static final List<Mask> MASKS = List.of(
            Mask.NONE,
            Mask.CAUSAL,
            Mask.local(1),
            new Mask(Mask.Kind.LOCAL_CAUSAL, 1),
            Mask.NONE.withCells(Matrix.fill(5, 5, (i, j) -> (i + 2 * j) % 3 == 0 || i == j ? 1 : 0)));

    @TempDir
    private Path folder;

    private static List<Trace> traces() {
        List<Trace> all = new ArrayList<>();
        for (Mask mask : MASKS) {
            Experiment e = Experiment.of("the bank of the river", new Source.Seeded("simple", 3));
            all.add(Attention.trace(new Library().resolve(e.withMask(mask))));
            all.add(Attention.trace(
                    new Library().resolve(e.withMask(mask).withTemperature(0.7).withScaling(false))));
        }
        return all;
    }

    private static String array(Grid g) {
        return "np.array(["
                + String.join(
                        ", ",
                        IntStream.range(0, g.rows())
                                .mapToObj(i -> IntStream.range(0, g.cols())
                                        .mapToObj(j -> Double.toString(g.at(i, j)))
                                        .toList()
                                        .toString())
                                .toList())
                + "])";
    }

    private static String script(Trace t, int number) {
        StringBuilder script = new StringBuilder("import numpy as np\n");
        script.append("Q, K, V = " + array(t.q()) + ", " + array(t.k()) + ", " + array(t.v()) + "\n");
        script.append("n, d_k, tau = Q.shape[0], Q.shape[1], " + t.in().temperature() + "\n");
        t.in().mask().cells().ifPresent(cells -> script.append("mask = " + array(cells) + "\n"));
        for (int stage : List.of(3, 4, 5, 6, 8)) {
            script.append(Stages.of(stage).code(t)).append('\n');
        }
        return script.append("np.save('weights" + number + ".npy', np.ascontiguousarray(A))\n")
                .toString();
    }

    @Test
    void theLinesOfTheStagesGiveTheWeightsThatTheyShow() throws IOException {
        List<Trace> traces = traces();
        List<String> scripts = IntStream.range(0, traces.size())
                .mapToObj(i -> script(traces.get(i), i))
                .toList();
        List<Outside.Result> ran = Scripts.python(folder, scripts);
        for (int k = 0; k < traces.size(); k++) {
            assertThat(ran.get(k).err()).as(scripts.get(k)).isEmpty();
            NpyArray weights = Npy.read(folder.resolve("weights" + k + ".npy"));
            Grid due = traces.get(k).weights().a();
            for (int i = 0; i < due.rows(); i++) {
                for (int j = 0; j < due.cols(); j++) {
                    assertThat(weights.grid().at(i, j)).as(scripts.get(k)).isCloseTo(due.at(i, j), within(1e-12));
                }
            }
        }
    }
}
