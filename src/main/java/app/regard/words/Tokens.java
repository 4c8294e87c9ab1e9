package app.regard.words;

import app.regard.trace.Refusal;
import java.util.List;

/**
 * The tokens that a text was split into.
 *
 * @param words the first ones, as many as were asked for
 * @param left how many further words there are
 * @param problem why the text was not read to its end, or empty
 */
record Tokens(List<String> words, int left, String problem) {
    Tokens {
        words = List.copyOf(words);
    }

    /** How many words there are. */
    int count() {
        return words.size() + left;
    }

    /** @throws Refusal if there is a problem */
    Tokens checked() {
        if (!problem.isEmpty()) {
            throw new Refusal(problem);
        }
        return this;
    }
}
