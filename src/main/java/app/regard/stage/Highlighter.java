package app.regard.stage;

import app.regard.draw.Figure;
import app.regard.draw.Spot;
import app.regard.draw.View;
import app.regard.draw.chart.Highlights;
import app.regard.trace.Trace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The marks over a figure of a trace: the focused row, the cell in question and what it came from. */
public final class Highlighter {
    private Highlighter() {}

    /** More sources than this in one row or column are lit as one. */
    private static final int MOST_SINGLE = 8;

    /** Cells that fill a long row or column become its label's spot, which stands for all of it. */
    private static List<Spot> together(List<Spot> sources) {
        if (sources.size() <= MOST_SINGLE) {
            return sources;
        }
        Set<Spot> fewer = new LinkedHashSet<>();
        Map<String, List<Spot>> byMatrix =
                sources.stream().collect(Collectors.groupingBy(Spot::matrix, LinkedHashMap::new, Collectors.toList()));
        byMatrix.forEach((matrix, spots) -> {
            boolean row = spots.stream().allMatch(s -> s.row() == spots.get(0).row());
            boolean col = spots.stream().allMatch(s -> s.col() == spots.get(0).col());
            if (spots.size() <= MOST_SINGLE || (!row && !col)) {
                fewer.addAll(spots);
            } else {
                fewer.add(
                        row
                                ? new Spot(matrix, spots.get(0).row(), Spot.LABEL)
                                : new Spot(matrix, Spot.LABEL, spots.get(0).col()));
            }
        });
        return List.copyOf(fewer);
    }

    /** The focused query's row alone, over a map of weights. */
    public static Figure row(Figure map, int query, View view) {
        Spot row = new Spot(Part.WEIGHTS.label(), query, Spot.LABEL);
        return Highlights.over(map, List.of(new Highlights.Glow(row, Highlights.Kind.FOCUS)), view);
    }

    /** What is lit for a cell: the cells it came from, long rows and columns of them as one by their label's spot. */
    public static List<Spot> sources(Why why) {
        return together(why.sources());
    }

    /** Marks over a base figure; {@code why} is of the cell that is asked about. */
    public static Figure over(Figure base, Trace t, Focus focus, Why why, View view) {
        List<Spot> sources = focus.column().isEmpty() ? sources(why) : List.of();
        return joined(Highlights.over(base, glows(focus, why.of(), sources), view), base, t, focus.query(), view);
    }

    /** Marks over a figure of weights that no trace belongs to: what their cells came from is not in it. */
    public static Figure over(Figure base, Focus focus, Spot asked, View view) {
        return Highlights.over(base, glows(focus, asked, List.of()), view);
    }

    private static List<Highlights.Glow> glows(Focus focus, Spot asked, List<Spot> sources) {
        List<Highlights.Glow> glows = new ArrayList<>();
        if (focus.column().isPresent()) {
            int j = focus.column().getAsInt();
            for (Part p : Part.values()) {
                if (p.answers()) {
                    glows.add(new Highlights.Glow(new Spot(p.label(), Spot.LABEL, j), Highlights.Kind.FOCUS));
                }
            }
            return glows; // who asks about a column does not ask about a cell
        }
        for (Part p : Part.values()) {
            if (p.asks()) {
                glows.add(new Highlights.Glow(new Spot(p.label(), focus.query(), Spot.LABEL), Highlights.Kind.FOCUS));
            }
        }
        sources.forEach(source -> glows.add(new Highlights.Glow(source, Highlights.Kind.SOURCE)));
        glows.add(new Highlights.Glow(asked, Highlights.Kind.CELL));
        return glows;
    }

    /** On a map of points, of a figure of a trace, the focused query's value and output joined; else nothing. */
    public static Figure joined(Figure base, Trace t, int query, View view) {
        return joined(new Figure(base.width(), base.height(), List.of(), List.of()), base, t, query, view);
    }

    private static Figure joined(Figure marks, Figure base, Trace t, int query, View view) {
        Spot value = new Spot(Part.V.label(), query, Spot.LABEL);
        Spot output = new Spot(Part.OUTPUTS.label(), query, Spot.LABEL);
        return t.in().self()
                ? Highlights.joined(
                        marks, base, value, output, t.weights().from().word(query), view)
                : marks;
    }
}
