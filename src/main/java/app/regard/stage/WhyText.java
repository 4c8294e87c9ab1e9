package app.regard.stage;

import app.regard.draw.DecimalFormatter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A {@link Why} in writing, with as many digits as a calculator needs to come to the result that is shown. */
public final class WhyText {
    private WhyText() {}

    /** More terms than this are shown as the largest ones and the rest. */
    private static final int MOST = 7;

    private static final int LARGEST = 6;

    /** From this size on numbers have an exponent and too few digits for a calculator's last one. */
    private static final double HUGE = 1e6;

    /** Where what a row was shared out from sums to less, decimals would be noughts: numbers have exponents. */
    private static final double TINY = 1e-4;

    /** What terms that cancel leave below this share of them, computing has rounded. */
    private static final double ROUNDING = 1e-12;

    private static final int MOST_DIGITS = 17;

    /** How many digits more than the result the operands may have. */
    private static final int MOST_FINER = 8;

    /** How many digits more than asked for the result may have. */
    private static final int MOST_MORE = 3;

    /** The result as the formula shows it: with a digit more where so many would be a tie. */
    public static String result(Why why, int decimals) {
        return fit(why, decimals).result();
    }

    /** "a(“bank”, “river”) = 1 ÷ (0.9416 + 0.2706 + 0.2800 + 1) = 0.4013". */
    public static String formula(Why why, int decimals) {
        Fit fit = fit(why, decimals);
        return fit.written().text(fit.result());
    }

    /**
     * The operands and the result as they are shown.
     *
     * @param calculated what a calculator makes of these operands, rounded like the result
     */
    public record Fit(Written written, String result, String calculated) {}

    /**
     * The fewest digits with which a calculator comes to the result that is shown. Where that is a tie, which one
     * rounds up and another down, or lies a hair beside one (1.8260500000000002), the result gets one more digit.
     */
    public static Fit fit(Why why, int decimals) {
        for (int more = 0; more <= MOST_MORE; more++) {
            int places = places(why, decimals + more);
            String result = DecimalFormatter.text(why.value(), places);
            for (int digits = decimals; digits <= Math.max(places, decimals + more) + MOST_FINER; digits++) {
                Written written = new Written(why, digits, places < 0 || places > decimals + more);
                String calculated = written.calculated(places);
                if (calculated.equals(result)) {
                    return new Fit(written, result, calculated);
                }
            }
        }
        int places = places(why, decimals);
        Written written = new Written(why, MOST_DIGITS, places < 0);
        return new Fit(written, DecimalFormatter.text(why.value(), places), written.calculated(places));
    }

    /** The decimals of the result: it is said to be 0 or 1 only where it is, or where rounding alone has left something. */
    private static int places(Why why, int decimals) {
        double all = why.terms().stream().mapToDouble(t -> Math.abs(t.value())).sum();
        boolean cancelled = why.how() == Operation.SUM && Math.abs(why.value()) <= ROUNDING * all;
        return cancelled ? decimals : DecimalFormatter.places(why.value(), decimals);
    }

    /** The operands rounded to so many digits, the small ones put together. */
    public static final class Written {
        private final Why why;
        private final int digits;
        private final List<Term> shown = new ArrayList<>();
        private double rest;
        private int restCount;
        private int zeros;
        private final boolean tiny;

        /** @param small whether the result is so near 0 or 1 that small operands have an exponent */
        Written(Why why, int digits, boolean small) {
            this.why = why;
            this.digits = digits;
            double others =
                    why.terms().stream().skip(1).mapToDouble(Term::value).sum();
            this.tiny = small || (why.how() == Operation.SHARE && others < TINY);
            List<Term> terms =
                    startsFromFirst() ? why.terms().subList(1, why.terms().size()) : why.terms();
            boolean adds = why.how() == Operation.SUM || startsFromFirst() || why.how() == Operation.LENGTH;
            if (why.how() == Operation.LARGEST) {
                terms.stream()
                        .sorted(Comparator.comparingDouble((Term t) -> -t.value()))
                        .limit(MOST)
                        .forEach(shown::add);
                return;
            }
            if (!adds) {
                shown.addAll(terms);
                return;
            }
            List<Term> nonzero = terms.stream().filter(t -> t.value() != 0).toList();
            zeros = terms.size() - nonzero.size();
            if (zeros == 1 && terms.size() <= MOST) { // a single one is as short as saying so
                shown.addAll(terms);
                zeros = 0;
                return;
            }
            if (nonzero.size() <= MOST) {
                shown.addAll(nonzero);
                return;
            }
            double[] sizes =
                    nonzero.stream().mapToDouble(t -> Math.abs(t.value())).toArray();
            double[] sorted = sizes.clone();
            Arrays.sort(sorted);
            double least = sorted[sorted.length - LARGEST];
            for (int i = 0; i < sizes.length; i++) {
                if (sizes[i] >= least && shown.size() < LARGEST) {
                    shown.add(nonzero.get(i));
                } else {
                    rest += nonzero.get(i).value();
                    restCount++;
                }
            }
        }

        /** Whether the first term stands beside the sum of the others. */
        private boolean startsFromFirst() {
            return why.how() == Operation.SHARE || why.how() == Operation.AVERAGE;
        }

