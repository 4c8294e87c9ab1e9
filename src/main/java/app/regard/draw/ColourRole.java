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
    /** The ground of what is chosen, and of queries that light up. */
    QUERY_SOFT,
    /** Text on QUERY. */
    ON_QUERY,
    /** The asked pair or number, and nothing else. */
    ASK,
    /** The ground of what is asked. */
    ASK_SOFT,
    /** Keys. */
    KEY,
    /** The ground of keys that light up, and of a notice. */
    KEY_SOFT,
    /** Values. */
    VALUE,
    /** The ground of values that light up. */
    VALUE_SOFT,
    /** Numbers that the reader changed by hand. */
    YOURS,
    /** The ground of a number that the reader changed. */
    YOURS_SOFT,
    /** What went wrong. */
    WARN;

    /** The ground of a cell that is lit in this colour. */
    public ColourRole soft() {
        return this == ASK ? ASK_SOFT : this == KEY ? KEY_SOFT : this == VALUE ? VALUE_SOFT : QUERY_SOFT;
    }

    /** The name in palette.tsv and in style sheets. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
