package app.regard.draw.chart;

import app.regard.draw.Axis;
import app.regard.draw.AxisLayout;
import app.regard.draw.ColourRole;
import app.regard.draw.Lettering;
import app.regard.draw.Mark;
import app.regard.draw.View;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/** The labels of rows and columns: level, then tilted, then thinned out, never clipped. */
final class Labels {
    private Labels() {}

    /** Only names of projections have a subscript; a word may hold any character. */
    private static final Pattern SUBSCRIPT = Pattern.compile("[Wb]_[QKV]\\b");

    private static final double SIZE = 12;
    private static final double SMALLEST = 11;
    private static final double STEEP = 60;
    private static final double FLAT = 40;
    private static final double LONGEST_ROW = 92;
    private static final double LONGEST_TILTED = 78;

    /** The longest names where there is room for whole ones. */
    private static final double LONGEST_WHOLE = 420;

    /** Of more names than this each is shortened by itself. */
    private static final int MOST_COMPARED = 200;

    /** Names that are cut have room for this at least, in sizes of their letters: two letters, dots and another say nothing. */
    private static final double LEAST_LETTERS = 3.2;

    private static final double ROUNDING = 1e-6;
    private static final double GAP = 7;

    /** How far lines of text are apart, in sizes of their letters. */
    private static final double LINE = 1.08;

    /** How much room the labels of rows need at the left. */
    static double rowRoom(Axis axis, View view) {
        if (!view.labels()) {
            return 2;
        }
        double widest = 0;
        for (String label : axis.labels().subList(0, Math.min(600, axis.size()))) {
            widest = Math.max(widest, Lettering.width(label, view.bold(SIZE)));
            if (widest > longest(axis, LONGEST_ROW, view)) {
                break;
            }
        }
        return Math.min(widest, longest(axis, LONGEST_ROW, view)) + GAP + 5;
    }

    /** How long the names of an axis may be. */
    private static double longest(Axis axis, double usual, View view) {
        return (axis.whole() ? LONGEST_WHOLE : usual) * view.textScale();
    }

    /** The names of an axis as they fit. */
    private static IntFunction<String> names(Axis axis, Lettering.Style style, double room) {
        return axis.size() > MOST_COMPARED
                ? i -> Lettering.fitName(axis.labels().get(i), style, room)
                : Lettering.fitNames(axis.labels(), style, room)::get;
    }

    /** How much room the labels of columns need above the cells. */
    static double colRoom(Axis axis, double pitch, View view) {
        if (!view.labels()) {
            return 2;
        }
        if (level(axis, pitch, view)) {
            return style(view, 30).size() + 8;
        }
        double widest = widest(axis, 0, Math.min(600, axis.size()), style(view, pitch * 1.1));
        double length = Math.min(widest, longest(axis, LONGEST_TILTED, view));
        return length * Math.sin(Math.toRadians(tilt(pitch, view)))
                + style(view, pitch).size()
                + 4;
    }

    /** The least room above cells in which {@link #cols} draws any labels: with less it draws none, strong or not. */
    static double leastColRoom(Axis axis, double pitch, View view) {
        if (!view.labels() || level(axis, pitch, view)) {
            return colRoom(axis, pitch, view);
        }
        Lettering.Style bold = strong(style(view, pitch * 1.1));
        double letters = Math.min(LEAST_LETTERS * bold.size(), widest(axis, 0, Math.min(600, axis.size()), bold));
        return letters * Math.sin(Math.toRadians(tilt(pitch, view))) + bold.size();
    }

    /** How long names that stand aslant may be in a height. */
    private static double aslant(Axis axis, double pitch, double room, View view) {
        double high = room - style(view, pitch * 1.1).size();
        return Math.min(longest(axis, LONGEST_TILTED, view), high / Math.sin(Math.toRadians(tilt(pitch, view))));
    }

    /** As flat as names can lie beside each other. */
    private static double tilt(double pitch, View view) {
        return pitch * Math.sin(Math.toRadians(FLAT)) >= SIZE * view.textScale() * LINE ? FLAT : STEEP;
    }

    /** Whether every name of an axis fits over its column. */
    static boolean level(Axis axis, double pitch, View view) {
        for (String label : axis.labels().subList(0, Math.min(600, axis.size()))) {
            if (Lettering.width(label, view.bold(SIZE)) > pitch - 4) {
                return false;
            }
        }
        return true;
    }

    private static double widest(Axis axis, int from, int to, Lettering.Style style) {
        double widest = 0;
        for (String label : axis.labels().subList(from, to)) {
            widest = Math.max(widest, Lettering.width(label, style));
        }
        return widest;
    }

    /** Size by the room along the axis. */
    static Lettering.Style style(View view, double pitch) {
        double size = Math.max(SMALLEST, Math.min(SIZE, pitch * 0.85)) * view.textScale();
        return Lettering.Style.plain(size);
    }

    /** Every how manieth label has room. */
    static int step(double pitch, Lettering.Style style) {
        return Math.max(1, (int) Math.ceil((style.size() * LINE) / pitch));
    }

