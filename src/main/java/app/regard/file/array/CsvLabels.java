package app.regard.file.array;

import java.util.List;
import java.util.stream.Stream;

/**
 * The judgement whether a table's first row and first column are labels. Words are; numbers are where they count from 0 or 1
 * and make no sense as weights, for that is how data frames are written.
 *
 * @param header whether the first row names the columns
 * @param index whether the first column names the rows
 */
record CsvLabels(boolean header, boolean index) {
    /** So close to 1 is the sum of weights that somebody rounded. */
    private static final double NEAR = 0.01;

    /**
     * Judges a table.
     *
     * @param first the first row
     * @param labels the first column without its first cell
     * @param numbers the rest, row by row
     */
    static CsvLabels of(List<String> first, List<String> labels, Doubles numbers) {
        int n = labels.size();
        int width = first.size();
        if (Csv.isNumber(first.get(0))) {
            return new CsvLabels(
                    n > 0 && counts(first) && first.stream().allMatch(Csv::isNumber) && !shares(first),
                    follows(first.get(0), labels) && !sharesWith(labels, first, numbers));
        }
        boolean square = n == width - 1;
        boolean data = first.subList(1, width).stream().allMatch(Csv::isNumber) && shares(first.subList(1, width));
        boolean numbered = n > 0 && labels.stream().allMatch(Csv::isNumber) && !counts(labels);
        boolean shares = n == width || labels.stream().anyMatch(label -> label.contains("."));
        return new CsvLabels(
                square || width == 1 || !data,
                square || width == 1 || !numbered || !shares || first.get(0).isEmpty());
    }

    /** Whether texts count 0, 1, 2 … or 1, 2, 3 … */
    private static boolean counts(List<String> texts) {
        String start = texts.isEmpty() ? "" : texts.get(0).strip();
        if (texts.size() < 2 && !start.equals("1")) {
            return false;
        }
        int from = start.equals("0") ? 0 : 1;
        for (int i = 0; i < texts.size(); i++) {
            if (!texts.get(i).strip().equals(String.valueOf(i + from))) {
                return false;
            }
        }
        return !texts.isEmpty();
    }

    private static boolean follows(String first, List<String> labels) {
        return counts(Stream.concat(Stream.of(first), labels.stream()).toList());
    }

    private static boolean shares(List<String> row) {
        return Math.abs(row.stream().mapToDouble(Csv::parsed).sum() - 1) < NEAR;
    }

    /** Whether each row sums to 1 with what might be its label. */
    private static boolean sharesWith(List<String> labels, List<String> first, Doubles numbers) {
        int width = first.size() - 1;
        for (int i = 0; i < labels.size(); i++) {
            double sum = Csv.parsed(labels.get(i));
            for (int j = 0; j < width; j++) {
                sum += numbers.at((long) i * width + j);
            }
            if (!(Math.abs(sum - 1) < NEAR)) {
                return false;
            }
        }
        return true;
    }
}
