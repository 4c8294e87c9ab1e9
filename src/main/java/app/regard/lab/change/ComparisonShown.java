package app.regard.lab.change;

import app.regard.draw.ColourRole;
import app.regard.draw.DecimalFormatter;
import app.regard.draw.Spot;
import app.regard.lab.BarsPanel;
import app.regard.lab.FactsPanel;
import app.regard.lab.MatrixPanel;
import app.regard.lab.Panel;
import app.regard.lab.Pointed;
import app.regard.lab.Snapshot;
import app.regard.lab.TracedMoment;
import app.regard.stage.Part;
import app.regard.stage.Words;
import app.regard.trace.Grid;
import app.regard.trace.Inputs;
import app.regard.trace.Sentence;
import app.regard.trace.Trace;
import app.regard.trace.Weights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is shown of one word in two experiments. */
record ComparisonShown(TracedMoment is, TracedMoment was) {
    private static final String BEFORE = "before";

    Snapshot snapshot() {
        Map<String, Double> ranked = ranked();
        FactsPanel facts = facts(ranked);
        return new Snapshot(List.of(weights(), before(), bars(ranked), facts), said(ranked));
    }

    private static double[] input(TracedMoment of) {
        return Facts.row(of.trace().in().from().x(), of.query());
    }

    private static double[] output(TracedMoment of) {
        return Facts.row(of.trace().outputs(), of.query());
    }

    private boolean aligned() {
        return is.trace()
                        .weights()
                        .from()
                        .words()
                        .equals(was.trace().weights().from().words())
                && is.trace()
                        .weights()
                        .to()
                        .words()
                        .equals(was.trace().weights().to().words());
    }

    private Panel weights() {
        MatrixPanel now = MatrixPanel.of("weights", "Weights now", is, Part.WEIGHTS)
                .asking(is.query(), is.trace().weights().strongest(is.query()).get(0));
        return aligned()
                ? now.comparedWith(was.trace().weights().a())
                : now.beside(
                        was.trace().weights().a(), at -> at.panel().equals(BEFORE) ? pair(was, at, is) : at.spot());
    }

    private Panel before() {
        MatrixPanel panel = MatrixPanel.of(BEFORE, "Weights compared with", was, Part.WEIGHTS);
        return panel.beside(is.trace().weights().a(), at -> pair(is, at, was));
    }

    /** The cell of the same two words in the other sentence; no cell where it lacks one of them. */
    private static Spot pair(TracedMoment from, Pointed at, TracedMoment to) {
        Weights there = to.trace().weights();
        Weights here = from.trace().weights();
        int row = place(there.from(), here.from(), at.spot().row());
        int col = place(there.to(), here.to(), at.spot().col());
        return row < 0 || col < 0 ? Pointed.NOTHING.spot() : new Spot(at.spot().matrix(), row, col);
    }

    /** The place of a word: the same one where it stands there too, else the first. */
    private static int place(Sentence there, Sentence here, int place) {
        String word = here.words().get(place);
        boolean same = place < there.size() && there.word(place).equals(word);
        return same ? place : there.words().indexOf(word);
    }

    /**
     * What each word has added to, or taken from, the difference Δ of the two outputs: the projection of what it was given now
     * less what it was given before, on Δ. They sum to ‖Δ‖.
     */
    private Map<String, Double> ranked() {
        double[] now = output(is);
        double[] then = output(was);
        Map<String, Double> all = new LinkedHashMap<>();
        if (now.length != then.length) {
            return all;
        }
        double[] delta = new double[now.length];
        for (int d = 0; d < delta.length; d++) {
            delta[d] = now[d] - then[d];
        }
        double length = Math.sqrt(Facts.dot(delta, delta));
        if (length == 0) {
            return all;
        }
        add(all, is, delta, 1 / length);
        add(all, was, delta, -1 / length);
        return all;
    }

    private static void add(Map<String, Double> all, TracedMoment of, double[] delta, double factor) {
        Trace t = of.trace();
        Grid given = t.weighted(of.query());
        for (int j = 0; j < given.rows(); j++) {
            String word = t.weights().to().shown(j).toLowerCase(Locale.ROOT);
            all.merge(word, factor * Facts.dot(Facts.row(given, j), delta), Double::sum);
        }
    }

    private Panel bars(Map<String, Double> ranked) {
        List<String> names = new ArrayList<>(ranked.keySet());
        names.sort(
                (a, b) -> Double.compare(Math.abs(ranked.getOrDefault(b, 0.0)), Math.abs(ranked.getOrDefault(a, 0.0))));
        List<Double> values =
                names.stream().map(n -> ranked.getOrDefault(n, 0.0)).toList();
        return new BarsPanel(
                "difference",
                "What each word changed: sum ‖Δo‖",
                names,
                List.of(new BarsPanel.Series("on Δo", ColourRole.VALUE, values)),
                Set.of(),
                Optional.empty(),
                spot -> Optional.empty(),
                spot -> Optional.of(is.here()));
    }

    private FactsPanel facts(Map<String, Double> ranked) {
        Facts facts = new Facts()
                .add("cosine in", cosine(input(is), input(was)))
                .add("cosine out", cosine(output(is), output(was)))
                .add("change of output", change(output(is), output(was)));
        Trace now = is.trace();
        for (int j = 0; j < now.weights().to().size(); j++) {
            facts.add(
                    "weight " + Facts.name(now.weights().to(), j),
                    is.at(Part.WEIGHTS, is.query(), j),
                    is.why(Part.WEIGHTS, is.query(), j));
        }
        Trace then = was.trace();
        for (int j = 0; j < then.weights().to().size(); j++) {
            facts.add(
                    "before weight " + Facts.name(then.weights().to(), j),
                    was.at(Part.WEIGHTS, was.query(), j),
                    was.why(Part.WEIGHTS, was.query(), j));
        }
        ranked.forEach((word, share) -> facts.add("made the difference " + word, share));
        Inputs in = now.in();
        Inputs other = then.in();
        return facts.add("change of the input row", change(input(is), input(was)))
                .add(
                        "change of W_Q",
                        Facts.largest(in.head().q().w(), other.head().q().w()))
                .add(
                        "change of W_K",
                        Facts.largest(in.head().k().w(), other.head().k().w()))
                .add(
                        "change of W_V",
                        Facts.largest(in.head().v().w(), other.head().v().w()))
                .panel("What changed, and what did not (0)");
    }

    private static double cosine(double[] a, double[] b) {
        return a.length == b.length ? Facts.cosine(a, b) : Double.NaN;
    }

    private static double change(double[] a, double[] b) {
        return a.length == b.length ? Facts.distance(a, b) : Double.NaN;
    }

    private String said(Map<String, Double> ranked) {
        String word = "“" + Words.brief(is.trace().weights().from().shown(is.query())) + "”";
        String most = ranked.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(e -> " “" + Words.brief(e.getKey()) + "” made most of the difference.")
                .orElse("");
        return word + " goes in with cosine " + DecimalFormatter.claimed(cosine(input(is), input(was)), 4)
                + " to before and comes out with cosine "
                + DecimalFormatter.claimed(cosine(output(is), output(was)), 4) + ", "
                + DecimalFormatter.claimed(change(output(is), output(was)), 4) + " away." + most;
    }
}
