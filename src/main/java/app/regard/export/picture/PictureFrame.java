package app.regard.export.picture;

import app.regard.draw.Box;
import app.regard.draw.ColourRole;
import app.regard.draw.Figure;
import app.regard.draw.Mark;
import app.regard.draw.Paragraph;
import app.regard.draw.Ramp;
import app.regard.draw.View;
import app.regard.trace.Refusal;
import java.util.ArrayList;
import java.util.List;

/** Margins, ground and caption around what is drawn. */
final class PictureFrame {
    static final double MARGIN = 24;

    /** On a page there are margins enough. */
    static final double PRINT_MARGIN = 4;

    private static final double NARROWEST_CAPTION = 260;
    private static final int WHITE = 0xFFFFFFFF;

    private PictureFrame() {}

    /**
     * A figure made ready to be taken away.
     *
     * @param title the sentence
     * @param about where the numbers come from
     * @throws Refusal if a page is too narrow for it: what runs out of it would be cut off
     */
    static Figure around(Figure inner, String title, String about, PictureStyle style) {
        View view = style.drawn();
        double margin = style.print() ? PRINT_MARGIN : MARGIN;
        if (style.print() && !TextReach.within(inner, margin)) {
            throw new Refusal("Not all of this figure has room in that width: make it wider, or its labels smaller.");
        }
        double width = Math.max(inner.width(), style.caption() && !style.print() ? NARROWEST_CAPTION : 0);
        List<Mark> marks = new ArrayList<>();
        double height = inner.height();
        if (style.caption()) {
            Paragraph sentence = Paragraph.of("“" + title + "”", view.plain(13), width, 3);
            Paragraph origin = Paragraph.of(about, view.plain(11.5), width, 3);
            double y = margin + height + 14;
            marks.addAll(sentence.marks(margin, y, view.palette().of(ColourRole.INK)));
            marks.addAll(origin.marks(
                    margin, y + sentence.height() + 2, view.palette().of(ColourRole.QUIET)));
            height += 14 + sentence.height() + origin.height();
        }
        Box all = new Box(
                0,
                0,
                style.print() ? width + 2 * margin : Math.ceil(width + 2 * margin),
                Math.ceil(height + 2 * margin));
        if (style.ground() != Ground.TRANSPARENT) {
            int ground = style.ground() == Ground.WHITE ? WHITE : view.palette().of(ColourRole.GROUND);
            marks.add(0, new Mark.Rectangle(all, 0, ground, 0, 0));
        }
        Figure sheet = new Figure(all.width(), all.height(), marks, List.of()).with(inner, margin, margin);
        // in greys frames and names are grey too: paper that has no colours would mix them up
        return view.ramp() == Ramp.GREY
                ? new Figure(
                        sheet.width(), sheet.height(), List.of(brush -> sheet.on(new GreyBrush(brush))), sheet.areas())
                : sheet;
    }
}
