package app.regard.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regard.trace.Refusal;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Attention as text that is made to take time or memory. */
class HostileTextFilesTest {
    @TempDir
    private Path folder;

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String fields(int count, IntFunction<String> value) {
        return IntStream.range(0, count)
                .mapToObj(i -> "\"" + i + "\":" + value.apply(i))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static void refused(Path file, String says) {
        assertThatThrownBy(() -> AttentionFile.open(file))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("“" + file.getFileName() + "”")
                .hasMessageContaining(says)
                .hasMessageEndingWith(".");
    }

    private static long allocated(Runnable run) {
        var thread = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = thread.getThreadAllocatedBytes(Thread.currentThread().getId());
        run.run();
        return thread.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    }

    /** Every allocation is counted here, also what is given up again at once; it used to be 64 kB for each array. */
    @Test
    void smallArraysTakeLittleMemory() throws IOException {
        Path file = write("small.json", fields(10_000, i -> "[[0.5]]"));
        long memory =
                allocated(() -> assertThat(AttentionFile.open(file).arrays()).hasSize(10_000));
        assertThat(memory).isLessThan(200 * Files.size(file));
    }

    @Test
    void moreArraysOrFieldsThanCanBeReadAreRefused() throws IOException {
        refused(write("arrays.json", fields(10_001, i -> "[[1]]")), "more than 10,000 arrays; at most 10,000 are read");
        String says = "more than 100,000 fields; at most 100,000 are read";
        refused(write("fields.json", fields(100_001, i -> "1")), says);
        refused(write("nested.json", "{\"a\":{\"b\":" + fields(100_001, i -> "1") + "}}"), says);
        refused(write("listed.json", "{\"a\":[" + fields(100_001, i -> "1") + "]}"), says);
        refused(write("texts.json", fields(100_000, i -> "[\"x\"]")), "a number is expected, not “x”");
    }

    @Test
    void anArrayThatIsTooDeepIsPassedOverBesideAGoodOne() throws IOException {
        Path file = write("deep.json", "{\"deep\":[[[[[[1]]]]]],\"good\":[[0.5,0.5]]}");
        assertThat(AttentionFile.open(file).arrays())
                .extracting(AttentionFile.Array::name)
                .containsExactly("good");
        refused(write("alone.json", "{\"deep\":[[[[[[1]]]]]]}"), "stand in 6 lists inside each other");
    }

    @Test
    void moreOrLongerTokensThanCanBeReadAreRefused() throws IOException {
        String tokens = IntStream.range(0, 65_537).mapToObj(i -> "\"\"").collect(Collectors.joining(","));
        refused(
                write("tokens.json", "{\"tokens\":[" + tokens + "]}"),
                "more than 65,536 texts in “tokens”; at most 65,536 are read");
        refused(
                write("token.json", "{\"tokens\":[\"" + "x".repeat(1001) + "\"],\"a\":[[1]]}"),
                "Token 1 of “token.json” has 1,001 characters; at most 1,000 are read");
        refused(write("label.csv", "," + "x".repeat(1001) + "\na,1\n"), "has 1,001 characters");
    }

    @Test
    @Timeout(20)
    void aCellFullOfDigitsTakesNoTime() throws IOException {
        String digits = "1".repeat(65_000);
        refused(write("cell.csv", "1.5,2\n0.5," + digits + "x\n"), "row 2, column 2: a number is expected");
        refused(write("label.csv", "a,b\n" + digits + "x," + digits + "y\n"), "row 2, column 2: a number is expected");
        String labels = IntStream.range(0, 3).mapToObj(i -> digits + "x,1,1\n").collect(Collectors.joining());
        refused(write("labels.csv", "token,a,b\n" + labels), "has 65,001 characters");
    }

    @Test
    void numbersBeyondTheParsersLimitsAreRefusedInWords() throws IOException {
        refused(write("long.json", "[[" + "1".repeat(5000) + "]]"), "too long");
        refused(write("name.json", "{\"" + "x".repeat(60_000) + "\":[[1]]}"), "too long");
        Path file = write("large.json", "[[1e999999999,1e-999999999]]");
        assertThatThrownBy(() -> AttentionFile.open(file).weights(0, 0, 0, List.of("a"), List.of("b", "c")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("holds Infinity in row 1, column 1");
    }
}
