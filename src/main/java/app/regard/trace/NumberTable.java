package app.regard.trace;

import java.util.List;

/**
 * Numbers with the names of their rows and columns.
 *
 * @param values one row a row name; what is not there is NaN, and is written as nothing
 */
public record NumberTable(List<String> rows, List<String> columns, Grid values) {
    public NumberTable {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        if (values.rows() != rows.size() || values.cols() != columns.size()) {
            throw new IllegalArgumentException("a table of " + values.rows() + " × " + values.cols() + " for "
                    + rows.size() + " names of rows and " + columns.size() + " of columns");
        }
    }
}
