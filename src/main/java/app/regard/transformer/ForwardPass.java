package app.regard.transformer;

import app.regard.trace.Floats;
import app.regard.trace.Grid;
import app.regard.trace.Origin;
import app.regard.trace.Weights;

/**
 * The intermediates that a pass through the model leaves behind: each layer's input and the weights of all heads, in
 * floats.
 */
public final class ForwardPass {
    private final Pieces pieces;
    private final float[][][] inputs; // (layers + 1, n, 384)
    private final float[][][][] weights; // (layers, heads, m keys, n queries)

    ForwardPass(Pieces pieces, float[][][] inputs, float[][][][] weights) {
        this.pieces = pieces;
        this.inputs = inputs;
        this.weights = weights;
    }

    /** The word pieces that went in. */
    public Pieces pieces() {
        return pieces;
    }

    public int layers() {
        return weights.length;
    }

    public int heads() {
        return weights[0].length;
    }

    /**
     * What a layer reads, (n, 384): word and position added and normalised for layer 0, from then on what the layer
     * before it gave; for the number of layers itself, what the last layer gave.
     */
    public Grid input(int layer) {
        return new Floats(inputs[layer], Shape.WIDTH);
    }

    /** The weights of a head, both counted from 0, (n, n). */
    public Weights weights(int layer, int head) {
        return new Weights(
                pieces.sentence(),
                pieces.sentence(),
                new Floats(weights[layer][head], pieces.size()).transposed(),
                Origin.COMPUTED);
    }

    /** A word's vector in the input of layer 0 or after so many layers, (384): the mean of its pieces' vectors. */
    public double[] vector(int layers, Pieces.Word word) {
        double[] mean = new double[Shape.WIDTH];
        int pieces = word.to() - word.from();
        for (int i = word.from(); i < word.to(); i++) {
            for (int d = 0; d < mean.length; d++) {
                mean[d] += (double) inputs[layers][i][d] / pieces;
            }
        }
        return mean;
    }
}
