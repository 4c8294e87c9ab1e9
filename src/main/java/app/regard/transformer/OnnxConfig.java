package app.regard.transformer;

import app.regard.trace.Refusal;
import app.regard.transformer.tensor.Onnx;
import java.util.OptionalDouble;

/** The sizes of a BERT as its graph shows them, where no config.json says them. */
final class OnnxConfig {
    private OnnxConfig() {}

    /**
     * Reads them off the graph: of its tables, and of the number √d_k that scores are divided by. A RoBERTa has tensors of
     * the same names; its graph sums up which tokens are no padding, to count positions from there. Exact GELU has an erf.
     *
     * @param called what messages call the file
     * @throws Refusal if the graph does not show them
     */
    static ModelConfig of(Onnx graph, String called) {
        TensorNames names = TensorNames.BERT;
        String prefix = graph.has(Family.BERT.prefix() + names.word() + ".weight") ? Family.BERT.prefix() : "";
        int[] words = graph.shape(prefix + names.word() + ".weight");
        int width = words[1];
        int layers = 0;
        while (graph.has(bias(prefix, layers, names.up()))) {
            layers++;
        }
        String root = "/" + prefix.replace('.', '/');
        OptionalDouble divisor = graph.second(root + "encoder/layer.0/attention/self/Div");
        long share = Math.round(divisor.orElse(0) * divisor.orElse(0));
        int positions = graph.shape(prefix + names.place() + ".weight")[0];
        if (layers == 0 || positions == 0 || share < 1 || share > width || width % share != 0) {
            throw new Refusal(called
                    + " does not show how many layers, heads and positions it has, as a BERT’s graph does: put its "
                    + "config.json beside it.");
        }
        boolean absolute = !graph.has(prefix + names.layers() + "0.attention.self.distance_embedding.weight");
        if (!absolute || graph.does("CumSum") || !graph.does("Erf")) {
            throw new Refusal(called + " is not that of a plain BERT: its positions are counted as a RoBERTa’s or are "
                    + "relative, or its activation is another than GELU. Put its config.json beside it.");
        }
        return new ModelConfig(
                Family.BERT,
                layers,
                (int) (width / share),
                width,
                graph.shape(bias(prefix, 0, names.up()))[1],
                positions,
                0,
                words[0],
                graph.shape(prefix + names.kind() + ".weight")[0],
                Activation.GELU,
                graph.second(root + "embeddings/LayerNorm/Add").orElse(1e-12));
    }

    private static String bias(String prefix, int layer, String part) {
        return prefix + TensorNames.BERT.layers() + layer + "." + part + ".bias";
    }
}
