package app.regard.draw;

import java.util.List;

/** The cells of a matrix with the face that fits their room: numbers on colour, colour alone, or with a gap. */
public final class Cells {
    private Cells() {}

    /** From this pitch on cells are parted and rounded. */
    private static final double PARTED = 13;

    /** From this pitch on there is a gap between cells, and lines are seen over those that a mask hides. */
    private static final double LINED = 5;

    public static void add(
            List<Mark> marks, Table table, AxisLayout cols, AxisLayout rows, View view, boolean coloured) {
        Palette palette = view.palette();
        Brush.Mosaic colours = (i, j) -> colour(table, i, j, palette, coloured);
        double pitch = Math.min(cols.pitch(), rows.pitch());
        if (inset(pitch) == 0) {
            boolean lines = pitch >= LINED;
            int ground = palette.of(ColourRole.CARD);
            Brush.Mosaic plain = (i, j) -> table.hidden(i, j) ? ground : colours.at(i, j);
            marks.add(new Mark.Cells(cols, rows, lines ? plain : colours, lines ? 1 : 0));
            if (lines) {
                hatched(marks, table, cols, rows, palette);
            }
        } else {
            parted(marks, table, cols, rows, colours, view);
        }
        gaps(marks, cols, rows, view, table);
        Lettering.Style style = CellText.style(table, cols.pitch(), rows.pitch(), view);
        if (style.size() > 0) {
            numbers(marks, table, cols, rows, view, style, colours);
        }
    }

    /** Lines over what the mask hides, a stretch of a row at a time: single dark cells would look like numbers. */
    private static void hatched(List<Mark> marks, Table table, AxisLayout cols, AxisLayout rows, Palette palette) {
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < cols.size(); c++) {
                int from = c;
                while (c < cols.size() && hidden(table, cols, rows, r, c)) {
                    c++;
                }
                if (c > from) {
                    Box run = new Box(cols.at(from), rows.at(r), (c - from) * cols.pitch(), rows.pitch());
                    marks.add(new Mark.Hatch(run, palette.of(ColourRole.EDGE), 1, 5));
                }
            }
        }
    }

    private static boolean hidden(Table table, AxisLayout cols, AxisLayout rows, int r, int c) {
        return rows.index(r) != AxisLayout.GAP
                && cols.index(c) != AxisLayout.GAP
                && table.hidden(rows.index(r), cols.index(c));
    }

    private static int colour(Table table, int i, int j, Palette palette, boolean coloured) {
        if (table.hidden(i, j)) { // too small for lines: every fourth diagonal is darker
            return palette.of((i + j) % 4 == 0 ? ColourRole.EDGE : ColourRole.CARD);
        }
        double v = table.numbers().at(i, j);
        if (coloured && v == 0 && table.scale().signed()) {
            return palette.zero();
        }
        return coloured ? table.scale().colour(v, palette) : palette.of(ColourRole.FAINT);
    }

    private static void parted(
            List<Mark> marks, Table table, AxisLayout cols, AxisLayout rows, Brush.Mosaic colours, View view) {
        double pitch = Math.min(cols.pitch(), rows.pitch());
        double inset = inset(pitch);
        double radius = radius(pitch);
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < cols.size(); c++) {
                if (rows.index(r) != AxisLayout.GAP && cols.index(c) != AxisLayout.GAP) {
                    Box box = new Box(cols.at(c), rows.at(r), cols.pitch(), rows.pitch()).grown(-inset);
                    if (hidden(table, cols, rows, r, c)) {
                        hidden(marks, box, radius, view);
                    } else {
                        marks.add(new Mark.Rectangle(box, radius, colours.at(rows.index(r), cols.index(c)), 0, 0));
                    }
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

    /** One cell anew on a ground, with two digits of its number at least, bold where it is not 0. */
    public static void light(
            List<Mark> marks, Table table, AxisLayout cols, AxisLayout rows, int row, int col, int ground, View view) {
        double pitch = Math.min(cols.pitch(), rows.pitch());
        Box box = new Box(cols.at(col), rows.at(row), cols.pitch(), rows.pitch()).grown(-inset(pitch));
        if (table.hidden(rows.index(row), cols.index(col))) {
            hidden(marks, box, radius(pitch), view);
            return;
        }
        marks.add(new Mark.Rectangle(box, radius(pitch), ground, 0, 0));
        Lettering.Style style = CellText.style(table, cols.pitch(), rows.pitch(), view);
        if (style.size() > 0) {
            double v = table.numbers().at(rows.index(row), cols.index(col));
            Lettering.Style strong = new Lettering.Style(style.size(), v != 0);
            boolean tight = CellText.tight(table, cols.pitch(), view, style);
            String exact = CellText.exact(v, view.decimals(), tight);
            Lettering.Style fitted = CellText.fit(exact, strong, cols.pitch());
            marks.add(
                    fitted.size() > 0
                            ? number(exact, cols, rows, row, col, fitted, ground, view)
                            : number(
                                    CellText.plain(v, view.decimals(), tight),
                                    cols,
                                    rows,
                                    row,
                                    col,
                                    style,
                                    ground,
                                    view));
        }
    }

    /** A cell that the mask hides: hatched, without a number. */
    public static void hidden(List<Mark> marks, Box box, double radius, View view) {
        Palette palette = view.palette();
        marks.add(new Mark.Rectangle(box, radius, palette.of(ColourRole.CARD), 0, 0));
        marks.add(new Mark.Hatch(box, palette.of(ColourRole.EDGE), 1.5, 5));
    }

    /** The colour of a cell's number where it has that of its number. */
    public static int colour(Table table, int i, int j, View view) {
        return colour(table, i, j, view.palette(), true);
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
            String counted = "… " + table.rows().size();
            marks.add(new Mark.Text(
                    Lettering.width(counted, style) <= cols.length() ? counted : "…",
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
        boolean tight = CellText.tight(table, cols.pitch(), view, style);
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < cols.size(); c++) {
                int i = rows.index(r);
                int j = cols.index(c);
                if (i != AxisLayout.GAP
                        && j != AxisLayout.GAP
                        && !table.hidden(i, j)
                        && !Double.isNaN(table.numbers().at(i, j))) {
                    String text = CellText.plain(table.numbers().at(i, j), view.decimals(), tight);
                    marks.add(number(text, cols, rows, r, c, style, colours.at(i, j), view));
                }
            }
        }
    }

    private static Mark number(
            String text,
            AxisLayout cols,
            AxisLayout rows,
            int row,
            int col,
            Lettering.Style style,
            int ground,
            View view) {
        int quiet = view.palette().of(ColourRole.QUIET);
        return new Mark.Text(
                text,
                cols.at(col) + cols.pitch() / 2,
                rows.at(row) + rows.pitch() / 2 + style.drop(),
                style,
                text.equals("0") && Palette.contrast(quiet, ground) >= 4.5
                        ? quiet
                        : view.palette().inkOn(ground),
                Mark.Anchor.MIDDLE,
                0);
    }
}
