package app.regard.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regard.trace.Refusal;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What killed runs leave is taken away, what living ones write is not; and of two that create a file one does. */
@Timeout(120)
class LeftoversTest {
    private static final Duration LONG_AGO = Leftovers.YOUNG.plusMinutes(5);

    @TempDir
    private Path folder;

    private final List<Process> children = new ArrayList<>();

    @AfterEach
    void nobodyIsLeft() {
        children.forEach(Process::destroyForcibly);
    }

    private static Atomic.Body text(String text) {
        return out -> out.write(text.getBytes(UTF_8));
    }

    private List<Path> leftovers() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(p -> p.getFileName().toString().endsWith(".tmp"))
                    .toList();
        }
    }

    private static void age(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(LONG_AGO)));
    }

    /** The same without this run opening the file, which would give up its lock. */
    private static void ageFromOutside(Path file) throws IOException {
        Instant then = Instant.now().minus(LONG_AGO);
        Process touch = new ProcessBuilder("touch", "-d", then.toString(), file.toString())
                .inheritIO()
                .start();
        assertThat(touch.onExit().join().exitValue()).isZero();
        assertThat(Files.getLastModifiedTime(file).toInstant())
                .isBefore(Instant.now().minus(Leftovers.YOUNG));
    }

    /** A process in the middle of writing a file, which it ends when it is sent a byte. */
    private Process writer(Path file) throws IOException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        children.add(child);
        return child;
    }

    private static void release(Process child) throws IOException {
        child.getOutputStream().write('\n');
        child.getOutputStream().flush();
    }

    @Test
    void whatAKilledRunLeftGoesOnceItIsOldAndNotBefore() throws Exception {
        Process killed = writer(folder.resolve("a.txt"));
        assertThat(killed.getInputStream().read()).isEqualTo('r');
        killed.destroyForcibly().waitFor();
        assertThat(leftovers()).hasSize(1);
        Atomic.write(folder.resolve("b.txt"), false, text("b"));
        assertThat(leftovers()).as("still young").hasSize(1);
        age(leftovers().get(0));
        Path stranger = Files.writeString(folder.resolve("regard-notes.tmp"), "not ours");
        age(stranger);
        Atomic.write(folder.resolve("b.txt"), true, text("b"));
        assertThat(leftovers()).containsExactly(stranger);
        assertThat(folder.resolve("a.txt")).doesNotExist();
    }

    @Test
    void whatALivingRunWritesStaysHoweverLongItTakes() throws Exception {
        Path file = folder.resolve("a.txt");
        Process living = writer(file);
        assertThat(living.getInputStream().read()).isEqualTo('r');
        age(leftovers().get(0));
        Atomic.write(folder.resolve("b.txt"), false, text("b"));
        assertThat(leftovers()).hasSize(1);
        release(living);
        assertThat(living.getInputStream().read()).isEqualTo('w');
        assertThat(living.waitFor()).isZero();
        assertThat(file).hasContent(Long.toString(living.pid()));
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void whatThisRunWritesItselfStaysAndKeepsItsLock() throws Exception {
        Path file = folder.resolve("a.txt");
        Atomic.write(file, false, out -> {
            ageFromOutside(leftovers().get(0));
            Atomic.write(folder.resolve("b.txt"), false, text("b"));
            Process other = writer(folder.resolve("c.txt")); // another run sweeps too
            assertThat(other.getInputStream().read()).isEqualTo('r');
            release(other);
            assertThat(other.getInputStream().read()).isEqualTo('w');
            out.write('a');
        });
        assertThat(file).hasContent("a");
        assertThat(leftovers()).isEmpty();
    }

    /** Both are in the middle of writing when both are let go. */
    @Test
    void ofTwoRunsThatCreateAFileAtOnceOneDoes() throws Exception {
        for (int round = 0; round < 3; round++) {
            Path file = folder.resolve(round + ".txt");
            List<Process> both = List.of(writer(file), writer(file));
            for (Process one : both) {
                assertThat(one.getInputStream().read()).isEqualTo('r');
            }
            for (Process one : both) {
                release(one);
            }
            List<String> said = new ArrayList<>();
            String winner = "";
            for (Process one : both) {
                String word = new String(one.getInputStream().readAllBytes(), UTF_8);
                said.add(word);
                winner = word.equals("w") ? Long.toString(one.pid()) : winner;
            }
            assertThat(said).containsExactlyInAnyOrder("w", "e");
            assertThat(file).hasContent(winner);
        }
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void aFileThatComesWhileAnotherIsWrittenIsNotReplaced() throws IOException {
        Path file = folder.resolve("a.txt");
        assertThatThrownBy(() -> Atomic.write(file, false, out -> Files.writeString(file, "theirs")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("exists already");
        assertThat(file).hasContent("theirs");
    }

    private static Path noLinks(Path link, Path existing) throws IOException {
        throw new FileSystemException(link.toString(), existing.toString(), "Operation not permitted");
    }

    /** As on FAT: many threads at once, again and again. */
    @Test
    void whereThereAreNoLinksOneOfManyCreatesTheFileToo() throws Exception {
        for (Atomic.Linking linking : List.<Atomic.Linking>of(Files::createLink, LeftoversTest::noLinks, (a, b) -> {
            throw new UnsupportedOperationException();
        })) {
            for (int round = 0; round < 40; round++) {
                Path to = folder.resolve("to");
                CyclicBarrier barrier = new CyclicBarrier(4);
                List<Integer> created = new ArrayList<>();
                List<Thread> threads = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    int number = i;
                    Path from = Files.writeString(folder.resolve("from" + i), "" + i);
                    threads.add(new Thread(() -> {
                        try {
                            barrier.await();
                            if (Atomic.create(from, to, linking)) {
                                synchronized (created) {
                                    created.add(number);
                                }
                            }
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    }));
                }
                threads.forEach(Thread::start);
                for (Thread thread : threads) {
                    thread.join();
                }
                assertThat(created).hasSize(1);
                assertThat(to).hasContent("" + created.get(0));
                Files.delete(to);
            }
        }
    }

    @Test
    void whatStandsThereIsNeverTouched() throws IOException {
        Path from = Files.writeString(folder.resolve("from"), "new");
        Path to = Files.writeString(folder.resolve("to"), "old");
        assertThat(Atomic.create(from, to, Files::createLink)).isFalse();
        assertThat(Atomic.create(from, to, LeftoversTest::noLinks)).isFalse();
        assertThat(Atomic.create(from, to, (a, b) -> {
                    throw new FileAlreadyExistsException(a.toString());
                }))
                .isFalse();
        assertThat(to).hasContent("old");
        assertThat(from).hasContent("new");
    }

    /** The child: writes its number, and says r while it writes, w when it has, e where the file exists. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] args) {
            try {
                Atomic.write(Path.of(args[0]), false, out -> {
                    say('r');
                    System.in.read();
                    out.write(Long.toString(ProcessHandle.current().pid()).getBytes(UTF_8));
                });
                say('w');
            } catch (Refusal refusal) {
                say(String.valueOf(refusal.getMessage()).contains("exists already") ? 'e' : '?');
            }
        }

        private static void say(char c) {
            System.out.print(c);
            System.out.flush();
        }
    }
}
