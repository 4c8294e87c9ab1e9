package app.regard.draw.chart;

import app.regard.draw.CellText;
import app.regard.draw.Lettering;
import app.regard.draw.Table;
import app.regard.draw.View;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The fit of a row of matrices among their columns: who shows numbers, who only colours, how wide all are. */
final class ColumnFit {
    private static final double WIDEST_COLOUR = 24;
    private static final double LEAST_COLOUR = 6;

    /** The size in which numbers are first tried. */
    private static final double EASY_NUMBER = 12;

    private final List<Table> tables;
    private final double room;
    private final double widestNumber;
    private final View view;
    private final ToDoubleFunction<Table> rowPitch;
    private final Map<Table, Double> pitch = new HashMap<>();
    private final Map<Table, Double> most = new HashMap<>();

    private ColumnFit(
            List<Table> tables, double room, double widestNumber, View view, ToDoubleFunction<Table> rowPitch) {
        this.tables = tables;
        this.room = room;
        this.widestNumber = widestNumber;
        this.view = view;
        this.rowPitch = rowPitch;
    }

    /**
     * The pitch of each table's columns.
     *
     * @param room the width for all cells together
     * @param widestNumber the largest pitch of a column of numbers
     * @param rowPitch how high a table's rows are, which decides whether a number fits at all
     */
    static Map<Table, Double> of(
            List<Table> tables, double room, double widestNumber, View view, ToDoubleFunction<Table> rowPitch) {
        ColumnFit fit = new ColumnFit(tables, room, widestNumber, view, rowPitch);
        fit.colours();
        if (!fit.allAsNumbers()) {
            fit.numbersByRank();
        }
        fit.grow();
        return fit.pitch;
    }

    private double pitch(Table t) {
        return pitch.getOrDefault(t, 0.0);
    }

    private double used() {
        return tables.stream().mapToDouble(t -> pitch(t) * t.cols().size()).sum();
    }

    /** Each table gets the least width of its cells as colours. */
    private void colours() {
        double total = tables.stream().mapToDouble(this::least).sum();
        for (Table t : tables) {
            pitch.put(t, least(t) * Math.min(1, room / total) / t.cols().size());
            most.put(t, WIDEST_COLOUR);
        }
    }

    private double least(Table t) {
        double cols = t.cols().size();
        double easy = t.result() ? Math.min(16 * cols, room * 0.5) : Math.min(15 * cols, 60);
        return Math.max(
                easy, Math.min(LEAST_COLOUR * cols, room * 0.5)); // hundreds of columns must not starve the rest
    }

    /** All as numbers, a little smaller, are better than some as numbers and some as colours. */
    private boolean allAsNumbers() {
        for (double size = EASY_NUMBER; size >= CellText.SMALLEST; size -= 1) {
            double at = size;
            boolean readable = tables.stream().allMatch(t -> number(t, at) > 0);
            double needed = tables.stream()
                    .mapToDouble(
                            t -> Math.max(pitch(t), number(t, at)) * t.cols().size())
                    .sum();
            if (readable && needed <= room) {
                tables.forEach(t -> asNumbers(t, number(t, at)));
                return true;
            }
        }
        return false;
    }

    /** A single column costs little; then the result, then the narrow ones. */
    private void numbersByRank() {
        List<Table> byRank = new ArrayList<>(tables);
        byRank.sort(Comparator.comparing((Table t) -> t.cols().size() > 1)
                .thenComparing(t -> !t.result())
                .thenComparing(t -> t.cols().size()));
        for (Table t : byRank) {
            for (double size = EASY_NUMBER; size >= CellText.SMALLEST; size -= 1) {
                double wanted = number(t, size);
                double more = Math.max(0, (wanted - pitch(t)) * t.cols().size());
                if (wanted > 0 && used() + more <= room) {
                    asNumbers(t, wanted);
                    break;
                }
            }
        }
    }

    private void asNumbers(Table t, double wanted) {
        pitch.put(t, Math.max(pitch(t), wanted));
        most.put(t, widestNumber);
    }

    /** The least pitch at which a table's numbers can be read in a size, or 0 where its rows are too flat. */
    private double number(Table t, double size) {
        Lettering.Style style = view.plain(size);
        boolean level = style.size() * 1.25 <= rowPitch.applyAsDouble(t);
        return level ? CellText.room(t, view, size) + 1 : 0;
    }

    /** What is left over is shared until every column is as wide as it may be. */
    private void grow() {
        for (int round = 0; round < 6; round++) {
            double free = room - used();
            int growing = tables.stream()
                    .filter(t -> pitch(t) < most.getOrDefault(t, 0.0))
                    .mapToInt(t -> t.cols().size())
                    .sum();
            if (free < 1 || growing == 0) {
                return;
            }
            double each = free / growing;
            for (Table t : tables) {
                double limit = most.getOrDefault(t, 0.0);
                pitch.put(t, pitch(t) < limit ? Math.min(limit, pitch(t) + each) : pitch(t));
            }
        }
    }
}
