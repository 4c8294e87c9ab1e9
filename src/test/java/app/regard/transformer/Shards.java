package app.regard.transformer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A model's file parted into two with an index, its numbers kept as another kind. */
final class Shards {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Shards() {}

    static void write(Path folder, String kind) throws IOException {
        ByteBuffer file = ByteBuffer.wrap(
                        Files.readAllBytes(TinyModels.folder("bert-tiny").resolve("model.safetensors")))
                .order(ByteOrder.LITTLE_ENDIAN);
        int length = (int) file.getLong(0);
        JsonNode header = JSON.readTree(file.array(), 8, length);
        ObjectNode[] headers = {JSON.createObjectNode(), JSON.createObjectNode()};
        ByteArrayOutputStream[] data = {new ByteArrayOutputStream(), new ByteArrayOutputStream()};
        ObjectNode map = JSON.createObjectNode();
        int place = 0;
        for (Map.Entry<String, JsonNode> one : header.properties()) {
            if (one.getKey().equals("__metadata__")) {
                continue;
            }
            int to = place++ % 2;
            int from = data[to].size();
            int first = 8 + length + one.getValue().get("data_offsets").get(0).asInt();
            int last = 8 + length + one.getValue().get("data_offsets").get(1).asInt();
            for (int at = first; at < last; at += 4) {
                data[to].writeBytes(bytes(file.getFloat(at), kind));
            }
            ObjectNode entry = headers[to].putObject(one.getKey());
            entry.put("dtype", kind);
            entry.set("shape", one.getValue().get("shape"));
            entry.putArray("data_offsets").add(from).add(data[to].size());
            map.put(one.getKey(), name(to));
        }
        for (int to = 0; to < 2; to++) {
            byte[] json = JSON.writeValueAsBytes(headers[to]);
            Files.write(
                    folder.resolve(name(to)),
                    ByteBuffer.allocate(8 + json.length + data[to].size())
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .putLong(json.length)
                            .put(json)
                            .put(data[to].toByteArray())
                            .array());
        }
        ObjectNode index = JSON.createObjectNode();
        index.set("weight_map", map);
        JSON.writeValue(folder.resolve("model.safetensors.index.json").toFile(), index);
        Files.deleteIfExists(folder.resolve("model.safetensors"));
    }

    private static String name(int to) {
        return "model-0000" + (to + 1) + "-of-00002.safetensors";
    }

    /** Brain floats are cut, halves are rounded towards nought; what matters here is where the bits stand. */
    private static byte[] bytes(float x, String kind) {
        int bits = Float.floatToRawIntBits(x);
        int exponent = (bits >> 23 & 255) - 112;
        int half = exponent <= 0 ? 0 : exponent << 10 | (bits >> 13 & 1023);
        ByteBuffer all = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
        return switch (kind) {
            case "F32" -> all.putInt(bits).array();
            case "BF16" ->
                ByteBuffer.allocate(2)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putShort((short) (bits >> 16))
                        .array();
            default ->
                ByteBuffer.allocate(2)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putShort((short) ((bits >> 16 & 0x8000) | half))
                        .array();
        };
    }
}
