package app.regard.transformer;

import app.regard.engine.Workers;
import app.regard.trace.Progress;
import java.util.List;
import java.util.stream.IntStream;

/** The encoder of all-MiniLM-L6-v2 (a BERT, Devlin et al. 2019) in floats: word pieces in, every layer's numbers out. */
final class Encoder {
    private final float[][] words; // (30522, 384)
    private final float[][] places; // (512, 384)
    private final float[] sentence; // (384): one sentence alone is of kind 0
    private final LayerNorm first;
    private final List<Layer> layers;

    private Encoder(float[][] words, float[][] places, float[] sentence, LayerNorm first, List<Layer> layers) {
        this.words = words;
        this.places = places;
        this.sentence = sentence;
        this.first = first;
        this.layers = layers;
    }

    static Encoder of(Onnx file) {
        return new Encoder(
                file.matrix("embeddings.word_embeddings.weight", Shape.VOCABULARY, Shape.WIDTH),
                file.matrix("embeddings.position_embeddings.weight", Shape.PIECES, Shape.WIDTH),
                file.matrix("embeddings.token_type_embeddings.weight", 2, Shape.WIDTH)[0],
                Layer.norm(file, "embeddings.LayerNorm"),
                IntStream.range(0, Shape.LAYERS)
                        .mapToObj(layer -> Layer.of(file, layer))
                        .toList());
    }

    Layer layer(int layer) {
        return layers.get(layer);
    }

    /**
     * A whole pass.
     *
     * @throws java.util.concurrent.CancellationException if the progress ends it, asked after each layer
     */
    ForwardPass pass(Pieces pieces, Workers workers, Progress progress) {
        float[][][] inputs = new float[Shape.LAYERS + 1][][];
        float[][][][] weights = new float[Shape.LAYERS][Shape.HEADS][][];
        inputs[0] = embedded(pieces);
        for (int layer = 0; layer < Shape.LAYERS; layer++) {
            progress.check();
            inputs[layer + 1] = layers.get(layer).of(inputs[layer], weights[layer], workers);
            progress.at((layer + 1.0) / Shape.LAYERS);
        }
        return new ForwardPass(pieces, inputs, weights);
    }

    private float[][] embedded(Pieces pieces) {
        float[][] x = new float[pieces.size()][Shape.WIDTH];
        for (int i = 0; i < x.length; i++) {
            float[] word = words[pieces.id(i)];
            for (int j = 0; j < Shape.WIDTH; j++) {
                x[i][j] = word[j] + sentence[j] + places[i][j];
            }
            first.normalise(x[i]);
        }
        return x;
    }
}
