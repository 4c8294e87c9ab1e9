package app.regard.transformer;

/**
 * The sizes and settings of a model, as far as its arithmetic needs them.
 *
 * @param layers how many layers
 * @param heads how many heads a layer has; they share the width evenly
 * @param width d_model: of a layer's input
 * @param inner the width between the two maps of a layer
 * @param positions the rows of the table of positions
 * @param firstPosition the row that the first token has in it; the one before it, if any, is that of padding, and its
 *     number that of the token for it
 * @param vocabulary how many tokens the model knows
 * @param kinds the rows of the table of first and second sentence; 0 where there is none
 * @param epsilon what its normalisations add to the variance
 */
record ModelConfig(
        Family family,
        int layers,
        int heads,
        int width,
        int inner,
        int positions,
        int firstPosition,
        int vocabulary,
        int kinds,
        Activation activation,
        double epsilon) {
    ModelConfig {
        if (layers < 1 || heads < 1 || width < 1 || width % heads != 0 || positions <= firstPosition) {
            throw new IllegalArgumentException("no model has " + layers + " layers of " + heads + " heads, width "
                    + width + ", with " + positions + " positions from " + firstPosition);
        }
    }

    /** d_k = d_v: the width of a head. */
    int headWidth() {
        return width / heads;
    }

    /** The most tokens at once, special ones among them: it has learned no more positions. */
    int mostTokens() {
        return positions - firstPosition;
    }

    /** How many numbers are kept in memory as long as the model is: its matrices, without the tables. */
    long numbers() {
        return layers * (4L * width * width + 2L * width * inner);
    }
}
