package app.regard.cli.commands;

import app.regard.draw.DecimalFormatter;
import app.regard.lab.About;
import app.regard.lab.Panel;
import app.regard.lab.Setting;
import app.regard.lab.Snapshot;
import app.regard.lab.catalog.Labs;
import app.regard.trace.NumberTable;
import java.util.ArrayList;
import java.util.List;

/** Labs as lines of text: all of them, one's settings, or what came of one. */
final class LabTable {
    private static final int DECIMALS = 4;

    private LabTable() {}

    /** A line a lab. */
    static String of(Labs labs) {
        List<List<String>> rows = labs.all().stream()
                .map(lab -> lab.about())
                .map(about -> List.of(about.id(), about.group().label(), about.title(), about.question()))
                .toList();
        return lines(rows);
    }

    /** A lab's question, and a line a setting. */
    static String of(About about, List<? extends Setting<?>> settings) {
        List<List<String>> rows = settings.stream()
                .map(s -> List.of("  " + s.name(), s.help() + ": " + s.form().usual()))
                .toList();
        String says = rows.isEmpty() ? "“%s” has no settings.%n" : "Settings of “%s”, for --set:%n";
        return ("%n%s%n" + says).formatted(about.question(), about.id()) + lines(rows);
    }

    /** What the lab says, and every panel's numbers. */
    static String of(Snapshot shown) {
        StringBuilder text = new StringBuilder(shown.said()).append('\n');
        for (Panel panel : shown.panels()) {
            NumberTable table = panel.numbers();
            if (table.rows().isEmpty()) {
                continue;
            }
            boolean named = table.columns().size() == 1 || table.rows().size() == 1; // and no matrix
            List<List<String>> rows = new ArrayList<>();
            List<String> head = new ArrayList<>(List.of(""));
            head.addAll(table.columns());
            rows.add(head);
            for (int i = 0; i < table.rows().size(); i++) {
                List<String> row = new ArrayList<>(List.of(table.rows().get(i)));
                for (int j = 0; j < table.columns().size(); j++) {
                    double value = table.values().at(i, j);
                    String number =
                            named ? DecimalFormatter.claimed(value, DECIMALS) : DecimalFormatter.text(value, DECIMALS);
                    row.add(Double.isNaN(value) ? "" : number);
                }
                rows.add(row);
            }
            text.append('\n').append(panel.title()).append('\n').append(lines(rows));
        }
        return text.toString();
    }

    private static String lines(List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < row.size(); c++) {
                int column = c;
                int width = rows.stream()
                        .mapToInt(r -> r.get(column).length())
                        .max()
                        .orElse(0);
                line.append(row.get(c)).append(" ".repeat(width - row.get(c).length() + 2));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
