package app.regard.draw;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The cells of a large matrix by their colour, neighbours in a row joined: how formats without pixels keep them small. */
public final class Tiles {
    private Tiles() {}

    /** For each colour the boxes that bear it, in the order in which the colours first appear. */
    public static Map<Integer, List<Box>> of(AxisLayout cols, AxisLayout rows, Brush.Mosaic colours, double gap) {
        Map<Integer, List<Box>> byColour = new LinkedHashMap<>();
        for (int r = 0; r < rows.size(); r++) {
            if (rows.index(r) == AxisLayout.GAP) {
                continue;
            }
            for (int c = 0; c < cols.size(); c++) {
                if (cols.index(c) == AxisLayout.GAP) {
                    continue;
                }
                int colour = colours.at(rows.index(r), cols.index(c));
                int end = c + 1;
                while (gap == 0
                        && end < cols.size()
                        && cols.index(end) != AxisLayout.GAP
                        && colours.at(rows.index(r), cols.index(end)) == colour) {
                    end++;
                }
                double x = cols.at(c);
                double width = cols.at(end - 1) + cols.size(end - 1) - gap - x;
                byColour.computeIfAbsent(colour, any -> new ArrayList<>())
                        .add(new Box(x, rows.at(r), width, rows.size(r) - gap));
                c = end - 1;
            }
        }
        return byColour;
    }
}
