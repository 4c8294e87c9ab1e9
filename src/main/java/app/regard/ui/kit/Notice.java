package app.regard.ui.kit;

import app.regard.text.Printable;
import java.util.Optional;

/**
 * A line that stands where something arose.
 *
 * @param kind how much it matters
 * @param action what can be done about it at once
 */
public record Notice(Kind kind, String text, Optional<Action> action) {
    /** An action that a line offers, by its name. */
    public record Action(String name, Runnable run) {}

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

    /** A line that offers nothing. */
    public Notice(Kind kind, String text) {
        this(kind, text, Optional.empty());
    }

    public static final Notice NONE = new Notice(Kind.NONE, "");

    /** The same with what a file's numbers want said after it; a sentence that is too long is all there is to say. */
    public Notice with(String more) {
        return more.isEmpty()
                ? this
                : new Notice(Kind.CHANGE, kind == Kind.HINT && !text.isEmpty() ? text + " " + more : more);
    }
}
