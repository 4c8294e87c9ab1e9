package app.regard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.Extent;
import app.regard.transformer.TinyModels;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The heap that a model of GPT-2's shape needs, in a process of its own; its numbers are zeros, which take no room on most disks. */
class LargeFolderTest {
    private static final int WIDTH = 768;
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private static Map<String, int[]> shapes() {
        Map<String, int[]> shapes = new LinkedHashMap<>();
        shapes.put("wte.weight", new int[] {50257, WIDTH});
        shapes.put("wpe.weight", new int[] {1024, WIDTH});
        shapes.put("ln_f", new int[] {WIDTH});
        for (int layer = 0; layer < 12; layer++) {
            shapes.put("h." + layer + ".ln_1", new int[] {WIDTH});
            shapes.put("h." + layer + ".attn.c_attn", new int[] {WIDTH, 3 * WIDTH});
            shapes.put("h." + layer + ".attn.c_proj", new int[] {WIDTH, WIDTH});
            shapes.put("h." + layer + ".ln_2", new int[] {WIDTH});
            shapes.put("h." + layer + ".mlp.c_fc", new int[] {WIDTH, 4 * WIDTH});
            shapes.put("h." + layer + ".mlp.c_proj", new int[] {4 * WIDTH, WIDTH});
        }
        return shapes;
    }

    private static long put(ObjectNode header, String name, long from, int bytes, int... shape) {
        long to = from + bytes * Arrays.stream(shape).asLongStream().reduce(1, (a, b) -> a * b);
        ObjectNode entry = header.putObject(name).put("dtype", bytes == 4 ? "F32" : "F16");
        Arrays.stream(shape).forEach(entry.putArray("shape")::add);
        entry.putArray("data_offsets").add(from).add(to);
        return to;
    }

    /** The size of the file in megabytes. */
    private long write(int bytes) throws IOException {
        ObjectNode config = (ObjectNode) JSON.readTree(
                TinyModels.folder("gpt2-tiny").resolve("config.json").toFile());
        config.put("n_embd", WIDTH).put("n_head", 12).put("n_layer", 12).put("n_positions", 1024);
        JSON.writeValue(folder.resolve("config.json").toFile(), config.put("vocab_size", 50257));
        Files.copy(TinyModels.folder("gpt2-tiny").resolve("tokenizer.json"), folder.resolve("tokenizer.json"));
        ObjectNode header = JSON.createObjectNode();
        long at = 0;
        for (Map.Entry<String, int[]> one : shapes().entrySet()) {
            int[] shape = one.getValue();
            boolean table = one.getKey().endsWith(".weight");
            at = put(header, table ? one.getKey() : one.getKey() + ".weight", at, bytes, shape);
            if (!table) {
                at = put(header, one.getKey() + ".bias", at, bytes, shape[shape.length - 1]);
            }
        }
        byte[] text = JSON.writeValueAsBytes(header);
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("model.safetensors").toFile(), "rw")) {
            file.write(ByteBuffer.allocate(8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(text.length)
                    .array());
            file.write(text);
            file.setLength(8 + text.length + at);
        }
        return (8 + text.length + at) >> 20;
    }

    private Run shown(long megabytes) throws Exception {
        return Run.with(
                List.of("-Xmx" + megabytes + "m"),
                folder,
                "show",
                "river bank",
                "--model",
                folder.toString(),
                "--layer",
                "11",
                "--head",
                "11");
    }

    @Test
    void memoryThatEndsWhereAClassIsMadeReadyIsOneLineToo() {
        Throwable none = new OutOfMemoryError();
        for (Error thrown : List.of(
                new ExceptionInInitializerError(none),
                new ExceptionInInitializerError(new IllegalArgumentException("Self-suppression not permitted", none)),
                (Error) new NoClassDefFoundError("Could not initialize class").initCause(none))) {
            StringWriter err = new StringWriter();
            Cli cli =
                    new Cli(new PrintWriter(new StringWriter()), new PrintWriter(err), any -> Optional.empty(), () -> {
                        throw thrown;
                    });
            assertThat(cli.run(List.of("heads", "river bank"))).isEqualTo(1);
            assertThat(err.toString().lines()).singleElement().asString().contains("not enough memory", "-Xmx");
        }
    }

    @Test
    @Tag("long")
    void aHeapThatIsTooSmallIsSaidInOneLineWithOneThatIsEnough() throws Exception {
        assertThat(write(2)).isEqualTo(237);
        Run small = shown(200);
        assertThat(small.code()).isEqualTo(1);
        assertThat(small.problem()).singleElement().asString().contains("needs more memory");
        Matcher enough =
                Pattern.compile("java -Xmx(\\d+)m\\.$").matcher(small.problem().get(0));
        assertThat(enough.find()).isTrue();
        assertThat(shown(Long.parseLong(enough.group(1))).code()).isZero();
        if (Extent.whole()) {
            assertThat(shown(2 * 237).code()).as("halves in twice their size").isZero();
            Files.delete(folder.resolve("tokenizer.json"));
            assertThat(write(4)).isEqualTo(474);
            assertThat(shown(474 - 100).code())
                    .as("its table of tokens, 147 MB, is not in memory")
                    .isZero();
        }
    }
}
