package app.regard.transformer;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The models that the program knows by name. */
public final class KnownModels {
    private static final String BGE = "%s (MIT, BAAI) reads %s, both ways; it was tuned to find texts that answer a "
            + "question, not to predict the next word.";

    /** BAAI's small model of English (Xiao et al. 2023): 12 layers of 12 heads, d_model 384. */
    public static final BundledModel BGE_ENGLISH = new BundledModel(
            "bge-small-en",
            "bge-small-en-v1.5",
            new ModelConfig(Family.BERT, 12, 12, 384, 1536, 512, 0, 30522, 2, Activation.GELU, 1e-12),
            BGE.formatted("bge-small-en-v1.5", "English"),
            "/bge-small-en-v1.5",
            "bge-small-en");

    /** The same of Chinese: 4 layers of 8 heads, d_model 512; it tells upper from lower case. */
    public static final BundledModel BGE_CHINESE = new BundledModel(
            "bge-small-zh",
            "bge-small-zh-v1.5",
            new ModelConfig(Family.BERT, 4, 8, 512, 2048, 512, 0, 21128, 2, Activation.GELU, 1e-12),
            BGE.formatted("bge-small-zh-v1.5", "Chinese"),
            "/bge-small-zh-v1.5",
            "bge-small-zh");

    /** All of them; what each copy of the program holds, each says itself. */
    public static final List<BundledModel> ALL = List.of(MiniLm.MODEL, BGE_ENGLISH, BGE_CHINESE);

    private KnownModels() {}

    /** The model of a name, in full or in short; none where it is not known, so that it may be a folder. */
    public static Optional<BundledModel> model(String name) {
        return ALL.stream()
                .filter(m -> m.key().equalsIgnoreCase(name) || m.shape().name().equalsIgnoreCase(name))
                .findFirst();
    }

    /**
     * What is known of a model before it is read.
     *
     * @param name a name that the program knows, or a folder
     * @throws app.regard.trace.Refusal if there is no such model
     */
    public static ModelShape shape(String name) {
        return model(name).map(BundledModel::shape).orElseGet(() -> ModelFolder.open(name)
                .shape());
    }

    /** Those that this copy of the program holds. */
    public static List<BundledModel> present() {
        return ALL.stream().filter(BundledModel::present).toList();
    }

    /** The short names with the names of those that a copy usually holds, or this one does: "minilm (all-MiniLM-L6-v2)". */
    public static String names() {
        return ALL.stream()
                .filter(m -> m.property().isEmpty() || m.present())
                .map(m -> m.key() + " (" + m.shape().name() + ")")
                .collect(Collectors.joining(", "));
    }
}
