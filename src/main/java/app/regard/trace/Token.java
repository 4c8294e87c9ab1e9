package app.regard.trace;

/**
 * One word of a sentence, as it was written.
 *
 * @param text the word as written, after NFC normalisation
 * @param shown the same as a reader sees it, where a tokenizer's marks are in it
 * @param madeUp whether its vector was made up from its spelling because no table holds the word
 */
public record Token(String text, String shown, boolean madeUp) {
    /** @throws Refusal if there are more marks on one character than a figure can draw */
    public Token {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a token has at least one character");
        }
        Graphemes.checked(text);
        Graphemes.checked(shown);
    }

    /** A word that is shown as it is written. */
    public Token(String text, boolean madeUp) {
        this(text, text, madeUp);
    }

    /** A token that a table holds. */
    public static Token of(String text) {
        return new Token(text, false);
    }
}
