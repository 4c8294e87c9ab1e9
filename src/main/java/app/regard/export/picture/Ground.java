package app.regard.export.picture;

/** The ground behind a picture. */
public enum Ground {
    /** The theme's own ground. */
    THEME,
    /** White, for paper. */
    WHITE,
    /** Nothing: what the picture is laid on shows through. */
    TRANSPARENT
}
