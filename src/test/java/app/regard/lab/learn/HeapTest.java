package app.regard.lab.learn;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.Extent;
import app.regard.engine.NetworkTraining;
import app.regard.engine.TextNetwork;
import app.regard.lab.LabRun;
import app.regard.lab.Outcome;
import app.regard.lab.Snapshot;
import app.regard.source.NetworkRecipe;
import app.regard.source.Resolver;
import app.regard.trace.Experiment;
import app.regard.trace.Matrix;
import app.regard.trace.Progress;
import app.regard.words.Library;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Playing labs keeps nothing of what was played before, and a step that is trained anew is the one that was seen. */
class HeapTest {
    private static final long MEGABYTE = 1 << 20;

    /** How long the heap is watched: {@code -Dplay=600} is the ten minutes that are promised. */
    private static final int SECONDS = Integer.getInteger("play", Extent.of(4, 60));

    private static long used() throws InterruptedException {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(50);
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }

    private static void play(Outcome run) {
        for (int step = 0; step < run.length(); step += run.stride()) {
            Snapshot shown = run.at(step);
            assertThat(shown.said()).isNotEmpty();
            shown.panels().forEach(p -> assertThat(p.numbers().rows()).isNotNull());
        }
    }

    private static Outcome run(int round) {
        String seed = String.valueOf(round % 50);
        return switch (round % 3) {
            case 0 ->
                LabRun.of("teach", "the animal was tired", "targets", "tired>animal", "seed", seed)
                        .outcome();
            case 1 ->
                LabRun.of("discover", "the cat near the dogs", "steps", "30", "seed", seed)
                        .outcome();
            default ->
                LabRun.of("induction", "a b", "steps", "20", "batch", "4", "seed", seed)
                        .outcome();
        };
    }

    @Test
    @Tag("long")
    void theHeapStaysFlatHoweverLongLabsArePlayed() throws InterruptedException {
        for (int round = 0; round < 6; round++) {
            play(run(round)); // what is kept for good is kept by then: each lab's last run
        }
        long before = used();
        List<WeakReference<Outcome>> played = new ArrayList<>();
        long end = System.nanoTime() + SECONDS * 1_000_000_000L;
        int round = 6;
        while (System.nanoTime() < end) {
            Outcome one = run(round++);
            played.add(new WeakReference<>(one));
            play(one);
        }
        long grown = used() - before;
        System.Logger log = System.getLogger(HeapTest.class.getName());
        log.log(
                System.Logger.Level.INFO,
                "{0} runs played, heap {1} KB before, {2} KB more after",
                played.size(),
                before >> 10,
                grown >> 10);
        assertThat(grown).as("bytes more after %d runs", played.size()).isLessThan(4 * MEGABYTE);
        assertThat(played.stream().filter(ref -> ref.get() != null))
                .as("runs that are still held")
                .hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void aWholeRunOfTheLargestTrainingStaysSmall() {
        NetworkRecipe recipe = new NetworkRecipe(
                NetworkRecipe.Kind.COPY, 2, TextNetwork.Places.LEARNED, 0, 1, NetworkRecipe.MOST_STEPS, 0);
        NetworkTraining training = recipe.begin();
        long numbers = training.network().parameters().names().stream()
                .map(name -> training.network().parameters().matrix(name))
                .mapToLong(m -> (long) m.rows() * m.cols())
                .sum();
        assertThat(numbers * Double.BYTES * (NetworkRecipe.MOST_STEPS / Induction.EVERY + 1))
                .as("bytes of the networks that a run keeps")
                .isLessThan(64 * MEGABYTE);
    }

    @Test
    void aStepBetweenTwoKeptOnesIsTrainedAnewToTheSameBits() {
        NetworkRecipe recipe = new NetworkRecipe(NetworkRecipe.Kind.COPY, 2, TextNetwork.Places.LEARNED, 0, 4, 40, 7);
        NetworkTraining training = recipe.begin();
        Resolver resolver = new Resolver(new Library());
        for (int step = 1; step <= 27; step++) {
            training.step();
            if (step == 20 || step == 27) {
                Experiment e = recipe.experiment("d k g d k", step, 1);
                Matrix opened = resolver.content(e, Progress.NONE)
                        .trace()
                        .orElseThrow()
                        .in()
                        .head()
                        .q()
                        .w();
                assertThat(opened).isEqualTo(training.network().parameters().matrix("W_Q1"));
            }
        }
    }
}
