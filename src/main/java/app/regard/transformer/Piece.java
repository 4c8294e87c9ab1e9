package app.regard.transformer;

/**
 * One word piece of a text.
 *
 * @param text as the vocabulary has it: with “##” before what goes on inside a word, or “Ġ” for the space before one;
 *     “[UNK]” for what it cannot spell; “[CLS]”, “[SEP]” and the like for those that the model adds
 * @param shown the same as a reader sees it: “·” for a space, and a byte’s letters as what they spell
 * @param id its place in the vocabulary
 * @param start where it begins in the text, in chars
 * @param end where it ends, exclusive; for those that are added the same as start
 * @param word the place of the word that it belongs to, counted from 0; −1 for those that are added
 */
public record Piece(String text, String shown, int id, int start, int end, int word) {
    /** A piece that is shown as the vocabulary has it. */
    public Piece(String text, int id, int start, int end, int word) {
        this(text, text, id, start, end, word);
    }

    /** Whether the model added it: it stands for nothing in the text. */
    public boolean special() {
        return word < 0;
    }
}
