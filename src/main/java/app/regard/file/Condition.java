package app.regard.file;

import app.regard.trace.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * A condition on what is shown, by which a card of a lesson is done: comparisons that hold all at once, as
 * {@code focus = it and stage = 6}.
 *
 * @param text as it was written
 * @param all the comparisons
 */
public record Condition(String text, List<Comparison> all) {
    /** Characters of a condition. */
    static final int LONGEST = 1000;

    /** A number that was computed is equal to one that is written up to this. */
    private static final double ROUNDING = 1e-9;

    public Condition {
        all = List.copyOf(all);
    }

    /**
     * Reads a condition.
     *
     * @throws Refusal if it is none; the message says what is expected
     */
    public static Condition parse(String text) {
        return new Condition(text, new ConditionReader(text).comparisons());
    }

    /** Whether all comparisons hold; facts are asked for by their kind and, of settings and results, by their name. */
    public boolean holds(BiFunction<Fact, String, Optional<String>> facts) {
        return all.stream()
                .allMatch(one ->
                        facts.apply(one.fact, one.name).filter(one::holds).isPresent());
    }

    /**
     * A comparison of a fact with a value. A fact that is not there compares with nothing.
     *
     * @param name which setting or result; empty for other facts
     * @param sign one of = != &lt; &lt;= &gt; &gt;=; what is no number is only equal or not
     */
    public record Comparison(Fact fact, String name, String sign, String value) {
        private boolean holds(String is) {
            if (!Numeral.is(value) || !Numeral.is(is)) {
                boolean equal = is.strip().equalsIgnoreCase(value);
                return sign.equals("=") ? equal : sign.equals("!=") && !equal;
            }
            double more = Double.parseDouble(is) - Double.parseDouble(value);
            boolean equal = Math.abs(more) <= room();
            return switch (sign) {
                case "=" -> equal;
                case "!=" -> !equal;
                case "<" -> more < 0;
                case "<=" -> more < 0 || equal;
                case ">" -> more > 0;
                default -> more > 0 || equal;
            };
        }

        /** Half a unit of the last decimal that is written: 0.40 is equal to 0.4013. */
        private double room() {
            int point = value.indexOf('.');
            return ROUNDING + (point < 0 ? 0 : 0.5 * Math.pow(10, point + 1.0 - value.length()));
        }
    }
}
