package app.regard.draw.chart;

import app.regard.draw.Area;
import app.regard.draw.Box;
import app.regard.draw.CellText;
import app.regard.draw.Cells;
import app.regard.draw.ColourRole;
import app.regard.draw.Figure;
import app.regard.draw.Lettering;
import app.regard.draw.Mark;
import app.regard.draw.Palette;
import app.regard.draw.Spot;
import app.regard.draw.View;
import java.util.ArrayList;
import java.util.List;

/** The painter of {@link AlignedVectors} in a box; what stands for a cell can be pointed at like the cell. */
public final class VectorPainter {
    private static final double CELL_GAP = 1;

    private final VectorLayout layout;
    private final Spot asked;
    private final View view;
    private final Palette palette;
    private final Box box;
    private final double band;
    private final double row;
    private final List<Mark> marks = new ArrayList<>();
    private final List<Mark> frames = new ArrayList<>();
    private final List<Area> areas = new ArrayList<>();

    private VectorPainter(VectorLayout layout, Spot asked, Box box) {
        this.layout = layout;
        this.asked = asked;
        this.view = layout.view;
        this.palette = view.palette();
        this.box = box;
        this.band = box.height() / layout.bands.size();
        this.row = layout.row(band);
    }

    /**
     * The vectors in a box.
     *
     * @param asked the cell that is framed, wherever it stands among them
     */
    public static Figure of(AlignedVectors vectors, Spot asked, Box box, View view) {
        int most = VectorLayout.bands(vectors, box.height(), view);
        return of(VectorLayout.of(vectors, asked, most, box.width(), view), asked, box);
    }

    /** Several vectors that are seen in a box one at a time, a figure each; nothing is framed in them. */
    public static List<Figure> alike(List<AlignedVectors> all, Box box, View view) {
        Spot nowhere = new Spot("", 0, 0);
        return VectorLayout.alike(all, nowhere, box.height(), box.width(), view).stream()
                .map(layout -> of(layout, nowhere, box))
                .toList();
    }

    private static Figure of(VectorLayout layout, Spot asked, Box box) {
        VectorPainter painter = new VectorPainter(layout, asked, box);
        int first = 0;
        for (int b = 0; b < layout.bands.size(); b++) {
            painter.band(b, first, first + layout.bands.get(b));
            first += layout.bands.get(b);
        }
        painter.marks.addAll(painter.frames);
        return new Figure(box.right(), box.bottom(), painter.marks, painter.areas);
    }

    private void band(int number, int from, int to) {
        List<AlignedVectors.Line> lines = layout.of.lines();
        double bottom = box.y() + (number + 1) * band - 3;
        double top = bottom - lines.size() * row;
        double left = box.x() + layout.left;
        names(from, to, left, top, top - box.y() - number * band);
        for (int l = 0; l < lines.size(); l++) {
            AlignedVectors.Line line = lines.get(l);
            double y = top + l * row;
            Lettering.Style bold = layout.name();
            String name = Lettering.fitName(line.name(), bold, layout.left - 9);
            int ink = palette.of(line.role());
            marks.add(new Mark.Text(name, left - 8, y + row / 2 + bold.drop(), bold, ink, Mark.Anchor.END, 0));
            double x = left;
            for (int c = from; c < to; c++) {
                Box cell = new Box(x, y, layout.widths[c], row);
                entry(line.entries().get(c), cell, line.role());
                x = cell.right();
            }
            if (line.role() != ColourRole.INK) {
                Box whole = new Box(left, y, x - left, row).grown(-1);
                frames.add(new Mark.Rectangle(whole, 5, 0, ink, 1.5));
            }
            if (number == layout.bands.size() - 1) {
                double at = x + 10;
                double above = y;
                line.end().ifPresent(end -> end(end, new Box(at, above, layout.ends - 12, row)));
            }
        }
    }

