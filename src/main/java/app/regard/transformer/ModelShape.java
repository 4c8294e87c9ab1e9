package app.regard.transformer;

/**
 * The sizes of a trained model, known before it is read.
 *
 * @param id what it is asked for by: its name, or its folder
 * @param name as it was published, or what its folder is called
 * @param layers how many layers
 * @param heads how many heads a layer has
 * @param mostPieces the most word pieces of a sentence that it reads
 * @param about what a reader should know of it, in a sentence
 * @param fingerprint what a folder is known again by; empty for a model that comes with the program
 */
public record ModelShape(
        String id, String name, int layers, int heads, int mostPieces, String about, String fingerprint) {
    /** How many heads all layers have together. */
    public int allHeads() {
        return layers * heads;
    }
}
