package app.regard.draw.chart;

import app.regard.draw.Box;
import app.regard.draw.ColourRole;
import app.regard.draw.DecimalFormatter;
import app.regard.draw.Figure;
import app.regard.draw.Lettering;
import app.regard.draw.Mark;
import app.regard.draw.Spot;
import app.regard.draw.View;
import java.util.ArrayList;
import java.util.List;

/** The marks on cells of a matrix that are other than they were, and on those that the reader changed by hand. */
public final class ChangeMarks {
    private static final double TALL = 46;

    /** Smaller changes are rounding. */
    private static final double ROUNDING = 1e-12;

    private ChangeMarks() {}

    /** Whether two numbers differ by more than rounding. */
    public static boolean differ(double is, double was) {
        return is != was && !(Math.abs(is - was) <= ROUNDING);
    }

    /** What is said of a number beside what it was: "Before: 0.4013, Δ −0.2124." */
    public static String said(double is, double was) {
        return differ(is, was)
                ? "Before: " + DecimalFormatter.claimed(was, 4) + ", Δ " + DecimalFormatter.claimed(is - was, 4) + "."
                : "As before.";
    }

    /** A figure with an outline around a cell that was another number, and that number where there is room. */
    public static List<Mark> was(Figure figure, Spot cell, double was, View view) {
        List<Mark> marks = new ArrayList<>();
        figure.boxOf(cell).ifPresent(box -> {
            marks.add(new Mark.Rectangle(box.grown(-1.5), 3, 0, view.palette().of(ColourRole.STRONG_EDGE), 1.25));
            if (box.height() >= TALL * view.textScale()) {
                number(marks, box, DecimalFormatter.text(was, view.decimals()), view);
            }
        });
        return marks;
    }

    private static void number(List<Mark> marks, Box box, String text, View view) {
        Lettering.Style style = view.plain(10.5);
        double width = Lettering.width(text, style) + 6;
        if (width > box.width() - 1) {
            return;
        }
        double tall = style.size() + 3;
        Box ground = new Box(box.centreX() - width / 2, box.bottom() - tall - 2, width, tall);
        marks.add(new Mark.Rectangle(ground, 3, view.palette().of(ColourRole.CARD), 0, 0));
        marks.add(new Mark.Text(
                text,
                box.centreX(),
                ground.centreY() + style.drop(),
                style,
                view.palette().of(ColourRole.QUIET),
                Mark.Anchor.MIDDLE,
                0));
    }

    /** The corner of a cell that the reader changed. */
    public static List<Mark> yours(Figure figure, Spot cell, View view) {
        List<Mark> marks = new ArrayList<>();
        figure.boxOf(cell).ifPresent(box -> {
            int colour = view.palette().of(ColourRole.YOURS);
            double side = Math.min(9, box.height() / 2);
            double x = box.right() - 1;
            double y = box.y() + 1;
            marks.add(new Mark.Polygon(List.of(x - side, x, x), List.of(y, y, y + side), colour));
            marks.add(new Mark.Rectangle(box.grown(-1), 3, 0, colour, 1.5));
        });
        return marks;
    }
}
