package app.regard.transformer;

/**
 * The model that the program usually comes with: all-MiniLM-L6-v2 (Apache-2.0), 6 layers of 12 heads, d_model 384, d_k 32,
 * bidirectional, tuned to compare sentences, not to predict the next word.
 */
public final class MiniLm {
    public static final String NAME = "all-MiniLM-L6-v2";
    public static final int LAYERS = 6;
    public static final int HEADS = 12;

    /** Its files and sizes. */
    public static final BundledModel MODEL = new BundledModel(
            "minilm",
            NAME,
            new ModelConfig(Family.BERT, LAYERS, HEADS, 384, 1536, 512, 0, 30522, 2, Activation.GELU, 1e-12),
            NAME + " (Apache-2.0) reads both ways; it was tuned to compare sentences, not to predict the next word.",
            "/all-minilm-l6-v2",
            "");

    private MiniLm() {}
}
