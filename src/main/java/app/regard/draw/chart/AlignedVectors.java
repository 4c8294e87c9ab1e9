package app.regard.draw.chart;

import app.regard.draw.CellText;
import app.regard.draw.ColourRole;
import app.regard.draw.Spot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Rows of numbers that stand below each other, column by column: two vectors, their products and the sum.
 *
 * @param columns the names of the columns
 * @param lines the rows, with as many entries each as there are columns
 * @param adds whether the last row is added up, so that several of its numbers can be put together
 */
public record AlignedVectors(List<String> columns, List<Line> lines, boolean adds) {
    public AlignedVectors {
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
        for (Line line : lines) {
            if (line.entries().size() != columns.size()) {
                throw new IllegalArgumentException(
                        line.entries().size() + " numbers for " + columns.size() + " columns in " + line.name());
            }
        }
    }

    /**
     * One number.
     *
     * @param spot the cell that it is; empty where it is in no matrix
     * @param hidden whether a mask hides it
     */
    public record Entry(double value, Optional<Spot> spot, boolean hidden) {
        /** A place without a number. */
        public static final Entry BLANK = new Entry(Double.NaN, Optional.empty(), false);

        boolean blank() {
            return Double.isNaN(value);
        }
    }

    /**
     * One row.
     *
     * @param role its colour; rows of vectors are framed in it, those of {@link ColourRole#INK} are not
     * @param end what stands behind its last number, such as its sum
     */
    public record Line(String name, ColourRole role, List<Entry> entries, Optional<End> end) {
        public Line {
            entries = List.copyOf(entries);
        }

        /** The same row with a number behind it. */
        public Line withEnd(End other) {
            return new Line(name, role, entries, Optional.of(other));
        }
    }

    /** A number that a row leads to, and its name. */
    public record End(String name, Entry entry) {}

    private static final double PAD = 5;

    /** Begins the name of several columns that are put together. */
    private static final String TOGETHER = "+";

    /** The widest number of each column, in sizes of letters. */
    double[] numbers(int decimals) {
        double[] widest = new double[columns.size()];
        for (Line line : lines) {
            for (int c = 0; c < widest.length; c++) {
                widest[c] = Math.max(widest[c], width(line.entries().get(c), decimals));
            }
        }
        return widest;
    }

    /** The least width of each column in a size of letters. */
    double[] widths(double[] numbers, double size) {
        double[] widths = new double[columns.size()];
        for (int c = 0; c < widths.length; c++) {
            String together = columns.get(c);
            double name = together.startsWith(TOGETHER)
                    ? Math.max(size * 2.4, CellText.width(together, CellText.SMALLEST, false) + PAD)
                    : size * 1.4;
            widths[c] = Math.max(name, numbers[c] * size + PAD);
        }
        return widths;
    }

    private static double width(Entry entry, int decimals) {
        return entry.blank() || entry.hidden() ? 0 : CellText.exactWidth(entry.value(), decimals);
    }

    /** The room at the right for the ends of rows. */
    double ends(double size, int decimals) {
        return lines.stream()
                .flatMap(line -> line.end().stream())
                .mapToDouble(end ->
                        Math.max(CellText.width(end.name(), size, true), width(end.entry(), decimals) * size) + 26)
                .max()
                .orElse(0);
    }

    /** The columns broken into lines of a width: how many stand in each. */
    static List<Integer> broken(double[] widths, double room) {
        List<Integer> lines = new ArrayList<>();
        double x = 0;
        int count = 0;
        for (double width : widths) {
            if (count > 0 && x + width > room) {
                lines.add(count);
                x = 0;
                count = 0;
            }
            x += width;
            count++;
        }
        lines.add(count);
        return lines;
    }

    /** The same with the smallest numbers of the last row put together, so that {@code most} columns remain. */
    AlignedVectors shortened(int most, Spot asked) {
        int keep = Math.max(1, most - 1);
        if (columns.size() <= most) {
            return this;
        }
        List<Entry> last = lines.get(lines.size() - 1).entries();
        double[] sizes = new double[columns.size()]; // what is kept is found by them: each is looked at once
        for (int c = 0; c < sizes.length; c++) {
            double value = last.get(c).value();
            sizes[c] = wanted(c, asked) ? Double.NEGATIVE_INFINITY : Double.isFinite(value) ? -Math.abs(value) : 0;
        }
        List<Integer> kept = IntStream.range(0, columns.size())
                .boxed()
                .sorted(Comparator.comparingDouble(c -> sizes[c]))
                .limit(keep)
                .sorted()
                .toList();
        boolean[] rests = new boolean[columns.size()];
        Arrays.fill(rests, true);
        kept.forEach(c -> rests[c] = false);
        List<String> names = new ArrayList<>(kept.stream().map(columns::get).toList());
        names.add(TOGETHER + (columns.size() - keep));
        List<Line> fewer = new ArrayList<>();
        for (int l = 0; l < lines.size(); l++) {
            Line line = lines.get(l);
            List<Entry> entries =
                    new ArrayList<>(kept.stream().map(line.entries()::get).toList());
            double rest = IntStream.range(0, columns.size())
                    .filter(c -> rests[c])
                    .mapToDouble(c -> line.entries().get(c).value())
                    .filter(v -> !Double.isNaN(v))
                    .sum();
            boolean sum = adds && l == lines.size() - 1;
            entries.add(sum ? new Entry(rest, Optional.empty(), false) : Entry.BLANK);
            fewer.add(new Line(line.name(), line.role(), entries, line.end()));
        }
        return new AlignedVectors(names, fewer, adds);
    }

    /** Whether the asked cell is one of a column. */
    private boolean wanted(int c, Spot asked) {
        for (Line line : lines) {
            if (line.entries().get(c).spot().filter(asked::equals).isPresent()) {
                return true;
            }
        }
        return false;
    }
}
