package app.regard.ui.session;

import app.regard.source.LoneWeights;
import app.regard.trace.Grid;
import app.regard.trace.Weights;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The part of the weights that may be seen before their stage, so that a class can be asked first.
 *
 * @param asks whether weights wait for their stage
 * @param rows the rows that were shown before it, for these words
 */
public record Reveal(boolean asks, Set<Integer> rows) {
    /** All of them, always. */
    public static final Reveal ALL = new Reveal(false, Set.of());

    public Reveal {
        rows = Set.copyOf(rows);
    }

    /** With one more row. */
    public Reveal with(int row) {
        return new Reveal(asks, Stream.concat(rows.stream(), Stream.of(row)).collect(Collectors.toSet()));
    }

    /** No row was shown yet. */
    Reveal again() {
        return new Reveal(asks, Set.of());
    }

    boolean hides(int stage) {
        return asks && stage < LoneWeights.STAGE;
    }

    boolean hides(int stage, int row) {
        return hides(stage) && !rows.contains(row);
    }

    /** The weights as they may be seen in a stage: hidden rows hold no numbers. */
    Weights of(Weights w, int stage) {
        if (!hides(stage) || IntStream.range(0, w.from().size()).allMatch(rows::contains)) {
            return w;
        }
        Grid a = Grid.of(w.a().rows(), w.a().cols(), (i, j) -> rows.contains(i) ? w.a().at(i, j) : Double.NaN);
        return new Weights(w.from(), w.to(), a, w.origin(), w.mask());
    }
}
