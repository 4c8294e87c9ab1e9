package app.regard.ui.kit;

import app.regard.text.Printable;

/**
 * A line that stands where something arose.
 *
 * @param kind how much it matters
 */
public record Notice(Kind kind, String text) {
    /** The weight of a notice. */
    public enum Kind {
        /** Nothing to say. */
        NONE,
        /** Something was done. */
        HINT,
        /** Something changed that the reader should know. */
        CHANGE,
        /** What was asked for could not be done. */
        PROBLEM
    }

    public Notice {
        text = Printable.message(text);
    }

    public static final Notice NONE = new Notice(Kind.NONE, "");

    /** The same with what a file's numbers want said after it; a sentence that is too long is all there is to say. */
    public Notice with(String more) {
        return more.isEmpty()
                ? this
                : new Notice(Kind.CHANGE, kind == Kind.HINT && !text.isEmpty() ? text + " " + more : more);
    }
}