    private void names(int from, int to, double left, double bottom, double room) {
        boolean level = layout.level() || room < 26 * view.textScale();
        Lettering.Style plain = view.plain(12);
        double tilt = layout.tilt();
        double x = left;
        for (int c = from; c < to; c++) {
            double middle = x + layout.widths[c] / 2;
            boolean strong = strong(c);
            Lettering.Style style = strong ? layout.name() : plain;
            int ink = palette.of(strong ? ColourRole.INK : ColourRole.QUIET);
            double length = level
                    ? layout.widths[c] - 2
                    : Math.min(
                            VectorLayout.LONGEST_TILTED * view.textScale(),
                            (room - style.size()) / Math.sin(Math.toRadians(tilt)));
            String whole = layout.of.columns().get(c);
            if (level && Lettering.width(whole, style) > length) {
                Lettering.Style bold = new Lettering.Style(CellText.SMALLEST, strong);
                boolean fits = Lettering.width(whole, bold) <= length; // the asked one in ink alone before it is cut
                style = fits ? bold : new Lettering.Style(CellText.SMALLEST, false);
            }
            String name = Lettering.fitName(whole, style, length);
            marks.add(
                    level
                            ? new Mark.Text(name, middle, bottom - 4, style, ink, Mark.Anchor.MIDDLE, 0)
                            : new Mark.Text(
                                    name,
                                    middle + style.size() * 0.3,
                                    bottom - 3,
                                    style,
                                    ink,
                                    Mark.Anchor.START,
                                    tilt));
            x += layout.widths[c];
        }
    }

    /** Whether a column counts: its last number is not 0, or it is the asked one. */
    private boolean strong(int c) {
        List<AlignedVectors.Line> lines = layout.of.lines();
        AlignedVectors.Entry last = lines.get(lines.size() - 1).entries().get(c);
        return layout.of.adds()
                ? !last.blank() && last.value() != 0
                : lines.stream().anyMatch(line -> line.entries()
                        .get(c)
                        .spot()
                        .filter(asked::equals)
                        .isPresent());
    }

    private void entry(AlignedVectors.Entry entry, Box place, ColourRole role) {
        Box cell = place.grown(-CELL_GAP);
        int ground = palette.of(role == ColourRole.INK ? ColourRole.FAINT : role.soft());
        if (entry.hidden()) {
            Cells.hidden(marks, cell, 3, view);
        } else {
            marks.add(new Mark.Rectangle(cell, 3, ground, 0, 0));
        }
        if (!entry.hidden() && !entry.blank()) {
            number(entry.value(), place, ground);
        }
        spot(entry, place, cell, 2);
    }

    private void end(AlignedVectors.End end, Box place) {
        boolean own = end.entry().spot().filter(asked::equals).isPresent();
        Lettering.Style bold = view.bold(11.5);
        int ink = palette.of(own ? ColourRole.ASK : ColourRole.QUIET);
        marks.add(new Mark.Text(end.name(), place.centreX(), place.y() - 5, bold, ink, Mark.Anchor.MIDDLE, 0));
        Box cell = place.grown(-1);
        marks.add(new Mark.Rectangle(cell, 5, palette.of(ColourRole.CARD), palette.of(ColourRole.EDGE), 1));
        number(end.entry().value(), place, palette.of(ColourRole.CARD));
        spot(end.entry(), place, cell, row > 20 ? 3 : 2);
    }

    private void spot(AlignedVectors.Entry entry, Box place, Box cell, double pen) {
        entry.spot().ifPresent(spot -> {
            areas.add(new Area.Place(spot, place));
            if (spot.equals(asked)) {
                frames.add(new Mark.Rectangle(cell, 5, 0, palette.of(ColourRole.ASK), pen));
            }
        });
    }

    private void number(double value, Box place, int ground) {
        String text = CellText.exact(value, layout.decimals, true);
        Lettering.Style style = new Lettering.Style(layout.size, value != 0);
        int quiet = palette.of(ColourRole.QUIET);
        int ink = value == 0 && Palette.contrast(quiet, ground) >= 4.5 ? quiet : palette.inkOn(ground);
        marks.add(new Mark.Text(
                text, place.centreX(), place.centreY() + style.drop(), style, ink, Mark.Anchor.MIDDLE, 0));
    }
}
