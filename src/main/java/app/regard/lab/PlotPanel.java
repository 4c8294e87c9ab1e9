package app.regard.lab;

import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Spot;
import app.regard.draw.View;
import app.regard.draw.chart.LinePlot;
import app.regard.draw.chart.PlotMarks;
import app.regard.stage.Why;
import app.regard.trace.Moment;
import app.regard.trace.NumberTable;
import java.util.Optional;
import java.util.function.Function;

/**
 * A panel that is a plot: what is pointed at in another plot lights the point at the same place here.
 *
 * @param here the point that the settings stand for
 * @param fades whether what lies after that point is faded, for it is still to come
 * @param why where the number of a point comes from
 * @param moment the moment that a point stands for
 */
public record PlotPanel(
        String title,
        LinePlot plot,
        NumberTable numbers,
        Spot here,
        boolean fades,
        Function<Spot, Optional<Why>> why,
        Function<Spot, Optional<Moment>> moment)
        implements Panel {
    /** A plot of which all is now. */
    public PlotPanel(
            String title,
            LinePlot plot,
            NumberTable numbers,
            Spot here,
            Function<Spot, Optional<Why>> why,
            Function<Spot, Optional<Moment>> moment) {
        this(title, plot, numbers, here, false, why, moment);
    }

    @Override
    public String id() {
        return plot.name();
    }

    @Override
    public Figure base(Frame frame) {
        return plot.in(frame);
    }

    @Override
    public Figure marks(Figure base, Pointed at, View view) {
        Spot spot = at.spot();
        Spot lit = at.in(this)
                ? spot
                : new Spot(id(), Math.min(spot.row(), plot.series().size() - 1), spot.col());
        boolean plot = at.spot().matrix().equals(at.panel()); // a cell of a map says nothing of a plot
        boolean shown = plot && base.boxOf(lit).isPresent();
        Figure asked = PlotMarks.over(base, shown ? lit : here, view);
        return fades ? PlotMarks.fading(base, here, view).with(asked, 0, 0) : asked;
    }

    /** A plot with its numbers below needs the room for them. */
    @Override
    public boolean main() {
        return plot.table();
    }

    @Override
    public Frame room(View view) {
        return plot.table() ? new Frame(760, 400 * Math.max(1, view.textScale()), view) : Panel.super.room(view);
    }

    @Override
    public Optional<Spot> start() {
        return Optional.of(here);
    }

    @Override
    public Optional<Why> why(Spot at) {
        return why.apply(at);
    }

    @Override
    public Optional<Moment> opens(Spot at) {
        return moment.apply(at);
    }
}
