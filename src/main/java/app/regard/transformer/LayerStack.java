package app.regard.transformer;

import app.regard.engine.Workers;
import app.regard.trace.Progress;
import app.regard.transformer.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The arithmetic of a whole model in floats: tokens in, every layer's numbers out. */
final class LayerStack {
    private final ModelConfig sizes;
    private final Tensors.Rows words; // (vocabulary, d_model)
    private final Tensors.Rows places; // (positions, d_model)
    private final float[] sentence; // (d_model): one sentence alone is of kind 0
    private final @Nullable LayerNorm first;
    private final List<Layer> layers;
    private final @Nullable LayerNorm last;

    private LayerStack(ModelConfig sizes, Tensors file, String prefix, List<Layer> layers) {
        TensorNames names = sizes.family().names();
        int width = sizes.width();
        this.sizes = sizes;
        this.layers = layers;
        words = file.table(prefix + names.word() + ".weight", sizes.vocabulary(), width);
        places = file.table(prefix + names.place() + ".weight", sizes.positions(), width);
        sentence = names.kind().isEmpty()
                ? new float[width]
                : file.table(prefix + names.kind() + ".weight", sizes.kinds(), width)
                        .of(new int[1])[0];
        first = norm(file, prefix, names.first());
        last = norm(file, prefix, names.last());
    }

    /**
     * Reads a model's numbers.
     *
     * @param file the tensors, with or without a prefix before all their names
     * @throws app.regard.trace.Refusal if one is missing, or of another shape
     * @throws java.util.concurrent.CancellationException if the progress ends it
     */
    static LayerStack of(ModelConfig sizes, Tensors file, Progress progress) {
        TensorNames names = sizes.family().names();
        String prefix = file.has(sizes.family().prefix() + names.word() + ".weight")
                ? sizes.family().prefix()
                : "";
        List<Layer> layers = new ArrayList<>();
        for (int layer = 0; layer < sizes.layers(); layer++) {
            progress.at((double) layer / sizes.layers());
            layers.add(Layer.of(sizes, file, prefix + names.layers() + layer + "."));
        }
        LayerStack all = new LayerStack(sizes, file, prefix, layers);
        progress.at(1);
        return all;
    }

    private @Nullable LayerNorm norm(Tensors file, String prefix, String name) {
        return name.isEmpty() ? null : LayerNorm.of(file, prefix + name, sizes.width(), sizes.epsilon());
    }

    ModelConfig sizes() {
        return sizes;
    }

    Layer layer(int layer) {
        return layers.get(layer);
    }

    /**
     * A whole pass.
     *
     * @return each layer's input and at last what the last one gives, (layers + 1, n, d_model)
     * @throws java.util.concurrent.CancellationException if the progress ends it, asked after each layer
     */
    float[][][] pass(Pieces pieces, Workers workers, Progress progress) {
        float[][][] inputs = new float[sizes.layers() + 1][][];
        inputs[0] = embedded(pieces);
        PassBuffers buffers = new PassBuffers(sizes, pieces.size(), workers.size());
        for (int layer = 0; layer < sizes.layers(); layer++) {
            progress.check();
            inputs[layer + 1] = layers.get(layer).of(inputs[layer], buffers, workers);
            progress.at((layer + 1.0) / sizes.layers());
        }
        if (last != null) {
            inputs[sizes.layers()] = last.of(inputs[sizes.layers()]);
        }
        return inputs;
    }

    /** The row of each piece in the table of positions; where padding has one of its own, padding that is typed counts for none. */
    private int[] rows(Pieces pieces) {
        int padding = sizes.firstPosition() - 1;
        int next = sizes.firstPosition();
        int[] rows = new int[pieces.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = pieces.get(i).id() == padding ? padding : next++;
        }
        return rows;
    }

    private float[][] embedded(Pieces pieces) {
        int n = pieces.size();
        float[][] word = words.of(pieces.all().stream().mapToInt(Piece::id).toArray());
        float[][] place = places.of(rows(pieces));
        float[][] x = new float[n][sizes.width()];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < x[i].length; j++) {
                x[i][j] = word[i][j] + sentence[j] + place[i][j];
            }
            if (first != null) {
                first.normalise(x[i]);
            }
        }
        return x;
    }
}
