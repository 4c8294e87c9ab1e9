package app.regard.export.sheet;

import app.regard.draw.DecimalFormatter;
import app.regard.draw.Spot;
import app.regard.export.code.ScriptInputs;
import app.regard.stage.Part;
import app.regard.stage.Term;
import app.regard.stage.Why;
import app.regard.stage.Whys;
import app.regard.trace.Grid;
import app.regard.trace.Projection;
import app.regard.trace.Refusal;
import app.regard.trace.Trace;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The exercise of a class sheet: what it gives and what it asks: the way of one query through all stages, or cells that were
 * chosen, each blank to be computed from what is printed and from earlier blanks. Of the query's row there are at most {@value #MOST_WORDS} blanks along words (those
 * it attends to most) and {@value #MOST_COLUMNS} along dimensions (the largest numbers), so that it can be done by hand.
 */
final class Exercise {
    static final int MOST_WORDS = 6;
    static final int MOST_COLUMNS = 4;

    /** An answer is right when it is this close, or this share of a number above 1. */
    static final double TOLERANCE = 0.01;

    private static final int LEAST_DECIMALS = 2;
    private static final int MOST_DECIMALS = 6;

    /** Numbers from here on are shown with an exponent and three digits, too few to compute with. */
    private static final double TOO_LARGE = 1e6;

    /** The matrices whose numbers are computed from others on the sheet. */
    private static final Set<Part> COMPUTED = EnumSet.of(
            Part.H,
            Part.H_KEYS,
            Part.Q,
            Part.K,
            Part.V,
            Part.SCORES,
            Part.SCALED,
            Part.ROW_MAX,
            Part.EXPONENTIALS,
            Part.ROW_SUMS,
            Part.WEIGHTS,
            Part.WEIGHTED,
            Part.OUTPUTS);

    private final Trace t;
    private final int query;
    private final List<List<Part>> stages;
    private final Map<Part, Part> copies = new EnumMap<>(Part.class);
    private final Set<Spot> blanks = new LinkedHashSet<>();
    private final int decimals;

    /**
     * The exercise about a query.
     *
     * @param choices which exercise of a query it is
     * @param least how many decimals are printed at least
     * @throws Refusal if no number of decimals would do
     */
    Exercise(Trace t, SheetChoices choices, int least) {
        this.t = t;
        this.query = choices.query();
        Part asks = t.in().positions().on() ? Part.H : Part.X;
        Part answers = t.in().self() ? asks : t.in().positions().on() ? Part.H_KEYS : Part.X_KEYS;
        copied(Part.Q, asks, t.in().head().q());
        copied(Part.K, answers, t.in().head().k());
        copied(Part.V, answers, t.in().head().v());
        this.stages = stages();
        if (choices.asked().isEmpty()) {
            choose(choices.steps());
        } else {
            ask(choices.asked());
        }
        this.decimals = decimals(least);
    }

    /** The tables of each stage in the order in which they are computed; stage 1 first. */
    List<List<Part>> parts() {
        return stages;
    }

    /** Queries, keys or values that are just what goes in, so that they have no table of their own. */
    Map<Part, Part> copies() {
        return copies;
    }

    /** The cells to fill in, in the order in which they can be computed. */
    Set<Spot> blanks() {
        return blanks;
    }

    int decimals() {
        return decimals;
    }

    /** A number as it is printed. */
    String printed(Spot spot) {
        double value = value(spot);
        return value == 0 ? "0" : DecimalFormatter.text(value, decimals);
    }

    /** The cell of a table on the sheet that holds what a source refers to. */
    Spot onSheet(Spot source) {
        Part part = part(source);
        if (part == Part.FOCUSED) {
            return new Spot(Part.WEIGHTS.label(), query, source.row());
        }
        return new Spot(copies.getOrDefault(part, part).label(), source.row(), source.col());
    }

    private void copied(Part part, Part input, Projection p) {
        if (ScriptInputs.identity(p) && !p.biased()) {
            copies.put(part, input);
        }
    }

    private List<List<Part>> stages() {
        boolean positions = t.in().positions().on();
        List<Part> inputs = new ArrayList<>(positions ? List.of(Part.X, Part.P, Part.H) : List.of(Part.X));
        if (!t.in().self()) {
            inputs.addAll(positions ? List.of(Part.X_KEYS, Part.P_KEYS, Part.H_KEYS) : List.of(Part.X_KEYS));
        }
        List<Part> projections = new ArrayList<>();
        projection(projections, Part.W_Q, Part.B_Q, Part.Q, t.in().head().q());
        projection(projections, Part.W_K, Part.B_K, Part.K, t.in().head().k());
        projection(projections, Part.W_V, Part.B_V, Part.V, t.in().head().v());
        return List.of(
                inputs,
                projections,
                List.of(Part.SCORES),
                List.of(Part.SCALED),
                List.of(Part.ROW_MAX, Part.EXPONENTIALS),
                List.of(Part.ROW_SUMS, Part.WEIGHTS),
                List.of(Part.WEIGHTED),
                List.of(Part.OUTPUTS));
    }

    private void projection(List<Part> parts, Part w, Part b, Part result, Projection p) {
        if (!copies.containsKey(result)) {
            parts.addAll(p.biased() ? List.of(w, b, result) : List.of(w, result));
        }
    }

    private void choose(Set<Integer> steps) {
        int strongest = t.weights().strongest(query).get(0);
        int key = t.in().self() ? query : strongest;
        for (List<Part> stage : stages) {
            if (!steps.contains(stages.indexOf(stage) + 1)) {
                continue; // printed
            }
            for (Part part : stage) {
                switch (part) {
                    case H, Q, OUTPUTS -> across(part, query, MOST_COLUMNS);
                    case H_KEYS, K, V -> across(part, key, MOST_COLUMNS);
                    case WEIGHTED -> across(part, strongest, MOST_COLUMNS);
                    case SCORES, SCALED, EXPONENTIALS, WEIGHTS ->
                        largest(t.weights().a(), query, MOST_WORDS)
                                .forEach(j -> blanks.add(new Spot(part.label(), query, j)));
                    case ROW_MAX, ROW_SUMS -> blanks.add(new Spot(part.label(), query, 0));
                    default -> {} // given
                }
            }
        }
    }

    /** Leaves cells blank, in the order in which they can be computed. */
    private void ask(List<Spot> cells) {
        for (List<Part> stage : stages) {
            for (Part part : stage) {
                cells.stream()
                        .filter(cell -> cell.matrix().equals(part.label()) && COMPUTED.contains(part))
                        .sorted(Comparator.comparingInt(Spot::row).thenComparingInt(Spot::col))
                        .forEach(blanks::add);
            }
        }
        for (Spot cell : cells) {
            if (!blanks.contains(cell)) {
                String why = copies.containsKey(part(cell)) ? "they are a copy of what goes in" : "they are given";
                throw new Refusal("On a class sheet the numbers of " + cell.matrix()
                        + " cannot be asked for, for " + why + ": ask for "
                        + stages.stream()
                                .flatMap(List::stream)
                                .filter(COMPUTED::contains)
                                .map(Part::label)
                                .collect(Collectors.joining(", "))
                        + ".");
            }
        }
    }

    private void across(Part part, int row, int most) {
        largest(part.grid(t, query), row, most).forEach(c -> blanks.add(new Spot(part.label(), row, c)));
    }

    /** The columns of the largest numbers of a row, from left to right. */
    private static List<Integer> largest(Grid g, int row, int most) {
        return IntStream.range(0, g.cols())
                .boxed()
                .sorted((a, b) -> Double.compare(Math.abs(g.at(row, b)), Math.abs(g.at(row, a))))
                .limit(most)
                .sorted()
                .toList();
    }

    private int decimals(int least) {
        for (int tried = Math.max(LEAST_DECIMALS, least); tried <= MOST_DECIMALS; tried++) {
            if (enough(tried)) {
                return tried;
            }
        }
        throw new Refusal(
                "These numbers cannot be computed by hand: some are too large, or too small beside others, for "
                        + MOST_DECIMALS + " decimals. Choose another head, or smaller vectors.");
    }

    /** Whether someone who computes with the printed numbers, rounding each answer, gets every answer right. */
    private boolean enough(int tried) {
        Map<Spot, Double> found = new HashMap<>();
        for (Spot blank : blanks) {
            Why why = Whys.of(t, query, blank);
            List<Double> terms = why.terms().stream()
                    .map(term -> computed(term, found, tried))
                    .toList();
            double answer = rounded(why.how().of(terms), tried);
            double due = value(blank);
            boolean masked = due == Double.NEGATIVE_INFINITY && answer == due;
            if (!masked && !(Math.abs(answer - due) <= TOLERANCE * Math.max(1, Math.abs(due)))) {
                return false;
            }
            found.put(blank, answer);
        }
        return true;
    }

    /** A term with its factors as they stand on the sheet. */
    private double computed(Term term, Map<Spot, Double> found, int tried) {
        double product = 1;
        int ahead = term.factors().size() - term.from().size(); // factors that are no cells come first
        for (int f = 0; f < term.factors().size(); f++) {
            double factor = term.factors().get(f);
            if (!term.from().isEmpty()) {
                Spot source = term.from().get(Math.max(0, f - ahead));
                factor = value(source) == factor ? found.getOrDefault(onSheet(source), rounded(factor, tried)) : factor;
            }
            product *= factor;
        }
        return product;
    }

    private double value(Spot spot) {
        return part(spot).grid(t, query).at(spot.row(), spot.col());
    }

    private static Part part(Spot spot) {
        return Part.named(spot.matrix()).orElseThrow();
    }

    /** A number as it can be read off the sheet: NaN where it is not printed in full. */
    private static double rounded(double value, int decimals) {
        if (Double.isInfinite(value)) {
            return value;
        }
        return Math.abs(value) < TOO_LARGE
                ? new BigDecimal(value)
                        .setScale(decimals, RoundingMode.HALF_EVEN)
                        .doubleValue()
                : Double.NaN;
    }
}
