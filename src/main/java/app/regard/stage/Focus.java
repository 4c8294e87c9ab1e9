package app.regard.stage;

import app.regard.draw.Spot;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The focus of the reader: what is looked at.
 *
 * @param stage 1 to 8
 * @param query the focused query's place, from 0
 * @param pinned whether the focused query stays whatever the mouse does
 * @param hover what is pointed at, or null
 */
public record Focus(
        int stage, int query, boolean pinned, @Nullable Spot hover) {
    /** The key whose column is asked about ("who looks at this word?"), where a key's label is pointed at. */
    public OptionalInt column() {
        if (hover == null || hover.isCell()) {
            return OptionalInt.empty();
        }
        Spot spot = hover;
        if (spot.matrix().equals(WeightFigures.ANSWERING)) {
            return OptionalInt.of(spot.row());
        }
        return Part.named(spot.matrix())
                .map(p -> p.answers() && spot.row() == Spot.LABEL
                        ? OptionalInt.of(spot.col())
                        : p.offers() && spot.col() == Spot.LABEL ? OptionalInt.of(spot.row()) : OptionalInt.empty())
                .orElse(OptionalInt.empty());
    }

    public Focus withStage(int other) {
        return new Focus(other, query, pinned, null);
    }

    public Focus withQuery(int other) {
        return new Focus(stage, other, pinned, hover);
    }

    public Focus withPinned(boolean other) {
        return new Focus(stage, query, other, hover);
    }

    public Focus withHover(@Nullable Spot other) {
        return new Focus(stage, query, pinned, other);
    }
}
