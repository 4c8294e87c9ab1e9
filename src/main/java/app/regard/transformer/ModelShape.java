package app.regard.transformer;

/**
 * What is known of a trained model before it is read.
 *
 * @param name as it was published
 * @param layers how many layers
 * @param heads how many heads a layer has
 * @param mostPieces the most word pieces of a sentence that it reads
 */
public record ModelShape(String name, int layers, int heads, int mostPieces) {
    /** How many heads all layers have together. */
    public int allHeads() {
        return layers * heads;
    }
}
