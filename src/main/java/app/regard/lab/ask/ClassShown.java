package app.regard.lab.ask;

import app.regard.draw.ColourRole;
import app.regard.draw.Spot;
import app.regard.draw.chart.Bins;
import app.regard.draw.chart.Histogram;
import app.regard.draw.chart.Series;
import app.regard.lab.BarsPanel;
import app.regard.lab.Facts;
import app.regard.lab.FactsPanel;
import app.regard.lab.Form;
import app.regard.lab.HistogramPanel;
import app.regard.lab.Panel;
import app.regard.lab.Snapshot;
import app.regard.stage.Why;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** What is shown of a class: bars of its bets and choices, histograms of its numbers, and what was left out. */
record ClassShown(ClassAnswers all, int first) {
    /** More questions than these are not shown side by side. */
    static final int MOST_SHOWN = 4;

    private static final int MOST_NAMED = 3;
    private static final int MOST_BINS = 24;

    /** Answers further off than so many times the middle half's width stand at the edge. */
    private static final double FAR = 5;

    Snapshot snapshot() {
        List<Panel> panels = new ArrayList<>();
        List<ClassAnswers.Asked> asked = all.asked();
        int from = Math.min(first, Math.max(1, asked.size())) - 1;
        for (int i = from; i < Math.min(from + MOST_SHOWN, asked.size()); i++) {
            String id = "asked" + (i + 1);
            panels.add(asked.get(i).number() ? numbers(id, asked.get(i)) : bars(id, asked.get(i)));
        }
        panels.add(new Facts()
                .given("files", all.read(), "How many files were taken.")
                .given("refused", all.refused().size(), "How many were left out; each is named.")
                .given("alike", all.alike(), "How many hold the same as another, as readers who answer alike do.")
                .given("questions", asked.size(), "How many different rows or questions they are about.")
                .panel("The folder"));
        if (asked.size() > 1) {
            panels.add(list(
                    "right",
                    "Share of the class that was right",
                    asked.stream()
                            .map(a -> new FactsPanel.Fact(titled(a), a.right(), Optional.empty()))
                            .toList()));
        }
        if (!all.refused().isEmpty()) {
            panels.add(list(
                    "left-out",
                    "Left out",
                    all.refused().stream()
                            .map(line -> new FactsPanel.Fact(line, Double.NaN, Optional.empty()))
                            .toList()));
        }
        return new Snapshot(panels, said());
    }

    private static Panel list(String id, String title, List<FactsPanel.Fact> facts) {
        return new FactsPanel(id, title, facts);
    }

    private static String titled(ClassAnswers.Asked asked) {
        return "n = " + asked.count() + ": " + asked.title();
    }

    private static Panel bars(String id, ClassAnswers.Asked asked) {
        List<Double> truth = asked.truth();
        BarsPanel.Series most =
                series(asked, "share with most on it", ColourRole.QUERY, j -> asked.most(j) / asked.count());
        BarsPanel.Series mean = series(asked, "mean bet", ColourRole.KEY, asked::mean);
        boolean bets = asked.answers().stream()
                .anyMatch(a -> a.given().stream().anyMatch(s -> s != 0 && s != 1)
                        || a.truth().stream().anyMatch(s -> s != 0 && s != 1));
        List<BarsPanel.Series> shown = new ArrayList<>(bets ? List.of(most, mean) : List.of(most));
        if (bets && !truth.isEmpty()) {
            shown.add(series(asked, "truth", ColourRole.VALUE, truth::get));
        }
        boolean marked = !bets && !truth.isEmpty();
        List<String> names = IntStream.range(0, asked.names().size())
                .mapToObj(j -> (marked && truth.get(j) == 1 ? "✓ " : "")
                        + asked.names().get(j))
                .toList();
        return new BarsPanel(
                id,
                titled(asked),
                names,
                shown,
                Set.of(),
                Optional.of(BarsPanel.spot(id, 0, 0)),
                at -> Optional.of(why(asked, at, shown.get(at.col()))),
                spot -> Optional.empty());
    }

    private static BarsPanel.Series series(
            ClassAnswers.Asked asked, String name, ColourRole role, IntToDoubleFunction value) {
        return new BarsPanel.Series(
                name,
                role,
                IntStream.range(0, asked.names().size())
                        .mapToObj(value::applyAsDouble)
                        .toList());
    }

    private static Why why(ClassAnswers.Asked asked, Spot at, BarsPanel.Series series) {
        double value = series.values().get(at.row());
        String note = Form.Range.plain(Math.rint(asked.most(at.row()) * 100) / 100) + " of " + asked.count()
                + " put most on it.";
        return Why.given(at, value, asked.names().get(at.row()) + ": " + series.name(), "share", note);
    }

    /** A histogram of numbers, the right one as a dashed line; what is far away stands at the edge, and its count is said. */
    private static Panel numbers(String id, ClassAnswers.Asked asked) {
        double right = asked.truth().get(0);
        double[] sorted = asked.numbers();
        Arrays.sort(sorted);
        double low = sorted[sorted.length / 4];
        double high = sorted[sorted.length * 3 / 4];
        double reach = Math.max(FAR * (high - low), Math.max(Math.abs(right) / 2, 1e-3));
        double least = Math.min(low, right) - reach;
        double most = Math.max(high, right) + reach;
        double[] near = Arrays.stream(sorted)
                .map(x -> Math.max(least, Math.min(most, x)))
                .toArray();
        long far = Arrays.stream(sorted).filter(x -> x < least || x > most).count();
        double[] held = Arrays.copyOf(near, near.length + 1);
        held[near.length] = right;
        Bins bins = Bins.holding(MOST_BINS, held);
        List<Double> counts = bins.counts(near);
        double top = Collections.max(counts);
        String line = "right: " + Form.Range.plain(right);
        Histogram plot = new Histogram(
                id,
                "answers",
                "dashed: " + line + (far > 0 ? "; " + far + " beyond, at the edge" : ""),
                bins,
                List.of(Histogram.Distribution.chosen("answers", counts)
                        .withTheory(List.of(new Series.Point(right, 0), new Series.Point(right, top)))));
        return new HistogramPanel(titled(asked), plot, "answers");
    }

    private String said() {
        if (all.equals(ClassAnswers.NONE)) {
            return "No folder yet.";
        }
        String refused = all.refused().isEmpty()
                ? ""
                : " Left out: "
                        + String.join(
                                " ", all.refused().stream().limit(MOST_NAMED).toList())
                        + (all.refused().size() > MOST_NAMED
                                ? " And " + (all.refused().size() - MOST_NAMED) + " more."
                                : "");
        return all.read() + " files, " + all.asked().size() + " questions." + refused;
    }
}
