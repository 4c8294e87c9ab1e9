package app.regard.ui.stages;

import app.regard.draw.Spot;
import app.regard.stage.WeightFigures;
import app.regard.ui.kit.Pointing;
import app.regard.ui.session.Workspace;
import java.util.Optional;

/** The pointer in a figure of weights, which tells the session what is pointed at. */
class WeightPointer implements Pointing {
    final Workspace session;

    WeightPointer(Workspace session) {
        this.session = session;
    }

    @Override
    public void point(Optional<Spot> spot) {
        session.point(spot.map(this::revealed));
    }

    @Override
    public void pin(Spot spot) {
        session.pin(spot);
    }

    @Override
    public Optional<Spot> word() {
        return Optional.of(
                new Spot(WeightFigures.ASKING, session.shown().get().focus().query(), Spot.LABEL));
    }

    /** Of a cell that is hidden yet, its row. */
    private Spot revealed(Spot spot) {
        boolean hidden = spot.isCell() && session.shown().get().hides(spot.row());
        return hidden ? new Spot(spot.matrix(), spot.row(), Spot.LABEL) : spot;
    }

    @Override
    public Optional<Spot> start() {
        return Optional.of(session.shown().get().asked());
    }
}
