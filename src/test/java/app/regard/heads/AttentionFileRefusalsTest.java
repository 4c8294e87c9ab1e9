package app.regard.heads;

import static app.regard.heads.AttentionFileTest.FOUR;
import static app.regard.heads.AttentionFileTest.resource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.regard.Extent;
import app.regard.trace.Reading;
import app.regard.trace.Refusal;
import app.regard.trace.Weights;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of attention with rows that do not sum to 1, that are damaged, hostile, huge or no attention at all. */
class AttentionFileRefusalsTest {
    @TempDir
    private Path folder;

    @Test
    void rowsThatDoNotSumToOneAreReportedNotMended() throws IOException {
        Path file = npy("(3, 2)", "<f4", floats(0.5f, 0.5f, 0.2f, 0.5f, 0.9f, 0.2f));
        AttentionFile opened = AttentionFile.open(file);
        Weights weights = opened.weights(0, 0, 0, List.of("a", "b", "c"), List.of("d", "e"));
        UnevenRows uneven = opened.uneven(0, weights).orElseThrow();
        assertThat(uneven.count()).isEqualTo(2);
        assertThat(uneven.row()).isEqualTo(1);
        assertThat(uneven.sum()).isCloseTo(0.7, within(1e-6));
        assertThat(uneven.text(Reading.PLAIN))
                .isEqualTo("2 rows do not sum to 1; row 2 is farthest off with 0.7000. "
                        + "The numbers are shown as they are.");
        assertThat(weights.a().at(1, 0)).isEqualTo(0.2f);
    }

