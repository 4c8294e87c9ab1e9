package app.regard.draw;

import java.util.Map;

/**
 * The room that a figure gets, and how it is looked at.
 *
 * @param variant which of a stage's ways to be shown, from 0
 * @param scroll by the name of an axis, which of its rows or columns comes first where not all fit
 * @param colours by the name of a matrix, how far its colours have to run at least
 */
public record Frame(
        double width, double height, View view, int variant, Map<String, Integer> scroll, Map<String, Scale> colours) {
    public Frame {
        scroll = Map.copyOf(scroll);
        colours = Map.copyOf(colours);
    }

    /** A frame in which colours run as far as each matrix needs. */
    public Frame(double width, double height, View view, int variant, Map<String, Integer> scroll) {
        this(width, height, view, variant, scroll, Map.of());
    }

    public Frame(double width, double height, View view) {
        this(width, height, view, 0, Map.of());
    }

    public Frame withSize(double newWidth, double newHeight) {
        return new Frame(newWidth, newHeight, view, variant, scroll, colours);
    }

    public Frame withColours(Map<String, Scale> others) {
        return new Frame(width, height, view, variant, scroll, others);
    }

    /** A table in colours that run as far as they have to here. */
    public Table scaled(Table table) {
        Scale least = colours.get(table.matrix());
        return least == null ? table : table.withScale(table.scale().and(least));
    }

    /** Which row or column of an axis comes first. */
    public int first(String axis) {
        return scroll.getOrDefault(axis, 0);
    }
}
