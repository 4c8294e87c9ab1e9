package app.regard.draw.chart;

import app.regard.draw.Area;
import app.regard.draw.Box;
import app.regard.draw.ColourRole;
import app.regard.draw.DecimalFormatter;
import app.regard.draw.Figure;
import app.regard.draw.Lettering;
import app.regard.draw.Mark;
import app.regard.draw.Palette;
import app.regard.draw.Scale;
import app.regard.draw.View;
import java.util.ArrayList;
import java.util.List;

/** A bar of the sequential ramp with its end values: what the colours of a map stand for. */
public final class Legend {
    private static final int STEPS = 48;
    private static final double HEIGHT = 9;

    private Legend() {}

    /** The legend of a figure's only matrix, below its cells. */
    public static List<Mark> below(Figure figure, Scale scale, View view) {
        List<Mark> marks = new ArrayList<>();
        for (Area area : figure.areas()) {
            if (area instanceof GridArea grid) {
                double y = grid.rows().end() + 12 * view.textScale();
                add(marks, scale, grid.cols().start(), y, grid.cols().end(), view);
            }
        }
        return marks;
    }

    /** Draws it from {@code left} on, its right end at {@code right} or where 80 units of bar need it to be. */
    static void add(List<Mark> marks, Scale scale, double left, double y, double right, View view) {
        add(marks, scale, left, y, right, view, 1);
    }

    /**
     * Draws the same for colours that something shines through: over white above, over black below.
     *
     * @param veil how much of what lies under the colours they hide; 1 for all
     */
    public static void add(List<Mark> marks, Scale scale, double left, double y, double right, View view, double veil) {
        Palette palette = view.palette();
        Lettering.Style style = view.plain(11.5);
        String low = scale.logarithmic() ? DecimalFormatter.brief(scale.size() * Scale.LEAST) : "0";
        String most = DecimalFormatter.telling(scale.size(), view.decimals()) + (scale.logarithmic() ? " log" : "");
        double from = left + Lettering.width(low, style) + 8;
        double to = Math.max(from + 80, right) - Lettering.width(most, style) - 8;
        double width = (to - from) / STEPS;
        double high = veil < 1 ? HEIGHT / 2 : HEIGHT;
        for (int s = 0; s < STEPS; s++) {
            int colour = palette.sequential((s + 0.5) / STEPS);
            Box box = new Box(from + s * width, y, width + 0.5, high);
            marks.add(new Mark.Rectangle(box, 0, Palette.between(0xFFFFFFFF, colour, veil), 0, 0));
            if (veil < 1) {
                int dark = Palette.between(0xFF000000, colour, veil);
                marks.add(new Mark.Rectangle(box.moved(0, high), 0, dark, 0, 0));
            }
        }
        double base = y + HEIGHT / 2 + style.drop();
        marks.add(new Mark.Text(low, left, base, style, palette.of(ColourRole.QUIET), Mark.Anchor.START, 0));
        marks.add(new Mark.Text(most, to + 8, base, style, palette.of(ColourRole.QUIET), Mark.Anchor.START, 0));
    }
}
