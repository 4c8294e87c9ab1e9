package app.regard.transformer;

/** The sizes of all-MiniLM-L6-v2. */
final class Shape {
    static final int LAYERS = 6;
    static final int HEADS = 12;
    /** d_model: the width of a layer's input. */
    static final int WIDTH = 384;
    /** d_k = d_v: the width of a head. */
    static final int HEAD = WIDTH / HEADS;
    /** The width between the two maps of the feed-forward part. */
    static final int INNER = 1536;
    /** The most word pieces at once, [CLS] and [SEP] among them: it has learned no more positions. */
    static final int PIECES = 512;
    /** How many word pieces it knows. */
    static final int VOCABULARY = 30522;

    private Shape() {}
}
