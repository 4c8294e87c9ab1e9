package app.regard.stage;

import app.regard.draw.ColourRole;
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
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The marks over a figure of a trace: the focused row, the asked cell and its pair, and what they came from. */
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
        return Highlights.over(
                map,
                List.of(new Highlights.Glow(row, Highlights.Kind.LINE, ColourRole.QUERY), name(row, ColourRole.QUERY)),
                view);
    }

    /** Returns the marks for a cell: the cells it came from, long rows and columns of them as one by their label's spot. */
    public static List<Spot> sources(Why why) {
        return together(operands(why));
    }

    /** The cells that a cell came from, and for a weight the sum of its row, which stands in the equation. */
    private static List<Spot> operands(Why why) {
        List<Spot> operands = new ArrayList<>(why.sources());
        if (why.of().matrix().equals(Part.WEIGHTS.label())) {
            operands.add(new Spot(Part.ROW_SUMS.label(), why.of().row(), 0));
        }
        return operands;
    }

    /**
     * Marks over a base figure.
     *
     * @param why of the cell that is asked about
     * @param whys of any other cell: of the stage's own, where another matrix is pointed at
     */
    public static Figure over(Figure base, Trace t, Focus focus, Why why, Function<Spot, Why> whys, View view) {
        List<Highlights.Glow> glows = glows(focus, why.of());
        if (focus.column().isEmpty()) {
            glows.addAll(0, sourceGlows(why));
            own(focus, why).map(whys).ifPresent(own -> glows.addAll(0, sourceGlows(own)));
        }
        return joined(Highlights.over(base, glows, view), base, t, focus.query(), view);
    }

    /** The stage's own cell of the asked pair, if that is another cell than the asked one. */
    private static Optional<Spot> own(Focus focus, Why why) {
        Part result = Stages.of(focus.stage()).result();
        return AskedPair.of(focus, why.of()).in(result, focus.query()).filter(cell -> !cell.equals(why.of()));
    }

    /** Marks over a figure of weights that no trace belongs to: what their cells came from is not in it. */
    public static Figure over(Figure base, Focus focus, Spot asked, View view) {
        return Highlights.over(base, glows(focus, asked), view);
    }

    /** The sources of a cell, in each matrix in one colour; those that fill a row or column as one. */
    private static List<Highlights.Glow> sourceGlows(Why why) {
        List<Highlights.Glow> glows = new ArrayList<>();
        Map<String, List<Spot>> byMatrix = operands(why).stream()
                .collect(Collectors.groupingBy(Spot::matrix, LinkedHashMap::new, Collectors.toList()));
        byMatrix.forEach((matrix, spots) -> {
            ColourRole role = role(matrix, why.of().matrix());
            int row = spots.get(0).row();
            int col = spots.get(0).col();
            boolean level = spots.stream().allMatch(s -> s.row() == row);
            boolean upright = spots.stream().allMatch(s -> s.col() == col);
            Spot line = level ? new Spot(matrix, row, Spot.LABEL) : new Spot(matrix, Spot.LABEL, col);
            if (level != upright) {
                glows.add(new Highlights.Glow(line, Highlights.Kind.SOURCE, role));
                glows.add(name(line, role));
            } else {
                spots.forEach(s -> glows.add(new Highlights.Glow(s, Highlights.Kind.SOURCE, role)));
            }
        });
        return glows;
    }

    /** A source has the colour of what it is; embeddings that of what is made of them. */
    private static ColourRole role(String source, String asked) {
        return Stream.of(source, asked)
                .flatMap(name -> Part.named(name).stream())
                .map(Part::role)
                .filter(role -> role != ColourRole.INK)
                .findFirst()
                .orElse(ColourRole.QUERY);
    }

    private static List<Highlights.Glow> glows(Focus focus, Spot asked) {
        List<Highlights.Glow> glows = new ArrayList<>();
        AskedPair pair = AskedPair.of(focus, asked);
        for (Part p : Part.values()) {
            if (focus.column().isPresent()) { // who asks about a column does not ask about a cell
                if (p.answers()) {
                    Spot column = new Spot(p.label(), Spot.LABEL, focus.column().getAsInt());
                    glows.add(new Highlights.Glow(column, Highlights.Kind.LINE, ColourRole.KEY));
                    glows.add(name(column, ColourRole.KEY));
                }
                continue;
            }
            if (p.asks()) {
                Spot row = new Spot(p.label(), focus.query(), Spot.LABEL);
                glows.add(new Highlights.Glow(row, Highlights.Kind.LINE, ColourRole.QUERY));
                glows.add(name(row, ColourRole.QUERY));
            }
            names(glows, p, pair);
            pair.in(p, focus.query())
                    .ifPresent(cell -> glows.add(new Highlights.Glow(cell, Highlights.Kind.ASKED, ColourRole.ASK)));
        }
        if (asked.isCell() && focus.column().isEmpty()) {
            Part.named(asked.matrix())
                    .filter(p -> pair.in(p, focus.query()).isEmpty())
                    .ifPresent(p -> {
                        glows.add(name(new Spot(p.label(), Spot.LABEL, asked.col()), p.role()));
                        if (!p.asks() && !p.offers()) {
                            glows.add(name(new Spot(p.label(), asked.row(), Spot.LABEL), p.role()));
                        }
                        glows.add(new Highlights.Glow(asked, Highlights.Kind.ASKED, ColourRole.ASK));
                    });
        }
        return glows;
    }

    /** The names of the pair's words, wherever they stand beside rows or over columns. */
    private static void names(List<Highlights.Glow> glows, Part p, AskedPair pair) {
        if (p.asks()) {
            pair.query().ifPresent(i -> glows.add(name(new Spot(p.label(), i, Spot.LABEL), ColourRole.QUERY)));
        }
        if (p.offers()) {
            pair.key().ifPresent(j -> glows.add(name(new Spot(p.label(), j, Spot.LABEL), ColourRole.KEY)));
        }
        if (p.answers()) {
            pair.key().ifPresent(j -> glows.add(name(new Spot(p.label(), Spot.LABEL, j), ColourRole.KEY)));
        }
    }

    private static Highlights.Glow name(Spot label, ColourRole role) {
        return new Highlights.Glow(label, Highlights.Kind.NAME, role);
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
                        marks,
                        base,
                        value,
                        output,
                        Words.label(t.weights().from().shown(query)),
                        view)
                : marks;
    }
}