    @Test
    void whatIsNoWeightIsRefusedWithItsPlace() throws IOException {
        for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, -0.25f}) {
            AttentionFile file = AttentionFile.open(npy("(1, 2, 2)", "<f4", floats(1, 0, bad, 0)));
            assertThatThrownBy(() -> file.weights(0, 0, 0, List.of("a", "b"), List.of("a", "b")))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("holds " + (double) bad + " in row 2, column 1 of L0·H0")
                    .hasMessageContaining("not the scores before it");
        }
    }

    @Test
    void whatDoesNotFitIsRefusedInWords() throws IOException {
        AttentionFile file = AttentionFile.open(resource(folder, "attention-f4.npy"));
        assertThatThrownBy(() -> file.weights(0, 0, 0, List.of("a"), FOUR))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("4 queries and 4 keys, but there are 1 and 4 tokens");
        assertThatThrownBy(() -> file.weights(0, 2, 0, FOUR, FOUR))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("There is no head L2·H0");
        for (String[] wrong : new String[][] {
            {"attention-list.npy", "holds no attention"},
        }) {
            assertThatThrownBy(() -> AttentionFile.open(resource(folder, wrong[0])))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining(wrong[1]);
        }
        assertThatThrownBy(() -> AttentionFile.open(folder.resolve("none.npy")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("There is no file");
        Path text = Files.writeString(folder.resolve("attention.txt"), "0.5");
        assertThatThrownBy(() -> AttentionFile.open(text))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("choose a .npy, .npz, .safetensors, .json or .csv file");
        Path large = npy("(1, 5000)", "<f4", new byte[20_000]);
        assertThatThrownBy(() -> AttentionFile.open(large).weights(0, 0, 0, List.of("a"), AttentionFile.numbered(5000)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("1 × 5000 tokens; from 1 to 4096 can be shown");
    }

    @Test
    void hostileSafetensorsAreRefusedWithoutAskingForMemory() throws IOException {
        String good = "{\"w\":{\"dtype\":\"F32\",\"shape\":[1,2],\"data_offsets\":[0,8]}}";
        String[] headers = {
            "{\"w\":{\"dtype\":\"F32\",\"shape\":[1,2],\"data_offsets\":[0,9223372036854775807]}}",
            "{\"w\":{\"dtype\":\"F32\",\"shape\":[1,2],\"data_offsets\":[-8,0]}}",
            "{\"w\":{\"dtype\":\"F32\",\"shape\":[1,2],\"data_offsets\":[8,0]}}",
            "{\"w\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296],\"data_offsets\":[0,8]}}",
            "{\"w\":{\"dtype\":\"F32\",\"shape\":[2147483647,2147483647,2147483647],\"data_offsets\":[0,8]}}",
            "{\"w\":{\"dtype\":\"F32\",\"shape\":[-1,-2],\"data_offsets\":[0,8]}}",
            "{\"w\":{\"dtype\":\"F32\",\"shape\":[1,2],\"data_offsets\":[0,99999999999999999999]}}",
            "{\"w\":{\"dtype\":\"F32\",\"shape\":[1,1],\"data_offsets\":[0,4]},"
                    + "\"v\":{\"dtype\":\"F32\",\"shape\":[1,1],\"data_offsets\":[2,6]}}",
            good.substring(0, good.length() - 1) + "," + good.substring(1),
            "{\"w\":{\"dtype\":\"F32\",\"shape\":[1,2]}}",
            "{\"w\":[]}",
            "[" + "[".repeat(5000),
            "{\"w\"",
            "{}",
        };
        assertThat(AttentionFile.open(safetensors(folder, good, 8)).arrays()).hasSize(1);
        var thread = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (String header : headers) {
            Path file = safetensors(folder, header, 8);
            long before = thread.getThreadAllocatedBytes(Thread.currentThread().getId());
            assertThatThrownBy(() -> AttentionFile.open(file)).as(header).isInstanceOf(Refusal.class);
            assertThat(thread.getThreadAllocatedBytes(Thread.currentThread().getId()) - before)
                    .isLessThan(4_000_000);
        }
        for (long length : new long[] {Long.MAX_VALUE, Long.MIN_VALUE, -1, 0, 1L << 40, 1L << 31}) {
            Path file = folder.resolve("length.safetensors");
            byte[] bytes = ByteBuffer.allocate(64)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(length)
                    .array();
            Files.write(file, bytes);
            assertThatThrownBy(() -> AttentionFile.open(file))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("its header claims to be");
        }
    }

    @Test
    @Tag("long")
    void noiseInAFileIsReadOrRefusedInOneSentence() throws IOException {
        Random random = new Random(4);
        for (String name :
                List.of("attention-f4.npy", "attention.npz", "attention.safetensors", "library.safetensors")) {
            byte[] good = Files.readAllBytes(resource(folder, name));
            for (int round = 0; round < Extent.of(150, 400); round++) {
                byte[] bad = good.clone();
                for (int change = 0; change < 3; change++) {
                    bad[random.nextInt(round % 2 == 0 ? 200 : bad.length)] = (byte) random.nextInt(256);
                }
                Path file = folder.resolve("noise-" + name);
                Files.write(
                        file, random.nextInt(4) == 0 ? java.util.Arrays.copyOf(bad, random.nextInt(bad.length)) : bad);
                try {
                    AttentionFile opened = AttentionFile.open(file);
                    AttentionFile.Array array = opened.arrays().get(0);
                    opened.weights(
                            0,
                            0,
                            0,
                            AttentionFile.numbered(array.queries() & 0xFFFF),
                            AttentionFile.numbered(array.keys() & 0xFFFF));
                } catch (Refusal e) {
                    assertThat(e.getMessage()).endsWith(".");
                }
            }
        }
    }

    /** 12 × 12 × 1024 × 1024 floats, 604 MB, of which nothing but the last head is really on the disk. */
    @Test
    void aHeadOfAHugeFileIsReadWithoutTheRest() throws IOException {
        Path file = folder.resolve("huge.safetensors");
        long head = 1024L * 1024 * 4;
        String header =
                "{\"w\":{\"dtype\":\"F32\",\"shape\":[12,12,1024,1024],\"data_offsets\":[0," + 144 * head + "]}}";
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            channel.write(ByteBuffer.wrap(start(header)));
            ByteBuffer last = ByteBuffer.allocate((int) head).order(ByteOrder.LITTLE_ENDIAN);
            for (int cell = 0; cell < 1024 * 1024; cell++) {
                last.putFloat(cell % 1024 == cell / 1024 ? 1 : 0);
            }
            channel.write(last.flip(), 8 + header.length() + 143 * head);
        }
        var thread = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = thread.getThreadAllocatedBytes(Thread.currentThread().getId());
        AttentionFile opened = AttentionFile.open(file);
        List<String> tokens = AttentionFile.numbered(1024);
        Weights weights = opened.weights(0, 11, 11, tokens, tokens);
        assertThat(thread.getThreadAllocatedBytes(Thread.currentThread().getId()) - before)
                .isLessThan(20_000_000);
        assertThat(weights.a().at(1023, 1023)).isEqualTo(1);
        assertThat(weights.a().at(7, 8)).isZero();
        assertThat(opened.uneven(0, weights)).isEmpty();
    }

    private static byte[] floats(float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            bytes.putFloat(value);
        }
        return bytes.array();
    }

    private Path npy(String shape, String kind, byte[] data) throws IOException {
        String header = "{'descr': '" + kind + "', 'fortran_order': False, 'shape': " + shape + ", }";
        header += " ".repeat(117 - header.length()) + "\n";
        ByteBuffer bytes = ByteBuffer.allocate(128 + data.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put((byte) 0x93)
                .put("NUMPY".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1)
                .put((byte) 0);
        bytes.putShort((short) 118)
                .put(header.getBytes(StandardCharsets.US_ASCII))
                .put(data);
        return Files.write(folder.resolve("written.npy"), bytes.array());
    }

    private static byte[] start(String header) {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + json.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(json.length)
                .put(json)
                .array();
    }

    static Path safetensors(Path folder, String header, int data) throws IOException {
        byte[] start = start(header);
        return Files.write(folder.resolve("written.safetensors"), java.util.Arrays.copyOf(start, start.length + data));
    }
}
