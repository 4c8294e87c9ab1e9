package app.regard.ui;

import app.regard.export.Progress;
import app.regard.model.Crew;
import app.regard.trace.Refusal;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.application.Platform;

/** Long work away from the window's thread; of several requests for the same thing only the newest is shown. */
final class Background {
    private static final long PATIENCE_SECONDS = 3;
    private static final int MOST_HELPERS = 7;
    private static final String NO_MEMORY = "There is not enough memory for this.";

    private final AtomicLong asked = new AtomicLong();
    private final ExecutorService worker;
    private final Crew crew;

    Background() {
        worker = Executors.newSingleThreadExecutor(daemons("regard-work"));
        int helpers = Math.min(MOST_HELPERS, Runtime.getRuntime().availableProcessors() - 1);
        crew = helpers < 1
                ? Crew.ALONE
                : new Crew(Executors.newFixedThreadPool(helpers, daemons("regard-help")), helpers);
    }

    private static ThreadFactory daemons(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Who shares in work that falls into parts; threads that are not asked for are not made. */
    Crew crew() {
        return crew;
    }

    /** Work that tells how far it is, and ends where that throws. */
    interface Work<T> {
        T done(Progress progress) throws IOException;
    }

    /**
     * Starts work that its reader may give up, on a thread of its own.
     *
     * @param share is told how far it is, 0 to 1, on the window's thread
     * @param show is given the result, also there
     * @param failed is told what was thrown instead, also there; a {@link CancellationException} if it was given up
     * @param noMemory what a reader can do where the memory does not suffice, as a sentence
     */
    <T> Running task(
            Work<T> work, DoubleConsumer share, Consumer<T> show, Consumer<Exception> failed, String noMemory) {
        Running running = new Running(share);
        Thread thread = new Thread(
                () -> {
                    Runnable then = () -> failed.accept(new IllegalStateException("it ended too early"));
                    try {
                        T result = work.done(running);
                        then = () -> show.accept(result);
                    } catch (IOException | RuntimeException e) {
                        then = () -> failed.accept(e);
                    } catch (OutOfMemoryError e) {
                        then = () -> failed.accept(new Refusal(NO_MEMORY + " " + noMemory));
                    } finally {
                        running.over.countDown();
                        Platform.runLater(then);
                    }
                },
                "regard-task");
        thread.setDaemon(true);
        running.interrupt = thread::interrupt;
        thread.start();
        return running;
    }

    /** Work that goes on. */
    static final class Running implements Progress {
        private final DoubleConsumer share;
        private final AtomicLong told = new AtomicLong(-1);
        private volatile boolean givenUp;
        private final CountDownLatch over = new CountDownLatch(1);
        private Runnable interrupt = () -> {};

        private Running(DoubleConsumer share) {
            this.share = share;
        }

        @Override
        public void at(double done) {
            if (givenUp) {
                throw new CancellationException("given up");
            }
            long percent = (long) (100 * done);
            if (told.getAndSet(percent) != percent) {
                Platform.runLater(() -> share.accept(done));
            }
        }

        /** Gives the work up: it ends where it next tells how far it is, or where it next writes. */
        void cancel() {
            givenUp = true;
            interrupt.run();
        }

        /**
         * Gives the work up and waits until it has tidied up after itself, but not for ever.
         *
         * @return whether it has
         */
        boolean end() {
            cancel();
            try {
                return over.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                return false; // whoever interrupts the window's thread wants it to go on
            }
        }
    }

    /** What results are for: of several requests for one of these only the newest is shown. Whoever asks keeps it. */
    static final class Slot {
        private final AtomicLong newest = new AtomicLong();

        /** Forgets what was asked: its result will not be shown. */
        void forget() {
            newest.incrementAndGet();
        }
    }

    /**
     * Runs work, then shows its result on the window's thread, unless something newer was asked of the same slot.
     *
     * @param work is told by what it is given, whenever it asks, whether its result is not wanted any more: then it may end by
     *     throwing, of which nobody is told
     * @param failed is told, also on the window's thread, what the work threw instead
     */
    <T> void latest(Slot slot, Function<BooleanSupplier, T> work, Consumer<T> show, Consumer<RuntimeException> failed) {
        long mine = slot.newest.incrementAndGet();
        BooleanSupplier outdated = () -> slot.newest.get() != mine;
        asked.incrementAndGet();
        worker.execute(() -> {
            if (outdated.getAsBoolean()) {
                return;
            }
            Runnable then = outcome(() -> work.apply(outdated), show, failed);
            Platform.runLater(() -> {
                if (!outdated.getAsBoolean()) {
                    then.run();
                }
            });
        });
    }

    /** The same for work that is soon done, and so does not ask. */
    <T> void latest(Slot slot, Supplier<T> work, Consumer<T> show, Consumer<RuntimeException> failed) {
        latest(slot, outdated -> work.get(), show, failed);
    }

    private static <T> Runnable outcome(Supplier<T> work, Consumer<T> show, Consumer<RuntimeException> failed) {
        try {
            T result = work.get();
            return () -> show.accept(result);
        } catch (RuntimeException e) {
            return () -> failed.accept(e);
        } catch (OutOfMemoryError e) {
            return () -> failed.accept(new Refusal(NO_MEMORY));
        }
    }

    /**
     * Runs something on the window's thread when all work is shown, also the work that showing it asks for.
     *
     * @param settle lays the window out, which may ask for more work
     */
    void afterAll(Runnable settle, Runnable then) {
        settle.run();
        long seen = asked.get();
        worker.execute(() -> Platform.runLater(() -> {
            settle.run();
            if (asked.get() == seen) {
                then.run();
            } else {
                afterAll(settle, then);
            }
        }));
    }
}
