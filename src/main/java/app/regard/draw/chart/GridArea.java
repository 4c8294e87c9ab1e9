package app.regard.draw.chart;

import app.regard.draw.Area;
import app.regard.draw.AxisLayout;
import app.regard.draw.Box;
import app.regard.draw.ColourRole;
import app.regard.draw.Mark;
import app.regard.draw.Spot;
import app.regard.draw.Table;
import app.regard.draw.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The cells of one matrix with the labels of its rows and columns.
 *
 * @param table what is drawn; where it is turned, what is a row here is a column of the matrix
 * @param coloured whether its cells have the colours of their numbers
 * @param left where row labels begin; they end where the cells begin
 * @param top where column labels begin; they end where the cells begin
 */
public record GridArea(Table table, boolean coloured, AxisLayout cols, AxisLayout rows, double left, double top)
        implements Area {
    /** The name of the matrix in spots. */
    public String matrix() {
        return table.matrix();
    }

    /** The name of what runs down, for scrolling. */
    public String rowAxis() {
        return table.rows().name();
    }

    /** The name of what runs to the right, for scrolling. */
    public String colAxis() {
        return table.cols().name();
    }

    /** The names of rows and columns; those in {@code strong}, by their spots, always and in their colour. */
    List<Mark> labels(Map<Spot, ColourRole> strong, View view) {
        Map<Integer, ColourRole> strongRows = new HashMap<>();
        Map<Integer, ColourRole> strongCols = new HashMap<>();
        strong.forEach((spot, role) -> {
            if (spot.matrix().equals(matrix())) {
                (shownCol(spot) == Spot.LABEL ? strongRows : strongCols)
                        .put(Math.max(shownRow(spot), shownCol(spot)), role);
            }
        });
        List<Mark> marks = new ArrayList<>();
        Labels.cols(marks, table.cols(), cols, rows.start(), rows.start() - top, strongCols, view);
        if (table.rowLabels()) {
            Labels.rows(marks, table.rows(), rows, cols.start(), cols.start() - left, strongRows, view);
        }
        return marks;
    }

    @Override
    public Optional<Spot> spotAt(double x, double y) {
        boolean besideRows = x >= left && x < cols.start();
        boolean aboveCols = y >= top && y < rows.start();
        int col = cols.slotAt(x);
        int row = rows.slotAt(y);
        if (col >= 0 && row >= 0) {
            return Optional.of(spot(rows.index(row), cols.index(col)));
        }
        if (besideRows && row >= 0) {
            return Optional.of(spot(rows.index(row), Spot.LABEL));
        }
        return aboveCols && col >= 0 ? Optional.of(spot(Spot.LABEL, cols.index(col))) : Optional.empty();
    }

    @Override
    public Optional<Box> boxOf(Spot spot) {
        if (!spot.matrix().equals(matrix())) {
            return Optional.empty();
        }
        int row = rows.slotOf(shownRow(spot));
        int col = cols.slotOf(shownCol(spot));
        if (shownRow(spot) == Spot.LABEL) {
            return col < 0
                    ? Optional.empty()
                    : Optional.of(new Box(cols.at(col), top, cols.pitch(), rows.start() - top));
        }
        if (shownCol(spot) == Spot.LABEL) {
            return row < 0
                    ? Optional.empty()
                    : Optional.of(new Box(left, rows.at(row), cols.start() - left, rows.pitch()));
        }
        return row < 0 || col < 0
                ? Optional.empty()
                : Optional.of(new Box(cols.at(col), rows.at(row), cols.pitch(), rows.pitch()));
    }

    public Optional<Box> across(Spot label) {
        return boxOf(label)
                .map(b -> shownCol(label) == Spot.LABEL
                        ? new Box(cols.start(), b.y(), cols.length(), b.height())
                        : new Box(b.x(), rows.start(), b.width(), rows.length()));
    }

    @Override
    public Optional<Spot> next(Spot from, int down, int right) {
        if (!from.matrix().equals(matrix())) {
            return Optional.empty();
        }
        int row = shownRow(from) + down;
        int col = shownCol(from) + right;
        boolean inside = row >= Spot.LABEL && row < rows.count() && col >= Spot.LABEL && col < cols.count();
        boolean corner = row == Spot.LABEL && col == Spot.LABEL;
        return inside && !corner ? Optional.of(spot(row, col)) : Optional.empty();
    }

    @Override
    public Optional<Spot> first() {
        return Optional.of(spot(0, 0));
    }

    @Override
    public boolean holds(Spot spot) {
        return spot.matrix().equals(matrix()) && shownRow(spot) < rows.count() && shownCol(spot) < cols.count();
    }

    /** Whether the row of a spot that belongs here is left out for want of room. */
    public boolean hidesRow(Spot spot) {
        return shownRow(spot) != Spot.LABEL && rows.slotOf(shownRow(spot)) < 0;
    }

    /** Whether the column of a spot that belongs here is left out for want of room. */
    public boolean hidesCol(Spot spot) {
        return shownCol(spot) != Spot.LABEL && cols.slotOf(shownCol(spot)) < 0;
    }

    /** The row as drawn of a spot, from 0. */
    public int drawnRow(Spot spot) {
        return shownRow(spot);
    }

    /** The column as drawn of a spot, from 0. */
    public int drawnCol(Spot spot) {
        return shownCol(spot);
    }

    @Override
    public Area moved(double dx, double dy) {
        return new GridArea(
                table, coloured, cols.from(cols.start() + dx), rows.from(rows.start() + dy), left + dx, top + dy);
    }

    private Spot spot(int row, int col) {
        return table.turned() ? new Spot(matrix(), col, row) : new Spot(matrix(), row, col);
    }

    private int shownRow(Spot spot) {
        return table.turned() ? spot.col() : spot.row();
    }

    private int shownCol(Spot spot) {
        return table.turned() ? spot.row() : spot.col();
    }
}
