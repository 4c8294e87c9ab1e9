package app.regard.lab;

import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Spot;
import app.regard.draw.View;
import app.regard.draw.chart.Highlights;
import app.regard.stage.Exportable;
import app.regard.stage.Why;
import app.regard.trace.Moment;
import app.regard.trace.NumberTable;
import java.util.List;
import java.util.Optional;

/** One figure of a lab with the numbers that it shows. */
public interface Panel {
    /** The width of a panel on a page, where two stand beside each other. */
    double PAGE_WIDTH = 454;

    String id();

    String title();

    /** The picture without what depends on what is pointed at. */
    Figure base(Frame frame);

    /** The marks over a picture: a frame around what is asked about. What is pointed at may lie in another panel. */
    default Figure marks(Figure base, Pointed at, View view) {
        return Highlights.framed(base, at.in(this) ? at.spot() : start().orElse(Pointed.NOTHING.spot()), view);
    }

    /** Whether the marks bring the names of rows and columns, so that the picture below them is drawn without. */
    default boolean bringsNames() {
        return false;
    }

    /** The spot that is asked about before anybody points at one. */
    default Optional<Spot> start() {
        return Optional.empty();
    }

    /** Where a number comes from. */
    default Optional<Why> why(Spot at) {
        return Optional.empty();
    }

    /** The moment in the eight stages that a spot stands for. */
    default Optional<Moment> opens(Spot at) {
        return Optional.empty();
    }

    /** The same from where the window is now, which may be another stage or word than when the lab was run. */
    default Optional<Moment> opens(Spot at, Moment now) {
        return opens(at);
    }

    /** What a screen reader says of a spot whose number is not told where it comes from. */
    default String said(Spot at) {
        return at.matrix();
    }

    /** The panel while something is pointed at: another one where it enlarges that, else this one. */
    default Panel at(Pointed at) {
        return this;
    }

    /** Whether the others stand below each other beside it, for it needs more room; only the first one is asked. */
    default boolean main() {
        return false;
    }

    /** How much of the height its row of panels has, beside 1 of another row. */
    default double tall() {
        return 1;
    }

    /** Whether its picture takes so long that it is painted away from the window's thread. */
    default boolean heavy() {
        return false;
    }

    /** Whether pages and pictures show it: what only serves to choose they leave out. */
    default boolean onPages() {
        return true;
    }

    /** What can be expected before the answer is shown, as {@link Exportable#guesses}. */
    default List<Exportable.Guess> guesses() {
        return List.of();
    }

    /** The room that it takes on a page, where no window limits it. */
    default Frame room(View view) {
        return new Frame(PAGE_WIDTH, 300 * view.textScale(), view);
    }

    /** All that is shown, as numbers. */
    NumberTable numbers();
}
