package app.regard.ui;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The window's thread without a window, and whatever reaches the handler of uncaught exceptions. */
public abstract class WithoutWindow {
    private static final long PATIENCE_SECONDS = 30;

    public final List<Throwable> uncaught = new CopyOnWriteArrayList<>();
    private Thread.UncaughtExceptionHandler before = (thread, thrown) -> {};

    @BeforeAll
    public static void toolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @BeforeEach
    public void listen() {
        Thread.UncaughtExceptionHandler was = Thread.getDefaultUncaughtExceptionHandler();
        before = was == null ? before : was;
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> uncaught.add(thrown));
        onWindow(() -> Thread.currentThread().setUncaughtExceptionHandler(null));
    }

    @AfterEach
    public void listenNoMore() {
        Thread.setDefaultUncaughtExceptionHandler(before);
    }

    public static void onWindow(Runnable what) {
        WaitForAsyncUtils.waitForAsyncFx(PATIENCE_SECONDS * 1_000, what);
    }

    public static void await(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("it never came");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
