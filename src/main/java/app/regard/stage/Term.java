package app.regard.stage;

import app.regard.draw.Spot;
import app.regard.text.Printable;
import java.util.List;

/**
 * One operand of a {@link Why}: a product of one or more stored numbers.
 *
 * @param label what runs along the sum, or empty: "nature"
 * @param factors the stored numbers
 * @param from the cells that hold them
 */
public record Term(String label, List<Double> factors, List<Spot> from) {
    public Term {
        label = Printable.label(label);
        factors = List.copyOf(factors);
        from = List.copyOf(from);
    }

    /** A number that stands alone. */
    public static Term of(double value, Spot... from) {
        return new Term("", List.of(value), List.of(from));
    }

    static Term product(String label, double a, Spot ofA, double b, Spot ofB) {
        return new Term(label, List.of(a, b), List.of(ofA, ofB));
    }

    public double value() {
        double product = 1;
        for (double factor : factors) {
            product *= factor;
        }
        return product;
    }
}
