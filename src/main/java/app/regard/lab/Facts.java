package app.regard.lab;

import app.regard.draw.Spot;
import app.regard.stage.Operation;
import app.regard.stage.Term;
import app.regard.stage.Why;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The named numbers of a lab's panel {@code facts} while they are collected, each with where it comes from. */
public final class Facts {
    private static final String ID = "facts";

    private final List<FactsPanel.Fact> all = new ArrayList<>();

    /** Adds a number that was counted or measured. */
    public Facts given(String name, double value, String note) {
        return add(name, value, Operation.GIVEN, List.of(Term.of(value)), note);
    }

    /** Adds a product. */
    public Facts product(String name, String note, double... factors) {
        List<Double> list = Arrays.stream(factors).boxed().toList();
        double product = list.stream().reduce(1.0, (a, b) -> a * b);
        return add(name, product, Operation.SUM, List.of(new Term("", list, List.of())), note);
    }

    /** Adds a mean of measured numbers. */
    public Facts mean(String name, double sum, double count, String note) {
        return add(name, sum / count, Operation.AVERAGE, terms(count, sum), note);
    }

    /** Adds a part of a sum. */
    public Facts share(String name, double part, String note, double... all) {
        double whole = Arrays.stream(all).sum();
        double[] numbers = new double[all.length + 1];
        numbers[0] = part;
        System.arraycopy(all, 0, numbers, 1, all.length);
        return add(name, part / whole, Operation.SHARE, terms(numbers), note);
    }

    private static List<Term> terms(double... numbers) {
        return Arrays.stream(numbers).mapToObj(Term::of).toList();
    }

    private Facts add(String name, double value, Operation how, List<Term> terms, String note) {
        Why why = new Why(new Spot(ID, all.size(), 0), value, name, name, how, terms, note);
        all.add(new FactsPanel.Fact(name, value, Double.isNaN(value) ? Optional.empty() : Optional.of(why)));
        return this;
    }

    /** The panel of all that was added. */
    public FactsPanel panel(String title) {
        return new FactsPanel(ID, title, all);
    }
}
