package app.regard.words;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.trace.Matrix;
import app.regard.trace.Origin;
import app.regard.trace.Sentence;
import app.regard.trace.Weights;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The fifty sentences are what is said of them, and counting counts. */
class FiftyTest {
    private static final List<Fifty> ALL = Fifty.all();

    @Test
    void twentyFivePairsThatDifferInTheLastWordAndTheNoun() {
        assertThat(ALL).hasSize(50);
        assertThat(new HashSet<>(ALL)).hasSize(50);
        for (int pair = 0; pair < 50; pair += 2) {
            Fifty one = ALL.get(pair);
            Fifty other = ALL.get(pair + 1);
            List<String> words =
                    Tokenizer.split(one.sentence(), Integer.MAX_VALUE).words();
            List<String> others =
                    Tokenizer.split(other.sentence(), Integer.MAX_VALUE).words();
            assertThat(words.subList(0, words.size() - 2)).isEqualTo(others.subList(0, others.size() - 2));
            assertThat(words.get(words.size() - 2)).isEqualTo(one.quality()).isNotEqualTo(other.quality());
            assertThat(words.indexOf(one.noun())).isEqualTo(1);
            assertThat(words.indexOf(other.noun())).isGreaterThan(1).isLessThan(words.indexOf("because"));
            assertThat(words).containsOnlyOnce(one.pronoun(), one.noun(), other.noun(), one.quality());
        }
    }

    /** A head by hand: the second word, "it", gives most to the first, "cat". */
    @Test
    void aHabitIsSeenInWeightsByHand() {
        Sentence words = Sentence.of("[CLS]", "cat", "it", "big", "[SEP]");
        double[][] rows = {
            {1, 0, 0, 0, 0}, {0.6, 0.1, 0.2, 0.1, 0}, {0.6, 0.2, 0.1, 0.1, 0}, {0.6, 0.1, 0.2, 0.1, 0}, {0, 0, 0, 0, 1}
        };
        Weights w = new Weights(words, words, Matrix.of(rows), Origin.COMPUTED);
        Fifty cat = new Fifty("cat it big", "it", "cat", "big");
        Fifty big = new Fifty("cat it big", "it", "big", "cat");
        assertThat(example(TrainedExample.Habit.NOUN).does(cat, w)).isTrue();
        assertThat(example(TrainedExample.Habit.NOUN).does(big, w)).isFalse();
        assertThat(example(TrainedExample.Habit.QUALITY).does(cat, w)).isFalse();
        assertThat(example(TrainedExample.Habit.QUALITY).does(big, w)).isTrue();
        assertThat(example(TrainedExample.Habit.FIRST).does(cat, w)).isTrue();
        assertThat(example(TrainedExample.Habit.PREVIOUS).does(cat, w)).isFalse(); // (0.6 + 0.2 + 0.2) ÷ 3
        assertThat(example(TrainedExample.Habit.NEXT).does(cat, w)).isFalse();
        assertThat(example(TrainedExample.Habit.NOUN).count(List.of(cat, big, cat), text -> w))
                .isEqualTo(2);
    }

    private static TrainedExample example(TrainedExample.Habit habit) {
        TrainedExample any = new Library().trainedExamples().get(0);
        return new TrainedExample(any.example(), any.source(), habit, "fifty.tsv");
    }
}
