package app.regard.engine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * The threads that do work that falls into parts: the caller, and helpers from an executor where there is one. The caller takes
 * parts too and waits only for parts that a helper has begun, so an executor that is busy or shut costs time, never a
 * deadlock.
 *
 * @param helpers how many tasks the executor is given at once, 0 for none
 */
public record Workers(Executor executor, int helpers) {
    /** The caller alone. */
    public static final Workers ALONE = new Workers(task -> {}, 0);

    /** How many work at once, at most. */
    public int size() {
        return 1 + helpers;
    }

    /**
     * Does the parts 0 to {@code parts} − 1, each once, in any order, and returns when all are done.
     *
     * @throws RuntimeException what one of the parts threw; an Error too
     */
    public void each(int parts, IntConsumer work) {
        if (helpers == 0) {
            for (int part = 0; part < parts; part++) {
                work.accept(part);
            }
            return;
        }
        AtomicInteger next = new AtomicInteger();
        AtomicInteger left = new AtomicInteger(parts);
        CompletableFuture<Void> done = new CompletableFuture<>();
        Runnable hand = () -> {
            for (int part = next.getAndIncrement(); part < parts; part = next.getAndIncrement()) {
                try {
                    work.accept(part);
                } catch (RuntimeException | Error e) {
                    done.completeExceptionally(e);
                }
                if (left.decrementAndGet() == 0) {
                    done.complete(null);
                }
            }
        };
        for (int helper = 0; helper < Math.min(helpers, parts - 1); helper++) {
            executor.execute(hand);
        }
        hand.run();
        try {
            done.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
