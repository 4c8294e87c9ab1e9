package app.regard.model;

import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/**
 * How fast the trained model answers, beside ONNX Runtime, one thread each, in one run: not a test that can fail, and not
 * run with the tests, but printed by {@code mvn -q test -Dtest=ModelSpeed}.
 */
class ModelSpeed {
    private static final int ROUNDS = 41;

    private interface Work {
        void run() throws Exception;
    }

    @Test
    void print() throws Exception {
        System.out.println("Java " + Runtime.version() + ", one thread each; milliseconds");
        for (int i = 0; i < 3; i++) {
            long start = System.nanoTime();
            MiniLm.load(Watch.NOBODY);
            System.out.printf("loading %d: %.0f ms%n", i + 1, (System.nanoTime() - start) / 1e6);
        }
        MiniLm model = MiniLm.load(Watch.NOBODY);
        System.gc();
        Runtime memory = Runtime.getRuntime();
        System.out.printf("heap with the model: %.0f MB%n", (memory.totalMemory() - memory.freeMemory()) / 1e6);
        try (Oracle oracle = Oracle.plain()) {
            for (int n : new int[] {16, 64, 128, 256, 512}) {
                String text = String.join(" ", Collections.nCopies(n - 2, "river"));
                long[] ids = new long[n];
                Arrays.setAll(ids, i -> model.pieces(text).id(i));
                double[][] times = new double[2][ROUNDS];
                for (int round = -ROUNDS; round < ROUNDS; round++) { // in turn, so that both meet the same machine
                    double ours = timed(() -> model.pass(text, Crew.ALONE, Watch.NOBODY));
                    double theirs = timed(() -> oracle.race(ids));
                    if (round >= 0) {
                        times[0][round] = ours;
                        times[1][round] = theirs;
                    }
                }
                Arrays.sort(times[0]);
                Arrays.sort(times[1]);
                int half = ROUNDS / 2;
                int most = ROUNDS * 95 / 100;
                System.out.printf(
                        "%3d tokens: Regard %6.2f (95 %%: %6.2f), ONNX Runtime %6.2f (95 %%: %6.2f), ratio %.2f; fastest %.2f and %.2f%n",
                        n,
                        times[0][half],
                        times[0][most],
                        times[1][half],
                        times[1][most],
                        times[0][half] / times[1][half],
                        times[0][0],
                        times[1][0]);
            }
        }
    }

    private static double timed(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }
}
