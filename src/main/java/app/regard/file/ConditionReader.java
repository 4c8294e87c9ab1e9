package app.regard.file;

import app.regard.file.Condition.Comparison;
import app.regard.trace.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The reading of a condition from left to right: comparisons with “and” between them. */
final class ConditionReader {
    private static final List<String> SIGNS = List.of("=", "!=", "<", "<=", ">", ">=");
    private static final String SIGN = "=!<>";
    private static final String QUOTE = "'\"";

    private final String text;
    private int at;

    ConditionReader(String text) {
        this.text = text;
    }

    List<Comparison> comparisons() {
        List<Comparison> all = new ArrayList<>();
        all.add(comparison());
        while (!ends()) {
            String and = word("“and”");
            if (!and.equals("and")) {
                throw new Refusal("“and” is expected between comparisons, not “" + and
                        + "”; a value of several words stands in quotes");
            }
            all.add(comparison());
        }
        return all;
    }

    private Comparison comparison() {
        Fact fact = fact(word("a fact"));
        String name = fact.named() ? word("the name of a " + fact.word()) : "";
        String sign = sign(fact);
        String value = word("a value after " + sign);
        boolean ordered = sign.contains("<") || sign.contains(">");
        if (!Numeral.is(value) && (fact.number() || ordered)) {
            throw new Refusal((fact.number() ? "“" + fact.word() + "” is" : "“" + sign + "” takes") + " a number, not “"
                    + value + "”");
        }
        if (ordered && !fact.number() && fact != Fact.SETTING) {
            throw new Refusal("“" + fact.word() + "” is no number: compare it with = or !=");
        }
        if (!fact.has(value)) {
            throw new Refusal("“" + fact.word() + "” is never “" + value + "”, only one of " + fact.choices());
        }
        return new Comparison(fact, name, sign, value);
    }

    private static Fact fact(String word) {
        return Arrays.stream(Fact.values())
                .filter(f -> f.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new Refusal("there is no fact “" + word + "”; there are "
                        + Arrays.stream(Fact.values()).map(Fact::word).collect(Collectors.joining(", "))));
    }

    private String sign(Fact fact) {
        ends();
        int from = at;
        while (at < text.length() && SIGN.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String sign = text.substring(from, at);
        if (!SIGNS.contains(sign)) {
            throw new Refusal("one of " + String.join(" ", SIGNS) + " is expected after “" + fact.word() + "”");
        }
        return sign;
    }

    /** The next word, or what stands between quotes. */
    private String word(String expected) {
        if (ends()) {
            throw new Refusal(expected + " is expected at the end of “" + text + "”");
        }
        char quote = text.charAt(at);
        if (QUOTE.indexOf(quote) >= 0) {
            int end = text.indexOf(quote, at + 1);
            if (end < 0) {
                throw new Refusal("a quote is not closed in “" + text + "”");
            }
            String quoted = text.substring(at + 1, end);
            at = end + 1;
            return quoted;
        }
        int from = at;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && SIGN.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        if (from == at) {
            throw new Refusal(expected + " is expected before “" + text.substring(at) + "”");
        }
        return text.substring(from, at);
    }

    /** Whether nothing is left but white space, which is skipped. */
    private boolean ends() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at == text.length();
    }
}
