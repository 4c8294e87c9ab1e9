package app.regard.draw.chart;

import app.regard.draw.Area;
import app.regard.draw.Box;
import app.regard.draw.ColourRole;
import app.regard.draw.Figure;
import app.regard.draw.Lettering;
import app.regard.draw.Mark;
import app.regard.draw.Palette;
import app.regard.draw.Spot;
import app.regard.draw.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The marks that lie over a figure and change with the mouse: the focused row, the cell in question, the cells it came
 * from.
 */
public final class Highlights {
    private Highlights() {}

    /** The reason why a spot is lit. */
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
                    int tone = palette.of(spot.col() == Spot.LABEL ? ColourRole.QUERY : ColourRole.KEY);
                    area.across(spot).ifPresent(box -> marks.add(outline(box, tone, 2)));
                } else if (glow.kind() == Kind.SOURCE && !spot.isCell()) {
                    area.across(spot).ifPresent(box -> marks.add(outline(box, palette.of(ColourRole.KEY, 0.85), 1.6)));
                } else if (glow.kind() == Kind.SOURCE) {
                    area.boxOf(spot)
                            .ifPresent(box -> marks.add(outline(box.grown(-1), palette.of(ColourRole.KEY, 0.85), 1.6)));
                } else if (glow.kind() == Kind.CELL && spot.isCell()) {
                    area.boxOf(spot).ifPresent(box -> marks.add(outline(box, palette.of(ColourRole.KEY), 2.6)));
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

    /** The same marks, and where two spots are points on a map, both ringed, joined and named. */
    public static Figure joined(Figure marks, Figure base, Spot from, Spot to, String name, View view) {
        Optional<Box> a = point(base, from);
        Optional<Box> b = point(base, to);
        if (a.isEmpty() || b.isEmpty()) {
            return marks;
        }
        List<Mark> all = new ArrayList<>(marks.marks());
        Palette palette = view.palette();
        int tone = palette.of(ColourRole.QUERY);
        Box start = a.get();
        Box end = b.get();
        all.add(new Mark.Line(start.centreX(), start.centreY(), end.centreX(), end.centreY(), tone, 2.4));
        all.add(new Mark.Rectangle(start.grown(-1), start.width() / 2, 0, palette.of(ColourRole.VALUE), 2));
        all.add(new Mark.Rectangle(end.grown(-1), end.width() / 2, palette.of(ColourRole.CARD), tone, 2.4));
        all.add(new Mark.Rectangle(end.grown(-4), end.width() / 2, tone, 0, 0));
        Lettering.Style style = view.bold(12);
        String text = Lettering.fit(name, style, 110 * view.textScale());
        double width = Lettering.width(text, style) + 8;
        double left = Math.min(base.width() - width - 4, end.right() + 3);
        Box plate = new Box(left, end.centreY() - style.size() * 0.75, width, style.size() * 1.5);
        all.add(new Mark.Rectangle(plate, 4, palette.of(ColourRole.QUERY_SOFT), tone, 1));
        all.add(new Mark.Text(
                text,
                plate.centreX(),
                plate.centreY() + style.drop(),
                style,
                palette.of(ColourRole.INK),
                Mark.Anchor.MIDDLE,
                0));
        return new Figure(marks.width(), marks.height(), all, List.of());
    }

    private static Optional<Box> point(Figure base, Spot spot) {
        return base.areas().stream()
                .filter(Area.Place.class::isInstance)
                .map(area -> area.boxOf(spot))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