    /** A title in the middle; the letter of a projection is set low and small: "W_Q 4×3". */
    static void title(List<Mark> marks, String title, double middle, double y, Lettering.Style style, int colour) {
        int low = title.indexOf('_');
        if (!SUBSCRIPT.matcher(title).lookingAt()) {
            marks.add(new Mark.Text(title, middle, y, style, colour, Mark.Anchor.MIDDLE, 0));
            return;
        }
        Lettering.Style small = new Lettering.Style(style.size() * 0.72, style.bold());
        String[] parts = {title.substring(0, low), title.substring(low + 1, low + 2), title.substring(low + 2)};
        Lettering.Style[] styles = {style, small, style};
        double x = middle - (Lettering.width(parts[0] + parts[2], style) + Lettering.width(parts[1], small)) / 2;
        for (int p = 0; p < parts.length; p++) {
            double drop = p == 1 ? style.size() * 0.2 : 0;
            String text = parts[p].stripLeading(); // SVG would drop a space at the beginning
            double width = Lettering.width(parts[p], styles[p]);
            double indent = width - Lettering.width(text, styles[p]);
            marks.add(new Mark.Text(text, x + indent, y + drop, styles[p], colour, Mark.Anchor.START, 0));
            x += width;
        }
    }

    /**
     * The names of rows.
     *
     * @param strong rows that are asked about: their names are always drawn, bold and in their colour, and neighbours that
     *     would touch them give way
     */
    static void rows(
            List<Mark> marks,
            Axis axis,
            AxisLayout rows,
            double right,
            double room,
            Map<Integer, ColourRole> strong,
            View view) {
        if (!view.labels()) {
            return;
        }
        Lettering.Style style = style(view, rows.pitch());
        Lettering.Style bold = strong(style);
        int step = step(rows.pitch(), style);
        IntFunction<String> names = names(axis, bold, room - GAP);
        for (int s = 0; s < rows.size(); s++) {
            ColourRole role = strong.get(rows.index(s));
            Lettering.Style as = role == null ? style : bold;
            double y = rows.at(s) + rows.size(s) / 2 + as.drop();
            if (rows.index(s) == AxisLayout.GAP) {
                label(marks, "⋮", right - GAP - 3, y, style, ColourRole.QUIET, Mark.Anchor.MIDDLE, 0, view);
            } else if (role != null || (s % step == 0 && apart(rows, s, strong, style, bold, step))) {
                String label = names.apply(rows.index(s));
                ColourRole colour = role == null ? ColourRole.QUIET : role;
                label(marks, label, right - GAP, y, as, colour, Mark.Anchor.END, 0, view);
            }
        }
    }

    /** The names of columns in a height, if it is enough for them; of those in {@code strong} the same holds as of rows. */
    static void cols(
            List<Mark> marks,
            Axis axis,
            AxisLayout cols,
            double bottom,
            double room,
            Map<Integer, ColourRole> strong,
            View view) {
        if (!view.labels()) {
            return;
        }
        boolean any = room >= leastColRoom(axis, cols.pitch(), view) - ROUNDING;
        boolean level = level(axis, cols.pitch(), view);
        Lettering.Style style = style(view, level ? 30 : cols.pitch() * 1.1);
        Lettering.Style bold = strong(style);
        int step = level ? 1 : step(cols.pitch(), style);
        double tilt = tilt(cols.pitch(), view);
        IntFunction<String> names = names(axis, bold, aslant(axis, cols.pitch(), room, view) + ROUNDING);
        for (int s = 0; s < cols.size(); s++) {
            double middle = cols.at(s) + cols.size(s) / 2;
            boolean gap = cols.index(s) == AxisLayout.GAP;
            ColourRole role = strong.get(cols.index(s));
            Lettering.Style as = role == null ? style : bold;
            ColourRole colour = role == null ? ColourRole.QUIET : role;
            if (level) {
                String label = gap ? "…" : axis.labels().get(cols.index(s));
                label(marks, label, middle, bottom - 6, as, colour, Mark.Anchor.MIDDLE, 0, view);
            } else if (any && (gap || role != null || (s % step == 0 && apart(cols, s, strong, style, bold, step)))) {
                String label = gap ? "…" : names.apply(cols.index(s)); // aslant between names that lean over it
                double x = gap ? middle : middle + as.size() * 0.3;
                label(marks, label, x, bottom - 4, as, colour, Mark.Anchor.START, tilt, view);
            }
        }
    }

    private static void label(
            List<Mark> marks,
            String text,
            double x,
            double y,
            Lettering.Style style,
            ColourRole role,
            Mark.Anchor anchor,
            double turn,
            View view) {
        int colour = view.palette().of(role);
        marks.add(new Mark.Label(new Mark.Text(text, x, y, style, colour, anchor, turn)));
    }

    /** Bold, and never too small to be read: what is pointed at is named even where rows are thin. */
    private static Lettering.Style strong(Lettering.Style style) {
        return Lettering.Style.bold(style.size());
    }

    /** Whether the name in a slot touches none of the strong ones; where all names have room it never does. */
    private static boolean apart(
            AxisLayout slots,
            int slot,
            Map<Integer, ColourRole> strong,
            Lettering.Style style,
            Lettering.Style bold,
            int step) {
        boolean roomy = step == 1 && bold.size() <= style.size();
        double least = (style.size() + bold.size()) / 2 * LINE;
        return roomy
                || strong.keySet().stream()
                        .mapToInt(slots::slotOf)
                        .allMatch(s -> s < 0 || Math.abs(slots.at(s) - slots.at(slot)) >= least);
    }

    /** How far the last tilted label that is drawn in a height reaches beyond its column. */
    static double overhang(Axis axis, double pitch, double room, View view) {
        boolean none = axis.size() == 0 || room < leastColRoom(axis, pitch, view) - ROUNDING;
        if (!view.labels() || none || level(axis, pitch, view)) {
            return 0;
        }
        double widest = widest(axis, Math.max(0, axis.size() - 6), axis.size(), style(view, pitch * 1.1));
        double reach = Math.min(widest, aslant(axis, pitch, room, view)) * Math.cos(Math.toRadians(tilt(pitch, view)));
        return Math.max(0, reach + style(view, pitch).size() * 0.6 - pitch / 2);
    }
}
