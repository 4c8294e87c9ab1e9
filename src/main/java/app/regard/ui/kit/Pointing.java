package app.regard.ui.kit;

import app.regard.draw.Spot;
import app.regard.draw.chart.GridArea;
import java.util.Optional;

/** The answer to what is pointed at in a figure, clicked, opened and scrolled. */
public interface Pointing {
    void point(Optional<Spot> spot);

    void pin(Spot spot);

    /** The cell in question, from which the arrow keys start, if it lies in this figure. */
    default Optional<Spot> start() {
        return Optional.empty();
    }

    /** The word that Enter pins where the keys have come to no spot of this figure yet. */
    default Optional<Spot> word() {
        return Optional.empty();
    }

    /** Whether a cell is one that {@link #open} opens. */
    default boolean opens(Spot spot) {
        return false;
    }

    /** Opens a cell, with Enter; returns whether that is one which can be opened. */
    default boolean open(Spot spot) {
        return false;
    }

    /** A cell is opened with the digit that is typed into it. */
    default void type(Spot spot, String digit) {}

    /** A click pins; the second one of a double click pins too, and may do more. */
    default void click(Spot spot, boolean second) {
        pin(spot);
    }

    /** The mouse, pressed on a spot, is so far above where it was pressed; returns whether that is the cell that is open. */
    default boolean dragCell(Spot pressed, double up) {
        return false;
    }

    /**
     * The wheel was turned, or the figure dragged, by so many units over a spot of a matrix.
     *
     * @return whether anything came of it
     */
    default boolean scroll(GridArea area, Spot at, double right, double down, boolean wheel) {
        return false;
    }
}
