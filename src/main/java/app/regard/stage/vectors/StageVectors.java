package app.regard.stage.vectors;

import app.regard.draw.ColourRole;
import app.regard.draw.DecimalFormatter;
import app.regard.draw.Spot;
import app.regard.draw.Table;
import app.regard.draw.chart.AlignedVectors;
import app.regard.draw.chart.AlignedVectors.End;
import app.regard.draw.chart.AlignedVectors.Entry;
import app.regard.draw.chart.AlignedVectors.Line;
import app.regard.stage.Part;
import app.regard.stage.Words;
import app.regard.trace.Projection;
import app.regard.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The vectors, of each stage, that a cell of its result is made of. */
final class StageVectors {
    private final Trace t;
    private final int query;
    private final Spot own;

    private StageVectors(Trace t, int query, Spot own) {
        this.t = t;
        this.query = query;
        this.own = own;
    }

    /** The vectors for a cell. */
    static AlignedVectors of(Trace t, int query, Spot own) {
        return new StageVectors(t, query, own).vectors();
    }

    private AlignedVectors vectors() {
        Part part = Part.named(own.matrix()).orElseThrow();
        int i = own.row();
        int j = own.col();
        return switch (part) {
            case Q ->
                projected(part, input(true), Part.W_Q, Part.B_Q, t.in().head().q());
            case K ->
                projected(part, input(false), Part.W_K, Part.B_K, t.in().head().k());
            case V ->
                projected(part, input(false), Part.W_V, Part.B_V, t.in().head().v());
            case SCORES -> scores(i, j);
            case SCALED ->
                byKeys(
                        line("s " + from(i), ColourRole.QUERY, Part.SCORES, i),
                        line("s′ = s ÷ " + divisor(), ColourRole.INK, Part.SCALED, i));
            case EXPONENTIALS -> exponentials(i);
            case WEIGHTS ->
                byKeys(
                        line("e " + from(i), ColourRole.QUERY, Part.EXPONENTIALS, i)
                                .withEnd(new End("Σ", entry(Part.ROW_SUMS, i, 0))),
                        line("a = e ÷ Σ", ColourRole.INK, Part.WEIGHTS, i));
            case WEIGHTED -> blend(query, j, k -> entry(Part.WEIGHTED, k, j));
            case LENGTHS ->
                new AlignedVectors(
                        Part.WEIGHTED.cols(t).labels(),
                        List.of(line("a·v " + to(i), ColourRole.VALUE, Part.WEIGHTED, i)
                                .withEnd(new End("‖a·v‖", entry(Part.LENGTHS, i, 0)))),
                        false);
            case OUTPUTS ->
                blend(
                        i,
                        j,
                        k -> new Entry(
                                t.weights().a().at(i, k) * t.v().at(k, j),
                                Optional.empty(),
                                !t.in().mask().allows(i, k)));
            default -> inputs(part, i);
        };
    }

    private Part input(boolean asks) {
        boolean on = t.in().positions().on();
        return asks || t.in().self() ? (on ? Part.H : Part.X) : (on ? Part.H_KEYS : Part.X_KEYS);
    }

    private AlignedVectors projected(Part part, Part input, Part w, Part b, Projection by) {
        int d = t.in().head().dModel();
        List<String> columns = new ArrayList<>(t.in().head().dimensions());
        String word = part.asks() ? from(own.row()) : to(own.row());
        if (t.in().head().unprojected()) {
            Line given = line(part.label().toLowerCase(Locale.ROOT) + " " + word, part.role(), part, own.row());
            return new AlignedVectors(part.cols(t).labels(), List.of(given), false);
        }
        List<Entry> x = new ArrayList<>(entries(d, c -> entry(input, own.row(), c)));
        List<Entry> weights = new ArrayList<>(entries(d, c -> entry(w, c, own.col())));
        List<Entry> products = new ArrayList<>(
                entries(d, c -> free(x.get(c).value() * weights.get(c).value())));
        if (by.biased()) {
            columns.add("bias");
            x.add(Entry.BLANK);
            weights.add(entry(b, 0, own.col()));
            products.add(free(by.b().at(0, own.col())));
        }
        return summed(
                columns,
                new Line(
                        input.label().toLowerCase(Locale.ROOT).charAt(0) + " " + word,
                        ColourRole.QUERY,
                        x,
                        Optional.empty()),
                new Line(column(part), part.role(), weights, Optional.empty()),
                products);
    }

