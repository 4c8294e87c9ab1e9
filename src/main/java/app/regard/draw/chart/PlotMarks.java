package app.regard.draw.chart;

import app.regard.draw.Area;
import app.regard.draw.Box;
import app.regard.draw.ColourRole;
import app.regard.draw.Figure;
import app.regard.draw.Lettering;
import app.regard.draw.Mark;
import app.regard.draw.Palette;
import app.regard.draw.Spot;
import app.regard.draw.View;
import java.util.ArrayList;
import java.util.List;

/** The marks over plots that change with the mouse: which number is asked about. */
public final class PlotMarks {
    private static final double INSET = 4;

    /** How much of the ground lies over what is faded. */
    private static final double VEIL = 0.72;

    private final PlotArea area;
    private final PlotArea.Datum asked;
    private final View view;
    private final Palette palette;
    private final int tone;
    private final List<Mark> marks = new ArrayList<>();

    private PlotMarks(PlotArea area, PlotArea.Datum asked, View view) {
        this.area = area;
        this.asked = asked;
        this.view = view;
        this.palette = view.palette();
        this.tone = palette.of(ColourRole.ASK);
    }

    /** The marks over a figure with plots in it; a spot that none of them shows is passed over. */
    public static Figure over(Figure base, Spot asked, View view) {
        List<Mark> marks = base.areas().stream()
                .filter(a -> a instanceof PlotArea && a.holds(asked))
                .flatMap(a -> {
                    PlotArea area = (PlotArea) a;
                    PlotMarks over = new PlotMarks(area, area.at(asked), view);
                    area.cell(asked).ifPresentOrElse(over::addInTable, over::addCrosshair);
                    return over.marks.stream();
                })
                .toList();
        return new Figure(base.width(), base.height(), marks, List.of());
    }

    /** Fades all that lies to the right of a point: what comes after the step that is looked at. */
    public static Figure fading(Figure base, Spot from, View view) {
        List<Mark> marks = new ArrayList<>();
        for (Area a : base.areas()) {
            if (a instanceof PlotArea area && a.holds(from)) {
                double x = area.at(from).x() + 1;
                Box after = new Box(
                        x,
                        area.plot().y() - 1,
                        Math.max(0, area.plot().right() + 2 - x),
                        area.plot().height());
                marks.add(new Mark.Rectangle(after, 0, view.palette().of(ColourRole.GROUND, VEIL), 0, 0));
            }
        }
        return new Figure(base.width(), base.height(), marks, List.of());
    }

    /** The point and its number in the table. */
    private void addInTable(Box cell) {
        Box ring = asked.box();
        double x = ring.centreX();
        int faint = palette.of(ColourRole.ASK, 0.45);
        marks.add(new Mark.Line(x, ring.bottom(), x, area.plot().bottom(), faint, 1));
        addRing();
        marks.add(new Mark.Rectangle(cell.grown(-1), 4, 0, tone, 1.8));
    }

    /** Lines to both axes, and what stands there. */
    private void addCrosshair() {
        Box plot = area.plot();
        double x = asked.x();
        double[] xs = {x, x};
        SeriesMarks.addDashes(marks, xs, new double[] {plot.y(), plot.bottom()}, tone, 1.5);
        int faint = palette.of(ColourRole.ASK, 0.45);
        marks.add(new Mark.Line(plot.x(), asked.y(), asked.box().x(), asked.y(), faint, 1));
        addRing();
        Lettering.Style style = view.bold(12);
        double half = Lettering.width(asked.value(), style) / 2 + INSET;
        double height = style.size() * 1.5;
        double right = asked.box().right() + INSET + half;
        double centre = right + half <= plot.right() ? right : asked.box().x() - INSET - half;
        double above = asked.y() - height / 2 - 4;
        double middle = above - height / 2 < plot.y() ? asked.y() + height / 2 + 4 : above;
        addPlate(asked.value(), style, centre, middle);
        if (!asked.across().isEmpty()) {
            addPlate(asked.across(), view.bold(11), x, area.tickRow());
        }
    }

    private void addRing() {
        marks.add(new Mark.Rectangle(asked.box(), asked.radius(), 0, tone, 2.2));
    }

    /** A text on a ground of its own, so that nothing runs through it. */
    private void addPlate(String said, Lettering.Style style, double x, double middle) {
        double width = Lettering.width(said, style) + 2 * INSET;
        double height = style.size() * 1.4;
        Box plate = new Box(x - width / 2, middle - height / 2, width, height);
        marks.add(new Mark.Rectangle(plate, 3, palette.of(ColourRole.GROUND), 0, 0));
        marks.add(new Mark.Text(said, x, middle + style.drop(), style, tone, Mark.Anchor.MIDDLE, 0));
    }
}
