package app.regard.ui.lab;

import app.regard.lab.Outcome;
import app.regard.lab.Setup;
import app.regard.source.Resolver;
import app.regard.trace.Refusal;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** The results of the lab that is open: computed where its settings change, run where the reader says so, seen step by step. */
final class LabResults {
    /** What is computed now. */
    final LabWork work;

    private final Resolver resolver;
    private final ReadOnlyObjectWrapper<@Nullable LabLook> look = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    LabResults(LabWork work, Resolver resolver) {
        this.work = work;
        this.resolver = resolver;
    }

    /** What there is to see of it, or null. */
    ReadOnlyObjectProperty<@Nullable LabLook> look() {
        return look.getReadOnlyProperty();
    }

    /** Why there is nothing to see, or empty. */
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** Says why something was not done. */
    void refuse(Refusal why) {
        problem.set(String.valueOf(why.getMessage()));
    }

    /** Takes back what was said of something that was not done. */
    void forgive() {
        problem.set("");
    }

    /** Shows nothing, as of another lab. */
    void clear() {
        look.set(null);
    }

    /** Computes what comes of these settings, unless it is known. */
    void compute(Setup<?> now) {
        forgive();
        LabLook before = look.get();
        Optional<Outcome> known = before == null ? Optional.empty() : now.again(before.setup(), before.outcome());
        if (known.isPresent()) {
            work.end();
            show(now, known.get(), true);
            return;
        }
        work.begin(run -> now.prepare(resolver, run), outcome -> show(now, outcome, true), problem::set);
    }

    /** Whether the lab waits for its run to be begun. */
    boolean waits() {
        LabLook now = look.get();
        return now != null && !now.outcome().finished() && !work.running().get();
    }

    /** Begins the run of a lab that waits for it; it is looked at from its first step on. */
    void run(Setup<?> now) {
        if (waits()) {
            forgive();
            step(0);
            work.run(run -> now.run(resolver, run), outcome -> show(now, outcome, false), problem::set);
        }
    }

    /** Stops the work; whether there was any. What was shown of it stays. */
    boolean stop() {
        boolean works = work.share().get() != LabWork.IDLE;
        if (works) {
            work.end();
            problem.set(
                    look.get() == null
                            ? "Stopped before there was anything to see: change a setting, or open the lab again."
                            : "Stopped: you see what there was by then.");
        }
        return works;
    }

    /**
     * Shows the last step first, and where the last one was seen before; else the step stays.
     *
     * @param follows whether it is shown as far as it goes: a run that the reader began is gone along step by step
     */
    private void show(Setup<?> of, Outcome outcome, boolean follows) {
        LabLook before = look.get();
        boolean end =
                before == null || (follows && before.step() >= before.outcome().length() - 1);
        int step = end ? outcome.length() - 1 : Math.min(before.step(), outcome.length() - 1);
        look.set(LabLook.of(of, outcome, step));
    }

    /** Goes to a step of a run. */
    void step(int wanted) {
        look.set(look.get() == null ? null : look.get().at(wanted));
    }
}
