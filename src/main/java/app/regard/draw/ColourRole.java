package app.regard.draw;

import java.util.Locale;

/** The purpose of a colour; palette.tsv says which it is. */
public enum ColourRole {
    /** Behind the stage. */
    GROUND,
    /** Behind header, rail and side. */
    PANEL,
    /** Behind a thing that stands on the ground. */
    CARD,
    /** A cell without colour, a bar's track. */
    FAINT,
    /** A hairline. */
    EDGE,
    /** The edge of a control. */
    STRONG_EDGE,
    /** Text. */
    INK,
    /** Text of second rank. */
    QUIET,
    /** Queries, and whatever is chosen. */
    QUERY,
    /** The ground of what is chosen. */
    QUERY_SOFT,
    /** Text on QUERY. */
    ON_QUERY,
    /** Keys, and the cell in question. */
    KEY,
    /** The ground of a notice. */
    KEY_SOFT,
    /** Values. */
    VALUE,
    /** What went wrong. */
    WARN;

    /** The name in palette.tsv and in style sheets. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
