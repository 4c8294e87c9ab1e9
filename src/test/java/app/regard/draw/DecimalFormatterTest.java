package app.regard.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Numbers are rounded half-even from the stored value. */
class DecimalFormatterTest {
    @Test
    void agreesWithExactDecimalArithmetic() {
        Random r = new Random(5);
        for (int i = 0; i < 100_000; i++) {
            double v = r.nextGaussian() * Math.pow(10, r.nextInt(9) - 5);
            int decimals = r.nextInt(7);
            BigDecimal due = new BigDecimal(v).setScale(decimals, RoundingMode.HALF_EVEN);
            assertThat(new BigDecimal(DecimalFormatter.text(v, decimals).replace('−', '-')))
                    .isEqualByComparingTo(due);
        }
    }

    @Test
    void tiesGoToTheEvenDigitAndOnlyTies() {
        assertThat(DecimalFormatter.text(0.125, 2)).isEqualTo("0.12"); // exactly a tie
        assertThat(DecimalFormatter.text(0.375, 2)).isEqualTo("0.38");
        assertThat(DecimalFormatter.text(0.145, 2)).isEqualTo("0.14"); // the double lies below 0.145
        assertThat(DecimalFormatter.text(2.675, 2)).isEqualTo("2.67"); // the double lies below 2.675
        assertThat(DecimalFormatter.text(0.5, 0)).isEqualTo("0");
        assertThat(DecimalFormatter.text(1.5, 0)).isEqualTo("2");
    }

    @Test
    void signsInfinitiesAndSizes() {
        assertThat(DecimalFormatter.text(-0.25, 2)).isEqualTo("−0.25");
        assertThat(DecimalFormatter.text(-0.001, 2)).isEqualTo("0.00");
        assertThat(DecimalFormatter.text(-0.0, 2)).isEqualTo("0.00");
        assertThat(DecimalFormatter.text(Double.NEGATIVE_INFINITY, 2)).isEqualTo("−∞");
        assertThat(DecimalFormatter.text(1e308, 2)).isEqualTo("1.00e308");
        assertThat(DecimalFormatter.text(-1234567, 2)).isEqualTo("−1.23e6");
        assertThat(DecimalFormatter.text(12.3456, 3)).isEqualTo("12.346");
    }

    /** Of a number that is claimed it can be seen whether it is 0 or 1, and a count is none with decimals. */
    @Test
    void aNumberThatIsClaimedIsNoughtOrOneOnlyWhereItIs() {
        assertThat(DecimalFormatter.claimed(0, 4)).isEqualTo("0");
        assertThat(DecimalFormatter.claimed(1.2e-7, 4)).isEqualTo("1.2e−7");
        assertThat(DecimalFormatter.claimed(-4.9e-5, 4)).isEqualTo("−4.9e−5");
        assertThat(DecimalFormatter.claimed(5.1e-5, 4)).isEqualTo("0.0001");
        assertThat(DecimalFormatter.claimed(1, 4)).isEqualTo("1");
        assertThat(DecimalFormatter.claimed(0.999962, 4)).isEqualTo("0.99996");
        assertThat(DecimalFormatter.claimed(-1.000004, 4)).isEqualTo("−1.000004");
        assertThat(DecimalFormatter.claimed(1 - 1e-9, 4)).isEqualTo("0.9999999990");
        assertThat(DecimalFormatter.claimed(1 - 1e-15, 4)).as("rounding").isEqualTo("1.0000");
        assertThat(DecimalFormatter.claimed(4, 4)).isEqualTo("4");
        assertThat(DecimalFormatter.claimed(37748736, 4)).isEqualTo("37748736");
        assertThat(DecimalFormatter.claimed(4.5, 4)).isEqualTo("4.5000");
        assertThat(DecimalFormatter.claimed(Double.NaN, 4)).isEqualTo("–");
    }

    @Test
    void tightCellsLeaveOutTheNought() {
        assertThat(DecimalFormatter.compact(0.384, 2)).isEqualTo(".38");
        assertThat(DecimalFormatter.compact(-0.384, 2)).isEqualTo("−.38");
        assertThat(DecimalFormatter.compact(1.384, 2)).isEqualTo("1.38");
    }

    @Test
    void sharesAsPercent() {
        assertThat(DecimalFormatter.percent(0.40125203413609173)).isEqualTo("40.1%");
        assertThat(DecimalFormatter.percent(1)).isEqualTo("100.0%");
        assertThat(DecimalFormatter.hundredths(0)).isEqualTo("0.0");
        assertThat(DecimalFormatter.hundredths(0.00012)).isEqualTo("1.2e−2");
        assertThat(DecimalFormatter.hundredths(0.99996)).isEqualTo("99.996");
    }

    @Test
    void anEndOfALegendTellsSomething() {
        assertThat(DecimalFormatter.telling(0.77, 2)).isEqualTo("0.77");
        assertThat(DecimalFormatter.telling(0.00231, 2)).isEqualTo("0.0023");
        assertThat(DecimalFormatter.telling(12.5, 2)).isEqualTo("12.50");
        assertThat(DecimalFormatter.telling(0, 2)).isEqualTo("0.00");
        assertThat(DecimalFormatter.telling(1.5e-14, 2)).isEqualTo("1.5e−14");
    }
}
