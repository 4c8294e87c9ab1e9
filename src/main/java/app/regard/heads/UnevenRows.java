package app.regard.heads;

import app.regard.trace.Grid;
import app.regard.trace.Reading;
import app.regard.trace.Weights;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Rows that do not sum to 1, as they should after a softmax. They are shown as they are.
 *
 * @param count how many rows
 * @param row the row that is farthest off, from 0
 * @param sum what it sums to
 */
public record UnevenRows(int count, int row, double sum) {
    /**
     * A sentence or two on it, with the row counted from 1 and its sum with as many digits as it takes to tell it from 1.
     *
     * @param reading what is made of these rows before they are shown
     */
    public String text(Reading reading) {
        return (count == 1 ? "One row does" : count + " rows do") + " not sum to 1; row " + (row + 1)
                + " is farthest off with " + digits() + "."
                + (!reading.combines() && !reading.merge() && !reading.rescales()
                        ? " The numbers are shown as they are."
                        : "");
    }

    private String digits() {
        BigDecimal exact = new BigDecimal(sum);
        for (int digits = 4; digits < 17; digits++) {
            BigDecimal told = exact.round(new MathContext(digits));
            if (told.compareTo(BigDecimal.ONE) != 0) {
                return String.format(Locale.ROOT, "%." + digits + "g", sum);
            }
        }
        return Double.toString(sum);
    }

    /**
     * The rows of a table that do not sum to 1.
     *
     * @param tolerance how far from 1 a sum may be
     */
    static Optional<UnevenRows> of(Grid a, double tolerance) {
        int count = 0;
        int worst = 0;
        double farthest = 1;
        for (int i = 0; i < a.rows(); i++) {
            double sum = 0;
            for (int j = 0; j < a.cols(); j++) {
                sum += a.at(i, j);
            }
            count += Math.abs(sum - 1) > tolerance ? 1 : 0;
            if (Math.abs(sum - 1) > Math.abs(farthest - 1)) {
                worst = i;
                farthest = sum;
            }
        }
        return count == 0 ? Optional.empty() : Optional.of(new UnevenRows(count, worst, farthest));
    }

    /**
     * Says what is to be known before weights are believed, in sentences; nothing where all is as it should be.
     *
     * @param shown one head's weights, or what several heads' became
     * @param tolerance what a row's sum may lie off 1
     */
    static String caution(Weights shown, double tolerance, Reading reading) {
        List<String> said = new ArrayList<>();
        Optional<UnevenRows> uneven = of(shown.a(), tolerance);
        boolean turned =
                uneven.isPresent() && of(shown.a().transposed(), tolerance).isEmpty();
        if (turned) {
            said.add(
                    "Its columns sum to 1 and its rows do not: it seems that columns ask and rows answer. --transpose, or "
                            + "“Turn rows and columns” under Head, turns them.");
        } else {
            uneven.ifPresent(rows -> said.add(rows.text(reading)));
        }
        long masked = IntStream.range(0, shown.a().rows()).filter(shown::blank).count();
        if (masked > 0) {
            said.add(masked + (masked == 1 ? " row holds" : " rows hold") + " no numbers (fully masked?).");
        }
        return String.join(" ", said);
    }
}
