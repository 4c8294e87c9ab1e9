package app.regard.lab.look;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.heads.Heads;
import app.regard.trace.Matrix;
import app.regard.trace.Origin;
import app.regard.trace.Sentence;
import app.regard.trace.Token;
import app.regard.trace.Weights;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Heads that take 200 MB together are read with 64 MB of memory: one is held at a time, and of each a small picture. */
class HeadsInLittleMemoryTest {
    private static final int SIZE = 1024;

    @TempDir
    private Path folder;

    @Test
    void ofLargeHeadsOnlyOneIsHeldAtATime() throws Exception {
        Process process = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        HeadsInLittleMemoryTest.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(java.nio.file.Files.readString(folder.resolve("out.txt"))).isEmpty();
        assertThat(process.exitValue()).isZero();
    }

    /** Reads 24 heads of 8 MB each, and looks at what is kept. */
    public static void main(String[] args) {
        Sentence words = new Sentence(Collections.nCopies(SIZE, Token.of("a")), 0);
        Heads heads = new Heads(
                4,
                6,
                (layer, head) -> new Weights(
                        words,
                        words,
                        Matrix.fill(SIZE, SIZE, (i, j) -> i == j ? (1.0 + layer) / (1 + head) / 4 : 0),
                        Origin.IMPORTED),
                "",
                "",
                Optional.empty());
        HeadsFound found = HeadsFound.read(heads, false, share -> {});
        List<Double> self = found.does().stream().map(d -> d.self()).toList();
        if (self.size() != 24
                || Math.abs(self.get(23) - 4 / 24.0) > 1e-12
                || found.maps().of(3, 5).at(7, 7) != (float) (4 / 24.0)) {
            throw new IllegalStateException("read wrongly: " + self);
        }
    }
}
