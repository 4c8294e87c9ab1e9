package app.regard.lab;

import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Spot;
import app.regard.draw.View;
import app.regard.stage.Why;
import app.regard.trace.Moment;
import app.regard.trace.NumberTable;
import java.util.Optional;

/** One figure of a lab with the numbers that it shows. */
public interface Panel {
    String id();

    String title();

    /** The picture without what depends on what is pointed at. */
    Figure base(Frame frame);

    /** The marks over a picture; what is pointed at may lie in another panel. */
    Figure marks(Figure base, Pointed at, View view);

    /** The spot that is asked about before anybody points at one. */
    Optional<Spot> start();

    /** Where a number comes from. */
    Optional<Why> why(Spot at);

    /** The moment in the eight stages that a spot stands for. */
    Optional<Moment> opens(Spot at);

    /** All that is shown, as numbers. */
    NumberTable numbers();
}
