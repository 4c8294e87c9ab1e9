package app.regard.lab.look;

import app.regard.draw.ColourRole;
import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Lettering;
import app.regard.draw.Mark;
import app.regard.draw.Paragraph;
import app.regard.draw.View;
import app.regard.heads.HeadsTable;
import app.regard.lab.Panel;
import app.regard.lab.Pointed;
import app.regard.stage.HeadGrid;
import app.regard.stage.WeightFigures;
import app.regard.trace.HeadId;
import app.regard.trace.NumberTable;
import app.regard.trace.Refusal;
import java.util.ArrayList;
import java.util.List;

/** One of many heads: its weights as a large map, and what it does as numbers. */
record HeadPanel(HeadsFound found, HeadId head) implements Panel {
    private static final int MOST_LINES = 12;
    private static final double LINE = 20;
    private static final double LOWEST_MAP = 120;

    @Override
    public String id() {
        return "head";
    }

    @Override
    public String title() {
        return head.text();
    }

    @Override
    public Panel at(Pointed at) {
        return at.panel().equals(HeadGrid.HEADS) ? new HeadPanel(found, HeadGrid.id(at.spot())) : this;
    }

    /** The map only shows: what is pointed at stays the head. */
    @Override
    public Figure base(Frame frame) {
        View view = frame.view();
        List<String> lines = found.description(head);
        String average = lines.isEmpty()
                ? "What heads do is told where the tokens that ask also answer."
                : "Average weight that goes to …, over " + found.terms().average() + ":";
        Paragraph about = Paragraph.of(average, view.plain(12), frame.width(), 3);
        double line = LINE * view.textScale();
        double below = about.height() + lines.size() * line + 16;
        double high = Math.max(LOWEST_MAP, Math.min(frame.width(), frame.height() - below));
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark.Moved(map(frame.withSize(frame.width(), high)), 0, 0));
        double y = high + 8;
        marks.addAll(about.marks(0, y, view.palette().of(ColourRole.QUIET)));
        Lettering.Style style = view.plain(13);
        int ink = view.palette().of(ColourRole.INK);
        y += about.height() + line / 2 + 4;
        for (String text : lines) {
            String fitted = Lettering.fit(text, style, frame.width());
            marks.add(new Mark.Text(fitted, 0, y + style.drop(), style, ink, Mark.Anchor.START, 0));
            y += line;
        }
        return new Figure(frame.width(), frame.height(), marks, List.of());
    }

    private Figure map(Frame frame) {
        try {
            return WeightFigures.heatMap(found.heads().weights(head.layer(), head.head()), found.keys(), frame);
        } catch (Refusal e) { // the file has changed since
            String why = String.valueOf(e.getMessage());
            Paragraph told = Paragraph.of(why, frame.view().plain(12), frame.width(), MOST_LINES);
            int ink = frame.view().palette().of(ColourRole.INK);
            return new Figure(frame.width(), frame.height(), told.marks(0, 0, ink), List.of());
        }
    }

    @Override
    public boolean heavy() {
        return found.slow();
    }

    @Override
    public Frame room(View view) {
        return new Frame(300, 300 + 220 * view.textScale(), view);
    }

    @Override
    public NumberTable numbers() {
        return HeadsTable.of(found.does(head).stream().toList());
    }
}
