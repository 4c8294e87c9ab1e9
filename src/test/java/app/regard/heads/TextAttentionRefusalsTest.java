package app.regard.heads;

import static app.regard.heads.TextAttentionTest.weights;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regard.trace.Refusal;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that are no attention, or too much of it. */
class TextAttentionRefusalsTest {
    @TempDir
    private Path folder;

    private AttentionFile written(String name, String text) throws IOException {
        return AttentionFile.open(Files.writeString(folder.resolve(name), text));
    }

    @Test
    void whatIsNotUtf8IsToldSo() throws IOException {
        byte[] latin = ",é\né,1\n".getBytes(StandardCharsets.ISO_8859_1);
        Path csv = Files.write(folder.resolve("latin.csv"), latin);
        assertThatThrownBy(() -> AttentionFile.open(csv))
                .isInstanceOf(Refusal.class)
                .hasMessage("“latin.csv” is not text in UTF-8. Save it in that encoding.");
        byte[] text = "{\"tokens\":[\"é\"],\"w\":[[1]]}".getBytes(StandardCharsets.ISO_8859_1);
        Path json = Files.write(folder.resolve("latin.json"), text);
        assertThatThrownBy(() -> AttentionFile.open(json))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("line 1, column");
    }

    /** None of these may take memory for what it only claims, or pile up what it repeats. */
    @Test
    void hostileTextsAreRefusedWithoutMuchMemory() throws IOException {
        long limit = 8_000_000;
        assertCheap(
                "brackets.json", "[", 20_000_000, "line 1, column 41: lists or fields are nested too deeply", limit);
        assertCheap("names.json", "{\"a\":", 4_000_000, "nested too deeply", limit);
        assertCheap("cells.csv", ",", 20_000_000, "more than 65536 cells", limit * 2);
        assertCheap("cell.csv", "1", 20_000_000, "longer than 65536 characters", limit);
        assertCheap("quote.csv", "\"\"", 10_000_000, "longer than 65536 characters", limit);
        assertCheap("digits.json", "[[1", 1, "not whole", limit);
        assertCheap("rows.csv", "a,1\n", 100_000, "too large", 40_000_000);
    }

    private void assertCheap(String name, String repeated, int times, String says, long limit) throws IOException {
        Path file = folder.resolve(name);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < times; i++) {
                out.write(repeated);
            }
        }
        var thread = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = thread.getThreadAllocatedBytes(Thread.currentThread().getId());
        assertThatThrownBy(() -> AttentionFile.open(file))
                .as(name)
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(says)
                .satisfies(e -> assertThat(String.valueOf(e.getMessage())).hasSizeLessThan(400));
        assertThat(thread.getThreadAllocatedBytes(Thread.currentThread().getId()) - before)
                .as(name)
                .isLessThan(limit);
    }

    @Test
    void moreNumbersThanCanBeShownAreRefused() throws IOException {
        Path file = folder.resolve("many.json");
        byte[] row = ("[" + "0,".repeat(4096) + "0],").getBytes(StandardCharsets.US_ASCII);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write('[');
            for (int i = 0; i < 4096; i++) {
                out.write(row);
            }
        }
        assertThatThrownBy(() -> AttentionFile.open(file))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("line 1, column")
                .hasMessageContaining("more than 16777216 numbers; save them as .npy or .safetensors");
    }

    @Test
    void noiseInAFileIsReadOrRefusedInOneSentence() throws IOException {
        Random random = new Random(6);
        for (String name : List.of("attention-object.json", "attention-labels.csv")) {
            TextAttentionTest.open(folder, name);
            byte[] good = Files.readAllBytes(folder.resolve(name));
            for (int round = 0; round < 600; round++) {
                byte[] bad = good.clone();
                for (int change = 0; change < 3; change++) {
                    bad[random.nextInt(bad.length)] = (byte) random.nextInt(round % 2 == 0 ? 128 : 256);
                }
                Path file = Files.write(folder.resolve("noise-" + name), bad);
                try {
                    weights(AttentionFile.open(file), 0, 0, 0);
                } catch (Refusal e) {
                    assertThat(e.getMessage()).endsWith(".").doesNotContain("\n");
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {";a;b\na;1;0\nb;0,5;0,5\n", "1;0\n0;1\n", "\ta\tb\na\t1\t0\nb\t0\t1\n"})
    void tablesWithOtherSignsBetweenCellsSayWhatToDo(String text) {
        assertThatThrownBy(() -> written("excel.csv", text))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("semicolons or tabs")
                .hasMessageContaining("commas between the cells");
    }
}
