package app.regard.transformer;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * ONNX Runtime on the model's own file: another implementation of the whole graph. To see the weights of the heads, a
 * second graph that holds nothing but the names of further outputs is appended: protocol buffers merge the two.
 */
public final class Oracle implements AutoCloseable {
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final List<String> further;
    private final int layers;

    private Oracle(byte[] model, int layers, String... further) throws OrtException {
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        this.further = List.of(further);
        this.layers = layers;
        session = environment.createSession(model, options);
    }

    /** The graph as it is: what speed is measured against. */
    public static Oracle plain(BundledModel model) throws Exception {
        return new Oracle(file(model), model.shape().layers());
    }

    /** The graph that also puts out each layer's weights, and what each layer gives; and a further number by name. */
    public static Oracle talking(BundledModel of, String... further) throws Exception {
        ByteArrayOutputStream graph = new ByteArrayOutputStream();
        int layers = of.shape().layers();
        for (int layer = 0; layer < layers; layer++) {
            output(graph, softmax(layer));
            if (layer < layers - 1) {
                output(graph, state(layer, layers)); // the last is put out anyway
            }
        }
        output(graph, "/embeddings/LayerNorm/Add_1_output_0");
        for (String name : further) {
            output(graph, name);
        }
        ByteArrayOutputStream model = new ByteArrayOutputStream();
        model.write(file(of));
        message(model, 7, graph.toByteArray());
        return new Oracle(model.toByteArray(), layers, further);
    }

    /** What a run gives: each layer's input and at last its output, (layers + 1, n·d_model), and the weights, (layers, heads·n·n). */
    @SuppressWarnings("ArrayRecordComponent") // read once, by the test that asked
    public record Answer(float[][] hidden, float[][] weights) {}

    public Answer run(Pieces pieces) throws OrtException {
        try (OrtSession.Result result = result(ids(pieces))) {
            float[][] hidden = new float[layers + 1][];
            float[][] weights = new float[layers][];
            hidden[0] = floats(result, "/embeddings/LayerNorm/Add_1_output_0");
            for (int layer = 0; layer < layers; layer++) {
                weights[layer] = floats(result, softmax(layer));
                hidden[layer + 1] = floats(result, state(layer, layers));
            }
            return new Answer(hidden, weights);
        }
    }

    /** The first of the further numbers that were asked for. */
    public float[] further(Pieces pieces) throws OrtException {
        try (OrtSession.Result result = result(ids(pieces))) {
            return floats(result, further.get(0));
        }
    }

    private static long[] ids(Pieces pieces) {
        return pieces.all().stream().mapToLong(Piece::id).toArray();
    }

    /** Runs without looking at what comes out. */
    public void race(long[] ids) throws OrtException {
        result(ids).close();
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }

    private OrtSession.Result result(long[] ids) throws OrtException {
        long[] ones = new long[ids.length];
        Arrays.fill(ones, 1);
        try (OnnxTensor words = OnnxTensor.createTensor(environment, new long[][] {ids});
                OnnxTensor mask = OnnxTensor.createTensor(environment, new long[][] {ones});
                OnnxTensor kinds = OnnxTensor.createTensor(environment, new long[1][ids.length])) {
            return session.run(Map.of("input_ids", words, "attention_mask", mask, "token_type_ids", kinds));
        }
    }

    private static float[] floats(OrtSession.Result result, String name) {
        FloatBuffer found = ((OnnxTensor) result.get(name).orElseThrow()).getFloatBuffer();
        float[] all = new float[found.remaining()];
        found.get(all);
        return all;
    }

    private static String softmax(int layer) {
        return "/encoder/layer." + layer + "/attention/self/Softmax_output_0";
    }

    private static String state(int layer, int layers) {
        return layer == layers - 1
                ? "last_hidden_state"
                : "/encoder/layer." + layer + "/output/LayerNorm/Add_1_output_0";
    }

    private static void output(ByteArrayOutputStream graph, String name) throws IOException {
        ByteArrayOutputStream value = new ByteArrayOutputStream();
        message(value, 1, name.getBytes(StandardCharsets.UTF_8));
        message(graph, 12, value.toByteArray());
    }

    private static void message(ByteArrayOutputStream out, int field, byte[] content) throws IOException {
        out.write(field * 8 + 2);
        int length = content.length;
        for (; length >= 128; length >>>= 7) {
            out.write((length & 127) | 128);
        }
        out.write(length);
        out.write(content);
    }

    private static byte[] file(BundledModel model) throws IOException {
        try (InputStream in = Objects.requireNonNull(model.weights()).openStream()) {
            return in.readAllBytes();
        }
    }
}
