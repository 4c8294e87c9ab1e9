package app.regard.transformer;

import app.regard.engine.Workers;
import app.regard.trace.Progress;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/**
 * How fast the trained model answers, beside ONNX Runtime, one thread each, in one run: not a test that can fail, and not
 * run with the tests, but printed by {@code mvn -q test -Dtest=ModelSpeed -Dtests.jit=-XX:+TieredCompilation}.
 */
public class ModelSpeed {
    private static final int ROUNDS = 41;
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

    private interface Work {
        void run() throws Exception;
    }

    @Test
    public void print() throws Exception {
        System.out.println("Java " + Runtime.version() + ", one thread each; milliseconds");
        for (BundledModel model : KnownModels.present()) {
            System.out.println(model.shape().name());
            print(model);
        }
    }

    private static void print(BundledModel known) throws Exception {
        for (int i = 0; i < 3; i++) {
            double[] took = timed(() -> known.load(Progress.NONE));
            System.out.printf("loading %d: %.0f ms, processor time %.0f ms%n", i + 1, took[0], took[1]);
        }
        Transformer model = known.load(Progress.NONE);
        System.gc();
        Runtime memory = Runtime.getRuntime();
        System.out.printf("heap with the model: %.0f MB%n", (memory.totalMemory() - memory.freeMemory()) / 1e6);
        try (Oracle oracle = Oracle.plain(known)) {
            for (int n : new int[] {16, 64, 128, 256, 512}) {
                String text = String.join(" ", Collections.nCopies(n - 2, "2"));
                long[] ids = new long[n];
                Arrays.setAll(ids, i -> model.pieces(text).get(i).id());
                double[][] times = new double[4][ROUNDS];
                for (int round = -ROUNDS; round < ROUNDS; round++) { // in turn, so that both meet the same machine
                    double[] ours = timed(() -> model.pass(text, Workers.ALONE, Progress.NONE));
                    double[] theirs = timed(() -> oracle.race(ids));
                    for (int clock = 0; round >= 0 && clock < 2; clock++) {
                        times[clock][round] = ours[clock];
                        times[2 + clock][round] = theirs[clock];
                    }
                }
                Arrays.stream(times).forEach(Arrays::sort);
                int half = ROUNDS / 2;
                System.out.printf(
                        "%3d tokens: Regard %6.2f (95th percentile %6.2f), ONNX Runtime %6.2f (%6.2f), ratio %.2f; "
                                + "processor time %6.2f and %6.2f, ratio %.2f%n",
                        n,
                        times[0][half],
                        times[0][ROUNDS * 95 / 100],
                        times[2][half],
                        times[2][ROUNDS * 95 / 100],
                        times[0][half] / times[2][half],
                        times[1][half],
                        times[3][half],
                        times[1][half] / times[3][half]);
            }
        }
    }

    /** How long it took on the wall's clock, and how long this thread was at work: the second is fair on a busy machine. */
    private static double[] timed(Work work) throws Exception {
        long start = System.nanoTime();
        long worked = THREAD.getCurrentThreadCpuTime();
        work.run();
        return new double[] {(System.nanoTime() - start) / 1e6, (THREAD.getCurrentThreadCpuTime() - worked) / 1e6};
    }
}
