package app.regard.export.picture;

/** The subject of a picture, as a choice. */
public enum What {
    /** Who attends to whom: the whole matrix of weights. */
    HEATMAP,
    /** One of the eight stages, with the sentence, what is lit and the line Why. */
    STAGE,
    /** The sentence with arcs from the focused word. */
    ARCS,
    /** What the focused word attends to. */
    BARS,
    /** What the focused word attends to, laid over the patches of an image. */
    PATCHES,
    /** All eight stages below each other. */
    SHEET;

    /** Whether weights alone are enough for it. */
    public boolean needsTrace() {
        return this == STAGE || this == SHEET;
    }
}
