package app.regard.draw;

import java.util.ArrayList;
import java.util.List;

/** Text on as many lines as a width asks for. */
public final class Paragraph {
    private static final double LEADING = 1.4;

    private final List<String> lines = new ArrayList<>();
    private final Lettering.Style style;

    private Paragraph(Lettering.Style style) {
        this.style = style;
    }

    /** Breaks a text between words; a word that is wider than a line is cut, and so is the last of {@code most} lines. */
    public static Paragraph of(String text, Lettering.Style style, double width, int most) {
        Paragraph p = new Paragraph(style);
        String rest = text.strip();
        while (!rest.isEmpty()) {
            int end = p.lines.size() == most - 1 ? rest.length() : p.end(rest, width);
            p.lines.add(Lettering.fit(rest.substring(0, end).strip(), style, width));
            rest = rest.substring(end).strip();
        }
        return p;
    }

    /** How many characters the first line takes. */
    private int end(String rest, double width) {
        int end = 0;
        while (end < rest.length()) {
            int space = rest.indexOf(' ', end + 1);
            int next = space < 0 ? rest.length() : space;
            if (end > 0 && Lettering.width(rest.substring(0, next), style) > width) {
                return end;
            }
            end = next;
        }
        return end;
    }

    public double height() {
        return lines.size() * style.size() * LEADING;
    }

    /** The lines, the first one's top at y. */
    public List<Mark> marks(double x, double y, int colour) {
        List<Mark> marks = new ArrayList<>();
        double base = y + style.size();
        for (String line : lines) {
            marks.add(new Mark.Text(line, x, base, style, colour, Mark.Anchor.START, 0));
            base += style.size() * LEADING;
        }
        return marks;
    }
}
