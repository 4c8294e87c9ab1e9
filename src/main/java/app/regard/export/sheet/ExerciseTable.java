package app.regard.export.sheet;

import app.regard.draw.Area;
import app.regard.draw.Box;
import app.regard.draw.ColourRole;
import app.regard.draw.Lettering;
import app.regard.draw.Mark;
import app.regard.draw.Palette;
import app.regard.draw.Scale;
import app.regard.draw.Spot;
import app.regard.draw.View;
import app.regard.export.picture.FormPage;
import app.regard.stage.Part;
import app.regard.trace.Grid;
import app.regard.trace.Trace;
import java.util.ArrayList;
import java.util.List;

/** One matrix of a class sheet, or some of its columns where all are too wide: given numbers, and boxes to write in. */
final class ExerciseTable {
    private static final double TITLE = 20;
    private static final double ROW = 18;
    private static final double BLANK_ROW = 27;
    private static final double LABEL = 84;
    private static final double NARROWEST = 34;
    private static final double WIDEST_NAME = 64;
    private static final double TILT = 60;

    /** How far the last tilted name reaches beyond its column. */
    private static final double OVERHANG = WIDEST_NAME / 2 - NARROWEST / 2;

    private final Exercise exercise;
    private final Part part;
    private final int from;
    private final int to;
    private final View view;
    private final Grid weights;
    private final List<String> rows;
    private final List<String> cols;
    private final double label;
    private final double cell;
    private final double names;

    ExerciseTable(Exercise exercise, Part part, Trace t, int from, int to, View view) {
        this.exercise = exercise;
        this.part = part;
        this.from = from;
        this.to = to;
        this.view = view;
        this.weights = t.weights().a();
        this.rows = part.rows(t).labels();
        this.cols = part.cols(t).labels();
        this.label = labels(rows, view);
        this.cell = cellWidth(exercise, part, rows.size(), cols.size(), view);
        boolean level = widest(cols, view.plain(10)) <= cell - 4;
        this.names = level ? 0 : Math.min(WIDEST_NAME, widest(cols, view.plain(10))) * Math.sin(Math.toRadians(TILT));
    }

    /** How many columns fit beside the labels of the rows. */
    static int columns(Exercise exercise, Part part, Trace t, double width, View view) {
        List<String> rows = part.rows(t).labels();
        double cell = cellWidth(exercise, part, rows.size(), part.cols(t).size(), view);
        return Math.max(1, (int) ((width - labels(rows, view) - OVERHANG) / cell));
    }

    private static double labels(List<String> rows, View view) {
        return Math.min(LABEL, widest(rows, view.plain(11)) + 12);
    }

    private static double cellWidth(Exercise exercise, Part part, int rows, int cols, View view) {
        return Spot.all(part.label(), rows, cols)
                .mapToDouble(at -> Lettering.width(exercise.printed(at), view.bold(10.5)) + 4)
                .reduce(NARROWEST, Math::max);
    }

    double width() {
        return label + (to - from) * cell + (names > 0 ? OVERHANG : 0);
    }

    /** The room for title and names above the first row; tables side by side share the largest. */
    double head() {
        return TITLE + Math.max(16, names + 10);
    }

    double height(double head) {
        double height = head;
        for (int i = 0; i < rows.size(); i++) {
            height += rowHeight(i);
        }
        return height;
    }

    private double rowHeight(int i) {
        return exercise.blanks().stream().anyMatch(s -> s.matrix().equals(part.label()) && s.row() == i)
                ? BLANK_ROW
                : ROW;
    }

