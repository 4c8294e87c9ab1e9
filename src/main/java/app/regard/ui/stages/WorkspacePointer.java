package app.regard.ui.stages;

import app.regard.draw.Spot;
import app.regard.stage.Part;
import app.regard.ui.kit.Pointing;
import app.regard.ui.session.Workspace;
import java.util.Optional;

/** The pointer that tells the workspace which spot of a figure is pointed at, or pinned. */
class WorkspacePointer implements Pointing {
    private final Workspace session;

    WorkspacePointer(Workspace session) {
        this.session = session;
    }

    @Override
    public void point(Optional<Spot> spot) {
        session.point(spot.map(this::revealed));
    }

    /** Of a weight that waits for its stage only the row can be asked about. */
    private Spot revealed(Spot spot) {
        boolean waits = spot.isCell()
                && spot.matrix().equals(Part.WEIGHTS.label())
                && session.shown().get().hides(spot.row());
        return waits ? new Spot(spot.matrix(), spot.row(), Spot.LABEL) : spot;
    }

    @Override
    public void pin(Spot spot) {
        session.pin(spot);
    }

    @Override
    public Optional<Spot> start() {
        return Optional.of(session.shown().get().asked());
    }
}
