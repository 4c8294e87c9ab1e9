package app.regard.ui.kit;

import app.regard.engine.Workers;
import app.regard.trace.Progress;
import app.regard.trace.Refusal;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import javafx.application.Platform;

/**
 * The runner of long work away from the window's thread. Every request ends on the window's thread as shown, failed or
 * called off, whatever
 * its work throws; what nobody expected is told to the thread's handler of uncaught exceptions as well.
 */
public final class TaskRunner {
    private static final int MOST_HELPERS = 7;
    private static final long IDLE_SECONDS = 60;
    private static final String NO_MEMORY = "There is not enough memory for this.";

    /** The thread that does the work, so that what is slow holds up only what is like it. */
    public enum Worker {
        /** Sentences, one after the other. */
        RESOLVE,
        /** Figures, one after the other. */
        PAINT,
        /** What remembers: small files of Regard's own, one after the other. */
        REMEMBER,
        /** Files that the reader chose: each has a thread of its own, for any of them may take for ever. */
        FILES
    }

    private final Map<Worker, Executor> workers = new EnumMap<>(Worker.class);
    private final AtomicInteger pending = new AtomicInteger();
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final Workers crew;

    public TaskRunner() {
        for (Worker worker : Worker.values()) {
            workers.put(
                    worker, pool("regard-" + worker.name().toLowerCase(java.util.Locale.ROOT), worker == Worker.FILES));
        }
        int helpers = Math.min(MOST_HELPERS, Runtime.getRuntime().availableProcessors() - 1);
        crew = helpers < 1 ? Workers.ALONE : new Workers(pool("regard-help", helpers), helpers);
    }

    private static Executor pool(String name, boolean unbounded) {
        return unbounded
                ? new ThreadPoolExecutor(
                        0,
                        Integer.MAX_VALUE,
                        IDLE_SECONDS,
                        TimeUnit.SECONDS,
                        new SynchronousQueue<>(),
                        work -> daemon(work, name))
                : pool(name, 1);
    }

