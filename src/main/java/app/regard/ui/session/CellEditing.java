package app.regard.ui.session;

import app.regard.draw.Spot;
import app.regard.source.GivenCell;
import app.regard.trace.Edit;
import app.regard.trace.Experiment;
import app.regard.trace.Progress;
import app.regard.trace.Refusal;
import app.regard.trace.Trace;
import app.regard.ui.kit.Notice;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** The cell of the present stage that is open to be changed, one at a time, and what was refused of it. */
public final class CellEditing {
    /** A pause that parts one burst of keys from the next. */
    private static final long PAUSE_NANOS = 1_500_000_000L;

    /** How much the mouse changes for each unit that it is moved. */
    private static final double DRAG = 0.01;

    private final Workspace session;
    private final ReadOnlyObjectWrapper<@Nullable GivenCell> open = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private int stage;

    /** How many steps of undo lead back to where the cell was opened. */
    private int steps;

    private boolean held;
    private long lastAt;
    private double pressedAt;

    public CellEditing(Workspace session) {
        this.session = session;
        session.shown().addListener((o, was, is) -> {
            if (was.content() != is.content()
                    || was.focus().stage() != is.focus().stage()) {
                follow(is);
            }
        });
    }

    /** The cell that is open, or null. */
    public ReadOnlyObjectProperty<@Nullable GivenCell> open() {
        return open.getReadOnlyProperty();
    }

    /** Why what was asked for did not come, or empty. */
    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** Whether a cell is one that is given. */
    public boolean opens(Spot at) {
        return GivenCell.isGiven(at) && session.shown().get().trace().isPresent();
    }

    /** Opens a cell that is given; returns whether it is one. */
    public boolean open(Spot at) {
        return found(at).map(this::begin).isPresent();
    }

    /** Opens a cell that is given, and says of another why it is none and what to change instead. */
    public boolean openOrSay(Spot at) {
        try {
            begin(GivenCell.of(trace(), at));
            return true;
        } catch (Refusal computed) {
            session.say(new Notice(Notice.Kind.HINT, String.valueOf(computed.getMessage())));
            return false;
        }
    }

    private GivenCell begin(GivenCell cell) {
        session.point(Optional.of(cell.spot()));
        stage = session.shown().get().focus().stage();
        steps = 0;
        letGo();
        problem.set("");
        open.set(cell);
        return cell;
    }

    /** Opens the bias of the open cell's column; a head that has none gets one with the first number. */
    public void openBias() {
        GivenCell cell = open.get();
        if (cell != null && cell.bias().isPresent()) {
            open(cell.bias().get());
        }
    }

    private Trace trace() {
        return session.shown()
                .get()
                .trace()
                .orElseThrow(() -> new Refusal(
                        "These weights come without the numbers behind them: there is nothing to " + "change."));
    }

    private Optional<GivenCell> found(Spot at) {
        try {
            return Optional.of(GivenCell.of(trace(), at));
        } catch (Refusal computed) {
            return Optional.empty();
        }
    }

    /** Other numbers are shown: the cell has another one, or is gone. */
    private void follow(ViewState is) {
        GivenCell cell = open.get();
        if (cell != null) {
            open.set(found(cell.spot())
                    .filter(now -> is.focus().stage() == stage && now.name().equals(cell.name()))
                    .orElse(null));
        }
    }

    /** Takes the number that was typed, as one undoable step, and closes; what is none is refused, and the cell stays open. */
    public boolean take(String text) {
        GivenCell cell = open.get();
        if (cell == null) {
            return false;
        }
        double value;
        try {
            value = Edit.number(text.replace(',', '.'));
        } catch (NumberFormatException e) {
            problem.set("“" + text.strip() + "” is no number: write 0.7 or another one.");
            return false;
        }
        letGo();
        boolean taken = change(e -> cell.set(e, value));
        if (taken) {
            close();
        }
        return taken;
    }

    /** Changes the number by so much; what comes without a pause is one undoable step. */
    public void move(double by) {
        long now = System.nanoTime();
        if (now - lastAt > PAUSE_NANOS) {
            letGo();
        }
        lastAt = now;
        GivenCell cell = open.get();
        if (cell != null) {
            change(e -> cell.set(e, cell.moved(by)));
        }
    }

    /**
     * The mouse, pressed on a spot, is so far above where it was pressed; all until the next press is one undoable step.
     *
     * @return whether that is the cell that is open
     */
    public boolean drag(Spot pressed, double up) {
        GivenCell cell = open.get();
        if (cell == null || !cell.spot().equals(pressed)) {
            return false;
        }
        if (up == 0) {
            letGo();
            pressedAt = cell.now();
        } else if (Math.abs(up) >= 1) {
            double value = cell.ofMask() ? cell.moved(up) : GivenCell.rounded(pressedAt + DRAG * up);
            change(e -> cell.set(e, value));
        }
        return true;
    }

    private void letGo() {
        session.experimentModel().history().letGo();
        held = false;
    }

    /** Takes the numbers of some cells back that the reader changed. */
    public void reset(Reset which) {
        GivenCell cell = open.get();
        if (cell != null) {
            letGo();
            change(e -> switch (which) {
                case CELL -> cell.reset(e);
                case MATRIX ->
                    e.withEdits(e.edits().stream()
                            .filter(x -> !x.matrix().equals(cell.matrix()))
                            .toList());
                case ALL -> e.withEdits(List.of());
            });
            letGo();
        }
    }

    /** What can be taken back at once. */
    public enum Reset {
        /** The number in the cell that is open. */
        CELL,
        /** All of its matrix. */
        MATRIX,
        /** All that was edited. */
        ALL
    }

    private boolean change(UnaryOperator<Experiment> by) {
        Experiment now = session.experiment().get();
        try {
            Experiment changed = by.apply(now);
            if (!changed.equals(now)) {
                tried(changed);
                session.experimentModel().adjust(e -> changed);
                steps += held ? 0 : 1;
                held = true;
            }
            problem.set("");
            return true;
        } catch (Refusal refused) {
            problem.set(String.valueOf(refused.getMessage()));
            return false;
        }
    }

    /** What is quickly computed is tried first, so that what cannot be is refused here and nothing moves. */
    private void tried(Experiment changed) {
        boolean quick =
                !changed.source().traits().trained() && session.shown().get().words() <= Workspace.AT_ONCE;
        if (quick) {
            session.resolver().content(changed, Progress.NONE);
        }
    }

    /** Closes the cell, which keeps its number. */
    public void close() {
        open.set(null);
        letGo();
    }

    /** Closes the cell and takes back what was changed since it was opened. */
    public void cancel() {
        int back = open.get() == null ? 0 : steps;
        close();
        for (int i = 0; i < back; i++) {
            session.undo();
        }
    }
}
