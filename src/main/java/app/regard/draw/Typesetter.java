package app.regard.draw;

import java.util.ArrayList;
import java.util.List;

/** The typesetter of formulas: real subscripts, superscripts and fractions in the one face of all figures. */
public final class Typesetter {
    private static final double SIZE = 14;
    private static final double QUIET_SIZE = 12;
    private static final double SCRIPT = 0.72;
    private static final double OVER = 0.86;
    private static final double LEAST = 9;
    private static final double GAP = 28;
    private static final double LEAD = 5;

    /** How far scripts stand below and above the line, and the bar of a fraction above it, in sizes. */
    private static final double LOW = 0.2;

    private static final double HIGH = 0.4;
    private static final double BAR = 0.28;
    private static final double ASCENT = 0.78;
    private static final double DESCENT = 0.22;

    private Typesetter() {}

    /** Letters, or without them a bar, at a place from the beginning of the line. */
    private record Ink(String text, double x, double y, double size, double width) {
        Ink moved(double dx, double dy) {
            return new Ink(text, x + dx, y + dy, size, width);
        }
    }

    /** Something set, from its beginning on the line. */
    private record Piece(double width, double up, double down, List<Ink> ink) {
        static final Piece NOTHING = new Piece(0, 0, 0, List.of());

        /** This, and another thing somewhere beside it. */
        Piece with(Piece other, double x, double y) {
            List<Ink> all = new ArrayList<>(ink);
            other.ink.forEach(i -> all.add(i.moved(x, y)));
            return new Piece(
                    Math.max(width, x + other.width), Math.max(up, other.up - y), Math.max(down, other.down + y), all);
        }
    }

    /** A formula on a figure as wide as asked for and as high as it needs; what a line has no room for follows below it. */
    public static Figure figure(Formula formula, double width, View view) {
        double scale = scale(formula, width, view);
        double aligned = formula.lines().stream()
                .mapToDouble(
                        line -> set(line.before(), size(line, view) * scale).width())
                .max()
                .orElse(0);
        List<Mark> marks = new ArrayList<>();
        double y = 0;
        for (Formula.Line line : formula.lines()) {
            double size = size(line, view) * scale;
            Piece before = set(line.before(), size);
            double indent = before.width() == 0 ? 0 : aligned;
            Piece row = Piece.NOTHING.with(before, indent - before.width(), 0);
            double x = indent + (before.width() == 0 ? 0 : size * 0.28);
            double start = x;
            for (Formula.Term part : line.parts()) {
                Piece next = set(part, size);
                if (x > start && x + next.width() > width) {
                    y = put(marks, row, y, line.quiet(), view);
                    row = Piece.NOTHING;
                    x = start;
                }
                row = row.with(next, x, 0);
                x += next.width() + GAP * view.textScale();
            }
            y = put(marks, row, y, line.quiet(), view);
        }
        return new Figure(width, y, marks, List.of());
    }

    private static double size(Formula.Line line, View view) {
        return (line.quiet() ? QUIET_SIZE : SIZE) * view.textScale();
    }

    /** Smaller letters where the longest part would else be wider than all there is. */
    private static double scale(Formula formula, double width, View view) {
        double widest = formula.lines().stream()
                .mapToDouble(line -> line.parts().stream()
                        .mapToDouble(
                                part -> set(line.before(), size(line, view)).width()
                                        + set(part, size(line, view)).width())
                        .max()
                        .orElse(0))
                .max()
                .orElse(0);
        return Math.min(1, Math.max(0.6, (width - 4) / Math.max(1, widest)));
    }

    /** Where the next line begins. */
    private static double put(List<Mark> marks, Piece row, double top, boolean quiet, View view) {
        double base = top + row.up();
        int colour = view.palette().of(quiet ? ColourRole.QUIET : ColourRole.INK);
        for (Ink ink : row.ink()) {
            double y = base + ink.y();
            marks.add(
                    ink.text().isEmpty()
                            ? new Mark.Line(ink.x(), y, ink.x() + ink.width(), y, colour, ink.size() * 0.07)
                            : new Mark.Text(
                                    ink.text(),
                                    ink.x(),
                                    y,
                                    new Lettering.Style(ink.size(), false),
                                    colour,
                                    Mark.Anchor.START,
                                    0));
        }
        return base + row.down() + LEAD * view.textScale();
    }

    private static Piece set(Formula.Term term, double wanted) {
        double size = Math.round(wanted * 2) / 2.0;
        if (term instanceof Formula.Letters letters) {
            return letters(letters.text(), size);
        }
        if (term instanceof Formula.Script script) {
            Piece low = set(script.low(), script(size));
            Piece high = set(script.high(), script(size));
            return Piece.NOTHING.with(low, 0, size * LOW).with(high, 0, -size * HIGH);
        }
        if (term instanceof Formula.Fraction fraction) {
            return fraction(set(fraction.over(), size * OVER), set(fraction.under(), size * OVER), size);
        }
        Piece row = Piece.NOTHING;
        for (Formula.Term one : ((Formula.Row) term).terms()) {
            row = row.with(set(one, size), row.width(), 0);
        }
        return row;
    }

    /** Scripts of scripts stay legible. */
    private static double script(double size) {
        return Math.max(size * SCRIPT, Math.min(size, LEAST));
    }

    private static Piece letters(String text, double size) {
        Lettering.Style style = new Lettering.Style(size, false);
        String shown = text.strip(); // SVG would drop a blank at an end
        double indent = Lettering.width(text.substring(0, text.indexOf(shown)), style);
        List<Ink> ink = shown.isEmpty() ? List.of() : List.of(new Ink(shown, indent, 0, size, 0));
        return new Piece(Lettering.width(text, style), size * ASCENT, size * DESCENT, ink);
    }

    private static Piece fraction(Piece over, Piece under, double size) {
        double width = Math.max(over.width(), under.width()) + size * 0.3;
        double gap = size * 0.14;
        double bar = -size * BAR;
        Piece line = new Piece(width, 0, 0, List.of(new Ink("", 0, bar, size, width)));
        return line.with(over, (width - over.width()) / 2, bar - gap - over.down())
                .with(under, (width - under.width()) / 2, bar + gap + under.up());
    }
}
