package app.regard.ui;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;

/** Long work away from the window's thread; of several requests for the same thing only the newest is shown. */
final class Background {
    private final ConcurrentHashMap<Object, AtomicLong> newest = new ConcurrentHashMap<>();
    private final AtomicLong asked = new AtomicLong();
    private final ExecutorService worker;

    Background() {
        ThreadFactory daemons = work -> {
            Thread thread = new Thread(work, "regard-work");
            thread.setDaemon(true);
            return thread;
        };
        worker = Executors.newSingleThreadExecutor(daemons);
    }

    /**
     * Runs work, then shows its result on the window's thread, unless something newer was asked of the same slot.
     *
     * @param slot what the result is for
     * @param failed is told, also on the window's thread, what the work threw instead
     */
    <T> void latest(Object slot, Supplier<T> work, Consumer<T> show, Consumer<RuntimeException> failed) {
        AtomicLong counter = newest.computeIfAbsent(slot, s -> new AtomicLong());
        long mine = counter.incrementAndGet();
        asked.incrementAndGet();
        worker.execute(() -> {
            if (counter.get() != mine) {
                return;
            }
            Runnable then = outcome(work, show, failed);
            Platform.runLater(() -> {
                if (counter.get() == mine) {
                    then.run();
                }
            });
        });
    }

    private static <T> Runnable outcome(Supplier<T> work, Consumer<T> show, Consumer<RuntimeException> failed) {
        try {
            T result = work.get();
            return () -> show.accept(result);
        } catch (RuntimeException e) {
            return () -> failed.accept(e);
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

    /** Forgets what was asked of a slot: its result will not be shown. */
    void forget(Object slot) {
        newest.computeIfAbsent(slot, s -> new AtomicLong()).incrementAndGet();
    }
}
