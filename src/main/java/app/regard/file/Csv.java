package app.regard.file;

import app.regard.trace.Grid;
import app.regard.trace.Matrix;
import app.regard.trace.Refusal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Matrices as comma-separated text (RFC 4180): UTF-8, lines end with CR LF, labels in the first row and column.
 *
 * <p>No cell can become a formula in a spreadsheet. A label that begins with a sign which starts one, or with an apostrophe,
 * gets an apostrophe before it, and so does a corner that could be read as a number. −∞ is written -1E999: every reader of
 * doubles takes it for −∞, and no spreadsheet for a name.
 */
public final class Csv {
    private Csv() {}

    /**
     * A matrix with its labels.
     *
     * @param corner what stands in the first row's first cell: the matrix's name, or nothing
     * @param rows a label for each row; none where the file has no labels
     * @param cols a label for each column; none where the file has no labels
     */
    public record Labelled(String corner, List<String> rows, List<String> cols, Grid grid) {
        public Labelled {
            rows = List.copyOf(rows);
            cols = List.copyOf(cols);
        }
    }

    private static final int MOST_BYTES = 256 << 20;

    private static final String MINUS_INFINITY = "-1E999";

    /** What spreadsheets take for the beginning of a formula, in the width of Latin and of East Asian letters. */
    private static final String SIGNS = "=+-@\t\r\n'＝＋－＠";

    private static final Pattern QUOTED = Pattern.compile("[\",;\\t\\r\\n]|^\\s|\\s$|^\uFEFF");

    static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?|[+-]?(?i:inf|infinity)");

    /** Writes a matrix; the stream stays open. */
    public static void write(OutputStream out, Labelled table) throws IOException {
        Grid grid = table.grid();
        String corner = table.corner();
        StringBuilder line = new StringBuilder(cell(NUMBER.matcher(corner).matches() ? "'" + corner : safe(corner)));
        table.cols().forEach(label -> line.append(',').append(cell(safe(label))));
        for (int i = 0; i < grid.rows(); i++) {
            line.append("\r\n").append(cell(safe(table.rows().get(i))));
            for (int j = 0; j < grid.cols(); j++) {
                line.append(',').append(number(grid.at(i, j)));
            }
            out.write(line.toString().getBytes(StandardCharsets.UTF_8));
            line.setLength(0);
        }
        out.write(line.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String number(double number) {
        return number == Double.NEGATIVE_INFINITY ? MINUS_INFINITY : Digits.of(number);
    }

    private static String safe(String label) {
        return !label.isEmpty() && SIGNS.indexOf(label.charAt(0)) >= 0 ? "'" + label : label;
    }

    private static String cell(String text) {
        return QUOTED.matcher(text).find() ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    /**
     * Reads a matrix. Where the first cell of all is a number the file has no labels; else the first row and the first column
     * are labels, each without an apostrophe at its beginning.
     *
     * @throws Refusal if the file cannot be read, rows differ in length or a cell is no number; the message names row and
     *     column
     */
    public static Labelled read(Path file) {
        return read(Whole.text(file, MOST_BYTES), Whole.name(file));
    }

    /**
     * Reads a matrix from its text.
     *
     * @param name what messages call it
     * @throws Refusal as {@link #read(Path)}
     */
    public static Labelled read(String text, String name) {
        List<List<String>> lines = CsvCells.of(text, name);
        if (lines.isEmpty()) {
            throw new Refusal(name + " is empty.");
        }
        boolean labels = !isNumber(lines.get(0).get(0));
        int skip = labels ? 1 : 0;
        int width = lines.get(0).size();
        double[][] numbers = new double[lines.size() - skip][width - skip];
        List<String> rows = new ArrayList<>();
        for (int i = skip; i < lines.size(); i++) {
            List<String> line = lines.get(i);
            if (line.size() != width) {
                throw new Refusal(name + ", row " + (i + 1) + ": " + width + " cells expected, as the first row has, "
                        + line.size() + " found.");
            }
            if (labels) {
                rows.add(bare(line.get(0)));
            }
            for (int j = skip; j < width; j++) {
                if (!isNumber(line.get(j))) {
                    throw new Refusal(name + ", row " + (i + 1) + ", column " + (j + 1)
                            + ": a number is expected, not “" + line.get(j) + "”.");
                }
                numbers[i - skip][j - skip] = parsed(line.get(j));
            }
        }
        List<String> cols = lines.get(0).subList(skip, labels ? width : 0).stream()
                .map(Csv::bare)
                .toList();
        Matrix grid = numbers.length == 0 ? Matrix.zeros(0, width - skip) : Matrix.of(numbers);
        return new Labelled(labels ? bare(lines.get(0).get(0)) : "", rows, cols, grid);
    }

    private static boolean isNumber(String cell) {
        return NUMBER.matcher(cell.strip()).matches();
    }

    private static double parsed(String cell) {
        String plain = cell.strip();
        return plain.endsWith("f") || plain.endsWith("F") || plain.endsWith("y") || plain.endsWith("Y")
                ? plain.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY
                : Double.parseDouble(plain);
    }

    private static String bare(String label) {
        return label.startsWith("'") ? label.substring(1) : label;
    }
}
