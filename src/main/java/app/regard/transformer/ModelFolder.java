package app.regard.transformer;

import app.regard.file.JsonCursor;
import app.regard.file.WholeFile;
import app.regard.text.Printable;
import app.regard.trace.Progress;
import app.regard.trace.Refusal;
import app.regard.transformer.tensor.Checkpoint;
import app.regard.transformer.tensor.Onnx;
import app.regard.transformer.tensor.Tensors;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * A model's folder as Hugging Face's save_pretrained writes it: config.json, model.safetensors, or an index of several such
 * files, and what its tokenizer is made of; or one with a graph, model.onnx, and a tokenizer.
 */
public final class ModelFolder {
    private static final int LARGEST_CONFIG = 1 << 20;
    private static final int LARGEST_INDEX = 1 << 26;
    private static final int LONGEST_HEADER = 1 << 24;
    private static final int MOST_FILES = 1000;

    /** In megabytes: the window, the model that comes with the program, a large tokenizer, and the work at hand. */
    private static final int BESIDES = 250;

    private static final String CONFIG = "config.json";
    private static final String WEIGHTS = "model.safetensors";
    private static final String GRAPH = "model.onnx";
    private static final String INDEX = "model.safetensors.index.json";
    private static final String SNAPSHOTS = "snapshots";
    private static final String CACHED = "models--";

    /** What a model is saved in: whoever has one of these has its folder. */
    private static final Set<String> PARTS = Set.of(
            CONFIG,
            WEIGHTS,
            INDEX,
            GRAPH,
            "pytorch_model.bin",
            "tokenizer.json",
            "tokenizer_config.json",
            "vocab.json",
            "vocab.txt",
            "merges.txt");

    private final Path folder;
    private final ModelConfig config;
    private final List<Path> weights;
    private final ModelShape shape;

    private ModelFolder(Path folder, ModelConfig config, List<Path> weights, String fingerprint) {
        this.folder = folder;
        this.config = config;
        this.weights = weights;
        String name = name(folder);
        shape = new ModelShape(
                folder.toString(),
                name,
                config.layers(),
                config.heads(),
                config.mostTokens(),
                String.format(
                        Locale.ROOT,
                        "%s is a %s of %d layers with %d heads, d_model %d, out of a folder. It reads %s.",
                        name,
                        config.family().title(),
                        config.layers(),
                        config.heads(),
                        config.width(),
                        config.family().decoder()
                                ? "from left to right: no token sees one after it, which is its own mask and no what-if"
                                : "both ways"),
                fingerprint);
    }

    /** Its last name, and in the cache of Hugging Face's hub, where that is a checksum, the model's. */
    private static String name(Path folder) {
        Path parent = folder.getParent();
        Path model = parent == null || !parent.endsWith(SNAPSHOTS) ? null : parent.getParent();
        String cached = model == null ? "" : String.valueOf(model.getFileName());
        return cached.startsWith(CACHED)
                ? cached.substring(cached.lastIndexOf("--") + 2)
                : String.valueOf(folder.getFileName());
    }

    /** The folder of the model that a file is a part of, by its name and by what lies beside it. */
    public static Optional<Path> around(Path file) {
        return Optional.ofNullable(file.toAbsolutePath().getParent())
                .filter(folder -> PARTS.contains(String.valueOf(file.getFileName())))
                .filter(folder -> Files.exists(folder.resolve(CONFIG)) || Files.exists(folder.resolve(GRAPH)));
    }

    /** Where to look instead: a folder below, as the hub's cache keeps them, or where the models of a folder lie. */
    private static String below(Path folder) {
        return Stream.of(folder, folder.resolve(SNAPSHOTS))
                .map(at -> at.toFile()
                        .listFiles(inside -> Files.exists(inside.toPath().resolve(CONFIG))))
                .filter(found -> found != null && found.length > 0)
                .map(found ->
                        Arrays.stream(found).sorted().findFirst().orElseThrow().toPath())
                .map(found ->
                        "Open “" + Printable.message(folder.relativize(found).toString()) + "” in it.")
                .findFirst()
                .orElse(
                        "Choose one that save_pretrained wrote, with config.json, model.safetensors and tokenizer.json.");
    }

