package app.regard.lab.change;

import app.regard.draw.ColourRole;
import app.regard.draw.DecimalFormatter;
import app.regard.draw.Spot;
import app.regard.lab.BarsPanel;
import app.regard.lab.FactsPanel;
import app.regard.lab.Panel;
import app.regard.lab.Snapshot;
import app.regard.lab.TracedMoment;
import app.regard.stage.Operation;
import app.regard.stage.Part;
import app.regard.stage.Stages;
import app.regard.stage.Term;
import app.regard.stage.Why;
import app.regard.stage.Words;
import app.regard.trace.Matrix;
import app.regard.trace.Moment;
import app.regard.trace.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What is shown of the words that one word's output is made of.
 *
 * @param each what becomes of the row without each word alone
 * @param struck the words that are struck out now
 * @param all what becomes of the row without all of them
 */
record ContributionShown(
        TracedMoment of, List<Contribution.Struck> each, Set<Integer> struck, Contribution.Struck all) {
    private static final int WEIGHT = 0;
    private static final int LENGTH = 1;

    private Sentence words() {
        return of.trace().weights().to();
    }

    private double weight(int j) {
        return of.at(Part.WEIGHTS, of.query(), j);
    }

    private double length(int j) {
        return of.at(Part.LENGTHS, j, 0);
    }

    private double effect(int j) {
        return each.get(j).effect();
    }

    Snapshot snapshot() {
        return new Snapshot(List.of(bars(), row(), facts()), said());
    }

    private List<Double> all(IntToDoubleFunction number) {
        return IntStream.range(0, words().size())
                .mapToObj(number::applyAsDouble)
                .toList();
    }

    private String asking() {
        return "“" + Words.brief(of.trace().weights().from().shown(of.query())) + "”";
    }

    private Panel bars() {
        return new BarsPanel(
                Contribution.BARS,
                asking() + " takes: click to strike out",
                Words.labels(words()),
                List.of(
                        new BarsPanel.Series("weight a", ColourRole.QUERY, all(this::weight)),
                        new BarsPanel.Series("contribution ‖a·v‖", ColourRole.VALUE, all(this::length)),
                        new BarsPanel.Series("effect ‖o − o′‖", ColourRole.KEY, all(this::effect))),
                struck,
                Optional.of(BarsPanel.spot(Contribution.BARS, largest(this::weight), WEIGHT)),
                this::why,
                spot -> Optional.of(of.here()));
    }

    private int largest(IntToDoubleFunction number) {
        int best = 0;
        for (int j = 1; j < words().size(); j++) {
            best = number.applyAsDouble(j) > number.applyAsDouble(best) ? j : best;
        }
        return best;
    }

    private Optional<Why> why(Spot spot) {
        int j = spot.row();
        return switch (spot.col()) {
            case WEIGHT -> Optional.of(of.why(Part.WEIGHTS, of.query(), j));
            case LENGTH -> Optional.of(of.why(Part.LENGTHS, j, 0));
            default -> Double.isNaN(effect(j)) ? Optional.empty() : Optional.of(effectWhy(j));
        };
    }

    /** 1 − a as the sum of what the others have, which a digit of is left where a is nearly 1. */
    private double rest(int j) {
        return IntStream.range(0, words().size())
                .filter(k -> k != j)
                .mapToDouble(this::weight)
                .sum();
    }

    /** ‖o − o′‖ = a/(1 − a)·‖o − v‖: what is left is blown up to sum to 1 again. */
    private double identity(int j) {
        return weight(j) / rest(j) * apart(j);
    }

    /** ‖o − v‖ as the length of Σ aₖ·(vₖ − v) over the others, likewise. */
    private double apart(int j) {
        Matrix v = of.trace().v();
        double[] sum = new double[v.cols()];
        for (int k = 0; k < v.rows(); k++) {
            for (int c = 0; c < sum.length; c++) {
                sum[c] += k == j ? 0 : weight(k) * (v.at(k, c) - v.at(j, c));
            }
        }
        return Math.sqrt(Facts.dot(sum, sum));
    }

    private Why effectWhy(int j) {
        boolean left = rest(j) > 0;
        Spot weight = new Spot(Part.WEIGHTS.label(), of.query(), j);
        String word = Words.quoted(words().shown(j));
        return new Why(
                new Spot(Contribution.BARS, j, 2),
                effect(j),
                "how far the output of " + asking() + " moves without " + word,
                "‖o − o′‖",
                left ? Operation.SUM : Operation.GIVEN,
                List.of(
                        left
                                ? new Term(
                                        "a/(1 − a) · ‖o − v‖", List.of(weight(j) / rest(j), apart(j)), List.of(weight))
                                : new Term("", List.of(effect(j)), List.of())),
                left
                        ? "The others share out what it had, a; so o′ lies further from v than o does."
                        : "To the last digit it has all of the 1, so that the row was computed anew without it.");
    }

    /** The row as it is now, beside what it was. */
    private Panel row() {
        List<BarsPanel.Series> series = new ArrayList<>();
        series.add(new BarsPanel.Series("weight now", ColourRole.QUERY, all.weights()));
        if (!struck.isEmpty()) {
            series.add(new BarsPanel.Series("before", ColourRole.STRONG_EDGE, all(this::weight)));
        }
        Moment there =
                new Moment(Contribution.hidden(of.here().experiment(), of.query(), struck), Stages.WEIGHTS, of.query());
        return new BarsPanel(
                "row",
                struck.isEmpty() ? "Its row of weights" : "Its row of weights without what is struck out",
                Words.labels(words()),
                series,
                struck,
                Optional.empty(),
                spot -> spot.col() == 1 || struck.isEmpty()
                        ? Optional.of(of.why(Part.WEIGHTS, of.query(), spot.row()))
                        : Optional.empty(),
                spot -> Optional.of(there));
    }

    private FactsPanel facts() {
        Facts facts = new Facts();
        double error = 0;
        for (int j = 0; j < words().size(); j++) {
            String name = Facts.name(words(), j);
            facts.add("weight " + name, weight(j), of.why(Part.WEIGHTS, of.query(), j));
            facts.add("‖a·v‖ " + name, length(j), of.why(Part.LENGTHS, j, 0));
            if (Double.isNaN(effect(j))) {
                facts.add("effect " + name, effect(j));
            } else {
                facts.add("effect " + name, effect(j), effectWhy(j));
                error = rest(j) > 0 ? Math.max(error, Math.abs(identity(j) - effect(j))) : error;
            }
        }
        if (!struck.isEmpty()) {
            facts.add("effect together", all.effect());
        }
        return facts.add("error of the identity", error).panel("The row of " + asking());
    }

    private String said() {
        int weight = largest(this::weight);
        int length = largest(this::length);
        int effect = largest(j -> Double.isNaN(effect(j)) ? 0 : effect(j));
        String most = "Largest weight: " + named(weight, weight(weight)) + "; largest contribution: "
                + named(length, length(length)) + "; largest effect: "
                + (effect(effect) > 0 ? named(effect, effect(effect)) : "none") + ".";
        boolean only = IntStream.range(0, words().size()).anyMatch(j -> Double.isNaN(effect(j)));
        String without = struck.isEmpty()
                ? ""
                : Double.isNaN(all.effect())
                        ? " Without all that is struck out the row has nothing left to look at: there is no output."
                        : " Without what is struck out the output moves by " + DecimalFormatter.claimed(all.effect(), 4)
                                + ".";
        return most + without + (only ? " Where a word has all of the row’s 1, there is no output without it." : "")
                + " This is the effect on this head’s output, not on what a model says.";
    }

    private String named(int j, double value) {
        return "“" + Words.brief(words().shown(j)) + "” " + DecimalFormatter.claimed(value, 4);
    }
}
