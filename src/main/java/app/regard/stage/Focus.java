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
 * @param cell the last cell that was pointed at before, where another stands for a part of it; {@link #NOWHERE} if none was
 */
public record Focus(
        int stage, int query, boolean pinned, @Nullable Spot hover, Spot cell) {
    /** No cell. */
    public static final Spot NOWHERE = new Spot("", Spot.LABEL, Spot.LABEL);

    public Focus(int stage, int query, boolean pinned, @Nullable Spot hover) {
        this(stage, query, pinned, hover, NOWHERE);
    }

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
        return new Focus(stage, other, pinned, hover, cell);
    }

    public Focus withPinned(boolean other) {
        return new Focus(stage, query, other, hover, cell);
    }

    public Focus withHover(@Nullable Spot other) {
        return new Focus(stage, query, pinned, other, hover != null && leads(hover) ? hover : cell);
    }

    /** Whether a cell is what the stage leads to: both its row and its column are asked about. */
    private boolean leads(Spot spot) {
        return spot.isCell()
                && Part.named(spot.matrix())
                        .filter(p -> p == Stages.of(stage).result()
                                || (p.asks() && p.answers())
                                || (stage == 2 && (p == Part.K || p == Part.V)))
                        .isPresent();
    }
}