        /** What a calculator shows with so many decimals or an exponent, or "tie" where calculators differ. */
        String calculated(int decimals) {
            boolean scaled = why.how() == Operation.SCALED;
            boolean simple = why.how() == Operation.SUM || startsFromFirst() || scaled;
            if (!simple || Math.abs(why.value()) >= HUGE) {
                return DecimalFormatter.text(result(), decimals);
            }
            if (why.how() == Operation.SHARE && total().signum() == 0) {
                return "error";
            }
            BigDecimal first = decimal(why.terms().get(0).value());
            BigDecimal exact = why.how()
                    .exactly(
                            first, scaled ? product(why.terms().stream().skip(1).map(Term::value)) : total());
            BigDecimal up = rounded(exact, decimals, RoundingMode.HALF_UP);
            boolean tie = up.compareTo(rounded(exact, decimals, RoundingMode.HALF_DOWN)) != 0;
            return tie ? "tie" : DecimalFormatter.text(up.doubleValue(), decimals);
        }

        private static BigDecimal rounded(BigDecimal exact, int decimals, RoundingMode how) {
            return decimals < 0 ? exact.round(new MathContext(2, how)) : exact.setScale(decimals, how);
        }

        /** The sum of what is written. */
        private BigDecimal total() {
            BigDecimal sum = restCount > 0 ? decimal(rest) : BigDecimal.ZERO;
            for (Term t : shown) {
                sum = sum.add(product(t.factors().stream()));
            }
            return sum;
        }

        private BigDecimal product(Stream<Double> factors) {
            return factors.map(this::decimal).reduce(BigDecimal.ONE, BigDecimal::multiply);
        }

        double result() {
            List<Double> values = new ArrayList<>();
            if (startsFromFirst()) {
                values.add(rounded(why.terms().get(0).value()));
            }
            shown.forEach(
                    t -> values.add(t.factors().stream().map(this::rounded).reduce(1.0, (a, b) -> a * b)));
            if (restCount > 0) {
                values.add(rounded(rest));
            }
            return why.how().of(values);
        }

        public String text(String result) {
            String left = why.symbol() + " = ";
            String equals = " = " + result;
            return switch (why.how()) {
                case GIVEN -> left + number(why.value());
                case SUM -> left + sum() + (plainOne() ? "" : equals);
                case SHARE -> left + number(why.terms().get(0).value()) + " ÷ (" + sum() + ")" + equals;
                case AVERAGE -> left + "(" + sum() + ") ÷ " + number(value(0)) + equals;
                case SCALED -> left + scaled() + equals;
                case EXPONENTIAL -> left + "e^(" + number(value(0)) + " − " + bracketed(value(1)) + ")" + equals;
                case LARGEST -> left + "max(" + largest() + ")" + equals;
                case LENGTH -> left + "√(" + sum() + ")" + equals;
                case SINE -> left + "sin(" + wave() + ")" + equals;
                case COSINE -> left + "cos(" + wave() + ")" + equals;
                case MASKED -> left + "−∞ (masked; the score was " + number(value(0)) + ")";
            };
        }

        private double value(int term) {
            return why.terms().get(term).value();
        }

        /** Whether the sum is one plain number that is the result. */
        private boolean plainOne() {
            return zeros == 0 && shown.size() == 1 && shown.get(0).factors().size() == 1;
        }

        private String scaled() {
            String by = why.terms().stream()
                    .skip(1)
                    .map(t -> number(t.value()) + " (" + t.label() + ")")
                    .collect(Collectors.joining(" · "));
            return number(value(0)) + " ÷ " + (why.terms().size() > 2 ? "(" + by + ")" : by);
        }

        private String wave() {
            return number(value(0)) + " ÷ 10000^" + number(value(1));
        }

        private String largest() {
            String some = shown.stream().map(t -> number(t.value())).collect(Collectors.joining(", "));
            int more = why.terms().size() - shown.size();
            return more > 0 ? some + ", … " + more + " smaller" : some;
        }

        private String sum() {
            StringBuilder text = new StringBuilder();
            for (Term t : shown) {
                String product = t.factors().stream().map(this::bracketed).collect(Collectors.joining(" · "));
                text.append(text.isEmpty() ? "" : " + ")
                        .append(t.label().isEmpty() ? "" : t.label() + " ")
                        .append(product);
            }
            if (restCount > 0) {
                text.append(" + ")
                        .append(bracketed(rest))
                        .append(" (")
                        .append(restCount)
                        .append(" more)");
            }
            if (zeros > 0) {
                String count = zeros == 1 ? "1 term that is 0" : zeros + " terms that are 0";
                text.append(text.isEmpty() ? "" : " + ").append(count);
            }
            return text.toString();
        }

        private String bracketed(double v) {
            String text = number(v);
            return text.startsWith("−") ? "(" + text + ")" : text;
        }

        private double rounded(double v) {
            return Double.isFinite(v) ? decimal(v).doubleValue() : v;
        }

        private BigDecimal decimal(double v) {
            BigDecimal exact = new BigDecimal(v);
            return exponent(v)
                    ? exact.round(new MathContext(digits + 3, RoundingMode.HALF_EVEN))
                    : exact.setScale(digits, RoundingMode.HALF_EVEN);
        }

        /** Whether a number is written with an exponent. */
        private boolean exponent(double v) {
            return Math.abs(v) >= HUGE || (tiny && v != 0 && Math.abs(v) < TINY);
        }

        /** So many decimals; fewer where fewer are exact, so that 1 is written 1 and 1.72 is written 1.72. */
        private String number(double v) {
            if (!Double.isFinite(v)) {
                return DecimalFormatter.text(v, digits);
            }
            BigDecimal d = decimal(v);
            if (d.doubleValue() == v) {
                BigDecimal shortest = d.stripTrailingZeros();
                d = shortest.scale() < 0 ? shortest.setScale(0, RoundingMode.UNNECESSARY) : shortest;
            }
            String text = exponent(v) ? DecimalFormatter.scientific(d) : d.toPlainString();
            return text.replace('-', '−');
        }
    }
}
