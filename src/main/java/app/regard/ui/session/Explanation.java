package app.regard.ui.session;

import app.regard.draw.Spot;
import app.regard.source.LoneWeights;
import app.regard.stage.AskedPair;
import app.regard.stage.Content;
import app.regard.stage.Focus;
import app.regard.stage.Part;
import app.regard.stage.Why;
import app.regard.trace.Lazy;

/**
 * The explanation of the numbers that the reader asks about: worked out once for each move of the mouse, by whichever view
 * wants it first, and read by all.
 *
 * @param asked of the asked cell: the one pointed at, else the stage's own
 * @param weight of the weight beside it, in the heat map: that of the asked pair, else the query's largest
 */
record Explanation(Lazy<Why> asked, Lazy<Why> weight) {
    static Explanation of(Content content, Focus focus) {
        Lazy<Why> asked = new Lazy<>(() -> content.why(focus.query(), spot(content, focus)));
        Lazy<Why> beside = new Lazy<>(() -> {
            Why there = asked.get();
            return there.of().matrix().equals(Part.WEIGHTS.label())
                    ? there
                    : content.why(
                            focus.query(),
                            AskedPair.of(focus, there.of())
                                    .in(Part.WEIGHTS, focus.query())
                                    .orElseGet(() -> content.start(LoneWeights.STAGE, focus.query())));
        });
        return new Explanation(asked, beside);
    }

    private static Spot spot(Content content, Focus focus) {
        Spot hover = focus.hover();
        if (hover != null && hover.isCell() && Part.named(hover.matrix()).isPresent()) {
            return hover;
        }
        Spot start = content.start(focus.stage(), focus.query());
        return focus.column().isPresent() ? answered(start, focus.column().getAsInt()) : start;
    }

    /** The same cell of the key whose name is pointed at, so that what is explained is of that word. */
    private static Spot answered(Spot start, int key) {
        return Part.named(start.matrix())
                .map(part -> part.answers()
                        ? new Spot(start.matrix(), start.row(), key)
                        : part.offers() ? new Spot(start.matrix(), key, start.col()) : start)
                .orElse(start);
    }
}
