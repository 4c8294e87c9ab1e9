package app.regard.ui.lab;

import app.regard.draw.Spot;
import app.regard.stage.HeadGrid;
import app.regard.trace.Source;
import app.regard.ui.kit.TaskRunner;
import app.regard.ui.session.TrainedModel;
import app.regard.ui.session.Workspace;
import java.util.Optional;

/** All heads of the trained model on the sentence in the window. */
public final class HeadsOfModel implements HeadsSource {
    private final Workspace session;
    private final TaskRunner tasks;
    private final TaskRunner.Slot asked = new TaskRunner.Slot();
    private final TrainedModel.Client model;
    private boolean done;

    public HeadsOfModel(Workspace session, TaskRunner tasks) {
        this.session = session;
        this.tasks = tasks;
        model = session.model().client();
    }

    @Override
    public String title() {
        return "All " + model.shape().allHeads() + " heads of " + model.shape().name();
    }

    @Override
    public Optional<Spot> open() {
        return Optional.of(session.experiment().get().source())
                .filter(source -> source.traits().trained())
                .flatMap(Source::headId)
                .map(HeadGrid::spot);
    }

    @Override
    public void choose(Spot head) {
        session.useTrained(head.row(), head.col());
    }

    @Override
    public void ask(Asking who) {
        String text = session.experiment().get().text();
        model.begin();
        model.share().addListener((o, was, is) -> waiting(who, is.doubleValue()));
        waiting(who, model.share().get());
        tasks.latest(
                asked,
                progress -> HeadsFound.in(model.passed(text, progress)),
                found -> {
                    done = true;
                    model.end();
                    who.found(found);
                },
                e -> {
                    model.end();
                    who.failed(TrainedModel.problem(e));
                });
    }

    private void waiting(Asking who, double share) {
        if (!done && session.model().present()) {
            who.waiting(TrainedModel.waiting(share));
        }
    }

    @Override
    public void leave() {
        done = true;
        asked.forget();
        model.leave();
    }
}
