package app.regard.ui.kit;

import app.regard.trace.Progress;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleConsumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/** One request to the background: how far its work is, and the way to call it off. */
public final class Request implements Progress {
    private static final long PATIENCE_MILLIS = 3_000;

    /** Whether whoever asked is told that it was called off. */
    final boolean told;

    private final DoubleConsumer share;
    private final AtomicLong percent = new AtomicLong(-1);
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean calledOff;
    private @Nullable Thread interruptible;

    /**
     * A request that has not begun.
     *
     * @param share is told how far the work is, on the window's thread
     * @param told whether whoever asked is told that it was called off
     */
    Request(DoubleConsumer share, boolean told) {
        this.share = share;
        this.told = told;
    }

    /** One that is over already. */
    static Request over() {
        Request request = new Request(share -> {}, false);
        request.over.countDown();
        return request;
    }

    @Override
    public void at(double done) {
        check();
        long now = (long) (100 * done);
        if (percent.getAndSet(now) != now) {
            Platform.runLater(() -> {
                if (!calledOff) {
                    share.accept(done);
                }
            });
        }
    }

    @Override
    public void check() {
        if (calledOff) {
            throw new CancellationException("called off");
        }
    }

    boolean isCancelled() {
        return calledOff;
    }

    /** Calls the work off: it ends where it next tells how far it is, or checks, or where it next reads or writes. */
    public void cancel() {
        calledOff = true;
        synchronized (this) {
            if (interruptible != null) {
                interruptible.interrupt();
            }
        }
    }

    /** On the thread that works: the work begins. */
    void begin(boolean interrupted) {
        check();
        synchronized (this) {
            interruptible = interrupted ? Thread.currentThread() : null;
        }
        check();
    }

    /** On the same thread: the work is over, and its thread may do other work. */
    void finish() {
        synchronized (this) {
            interruptible = null;
            Thread.interrupted(); // it was meant for this work only
        }
        over.countDown();
    }

    /** Waits for the end of the work, but not for longer than this; whether it came. */
    public boolean await(long millis) {
        try {
            return over.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return false; // whoever interrupts the window's thread wants it to go on
        }
    }

    /** Waits until the work is over, but not for ever; whether it is. */
    public boolean await() {
        return await(PATIENCE_MILLIS);
    }
}
