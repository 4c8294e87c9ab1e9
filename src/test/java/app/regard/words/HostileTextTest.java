package app.regard.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regard.trace.Experiment;
import app.regard.trace.Graphemes;
import app.regard.trace.Refusal;
import app.regard.trace.Source;
import app.regard.trace.Token;
import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Characters with more marks than anybody writes, and sentences that are longer than anybody reads. */
@Timeout(60)
class HostileTextTest {
    private static final Library LIBRARY = new Library();

    private static Experiment of(String text) {
        return Experiment.of(text, new Source.Simple("similarity"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0301", "\u0301\u0323", "\u200D", "\u20DD", "\uFE0F", "\uDB40\uDC67", "\u093E"})
    void thirtyMarksAreTakenAndMoreAreRefusedInWords(String marks) {
        int each = marks.codePointCount(0, marks.length());
        String most = "x a" + marks.repeat(30 / each) + " y";
        assertThat(LIBRARY.resolve(of(most)).from().words().size()).isEqualTo(3);
        assertThat(Graphemes.bounded(most)).isEqualTo(most);
        String more = "x a" + marks.repeat(20_000) + " y";
        assertThatThrownBy(() -> LIBRARY.resolve(of(more)))
                .isInstanceOf(Refusal.class)
                .hasMessage(
                        "The character “a” has " + 20_000 * each + " marks on it; 30 are the most. Take some away.");
        assertThatThrownBy(() -> Token.of(more)).isInstanceOf(Refusal.class);
        assertThat(Graphemes.bounded(more)).isEqualTo(most);
    }

    @Test
    void whatIsNoMarkButJoinsIsBoundedToo() {
        for (String one :
                List.of("\u1100", "👩\u200D", "\u0600")) { // syllables of Hangul, families, signs before a number
            String bounded = Graphemes.bounded(one.repeat(20_000) + "a");
            assertThat(bounded.codePointCount(0, bounded.length())).isBetween(31, 32);
            assertThatThrownBy(() -> Graphemes.checked(one.repeat(20_000))).isInstanceOf(Refusal.class);
        }
    }

    /** What is left of a long syllable joins the next one. */
    @Test
    void whatIsBoundedStaysBounded() {
        Random random = new Random(7);
        List<String> joining =
                List.of("\u1100", "\u1161", "\u11A8", "a", "\u0301", "👩", "\u200D", "🇩", "\u0600", "\r", "\n");
        for (int round = 0; round < 300; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 8; i++) {
                text.append(joining.get(random.nextInt(joining.size())).repeat(random.nextInt(50)));
            }
            String bounded = Graphemes.bounded(text.toString());
            assertThat(Graphemes.checked(bounded)).isSameAs(bounded);
        }
    }

    /** Nothing composes across the bounds of what a reader sees as characters. */
    @Test
    void charactersInNfcAreTheNfcOfTheWhole() {
        Random random = new Random(11);
        int[] some = random.ints(400_000, 0, 0x20000)
                .filter(c -> Character.isDefined(c) && (c < 0xD800 || c > 0xDFFF))
                .toArray();
        for (int i = 0; i + 4 < some.length; i += 4) {
            String text = Normalizer.normalize(new String(some, i, 4), Normalizer.Form.NFD);
            assertThat(Graphemes.of(text).collect(Collectors.joining()))
                    .isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFC));
        }
    }

    @Test
    void ofATextWithoutEndOnlyTheFirstWordsTakePart() {
        for (String text : List.of("word ".repeat(40_000), "犬".repeat(200_000), "a,".repeat(100_000))) {
            assertThat(LIBRARY.longer(text, 64)).isTrue();
            var words = LIBRARY.resolve(of(text)).from().words();
            assertThat(words.size()).isEqualTo(512);
            assertThat(words.left()).isPositive();
        }
        assertThat(LIBRARY.resolve(of("a".repeat(200_000))).from().words().size())
                .isEqualTo(1);
        assertThat(LIBRARY.resolve(of("word ".repeat(40_000))).from().words().left())
                .isEqualTo(40_000 - 512);
    }

    /** The window's own thread asks this at every key. */
    @Test
    void whetherATextIsLongIsKnownWithoutSplittingALongOne() {
        CountedSplits counted = new CountedSplits();
        assertThat(counted.library().longer("word ".repeat(40_000), 64)).isTrue();
        assertThat(counted.taken()).isEmpty();
        assertThat(counted.library().longer("one two", 2)).isFalse();
        assertThat(counted.library().longer("one two", 1)).isTrue();
        assertThat(counted.taken()).containsExactly("one two");
    }
}
