package app.regard.ui.stages;

import app.regard.draw.Spot;
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
        session.point(spot);
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
