package app.regard.draw;

/** Light or dark. */
public enum Theme {
    /** Dark on light; darker cells are stronger. */
    LIGHT,
    /** Light on dark; lighter cells are stronger. */
    DARK
}