    private static Executor pool(String name, int threads) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                threads,
                threads,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                work -> daemon(work, name));
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Who shares in work that falls into parts; threads that are not asked for are not made. */
    public Workers workers() {
        return crew;
    }

    private Executor worker(Worker who) {
        return Objects.requireNonNull(workers.get(who), "every worker has threads");
    }

    /** The thread for small files of Regard's own, where nobody waits for the end. */
    public Executor remembering() {
        return worker(Worker.REMEMBER);
    }

    /** Work whose request may be called off: then it ends where it next tells how far it is, or checks. */
    @FunctionalInterface
    public interface Work<T> {
        T done(Progress progress) throws IOException;
    }

    /**
     * Starts work that its reader may give up, on a thread of its own.
     *
     * @param share is told how far it is, 0 to 1, on the window's thread
     * @param show is given the result, also there
     * @param failed is told instead, also there, why there is none: a {@link Refusal} with words for the reader, or a
     *     {@link CancellationException} if it was given up
     * @param noMemory what a reader can do where the memory does not suffice, as a sentence
     */
    public <T> Request task(
            Work<T> work, DoubleConsumer share, Consumer<T> show, Consumer<RuntimeException> failed, String noMemory) {
        Request request = new Request(share, true);
        start(Worker.FILES, request, work, show, failed, NO_MEMORY + " " + noMemory);
        return request;
    }

    /** The purpose of results: of several requests for one of these only the newest is shown. Whoever asks keeps it. */
    public static final class Slot {
        private Request newest = Request.over();

        /** Calls off what was asked: its result will not be shown. */
        public void forget() {
            newest().cancel();
        }

        /** Waits until the newest work is over, but not for ever; whether it is. */
        public boolean await() {
            return newest().await();
        }

        private synchronized Request newest() {
            return newest;
        }

        private synchronized Request replace(Request by) {
            Request before = newest;
            newest = by;
            return before;
        }
    }

    /**
     * Runs work, then shows its result on the window's thread, unless something newer was asked of the same slot: older work is
     * called off, and nobody is told of its end.
     *
     * @param failed is told, also on the window's thread, why there is no result: see {@link #task}
     */
    public <T> void latest(Worker who, Slot slot, Work<T> work, Consumer<T> show, Consumer<RuntimeException> failed) {
        Request request = new Request(share -> {}, false);
        slot.replace(request).cancel();
        start(who, request, work, show, failed, NO_MEMORY);
    }

    /** Returns the slot for work on sentences. */
    public <T> void latest(Slot slot, Work<T> work, Consumer<T> show, Consumer<RuntimeException> failed) {
        latest(Worker.RESOLVE, slot, work, show, failed);
    }

    private <T> void start(
            Worker who,
            Request request,
            Work<T> work,
            Consumer<T> show,
            Consumer<RuntimeException> failed,
            String noMemory) {
        pending.incrementAndGet();
        worker(who).execute(() -> {
            Runnable then;
            try {
                request.begin(who == Worker.FILES);
                T result = work.done(request);
                then = () -> shown(result, show, failed, noMemory);
            } catch (Throwable thrown) {
                RuntimeException why =
                        request.isCancelled() ? new CancellationException() : explained(thrown, noMemory);
                then = () -> failed.accept(why);
            } finally {
                request.finish();
            }
            Runnable end = then;
            Platform.runLater(() -> ended(request, end));
        });
    }

    private static <T> void shown(T result, Consumer<T> show, Consumer<RuntimeException> failed, String noMemory) {
        try {
            show.accept(result);
        } catch (Throwable thrown) {
            failed.accept(explained(thrown, noMemory));
        }
    }

    private void ended(Request request, Runnable then) {
        try {
            if (request.told || !request.isCancelled()) {
                then.run();
            }
        } finally {
            pending.decrementAndGet();
            Runnable next = pending.get() == 0 ? waiting.poll() : null;
            while (next != null) {
                next.run(); // which may ask for more
                next = pending.get() == 0 ? waiting.poll() : null;
            }
        }
    }

    /** What was thrown, in words for the reader; what nobody expected goes to the handler of uncaught exceptions first. */
    private static RuntimeException explained(Throwable thrown, String noMemory) {
        if (thrown instanceof Refusal || thrown instanceof CancellationException) {
            return (RuntimeException) thrown;
        }
        String words;
        if (Refusal.lacksMemory(thrown)) {
            words = noMemory;
        } else if (thrown instanceof IOException) {
            words = "A file could not be read or written: " + thrown.getMessage() + ". Try another file or place.";
        } else {
            Thread here = Thread.currentThread();
            here.getUncaughtExceptionHandler().uncaughtException(here, thrown);
            words = ErrorHandler.words();
        }
        Refusal refusal = new Refusal(words);
        refusal.initCause(thrown);
        return refusal;
    }

    /**
     * Runs something on the window's thread when all work is shown, also the work that showing it asks for.
     *
     * @param settle lays the window out, which may ask for more work
     */
    public void afterAll(Runnable settle, Runnable then) {
        settle.run();
        if (pending.get() == 0) {
            then.run();
        } else {
            waiting.add(() -> afterAll(settle, then));
        }
    }

    /** What something takes away from the window's thread, or the other value where it takes too long or fails. */
    public <T> T within(long millis, Supplier<T> work, T otherwise) {
        Request request = new Request(share -> {}, true);
        Queue<T> found = new ConcurrentLinkedQueue<>();
        worker(Worker.FILES).execute(() -> {
            try {
                request.begin(true);
                found.add(work.get());
            } catch (RuntimeException | Error thrown) {
                if (!request.isCancelled()) {
                    throw thrown;
                }
            } finally {
                request.finish();
            }
        });
        boolean over = request.await(millis);
        request.cancel();
        T value = found.poll();
        return over && value != null ? value : otherwise;
    }
}
