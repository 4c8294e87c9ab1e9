package app.regard.lab.change;

import app.regard.engine.Algebra;
import app.regard.engine.Attention;
import app.regard.trace.Head;
import app.regard.trace.Inputs;
import app.regard.trace.Mask;
import app.regard.trace.Matrix;
import app.regard.trace.Positions;
import app.regard.trace.Projection;
import app.regard.trace.Side;
import app.regard.trace.Trace;
import java.util.List;
import java.util.stream.Stream;

/**
 * Two heads made by hand, one a layer. The first writes into a stand-in what the state goes with: living things or places. The
 * second asks for a thing, and for a living one or a place as the first has left it.
 */
final class TwoLayerHeads {
    private static final double STRENGTH = 6;
    private static final String STATE = "state";
    private static final List<String> ADDED = List.of("goes with living", "goes with place");

    private TwoLayerHeads() {}

    /** The first layer, over a trace's words with two more dimensions, which are 0 as yet. */
    static Trace first(Trace plain) {
        Side from = plain.in().from();
        int d = from.x().cols();
        Matrix x =
                Matrix.fill(from.x().rows(), d + 2, (i, c) -> c < d ? from.x().at(i, c) : 0);
        List<String> dimensions = Stream.concat(plain.in().head().dimensions().stream(), ADDED.stream())
                .toList();
        String state = dimensions.contains(STATE) ? STATE : "quality"; // as the simple table calls it
        Head head = new Head(
                "layer 1",
                "made by hand for two layers",
                dimensions,
                map(dimensions, List.of(state), List.of("stand-in"), STRENGTH),
                map(dimensions, List.of(state), List.of(state), 1),
                map(dimensions, ADDED, List.of("living", "place"), 1),
                List.of("stand-in asks " + state + " +6"));
        return trace(from, x, head);
    }

    /** What the second layer reads: X and, in the two dimensions more, what the first one gives. */
    static Matrix residual(Trace first) {
        Matrix x = first.in().from().x();
        int d = x.cols() - 2;
        Matrix o = first.outputs();
        Matrix added = Matrix.fill(x.rows(), x.cols(), (i, c) -> c < d ? 0 : o.at(i, c - d));
        return Algebra.plus(x, 1, added);
    }

    /** The second layer over what it reads. */
    static Trace second(Trace first, Matrix x) {
        List<String> dimensions = first.in().head().dimensions();
        List<String> columns = List.of("thing", "living", "place");
        Head head = new Head(
                "layer 2",
                "made by hand for two layers",
                dimensions,
                map(dimensions, columns, List.of("stand-in", "goes with living", "goes with place"), STRENGTH),
                map(dimensions, columns, columns, 1),
                Projection.identity(dimensions),
                List.of("stand-in asks thing +6", "goes with living asks living +6", "goes with place asks place +6"));
        return trace(first.in().from(), x, head);
    }

    /** Column c has its number in the row of the c-th name. */
    private static Projection map(List<String> dimensions, List<String> columns, List<String> rows, double number) {
        Matrix w = Matrix.fill(
                dimensions.size(), columns.size(), (i, c) -> dimensions.get(i).equals(rows.get(c)) ? number : 0);
        return Projection.of(w, columns);
    }

    private static Trace trace(Side words, Matrix x, Head head) {
        Side side = new Side(words.words(), x, "a table made by hand for two layers");
        return Attention.trace(new Inputs(side, side, head, Mask.NONE, Positions.NONE, 1));
    }
}
