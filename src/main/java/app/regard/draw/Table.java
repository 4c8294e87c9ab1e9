package app.regard.draw;

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
        boolean rowLabels)
        implements Item {
    /** The number in row {@code i} and column {@code j}, as drawn. */
    @FunctionalInterface
    public interface Numbers {
        double at(int i, int j);
    }
}
