package app.regard.ui.lab;

import app.regard.heads.LayerSimilarities;
import app.regard.trace.Followed;
import app.regard.transformer.ForwardPass;
import app.regard.transformer.Pieces;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What came of it.
 *
 * @param here the pass of the first sentence
 * @param word the word of it that is followed, from 0
 * @param there the pass of the second one, or the same
 * @param other the word of it that is compared, from 0
 */
record LayersFound(ForwardPass here, int word, ForwardPass there, int other, Followed followed) {
    /**
     * Follows what is asked for, away from the window's thread.
     *
     * @param before what is known already: a sentence that stays is not read again
     */
    static LayersFound of(LayersAsked asked, Optional<LayersFound> before, Function<String, ForwardPass> model) {
        ForwardPass here = passed(asked.sentence(), before, model);
        boolean together = asked.other().isBlank() || asked.other().equals(asked.sentence());
        ForwardPass there = together ? here : passed(asked.other(), before, model);
        List<Pieces.Word> words = LayerSimilarities.words(here);
        int word = asked.word(words);
        int other =
                asked.otherWord(LayerSimilarities.words(there), words.get(word).text(), together);
        Followed followed = together && word == other
                ? LayerSimilarities.follow(here, word)
                : LayerSimilarities.compare(here, word, there, other);
        return new LayersFound(here, word, there, other, followed);
    }

    private static ForwardPass passed(String text, Optional<LayersFound> before, Function<String, ForwardPass> model) {
        return before.stream()
                .flatMap(f -> Stream.of(f.here, f.there))
                .filter(p -> p.pieces().text().equals(text))
                .findFirst()
                .orElseGet(() -> model.apply(text));
    }
}
