package app.regard.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regard.engine.Workers;
import app.regard.trace.Progress;
import app.regard.trace.Refusal;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One reading for several threads: what becomes of it where one of them is interrupted, and of the others where it fails. */
@Tag("model")
@Timeout(60)
class ModelCacheTest {
    private final CountDownLatch midway = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final AtomicInteger readings = new AtomicInteger();
    private final ModelCache cache = new ModelCache(this::load);

    /** As where a file is read, what interrupts the thread ends the reading. */
    private Transformer load(Progress progress) {
        readings.incrementAndGet();
        midway.countDown();
        try {
            goOn.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        progress.check();
        return OneModel.get();
    }

    private record Asker(Thread thread, FutureTask<Transformer> answer) {}

    private Asker ask(String model) {
        FutureTask<Transformer> answer = new FutureTask<>(() -> cache.get(model, Progress.NONE));
        Thread thread = new Thread(answer);
        thread.setDaemon(true);
        thread.start();
        return new Asker(thread, answer);
    }

    private static void untilItWaits(Asker asker) throws InterruptedException {
        while (asker.thread.getState() != Thread.State.WAITING) {
            assertThat(asker.answer).isNotDone();
            Thread.sleep(1);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void oneOfTwoMayGoAndTheOtherGetsItsModel(boolean whoBegan) throws InterruptedException, ExecutionException {
        Asker first = ask(MiniLm.NAME);
        midway.await();
        Asker second = ask(MiniLm.NAME);
        untilItWaits(second);
        untilItWaits(first);
        Asker goes = whoBegan ? first : second;
        Asker stays = whoBegan ? second : first;
        goes.thread.interrupt();
        assertThatThrownBy(goes.answer::get).hasCauseInstanceOf(CancellationException.class);
        goOn.countDown();
        assertThat(stays.answer.get()).isSameAs(OneModel.get());
        assertThat(readings).hasValue(1);
    }

    @Test
    void whereNobodyWaitsTheReadingEndsAndTheNextReadsAnew() throws InterruptedException {
        Asker only = ask(MiniLm.NAME);
        midway.await();
        untilItWaits(only);
        only.thread.interrupt();
        assertThatThrownBy(only.answer::get).hasCauseInstanceOf(CancellationException.class);
        goOn.countDown();
        assertThat(cache.get(Progress.NONE)).isSameAs(OneModel.get());
        assertThat(readings).hasValue(2);
    }

    @Test
    void whoWaitsForAnotherModelDoesNotKeepAReadingGoing() throws InterruptedException {
        Asker first = ask(MiniLm.NAME);
        midway.await();
        Asker other = ask("./no-such-folder");
        untilItWaits(other);
        untilItWaits(first);
        first.thread.interrupt();
        assertThatThrownBy(first.answer::get).hasCauseInstanceOf(CancellationException.class);
        goOn.countDown();
        assertThatThrownBy(other.answer::get).hasMessageContaining("no-such-folder");
        assertThat(cache.ready()).as("it was given up on its way").isEmpty();
    }

    /** The message is that of the model which was asked for. */
    @Test
    void theRefusalOfOneModelIsNotThatOfAnother() throws InterruptedException {
        ModelCache broken = new ModelCache(progress -> {
            load(progress);
            throw new Refusal("the first is damaged");
        });
        CompletableFuture<Transformer> first = CompletableFuture.supplyAsync(() -> broken.get(Progress.NONE));
        midway.await();
        CompletableFuture<Transformer> second =
                CompletableFuture.supplyAsync(() -> broken.get("./no-such-folder", Progress.NONE));
        goOn.countDown();
        assertThatThrownBy(first::join).hasMessageContaining("the first is damaged");
        assertThatThrownBy(second::join).hasCauseInstanceOf(Refusal.class).hasMessageContaining("no-such-folder");
    }

    /** The table of tokens is read for every text, also when whoever had the model read waits for nothing any more. */
    @ParameterizedTest
    @FieldSource("app.regard.transformer.TinyModels#NAMES")
    void theReadingsProgressEndsWithIt(String name) {
        boolean[] over = new boolean[1];
        Progress progress = new Progress() {
            @Override
            public void at(double share) {
                check();
            }

            @Override
            public void check() {
                if (over[0]) {
                    throw new CancellationException("long over");
                }
            }
        };
        Transformer model = cache.get(TinyModels.folder(name).toString(), progress);
        over[0] = true;
        assertThat(model.pass("the animal", Workers.ALONE, Progress.NONE)
                        .pieces()
                        .all())
                .isNotEmpty();
    }
}
