package app.regard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Work that a command begins ahead of its need may meet a process that is ending. */
class WorkAheadTest {
    @Test
    void whatItThrowsReachesNobody() throws Exception {
        List<Throwable> reported = new CopyOnWriteArrayList<>();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> reported.add(thrown));
        try {
            CountDownLatch begun = new CountDownLatch(2);
            for (Throwable thrown :
                    List.of(new IllegalStateException("Shutdown in progress"), new ExceptionInInitializerError())) {
                Cli.workAhead(() -> {
                    begun.countDown();
                    throwAny(thrown);
                });
            }
            assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();
            assertThat(ForkJoinPool.commonPool().awaitQuiescence(1, TimeUnit.MINUTES))
                    .isTrue();
            Thread.sleep(50); // where there is one processor the work has a thread of its own, which ends by itself
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
        assertThat(reported).isEmpty();
    }

    private static void throwAny(Throwable thrown) {
        if (thrown instanceof RuntimeException e) {
            throw e;
        }
        throw (Error) thrown;
    }
}
