package app.regard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.engine.Workers;
import app.regard.trace.Experiment;
import app.regard.trace.Moment;
import app.regard.trace.Progress;
import app.regard.trace.Source;
import app.regard.transformer.OneModel;
import app.regard.transformer.Trained;
import app.regard.ui.app.WindowTest;
import app.regard.ui.kit.TaskRunner;
import app.regard.ui.session.TrainedModel;
import app.regard.ui.session.Workspace;
import app.regard.words.Library;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Work that is under way ends where something newer is asked for, and nobody is told that it did. */
class NewerTest extends WindowTest {
    private static final long PATIENCE_SECONDS = 30;

    /** Helps nobody, counts how often it is asked, and the first time makes whoever asks wait: a slow pass. */
    private static final class Slow implements Executor {
        private final AtomicInteger asked = new AtomicInteger();
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);

        @Override
        public void execute(Runnable part) {
            if (asked.getAndIncrement() == 0) {
                begun.countDown();
                await(goOn);
            }
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Work that goes on until it is outdated, and what is told of it. */
    private static final class Older implements TaskRunner.Work<String> {
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch ended = new CountDownLatch(1);

        @Override
        public String done(Progress progress) {
            begun.countDown();
            try {
                while (true) {
                    progress.check();
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
                }
            } catch (CancellationException e) {
                ended.countDown();
                throw new IllegalStateException("given up", e);
            }
        }
    }

    private final TaskRunner tasks = new TaskRunner();
    private final TaskRunner.Slot slot = new TaskRunner.Slot();
    private final List<String> told = new CopyOnWriteArrayList<>();

    private void ask(TaskRunner.Slot of, TaskRunner.Work<String> work) {
        tasks.latest(of, work, told::add, e -> told.add(String.valueOf(e.getMessage())));
    }

    @Test
    void olderWorkSeesThatItIsOutdatedAndItsEndIsNotTold() {
        Older older = new Older();
        ask(slot, older);
        await(older.begun);
        ask(slot, progress -> "newer");
        await(older.ended);
        until(() -> !told.isEmpty());
        assertThat(told).containsExactly("newer");
    }

    @Test
    void whatIsForgottenIsOutdatedToo() {
        Older older = new Older();
        ask(slot, older);
        await(older.begun);
        slot.forget();
        await(older.ended);
        ask(new TaskRunner.Slot(), progress -> "another");
        until(() -> !told.isEmpty());
        assertThat(told).containsExactly("another");
    }

    @Test
    @Tag("model")
    void aPassEndsWhereTheSentenceIsTypedOn() {
        String first = "the river";
        String second = "the river bank";
        Slow slow = new Slow();
        TrainedModel model = new TrainedModel(new Workers(slow, 1), true, OneModel.shelf());
        Workspace[] session = new Workspace[1];
        List<String> said = new CopyOnWriteArrayList<>();
        interact(() -> {
            session[0] = new Workspace(new Library(), new TaskRunner(), model);
            session[0].notice().addListener((o, was, is) -> said.add(is.kind() + ": " + is.text()));
            session[0].show(new Moment(Experiment.of(first, new Source.Trained("all-MiniLM-L6-v2", 3, 1)), 6, 0));
        });
        await(slow.begun);
        interact(() -> session[0].type(second));
        slow.goOn.countDown();
        until(() -> !session[0].busy().get());
        assertThat(session[0].shown().get().experiment().text()).isEqualTo(second);
        assertThat(said).noneMatch(s -> s.startsWith("PROBLEM"));
        int both = slow.asked.get();
        assertThat(both - partings(second))
                .as(
                        "how often help was asked for in the pass that nobody wanted, of %s in a whole one",
                        partings(first))
                .isBetween(1, partings(first) / 3);
    }

    /** How often work is parted in a whole pass. */
    private static int partings(String text) {
        AtomicInteger asked = new AtomicInteger();
        Workers counting = new Workers(part -> asked.incrementAndGet(), 1);
        new Trained(OneModel.shelf(), counting, Progress.NONE).passed(text);
        return asked.get();
    }
}
