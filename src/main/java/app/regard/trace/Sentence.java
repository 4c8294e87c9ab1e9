package app.regard.trace;

import java.util.List;

/**
 * The words of one sentence in order; repeated words are distinct tokens.
 *
 * @param tokens the words that take part
 * @param left how many further words were left out because the sentence is too long
 */
public record Sentence(List<Token> tokens, int left) {
    public Sentence {
        tokens = List.copyOf(tokens);
        if (left < 0) {
            throw new IllegalArgumentException("the number of words left out is not negative: " + left);
        }
    }

    /** A sentence of just these words. */
    public static Sentence of(String... words) {
        return new Sentence(java.util.Arrays.stream(words).map(Token::of).toList(), 0);
    }

    public int size() {
        return tokens.size();
    }

    /** The word in place {@code i}, from 0. */
    public String word(int i) {
        return tokens.get(i).text();
    }

    /** The word in place {@code i} as a reader sees it. */
    public String shown(int i) {
        return tokens.get(i).shown();
    }

    /** Whether the word in place {@code i} is called so: as it is written, as it is shown, or without the sign of a blank. */
    public boolean called(int i, String name) {
        return List.of(word(i), shown(i), plain(i)).contains(name);
    }

    /** The word in place {@code i} as one would type it: without the sign of a blank. */
    public String plain(int i) {
        return shown(i).replace("·", "");
    }

    /** All words in order. */
    public List<String> words() {
        return tokens.stream().map(Token::text).toList();
    }

    /** All words in order, as a reader sees them. */
    public List<String> shown() {
        return tokens.stream().map(Token::shown).toList();
    }
}
