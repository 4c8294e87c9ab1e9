package app.regard.engine;

import app.regard.trace.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Target weights that somebody painted: in each painted row its cells share the 1.
 *
 * @param size how many words there are
 * @param cells the painted ones, in reading order, each once
 */
public record PaintedRows(int size, List<Cell> cells) {
    /** A painted cell: the row asks, the column answers; both from 0. */
    public record Cell(int row, int col) {}

    public PaintedRows {
        cells = List.copyOf(cells);
        if (cells.isEmpty()
                || cells.stream().anyMatch(c -> Math.max(c.row, c.col) >= size || Math.min(c.row, c.col) < 0)) {
            throw new IllegalArgumentException("targets " + cells + " do not lie among " + size + " words");
        }
    }

    /** The rows with a target, upwards. */
    public List<Integer> rows() {
        return List.copyOf(new TreeSet<>(cells.stream().map(Cell::row).toList()));
    }

    /** The target of a row: the same for each of its painted cells, and 0 elsewhere. */
    public double[] target(int row) {
        double[] target = new double[size];
        List<Integer> cols = cells.stream()
                .filter(c -> c.row == row)
                .map(Cell::col)
                .distinct()
                .toList();
        cols.forEach(c -> target[c] = 1.0 / cols.size());
        return target;
    }

    /**
     * The loss below which no head can come, whatever its matrices: words with equal vectors ask alike and are looked at alike, so
     * a head can only give their rows the mean of their targets, and their columns equal shares.
     *
     * <p>(1/R)·Σ_g │g│·Σ_c t̄_c·(ln m_c − ln t̄_c), with groups g of painted rows of equal askers, and classes c of m_c equal keys.
     */
    public double floor(Matrix x) {
        int[] classes = classes(x);
        TreeMap<Integer, List<Integer>> groups = new TreeMap<>();
        for (int row : rows()) {
            groups.computeIfAbsent(classes[row], c -> new ArrayList<>()).add(row);
        }
        double floor = 0;
        for (List<Integer> group : groups.values()) {
            for (int c = 0; c < size; c++) {
                int of = c;
                long members = Arrays.stream(classes).filter(k -> k == of).count();
                double mean = 0;
                for (int row : group) {
                    double[] target = target(row);
                    for (int j = 0; j < size; j++) {
                        mean += classes[j] == c ? target[j] / group.size() : 0;
                    }
                }
                floor +=
                        mean == 0 ? 0 : group.size() * mean * (StrictMath.log((double) members) - StrictMath.log(mean));
            }
        }
        return floor / rows().size();
    }

    /** For each word the first that has its vector. */
    private int[] classes(Matrix x) {
        int[] classes = new int[size];
        for (int i = 0; i < size; i++) {
            classes[i] = i;
            for (int j = i - 1; j >= 0; j--) {
                classes[i] = Arrays.equals(x.row(i), x.row(j)) ? classes[j] : classes[i];
            }
        }
        return classes;
    }

    /** Places of words that share their vector with another word. */
    public List<Integer> alike(Matrix x) {
        int[] classes = classes(x);
        List<Integer> alike = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int of = classes[i];
            if (Arrays.stream(classes).filter(k -> k == of).count() > 1) {
                alike.add(i);
            }
        }
        return alike;
    }
}
