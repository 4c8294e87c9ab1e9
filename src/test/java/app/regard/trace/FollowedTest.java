package app.regard.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Cosines and what is made of them, by hand. */
class FollowedTest {
    private static final Followed.Word WORD = new Followed.Word("a bank", "bank", 2, List.of(Token.of("bank")));

    private static Followed.Line line(Followed.Kind kind, int places) {
        return new Followed.Line(kind, java.util.Collections.nCopies(places, new Likeness.Cosine(1, 1, 1)));
    }

    @Test
    void aCosineIsTheProductOverTheLengths() {
        // (3, 4) and (4, 3): 24 / (5 · 5)
        Likeness.Cosine c = new Likeness.Cosine(24, 25, 25);
        assertThat(c.value()).isEqualTo(0.96);
        assertThat(c.lengthX()).isEqualTo(5);
        // (1, 2) and (−2, 3): 4 / (√5 √13)
        assertThat(new Likeness.Cosine(4, 5, 13).value()).isCloseTo(4 / Math.sqrt(65), within(1e-15));
        assertThat(new Likeness.Cosine(4, 5, 13).lengthY()).isCloseTo(3.605551275463989, within(1e-15));
    }

    @Test
    void aVectorAndItselfAreExactlyAlikeAndRoundingNeverLeadsOut() {
        for (double xx = 0.1; xx < 500; xx *= 1.37) {
            assertThat(new Likeness.Cosine(xx, xx, xx).value()).isEqualTo(1);
            assertThat(new Likeness.Cosine(-xx * (1 + 1e-12), xx, xx).value()).isEqualTo(-1);
        }
    }

    @Test
    void aVectorOfZerosHasNoDirection() {
        assertThat(new Likeness.Cosine(0, 0, 4).value()).isZero();
    }

    @Test
    void anAverageIsTheSumOverHowMany() {
        assertThat(new Likeness.Mean(-1.5, 6).value()).isEqualTo(-0.25);
    }

    @Test
    void numbersThatCannotBeAreRefused() {
        assertThatThrownBy(() -> new Likeness.Cosine(Double.NaN, 1, 1)).hasMessageContaining("x·y = NaN");
        assertThatThrownBy(() -> new Likeness.Cosine(1, -1, 1)).hasMessageContaining("x·x = -1.0");
        assertThatThrownBy(() -> new Likeness.Mean(0, 0)).hasMessageContaining("0 cosines");
        assertThatThrownBy(() -> new Likeness.Mean(5, 4)).hasMessageContaining("4 cosines do not add up to 5.0");
        assertThatThrownBy(() -> new Followed.Word("a", "a", 0, List.of(Token.of("a"))))
                .hasMessageContaining("place 0");
    }

    @Test
    void allLinesHaveOneNumberAPlace() {
        Followed f = new Followed("m", WORD, Optional.empty(), List.of(line(Followed.Kind.MOVED, 3)));
        assertThat(f.placeNames()).containsExactly("input", "after layer 0", "after layer 1");
        assertThat(f.together()).isTrue();
        assertThatThrownBy(() -> new Followed(
                        "m",
                        WORD,
                        Optional.of(WORD),
                        List.of(line(Followed.Kind.MOVED, 3), line(Followed.Kind.APART, 4))))
                .hasMessageContaining("one number a place");
        assertThatThrownBy(() -> new Followed("m", WORD, Optional.empty(), List.of()))
                .hasMessageContaining("one layer at least");
    }
}
