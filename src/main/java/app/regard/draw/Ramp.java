package app.regard.draw;

/** The ramps of colour for weights. */
public enum Ramp {
    /** Even steps of lightness in one hue. */
    BLUE,
    /** Even and readable with every kind of colour vision. */
    CIVIDIS,
    /** For black and white printers. */
    GREY
}
