package app.regard.file.array;

import app.regard.file.Digits;
import app.regard.file.Numeral;
import app.regard.file.WholeFile;
import app.regard.trace.Grid;
import app.regard.trace.Matrix;
import app.regard.trace.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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

    private static final int MOST_ROWS = 1 << 16;

    private static final int LONGEST_TOLD = 40;

    private static final String MINUS_INFINITY = "-1E999";

    /** What spreadsheets take for the beginning of a formula, in the width of Latin and of East Asian letters. */
    private static final String SIGNS = "=+-@\t\r\n'＝＋－＠";

    private static final Pattern QUOTED = Pattern.compile("[\",;\\t\\r\\n]|^\\s|\\s$|^\uFEFF");

    /** What other programs put between cells: between the halves of two numbers, where those have commas. */
    private static final Pattern OTHER_SIGN = Pattern.compile("\\d{0,40}[;\t][-+]?\\d{1,40}");

    /** Writes a matrix; the stream stays open. */
    public static void write(OutputStream out, Labelled table) throws IOException {
        Grid grid = table.grid();
        String corner = table.corner();
        StringBuilder line = new StringBuilder(cell(isNumber(corner) ? "'" + corner : safe(corner)));
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
     * Reads a matrix, line by line. Whether its first row and its first column are labels is judged as {@link CsvLabels}
     * says; the apostrophes that writing put before labels are taken off.
     *
     * @throws Refusal if the file cannot be read, rows differ in length, a cell is no number or there are more than 4096² of
     *     them; the message names row and column
     */
    public static Labelled read(Path file) {
        String name = WholeFile.name(file);
        try (InputStream in = WholeFile.open(file)) {
            if (Files.size(file) > JsonArrays.MOST_BYTES) {
                throw JsonArrays.tooLarge(name);
            }
            return read(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()), name);
        } catch (CharacterCodingException e) {
            throw new Refusal(name + " is not text in UTF-8. Save it in that encoding.");
        } catch (IOException e) {
            throw WholeFile.unreadable(file, e);
        }
    }

    /**
     * Reads a matrix from its text.
     *
     * @param name what messages call it
     * @throws Refusal as {@link #read(Path)}
     */
    public static Labelled read(String text, String name) {
        try {
            return read(new StringReader(text), name);
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory cannot fail to be read", e);
        }
    }

    private static Labelled read(Reader in, String name) throws IOException {
        CsvCells cells = new CsvCells(in, name);
        List<String> first = cells.next().orElseThrow(() -> new Refusal(name + " is empty."));
        boolean whole = first.size() == 1
                && (first.get(0).indexOf(';') >= 0 || first.get(0).indexOf('\t') >= 0);
        boolean halves = first.size() > 2
                && first.subList(1, first.size() - 1).stream()
                        .allMatch(cell -> OTHER_SIGN.matcher(cell).matches());
        if (whole || halves) {
            throw new Refusal(
                    name + " has cells parted by semicolons or tabs. Save it with commas between the cells, and "
                            + "with points, not commas, in numbers.");
        }
        int width = first.size();
        boolean plain = isNumber(first.get(0));
        List<String> labels = new ArrayList<>();
        Doubles numbers = new Doubles();
        int row = 2;
        for (List<String> line = next(cells); !line.isEmpty(); line = next(cells)) {
            if (line.size() != width) {
                throw new Refusal(name + ", row " + row + ": " + width + " cells expected, as the first row has, "
                        + line.size() + " found.");
            }
            if (plain) {
                number(line.get(0), name, row, 1);
            }
            labels.add(line.get(0));
            for (int j = 1; j < width; j++) {
                numbers.add(number(line.get(j), name, row, j + 1));
            }
            if (numbers.size() > Doubles.MOST || row > MOST_ROWS) {
                throw new Refusal(name + ", row " + row + ": the table is too large; 4096 × 4096 numbers can be read. "
                        + "Save a part of it.");
            }
            row++;
        }
        CsvLabels found = CsvLabels.of(first, labels, numbers);
        if (!found.header()) {
            for (int j = found.index() ? 1 : 0; j < width; j++) {
                number(first.get(j), name, 1, j + 1);
            }
        }
        return labelled(found, first, labels, numbers);
    }

    private static Labelled labelled(CsvLabels found, List<String> first, List<String> labels, Doubles numbers) {
        int down = found.header() ? 1 : 0;
        int across = found.index() ? 1 : 0;
        int width = first.size();
        int rows = labels.size() + 1 - down;
        Matrix grid = rows == 0
                ? Matrix.zeros(0, width - across)
                : Matrix.fill(rows, width - across, (r, c) -> {
                    int i = r + down - 1;
                    int j = c + across;
                    return i < 0
                            ? parsed(first.get(j))
                            : j == 0 ? parsed(labels.get(i)) : numbers.at((long) i * (width - 1) + j - 1);
                });
        List<String> beside = new ArrayList<>(down == 0 ? first.subList(0, 1) : List.of());
        beside.addAll(labels);
        return new Labelled(
                down + across == 2 ? corner(first.get(0)) : "",
                across == 0 ? List.of() : beside.stream().map(Csv::bare).toList(),
                down == 0
                        ? List.of()
                        : first.subList(across, width).stream().map(Csv::bare).toList(),
                grid);
    }

    /** The next line, without any cell where there is none. */
    private static List<String> next(CsvCells cells) throws IOException {
        return cells.next().orElse(List.of());
    }

    private static double number(String cell, String name, int row, int column) {
        if (!isNumber(cell)) {
            String told = cell.length() <= LONGEST_TOLD ? cell : cell.substring(0, LONGEST_TOLD) + "…";
            throw new Refusal(
                    name + ", row " + row + ", column " + column + ": a number is expected, not “" + told + "”.");
        }
        return parsed(cell);
    }

    static boolean isNumber(String cell) {
        return Numeral.is(cell.strip()) || isNan(cell);
    }

    private static boolean isNan(String cell) {
        return cell.strip().equalsIgnoreCase("nan");
    }

    static double parsed(String cell) {
        String plain = cell.strip();
        if (isNan(plain)) {
            return Double.NaN;
        }
        return Numeral.isInfinite(plain)
                ? plain.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY
                : Double.parseDouble(plain);
    }

    private static String corner(String cell) {
        return cell.startsWith("'") && isNumber(cell.substring(1)) ? cell.substring(1) : bare(cell);
    }

    /** Without the apostrophe that {@link #safe} put there; one that others wrote, as of “'s”, stays. */
    private static String bare(String label) {
        return label.length() > 1 && label.charAt(0) == '\'' && SIGNS.indexOf(label.charAt(1)) >= 0
                ? label.substring(1)
                : label;
    }
}
