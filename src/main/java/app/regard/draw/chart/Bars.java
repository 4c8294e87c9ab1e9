package app.regard.draw.chart;

import app.regard.draw.Area;
import app.regard.draw.Box;
import app.regard.draw.ColourRole;
import app.regard.draw.DecimalFormatter;
import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Lettering;
import app.regard.draw.Mark;
import app.regard.draw.Palette;
import app.regard.draw.Spot;
import app.regard.draw.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shares as bars, a name at the left and the percentage at the right. */
public final class Bars {
    private Bars() {}

    private static final double PITCH = 23;
    private static final double AXIS = 20;
    private static final double[] ENDS = {1, 0.5, 0.25, 0.1, 0.05, 0.02, 0.01, 0.005};

    /** Why a bar stands out. */
    public enum Emphasis {
        /** It does not. */
        NONE,
        /** Its word is the one that asks. */
        FOCUSED,
        /** It is the share of the asked pair. */
        ASKED
    }

    /**
     * One bar and what it stands for; several words put together have no spot of their own.
     *
     * @param was the share that it had, outlined behind it; NaN where nothing else is to be shown
     */
    public record Bar(String label, double share, double was, Optional<Spot> spot, Emphasis emphasis) {
        /** A bar that is compared with nothing. */
        public Bar(String label, double share, Optional<Spot> spot, Emphasis emphasis) {
            this(label, share, Double.NaN, spot, emphasis);
        }

        private boolean changed() {
            return !Double.isNaN(was);
        }
    }

    private static final double FRAME = 2.5;
    private static final double GHOST = 1.25;

    /** What the frame of the asked bar takes at each side. */
    private static final double AROUND = FRAME + 1;

    /** How many bars fit in a height. */
    public static int capacity(double height, View view) {
        return Math.max(1, (int) ((height - AXIS * view.textScale()) / (PITCH * view.textScale())));
    }

    public static Figure of(List<Bar> bars, ColourRole tone, Frame frame) {
        View view = frame.view();
        Palette palette = view.palette();
        List<Mark> marks = new ArrayList<>();
        List<Area> areas = new ArrayList<>();
        Lettering.Style style = view.plain(12.5);
        Lettering.Style strong = view.bold(12.5);
        double names = bars.stream()
                        .mapToDouble(b -> Lettering.width(b.label(), strong))
                        .max()
                        .orElse(0)
                + 10;
        double left = Math.min(names, Math.max(96 * view.textScale(), frame.width() * 0.4));
        Lettering.Style small = view.plain(10.5);
        double numbers = frame.width() - Lettering.width("100.0%", strong) - 6;
        boolean compared = bars.stream().anyMatch(Bar::changed);
        double right = compared ? numbers - Lettering.width("100.0%", small) - 6 : numbers;
        List<String> fitted = Lettering.fitNames(bars.stream().map(Bar::label).toList(), strong, left - 10);
        double top = top(bars);
        double pitch = PITCH * view.textScale();
        for (int b = 0; b < bars.size(); b++) {
            Bar bar = bars.get(b);
            double y = b * pitch + Math.ceil(AROUND); // whole, so that its edges are sharp
            double h = pitch - 2 * AROUND;
            double base = y + h / 2 + style.drop();
            Box track = new Box(left, y, right - left, h);
            double length = Math.max(bar.share() > 0 ? 1 : 0, track.width() * bar.share() / top);
            boolean asked = bar.emphasis() == Emphasis.ASKED;
            Lettering.Style name = bar.emphasis() == Emphasis.NONE ? style : strong;
            ColourRole role =
                    asked ? ColourRole.KEY : bar.emphasis() == Emphasis.FOCUSED ? ColourRole.QUERY : ColourRole.INK;
            marks.add(new Mark.Text(fitted.get(b), left - 8, base, name, palette.of(role), Mark.Anchor.END, 0));
            if (bar.spot().isPresent()) { // many words together would dwarf every single one: they are told, not drawn
                marks.add(new Mark.Rectangle(track, 4, palette.of(ColourRole.FAINT), 0, 0));
                Box filled = new Box(left, y, length, h);
                marks.add(new Mark.Rectangle(filled, Math.min(4, length / 2), palette.of(tone), 0, 0));
                if (bar.changed()) {
                    Box ghost = new Box(left, y, Math.max(3, track.width() * bar.was() / top), h).grown(1);
                    marks.add(new Mark.Rectangle(ghost, 4, 0, palette.of(ColourRole.STRONG_EDGE), GHOST));
                    String was = DecimalFormatter.percent(bar.was());
                    int quiet = palette.of(ColourRole.QUIET);
                    marks.add(new Mark.Text(was, numbers, base, small, quiet, Mark.Anchor.END, 0));
                }
                if (asked) {
                    marks.add(new Mark.Rectangle(
                            track.grown(AROUND - FRAME / 2), 6, 0, palette.of(ColourRole.ASK), FRAME));
                }
            }
            marks.add(new Mark.Text(
                    DecimalFormatter.percent(bar.share()),
                    frame.width(),
                    base,
                    strong,
                    palette.of(asked ? ColourRole.ASK : ColourRole.INK),
                    Mark.Anchor.END,
                    0));
            Box whole = new Box(0, b * pitch, frame.width(), pitch);
            bar.spot().ifPresent(spot -> areas.add(new Area.Place(spot, whole)));
        }
        axis(marks, left, right, bars.size() * pitch + 12 * view.textScale(), top, view);
        return new Figure(frame.width(), frame.height(), marks, areas);
    }

    /** The right end of the axis: all, a half, a quarter, a tenth, …: the least that holds the longest bar. */
    private static double top(List<Bar> bars) {
        double most = bars.stream()
                .filter(b -> b.spot().isPresent())
                .mapToDouble(b -> b.changed() ? Math.max(b.share(), b.was()) : b.share())
                .max()
                .orElse(1);
        double top = 1;
        for (double end : ENDS) {
            top = most <= end ? end : top;
        }
        return top;
    }

    private static void axis(List<Mark> marks, double left, double right, double y, double top, View view) {
        Lettering.Style style = view.plain(11);
        int quiet = view.palette().of(ColourRole.QUIET);
        marks.add(new Mark.Text("0", left, y, style, quiet, Mark.Anchor.START, 0));
        String half = label(top * 50);
        marks.add(new Mark.Text(half, (left + right) / 2, y, style, quiet, Mark.Anchor.MIDDLE, 0));
        marks.add(new Mark.Text(label(top * 100) + " %", right, y, style, quiet, Mark.Anchor.END, 0));
    }

    /** Without digits that say nothing: "12.5", "50". */
    private static String label(double percent) {
        return DecimalFormatter.text(percent, 2).replaceAll("\\.?0+$", "");
    }
}
