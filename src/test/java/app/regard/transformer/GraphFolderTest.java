package app.regard.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.regard.engine.Workers;
import app.regard.trace.Progress;
import app.regard.trace.Refusal;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder with a graph and a tokenizer alone: the small BERT's numbers under the names that an export gives them. */
class GraphFolderTest {
    private static final String PLACES = "embeddings.position_embeddings.weight";

    @TempDir
    private Path folder;

    private final Map<String, byte[]> tensors = new LinkedHashMap<>(); // name → TensorProto without name

    @BeforeEach
    void copy() throws IOException {
        Path tiny = TinyModels.folder("bert-tiny");
        Files.copy(tiny.resolve("tokenizer.json"), folder.resolve("tokenizer.json"));
        ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(tiny.resolve("model.safetensors")))
                .order(ByteOrder.LITTLE_ENDIAN);
        int length = (int) file.getLong(0);
        for (Map.Entry<String, JsonNode> one :
                new ObjectMapper().readTree(file.array(), 8, length).properties()) {
            if (one.getValue().has("shape")) {
                int from =
                        8 + length + one.getValue().get("data_offsets").get(0).asInt();
                int to = 8 + length + one.getValue().get("data_offsets").get(1).asInt();
                JsonNode shape = one.getValue().get("shape");
                boolean turned = shape.size() == 2 && !one.getKey().startsWith("embeddings.");
                int rows = shape.get(0).asInt();
                int cols = shape.size() < 2 ? 1 : shape.get(1).asInt();
                ByteBuffer numbers = ByteBuffer.allocate(to - from).order(ByteOrder.LITTLE_ENDIAN);
                for (int i = 0; i < rows * cols; i++) {
                    numbers.putFloat(file.getFloat(from + 4 * (turned ? i % rows * cols + i / rows : i)));
                }
                ProtobufBytes tensor = new ProtobufBytes();
                if (shape.size() == 2) {
                    tensor.number(1, turned ? cols : rows).number(1, turned ? rows : cols);
                } else {
                    tensor.number(1, rows);
                }
                tensors.put(
                        one.getKey(),
                        tensor.number(2, 1).bytes(9, numbers.array()).all());
            }
        }
    }

    private static byte[] node(String kind, String name, String second) {
        return new ProtobufBytes()
                .text(1, "x")
                .text(1, second)
                .text(2, "y")
                .text(3, name)
                .text(4, kind)
                .all();
    }

    /** ConstantOp: its output's name, and an attribute that is a tensor of one float. */
    private static byte[] constant(String name, float value) {
        byte[] number = ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putFloat(value)
                .array();
        byte[] tensor = new ProtobufBytes().number(2, 1).bytes(9, number).all();
        return new ProtobufBytes()
                .text(2, name)
                .text(4, "Constant")
                .bytes(5, new ProtobufBytes().text(1, "value").bytes(5, tensor).all())
                .all();
    }

    private void write(String... operations) throws IOException {
        ProtobufBytes graph = new ProtobufBytes();
        graph.bytes(1, constant("/root", (float) Math.sqrt(8)));
        graph.bytes(1, node("Div", "/encoder/layer.0/attention/self/Div", "/root"));
        for (String operation : operations) {
            graph.bytes(1, node(operation, "/" + operation, ""));
        }
        tensors.forEach((name, tensor) -> {
            graph.bytes(5, new ProtobufBytes().raw(tensor).text(8, name).all());
            String map = "/" + name.replace(".weight", "").replace('.', '/').replace("layer/", "layer.") + "/MatMul";
            graph.bytes(1, node("MatMul", map, name));
        });
        Files.write(
                folder.resolve("model.onnx"),
                new ProtobufBytes().number(1, 6).bytes(7, graph.all()).all());
    }

    private static ForwardPass pass(Path folder) {
        return ModelFolder.open(folder.toString())
                .load(Progress.NONE)
                .pass("The animal was tired.", Workers.ALONE, Progress.NONE);
    }

    private void refused(String... says) {
        assertThatThrownBy(() -> pass(folder))
                .isInstanceOf(Refusal.class)
                .hasMessageContainingAll(says)
                .hasMessageContaining("model.onnx”")
                .message()
                .doesNotContain("\n");
    }

    @Test
    void isTheSameModel() throws IOException {
        write("Erf");
        ForwardPass graph = pass(folder);
        ForwardPass saved = pass(TinyModels.folder("bert-tiny"));
        assertThat(graph.model().heads()).isEqualTo(4);
        for (int i = 0; i < saved.pieces().size(); i++) {
            for (int j = 0; j < 32; j++) {
                assertThat(graph.input(2).at(i, j)).isCloseTo(saved.input(2).at(i, j), within(1e-6));
            }
        }
    }

    /** Tensors of the same names make another model there, whose numbers would be wrong and look right. */
    @Test
    void whatComputesOtherwiseThanABertAsksForItsConfig() throws IOException {
        write("Erf", "CumSum");
        refused("a RoBERTa’s", "Put its config.json beside it.");
        write("Relu");
        refused("another than GELU", "Put its config.json beside it.");
        tensors.put("encoder.layer.0.attention.self.distance_embedding.weight", tensors.get(PLACES));
        write("Erf");
        refused("relative", "Put its config.json beside it.");
    }

    @Test
    void aGraphWithoutPositionsIsRefused() throws IOException {
        tensors.remove(PLACES);
        write("Erf");
        refused("does not show how many layers, heads and positions");
    }

    @Test
    void aDecodersGraphIsNotCalledDamaged() throws IOException {
        write("Erf");
        Files.copy(TinyModels.folder("gpt2-tiny").resolve("config.json"), folder.resolve("config.json"));
        refused("is a GPT-2’s graph, which is not read here", "model.safetensors");
    }

    @Test
    void whatComputesOtherwiseIsReadByItsConfig() throws IOException {
        write("Relu");
        String config = Files.readString(TinyModels.folder("bert-tiny").resolve("config.json"));
        Files.writeString(folder.resolve("config.json"), config.replace("\"gelu\"", "\"relu\""));
        assertThat(pass(folder).model().heads()).isEqualTo(4);
        assertThat(List.of(pass(folder).input(2).at(0, 0)))
                .doesNotContain(pass(TinyModels.folder("bert-tiny")).input(2).at(0, 0));
    }
}
