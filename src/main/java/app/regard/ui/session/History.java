package app.regard.ui.session;

import app.regard.trace.Moment;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** The history that undo and redo step through. Typing without a pause is one step, and so is walking through the stages. */
public final class History {
    /** The kind of a change, so that a run of the same kind is one step. */
    enum Kind {
        /** A keystroke in the sentence. */
        TYPING,
        /** Another stage or another pinned word. */
        WALKING,
        /** A setting of a lab that is dragged or stepped. */
        SETTING,
        /** A slider that is held, however long. */
        HOLDING,
        /** Anything else: always a step of its own. */
        CHOICE
    }

    private static final int DEPTH = 200;

    /** A pause that parts one run of typing from the next. */
    private static final long PAUSE_NANOS = 1_500_000_000L;

    private final Deque<Moment> past = new ArrayDeque<>();
    private final Deque<Moment> future = new ArrayDeque<>();
    private final LongSupplier nanos;
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper();
    private Kind last = Kind.CHOICE;
    private long lastAt;

    History(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Keeps a moment that is about to be left. */
    void leaving(Moment moment, Kind kind) {
        long now = nanos.getAsLong();
        boolean run = kind == Kind.HOLDING || (kind != Kind.CHOICE && now - lastAt < PAUSE_NANOS);
        boolean goesOn = run && kind == last && !past.isEmpty();
        last = kind;
        lastAt = now;
        future.clear();
        if (!goesOn) {
            past.push(moment);
            if (past.size() > DEPTH) {
                past.removeLast();
            }
        }
        tell();
    }

    /** What was held is let go: what comes next is a step of its own. */
    public void letGo() {
        last = Kind.CHOICE;
    }

    /** Whether there is a moment to go back to. */
    public ReadOnlyBooleanProperty undoable() {
        return undoable.getReadOnlyProperty();
    }

    /** Whether there is a moment that was undone. */
    public ReadOnlyBooleanProperty redoable() {
        return redoable.getReadOnlyProperty();
    }

    private void tell() {
        undoable.set(!past.isEmpty());
        redoable.set(!future.isEmpty());
    }

    /** Back where we came from without an undo: that is not a step to be undone. */
    void forgetLast(Moment now) {
        if (now.equals(past.peek())) {
            past.pop();
            tell();
        }
    }

    /** The moment before, given the one that is left for it. */
    Optional<Moment> undo(Moment now) {
        return step(past, future, now);
    }

    /** The moment that was undone, given the one that is left for it. */
    Optional<Moment> redo(Moment now) {
        return step(future, past, now);
    }

    private Optional<Moment> step(Deque<Moment> from, Deque<Moment> to, Moment now) {
        last = Kind.CHOICE;
        if (from.isEmpty()) {
            return Optional.empty();
        }
        to.push(now);
        Moment there = from.pop();
        tell();
        return Optional.of(there);
    }
}
