package app.regard.ui;

import app.regard.trace.Printable;

/**
 * A line that stands where something arose.
 *
 * @param kind how much it matters
 */
record Notice(Kind kind, String text) {
    /** How much a notice matters. */
    enum Kind {
        /** Nothing to say. */
        NONE,
        /** What to notice in an example. */
        HINT,
        /** Something changed that the reader should know. */
        CHANGE,
        /** What was asked for could not be done. */
        PROBLEM
    }

    Notice {
        text = Printable.message(text);
    }

    static final Notice NONE = new Notice(Kind.NONE, "");
}