    private AlignedVectors scores(int i, int j) {
        int d = t.q().cols();
        List<Entry> products = entries(d, c -> free(t.q().at(i, c) * t.k().at(j, c)));
        return summed(
                Part.K.cols(t).labels(),
                line("q " + from(i), ColourRole.QUERY, Part.Q, i),
                line("k " + to(j), ColourRole.KEY, Part.K, j),
                products);
    }

    private AlignedVectors exponentials(int i) {
        double max = t.rowMax().at(i, 0);
        List<Entry> less = entries(
                t.scaled().cols(),
                j -> new Entry(t.scaled().at(i, j) - max, Optional.empty(), hidden(Part.SCALED, i, j)));
        return byKeys(
                line("s′ " + from(i), ColourRole.QUERY, Part.SCALED, i)
                        .withEnd(new End("max", entry(Part.ROW_MAX, i, 0))),
                new Line("s′ − max", ColourRole.INK, less, Optional.empty()),
                line("e^(s′ − max)", ColourRole.INK, Part.EXPONENTIALS, i));
    }

    /** The weights of a query times one column of the values. */
    private AlignedVectors blend(int i, int col, IntFunction<Entry> product) {
        int m = t.v().rows();
        boolean pulled = Part.named(own.matrix()).orElseThrow() == Part.OUTPUTS;
        List<Entry> a = entries(m, k -> pulled ? entry(Part.WEIGHTS, i, k) : entry(Part.FOCUSED, k, 0));
        Line products = new Line(
                "a·v", ColourRole.INK, entries(m, product), Optional.of(new End("sum", entry(Part.OUTPUTS, i, col))));
        return new AlignedVectors(
                Part.V.rows(t).labels(),
                List.of(
                        new Line("a " + from(i), ColourRole.QUERY, a, Optional.empty()),
                        new Line(
                                "v, " + column(Part.V),
                                ColourRole.VALUE,
                                entries(m, k -> entry(Part.V, k, col)),
                                Optional.empty()),
                        products),
                true);
    }

    /** The embedding of a word, and its place where that is added. */
    private AlignedVectors inputs(Part part, int i) {
        boolean keys = part == Part.X_KEYS || part == Part.P_KEYS || part == Part.H_KEYS;
        Part x = keys ? Part.X_KEYS : Part.X;
        String word = keys ? to(i) : from(i);
        List<Line> lines = new ArrayList<>();
        lines.add(line("x " + word, ColourRole.QUERY, x, i));
        if (t.in().positions().on()) {
            double strength = t.in().positions().strength();
            lines.add(line("p", ColourRole.KEY, keys ? Part.P_KEYS : Part.P, i));
            lines.add(line(
                    "h = x + " + DecimalFormatter.chosen(strength) + "·p",
                    ColourRole.INK,
                    keys ? Part.H_KEYS : Part.H,
                    i));
        }
        return new AlignedVectors(x.cols(t).labels(), lines, false);
    }

    private AlignedVectors summed(List<String> columns, Line first, Line second, List<Entry> products) {
        End sum = new End("sum", entry(Part.named(own.matrix()).orElseThrow(), own.row(), own.col()));
        Line product = new Line("product", ColourRole.INK, products, Optional.of(sum));
        return new AlignedVectors(columns, List.of(first, second, product), true);
    }

    private AlignedVectors byKeys(Line... lines) {
        return new AlignedVectors(Part.SCORES.cols(t).labels(), List.of(lines), false);
    }

    private Line line(String name, ColourRole role, Part part, int row) {
        int cols = part.cols(t).size();
        return new Line(name, role, entries(cols, c -> entry(part, row, c)), Optional.empty());
    }

    private static List<Entry> entries(int count, IntFunction<Entry> each) {
        return IntStream.range(0, count).mapToObj(each).toList();
    }

    private Entry entry(Part part, int row, int col) {
        double value = part.grid(t, query).at(row, col);
        return new Entry(value, Optional.of(new Spot(part.label(), row, col)), hidden(part, row, col));
    }

    private static Entry free(double value) {
        return new Entry(value, Optional.empty(), false);
    }

    private boolean hidden(Part part, int row, int col) {
        Table.Hiding mask = part.mask(t, query);
        return mask != null && mask.at(row, col);
    }

    private String divisor() {
        return DecimalFormatter.telling(t.divisor(), 2);
    }

    private String column(Part part) {
        return "column " + part.cols(t).labels().get(own.col());
    }

    private String from(int i) {
        return "“" + Words.brief(t.weights().from().shown(i)) + "”";
    }

    private String to(int j) {
        return "“" + Words.brief(t.weights().to().shown(j)) + "”";
    }
}