    /** Draws the table; on the key the blanks are filled in. */
    void draw(List<Mark> marks, List<Area> areas, double x, double top, double head, boolean key) {
        Palette palette = view.palette();
        String columns = to - from == cols.size() ? "" : ", columns " + (from + 1) + " to " + to;
        String title = name(part) + "  " + rows.size() + " × " + cols.size() + columns;
        if (key && part == Part.WEIGHTS && view.range().chosen()) {
            title += ", colours " + view.range().said();
        }
        marks.add(text(title, x, top + 13, view.bold(12), palette.of(tone()), Mark.Anchor.START, 0));
        for (int j = from; j < to; j++) {
            double middle = x + label + (j - from + 0.5) * cell;
            boolean level = names == 0;
            String shown = Lettering.fitName(cols.get(j), view.plain(10), level ? cell - 4 : WIDEST_NAME);
            marks.add(text(
                    shown,
                    level ? middle : middle + 3,
                    top + head - 5,
                    view.plain(10),
                    palette.of(ColourRole.QUIET),
                    level ? Mark.Anchor.MIDDLE : Mark.Anchor.START,
                    level ? 0 : TILT));
        }
        double y = top + head;
        for (int i = 0; i < rows.size(); i++) {
            double height = rowHeight(i);
            String shown = Lettering.fitName(rows.get(i), view.plain(11), label - 8);
            marks.add(text(
                    shown,
                    x + label - 8,
                    y + height / 2 + view.plain(11).drop(),
                    view.plain(11),
                    palette.of(ColourRole.INK),
                    Mark.Anchor.END,
                    0));
            for (int j = from; j < to; j++) {
                cell(marks, areas, new Spot(part.label(), i, j), box(i, j, x, top + head), key);
            }
            y += height;
        }
    }

    /** Where something is to be written, row by row. */
    List<FormPage.Blank> blanks(double x, double top, double head) {
        List<FormPage.Blank> all = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            for (int j = from; j < to; j++) {
                if (exercise.blanks().contains(new Spot(part.label(), i, j))) {
                    String column = cols.size() == 1 ? "" : ", column " + cols.get(j);
                    all.add(new FormPage.Blank(
                            part.label() + " " + (i + 1) + "," + (j + 1),
                            part.of() + " " + rows.get(i) + column,
                            box(i, j, x, top + head),
                            true));
                }
            }
        }
        return all;
    }

    private Box box(int i, int j, double x, double first) {
        double above = 0;
        for (int row = 0; row < i; row++) {
            above += rowHeight(row);
        }
        return new Box(x + label + (j - from) * cell, first + above, cell, rowHeight(i)).grown(-1);
    }

    private void cell(List<Mark> marks, List<Area> areas, Spot spot, Box box, boolean key) {
        Palette palette = view.palette();
        boolean asked = exercise.blanks().contains(spot);
        areas.add(new Area.Place(spot, box));
        if (asked) {
            int fill = key ? palette.of(ColourRole.QUERY_SOFT) : 0xFFFFFFFF;
            marks.add(new Mark.Rectangle(
                    box.grown(-0.5), 2, fill, palette.of(key ? ColourRole.QUERY : ColourRole.STRONG_EDGE), 1));
        } else {
            marks.add(new Mark.Rectangle(box, 2, ground(spot, key), 0, 0));
        }
        if (!asked || key) {
            Lettering.Style style = asked ? view.bold(10.5) : view.plain(10.5);
            int ink = asked ? palette.of(ColourRole.QUERY) : palette.inkOn(ground(spot, key));
            marks.add(text(
                    exercise.printed(spot),
                    box.centreX(),
                    box.centreY() + style.drop(),
                    style,
                    ink,
                    Mark.Anchor.MIDDLE,
                    0));
        }
    }

    /** On the key the weights have colours, where a range of them is chosen. */
    private int ground(Spot spot, boolean key) {
        if (!key || part != Part.WEIGHTS || !view.range().chosen()) {
            return view.palette().of(ColourRole.FAINT);
        }
        Scale scale = view.range().scale(weights::at, weights.rows(), weights.cols());
        return scale.colour(weights.at(spot.row(), spot.col()), view.palette());
    }

    /** What a matrix is called above its table. */
    static String name(Part part) {
        return switch (part) {
            case X_KEYS -> "X′";
            case P_KEYS -> "P′";
            case H_KEYS -> "H′";
            case SCALED -> "S′";
            case ROW_MAX -> "row max";
            case ROW_SUMS -> "Σ row";
            case WEIGHTED -> "a·v";
            default -> part.label();
        };
    }

    private ColourRole tone() {
        String name = part.label();
        return name.endsWith("Q")
                ? ColourRole.QUERY
                : name.endsWith("K") ? ColourRole.KEY : name.endsWith("V") ? ColourRole.VALUE : ColourRole.INK;
    }

    private static double widest(List<String> labels, Lettering.Style style) {
        return labels.stream().mapToDouble(l -> Lettering.width(l, style)).max().orElse(0);
    }

    private static Mark text(
            String text, double x, double y, Lettering.Style style, int colour, Mark.Anchor anchor, double turn) {
        return new Mark.Text(text, x, y, style, colour, anchor, turn);
    }
}
