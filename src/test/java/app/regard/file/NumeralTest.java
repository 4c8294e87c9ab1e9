package app.regard.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class NumeralTest {
    /** What they are, as a pattern; on long texts it takes time that grows with their square. */
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?|[+-]?(?i:inf|infinity)");

    @Test
    void whatIsANumberIsWhatThePatternSays() {
        Random random = new Random(7);
        int numbers = 0;
        for (int round = 0; round < 300_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(7); length > 0; length--) {
                text.append("0159..eE+-x ٣".charAt(random.nextInt(13)));
            }
            assertThat(Numeral.is(text.toString()))
                    .as(text.toString())
                    .isEqualTo(NUMBER.matcher(text).matches());
            numbers += Numeral.is(text.toString()) ? 1 : 0;
        }
        assertThat(numbers).isGreaterThan(30_000);
        for (String infinite : new String[] {"inf", "-INF", "+Infinity", "nan", "infinit", "--inf", "inf ", "1inf"}) {
            assertThat(Numeral.is(infinite))
                    .as(infinite)
                    .isEqualTo(NUMBER.matcher(infinite).matches());
        }
    }

    @Test
    @Timeout(10)
    void aMillionDigitsAreReadOnce() {
        String digits = "1".repeat(1_000_000);
        assertThat(Numeral.is(digits + "x")).isFalse();
        assertThat(Numeral.is(digits + "." + digits + "e" + digits)).isTrue();
    }
}
