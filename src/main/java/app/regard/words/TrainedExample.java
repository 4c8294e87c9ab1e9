package app.regard.words;

import app.regard.trace.Source;
import app.regard.trace.Weights;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * An example of a head of the trained model, and what it is an example of, so that it can be counted how often the head does
 * the same elsewhere.
 *
 * @param sentences the file of the sentences on which that is counted
 */
public record TrainedExample(Example example, Source.Trained source, Habit habit, String sentences) {
    private static final double MOST = 0.5;

    /** The habit that a head is shown to have. Tokens that the model adds around a sentence do not count as words. */
    public enum Habit {
        /** The pronoun looks at the noun that it stands for more than at any other word. */
        NOUN,
        /** The pronoun looks at the quality more than at any other word. */
        QUALITY,
        /** On average words give more than half of their weight to the token before. */
        PREVIOUS,
        /** On average words give more than half of their weight to the token after. */
        NEXT,
        /** On average words give more than half of their weight to the first token. */
        FIRST
    }

    /** All whose model this copy may hold: the usual one, and others where their files are among the resources. */
    static List<TrainedExample> read() {
        return Tsv.read("trained.tsv").rows().stream()
                .filter(r -> r.get(9).isEmpty() || TrainedExample.class.getResource(r.get(9)) != null)
                .map(r -> {
                    Source.Trained source =
                            new Source.Trained(r.get(2), Integer.parseInt(r.get(3)), Integer.parseInt(r.get(4)));
                    return new TrainedExample(
                            new Example(r.get(0), r.get(1), source, HandmadeHeads.SIMILARITY, "", r.get(5), r.get(7)),
                            source,
                            Habit.valueOf(r.get(6).toUpperCase(Locale.ROOT)),
                            r.get(8));
                })
                .toList();
    }

    /** The sentences on which it is counted. */
    public List<Fifty> counted() {
        return Fifty.read(sentences);
    }

    /** In how many of the sentences the head does this. */
    public long count(List<Fifty> sentences, Function<String, Weights> head) {
        return sentences.stream()
                .filter(one -> does(one, head.apply(one.sentence())))
                .count();
    }

    /**
     * Whether the head does this in a sentence.
     *
     * @param w its weights there, with one token added before and one behind the sentence
     */
    boolean does(Fifty one, Weights w) {
        List<String> words = w.from().words();
        return switch (habit) {
            case NOUN -> isMostAttended(w, words.indexOf(one.pronoun()), words.indexOf(one.noun()));
            case QUALITY -> isMostAttended(w, words.indexOf(one.pronoun()), words.indexOf(one.quality()));
            case PREVIOUS -> average(w, i -> i - 1) > MOST;
            case NEXT -> average(w, i -> i + 1) > MOST;
            case FIRST -> average(w, i -> 0) > MOST;
        };
    }

    private static boolean isMostAttended(Weights w, int i, int j) {
        return IntStream.range(1, w.to().size() - 1)
                .allMatch(other -> other == j || w.a().at(i, other) < w.a().at(i, j));
    }

    private static double average(Weights w, java.util.function.IntUnaryOperator key) {
        return IntStream.range(1, w.from().size() - 1)
                .mapToDouble(i -> w.a().at(i, key.applyAsInt(i)))
                .average()
                .orElse(0);
    }
}
