package app.regard.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.regard.engine.Attention;
import app.regard.trace.Experiment;
import app.regard.trace.Source;
import app.regard.trace.Weights;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The simple table and its four rule heads give sensible winners. */
class WinnersTest {
    private static final Library LIBRARY = new Library();

    static List<List<String>> one() {
        return Tsv.read("sentences-one.tsv").rows();
    }

    static List<List<String>> tie() {
        return Tsv.read("sentences-tie.tsv").rows();
    }

    @Test
    void thereAreEnoughSentences() {
        assertThat(one()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(one().stream().map(r -> r.get(0)).distinct())
                .containsExactlyInAnyOrder("coreference", "agreement", "modification", "semantic");
        assertThat(tie()).hasSizeGreaterThanOrEqualTo(10);
    }

    @ParameterizedTest
    @MethodSource("one")
    void theOneFittingWordWins(List<String> row) {
        Weights w = weights(row);
        List<Integer> winners = w.strongest(only(w, row.get(2)));
        assertThat(words(w, winners)).containsExactly(folded(row.get(3)));
        assertThat(w.to().tokens().stream().noneMatch(t -> t.madeUp())).isTrue();
    }

    @ParameterizedTest
    @MethodSource("tie")
    void wordsThatFitEquallyWellTieExactly(List<String> row) {
        Weights w = weights(row);
        List<String> due =
                Arrays.stream(row.get(3).split(" ")).map(WinnersTest::folded).toList();
        assertThat(w.from().words().stream().map(WinnersTest::folded)).contains(folded(row.get(2)));
        for (int i = 0; i < w.from().size(); i++) {
            if (folded(w.from().word(i)).equals(folded(row.get(2)))) {
                List<Integer> winners = w.strongest(i);
                assertThat(words(w, winners)).containsExactlyInAnyOrderElementsOf(due);
                for (int j : winners) {
                    assertThat(w.a().at(i, j)).isCloseTo(w.a().at(i, winners.get(0)), within(1e-12));
                }
            }
        }
    }

    /** Forty sentences by somebody who had not seen the frozen table: the share right is reported as it is. */
    @Test
    void theShareOnSentencesWrittenLaterIsReported() {
        List<List<String>> later = Tsv.read("sentences-later.tsv").rows();
        assertThat(later).hasSize(40);
        int right = 0;
        int ties = 0;
        StringBuilder misses = new StringBuilder();
        for (List<String> row : later) {
            Weights w = weights(row);
            List<String> winners = words(w, w.strongest(only(w, row.get(2))));
            if (winners.equals(List.of(folded(row.get(3))))) {
                right++;
            } else {
                ties += winners.contains(folded(row.get(3))) ? 1 : 0;
                misses.append("\n  ").append(row).append(" gave ").append(winners);
            }
        }
        String report = "Sentences written after the table was frozen: " + right + " of 40 right, " + ties
                + " tied with the right one." + misses;
        System.out.println(report);
        assertThat(right).as(report).isGreaterThan(20); // better than half: below that the table would be no use
    }

    private static Weights weights(List<String> row) {
        return Attention.trace(LIBRARY.resolve(Experiment.of(row.get(1), new Source.Simple(row.get(0)))))
                .weights();
    }

    private static List<String> words(Weights w, List<Integer> places) {
        return places.stream().map(w.to()::word).map(WinnersTest::folded).toList();
    }

    private static String folded(String word) {
        return Tokenizer.folded(word);
    }

    private static int only(Weights w, String word) {
        int[] places = IntStream.range(0, w.from().size())
                .filter(i -> folded(w.from().word(i)).equals(folded(word)))
                .toArray();
        assertThat(places).as("the place of %s", word).hasSize(1);
        return places[0];
    }
}
