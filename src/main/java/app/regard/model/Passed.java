package app.regard.model;

import app.regard.trace.Grid;
import app.regard.trace.Origin;
import app.regard.trace.Weights;
import java.util.List;
import java.util.stream.IntStream;

/** All that a pass through the model leaves behind: each layer's input and the weights of all heads, in floats. */
public final class Passed {
    private final Pieces pieces;
    private final float[][][] inputs; // (layers + 1, n, 384)
    private final float[][][][] weights; // (layers, heads, m keys, n queries)

    Passed(Pieces pieces, float[][][] inputs, float[][][][] weights) {
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

    /** The average of a layer's heads, (n, n). */
    public Weights layerAverage(int layer) {
        return Derived.average(IntStream.range(0, heads())
                .mapToObj(head -> weights(layer, head))
                .toList());
    }

    /** The average of all heads of all layers, (n, n). */
    public Weights average() {
        return Derived.average(
                IntStream.range(0, layers()).mapToObj(this::layerAverage).toList());
    }

    /** Attention rollout over all layers, (n, n); on word pieces, as it is defined. */
    public Weights rollout() {
        return Derived.rollout(
                IntStream.range(0, layers()).mapToObj(this::layerAverage).toList());
    }

    /** The places of the pieces that stand for something in the text: all but [CLS] and [SEP]. */
    public List<Integer> written() {
        return IntStream.range(0, pieces.size())
                .filter(i -> !pieces.get(i).special())
                .boxed()
                .toList();
    }

    /**
     * How alike two tokens are as they go through the model: the cosine of the angle between them, −1 to 1, in the input
     * of layer 0, after it, and so on to the last layer.
     *
     * @param i a token of this text
     * @param other this pass or another one, of another text
     * @param j a token of the other text
     * @return one number more than there are layers
     */
    public List<Double> cosines(int i, Passed other, int j) {
        return IntStream.rangeClosed(0, layers())
                .mapToObj(layer -> cosine(inputs[layer][i], other.inputs[layer][j]))
                .toList();
    }

    private static double cosine(float[] x, float[] y) {
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int d = 0; d < x.length; d++) {
            xy += (double) x[d] * y[d];
            xx += (double) x[d] * x[d];
            yy += (double) y[d] * y[d];
        }
        return xx == 0 || yy == 0 ? 0 : Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
    }
}
