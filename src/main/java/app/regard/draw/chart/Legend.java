package app.regard.draw.chart;

import app.regard.draw.Box;
import app.regard.draw.ColourRole;
import app.regard.draw.DecimalFormatter;
import app.regard.draw.Lettering;
import app.regard.draw.Mark;
import app.regard.draw.Palette;
import app.regard.draw.Scale;
import app.regard.draw.View;
import java.util.List;

/** A bar of the sequential ramp with its end values: what the colours of a map stand for. */
final class Legend {
    private static final int STEPS = 48;

    private Legend() {}

    /** Draws it from {@code left} on, its right end at {@code right} or where 80 units of bar need it to be. */
    static void add(List<Mark> marks, Scale scale, double left, double y, double right, View view) {
        Palette palette = view.palette();
        Lettering.Style style = view.plain(11.5);
        String low = scale.logarithmic() ? DecimalFormatter.brief(scale.size() * Scale.LEAST) : "0";
        String high = DecimalFormatter.telling(scale.size(), view.decimals()) + (scale.logarithmic() ? " log" : "");
        double from = left + Lettering.width(low, style) + 8;
        double to = Math.max(from + 80, right) - Lettering.width(high, style) - 8;
        for (int s = 0; s < STEPS; s++) {
            double width = (to - from) / STEPS;
            marks.add(new Mark.Rectangle(
                    new Box(from + s * width, y, width + 0.5, 9), 0, palette.sequential((s + 0.5) / STEPS), 0, 0));
        }
        double base = y + 4.5 + style.drop();
        marks.add(new Mark.Text(low, left, base, style, palette.of(ColourRole.QUIET), Mark.Anchor.START, 0));
        marks.add(new Mark.Text(high, to + 8, base, style, palette.of(ColourRole.QUIET), Mark.Anchor.START, 0));
    }
}
