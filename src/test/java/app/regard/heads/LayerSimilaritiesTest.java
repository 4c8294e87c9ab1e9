package app.regard.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.regard.draw.DecimalFormatter;
import app.regard.trace.Followed;
import app.regard.trace.Grid;
import app.regard.trace.Likeness;
import app.regard.trace.Token;
import app.regard.transformer.EncoderTest;
import app.regard.transformer.ForwardPass;
import app.regard.transformer.OneModel;
import app.regard.transformer.Pieces;
import app.regard.words.SensePair;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A word through the layers, against cosines computed here from what the layers read; {@link EncoderTest} holds that to ONNX Runtime. */
@Tag("model")
class LayerSimilaritiesTest {
    private static final String RIVER = "She sat down on the bank of the river.";
    private static final String MONEY = "He brought the money to the bank.";

    private static final List<String> RIVERS = List.of(
            RIVER,
            "They walked along the bank of the stream.",
            "The boat drifted towards the bank.",
            "Trees grow on the bank of the lake.",
            "We fished from the muddy bank.",
            "The river flooded its bank in spring.");
    private static final List<String> MONEYS = List.of(
            MONEY,
            "She asked the bank for a loan.",
            "The bank closed his account.",
            "My salary is paid into the bank.",
            "The bank raised its interest rates.",
            "Thieves robbed the bank at noon.");

    private ForwardPass pass(String text) {
        return OneModel.pass(text);
    }

    private static int place(ForwardPass passed, String word) {
        return LayerSimilarities.place(LayerSimilarities.words(passed), word).orElseThrow();
    }

    private Followed follow(String text, String word, String other, String otherWord) {
        ForwardPass here = pass(text);
        ForwardPass there = pass(other);
        return LayerSimilarities.compare(here, place(here, word), there, place(there, otherWord));
    }

    private static List<Double> values(Followed f, Followed.Kind kind) {
        return f.lines().stream()
                .filter(l -> l.kind() == kind)
                .findFirst()
                .orElseThrow()
                .values();
    }

    /** The textbook's formula; 384 numbers each. */
    private static double cosine(IntToDoubleFunction x, IntToDoubleFunction y) {
        double dot = 0;
        double one = 0;
        double two = 0;
        for (int d = 0; d < 384; d++) {
            dot += x.applyAsDouble(d) * y.applyAsDouble(d);
            one += Math.pow(x.applyAsDouble(d), 2);
            two += Math.pow(y.applyAsDouble(d), 2);
        }
        return dot / (Math.sqrt(one) * Math.sqrt(two));
    }

    @Test
    void everyNumberIsTheCosineOfWhatTheLayersRead() {
        ForwardPass river = pass(RIVER);
        ForwardPass money = pass(MONEY);
        int here = river.pieces().sentence().words().indexOf("bank");
        int there = money.pieces().sentence().words().indexOf("bank");
        Followed f = follow(RIVER, "bank", MONEY, "bank");
        assertThat(f.places()).isEqualTo(7);
        Grid start = river.input(0);
        for (int layer = 0; layer <= 6; layer++) {
            Grid x = river.input(layer);
            Grid y = money.input(layer);
            assertThat(values(f, Followed.Kind.MOVED).get(layer))
                    .isCloseTo(cosine(d -> x.at(here, d), d -> start.at(here, d)), within(1e-12));
            assertThat(values(f, Followed.Kind.APART).get(layer))
                    .isCloseTo(cosine(d -> x.at(here, d), d -> y.at(there, d)), within(1e-12));
        }
        assertThat(values(f, Followed.Kind.MOVED).get(0)).isEqualTo(1);
        assertThat(f.word().place()).isEqualTo(6);
        assertThat(f.together()).isFalse();
    }

    @Test
    void whatIsUsualIsTheAverageOfTheOtherPairs() {
        // the bank with a loan: 3 × 3 pairs less the/the, bank/bank; the full stop takes no part
        Followed f = follow("The bank closed.", "bank", "The bank opened.", "bank");
        Grid x = pass("The bank closed.").input(4);
        Grid y = pass("The bank opened.").input(4);
        double sum = 0;
        for (int[] pair : new int[][] {{1, 2}, {1, 3}, {2, 1}, {2, 3}, {3, 1}, {3, 2}, {3, 3}}) {
            sum += cosine(d -> x.at(pair[0], d), d -> y.at(pair[1], d));
        }
        assertThat(values(f, Followed.Kind.USUAL).get(4)).isCloseTo(sum / 7, within(1e-12));
        // within one sentence the two words themselves take no part, either way round
        Followed one = follow("The bank closed.", "bank", "The bank closed.", "closed");
        double rest = 0;
        for (int[] pair : new int[][] {{1, 2}, {1, 3}}) {
            rest += cosine(d -> x.at(pair[0], d), d -> x.at(pair[1], d));
        }
        assertThat(values(one, Followed.Kind.USUAL).get(4)).isCloseTo(rest / 2, within(1e-12));
        assertThat(one.together()).isTrue();
        assertThat(((Likeness.Mean) one.lines().get(2).at().get(4)).pairs()).isEqualTo(2); // each once
        assertThat(follow("bank", "bank", "river", "river").lines()).hasSize(2); // no other words, no average
    }

