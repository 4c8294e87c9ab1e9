package app.regard.ui.stages;

import app.regard.draw.Spot;
import app.regard.stage.Part;
import app.regard.stage.WeightFigures;
import app.regard.ui.session.Workspace;
import java.util.Optional;

/** The pointer in the bars: it lights a bar’s weight and leaves the bars where they are; a click goes to the bar’s word. */
final class BarsPointer extends WeightPointer {
    BarsPointer(Workspace session) {
        super(session);
    }

    @Override
    public void pin(Spot spot) {
        int word = session.shown().get().focus().column().isPresent() ? spot.row() : spot.col();
        session.pin(new Spot(WeightFigures.ASKING, word, Spot.LABEL));
    }

    @Override
    public Optional<Spot> word() {
        int query = session.shown().get().focus().query();
        return Optional.of(new Spot(Part.WEIGHTS.label(), query, query));
    }
}
