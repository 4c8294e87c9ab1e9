package app.regard.draw.chart;

import app.regard.draw.Axis;
import app.regard.draw.AxisLayout;
import app.regard.draw.Brush;
import app.regard.draw.Cells;
import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Mark;
import app.regard.draw.Palette;
import app.regard.draw.Table;
import app.regard.draw.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A square map of a matrix with labels and a legend; thousands of cells are one picture. */
public final class HeatMap {
    private HeatMap() {}

    private static final double LEGEND = 30;
    private static final double LARGEST_CELL = 104;

    /**
     * Draws the map.
     *
     * @param table rows, columns, numbers; the colours run from 0 to its scale's size
     * @param span how many rows and columns to show; fewer than there are is a zoom, {@link Frame#first} the pan
     */
    public static Figure of(Table table, int span, Frame frame) {
        View view = frame.view();
        List<Mark> marks = new ArrayList<>();
        double legend = legendRoom(view);
        double left = Labels.rowRoom(table.rows(), view);
        int shownCols = Math.min(span, table.cols().size());
        int shownRows = Math.min(span, table.rows().size());
        double side = LARGEST_CELL; // from above: the largest cells whose labels leave them that room
        double top = Labels.colRoom(table.cols(), side, view);
        for (int round = 0; round < 4; round++) { // the labels' depth depends on the pitch, and the pitch on the depth
            double overhang = Labels.overhang(table.cols(), side, view);
            double width = (frame.width() - left - overhang) / shownCols;
            double height = (frame.height() - top - legend) / shownRows;
            side = Math.max(0.05, Math.min(LARGEST_CELL, Math.min(width, height)));
            top = Labels.colRoom(table.cols(), side, view);
        }
        AxisLayout cols = window(table.cols(), shownCols, left, side, frame);
        AxisLayout rows = window(table.rows(), shownRows, top, side, frame);
        GridArea area = new GridArea(table, true, cols, rows, 0, 0);
        marks.addAll(area.labels(Map.of(), view));
        if (side < 1) {
            AxisLayout fewCols = pooled(cols);
            AxisLayout fewRows = pooled(rows);
            marks.add(new Mark.Cells(fewCols, fewRows, strongest(table, cols, rows, fewCols, fewRows, view), 0));
        } else {
            Cells.add(marks, table, cols, rows, view, true);
        }
        if (view.legend()) {
            Legend.add(marks, table.scale(), left, rows.end() + 14 * view.textScale(), cols.end(), view);
        }
        return new Figure(frame.width(), frame.height(), marks, List.of(area));
    }

    /** The room that a map needs for cells of a size: for pictures, which have no window to fit. */
    public static Frame room(Table table, double pitch, View view) {
        double width = Labels.rowRoom(table.rows(), view)
                + Labels.overhang(table.cols(), pitch, view)
                + pitch * table.cols().size();
        double height =
                Labels.colRoom(table.cols(), pitch, view) + pitch * table.rows().size() + legendRoom(view);
        return new Frame(width, height, view);
    }

    /** The room that a map needs in a width: its cells are as large as that lets them be. */
    public static Frame roomAcross(Table table, double width, View view) {
        double pitch = LARGEST_CELL;
        for (int round = 0; round < 4; round++) { // how far the last label hangs over depends on the cells
            double beside =
                    room(table, pitch, view).width() - pitch * table.cols().size();
            pitch = Math.max(
                    1, Math.min(LARGEST_CELL, (width - beside) / table.cols().size()));
        }
        return room(table, pitch, view).withSize(width, room(table, pitch, view).height());
    }

    private static double legendRoom(View view) {
        return view.legend() ? LEGEND * view.textScale() : 2;
    }

    private static AxisLayout window(Axis axis, int shown, double start, double pitch, Frame frame) {
        int first = Math.max(0, Math.min(frame.first(axis.name()), axis.size() - shown));
        return AxisLayout.window(first, shown, start, pitch, axis.size());
    }

    /** One slot a unit of length. */
    private static AxisLayout pooled(AxisLayout fine) {
        int units = Math.max(1, (int) fine.length());
        return AxisLayout.window(0, units, fine.start(), fine.length() / units, units);
    }

    /** Where cells are smaller than a unit, each dot shows the strongest of those that it stands for. */
    private static Brush.Mosaic strongest(
            Table table, AxisLayout cols, AxisLayout rows, AxisLayout fewCols, AxisLayout fewRows, View view) {
        Palette palette = view.palette();
        double stepR = rows.size() / (double) fewRows.size();
        double stepC = cols.size() / (double) fewCols.size();
        return (r, c) -> {
            double best = Double.NEGATIVE_INFINITY;
            for (int i = (int) (r * stepR); i < Math.min(rows.size(), Math.ceil((r + 1) * stepR)); i++) {
                for (int j = (int) (c * stepC); j < Math.min(cols.size(), Math.ceil((c + 1) * stepC)); j++) {
                    best = Math.max(best, table.numbers().at(rows.index(i), cols.index(j)));
                }
            }
            return table.scale().colour(best, palette);
        };
    }
}
