package app.regard.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LazyTest {
    @Test
    @Timeout(60)
    void twoThreadsThatAskAtOnceComputeOnce() throws Exception {
        AtomicInteger computed = new AtomicInteger();
        CountDownLatch within = new CountDownLatch(1);
        Lazy<Object> lazy = new Lazy<>(() -> {
            computed.incrementAndGet();
            within.countDown();
            sleep(); // long enough for the other to ask meanwhile
            return new Object();
        });
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            Future<Object> first = pool.submit(lazy::get);
            within.await();
            Future<Object> second = pool.submit(lazy::get);
            assertThat(second.get()).isSameAs(first.get());
            assertThat(computed).hasValue(1);
        } finally {
            pool.shutdownNow();
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whatFailedIsTriedAgain() {
        List<RuntimeException> fails = new ArrayList<>(List.of(new IllegalStateException("no")));
        Lazy<String> lazy = new Lazy<>(() -> {
            if (!fails.isEmpty()) {
                throw fails.remove(0);
            }
            return "made";
        });
        assertThatThrownBy(lazy::get).hasMessage("no");
        assertThat(lazy.get()).isEqualTo("made");
    }
}
