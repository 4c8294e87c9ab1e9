package app.regard.words;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A word in two sentences, to follow through the layers of the trained model, and what to notice; chosen because it shows
 * that.
 *
 * @param sentence the first sentence
 * @param word a word of it
 * @param other the second sentence
 * @param otherWord the word of it that is compared
 * @param notice what to notice, with the cosine in the input and after the last layer
 */
public record SensePair(String sentence, String word, String other, String otherWord, String notice) {
    /** All of them, read anew. */
    public static List<SensePair> all() {
        return Tsv.read("senses.tsv").rows().stream()
                .map(r -> new SensePair(r.get(0), r.get(1), r.get(2), r.get(3), r.get(4)))
                .toList();
    }

    /** The first of some that is about a word. */
    public static Optional<SensePair> about(List<SensePair> pairs, String word) {
        String spelled = word.toLowerCase(Locale.ROOT);
        return pairs.stream().filter(p -> p.word().equals(spelled)).findFirst();
    }
}
