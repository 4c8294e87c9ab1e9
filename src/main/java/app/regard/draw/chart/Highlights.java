package app.regard.draw.chart;

import app.regard.draw.Area;
import app.regard.draw.AxisLayout;
import app.regard.draw.Box;
import app.regard.draw.CellText;
import app.regard.draw.Cells;
import app.regard.draw.ColourRole;
import app.regard.draw.Figure;
import app.regard.draw.Lettering;
import app.regard.draw.Mark;
import app.regard.draw.Palette;
import app.regard.draw.Spot;
import app.regard.draw.Table;
import app.regard.draw.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The marks over a figure that change with the mouse: the asked cells, what they came from, the focused row, and the names
 * of rows and columns, of which some are asked about.
 */
public final class Highlights {
    private Highlights() {}

    /** Cells that are less high or wide than this are thinner than their frame: it stands at the edges of the matrix. */
    public static final double THIN = 9;

    /** Of cells that are less wide than this a frame around their row would cover several. */
    private static final double FINEST = 2;

    private static final double TICK = 3;

    /** Why a spot is lit. */
    public enum Kind {
        /** A row or column that is framed. */
        LINE,
        /** What the asked cell came from: a cell, or by its label's spot a whole row or column. */
        SOURCE,
        /** An asked cell. */
        ASKED,
        /** A row or column whose name is always drawn. */
        NAME
    }

    /** One spot to light, and the colour in which it is lit. */
    public record Glow(Spot spot, Kind kind, ColourRole role) {}

    /** The marks over a figure; a spot that it does not show is passed over. */
    public static Figure over(Figure base, List<Glow> glows, View view) {
        List<Mark> marks = new ArrayList<>();
        for (Area area : base.areas()) {
            if (area instanceof GridArea grid) {
                over(marks, grid, glows, view);
            }
        }
        return new Figure(base.width(), base.height(), marks, List.of());
    }

    /** The frame around what is asked about where it is no cell of a matrix: a bar, a line of text. */
    public static Figure framed(Figure base, Spot asked, View view) {
        return framed(base, asked, 0, view);
    }

    /** The same from a place on, so that what stands at the left and is of several is not cut. */
    public static Figure framed(Figure base, Spot asked, double from, View view) {
        int tone = view.palette().of(ColourRole.ASK);
        List<Mark> marks = base.boxOf(asked).stream()
                .map(box ->
                        new Box(Math.max(from, box.x()), box.y(), box.right() - Math.max(from, box.x()), box.height()))
                .<Mark>map(box -> new Mark.Rectangle(box.grown(0.75), 6, 0, tone, 2.5))
                .toList();
        return new Figure(base.width(), base.height(), marks, List.of());
    }

    private static void over(List<Mark> marks, GridArea grid, List<Glow> glows, View view) {
        Map<Spot, ColourRole> strong = new HashMap<>();
        List<Mark> frames = new ArrayList<>();
        for (Glow glow : glows) {
            Spot spot = glow.spot();
            Optional<Box> place = spot.isCell() ? grid.boxOf(spot) : grid.across(spot);
            if (!grid.holds(spot)) {
                continue;
            }
            if (glow.kind() == Kind.NAME) {
                strong.put(spot, glow.role());
            } else if (place.isPresent()) {
                if (glow.kind() == Kind.SOURCE || (glow.kind() == Kind.ASKED && grid.coloured())) {
                    light(marks, grid, spot, glow.role(), view);
                }
                frames.addAll(frame(grid, spot, place.get(), glow, view));
            }
        }
        marks.addAll(frames);
        marks.addAll(grid.labels(strong, view));
    }

    /** Cells with two digits of their numbers at least, on a soft ground where they have no colour of their own. */
    private static void light(List<Mark> marks, GridArea grid, Spot spot, ColourRole role, View view) {
        Table table = grid.table();
        double wide = grid.cols().pitch();
        if (grid.coloured()
                && CellText.style(table, wide, grid.rows().pitch(), view).size() == 0) {
            return;
        }
        int soft = view.palette().of(role.soft());
        int row = grid.drawnRow(spot) == Spot.LABEL ? Spot.LABEL : grid.rows().slotOf(grid.drawnRow(spot));
        int col = grid.drawnCol(spot) == Spot.LABEL ? Spot.LABEL : grid.cols().slotOf(grid.drawnCol(spot));
        for (int r = row < 0 ? 0 : row; r < (row < 0 ? grid.rows().size() : row + 1); r++) {
            for (int c = col < 0 ? 0 : col; c < (col < 0 ? grid.cols().size() : col + 1); c++) {
                if (grid.rows().index(r) != AxisLayout.GAP && grid.cols().index(c) != AxisLayout.GAP) {
                    int ground = grid.coloured()
                            ? Cells.colour(
                                    table, grid.rows().index(r), grid.cols().index(c), view)
                            : soft;
                    Cells.light(marks, table, grid.cols(), grid.rows(), r, c, ground, view);
                }
            }
        }
    }

