package app.regard.stage;

import app.regard.draw.ColourRole;
import app.regard.draw.DecimalFormatter;
import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Spot;
import app.regard.draw.chart.LinePlot;
import app.regard.draw.chart.PlotAxis;
import app.regard.draw.chart.Series;
import app.regard.trace.Followed;
import app.regard.trace.Likeness;
import app.regard.trace.Matrix;
import app.regard.trace.NumberTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A word on its way through the layers as a plot, and where each of its numbers comes from: (layers, line, place). */
public final class LayerPlot {
    /** The name of the points in spots. */
    public static final String LAYERS = "layers";

    private static final double STEP = 0.25;
    private static final String USUAL = "cosines of all other pairs of different words ÷ how many";

    private LayerPlot() {}

    /** The plot in a frame. */
    public static Figure of(Followed f, Frame frame) {
        return plot(f).in(frame);
    }

    /** The plot, with its numbers below. */
    public static LinePlot plot(Followed f) {
        List<Series> lines = f.lines().stream()
                .map(l -> new Series(
                        name(f, l.kind()),
                        tone(l.kind()),
                        shape(l.kind()),
                        Series.Stroke.SOLID,
                        Series.inPlaces(l.values()),
                        List.of()))
                .toList();
        List<String> places = IntStream.range(0, f.places())
                .mapToObj(p -> p == 0 ? "input" : "L" + (p - 1))
                .toList();
        PlotAxis up = new PlotAxis.Linear("cosine", low(f), 1, STEP);
        PlotAxis across = new PlotAxis.Places("", places);
        return new LinePlot(LAYERS, up, across, lines, LinePlot.Names.BESIDE, true, caption(f));
    }

    /**
     * All numbers, a row a place: for each comparison the cosine, and what it was computed from: x·y, ‖x‖ and ‖y‖, or for an
     * average the sum and how many.
     */
    public static NumberTable numbers(Followed f) {
        List<String> names = new ArrayList<>();
        List<List<Double>> columns = new ArrayList<>();
        for (Followed.Line line : f.lines()) {
            String name = key(f, line.kind());
            boolean mean = line.at().get(0) instanceof Likeness.Mean;
            names.add(name);
            (mean ? List.of("sum", "pairs") : List.of("x·y", "‖x‖", "‖y‖"))
                    .forEach(part -> names.add(name + ": " + part));
            columns.addAll(columns(line));
        }
        return new NumberTable(
                f.placeNames(), names, Matrix.fill(f.places(), columns.size(), (place, c) -> columns.get(c)
                        .get(place)));
    }

    /** The numbers of one comparison, a list a part: the cosines first. */
    public static List<List<Double>> columns(Followed.Line line) {
        List<List<Double>> rows = line.at().stream().map(LayerPlot::parts).toList();
        return IntStream.range(0, rows.get(0).size())
                .mapToObj(part -> rows.stream().map(row -> row.get(part)).toList())
                .toList();
    }

    private static List<Double> parts(Likeness at) {
        if (at instanceof Likeness.Cosine c) {
            return List.of(c.value(), c.dot(), c.lengthX(), c.lengthY());
        }
        Likeness.Mean mean = (Likeness.Mean) at;
        return List.of(mean.value(), mean.sum(), (double) mean.pairs());
    }

    /** 0, or where there are negative cosines the next quarter below them. */
    private static double low(Followed f) {
        double least = f.lines().stream()
                .flatMap(l -> l.values().stream())
                .mapToDouble(v -> v)
                .min()
                .orElse(0);
        return least >= 0 ? 0 : Math.floor(least / STEP) * STEP;
    }

    private static String caption(Followed f) {
        double low = low(f);
        return (low == 0 ? "" : "The axis begins at " + DecimalFormatter.text(low, 2) + ". ")
                + "Input: a word and its place, then what L0 to L" + (f.places() - 2)
                + " give. 1 is the same direction, 0 a right angle.";
    }

    /** Names a line by what it compares: “bank” and its own input. */
    public static String name(Followed f, Followed.Kind kind) {
        return name(f, kind, Words::quoted);
    }

    /** Names a line in data, where words stand as they are: bank and its own input. */
    public static String key(Followed f, Followed.Kind kind) {
        return name(f, kind, word -> word);
    }

    private static String name(Followed f, Followed.Kind kind, UnaryOperator<String> said) {
        String word = said.apply(f.word().text());
        String other = f.other().map(o -> said.apply(o.text())).orElse("");
        return switch (kind) {
            case MOVED -> word + " and its own input";
            case APART -> word + " and " + other + (f.together() ? "" : " in the second sentence");
            case USUAL -> "other words, on average";
        };
    }

    private static Series.Shape shape(Followed.Kind kind) {
        return switch (kind) {
            case MOVED -> Series.Shape.SQUARE;
            case APART -> Series.Shape.DISC;
            case USUAL -> Series.Shape.TRIANGLE;
        };
    }

    private static ColourRole tone(Followed.Kind kind) {
        return switch (kind) {
            case MOVED -> ColourRole.INK;
            case APART -> ColourRole.QUERY;
            case USUAL -> ColourRole.QUIET;
        };
    }

    /** The number that is asked about at first: the last one of the two words, or of the word itself. */
    public static Spot start(Followed f) {
        int apart = IntStream.range(0, f.lines().size())
                .filter(l -> f.lines().get(l).kind() == Followed.Kind.APART)
                .findFirst()
                .orElse(0);
        return new Spot(LAYERS, apart, f.places() - 1);
    }

    /** Where a number comes from. */
    public static Why why(Followed f, Spot spot) {
        Followed.Line line = f.lines().get(spot.row());
        Likeness at = line.at().get(spot.col());
        String place = spot.col() == 0 ? "in the input" : f.placeNames().get(spot.col());
        String about = name(f, line.kind()) + ", " + place;
        if (at instanceof Likeness.Cosine c) {
            List<Term> terms = List.of(
                    Term.of(c.dot()),
                    new Term("‖x‖", List.of(c.lengthX()), List.of()),
                    new Term("‖y‖", List.of(c.lengthY()), List.of()));
            return new Why(spot, c.value(), about, "cos(x, y) = x·y ÷ (‖x‖ · ‖y‖)", Operation.SCALED, terms, "");
        }
        Likeness.Mean mean = (Likeness.Mean) at;
        List<Term> terms = List.of(Term.of(mean.sum()), new Term("pairs", List.of((double) mean.pairs()), List.of()));
        return new Why(spot, mean.value(), about, USUAL, Operation.SCALED, terms, "");
    }

    /** What is said of words in several pieces; nothing where there are none. */
    public static String pieces(Followed f) {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(f.word()), f.other().stream())
                .filter(w -> w.pieces().size() > 1)
                .map(w -> Words.quoted(w.text()) + " is read in " + w.pieces().size() + " pieces ("
                        + Words.cut(w.pieces().stream()
                                .map(t -> Words.label(t.shown()))
                                .collect(Collectors.joining(" ")))
                        + "): the mean of their vectors.")
                .distinct()
                .reduce((a, b) -> a + " " + b)
                .orElse("");
    }
}
