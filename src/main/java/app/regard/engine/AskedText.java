package app.regard.engine;

/** A text as numbers of its tokens, with the places at which a network is asked, and the answers. */
public final class AskedText {
    private final int[] tokens;
    private final int[] asked;
    private final int[] answers;
    private final int subject;

    /**
     * @param asked places of tokens, upwards
     * @param answers one for each of them
     * @param subject the place of the word that decides the answer, or −1
     */
    AskedText(int[] tokens, int[] asked, int[] answers, int subject) {
        this.tokens = tokens;
        this.asked = asked;
        this.answers = answers;
        this.subject = subject;
    }

    int[] tokens() {
        return tokens;
    }

    int[] asked() {
        return asked;
    }

    int[] answers() {
        return answers;
    }

    /** How many tokens there are. */
    public int size() {
        return tokens.length;
    }

    /** The number of a token. */
    public int token(int place) {
        return tokens[place];
    }

    /** The place of the word that decides the answer, or −1. */
    public int subject() {
        return subject;
    }
}
