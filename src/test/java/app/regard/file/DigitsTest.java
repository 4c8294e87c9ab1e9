package app.regard.file;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.Extent;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitsTest {
    @Test
    @Tag("long")
    void bitPatternsReadBackToTheSameBits() {
        Random random = new Random(17);
        for (int i = 0; i < Extent.of(100_000, 1_000_000); i++) {
            double number = Double.longBitsToDouble(random.nextLong());
            if (!Double.isNaN(number)) {
                long back = Double.doubleToRawLongBits(Double.parseDouble(Digits.of(number)));
                if (back != Double.doubleToRawLongBits(number)) {
                    assertThat(Digits.of(number)).isEqualTo(Double.toHexString(number));
                }
            }
        }
    }

    /** No decimal with one digit less reads back: the nearest shorter ones, below and above, are other doubles. */
    @Test
    @Tag("long")
    void noShorterDecimalWouldDo() {
        Random random = new Random(19);
        for (int i = 0; i < Extent.of(4_000, 20_000); i++) {
            double number = Double.longBitsToDouble(random.nextLong());
            if (!Double.isFinite(number)) {
                continue;
            }
            BigDecimal written = new BigDecimal(Digits.of(number)).stripTrailingZeros();
            if (written.precision() > 2) {
                int digits = written.precision() - 1;
                for (RoundingMode way : new RoundingMode[] {RoundingMode.DOWN, RoundingMode.UP}) {
                    BigDecimal shorter = new BigDecimal(number).round(new MathContext(digits, way));
                    assertThat(shorter.doubleValue())
                            .as("%s for %s", shorter, written)
                            .isNotEqualTo(number);
                }
            }
        }
    }

    /** Some of these Double.toString writes with a digit too many before Java 19. */
    @ParameterizedTest
    @CsvSource({
        "1, 1.0",
        "-1, -1.0",
        "0, 0.0",
        "-0.0, -0.0",
        "0.1, 0.1",
        "0.002, 0.002",
        "2e-3, 0.002",
        "1e-3, 0.001",
        "9.999e-4, 9.999E-4",
        "1e7, 1.0E7",
        "9999999, 9999999.0",
        "1e23, 1.0E23",
        "2e23, 2.0E23",
        "4.9e-324, 4.9E-324",
        "1.7976931348623157e308, 1.7976931348623157E308",
        "2.2250738585072014e-308, 2.2250738585072014E-308",
        "5.684341886080802e-14, 5.684341886080802E-14",
        "2.82879384806159E17, 2.82879384806159E17",
        "1.387364135037754E18, 1.387364135037754E18",
        "-Infinity, -Infinity",
        "Infinity, Infinity",
        "NaN, NaN"
    })
    void knownNumbers(String number, String text) {
        assertThat(Digits.of(Double.parseDouble(number))).isEqualTo(text);
    }

    @Test
    void smallPowersOfTwo() {
        assertThat(Digits.of(0x1p-44)).isEqualTo("5.684341886080802E-14");
        assertThat(Digits.of(Double.MIN_VALUE)).isEqualTo("4.9E-324");
        assertThat(Digits.of(2 * Double.MIN_VALUE)).isEqualTo("9.9E-324");
    }
}
