package app.regard.stage;

import app.regard.draw.Axis;
import app.regard.draw.ColourRole;
import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Scale;
import app.regard.draw.Spot;
import app.regard.draw.Table;
import app.regard.draw.View;
import app.regard.draw.chart.Bars;
import app.regard.draw.chart.ChangeMarks;
import app.regard.draw.chart.Equation;
import app.regard.draw.chart.HeatMap;
import app.regard.draw.chart.Readout;
import app.regard.draw.chart.WordStrip;
import app.regard.trace.Grid;
import app.regard.trace.Sentence;
import app.regard.trace.Trace;
import app.regard.trace.Weights;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The pictures that need nothing but weights: heat map, words with arcs, bars, and who attends to whom in a line each. */
public final class WeightFigures {
    private WeightFigures() {}

    /** The name in spots of the chips of words that ask. */
    public static final String ASKING = "words";

    /** The name in spots of the chips of words that only answer: another sentence's. */
    public static final String ANSWERING = "answering words";

    /** The name of the heat map's rows, for scrolling: it scrolls apart from the stages. */
    public static final String MAP_QUERIES = "map-queries";

    /** The name of the heat map's columns. */
    public static final String MAP_KEYS = "map-keys";

    private static final int MOST_BARS = 10;

    /** More words that tie are counted. */
    private static final int MOST_NAMED = 2;

    /** The map of all weights; {@code span} words are shown. */
    public static Figure heatMap(Weights w, int span, Frame f) {
        return HeatMap.of(table(w, f.view()), span, f);
    }

    /** The map of weights some of which are hidden yet, in the colours of all of them: what is shown later moves no colour. */
    public static Figure heatMap(Weights shown, Weights all, int span, Frame f) {
        return HeatMap.of(table(shown, f.view()).withScale(table(all, f.view()).scale()), span, f);
    }

    /** The map of all weights with cells of a size, as large as that makes it, in other colours. */
    public static Figure heatMap(Weights w, double pitch, View view, UnaryOperator<Frame> coloured) {
        Table table = table(
                w,
                "A",
                new Axis(MAP_QUERIES, Words.labels(w.from()), true),
                new Axis(MAP_KEYS, Words.labels(w.to()), true),
                view);
        return HeatMap.of(
                table, Math.max(w.a().rows(), w.a().cols()), coloured.apply(HeatMap.room(table, pitch, view)));
    }

    /** The map of all weights in a width, as high as that makes it. */
    public static Figure heatMapAcross(Weights w, double width, View view, UnaryOperator<Frame> coloured) {
        Table table = table(w, view);
        return HeatMap.of(
                table, Math.max(w.a().rows(), w.a().cols()), coloured.apply(HeatMap.roomAcross(table, width, view)));
    }

    /** With more words than this a map shows more than a table that leaves out its middle. */
    private static final int MOST_IN_TABLE = 64;

    /**
     * The weights as large as a frame allows, in the way of the stages; very many as a map.
     *
     * @param name what stands above the numbers
     */
    public static Figure large(Weights w, String name, Frame f) {
        int words = Math.max(w.a().rows(), w.a().cols());
        String title = name + " " + w.a().rows() + "×" + w.a().cols();
        return words <= MOST_IN_TABLE
                ? Equation.of(
                        List.of(table(
                                w,
                                title,
                                new Axis("QUERIES", Words.labels(w.from())),
                                new Axis("KEYS across", Words.labels(w.to())),
                                f.view())),
                        f)
                : heatMap(w, words, f);
    }

    /** The weights as a table of a stage, in the range of colours that is chosen. */
    static Table table(Trace t, boolean rowLabels, View view) {
        Grid a = t.weights().a();
        Scale scale = view.range().scale(a::at, a.rows(), a.cols());
        return Part.WEIGHTS.table(t, 0, Part.WEIGHTS.titled(t, "A"), scale, true, rowLabels);
    }

    private static Table table(Weights w, View view) {
        Axis rows = new Axis(MAP_QUERIES, Words.labels(w.from()));
        return table(w, "A", rows, new Axis(MAP_KEYS, Words.labels(w.to())), view);
    }

    private static Table table(Weights w, String title, Axis rows, Axis cols, View view) {
        return new Table(
                Part.WEIGHTS.label(),
                false,
                title,
                ColourRole.QUERY,
                rows,
                cols,
                w.a()::at,
                view.range().scale(w.a()::at, w.a().rows(), w.a().cols()),
                true,
                true,
                w.mask().on() ? w::masked : null);
    }

    /**
     * Draws the sentence as chips with the asked pair marked: its words, and the arc between them.
     *
     * @param before the weights that there were, whose arcs and tints stand beside those that changed, or null
     */
    public static Figure strip(
            Weights w, @Nullable Weights before, int query, OptionalInt column, AskedPair asked, Frame f) {
        boolean answers = column.isPresent();
        boolean same = w.self();
        Sentence shown = answers ? w.from() : w.to();
        List<WordStrip.Word> words = IntStream.range(0, shown.size())
                .mapToObj(i -> new WordStrip.Word(
                        Words.label(shown.shown(i)),
                        shown.tokens().get(i).madeUp(),
                        share(w, query, column, i),
                        was(w, before, query, column, i)))
                .toList();
        String name = same || answers ? ASKING : ANSWERING;
        WordStrip.Marked marked = new WordStrip.Marked(
                same ? column.orElse(query) : -1,
                same ? asked.query().orElse(-1) : -1,
                asked.key().orElse(-1));
        return WordStrip.of(name, words, marked, answers, f);
    }

