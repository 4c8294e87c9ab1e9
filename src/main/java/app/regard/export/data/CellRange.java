package app.regard.export.data;

import app.regard.draw.Spot;
import app.regard.file.array.Csv;
import app.regard.stage.Part;
import app.regard.stage.Words;
import app.regard.trace.Grid;
import app.regard.trace.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The cells of one matrix that are asked for: one of them, a row, a column, or all.
 *
 * @param row from 0, or {@link Spot#LABEL} for all
 * @param col likewise
 */
public record CellRange(Part part, int row, int col) {
    private static final String ALL = "*";
    private static final int MOST_NAMED = 12;

    /**
     * Reads cells as they are written: {@code scores[bank,river]}, {@code Q[bank,*]}, {@code weights[0,3]}; places count from 0.
     *
     * @param matrices those that there are, by their names in files
     * @throws Refusal if there are no such cells; the message says which there are
     */
    public static CellRange of(String text, Map<String, Csv.Labelled> matrices) {
        int open = text.indexOf('[');
        int comma = text.lastIndexOf(',');
        if (open < 1 || comma < open || !text.endsWith("]")) {
            throw new Refusal("“" + text + "” names no cells: write scores[bank,river], Q[bank,*] for a row, or "
                    + "weights[*,*] for all.");
        }
        String written = text.substring(0, open).strip();
        String name = matrices.containsKey(written)
                ? written
                : Part.named(written).map(Numbers::name).orElse(written); // as files call it, or the stage
        Csv.Labelled matrix = matrices.get(name);
        if (matrix == null) {
            throw new Refusal("There is no matrix “" + name + "” here: choose one of "
                    + String.join(", ", matrices.keySet()) + ".");
        }
        int row = place(text.substring(open + 1, comma).strip(), "row", name, matrix.rows());
        int col = place(text.substring(comma + 1, text.length() - 1).strip(), "column", name, matrix.cols());
        return new CellRange(Numbers.part(name), row, col);
    }

    private static int place(String wanted, String what, String matrix, List<String> names) {
        if (wanted.equals(ALL)) {
            return Spot.LABEL;
        }
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equals(wanted) || Words.unmarked(names.get(i)).equals(wanted)) {
                return i;
            }
        }
        for (int i = 0; i < names.size(); i++) {
            if (String.valueOf(i).equals(wanted)) {
                return i;
            }
        }
        boolean many = names.size() > MOST_NAMED;
        throw new Refusal(matrix + " has no " + what + " “" + wanted + "”: choose one of "
                + String.join(", ", names.subList(0, many ? MOST_NAMED : names.size())) + (many ? ", …" : "")
                + ", a place from 0 to " + (names.size() - 1) + ", or * for all.");
    }

    /** Every cell of it, row by row. */
    public List<Spot> cells(Grid of) {
        return Spot.all(part.label(), of.rows(), of.cols())
                .filter(at -> (row == Spot.LABEL || row == at.row()) && (col == Spot.LABEL || col == at.col()))
                .toList();
    }

    /** The cells of all these ranges as they are written, each once. */
    public static List<Spot> cells(List<String> written, Map<String, Csv.Labelled> matrices) {
        return written.stream()
                .map(one -> of(one, matrices))
                .flatMap(range ->
                        range
                                .cells(Objects.requireNonNull(matrices.get(Numbers.name(range.part)))
                                        .grid())
                                .stream())
                .distinct()
                .toList();
    }

    /** A cell of a matrix alone, with its row, with its column, and with all. */
    public static List<CellRange> around(Spot cell) {
        Part part = Part.named(cell.matrix()).orElse(Part.WEIGHTS);
        return List.of(
                new CellRange(part, cell.row(), cell.col()),
                new CellRange(part, cell.row(), Spot.LABEL),
                new CellRange(part, Spot.LABEL, cell.col()),
                new CellRange(part, Spot.LABEL, Spot.LABEL));
    }

    /** Its name for readers: "S: row “bank”, column “river”". */
    public String said(Csv.Labelled matrix) {
        String rows =
                row == Spot.LABEL ? "" : "row " + Words.quoted(matrix.rows().get(row));
        String cols =
                col == Spot.LABEL ? "" : "column " + Words.quoted(matrix.cols().get(col));
        String both = rows + (rows.isEmpty() || cols.isEmpty() ? "" : ", ") + cols;
        return part.label() + ": " + (both.isEmpty() ? "all numbers" : both);
    }
}
