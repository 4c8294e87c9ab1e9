package app.regard.draw;

import java.util.Map;

/**
 * The room that a figure gets, and how it is looked at.
 *
 * @param variant which of a stage's ways to be shown, from 0
 * @param scroll by the name of an axis, which of its rows or columns comes first where not all fit
 */
public record Frame(double width, double height, View view, int variant, Map<String, Integer> scroll) {
    public Frame {
        scroll = Map.copyOf(scroll);
    }

    public Frame(double width, double height, View view) {
        this(width, height, view, 0, Map.of());
    }

    public Frame withSize(double newWidth, double newHeight) {
        return new Frame(newWidth, newHeight, view, variant, scroll);
    }

    /** Which row or column of an axis comes first. */
    public int first(String axis) {
        return scroll.getOrDefault(axis, 0);
    }
}
