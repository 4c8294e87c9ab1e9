package app.regard.lab.change;

import app.regard.draw.Axis;
import app.regard.draw.ColourRole;
import app.regard.draw.DecimalFormatter;
import app.regard.draw.Spot;
import app.regard.lab.BarsPanel;
import app.regard.lab.MatrixPanel;
import app.regard.lab.Panel;
import app.regard.lab.Snapshot;
import app.regard.stage.Operation;
import app.regard.stage.Stages;
import app.regard.stage.Term;
import app.regard.stage.Why;
import app.regard.stage.Words;
import app.regard.trace.Matrix;
import app.regard.trace.Moment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What is shown of the heads of a trained layer: how much each adds, the largest columns of it, and that it is the block's output.
 *
 * @param word the word that it is added to
 * @param off the heads that are switched off
 */
record LayerOutputShown(LayerOutput of, String word, List<Integer> off) {
    private static final int COLUMNS = 10;
    private static final String TOGETHER = "together";
    private static final String ADDED = "added";

    private int layer() {
        return of.experiment().source().headId().orElseThrow().layer();
    }

    /** The name of a part: a head, or the bias of all. */
    private String name(int part) {
        return part < of.heads() ? "H" + part : "b_O";
    }

    private List<String> names() {
        return IntStream.rangeClosed(0, of.heads()).mapToObj(this::name).toList();
    }

    private static double length(double[] v) {
        return Math.sqrt(Facts.dot(v, v));
    }

    private double length(int part) {
        return length(of.parts().row(part));
    }

    /** How far a part goes along what all that is on come to: these add up to its length. */
    private double along(int part) {
        double[] sum = of.sum(off);
        return Facts.dot(of.parts().row(part), sum) / length(sum);
    }

    private int longest() {
        return IntStream.range(0, of.heads())
                .boxed()
                .max(Comparator.comparingDouble(this::length))
                .orElseThrow();
    }

    Snapshot snapshot() {
        return new Snapshot(List.of(bars(), columns(), facts()), said());
    }

    private Panel bars() {
        List<Integer> all = IntStream.rangeClosed(0, of.heads()).boxed().toList();
        return new BarsPanel(
                HeadsTogether.HEADS,
                "Layer " + layer() + " adds to " + Words.quoted(Words.brief(word)) + ": click a head off",
                names(),
                List.of(
                        new BarsPanel.Series(
                                "length ‖oₕ·W_Oʰ‖",
                                ColourRole.VALUE,
                                all.stream().map(this::length).toList()),
                        new BarsPanel.Series(
                                "along the sum",
                                ColourRole.QUERY,
                                all.stream().map(this::along).toList())),
                Set.copyOf(off),
                Optional.of(BarsPanel.spot(HeadsTogether.HEADS, longest(), 0)),
                this::why,
                spot -> Optional.of(opened(Math.min(spot.row(), of.heads() - 1))));
    }

    /** A head in the stage that its output stands in. */
    private Moment opened(int head) {
        return new Moment(LayerOutput.head(of.experiment(), head), Stages.OUTPUTS, of.query());
    }

    private Optional<Why> why(Spot bar) {
        int part = bar.row();
        double[] v = of.parts().row(part);
        double[] sum = of.sum(off);
        boolean length = bar.col() == 0;
        List<Term> terms = IntStream.range(0, v.length)
                .mapToObj(c -> new Term("", List.of(v[c], length ? v[c] : sum[c] / length(sum)), List.<Spot>of()))
                .toList();
        return Optional.of(new Why(
                bar,
                length ? length(part) : along(part),
                length
                        ? "how long a vector " + name(part) + " adds to " + Words.quoted(word)
                        : "how far " + name(part) + " goes the way that the sum goes",
                length ? "‖" + name(part) + "‖" : name(part) + "·ŷ",
                length ? Operation.LENGTH : Operation.SUM,
                terms,
                length
                        ? "Lengths do not add up: vectors may point against each other."
                        : "ŷ is the sum over its length. What is on adds up to " + number(length(sum))
                                + ", its length."));
    }

