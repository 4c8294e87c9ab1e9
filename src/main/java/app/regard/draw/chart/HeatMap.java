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
    private static final double LINE = 15;
    private static final double WIDEST_LEGEND = 480;

    /** With so many times as many columns as rows, or the other way, cells are no squares. */
    private static final int EXTREME = 8;

    /**
     * Draws the map.
     *
     * @param of rows, columns, numbers; the colours run from 0 to its scale's size
     * @param span how many rows and columns to show; fewer than there are is a zoom, {@link Frame#first} the pan
     */
    public static Figure of(Table of, int span, Frame frame) {
        Table table = frame.scaled(of);
        View view = frame.view();
        List<Mark> marks = new ArrayList<>();
        double legend = legendRoom(view);
        double left = Labels.rowRoom(table.rows(), view);
        int shownCols = Math.min(span, table.cols().size());
        int shownRows = Math.min(span, table.rows().size());
        double across = LARGEST_CELL; // from above: the largest cells whose labels leave them that room
        double down = LARGEST_CELL;
        double top = Labels.colRoom(table.cols(), across, view);
        for (int round = 0; round < 4; round++) { // the labels' depth depends on the pitch, and the pitch on the depth
            double overhang = Labels.overhang(table.cols(), across, top, view);
            double width = Math.min(LARGEST_CELL, (frame.width() - left - overhang) / shownCols);
            double height = Math.min(LARGEST_CELL, (frame.height() - top - legend) / shownRows);
            double side = Math.max(0.05, Math.min(width, height));
            double line = LINE * view.textScale(); // few rows or columns are as large as their names
            across = side < line && shownRows > EXTREME * shownCols ? Math.max(side, Math.min(width, line)) : side;
            down = side < line && shownCols > EXTREME * shownRows ? Math.max(side, Math.min(height, line)) : side;
            top = Labels.colRoom(table.cols(), across, view);
        }
        AxisLayout cols = window(table.cols(), shownCols, left, across, frame);
        AxisLayout rows = window(table.rows(), shownRows, top, down, frame);
        GridArea area = new GridArea(table, true, cols, rows, 0, 0);
        marks.addAll(area.labels(Map.of(), view));
        if (Math.min(across, down) < 1) {
            AxisLayout fewCols = pooled(cols);
            AxisLayout fewRows = pooled(rows);
            marks.add(new Mark.Cells(fewCols, fewRows, strongest(table, cols, rows, fewCols, fewRows, view), 0));
        } else {
            Cells.add(marks, table, cols, rows, view, true);
        }
        if (view.legend()) {
            double end = Math.min(cols.end(), left + WIDEST_LEGEND * view.textScale());
            Legend.add(marks, table.scale(), left, rows.end() + 14 * view.textScale(), end, view);
        }
        return new Figure(frame.width(), frame.height(), marks, List.of(area));
    }

    /** The room that a map needs for cells of a size: for pictures, which have no window to fit. */
    public static Frame room(Table table, double pitch, View view) {
        int n = table.rows().size();
        int m = table.cols().size();
        double line = LINE * view.textScale();
        double across = n > EXTREME * m ? Math.max(pitch, line) : pitch;
        double down = m > EXTREME * n ? Math.max(pitch, line) : pitch;
        double names = Labels.colRoom(table.cols(), across, view);
        double beside = Labels.rowRoom(table.rows(), view) + Labels.overhang(table.cols(), across, names, view);
        return new Frame(beside + across * m, names + down * n + legendRoom(view), view);
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
        int units = Math.max(1, Math.min(fine.size(), (int) fine.length()));
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
