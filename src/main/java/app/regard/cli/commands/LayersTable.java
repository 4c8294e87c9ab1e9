package app.regard.cli.commands;

import app.regard.draw.DecimalFormatter;
import app.regard.stage.LayerPlot;
import app.regard.trace.Followed;
import java.util.List;

/** A word on its way through the layers as text. */
final class LayersTable {
    private static final int DECIMALS = 4;
    private static final int GAP = 3;

    private LayersTable() {}

    /** A row a place, a column a comparison. */
    static String of(Followed f) {
        List<String> names =
                f.lines().stream().map(line -> LayerPlot.key(f, line.kind())).toList();
        List<String> places = f.placeNames();
        int first = places.stream().mapToInt(Terminal::width).max().orElse(0);
        StringBuilder text = new StringBuilder(" ".repeat(first));
        names.forEach(name -> text.append(" ".repeat(GAP)).append(name));
        text.append('\n');
        for (int p = 0; p < places.size(); p++) {
            text.append(places.get(p)).append(" ".repeat(first - Terminal.width(places.get(p))));
            for (int l = 0; l < names.size(); l++) {
                String number =
                        DecimalFormatter.text(f.lines().get(l).at().get(p).value(), DECIMALS);
                text.append(Terminal.right(number, Terminal.width(names.get(l)) + GAP));
            }
            text.append('\n');
        }
        text.append("Cosines of vectors: 1 is the same direction, 0 a right angle.\n");
        String pieces = LayerPlot.pieces(f);
        return pieces.isEmpty() ? text.toString() : text + pieces + "\n";
    }
}
