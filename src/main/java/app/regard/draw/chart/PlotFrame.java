package app.regard.draw.chart;

import app.regard.draw.Box;
import app.regard.draw.ColourRole;
import app.regard.draw.Frame;
import app.regard.draw.Lettering;
import app.regard.draw.Mark;
import app.regard.draw.View;
import java.util.List;

/** The box of a plot with its axes: where numbers lie in it, their ticks, titles and caption. */
final class PlotFrame {
    private static final double TIGHTEST = 34;
    private static final double NAMES = 150;
    private static final double TITLE = 22;
    private static final double LEAST_PITCH = 1.2;
    private static final double LEAST_GAP = 10;

    private final Frame frame;
    private final View view;
    private final PlotAxis up;
    private final PlotAxis across;
    private final Lettering.Style small;
    private final List<PlotAxis.Tick> upTicks;
    private final List<PlotAxis.Tick> acrossTicks;
    private final double above;
    private final double under;
    private final Box plot;

    /**
     * Lays a plot out.
     *
     * @param places the ticks of the axis to the right, where they are given; else it finds its own
     * @param beside whether names stand at the right
     * @param above what stands between the title and the plot, in units
     * @param under what stands between the ticks and the axis's title, in units
     */
    PlotFrame(
            Frame frame,
            PlotAxis up,
            PlotAxis across,
            List<PlotAxis.Tick> places,
            boolean beside,
            double above,
            double under,
            boolean caption) {
        this.frame = frame;
        this.view = frame.view();
        this.up = up;
        this.across = across;
        this.above = above;
        this.under = under;
        this.small = view.plain(11);
        double text = view.textScale();
        double top = TITLE * text + above;
        double title = across.title().isEmpty() ? 0 : row();
        double below = 8 + row() + under + title + (caption ? TITLE : 6) * text;
        double height = Math.max(TIGHTEST, frame.height() - top - below);
        this.upTicks = fitting(up, height, LEAST_PITCH * small.size(), 0);
        double widest = upTicks.stream()
                .mapToDouble(t -> Lettering.width(t.label(), small))
                .max()
                .orElse(0);
        double left = Math.max(widest, Lettering.width("−1.00", small)) + 10;
        double right = beside ? Math.min(NAMES * text, frame.width() * 0.25) + 14 : 14 * text;
        this.plot = new Box(left, top, Math.max(TIGHTEST, frame.width() - left - right), height);
        double length = plot.width() - 2 * across.inset() * text;
        this.acrossTicks = places.isEmpty() ? fitting(across, length, LEAST_GAP, 1) : places;
    }

    /** The closest ticks that have room; labels take so much of their width. */
    private List<PlotAxis.Tick> fitting(PlotAxis axis, double length, double least, double width) {
        List<List<PlotAxis.Tick>> all = axis.tickings();
        return all.stream()
                .filter(ticks -> {
                    double free = Double.POSITIVE_INFINITY;
                    for (int t = 1; t < ticks.size(); t++) {
                        double pitch = length
                                * (axis.share(ticks.get(t).value())
                                        - axis.share(ticks.get(t - 1).value()));
                        double labels = Lettering.width(ticks.get(t).label(), small) / 2
                                + Lettering.width(ticks.get(t - 1).label(), small) / 2;
                        free = Math.min(free, pitch - width * labels);
                    }
                    return free >= least;
                })
                .findFirst()
                .orElse(all.get(all.size() - 1));
    }

    /** How high a line of text below the plot is. */
    double row() {
        return 18 * view.textScale();
    }

    Box plot() {
        return plot;
    }

    double x(double value) {
        double inset = across.inset() * view.textScale();
        return plot.x() + inset + across.share(value) * (plot.width() - 2 * inset);
    }

    double y(double value) {
        return plot.bottom() - up.share(value) * plot.height();
    }

    /** Where the middle of the ticks' labels is. */
    double tickRow() {
        return plot.bottom() + 8 + row() / 2;
    }

    /** The least distance of two given places. */
    double pitch() {
        double pitch = plot.width();
        for (int t = 1; t < acrossTicks.size(); t++) {
            pitch = Math.min(
                    pitch,
                    x(acrossTicks.get(t).value()) - x(acrossTicks.get(t - 1).value()));
        }
        return pitch;
    }

    /** The ground, the axis upwards and the caption: what the points stand over. */
    void addGround(List<Mark> marks, String caption) {
        double text = view.textScale();
        marks.add(new Mark.Rectangle(plot, 0, view.palette().of(ColourRole.CARD), 0, 0));
        if (!up.title().isEmpty()) {
            marks.add(quiet(up.title(), plot.x(), plot.y() - above - 9 * text, Mark.Anchor.START));
        }
        for (PlotAxis.Tick tick : upTicks) {
            double y = y(tick.value());
            ColourRole tone = tick.value() == 0 ? ColourRole.STRONG_EDGE : ColourRole.EDGE;
            marks.add(new Mark.Line(plot.x(), y, plot.right(), y, view.palette().of(tone), 1));
            marks.add(quiet(tick.label(), plot.x() - 6, y + small.drop(), Mark.Anchor.END));
        }
        if (!caption.isEmpty()) {
            String said = Lettering.fit(caption, small, frame.width() - 4);
            marks.add(quiet(said, 2, frame.height() - 6 * text, Mark.Anchor.START));
        }
    }

    /** The axis to the right: its ticks and its title. */
    void addAcross(List<Mark> marks) {
        double base = tickRow() + small.drop();
        boolean named = across instanceof PlotAxis.Places;
        int strong = view.palette().of(ColourRole.STRONG_EDGE);
        if (!named) {
            marks.add(new Mark.Line(plot.x(), plot.bottom(), plot.right(), plot.bottom(), strong, 1));
        }
        for (PlotAxis.Tick tick : acrossTicks) {
            double x = x(tick.value());
            marks.add(new Mark.Line(x, plot.bottom(), x, plot.bottom() + 4, strong, 1));
            String label = named ? Lettering.fit(tick.label(), small, pitch()) : tick.label();
            marks.add(quiet(label, x, base, Mark.Anchor.MIDDLE));
        }
        if (!across.title().isEmpty()) {
            marks.add(quiet(across.title(), plot.centreX(), base + under + row(), Mark.Anchor.MIDDLE));
        }
    }

    /** What stands where there is nothing to show. */
    void addNothing(List<Mark> marks) {
        marks.add(quiet("no numbers yet", plot.centreX(), plot.centreY(), Mark.Anchor.MIDDLE));
    }

    private Mark quiet(String said, double x, double y, Mark.Anchor anchor) {
        return new Mark.Text(said, x, y, small, view.palette().of(ColourRole.QUIET), anchor, 0);
    }
}
