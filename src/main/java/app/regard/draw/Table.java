package app.regard.draw;

import org.jspecify.annotations.Nullable;

/**
 * A matrix to be drawn.
 *
 * @param matrix its name, for spots
 * @param turned whether it is drawn transposed; rows, cols and numbers are as drawn
 * @param title what stands above it
 * @param tone the colour of the title
 * @param scale how numbers become colours
 * @param result whether it is what the others lead to: it gets colour and room first
 * @param rowLabels whether the labels of its rows are drawn, or stand at a table to its left
 * @param mask the cells that a mask hides, or null where there is none
 */
public record Table(
        String matrix,
        boolean turned,
        String title,
        ColourRole tone,
        Axis rows,
        Axis cols,
        Numbers numbers,
        Scale scale,
        boolean result,
        boolean rowLabels,
        @Nullable Hiding mask)
        implements Item {
    /** A matrix without a mask. */
    public Table(
            String matrix,
            boolean turned,
            String title,
            ColourRole tone,
            Axis rows,
            Axis cols,
            Numbers numbers,
            Scale scale,
            boolean result,
            boolean rowLabels) {
        this(matrix, turned, title, tone, rows, cols, numbers, scale, result, rowLabels, null);
    }

    /** The same matrix in other colours. */
    public Table withScale(Scale other) {
        return new Table(matrix, turned, title, tone, rows, cols, numbers, other, result, rowLabels, mask);
    }

    /** Whether a mask hides the number in row {@code i} and column {@code j}, as drawn. */
    public boolean hidden(int i, int j) {
        return mask != null && mask.at(i, j);
    }

    /** Whether the cell in row {@code i} and column {@code j} is hidden. */
    @FunctionalInterface
    public interface Hiding {
        boolean at(int i, int j);
    }

    /** The number in row {@code i} and column {@code j}, as drawn. */
    @FunctionalInterface
    public interface Numbers {
        double at(int i, int j);
    }
}
