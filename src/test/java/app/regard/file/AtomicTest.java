package app.regard.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regard.trace.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was there stays whole until what comes is whole. */
class AtomicTest {
    @TempDir
    private Path folder;

    private static Atomic.Body text(String text) {
        return out -> out.write(text.getBytes(UTF_8));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(p -> p.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void writesAndReplacesOnlyWhenTold() throws IOException {
        Path file = folder.resolve("a.txt");
        Atomic.write(file, false, text("one"));
        assertThat(file).hasContent("one");
        assertThatThrownBy(() -> Atomic.write(file, false, text("two")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("a.txt")
                .hasMessageContaining("exists already")
                .hasMessageContaining("--force");
        assertThat(file).hasContent("one");
        Atomic.write(file, true, text("three"));
        assertThat(file).hasContent("three");
        assertThat(names()).containsExactly("a.txt");
    }

    @Test
    void whateverIsThrownLeavesTheEarlierFileAndNothingElse() throws IOException {
        Path file = folder.resolve("a.txt");
        Atomic.write(file, false, text("one"));
        for (Exception thrown : List.of(
                new IOException("the cable was pulled"),
                new IllegalStateException("a bug"),
                new CancellationException("the user"))) {
            assertThatThrownBy(() -> Atomic.write(file, true, out -> {
                        out.write(new byte[200_000]);
                        if (thrown instanceof IOException e) {
                            throw e;
                        }
                        throw (RuntimeException) thrown;
                    }))
                    .hasMessageContaining(thrown.getMessage());
            assertThat(file).hasContent("one");
            assertThat(names()).containsExactly("a.txt");
        }
    }

    @Test
    void anInterruptedThreadWritesNothing() throws IOException {
        Path file = folder.resolve("a.txt");
        Atomic.write(file, false, text("one"));
        try {
            assertThatThrownBy(() -> Atomic.write(file, true, out -> {
                        Thread.currentThread().interrupt();
                        out.write(new byte[200_000]);
                    }))
                    .isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(file).hasContent("one");
        assertThat(names()).containsExactly("a.txt");
    }

    @Test
    void aBodyMayCloseItsStream() {
        Path file = folder.resolve("a.txt");
        Atomic.write(file, false, out -> {
            out.write('x');
            out.close();
        });
        assertThat(file).hasContent("x");
    }

    @Test
    void missingFoldersAndFoldersAreRefused() {
        assertThatThrownBy(() -> Atomic.write(folder.resolve("no/where.txt"), false, text("")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("There is no folder");
        assertThatThrownBy(() -> Atomic.write(folder, true, text("")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("is a folder");
    }

    @Test
    void linksStayLinks() throws IOException {
        Files.createDirectory(folder.resolve("sub"));
        Path real = folder.resolve("sub/real.txt");
        Path link = Files.createSymbolicLink(folder.resolve("link.txt"), Path.of("sub/real.txt"));
        Atomic.write(link, false, text("through a link to nothing"));
        assertThat(real).hasContent("through a link to nothing");
        Atomic.write(link, true, text("again"));
        assertThat(real).hasContent("again");
        assertThat(link).isSymbolicLink();
        Path ring = folder.resolve("ring");
        Files.createSymbolicLink(ring, Path.of("ring"));
        assertThatThrownBy(() -> Atomic.write(ring, true, text("")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("ring");
    }

    @Test
    void permissionsStay() throws IOException {
        Path file = folder.resolve("a.txt");
        Atomic.write(file, false, text("one"));
        Path plain = Files.writeString(folder.resolve("plain.txt"), "");
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(plain));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxrw-r--"));
        Atomic.write(file, true, text("two"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rwxrw-r--");
    }

    @Test
    void aDeviceIsWrittenToAndStaysADevice() {
        Path nothing = Path.of("/dev/null");
        Atomic.write(nothing, false, text("gone"));
        assertThat(Files.isRegularFile(nothing)).isFalse();
        assertThat(Files.exists(nothing)).isTrue();
    }

    /** A child that does nothing but save is killed at twenty moments; the file always parses whole. */
    @Test
    void aKilledProcessNeverHarmsTheFile() throws Exception {
        Path file = folder.resolve("saved.txt");
        Atomic.write(file, false, Saving.whole(0));
        Random random = new Random(20);
        int cut = 0;
        for (int i = 0; i < 20; i++) {
            String before = Files.readString(file);
            Process child = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Saving.class.getName(),
                            file.toString())
                    .redirectErrorStream(true)
                    .start();
            assertThat(child.getInputStream().read()).as("the child saves").isEqualTo('s');
            TimeUnit.MICROSECONDS.sleep(random.nextInt(60_000));
            child.destroyForcibly().waitFor();
            String after = Files.readString(file);
            assertThat(Saving.isWhole(after)).as("kill %d", i).isTrue();
            assertThat(after).as("the child did save").isNotEqualTo(before);
            for (String name : names()) {
                if (!name.equals("saved.txt")) {
                    cut++;
                    Files.delete(folder.resolve(name));
                }
            }
        }
        assertThat(cut).as("kills in the middle of a save").isPositive();
    }

    /** The child: saves without end. */
    static final class Saving {
        private static final int LINES = 5_000;

        private Saving() {}

        static Atomic.Body whole(long number) {
            return out -> {
                for (int i = 0; i < LINES; i++) {
                    out.write((number + "\n").getBytes(UTF_8));
                }
                out.write("end".getBytes(UTF_8));
            };
        }

        static boolean isWhole(String text) {
            List<String> lines = text.lines().toList();
            return lines.size() == LINES + 1
                    && lines.get(LINES).equals("end")
                    && lines.subList(0, LINES).stream().distinct().count() == 1;
        }

        public static void main(String[] args) {
            for (long i = System.nanoTime(); ; i++) {
                Atomic.write(Path.of(args[0]), true, whole(i));
                System.out.print("s");
                System.out.flush();
            }
        }
    }
}
