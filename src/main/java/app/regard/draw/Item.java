package app.regard.draw;

/** One thing in a row of matrices and signs. */
public sealed interface Item permits Table, Item.Sign, Item.Points {
    /**
     * An operator between two matrices.
     *
     * @param under a small line below it, or empty
     */
    record Sign(String text, String under) implements Item {}

    /** A map of points; it takes what room is left. */
    record Points(Scatter scatter) implements Item {}
}
