package app.regard.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.trace.Refusal;
import app.regard.ui.WithoutWindow;
import app.regard.ui.app.WindowTest;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every request to the background ends as shown, failed or called off, once, and what is slow holds up only what is like it. */
class TaskRunnerTest extends WithoutWindow {
    private final TaskRunner tasks = new TaskRunner();
    private final List<String> ends = new CopyOnWriteArrayList<>();
    private final List<RuntimeException> failures = new CopyOnWriteArrayList<>();

    private void ask(TaskRunner.Worker who, TaskRunner.Slot slot, TaskRunner.Work<String> work) {
        tasks.latest(who, slot, work, ends::add, this::failed);
    }

    private void failed(RuntimeException why) {
        failures.add(why);
        ends.add("failed");
    }

    private void untilEnded(int requests) {
        WindowTest.until(() -> ends.size() >= requests);
        assertThat(ends).hasSize(requests);
    }

    static Stream<Supplier<Throwable>> unexpected() {
        return Stream.of(
                () -> new StackOverflowError("deep"),
                () -> new AssertionError("never"),
                () -> new ExceptionInInitializerError("class"),
                () -> new NoClassDefFoundError("gone"),
                () -> new NullPointerException("null"));
    }

    @ParameterizedTest
    @MethodSource("unexpected")
    void anErrorEndsTheRequestInWordsAndGoesToTheHandlerToo(Supplier<Throwable> unexpected) {
        Throwable thrown = unexpected.get();
        for (TaskRunner.Worker who : TaskRunner.Worker.values()) {
            ends.clear();
            failures.clear();
            uncaught.clear();
            ask(who, new TaskRunner.Slot(), progress -> {
                throw sneaky(thrown);
            });
            untilEnded(1);
            assertThat(failures).singleElement().isInstanceOf(Refusal.class);
            assertThat(failures.get(0)).hasMessage(ErrorHandler.words());
            assertThat(uncaught).containsExactly(thrown);
            ask(who, new TaskRunner.Slot(), progress -> "next"); // and its worker lives
            untilEnded(2);
            assertThat(ends).containsExactly("failed", "next");
        }
    }

    @Test
    void tooLittleMemoryIsNoUnexpectedError() {
        ask(TaskRunner.Worker.RESOLVE, new TaskRunner.Slot(), progress -> {
            throw new OutOfMemoryError("heap");
        });
        untilEnded(1);
        tasks.task(
                progress -> {
                    throw new OutOfMemoryError("heap");
                },
                share -> {},
                shown -> ends.add("shown"),
                this::failed,
                "Take less.");
        untilEnded(2);
        assertThat(failures.get(0)).hasMessage("There is not enough memory for this.");
        assertThat(failures.get(1)).hasMessage("There is not enough memory for this. Take less.");
        assertThat(uncaught).isEmpty();
    }

    @Test
    void whatIsRefusedOrADiskThatFailsIsSaidAndNotLogged() {
        ask(TaskRunner.Worker.RESOLVE, new TaskRunner.Slot(), progress -> {
            throw new Refusal("No.");
        });
        untilEnded(1);
        ask(TaskRunner.Worker.FILES, new TaskRunner.Slot(), progress -> {
            throw new IOException("disk full");
        });
        untilEnded(2);
        assertThat(failures.get(0)).hasMessage("No.");
        assertThat(failures.get(1)).isInstanceOf(Refusal.class).hasMessageContaining("disk full");
        assertThat(uncaught).isEmpty();
    }

    @Test
    void aShowThatThrowsEndsAsFailed() {
        IllegalStateException thrown = new IllegalStateException("no such node");
        tasks.latest(
                new TaskRunner.Slot(),
                progress -> "result",
                shown -> {
                    throw thrown;
                },
                this::failed);
        untilEnded(1);
        assertThat(failures.get(0)).isInstanceOf(Refusal.class).hasCause(thrown);
        assertThat(uncaught).containsExactly(thrown);
    }

    @Test
    void whoCannotEvenSayThatItFailedIsHeardByTheHandler() {
        tasks.latest(
                new TaskRunner.Slot(),
                progress -> {
                    throw new Refusal("No.");
                },
                shown -> {},
                why -> {
                    throw why;
                });
        WindowTest.until(() -> !uncaught.isEmpty());
        assertThat(uncaught).singleElement().isInstanceOf(Refusal.class);
        CountDownLatch idle = new CountDownLatch(1);
        onWindow(() -> tasks.afterAll(() -> {}, idle::countDown)); // and nothing is waited for any more
        await(idle);
    }

    @Test
    void aFileThatNeverEndsHoldsUpNeitherSentencesNorFiguresNorOtherFiles() {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(2);
        TaskRunner.Slot slot = new TaskRunner.Slot();
        for (int i = 0; i < 2; i++) {
            ask(TaskRunner.Worker.FILES, i == 0 ? slot : new TaskRunner.Slot(), progress -> {
                begun.countDown();
                await(never);
                return "read";
            });
        }
        await(begun);
        for (TaskRunner.Worker who : TaskRunner.Worker.values()) {
            ask(who, new TaskRunner.Slot(), progress -> who.name());
        }
        untilEnded(TaskRunner.Worker.values().length);
        assertThat(ends).containsExactlyInAnyOrder("RESOLVE", "PAINT", "REMEMBER", "FILES");
        slot.forget();
        never.countDown();
        untilEnded(TaskRunner.Worker.values().length + 1);
        assertThat(ends).endsWith("read");
    }

    @Test
    void aTaskThatIsGivenUpIsToldOnceAndItsThreadIsWoken() {
        CountDownLatch begun = new CountDownLatch(1);
        Request request = tasks.task(
                progress -> {
                    begun.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        throw new IOException("woken", e);
                    }
                    return "";
                },
                share -> {},
                shown -> ends.add("shown"),
                this::failed,
                "");
        await(begun);
        request.cancel();
        assertThat(request.await()).isTrue();
        untilEnded(1);
        assertThat(failures).singleElement().isInstanceOf(CancellationException.class);
    }

    @Test
    void whatTakesTooLongIsNotWaitedFor() {
        CountDownLatch never = new CountDownLatch(1);
        String found = tasks.within(
                50,
                () -> {
                    await(never);
                    return "late";
                },
                "otherwise");
        assertThat(found).isEqualTo("otherwise");
        assertThat(tasks.within(30_000, () -> "soon", "otherwise")).isEqualTo("soon");
        never.countDown();
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> RuntimeException sneaky(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
