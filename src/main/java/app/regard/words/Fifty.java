package app.regard.words;

import java.util.List;

/**
 * One of the fifty sentences on which it is counted how often a head does what an example shows of it. They are 25 pairs that
 * differ in the last word only, and with it in the noun that the pronoun stands for.
 *
 * @param pronoun the word that stands for another
 * @param noun the word that it stands for
 * @param quality what is said of it
 */
public record Fifty(String sentence, String pronoun, String noun, String quality) {
    /** All of them, read anew. */
    public static List<Fifty> all() {
        return read("fifty.tsv");
    }

    /** Those of a file, such as the twenty Chinese ones. */
    static List<Fifty> read(String file) {
        return Tsv.read(file).rows().stream()
                .map(r -> new Fifty(r.get(0), r.get(1), r.get(2), r.get(3)))
                .toList();
    }
}
