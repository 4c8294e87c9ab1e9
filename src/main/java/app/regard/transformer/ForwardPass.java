package app.regard.transformer;

import app.regard.engine.Workers;
import app.regard.trace.Floats;
import app.regard.trace.Grid;
import app.regard.trace.Origin;
import app.regard.trace.Weights;
import org.jspecify.annotations.Nullable;

/**
 * The intermediates that a pass through a model leaves behind: each layer's input, and the weights of a layer's heads when
 * they are asked for, in floats.
 */
public final class ForwardPass {
    private final ModelShape shape;
    private final Pieces pieces;
    private final LayerStack layers;
    private final float[][][] inputs; // (layers + 1, n, d_model)
    private final Workers workers;

    /** The layer whose weights were asked for last: all of a layer's are needed together, all of a model's hardly ever. */
    private @Nullable Computed last;

    /** @param weights (heads, m keys, n queries) */
    @SuppressWarnings("ArrayRecordComponent") // not compared
    private record Computed(int layer, float[][][] weights) {}

    ForwardPass(ModelShape shape, Pieces pieces, LayerStack layers, float[][][] inputs, Workers workers) {
        this.shape = shape;
        this.pieces = pieces;
        this.layers = layers;
        this.inputs = inputs;
        this.workers = workers;
    }

    /** The model that was passed. */
    public ModelShape model() {
        return shape;
    }

    /** The word pieces that went in. */
    public Pieces pieces() {
        return pieces;
    }

    public int layers() {
        return shape.layers();
    }

    public int heads() {
        return shape.heads();
    }

    /**
     * What a layer is given, (n, d_model): word and position added, and normalised where the model does so, for layer 0, from
     * then on what the layer before it gave; for the number of layers itself, what the model gives.
     */
    public Grid input(int layer) {
        return new Floats(inputs[layer], inputs[layer][0].length);
    }

    /** What a layer's heads give together, through W_O and with b_O, before the residual is added: (n, d_model), in floats. */
    public Grid attended(int layer) {
        float[][] sum = layers.layer(layer).attended(inputs[layer], workers);
        return new Floats(sum, sum[0].length);
    }

    /** What a layer's heads read: its input, normalised where the model does that first. */
    float[][] read(int layer) {
        return layers.layer(layer).read(inputs[layer]);
    }

    /** The weights of a head, both counted from 0, (n, n). */
    public Weights weights(int layer, int head) {
        return new Weights(
                pieces.sentence(),
                pieces.sentence(),
                new Floats(computed(layer)[head], pieces.size()).transposed(),
                Origin.COMPUTED);
    }

    private synchronized float[][][] computed(int layer) {
        Computed known = last;
        if (known == null || known.layer() != layer) {
            known = new Computed(layer, layers.layer(layer).weights(inputs[layer], workers));
            last = known;
        }
        return known.weights();
    }

    /** A word's vector in the input of layer 0 or after so many layers, (d_model): the mean of its pieces' vectors. */
    public double[] vector(int layers, Pieces.Word word) {
        double[] mean = new double[inputs[layers][0].length];
        int pieces = word.to() - word.from();
        for (int i = word.from(); i < word.to(); i++) {
            for (int d = 0; d < mean.length; d++) {
                mean[d] += (double) inputs[layers][i][d] / pieces;
            }
        }
        return mean;
    }
}
