package app.regard.ui.export;

import app.regard.draw.ColourRange;
import app.regard.draw.Ramp;
import app.regard.draw.View;
import app.regard.export.picture.FileSize;
import java.util.Optional;

/**
 * The style that the figures of a paper have in common: chosen once, kept for the next. What is not chosen is as the window
 * shows it.
 *
 * @param width the whole picture's, on paper or on a screen; empty for the size that suits it
 * @param label the size of labels in points, where there is a width; 0 for what is usual
 * @param range the weights over which colours run
 */
record FigureStyle(
        Optional<FileSize> width,
        double label,
        Optional<Ramp> ramp,
        Optional<Integer> decimals,
        Optional<ColourRange> range) {
    static final FigureStyle AS_SHOWN =
            new FigureStyle(Optional.empty(), 0, Optional.empty(), Optional.empty(), Optional.empty());

    /** @throws app.regard.trace.Refusal if labels of that size leave no room in that width */
    FigureStyle {
        double size = label;
        width.ifPresent(w -> w.inside(size));
    }

    boolean onPaper() {
        return width.filter(w -> w.millimetres() > 0).isPresent();
    }

    /** The units that what is drawn is wide; 0 for what suits it. */
    double units() {
        return width.map(w -> w.inside(label)).orElse(0.0);
    }

    /** The window's look with what is chosen here; on paper text is as large as its labels, whatever the window's. */
    View of(View shown) {
        View view = shown.withRamp(ramp.orElse(shown.ramp()))
                .withDecimals(decimals.orElse(shown.decimals()))
                .withRange(range.orElse(shown.range()));
        return width.isPresent() ? view.withTextScale(1) : view;
    }

    FigureStyle withWidth(Optional<FileSize> other) {
        return new FigureStyle(other, label, ramp, decimals, range);
    }

    FigureStyle withLabel(double other) {
        return new FigureStyle(width, other, ramp, decimals, range);
    }

    FigureStyle with(Ramp other) {
        return new FigureStyle(width, label, Optional.of(other), decimals, range);
    }

    FigureStyle withDecimals(int other) {
        return new FigureStyle(width, label, ramp, Optional.of(other), range);
    }

    FigureStyle with(ColourRange other) {
        return new FigureStyle(width, label, ramp, decimals, Optional.of(other));
    }
}
