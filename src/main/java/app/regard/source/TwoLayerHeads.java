package app.regard.source;

import app.regard.trace.Head;
import app.regard.trace.Inputs;
import app.regard.trace.Matrix;
import app.regard.trace.Projection;
import app.regard.trace.Side;
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
    private static final List<String> WANTED = List.of("thing", "living", "place");
    private static final String ORIGIN = "made by hand for two layers; a trained model may do otherwise";

    private final Side from;
    private final List<String> dimensions;

    /** @param plain the words as their table has them */
    TwoLayerHeads(Inputs plain) {
        from = plain.from();
        dimensions = Stream.concat(plain.head().dimensions().stream(), ADDED.stream())
                .toList();
    }

    /** The words with two more dimensions, which are 0 as yet. */
    Side words() {
        int d = from.x().cols();
        Matrix x = Matrix.fill(
                from.x().rows(), dimensions.size(), (i, c) -> c < d ? from.x().at(i, c) : 0);
        return new Side(from.words(), x, "a table made by hand for two layers");
    }

    /** The head of a layer, 1 or 2. */
    Head head(int layer) {
        return layer == 1 ? first() : second();
    }

    private Head first() {
        String state = dimensions.contains(STATE) ? STATE : "quality"; // as the simple table calls it
        return new Head(
                "layer 1",
                ORIGIN,
                dimensions,
                map(List.of(state), List.of("stand-in"), STRENGTH),
                map(List.of(state), List.of(state), 1),
                map(ADDED, List.of("living", "place"), 1),
                List.of("stand-in asks " + state + " +6"));
    }

    private Head second() {
        return new Head(
                "layer 2",
                ORIGIN,
                dimensions,
                map(WANTED, List.of("stand-in", "goes with living", "goes with place"), STRENGTH),
                map(WANTED, WANTED, 1),
                Projection.identity(dimensions),
                List.of("stand-in asks thing +6", "goes with living asks living +6", "goes with place asks place +6"));
    }

    /** Column c has its number in the row of the c-th name. */
    private Projection map(List<String> columns, List<String> rows, double number) {
        Matrix w = Matrix.fill(
                dimensions.size(), columns.size(), (i, c) -> dimensions.get(i).equals(rows.get(c)) ? number : 0);
        return Projection.of(w, columns);
    }
}
