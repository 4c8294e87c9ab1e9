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
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The trained model all-MiniLM-L6-v2 (Apache-2.0): 6 layers of 12 heads, d_model 384, d_k 32, bidirectional, tuned to
 * compare sentences, not to predict the next word. It never changes once it is read, and any number of threads may use
 * it; whoever drops it has unloaded it.
 */
public final class MiniLm {
    public static final String NAME = "all-MiniLM-L6-v2";
    public static final int LAYERS = Shape.LAYERS;
    public static final int HEADS = Shape.HEADS;

    /** The most word pieces that it reads, [CLS] and [SEP] among them. */
    public static final int MOST_PIECES = Shape.PIECES;
    /** All of this for those who do not know which model it is. */
    public static final ModelShape SHAPE = new ModelShape(NAME, LAYERS, HEADS, MOST_PIECES);

    private static final String WEIGHTS = "/all-minilm-l6-v2.onnx";
    private static final String VOCABULARY = "/all-minilm-l6-v2-tokenizer.json";
    private static final List<String> DIMENSIONS = numbers(Shape.WIDTH);
    private static final List<String> COLUMNS = numbers(Shape.HEAD);

    private final WordPieces vocabulary;
    private final Encoder encoder;

    private MiniLm(WordPieces vocabulary, Encoder encoder) {
        this.vocabulary = vocabulary;
        this.encoder = encoder;
    }

    /** Whether this copy of the program holds the model. */
    public static boolean present() {
        return MiniLm.class.getResource(WEIGHTS) != null && MiniLm.class.getResource(VOCABULARY) != null;
    }

    /**
     * Reads the model, 90 MB, in the caller's thread.
     *
     * @throws Refusal if it is missing or damaged; the message says what, and that the rest of the program works
     * @throws java.util.concurrent.CancellationException if the progress ends it
     */
    public static MiniLm load(Progress progress) {
        return load(MiniLm.class.getResource(WEIGHTS), MiniLm.class.getResource(VOCABULARY), progress);
    }

    static MiniLm load(@Nullable URL weights, @Nullable URL vocabulary, Progress progress) {
        try {
            URLConnection pieces = open(vocabulary, VOCABULARY);
            WordPieces known;
            try (InputStream in = pieces.getInputStream()) {
                known = WordPieces.read(in);
            }
            URLConnection numbers = open(weights, WEIGHTS);
            try (InputStream in = numbers.getInputStream()) {
                return new MiniLm(known, Encoder.of(Onnx.read(in, numbers.getContentLengthLong(), progress)));
            }
        } catch (IOException e) {
            throw Onnx.damaged("it cannot be read (" + e.getMessage() + ")");
        }
    }

    private static URLConnection open(@Nullable URL resource, String name) throws IOException {
        if (resource == null) {
            throw new Refusal("This copy of Regard has no trained model: “" + name.substring(1)
                    + "” is missing. Install Regard with its model; until then the simple table goes on working.");
        }
        return resource.openConnection();
    }

    /** A text in word pieces, at most {@link #MOST_PIECES}. */
    public Pieces pieces(String text) {
        return vocabulary.of(text);
    }

    /**
     * Every layer's input and the weights of all heads for a text.
     *
     * @throws Refusal if the text has no word
     * @throws java.util.concurrent.CancellationException if the progress ends it
     */
    public ForwardPass pass(String text, Workers workers, Progress progress) {
        Pieces pieces = pieces(text);
        if (pieces.size() == 2) {
            throw new Refusal("No word yet: type a sentence.");
        }
        return encoder.pass(pieces, workers, progress);
    }

    /**
     * What {@link app.regard.engine.Attention} needs to show one head in doubles: the layer's input as X, with the
     * positions already inside, and the head's own slices of the projections.
     *
     * @param mask other than {@link Mask#NONE} it is a what-if: the model was trained without
     * @throws Refusal if there is no such layer or head
     */
    public Inputs inputs(ForwardPass passed, HeadId of, Mask mask, double temperature) {
        Head shown = head(of);
        var x = passed.input(of.layer());
        Side side = new Side(
                passed.pieces().sentence(),
                Matrix.fill(x.rows(), x.cols(), x::at),
                NAME + ", input of layer " + of.layer(),
                OptionalInt.of(of.layer()));
        return new Inputs(side, side, shown, mask, Positions.NONE, temperature);
    }

    /**
     * One head: its slices of W_Q, W_K and W_V, (384, 32), with their biases.
     *
     * @throws Refusal if there is no such layer or head
     */
    public Head head(HeadId of) {
        require(of);
        return new Head(
                of.text(),
                NAME + ", learned",
                DIMENSIONS,
                projection(of, 0),
                projection(of, 1),
                projection(of, 2),
                List.of());
    }

    /** The head's slice of W_O, (32, 384): its output times this is what it adds to the layer's input. */
    public Matrix outputSlice(HeadId of) {
        require(of);
        Layer layer = encoder.layer(of.layer());
        return Matrix.fill(Shape.HEAD, Shape.WIDTH, (k, j) -> layer.output(of.head() * Shape.HEAD + k, j));
    }

    /** What the layer adds besides, for all its heads together: the bias of W_O, (1, 384). */
    public Matrix outputBias(int layer) {
        require(new HeadId(layer, 0));
        return Matrix.fill(1, Shape.WIDTH, (zero, j) -> encoder.layer(layer).output(-1, j));
    }

    /** What a head adds to its layer's input: its outputs times its slice of W_O, (n, 384). */
    public Matrix added(Matrix outputs, HeadId of) {
        return Algebra.times(outputs, outputSlice(of));
    }

    private Projection projection(HeadId of, int which) {
        Layer layer = encoder.layer(of.layer());
        int first = of.head() * Shape.HEAD;
        return new Projection(
                Matrix.fill(Shape.WIDTH, Shape.HEAD, (k, j) -> layer.projection(which, k, first + j)),
                Matrix.fill(1, Shape.HEAD, (zero, j) -> layer.projection(which, -1, first + j)),
                COLUMNS);
    }

    private static void require(HeadId of) {
        if (of.layer() < 0 || of.layer() >= LAYERS || of.head() < 0 || of.head() >= HEADS) {
            throw new Refusal("There is no head " + of.text() + ": " + NAME + " has the layers 0 to " + (LAYERS - 1)
                    + " with the heads 0 to " + (HEADS - 1) + ".");
        }
    }

    private static List<String> numbers(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }
}
