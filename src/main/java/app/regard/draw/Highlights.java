package app.regard.draw;

import java.util.ArrayList;
import java.util.List;

/** What lies over a figure and changes with the mouse: the focused row, the cell in question, the cells it came from. */
public final class Highlights {
    private Highlights() {}

    /** Why a spot is lit. */
    public enum Kind {
        /** The focused query's row, or the column that is asked about. */
        FOCUS,
        /** What the cell in question came from. */
        SOURCE,
        /** The cell in question. */
        CELL
    }

    /** One spot to light. */
    public record Glow(Spot spot, Kind kind) {}

    /** The marks over a figure; a spot that it does not show is passed over. */
    public static Figure over(Figure base, List<Glow> glows, View view) {
        List<Mark> marks = new ArrayList<>();
        Palette palette = view.palette();
        for (Glow glow : glows) {
            for (Area area : base.areas()) {
                Spot spot = glow.spot();
                if (glow.kind() == Kind.FOCUS && !spot.isCell()) {
                    area.across(spot).ifPresent(box -> marks.add(outline(box, palette.of(Tone.QUERY), 2)));
                } else if (glow.kind() == Kind.SOURCE && !spot.isCell()) {
                    area.across(spot).ifPresent(box -> marks.add(outline(box, palette.of(Tone.KEY, 0.85), 1.6)));
                } else if (glow.kind() == Kind.SOURCE) {
                    area.boxOf(spot)
                            .ifPresent(box -> marks.add(outline(box.grown(-1), palette.of(Tone.KEY, 0.85), 1.6)));
                } else if (glow.kind() == Kind.CELL && spot.isCell()) {
                    area.boxOf(spot).ifPresent(box -> marks.add(outline(box, palette.of(Tone.KEY), 2.6)));
                }
            }
        }
        return new Figure(base.width(), base.height(), marks, List.of());
    }

    private static Mark outline(Box box, int colour, double width) {
        double small = Math.min(box.width(), box.height());
        double radius = small > 13 ? Math.min(6, small / 7) : 0;
        double pen = small < 6 ? 1.2 : width;
        return new Mark.Rectangle(box.grown(pen / 2 - 0.5), radius, 0, colour, pen);
    }
}