    @Test
    void aWordOfSeveralPiecesHasTheirMean() {
        ForwardPass passed = pass("Unbelievably tired");
        List<String> pieces = passed.pieces().sentence().words();
        int tired = pieces.indexOf("tired");
        int count = tired - 1;
        assertThat(count).isGreaterThan(1);
        Followed f = follow("Unbelievably tired", "unbelievably", "Unbelievably tired", "tired");
        assertThat(f.word().pieces()).extracting(Token::text).isEqualTo(pieces.subList(1, tired));
        for (int layer : new int[] {0, 3, 6}) {
            Grid x = passed.input(layer);
            IntToDoubleFunction mean = d -> {
                double total = 0;
                for (int piece = 1; piece < tired; piece++) {
                    total += x.at(piece, d);
                }
                return total / count;
            };
            assertThat(values(f, Followed.Kind.APART).get(layer))
                    .isCloseTo(cosine(mean, d -> x.at(tired, d)), within(1e-12));
        }
    }

    @Test
    void wordsAreFoundWhateverTheirCaseAndPunctuationIsNoWordWithLetters() {
        ForwardPass passed = pass("The river, the bank.");
        List<Pieces.Word> words = LayerSimilarities.words(passed);
        assertThat(words.stream().map(Pieces.Word::text)).containsExactly("The", "river", ",", "the", "bank", ".");
        assertThat(LayerSimilarities.place(words, "BANK")).hasValue(4);
        assertThat(LayerSimilarities.place(words, "money")).isEmpty();
        assertThat(words.stream().filter(LayerSimilarities::lettered)).hasSize(4);
        Followed alone = LayerSimilarities.follow(passed, 4);
        assertThat(alone.lines()).singleElement().returns(Followed.Kind.MOVED, Followed.Line::kind);
    }

    @Test
    void theNoticesOfTheExamplesSayWhatTheModelGives() {
        List<SensePair> all = SensePair.all();
        assertThat(all).hasSizeGreaterThan(4);
        List<Double> ends = new ArrayList<>();
        for (SensePair pair : all) {
            List<Double> apart =
                    values(follow(pair.sentence(), pair.word(), pair.other(), pair.otherWord()), Followed.Kind.APART);
            assertThat(pair.notice())
                    .contains(DecimalFormatter.text(apart.get(0), 2))
                    .contains(DecimalFormatter.text(apart.get(6), 2));
            ends.add(apart.get(6));
        }
        SensePair furthest = all.get(ends.indexOf(java.util.Collections.min(ends)));
        assertThat(furthest.notice()).contains("furthest apart of these pairs");
        assertThat(ends.get(0)).isLessThan(ends.get(1)); // two banks of rivers stay closer
        assertThat(SensePair.about(all, "Bank")).contains(all.get(0));
        assertThat(SensePair.about(all, "zebra")).isEmpty();
    }

    /** What docs/trained-heads.md says of bank in twelve sentences, and of river in two. */
    @Test
    void whatThePageSaysOfBanksIsSo() {
        List<Double> rivers = pairs(RIVERS, RIVERS);
        List<Double> moneys = pairs(MONEYS, MONEYS);
        List<Double> mixed = pairs(RIVERS, MONEYS);
        assertThat(mixed).hasSize(36);
        assertThat(rivers).hasSize(15);
        assertThat(average(mixed)).isEqualTo("0.80");
        assertThat(average(rivers)).isEqualTo("0.87");
        assertThat(average(moneys)).isEqualTo("0.90");
        assertThat(ends(mixed)).containsExactly("0.68", "0.90");
        assertThat(ends(Stream.concat(rivers.stream(), moneys.stream()).toList()))
                .containsExactly("0.81", "0.95");
        List<Double> river =
                values(follow(RIVER, "river", "The river flows into the sea.", "river"), Followed.Kind.APART);
        assertThat(DecimalFormatter.text(river.get(6), 2)).isEqualTo("0.87");
    }

    /** The cosines of bank after the last layer, of all pairs of two different sentences. */
    private List<Double> pairs(List<String> some, List<String> others) {
        List<Double> found = new ArrayList<>();
        for (int i = 0; i < some.size(); i++) {
            for (int j = some == others ? i + 1 : 0; j < others.size(); j++) {
                found.add(values(follow(some.get(i), "bank", others.get(j), "bank"), Followed.Kind.APART)
                        .get(6));
            }
        }
        return found;
    }

    private static String average(List<Double> all) {
        return DecimalFormatter.text(all.stream().mapToDouble(v -> v).average().orElseThrow(), 2);
    }

    private static List<String> ends(List<Double> all) {
        return List.of(
                DecimalFormatter.text(java.util.Collections.min(all), 2),
                DecimalFormatter.text(java.util.Collections.max(all), 2));
    }
}
