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
import app.regard.trace.Mask;
import app.regard.trace.Sentence;
import app.regard.trace.Trace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What is shown of a score taken apart.
 *
 * @param key the place of the word that answers
 * @param off the parts that are switched off, for this word and for all that answer it
 */
record PartsShown(TracedMoment of, int key, ScoreParts parts, Set<String> off) {
    static final String REST = "more";

    /** More parts than this are put together; biases, and what is off, stand apart. */
    private static final int MOST = 10;

    private List<ScoreParts.One> sorted() {
        List<ScoreParts.One> all = new ArrayList<>(parts.of(of.query(), key));
        all.sort((a, b) -> Double.compare(Math.abs(b.value()), Math.abs(a.value())));
        return all;
    }

    Snapshot snapshot() {
        List<ScoreParts.One> all = sorted();
        Set<ScoreParts.One> largest =
                all.stream().filter(p -> !p.bias()).limit(MOST).collect(Collectors.toSet());
        Predicate<ScoreParts.One> apart = p -> largest.contains(p) || p.bias() || off.contains(p.name());
        List<ScoreParts.One> shown = all.stream().filter(apart).toList();
        List<ScoreParts.One> rest = all.stream().filter(apart.negate()).toList();
        double[] weights = weights();
        return new Snapshot(
                List.of(bars(shown, rest), row(weights), facts(all, shown, rest, weights)), said(all, shown, weights));
    }

    private static double sum(List<ScoreParts.One> some) {
        return some.stream().mapToDouble(ScoreParts.One::value).sum();
    }

    private double on(List<ScoreParts.One> all) {
        return all.stream()
                .filter(p -> !off.contains(p.name()))
                .mapToDouble(ScoreParts.One::value)
                .sum();
    }

    /** The row of weights without the parts that are off. */
    private double[] weights() {
        Trace t = of.trace();
        Mask mask = t.in().mask();
        double[] scores = IntStream.range(0, t.weights().to().size())
                .mapToDouble(j ->
                        mask.allows(of.query(), j) ? t.scaled().at(of.query(), j) - taken(j) : Double.NEGATIVE_INFINITY)
                .toArray();
        double most = DoubleStream.of(scores).max().orElse(0);
        double[] e = DoubleStream.of(scores).map(s -> StrictMath.exp(s - most)).toArray();
        double sum = DoubleStream.of(e).sum();
        return DoubleStream.of(e).map(v -> v / sum).toArray();
    }

    private double taken(int j) {
        return off.isEmpty()
                ? 0
                : parts.of(of.query(), j).stream()
                        .filter(p -> off.contains(p.name()))
                        .mapToDouble(ScoreParts.One::value)
                        .sum();
    }

    private static String written(String name) {
        return name.replace('*', '·');
    }

    private Panel bars(List<ScoreParts.One> shown, List<ScoreParts.One> rest) {
        List<String> names = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        Set<Integer> faint = new HashSet<>();
        for (ScoreParts.One part : shown) {
            if (off.contains(part.name())) {
                faint.add(names.size());
            }
            names.add(written(part.name()));
            values.add(part.value());
        }
        if (!rest.isEmpty()) {
            names.add(rest.size() + " " + REST);
            values.add(sum(rest));
        }
        return new BarsPanel(
                Parts.BARS,
                pair() + ": click a part off",
                names,
                List.of(new BarsPanel.Series("part", ColourRole.KEY, values)),
                faint,
                names.isEmpty() ? Optional.empty() : Optional.of(BarsPanel.spot(Parts.BARS, 0, 0)),
                spot -> spot.row() < shown.size()
                        ? why(shown.get(spot.row()), spot)
                        : Optional.of(of.why(Part.SCALED, of.query(), key)),
                spot -> Optional.of(of.in(Stages.SCORES)));
    }

    /**
     * What the one word has, times what the head makes of it, and of a pair times what the other has, over √d_k·τ; of a bias the
     * dot product.
     */
    private Optional<Why> why(ScoreParts.One part, Spot spot) {
        return Optional.of(new Why(
                spot,
                part.value(),
                "part of the score of " + pair() + ": " + written(part.name()),
                written(part.name()),
                part.bias() ? Operation.SUM : Operation.SCALED,
                part.bias() ? meeting(part) : product(part),
                part.bias()
                        ? "A bias’ part: it is of no dimension of the word. Each product stands over √dₖ·τ."
                        : part.col() < 0
                                ? "The second number is what the head makes of this dimension here: its row of W_Q · the key."
                                : "The number in the middle is the head’s own, W_Q·W_Kᵀ."));
    }

