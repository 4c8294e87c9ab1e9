package app.regard.draw;

import java.util.List;

/** The cells of a matrix with the face that fits their room: numbers on colour, colour alone, or with a gap. */
public final class Cells {
    private Cells() {}

    static final double NUMBER = 17;
    public static final double SMALLEST_NUMBER = 9;

    /** From this pitch on cells are parted and rounded. */
    private static final double PARTED = 13;

    public static void add(
            List<Mark> marks, Table table, AxisLayout cols, AxisLayout rows, View view, boolean coloured) {
        Palette palette = view.palette();
        Brush.Mosaic colours = (i, j) -> colour(table, i, j, palette, coloured);
        double pitch = Math.min(cols.pitch(), rows.pitch());
        if (inset(pitch) == 0) {
            double gap = pitch >= 5 ? 1 : 0;
            marks.add(new Mark.Cells(cols, rows, colours, gap));
        } else {
            parted(marks, cols, rows, colours, pitch);
        }
        gaps(marks, cols, rows, view, table);
        Lettering.Style style = numberStyle(table, cols.pitch(), rows.pitch(), view);
        if (style.size() > 0) {
            numbers(marks, table, cols, rows, view, style, colours);
        }
    }

    private static int colour(Table table, int i, int j, Palette palette, boolean coloured) {
        double v = table.numbers().at(i, j);
        return coloured && (v != 0 || !table.scale().signed())
                ? table.scale().colour(v, palette)
                : palette.of(ColourRole.FAINT);
    }

    private static void parted(List<Mark> marks, AxisLayout cols, AxisLayout rows, Brush.Mosaic colours, double pitch) {
        double inset = inset(pitch);
        double radius = radius(pitch);
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < cols.size(); c++) {
                if (rows.index(r) != AxisLayout.GAP && cols.index(c) != AxisLayout.GAP) {
                    Box box = new Box(cols.at(c), rows.at(r), cols.pitch(), rows.pitch()).grown(-inset);
                    marks.add(new Mark.Rectangle(box, radius, colours.at(rows.index(r), cols.index(c)), 0, 0));
                }
            }
        }
    }

    /** How far the edge of a cell lies within its place, where the smaller side of that is {@code pitch}. */
    public static double inset(double pitch) {
        return pitch < PARTED ? 0 : pitch > 26 ? 1 : 0.5;
    }

    /** How round the corners of a cell are. */
    public static double radius(double pitch) {
        return pitch < PARTED ? 0 : Math.min(6, pitch / 7);
    }

    /** One cell anew on a soft ground, its number bold where it is not 0. */
    public static void light(
            List<Mark> marks, Table table, AxisLayout cols, AxisLayout rows, int row, int col, int ground, View view) {
        double pitch = Math.min(cols.pitch(), rows.pitch());
        Box box = new Box(cols.at(col), rows.at(row), cols.pitch(), rows.pitch()).grown(-inset(pitch));
        marks.add(new Mark.Rectangle(box, radius(pitch), ground, 0, 0));
        Lettering.Style style = numberStyle(table, cols.pitch(), rows.pitch(), view);
        if (style.size() > 0) {
            boolean zero = table.numbers().at(rows.index(row), cols.index(col)) == 0;
            boolean tight = !wide(table, cols.pitch(), view, style);
            Lettering.Style as = zero ? style : new Lettering.Style(style.size(), true);
            marks.add(number(table, cols, rows, row, col, as, tight, ground, view));
        }
    }

    private static void gaps(List<Mark> marks, AxisLayout cols, AxisLayout rows, View view, Table table) {
        int quiet = view.palette().of(ColourRole.QUIET);
        Lettering.Style style = view.plain(11);
        if (cols.gap() >= 0) {
            double x = cols.at(cols.gap()) + cols.size(cols.gap()) / 2;
            marks.add(new Mark.Text(
                    "… " + table.cols().size(),
                    x + style.drop(),
                    rows.start() + rows.length() / 2,
                    style,
                    quiet,
                    Mark.Anchor.MIDDLE,
                    90));
        }
        if (rows.gap() >= 0) {
            double y = rows.at(rows.gap()) + rows.size(rows.gap()) / 2 + style.drop();
            marks.add(new Mark.Text(
                    "… " + table.rows().size(),
                    cols.start() + cols.length() / 2,
                    y,
                    style,
                    quiet,
                    Mark.Anchor.MIDDLE,
                    0));
        }
    }

    private static void numbers(
            List<Mark> marks,
            Table table,
            AxisLayout cols,
            AxisLayout rows,
            View view,
            Lettering.Style style,
            Brush.Mosaic colours) {
        boolean tight = !wide(table, cols.pitch(), view, style);
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < cols.size(); c++) {
                int i = rows.index(r);
                int j = cols.index(c);
                if (i != AxisLayout.GAP
                        && j != AxisLayout.GAP
                        && !Double.isNaN(table.numbers().at(i, j))) {
                    marks.add(number(table, cols, rows, r, c, style, tight, colours.at(i, j), view));
                }
            }
        }
    }

    private static Mark number(
            Table table,
            AxisLayout cols,
            AxisLayout rows,
            int row,
            int col,
            Lettering.Style style,
            boolean tight,
            int ground,
            View view) {
        double v = table.numbers().at(rows.index(row), cols.index(col));
        // an exact 0 says so: it is not a small number that was rounded
        String text = v == 0
                ? "0"
                : tight ? DecimalFormatter.compact(v, view.decimals()) : DecimalFormatter.text(v, view.decimals());
        return new Mark.Text(
                text,
                cols.at(col) + cols.pitch() / 2,
                rows.at(row) + rows.pitch() / 2 + style.drop(),
                style,
                v == 0 ? view.palette().of(ColourRole.QUIET) : view.palette().inkOn(ground),
                Mark.Anchor.MIDDLE,
                0);
    }

    /** The size in which numbers fit; 0 where none does. */
    public static Lettering.Style numberStyle(Table table, double width, double height, View view) {
        for (double size = NUMBER; size >= SMALLEST_NUMBER; size -= 0.5) {
            Lettering.Style style = view.plain(size);
            boolean large = size > 13.5; // large type only in roomy cells
            boolean level = style.size() * (large ? 2.9 : 1.25) <= height;
            if (level && textWidth(table, view, style, true) * (large ? 1.6 : 1) + (size > 10 ? 6 : 3) <= width) {
                return style;
            }
        }
        return Lettering.Style.plain(0);
    }

    private static boolean wide(Table table, double width, View view, Lettering.Style style) {
        return textWidth(table, view, style, false) + 6 <= width;
    }

    /** The room that the widest number needs. */
    public static double textWidth(Table table, View view, Lettering.Style style, boolean tight) {
        double size = table.scale().size();
        double sample = table.scale().signed() ? -size : size;
        String text = tight
                ? DecimalFormatter.compact(sample, view.decimals())
                : DecimalFormatter.text(sample, view.decimals());
        return Lettering.width(text, style);
    }
}