    /** The height that this strip likes in a width, at most {@code most}, whichever of two sentences it shows. */
    public static double stripHeight(Weights w, double width, double most, View view) {
        boolean same = w.self();
        double answering = WordStrip.height(Words.labels(w.to()), same, width, most, view);
        return same
                ? answering
                : Math.max(answering, WordStrip.height(Words.labels(w.from()), false, width, most, view));
    }

    /** The same for a picture of the arcs, where words stand as close as that takes. */
    public static double arcsHeight(Weights w, double width, double most, View view) {
        double arcs = w.self() ? WordStrip.arcsHeight(Words.labels(w.to()), width, view) : 0;
        return arcs > 0 ? arcs : stripHeight(w, width, most, view);
    }

    /**
     * Draws the distribution with the bar of the asked pair framed; where there is no room for all, it is among those drawn.
     *
     * @param before the weights that there were, outlined where they changed, or null
     */
    public static Figure bars(
            Weights w, @Nullable Weights before, int query, OptionalInt column, AskedPair asked, Frame f) {
        boolean answers = column.isPresent();
        List<Integer> order = IntStream.range(0, answers ? w.a().rows() : w.a().cols())
                .filter(i -> was(w, before, query, column, i) > 0
                        || (answers ? !w.masked(i, column.getAsInt()) : !w.masked(query, i)))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -share(w, query, column, i)))
                .toList();
        int count = order.size();
        int room = Math.min(MOST_BARS + 1, Bars.capacity(f.height(), f.view()));
        int single =
                count <= room ? count : Math.max(1, Math.min(room - 1, MOST_BARS)); // one bar before that of the others
        int key = column.isPresent() ? -1 : asked.keyOf(query).orElse(-1);
        List<Integer> shown = new ArrayList<>(order.subList(0, single));
        if (order.contains(key) && !shown.contains(key)) {
            shown.set(single - 1, key);
        }
        List<Bars.Bar> bars = new ArrayList<>();
        for (int i : shown) {
            String label = Words.label((answers ? w.from() : w.to()).shown(i));
            Spot spot = answers
                    ? new Spot(Part.WEIGHTS.label(), i, column.getAsInt())
                    : new Spot(Part.WEIGHTS.label(), query, i);
            bars.add(new Bars.Bar(
                    label,
                    share(w, query, column, i),
                    was(w, before, query, column, i),
                    Optional.of(spot),
                    mark(i, query, key, w)));
        }
        if (single < count && single < room) {
            double others = order.stream()
                    .filter(i -> !shown.contains(i))
                    .mapToDouble(i -> share(w, query, column, i))
                    .sum();
            bars.add(new Bars.Bar(count - single + " others", others, Optional.empty(), Bars.Emphasis.NONE));
        }
        return Bars.of(bars, answers ? ColourRole.KEY : ColourRole.QUERY, f);
    }

    private static Bars.Emphasis mark(int i, int query, int key, Weights w) {
        return i == key
                ? Bars.Emphasis.ASKED
                : w.self() && i == query && key >= 0 ? Bars.Emphasis.FOCUSED : Bars.Emphasis.NONE;
    }

    private static double share(Weights w, int query, OptionalInt column, int i) {
        double share = at(w, query, column, i);
        return Double.isNaN(share) ? 0 : share;
    }

    private static double at(Weights w, int query, OptionalInt column, int i) {
        return column.isPresent() ? w.a().at(i, column.getAsInt()) : w.a().at(query, i);
    }

    /** What a share was that changed; NaN for what did not, and for what may not be seen yet. */
    private static double was(Weights w, @Nullable Weights before, int query, OptionalInt column, int i) {
        double is = at(w, query, column, i);
        if (before == null || Double.isNaN(is)) {
            return Double.NaN;
        }
        double was = at(before, query, column, i);
        return ChangeMarks.differ(is, was) ? was : Double.NaN;
    }

    /** A line a word: what it attends to most, ties named. */
    public static Figure readout(Weights w, Frame f) {
        List<Readout.Line> lines = IntStream.range(0, w.from().size())
                .mapToObj(i -> new Readout.Line(
                        Words.label(w.from().shown(i)),
                        w.blank(i) ? "?" : strongest(w, i, Words::apart),
                        new Spot(Part.WEIGHTS.label(), i, w.strongest(i).get(0))))
                .toList();
        return Readout.of(lines, f);
    }

    /** The marks over a readout: the focused word's line. */
    public static Figure readoutFocus(Figure readout, int query, View view) {
        return new Figure(
                readout.width(),
                readout.height(),
                readout.areas().size() <= query
                        ? List.of()
                        : Readout.focus(readout.areas().get(query), view),
                List.of());
    }

    /**
     * The words of the largest weights of a row: "animal", "cat = dog", "my = at +2", "all 12 alike"; "nothing" where hiding
     * tokens has left no weight.
     *
     * @param written how a word is written there
     */
    public static String strongest(Weights w, int i, UnaryOperator<String> written) {
        List<Integer> most = w.strongest(i);
        if (!(w.a().at(i, most.get(0)) > 0)) {
            return "nothing";
        }
        if (most.size() == w.to().size() && most.size() > 2) {
            return "all " + most.size() + " alike";
        }
        String named = String.join(
                " = ",
                most.stream().limit(MOST_NAMED).map(w.to()::shown).map(written).toList());
        return most.size() > MOST_NAMED ? named + " +" + (most.size() - MOST_NAMED) : named;
    }
}