    private List<Term> meeting(ScoreParts.One part) {
        List<double[]> both = parts.meeting(part.name(), of.query(), key);
        double by = 1 / of.trace().divisor();
        return IntStream.range(0, both.get(0).length)
                .mapToObj(c -> new Term("", List.of(both.get(0)[c], both.get(1)[c], by), List.of()))
                .toList();
    }

    private List<Term> product(ScoreParts.One part) {
        Trace t = of.trace();
        boolean placed = t.in().positions().on();
        Part asks = placed ? Part.H : Part.X;
        double x = t.h().at(of.query(), part.row());
        double rest = part.value() * t.divisor() / x;
        List<Double> factors = new ArrayList<>(List.of(x, rest));
        List<Spot> from = new ArrayList<>(List.of(new Spot(asks.label(), of.query(), part.row())));
        if (part.col() >= 0) {
            Part answers = t.in().self() ? asks : placed ? Part.H_KEYS : Part.X_KEYS;
            double y = t.hKeys().at(key, part.col());
            factors = List.of(x, rest / y, y);
            from.add(new Spot(answers.label(), key, part.col()));
        }
        return List.of(new Term("", factors, from), new Term("√dₖ·τ", List.of(t.divisor()), List.of()));
    }

    private String pair() {
        return Words.quoted(Words.brief(of.trace().weights().from().shown(of.query()))) + " and "
                + Words.quoted(Words.brief(of.trace().weights().to().shown(key)));
    }

    private Panel row(double[] weights) {
        Sentence words = of.trace().weights().to();
        List<BarsPanel.Series> series = new ArrayList<>();
        series.add(new BarsPanel.Series(
                "weight now", ColourRole.QUERY, DoubleStream.of(weights).boxed().toList()));
        if (!off.isEmpty()) {
            List<Double> before = IntStream.range(0, words.size())
                    .mapToObj(j -> of.at(Part.WEIGHTS, of.query(), j))
                    .toList();
            series.add(new BarsPanel.Series("before", ColourRole.STRONG_EDGE, before));
        }
        return new BarsPanel(
                "row",
                off.isEmpty() ? "The row of weights" : "The row of weights without these parts",
                Words.labels(words),
                series,
                Set.of(),
                Optional.empty(),
                spot -> spot.col() == 1 || off.isEmpty()
                        ? Optional.of(of.why(Part.WEIGHTS, of.query(), spot.row()))
                        : Optional.empty(),
                spot -> Optional.of(of.here()));
    }

    private FactsPanel facts(
            List<ScoreParts.One> all, List<ScoreParts.One> shown, List<ScoreParts.One> rest, double[] weights) {
        Facts facts = new Facts()
                .add("score", on(all))
                .add("scaled score", of.at(Part.SCALED, of.query(), key), of.why(Part.SCALED, of.query(), key));
        shown.forEach(part -> facts.add(written(part.name()), part.value()));
        if (!rest.isEmpty()) {
            facts.add("rest", sum(rest));
        }
        Sentence words = of.trace().weights().to();
        for (int j = 0; j < weights.length; j++) {
            facts.add("weight " + Facts.name(words, j), weights[j]);
        }
        return facts.panel("The parts sum to the score");
    }

    private String said(List<ScoreParts.One> all, List<ScoreParts.One> shown, double[] weights) {
        boolean masked = !of.trace().in().mask().allows(of.query(), key);
        StringBuilder text = new StringBuilder("The scaled score of " + pair() + (masked ? " would be " : " is ")
                + DecimalFormatter.claimed(on(all), 4));
        text.append(
                off.isEmpty() ? "" : " instead of " + DecimalFormatter.claimed(sum(all), 4) + " without what is off");
        List<String> most = shown.stream()
                .filter(p -> !off.contains(p.name()))
                .limit(3)
                .map(p -> written(p.name()) + " " + DecimalFormatter.claimed(p.value(), 4))
                .toList();
        text.append(
                !most.isEmpty()
                        ? ", mostly " + String.join(", ", most) + "."
                        : shown.isEmpty() ? ": no part of it is other than 0." : ": all of its parts are off.");
        text.append(masked ? " The mask hides the one from the other: the score becomes −∞, and the weight 0." : "");
        if (!off.isEmpty() && !masked) {
            text.append(" Its weight is ")
                    .append(DecimalFormatter.claimed(weights[key], 4))
                    .append(" instead of ")
                    .append(DecimalFormatter.claimed(of.at(Part.WEIGHTS, of.query(), key), 4))
                    .append('.');
        }
        return text.toString();
    }
}
