package app.regard.ui.lab;

import app.regard.lab.Outcome;
import app.regard.lab.Run;
import app.regard.trace.Progress;
import app.regard.ui.kit.Request;
import app.regard.ui.kit.TaskRunner;
import app.regard.ui.session.TrainedModel;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** The work on the newest settings of a lab, away from the window's thread; older work is called off and shows nothing. */
final class LabWork {
    /** The share while nothing is computed. */
    static final double IDLE = -1;

    private final TaskRunner background;
    private final TrainedModel.Client model;
    private final ReadOnlyStringWrapper waiting = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(IDLE);
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private @Nullable Request request;

    /** Counts what was begun or ended: what belongs to an older number is not wanted any more. */
    private int newest;

    /** @param model which the work may have to wait for */
    LabWork(TaskRunner background, TrainedModel.Client model) {
        this.background = background;
        this.model = model;
        share.addListener((o, was, is) -> tell());
        model.share().addListener((o, was, is) -> tell());
    }

    /** What is waited for, in words; empty where that is nothing, or not for long. */
    ReadOnlyStringProperty waiting() {
        return waiting.getReadOnlyProperty();
    }

    private void tell() {
        boolean reads = model.share().get() > 0;
        boolean works = share.get() > 0;
        waiting.set(
                reads
                        ? TrainedModel.waiting(model.share().get())
                        : works ? "Computing … " + Math.round(share.get() * 100) + " %. Esc ends it." : "");
    }

    /** How far it is, 0 to 1, or {@link #IDLE}. */
    ReadOnlyDoubleProperty share() {
        return share.getReadOnlyProperty();
    }

    /** Whether it is a run that the reader began. */
    ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /** Begins a run for the reader, as {@link #begin}. */
    void run(Function<Run, Outcome> work, Consumer<Outcome> show, Consumer<String> failed) {
        begin(work, show, failed);
        running.set(true);
    }

    /**
     * Begins, in place of what is under way.
     *
     * @param show is given what there is so far, and the end
     * @param failed is told why there is none
     */
    void begin(Function<Run, Outcome> work, Consumer<Outcome> show, Consumer<String> failed) {
        end();
        int mine = newest;
        model.begin();
        share.set(0);
        request = background.task(
                progress -> work.apply(new Shower(progress, so -> now(mine, () -> show.accept(so)))),
                done -> now(mine, () -> share.set(done)),
                outcome -> now(mine, () -> {
                    end();
                    show.accept(outcome);
                }),
                e -> now(mine, () -> {
                    end();
                    failed.accept(
                            e instanceof CancellationException
                                    ? TrainedModel.problem(e)
                                    : String.valueOf(e.getMessage()));
                }),
                "Choose smaller settings, or a smaller file.");
    }

    /** Calls off what is under way, if anything is. */
    void end() {
        newest++;
        if (request != null) {
            request.cancel();
        }
        request = null;
        model.end();
        share.set(IDLE);
        running.set(false);
    }

    private void now(int mine, Runnable then) {
        if (mine == newest) {
            then.run();
        }
    }

    /** Tells the window's thread what there is so far. */
    private record Shower(Progress progress, Consumer<Outcome> show) implements Run {
        @Override
        public void shows(Outcome soFar) {
            Platform.runLater(() -> show.accept(soFar));
        }

        @Override
        public void at(double done) {
            progress.at(done);
        }

        @Override
        public void check() {
            progress.check();
        }
    }
}
