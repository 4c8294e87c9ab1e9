package app.regard.ui.lab;

import app.regard.heads.LayerSimilarities;
import app.regard.transformer.Pieces;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is asked of the layers.
 *
 * @param sentence the text of the word that is followed
 * @param word which word of it
 * @param other the text of the word that it is compared with; blank for the same text
 * @param otherWord which word of that
 */
record LayersAsked(String sentence, Wish word, String other, Wish otherWord) {
    /** Whatever word suits. */
    static final Wish ANY = new Wish("", -1);

    /**
     * A word that was chosen, which may be gone or elsewhere once its sentence has been typed over.
     *
     * @param place where it stood, from 0
     */
    record Wish(String text, int place) {
        /** Where the word is now: in its old place, else anywhere, else in the place that is given. */
        int in(List<Pieces.Word> words, int otherwise) {
            boolean stays = place >= 0
                    && place < words.size()
                    && words.get(place).text().equalsIgnoreCase(text);
            return stays ? place : LayerSimilarities.place(words, text).orElse(otherwise);
        }
    }

    /** The place of the word to follow; where none was chosen, the longest. */
    int word(List<Pieces.Word> words) {
        return word.in(words, longest(words, ""));
    }

    /**
     * The place of the word to compare; where none was chosen, the same word in another sentence, or the longest other one in
     * the same.
     */
    int otherWord(List<Pieces.Word> words, String followed, boolean together) {
        int different = longest(words, followed);
        return otherWord.in(
                words,
                together ? different : LayerSimilarities.place(words, followed).orElse(different));
    }

    /** Long words mostly say more than short ones; of equals the first. */
    private static int longest(List<Pieces.Word> words, String but) {
        return IntStream.range(0, words.size())
                .filter(i -> LayerSimilarities.lettered(words.get(i))
                        && !words.get(i).text().equalsIgnoreCase(but))
                .boxed()
                .max(Comparator.comparingInt((Integer i) -> words.get(i).text().length())
                        .thenComparing(Comparator.reverseOrder()))
                .orElse(0);
    }
}