    /** A frame wholly outside of what it frames; where that would cover other cells, ticks at the edges of the matrix. */
    private static List<Mark> frame(GridArea grid, Spot spot, Box place, Glow glow, View view) {
        int colour = view.palette().of(glow.role());
        boolean row = grid.drawnRow(spot) != Spot.LABEL;
        boolean col = grid.drawnCol(spot) != Spot.LABEL;
        double small = Math.min(
                row ? grid.rows().pitch() : Double.MAX_VALUE, col ? grid.cols().pitch() : Double.MAX_VALUE);
        double pitch = Math.min(grid.rows().pitch(), grid.cols().pitch());
        if (small < THIN || pitch < FINEST) {
            return ticks(grid, place, row, col, colour);
        }
        boolean asked = glow.kind() == Kind.ASKED;
        double room = small >= 26 ? 1 : small >= 18 ? 0.8 : 0.5;
        double pen = asked ? 3 * room : 1.75 * Math.max(room, 0.7);
        double gap = (asked || small < 26 ? 1.5 : 2.5) * room;
        Box cells = place.grown(-Cells.inset(pitch)).grown(gap + pen / 2);
        return List.of(new Mark.Rectangle(cells, Cells.radius(pitch) + 2, 0, colour, pen));
    }

    private static List<Mark> ticks(GridArea grid, Box place, boolean row, boolean col, int colour) {
        List<Mark> marks = new ArrayList<>();
        if (row) {
            double high = Math.max(3, place.height());
            double y = place.centreY() - high / 2;
            for (double x :
                    new double[] {grid.cols().start() - TICK - 1, grid.cols().end() + 1}) {
                marks.add(new Mark.Rectangle(new Box(x, y, TICK, high), 0, colour, 0, 0));
            }
        }
        if (col) {
            double wide = Math.max(3, place.width());
            double x = place.centreX() - wide / 2;
            for (double y :
                    new double[] {grid.rows().start() - TICK - 1, grid.rows().end() + 1}) {
                marks.add(new Mark.Rectangle(new Box(x, y, wide, TICK), 0, colour, 0, 0));
            }
        }
        return marks;
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
        String text = Lettering.fitName(name, style, 110 * view.textScale());
        double width = Lettering.width(text, style) + 8;
        Box plate = plate(base, start, end, width, style.size() * 1.5);
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

    /** Beside a point, above or below it: where it covers no name and not the other point, else at its right. */
    private static Box plate(Figure base, Box start, Box end, double width, double height) {
        double x = Math.max(4, Math.min(base.width() - width - 4, end.centreX() - width / 2));
        List<Box> places = List.of(
                new Box(end.right() + 3, end.centreY() - height / 2, width, height),
                new Box(end.x() - width - 3, end.centreY() - height / 2, width, height),
                new Box(x, end.y() - height - 3, width, height),
                new Box(x, end.bottom() + 3, width, height));
        return places.stream()
                .filter(place -> place.x() >= 0 && place.right() <= base.width() && place.bottom() <= base.height())
                .filter(place -> !meets(place, start) && names(base).noneMatch(name -> meets(name, place)))
                .findFirst()
                .orElse(places.get(0)
                        .moved(
                                Math.min(
                                        0,
                                        base.width() - width - 4 - places.get(0).x()),
                                0));
    }

    private static Stream<Box> names(Figure base) {
        return base.marks().stream()
                .filter(mark -> mark instanceof Mark.Text text && text.anchor() == Mark.Anchor.START)
                .map(Mark.Text.class::cast)
                .map(t -> new Box(
                        t.x(),
                        t.y() - t.style().size() * 0.8,
                        Lettering.width(t.text(), t.style()),
                        t.style().size()));
    }

    private static boolean meets(Box a, Box b) {
        return a.x() < b.right() && b.x() < a.right() && a.y() < b.bottom() && b.y() < a.bottom();
    }

    private static Optional<Box> point(Figure base, Spot spot) {
        return base.areas().stream()
                .filter(Area.Place.class::isInstance)
                .map(area -> area.boxOf(spot))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