    /** The columns in which the whole sum is largest, of every part and of what is on together; what was is what all give. */
    private Panel columns() {
        double[] whole = of.sum(List.of());
        double[] now = of.sum(off);
        List<Integer> largest = IntStream.range(0, whole.length)
                .boxed()
                .sorted(Comparator.comparingDouble(c -> -Math.abs(whole[c])))
                .limit(COLUMNS)
                .toList();
        List<String> rows = new ArrayList<>(names());
        rows.add(TOGETHER);
        int parts = of.heads() + 1;
        Matrix shown = Matrix.fill(rows.size(), largest.size(), (p, c) -> {
            int col = largest.get(c);
            return p == parts ? now[col] : off.contains(p) ? 0 : of.parts().at(p, col);
        });
        Matrix before = Matrix.fill(
                rows.size(),
                largest.size(),
                (p, c) -> p == parts ? whole[largest.get(c)] : of.parts().at(p, largest.get(c)));
        Axis cols = new Axis("d_model", largest.stream().map(String::valueOf).toList());
        MatrixPanel panel = MatrixPanel.of(
                        ADDED,
                        "Its " + largest.size() + " largest columns of " + whole.length,
                        new MatrixPanel.Cells(ADDED, new Axis("parts", rows), cols, shown, ColourRole.VALUE))
                .asking(parts, 0)
                .explained(spot -> spot.isCell() ? Optional.of(why(spot, largest.get(spot.col()))) : Optional.empty())
                .opening(opened(of.experiment().source().headId().orElseThrow().head()));
        return off.isEmpty() ? panel : panel.comparedWith(before);
    }

    private Why why(Spot cell, int col) {
        int part = cell.row();
        if (part > of.heads()) {
            List<Term> terms = IntStream.rangeClosed(0, of.heads())
                    .filter(p -> !off.contains(p))
                    .mapToObj(p ->
                            new Term(name(p), List.of(of.parts().at(p, col)), List.of(new Spot(ADDED, p, cell.col()))))
                    .toList();
            String note =
                    "Each head through its own slab of W_O, and b_O: what layer " + layer() + " adds to the residual.";
            return new Why(cell, of.sum(off)[col], about(TOGETHER, col), "y", Operation.SUM, terms, note);
        }
        double value = of.parts().at(part, col);
        if (off.contains(part) || part == of.heads()) {
            double shown = off.contains(part) ? 0 : value;
            String note = off.contains(part) ? "Switched off." : "The bias of W_O: the same for every word, no head’s.";
            return Why.given(cell, shown, about(name(part), col), name(part), note);
        }
        Matrix slab = of.slabs().get(part);
        List<Term> terms = IntStream.range(0, slab.rows())
                .mapToObj(k -> new Term("", List.of(of.outputs().at(part, k), slab.at(k, col)), List.<Spot>of()))
                .toList();
        String note = "The head’s output, as its stage 8 shows it, times column " + col + " of its slab of W_O.";
        return new Why(cell, value, about(name(part), col), name(part), Operation.SUM, terms, note);
    }

    private String about(String part, int col) {
        return "what " + part + " adds to " + Words.quoted(word) + " in column " + col;
    }

    private Panel facts() {
        Facts facts = new Facts();
        facts.add("length b_O", length(of.heads()));
        double[] sum = of.sum(off);
        double along = IntStream.rangeClosed(0, of.heads())
                .filter(p -> !off.contains(p))
                .mapToDouble(this::along)
                .sum();
        facts.add("length together", length(sum)).add("along the sum, added up", along);
        Matrix whole = Matrix.of(of.sum(List.of()));
        facts.add("change of the sum", Facts.distance(sum, whole.row(0)))
                .add("concat·W_O + b_O less the sum of the parts", Facts.largest(of.product(), whole));
        if (of.untouched()) {
            facts.add("the model’s own less the sum of the parts", Facts.largest(of.own(), whole));
        }
        return facts.panel("The parts add up to what the layer adds");
    }

    private static String number(double value) {
        return DecimalFormatter.claimed(value, 4);
    }

    private String said() {
        double[] sum = of.sum(off);
        double[] whole = of.sum(List.of());
        String most = "; " + name(longest()) + " adds most, " + number(length(longest())) + ", and b_O "
                + number(length(of.heads())) + ". Lengths do not add up; along the sum they do.";
        String without = "Without "
                + String.join(" and ", off.stream().map(this::name).toList()) + " layer " + layer() + " adds "
                + number(length(sum)) + " to " + Words.quoted(word) + " instead of " + number(length(whole))
                + ", with a cosine of " + number(Facts.cosine(sum, whole)) + " to the whole.";
        return off.isEmpty()
                ? "All " + of.heads() + " heads of layer " + layer() + " together add a vector of length "
                        + number(length(sum)) + " to " + Words.quoted(word) + most
                : without;
    }
}
