package app.regard.transformer;

import app.regard.engine.Algebra;
import app.regard.engine.Workers;
import app.regard.trace.Head;
import app.regard.trace.HeadId;
import app.regard.trace.Inputs;
import app.regard.trace.Mask;
import app.regard.trace.Matrix;
import app.regard.trace.Positions;
import app.regard.trace.Progress;
import app.regard.trace.Projection;
import app.regard.trace.Refusal;
import app.regard.trace.Side;
import app.regard.transformer.tensor.Tensors;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A trained model that was read. It never changes, and any number of threads may use it; whoever drops it has unloaded it.
 */
public final class Transformer {
    private final ModelShape shape;
    private final Tokenizer tokenizer;
    private final LayerStack layers;

    Transformer(ModelShape shape, Tokenizer tokenizer, LayerStack layers) {
        this.shape = shape;
        this.tokenizer = tokenizer;
        this.layers = layers;
    }

    /** Its name and sizes. */
    public ModelShape shape() {
        return shape;
    }

    /** A text in word pieces, as many as the model reads. */
    public Pieces pieces(String text) {
        return tokenizer.of(text, shape.mostPieces());
    }

    /**
     * Every layer's input, and the weights of all heads when they are asked for.
     *
     * @throws Refusal if the text has no word, or a layer gives what is no number
     * @throws java.util.concurrent.CancellationException if the progress ends it
     */
    public ForwardPass pass(String text, Workers workers, Progress progress) {
        Pieces pieces = pieces(text);
        if (pieces.wordless()) {
            throw new Refusal("No word yet: type a sentence.");
        }
        float[][][] inputs = layers.pass(pieces, workers, progress);
        if (!finite(inputs[shape.layers()])) { // what is no number stays in all layers after it
            int layer = IntStream.range(0, shape.layers())
                    .filter(l -> !finite(inputs[l + 1]))
                    .findFirst()
                    .orElseThrow();
            throw new Refusal(shape.name() + " gives what is no number in layer " + layer
                    + ": its weights are damaged, or too large for 32-bit numbers. Save the model again.");
        }
        return new ForwardPass(shape, pieces, layers, inputs, workers);
    }

    private static boolean finite(float[][] rows) {
        return Arrays.stream(rows).allMatch(Tensors::finite);
    }

    /**
     * What {@link app.regard.engine.Attention} needs to show one head in doubles: what the layer's heads read as X, with
     * the positions already inside, and the head's own slices of the projections.
     *
     * @param mask other than {@link Mask#NONE} it is a what-if, added to the model's own
     * @throws Refusal if there is no such layer or head
     */
    public Inputs inputs(ForwardPass passed, HeadId of, Mask mask, double temperature) {
        Head shown = head(of);
        float[][] x = passed.read(of.layer());
        Side side = new Side(
                passed.pieces().sentence(),
                Matrix.fill(x.length, sizes().width(), (i, j) -> x[i][j]),
                shape.name() + ", input of layer " + of.layer() + (decoder() ? ", normalised" : ""),
                OptionalInt.of(of.layer()));
        Mask all = decoder() ? Mask.OWN.and(mask) : mask;
        return new Inputs(side, side, shown, all, Positions.NONE, temperature);
    }

    /**
     * One head: its slices of W_Q, W_K and W_V, (d_model, d_k), with their biases.
     *
     * @throws Refusal if there is no such layer or head
     */
    public Head head(HeadId of) {
        require(of);
        return new Head(
                of.text(),
                shape.name() + ", learned",
                numbers(sizes().width()),
                projection(of, 0),
                projection(of, 1),
                projection(of, 2),
                List.of());
    }

    /** The head's slice of W_O, (d_k, d_model): its output times this is what it adds to the layer's input. */
    public Matrix outputSlice(HeadId of) {
        require(of);
        Layer layer = layers.layer(of.layer());
        int first = of.head() * sizes().headWidth();
        return Matrix.fill(sizes().headWidth(), sizes().width(), (k, j) -> layer.output(first + k, j));
    }

    /** What the layer adds besides, for all its heads together: the bias of W_O, (1, d_model). */
    public Matrix outputBias(int layer) {
        require(new HeadId(layer, 0));
        return Matrix.fill(1, sizes().width(), (zero, j) -> layers.layer(layer).output(-1, j));
    }

    /** What a head adds to its layer's input: its outputs times its slice of W_O, (n, d_model). */
    public Matrix added(Matrix outputs, HeadId of) {
        return Algebra.times(outputs, outputSlice(of));
    }

    private ModelConfig sizes() {
        return layers.sizes();
    }

    private boolean decoder() {
        return sizes().family().decoder();
    }

    private Projection projection(HeadId of, int which) {
        Layer layer = layers.layer(of.layer());
        int width = sizes().headWidth();
        int first = of.head() * width;
        return new Projection(
                Matrix.fill(sizes().width(), width, (k, j) -> layer.projection(which, k, first + j)),
                Matrix.fill(1, width, (zero, j) -> layer.projection(which, -1, first + j)),
                numbers(width));
    }

    private void require(HeadId of) {
        if (of.layer() < 0 || of.layer() >= shape.layers() || of.head() < 0 || of.head() >= shape.heads()) {
            throw new Refusal("There is no head " + of.text() + ": " + shape.name() + " has the layers 0 to "
                    + (shape.layers() - 1) + " with the heads 0 to " + (shape.heads() - 1) + ".");
        }
    }

    private static List<String> numbers(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }
}