    /**
     * Looks into a folder; the weights are not read yet.
     *
     * @throws Refusal if it is no model's, or of one that is not computed here
     */
    public static ModelFolder open(String given) {
        Path folder = path(given);
        if (Files.isRegularFile(folder)) {
            throw new Refusal("“" + given + "” is a file: a model is opened by its folder, with config.json, "
                    + "model.safetensors and tokenizer.json in it.");
        }
        if (!Files.isDirectory(folder)) {
            throw new Refusal("There is no model “" + given + "”"
                    + (folder.toString().equals(given)
                            ? ": its folder is gone. Put it back, or open the model where it is now."
                            : ". Known by name: " + KnownModels.names()
                                    + ". Any other is opened by its folder, as save_pretrained writes it."));
        }
        boolean graph = !Files.exists(folder.resolve(WEIGHTS))
                && !Files.exists(folder.resolve(INDEX))
                && Files.exists(folder.resolve(GRAPH));
        if (!graph && !Files.exists(folder.resolve(CONFIG))) {
            throw new Refusal(
                    WholeFile.name(folder) + " is no model’s folder: it has no config.json. " + below(folder));
        }
        boolean told = Files.exists(folder.resolve(CONFIG));
        String config = told ? WholeFile.text(folder.resolve(CONFIG), LARGEST_CONFIG) : "";
        ModelConfig sizes = told
                ? ConfigFile.read(config, called(folder, CONFIG))
                : OnnxConfig.of(graph(folder, Progress.NONE), called(folder, GRAPH));
        if (graph && sizes.family().decoder()) {
            throw new Refusal(called(folder, GRAPH) + " is a " + sizes.family().title() + "’s graph, which is not read "
                    + "here. Save the model with save_pretrained, as model.safetensors.");
        }
        List<Path> weights = graph ? List.of(folder.resolve(GRAPH)) : weights(folder);
        return new ModelFolder(folder, sizes, weights, fingerprint(config, weights));
    }

    private static Onnx graph(Path folder, Progress progress) {
        Path file = folder.resolve(GRAPH);
        try (InputStream in = WholeFile.open(file)) {
            return Onnx.read(
                    in,
                    Files.size(file),
                    progress,
                    how -> new Refusal(called(folder, GRAPH) + " is damaged: " + how + "."));
        } catch (IOException e) {
            throw WholeFile.unreadable(file, e);
        }
    }

    private static Path path(String given) {
        return within(Path.of(""), given).toAbsolutePath().normalize();
    }

    private static Path within(Path folder, String given) {
        try {
            return folder.resolve(given);
        } catch (InvalidPathException e) {
            throw new Refusal("“" + Printable.message(given) + "” cannot be the name of a file or a folder.");
        }
    }

    /** Its name and sizes. */
    public ModelShape shape() {
        return shape;
    }

    /**
     * Reads the model in the caller's thread.
     *
     * @throws Refusal if a file is missing or damaged, or there is not memory enough
     * @throws java.util.concurrent.CancellationException if the progress ends it
     */
    public Transformer load(Progress progress) {
        try {
            return read(progress);
        } catch (OutOfMemoryError e) {
            throw new Refusal(WholeFile.name(folder) + " needs more memory than this program may use: start it with "
                    + "java -Xmx" + ((config.numbers() >> 18) + BESIDES) + "m.");
        }
    }

