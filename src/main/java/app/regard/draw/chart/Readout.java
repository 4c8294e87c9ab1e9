package app.regard.draw.chart;

import app.regard.draw.Area;
import app.regard.draw.Box;
import app.regard.draw.ColourRole;
import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Lettering;
import app.regard.draw.Mark;
import app.regard.draw.Palette;
import app.regard.draw.Spot;
import app.regard.draw.View;
import java.util.ArrayList;
import java.util.List;

/** Short lines "from → to" in as many columns as fit. */
public final class Readout {
    private Readout() {}

    private static final double LINE = 19;
    private static final double COLUMN = 148;
    private static final double INSET = 6;

    /** One line and what it is about. */
    public record Line(String from, String to, Spot spot) {}

    /** The height of all lines in a width. */
    public static double height(int lines, double width, View view) {
        int columns = columns(width, view);
        return Math.ceil(lines / (double) columns) * LINE * view.textScale() + 4;
    }

    private static int columns(double width, View view) {
        return Math.max(1, (int) (width / (COLUMN * view.textScale())));
    }

    public static Figure of(List<Line> lines, Frame frame) {
        View view = frame.view();
        Palette palette = view.palette();
        List<Mark> marks = new ArrayList<>();
        List<Area> areas = new ArrayList<>();
        int columns = columns(frame.width(), view);
        int perColumn = (int) Math.ceil(lines.size() / (double) columns);
        double width = frame.width() / columns;
        double pitch = LINE * view.textScale();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            Lettering.Style style = view.plain(12.5);
            int column = i / perColumn;
            double x = column * width + INSET;
            double y = (i - column * perColumn) * pitch;
            double base = y + pitch / 2 + style.drop();
            String from = Lettering.fitName(line.from(), style, width * 0.42);
            double arrow = x + Lettering.width(from, style) + 5;
            marks.add(new Mark.Text(from, x, base, style, palette.of(ColourRole.INK), Mark.Anchor.START, 0));
            int tone = palette.of(ColourRole.QUIET);
            double middle = y + pitch / 2 + 1;
            marks.add(new Mark.Line(arrow, middle, arrow + 10, middle, tone, 1.2));
            marks.add(new Mark.Polygon(
                    List.of(arrow + 13, arrow + 8, arrow + 8), List.of(middle, middle - 3, middle + 3), tone));
            double rest = arrow + 18;
            marks.add(new Mark.Text(
                    Lettering.fit(line.to(), style, x + width - rest - 14),
                    rest,
                    base,
                    style,
                    palette.of(ColourRole.INK),
                    Mark.Anchor.START,
                    0));
            areas.add(new Area.Place(line.spot(), new Box(x - INSET, y, width - 4, pitch)));
        }
        return new Figure(frame.width(), frame.height(), marks, areas);
    }

    /** The marks over the focused line. */
    public static List<Mark> focus(Area line, View view) {
        Palette palette = view.palette();
        return line.first()
                .flatMap(line::boxOf)
                .<List<Mark>>map(box -> List.of(new Mark.Rectangle(
                        box.grown(-0.5), 4, palette.of(ColourRole.QUERY, 0.1), palette.of(ColourRole.QUERY, 0.9), 1.2)))
                .orElse(List.of());
    }
}
