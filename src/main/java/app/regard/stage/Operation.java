package app.regard.stage;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** The operation by which the terms of a {@link Why} become its value. */
public enum Operation {
    /** The value is given, not computed: one term. */
    GIVEN,
    /** All terms added up. */
    SUM,
    /** The first term divided by the sum of the others. */
    SHARE,
    /** The sum of the others divided by the first term. */
    AVERAGE,
    /** The first term divided by the product of the others. */
    SCALED,
    /** e to the power of the first term less the second. */
    EXPONENTIAL,
    /** The largest term. */
    LARGEST,
    /** The square root of the sum. */
    LENGTH,
    /** sin(t₁ / 10000^t₂). */
    SINE,
    /** cos(t₁ / 10000^t₂). */
    COSINE,
    /** Masked: −∞, whatever the score. */
    MASKED;

    /** Returns the result of the terms. */
    public double of(List<Double> t) {
        return switch (this) {
            case GIVEN -> t.get(0);
            case SUM -> sum(t);
            case SHARE -> t.get(0) / sum(t.subList(1, t.size()));
            case AVERAGE -> sum(t.subList(1, t.size())) / t.get(0);
            case SCALED -> t.get(0) / t.subList(1, t.size()).stream().reduce(1.0, (a, b) -> a * b);
            case EXPONENTIAL -> Math.exp(t.get(0) - t.get(1));
            case LARGEST -> t.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NEGATIVE_INFINITY);
            case LENGTH -> Math.sqrt(sum(t));
            case SINE -> Math.sin(t.get(0) / Math.pow(10000, t.get(1)));
            case COSINE -> Math.cos(t.get(0) / Math.pow(10000, t.get(1)));
            case MASKED -> Double.NEGATIVE_INFINITY;
        };
    }

    /** Returns the same of the first term and what the others come to, in decimal arithmetic; a quotient has 40 digits. */
    BigDecimal exactly(BigDecimal first, BigDecimal others) {
        return switch (this) {
            case SHARE, SCALED -> others.signum() == 0 ? first : first.divide(others, new MathContext(40));
            case AVERAGE -> others.divide(first, new MathContext(40));
            default -> others;
        };
    }

    private static double sum(List<Double> terms) {
        double sum = 0;
        for (double term : terms) {
            sum += term;
        }
        return sum;
    }
}