    private Transformer read(Progress progress) {
        Tokenizer tokenizer = TokenizerFolder.read(folder, config.family());
        if (tokenizer.highestId() >= config.vocabulary()) {
            throw new Refusal(WholeFile.name(folder) + ": its tokenizer has a piece of the number "
                    + tokenizer.highestId() + ", but vocab_size in config.json is " + config.vocabulary()
                    + ". Save the tokenizer that belongs to this model.");
        }
        if (tokenizer.frame().size() >= config.mostTokens()) {
            throw new Refusal(WholeFile.name(folder) + ": its tokenizer adds "
                    + tokenizer.frame().size() + " pieces to a text, and the model reads " + config.mostTokens()
                    + " at most.");
        }
        boolean graph = weights.get(0).endsWith(GRAPH);
        Tensors tensors = graph
                ? graph(folder, progress)
                : new Checkpoint(weights, config.family().decoder(), WholeFile.name(folder), progress);
        LayerStack layers = LayerStack.of(config, tensors, graph ? Progress.NONE : progress);
        return new Transformer(shape, tokenizer, layers);
    }

    /** What messages call a file of a folder. */
    static String called(Path folder, String file) {
        return "“" + folder.getFileName() + "/" + file + "”";
    }

    private static List<Path> weights(Path folder) {
        if (Files.exists(folder.resolve(WEIGHTS))) {
            return List.of(folder.resolve(WEIGHTS));
        }
        if (!Files.exists(folder.resolve(INDEX))) {
            throw new Refusal(WholeFile.name(folder) + " has no model.safetensors." + instead(folder));
        }
        JsonCursor index = JsonCursor.of(WholeFile.text(folder.resolve(INDEX), LARGEST_INDEX), called(folder, INDEX));
        TreeSet<String> names = new TreeSet<>();
        index.at("weight_map").all().values().forEach(part -> {
            String name = part.text();
            boolean plain = name.endsWith(".safetensors") && name.indexOf('/') < 0 && name.indexOf('\\') < 0;
            if (!plain || !Files.isRegularFile(within(folder, name))) {
                throw part.refusal(part.quoted() + " is no .safetensors file in this folder");
            }
            names.add(name);
        });
        if (names.isEmpty() || names.size() > MOST_FILES) {
            throw index.at("weight_map")
                    .refusal("it names " + names.size() + " files; 1 to " + MOST_FILES + " are read");
        }
        return names.stream().map(folder::resolve).toList();
    }

    /** What to do about weights that were saved in another way. */
    private static String instead(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names = files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
            for (String kind : List.of("pytorch", "tf", "flax")) {
                Optional<String> found = names.stream()
                        .filter(name -> name.startsWith(kind + "_model"))
                        .findFirst();
                if (found.isPresent()) {
                    return " Only Python can unpack its " + Printable.message(found.get()) + ": load it there"
                            + (kind.equals("pytorch") ? "" : " with from_pretrained(folder, from_" + kind + "=True)")
                            + " and save it again with save_pretrained(folder, safe_serialization=True).";
                }
            }
        } catch (IOException e) {
            throw WholeFile.unreadable(folder, e);
        }
        return " Save the model with save_pretrained.";
    }

    /** A checksum of the config, and of each file's header and size: the same wherever the folder is copied to. */
    private static String fingerprint(String config, List<Path> weights) {
        CRC32 sum = new CRC32();
        sum.update(config.getBytes(StandardCharsets.UTF_8));
        for (Path file : weights) {
            try (InputStream in = WholeFile.open(file)) {
                byte[] start = in.readNBytes(Long.BYTES);
                sum.update(start);
                long length = start.length < Long.BYTES
                        ? 0
                        : ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).getLong();
                sum.update(in.readNBytes((int) Math.max(0, Math.min(length, LONGEST_HEADER))));
                sum.update(ByteBuffer.allocate(Long.BYTES)
                        .putLong(Files.size(file))
                        .flip());
            } catch (IOException e) {
                throw WholeFile.unreadable(file, e);
            }
        }
        return String.format(Locale.ROOT, "%08x", sum.getValue());
    }
}
