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
 * A trained model that the program may come with: a graph and a tokenizer among its resources, from a library that the build
 * takes in or leaves out.
 */
public final class BundledModel {
    private static final String INSTEAD = ". Install Regard again; until then the simple table goes on working.";

    private final String key;
    private final ModelShape shape;
    private final ModelConfig config;
    private final String file;
    private final String property;

    /**
     * @param key what it is called where one types
     * @param about what a reader should know of it, in a sentence
     * @param file what the names of its two resources begin with
     * @param property what the build is told, so that it takes the model in; empty if it does unless told not to
     */
    BundledModel(String key, String name, ModelConfig config, String about, String file, String property) {
        this.key = key;
        this.config = config;
        this.file = file;
        this.property = property;
        shape = new ModelShape(name, name, config.layers(), config.heads(), config.mostTokens(), about, "");
    }

    /** What it is called where one types: "minilm". */
    public String key() {
        return key;
    }

    /** Its name and sizes. */
    public ModelShape shape() {
        return shape;
    }

    /** The property of the build that takes it in; empty if the build does so unless told not to. */
    public String property() {
        return property;
    }

    /** Whether this copy of the program holds it. */
    public boolean present() {
        return weights() != null && vocabulary() != null;
    }

    @Nullable
    URL weights() {
        return BundledModel.class.getResource(file + ".onnx");
    }

    private @Nullable URL vocabulary() {
        return BundledModel.class.getResource(file + "-tokenizer.json");
    }

    /**
     * Reads the model, about 100 MB, in the caller's thread.
     *
     * @throws Refusal if it is missing or damaged; the message says what, and that the rest of the program works
     * @throws java.util.concurrent.CancellationException if the progress ends it
     */
    public Transformer load(Progress progress) {
        return load(weights(), vocabulary(), progress);
    }

    Transformer load(@Nullable URL weights, @Nullable URL vocabulary, Progress progress) {
        try {
            URLConnection pieces = open(vocabulary, "-tokenizer.json");
            WordPieces known;
            try (InputStream in = pieces.getInputStream()) {
                known = WordPieces.read(in);
            }
            URLConnection numbers = open(weights, ".onnx");
            try (InputStream in = numbers.getInputStream()) {
                Onnx graph = Onnx.read(in, numbers.getContentLengthLong(), progress, BundledModel::damaged);
                return new Transformer(shape, known, LayerStack.of(config, graph, Progress.NONE));
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

    private URLConnection open(@Nullable URL resource, String kind) throws IOException {
        if (resource == null) {
            throw missing(kind);
        }
        return resource.openConnection();
    }

    private Refusal missing(String kind) {
        if (property.isEmpty()) {
            return new Refusal("This copy of Regard has no trained model: “" + file.substring(1) + kind
                    + "” is missing. Install Regard with its model; until then the simple table goes on working.");
        }
        return new Refusal("This copy of Regard was built without " + shape.name() + ". Build it with -D" + property
                + ", or open the model’s own folder.");
    }
}
