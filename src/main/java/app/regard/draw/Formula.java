package app.regard.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A formula on some lines, read from a line of text each: "_{…}" is set low, "^{…}" high (a single letter needs no braces),
 * "\frac{…}{…}" is a fraction, "&" is where lines are aligned, "~" begins a quieter line, and three blanks part what may
 * stand on lines of its own. A backslash before any other character takes it as it is.
 */
public record Formula(List<Line> lines) {
    public Formula {
        lines = List.copyOf(lines);
    }

    /** A line: what stands before the place where lines are aligned, then the parts behind it. */
    public record Line(boolean quiet, Term before, List<Term> parts) {
        public Line {
            parts = List.copyOf(parts);
        }
    }

    /** A piece of a formula. */
    public sealed interface Term {}

    /** Letters and signs on the line. */
    public record Letters(String text) implements Term {}

    /** What stands low and high behind what comes before it. */
    public record Script(Term low, Term high) implements Term {}

    /** One thing over another. */
    public record Fraction(Term over, Term under) implements Term {}

    /** Pieces one after the other. */
    public record Row(List<Term> terms) implements Term {
        public Row {
            terms = List.copyOf(terms);
        }
    }

    private static final Row NOTHING = new Row(List.of());
    private static final String FRACTION = "\\frac";
    private static final Pattern PARTS = Pattern.compile(" {3,}");
    private static final String SIGNS = "\\_^&~{}";

    /** Reads a formula, line by line. */
    public static Formula of(String written) {
        return new Formula(written.lines().map(Formula::line).toList());
    }

    /** A text that stands in a formula as it is. */
    public static String literal(String text) {
        return text.codePoints()
                .mapToObj(c -> (SIGNS.indexOf(c) >= 0 ? "\\" : "") + Character.toString(c))
                .collect(Collectors.joining());
    }

    private static Line line(String written) {
        boolean quiet = written.startsWith("~");
        String rest = quiet ? written.substring(1) : written;
        int aligned = rest.indexOf('&');
        boolean escaped = aligned > 0 && rest.charAt(aligned - 1) == '\\';
        int from = aligned < 0 || escaped ? 0 : aligned + 1;
        List<Term> parts = Stream.of(PARTS.split(rest.substring(from)))
                .map(part -> new Reader(part.strip()).row())
                .<Term>map(row -> row)
                .toList();
        return new Line(
                quiet,
                from == 0 ? NOTHING : new Reader(rest.substring(0, from - 1).strip()).row(),
                parts);
    }

    /** As a line of plain text: "a_ij = e_ij / Σ_j e_ij". */
    public String plain() {
        return lines.stream()
                .map(line -> Stream.concat(Stream.of(line.before()), line.parts().stream())
                        .map(Formula::plain)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
    }

    private static String plain(Term term) {
        if (term instanceof Letters letters) {
            return letters.text();
        }
        if (term instanceof Script script) {
            String low = plain(script.low());
            String high = plain(script.high());
            return (low.isEmpty() ? "" : "_" + low) + (high.isEmpty() ? "" : "^" + bracketed(high));
        }
        if (term instanceof Fraction fraction) {
            return bracketed(plain(fraction.over())) + " / " + bracketed(plain(fraction.under()));
        }
        return ((Row) term).terms().stream().map(Formula::plain).collect(Collectors.joining());
    }

    private static String bracketed(String text) {
        return text.indexOf(' ') < 0 ? text : "(" + text + ")";
    }

    /** The reader of one part of a line. */
    private static final class Reader {
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        /** Everything to the end, or to the brace that closes a group. */
        Row row() {
            List<Term> terms = new ArrayList<>();
            StringBuilder letters = new StringBuilder();
            while (at < text.length() && text.charAt(at) != '}') {
                char c = text.charAt(at);
                boolean fraction = text.startsWith(FRACTION, at);
                if (c == '_' || c == '^' || fraction) {
                    flush(letters, terms);
                    terms.add(fraction ? fraction() : script());
                } else {
                    at += c == '\\' && at + 1 < text.length() ? 1 : 0;
                    letters.append(text.charAt(at++));
                }
            }
            flush(letters, terms);
            return new Row(terms);
        }

        private static void flush(StringBuilder letters, List<Term> terms) {
            if (!letters.isEmpty()) {
                terms.add(new Letters(letters.toString()));
                letters.setLength(0);
            }
        }

        private Fraction fraction() {
            at += FRACTION.length();
            return new Fraction(group(), group());
        }

        private Script script() {
            Term low = next('_') ? group() : NOTHING;
            Term high = next('^') ? group() : NOTHING;
            return new Script(low, high);
        }

        private boolean next(char sign) {
            boolean there = at < text.length() && text.charAt(at) == sign;
            at += there ? 1 : 0;
            return there;
        }

        /** What stands between braces, or a single character. */
        private Term group() {
            if (next('{')) {
                Row row = row();
                next('}');
                return row;
            }
            if (at >= text.length()) {
                return NOTHING;
            }
            int end = text.offsetByCodePoints(at, 1);
            Letters one = new Letters(text.substring(at, end));
            at = end;
            return one;
        }
    }
}
