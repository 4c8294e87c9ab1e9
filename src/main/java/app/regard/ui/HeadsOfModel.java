package app.regard.ui;

import app.regard.draw.Spot;
import app.regard.model.MiniLm;
import app.regard.stage.HeadGrid;
import app.regard.trace.Source;
import java.util.Optional;
import javafx.beans.value.ChangeListener;

/** All heads of the trained model on the sentence in the window. */
final class HeadsOfModel implements HeadsSource {
    private final Session session;
    private final Background background;
    private final Background.Slot asked = new Background.Slot();
    private Optional<ChangeListener<Number>> progress = Optional.empty();
    private boolean done;

    HeadsOfModel(Session session, Background background) {
        this.session = session;
        this.background = background;
    }

    @Override
    public String title() {
        return "All " + MiniLm.LAYERS * MiniLm.HEADS + " heads of " + MiniLm.NAME;
    }

    @Override
    public Optional<Spot> open() {
        return session.experiment().get().source() instanceof Source.Trained t
                ? Optional.of(HeadGrid.spot(t.layer(), t.head()))
                : Optional.empty();
    }

    @Override
    public void choose(Spot head) {
        session.useTrained(head.row(), head.col());
    }

    @Override
    public void ask(Asking who) {
        String text = session.experiment().get().text();
        session.model().begin();
        ChangeListener<Number> listener = (o, was, is) -> waiting(who, is.doubleValue());
        progress = Optional.of(listener);
        session.model().share().addListener(listener);
        waiting(who, session.model().share().get());
        background.latest(
                asked,
                outdated -> HeadsFound.in(session.model().passed(text, outdated)),
                found -> {
                    done = true;
                    session.model().end();
                    who.found(found);
                },
                e -> {
                    session.model().end();
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
        progress.ifPresent(session.model().share()::removeListener);
        asked.forget();
        if (!done && !session.busy().get()) {
            session.model().callOff();
        }
    }
}
