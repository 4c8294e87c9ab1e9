package app.regard.stage;

import app.regard.draw.Spot;
import app.regard.text.Printable;
import java.util.List;

/**
 * The explanation of one number: where it comes from.
 *
 * @param of the cell
 * @param value what is stored there
 * @param about the cell in words: "“bank” attends to “river”"
 * @param symbol its name in a formula: "a(“bank”, “river”)"
 * @param how how the terms become the value
 * @param terms the operands, in order
 * @param note what else there is to say, or empty
 */
public record Why(Spot of, double value, String about, String symbol, Operation how, List<Term> terms, String note) {
    public Why {
        about = Printable.label(about);
        symbol = Printable.label(symbol);
        terms = List.copyOf(terms);
        note = Printable.label(note);
    }

    /** A number that is not computed of others here. */
    public static Why given(Spot of, double value, String about, String symbol, String note) {
        return new Why(of, value, about, symbol, Operation.GIVEN, List.of(Term.of(value)), note);
    }

    /** Returns the result of the terms: the value, up to rounding. */
    public double result() {
        return how.of(terms.stream().map(Term::value).toList());
    }

    /** All cells that the value came from. */
    public List<Spot> sources() {
        return terms.stream().flatMap(t -> t.from().stream()).distinct().toList();
    }
}
