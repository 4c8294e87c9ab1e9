package app.regard.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.regard.Seeds;
import app.regard.engine.AgreementTexts.Kind;
import app.regard.engine.TextNetwork.Places;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Networks that learn is and are from text alone, against the ranges of the same recipes in NumPy. */
class AgreementTest {
    private static final AgreementTexts SLOT = new AgreementTexts(false);
    private static final AgreementTexts NEXT = new AgreementTexts(true);

    private static TextNetwork trained(NetworkTraining.Recipe recipe, int steps) {
        NetworkTraining training = new NetworkTraining(recipe);
        for (int step = 0; step < steps; step++) {
            training.step();
        }
        return training.network();
    }

    private static AgreementScores scores(TextNetwork network, AgreementTexts texts) {
        return AgreementScores.of(network, texts, AgreementScores.Tests.of(texts));
    }

    @Test
    void oneHeadLearnsAPlaceAndIsWrongWhereTheNounStandsElsewhere() {
        Seeds.each().forEach(seed -> {
            AgreementScores s = scores(trained(AgreementTexts.oneHead(Places.SINUSOIDS, 0, seed), 150), SLOT);
            assertThat(s.right(Kind.PLAIN)).as("seed %d", seed).isGreaterThanOrEqualTo(.95);
            assertThat(s.attention()).as("seed %d", seed).isBetween(.5, 1.0);
            assertThat(s.right(Kind.FRONTED)).as("seed %d", seed).isLessThanOrEqualTo(.1);
            assertThat(s.right(Kind.QUALITIES)).as("seed %d", seed).isLessThan(.7);
        });
    }

    @Test
    void withoutPositionsMirroredSentencesAreOne() {
        TextNetwork network = trained(AgreementTexts.oneHead(Places.NONE, 0, 0), 150);
        List<AskedText> mirrored = SLOT.tests(Kind.MIRRORED);
        for (int i = 0; i < mirrored.size(); i += 2) {
            double one = SLOT.plural(network.read(mirrored.get(i)));
            double other = SLOT.plural(network.read(mirrored.get(i + 1)));
            assertThat(one).isCloseTo(other, within(1e-12));
        }
        assertThat(scores(network, SLOT).right(Kind.MIRRORED)).isEqualTo(.5);
    }

    @Test
    void twoLayersLearnFrontedSentencesWhereTheyReadSome() {
        TextNetwork two = trained(AgreementTexts.layers(2, Places.LEARNED, .3, 500, 0), 500);
        AgreementScores s = scores(two, NEXT);
        assertThat(s.right(Kind.PLAIN)).isGreaterThanOrEqualTo(.95);
        assertThat(s.right(Kind.FRONTED)).isGreaterThanOrEqualTo(.95);
        assertThat(s.right(Kind.FRONTED_TWICE)).as("never trained").isLessThan(.6);
    }

    @Test
    @Tag("long")
    void oneLayerOrNoFrontedSentencesAreNotEnough() {
        Seeds.each().forEach(seed -> {
            AgreementScores one = scores(trained(AgreementTexts.layers(1, Places.LEARNED, .3, 500, seed), 500), NEXT);
            assertThat(one.right(Kind.FRONTED)).as("seed %d", seed).isBetween(.6, .9);
            assertThat(one.right(Kind.FRONTED_QUALITY)).as("seed %d", seed).isLessThan(.5);
            AgreementScores none = scores(trained(AgreementTexts.layers(2, Places.LEARNED, 0, 500, seed), 500), NEXT);
            assertThat(none.right(Kind.FRONTED)).as("seed %d", seed).isLessThan(.4);
            AgreementScores two = scores(trained(AgreementTexts.layers(2, Places.LEARNED, .3, 500, seed), 500), NEXT);
            assertThat(two.right(Kind.PLAIN)).as("seed %d", seed).isGreaterThanOrEqualTo(.95);
            assertThat(two.right(Kind.FRONTED)).as("seed %d", seed).isGreaterThanOrEqualTo(.95);
        });
    }

    private static String sentence(AskedText text) {
        StringBuilder words = new StringBuilder();
        for (int t = 0; t < text.size(); t++) {
            words.append(t == 0 ? "" : " ").append(AgreementTexts.word(text.token(t)));
        }
        return words.toString();
    }

    @Test
    void testsAreOfPairsOfNounsThatWereNeverTrained() {
        Set<String> trained = new HashSet<>();
        Random random = new Random(9);
        NetworkTraining.Recipe recipe = AgreementTexts.oneHead(Places.SINUSOIDS, 0, 0);
        for (int i = 0; i < 20_000; i++) {
            trained.add(pair(recipe.texts().apply(random)));
        }
        SLOT.tests(Kind.PLAIN).forEach(text -> assertThat(trained).doesNotContain(pair(text)));
        assertThat(SLOT.tests(Kind.FRONTED)).allSatisfy(text -> assertThat(sentence(text))
                .matches("(near|behind|beside|with) the \\w+ the (\\w+ )?\\w+ ___"));
        assertThat(NEXT.read(List.of("near", "the", "dogs", "the", "cat", "is")))
                .hasValueSatisfying(text -> assertThat(sentence(text)).isEqualTo("near the dogs the cat"));
        assertThat(NEXT.read(List.of("near", "the", "pigs"))).isEmpty();
    }

    /** The first two nouns, without their number. */
    private static String pair(AskedText text) {
        return java.util.Arrays.stream(text.tokens())
                .filter(t -> t >= 10)
                .limit(2)
                .mapToObj(t -> String.valueOf((t - 10) / 2))
                .toList()
                .toString();
    }
}
