package app.regard.transformer;

import app.regard.trace.Progress;
import app.regard.trace.Refusal;
import app.regard.transformer.tensor.Onnx;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import org.jspecify.annotations.Nullable;

/**
 * The model that comes with the program: all-MiniLM-L6-v2 (Apache-2.0), 6 layers of 12 heads, d_model 384, d_k 32,
 * bidirectional, tuned to compare sentences, not to predict the next word.
 */
public final class MiniLm {
    public static final String NAME = "all-MiniLM-L6-v2";
    public static final int LAYERS = 6;
    public static final int HEADS = 12;

    private static final ModelConfig SIZES =
            new ModelConfig(Family.BERT, LAYERS, HEADS, 384, 1536, 512, 0, 30522, 2, Activation.GELU, 1e-12);

    /** All of this for those who do not know which model it is. */
    public static final ModelShape SHAPE = new ModelShape(
            NAME,
            NAME,
            LAYERS,
            HEADS,
            SIZES.mostTokens(),
            NAME + " (Apache-2.0) reads both ways; it was tuned to compare sentences, not to predict the next word.",
            "");

    private static final String WEIGHTS = "/all-minilm-l6-v2.onnx";
    private static final String VOCABULARY = "/all-minilm-l6-v2-tokenizer.json";

    private static final String INSTEAD = ". Install Regard again; until then the simple table goes on working.";

    private MiniLm() {}

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
    public static Transformer load(Progress progress) {
        return load(MiniLm.class.getResource(WEIGHTS), MiniLm.class.getResource(VOCABULARY), progress);
    }

    static Transformer load(@Nullable URL weights, @Nullable URL vocabulary, Progress progress) {
        try {
            URLConnection pieces = open(vocabulary, VOCABULARY);
            WordPieces known;
            try (InputStream in = pieces.getInputStream()) {
                known = WordPieces.read(in);
            }
            URLConnection numbers = open(weights, WEIGHTS);
            try (InputStream in = numbers.getInputStream()) {
                Onnx file = Onnx.read(in, numbers.getContentLengthLong(), progress, MiniLm::damaged);
                return new Transformer(SHAPE, known, LayerStack.of(SIZES, file, Progress.NONE));
            }
        } catch (IOException e) {
            throw damaged("it cannot be read (" + e.getMessage() + ")");
        }
    }

    /** What is said about a file that cannot be used. */
    static Refusal damaged(String how) {
        return new Refusal("The trained model’s file is damaged: " + how + INSTEAD);
    }

    /** The same of its list of word pieces. */
    static Refusal damagedPieces(String how) {
        return new Refusal("The trained model’s list of word pieces is damaged: " + how + INSTEAD);
    }

    private static URLConnection open(@Nullable URL resource, String name) throws IOException {
        if (resource == null) {
            throw new Refusal("This copy of Regard has no trained model: “" + name.substring(1)
                    + "” is missing. Install Regard with its model; until then the simple table goes on working.");
        }
        return resource.openConnection();
    }
}
