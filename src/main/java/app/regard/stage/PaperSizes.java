package app.regard.stage;

import app.regard.draw.Box;
import app.regard.draw.ColourRole;
import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Mark;
import app.regard.draw.Palette;
import app.regard.draw.Paragraph;
import app.regard.draw.View;
import app.regard.trace.Trace;
import java.util.ArrayList;
import java.util.List;

/** The sizes of Vaswani et al. 2017 (d_model 512, 8 heads of d_k = d_v = 64) drawn to scale: shapes only, no numbers. */
final class PaperSizes {
    private PaperSizes() {}

    private static final int D_MODEL = 512;
    private static final int D_K = 64;
    private static final String NOTE =
            "The paper’s base model, to scale: d_model 512, and in each of 8 heads dₖ = d_v = 64. Shapes only.";

    static Figure of(Trace t, Frame f) {
        View view = f.view();
        Palette palette = view.palette();
        List<Mark> marks = new ArrayList<>();
        int n = Texts.n(t);
        Paragraph note = Paragraph.of(NOTE, view.plain(12.5), f.width() - 4, 3);
        double beside = 52 * view.textScale() + note.height();
        double unit = Math.min((f.height() - beside) / D_MODEL, (f.width() - 160) / (D_MODEL + 2.0 * D_K));
        double top = 34 * view.textScale();
        double x = 2;
        String rows = n + (n == 1 ? " word" : " words");
        x = shape(marks, view, x, top, n, D_MODEL, unit, ColourRole.INK, "X", rows + " × 512");
        x = sign(marks, view, x, top, "·", palette);
        x = shape(marks, view, x, top, D_MODEL, D_K, unit, ColourRole.QUERY, "W_Q, W_K or W_V", "512 × 64");
        x = sign(marks, view, x, top, "=", palette);
        shape(marks, view, x, top, n, D_K, unit, ColourRole.QUERY, "Q, K or V", rows + " × 64");
        double y = Math.min(f.height() - 4 - note.height(), top + D_MODEL * unit + 15 * view.textScale());
        marks.addAll(note.marks(2, y, palette.of(ColourRole.QUIET)));
        return new Figure(f.width(), f.height(), marks, List.of());
    }

    private static double shape(
            List<Mark> marks,
            View view,
            double x,
            double top,
            int rows,
            int cols,
            double unit,
            ColourRole tone,
            String name,
            String size) {
        Palette palette = view.palette();
        Box box = new Box(x, top, Math.max(2, cols * unit), Math.max(2, rows * unit));
        marks.add(new Mark.Rectangle(box, 0, palette.of(tone, 0.18), palette.of(tone), 1));
        marks.add(
                new Mark.Text(name, x, 14 * view.textScale(), view.bold(13.5), palette.of(tone), Mark.Anchor.START, 0));
        marks.add(new Mark.Text(
                size, x, 29 * view.textScale(), view.plain(11.5), palette.of(ColourRole.QUIET), Mark.Anchor.START, 0));
        return Math.max(box.right(), x + 96 * view.textScale());
    }

    private static double sign(List<Mark> marks, View view, double x, double top, String text, Palette palette) {
        marks.add(new Mark.Text(
                text, x + 22, top + 26, view.plain(19), palette.of(ColourRole.QUIET), Mark.Anchor.MIDDLE, 0));
        return x + 44;
    }
}
