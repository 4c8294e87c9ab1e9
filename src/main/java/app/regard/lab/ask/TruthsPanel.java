package app.regard.lab.ask;

import app.regard.draw.Area;
import app.regard.draw.Box;
import app.regard.draw.ColourRole;
import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Lettering;
import app.regard.draw.Mark;
import app.regard.draw.Palette;
import app.regard.draw.Spot;
import app.regard.draw.View;
import app.regard.draw.chart.Highlights;
import app.regard.lab.Panel;
import app.regard.lab.Pointed;
import app.regard.trace.Matrix;
import app.regard.trace.Moment;
import app.regard.trace.NumberTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A panel of statements below each other, each with the place where it is tested.
 *
 * @param opened what each opens
 */
record TruthsPanel(List<Truths.Truth> all, List<Moment> opened) implements Panel {
    private static final String ID = "truths";
    private static final double LINE = 24;

    /** The share of the width that the place has. */
    private static final double WHERE = 0.18;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "What is true, and where it is tested";
    }

    @Override
    public Figure base(Frame frame) {
        View view = frame.view();
        Palette palette = view.palette();
        double line = Math.min(LINE * view.textScale(), frame.height() / all.size());
        Lettering.Style plain = view.plain(Math.min(13.5, line / view.textScale() * 0.72));
        double where = frame.width() * WHERE;
        List<Mark> marks = new ArrayList<>();
        List<Area> areas = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Box box = new Box(2, i * line, frame.width() - 4, line);
            double y = box.centreY() + plain.drop();
            String said = Lettering.fit(i + 1 + ".  " + all.get(i).statement(), plain, box.width() - where - 16);
            String place = Lettering.fit(all.get(i).where() + "  ▸", plain, where);
            marks.add(new Mark.Text(said, box.x() + 6, y, plain, palette.of(ColourRole.INK), Mark.Anchor.START, 0));
            marks.add(
                    new Mark.Text(place, box.right() - 6, y, plain, palette.of(ColourRole.QUERY), Mark.Anchor.END, 0));
            marks.add(new Mark.Line(box.x(), box.bottom(), box.right(), box.bottom(), palette.of(ColourRole.EDGE), 1));
            areas.add(new Area.Place(new Spot(ID, i, 0), box));
        }
        return new Figure(frame.width(), frame.height(), marks, areas);
    }

    @Override
    public Figure marks(Figure base, Pointed at, View view) {
        return Highlights.framed(base, at.in(this) ? at.spot() : Pointed.NOTHING.spot(), view);
    }

    @Override
    public Optional<Spot> start() {
        return Optional.of(new Spot(ID, 0, 0));
    }

    @Override
    public String said(Spot at) {
        Truths.Truth truth = all.get(at.row());
        return truth.statement() + ". " + truth.where() + ": " + truth.seen() + ".";
    }

    @Override
    public Optional<Moment> opens(Spot at) {
        return Optional.of(opened.get(at.row()));
    }

    @Override
    public Frame room(View view) {
        return new Frame(2 * PAGE_WIDTH, (all.size() + 1.5) * LINE * view.textScale(), view);
    }

    /** A row a statement with the stage that it opens, below a lab or alone. */
    @Override
    public NumberTable numbers() {
        return new NumberTable(
                all.stream()
                        .map(t -> t.statement() + " (" + t.where() + ": " + t.seen() + ")")
                        .toList(),
                List.of("stage"),
                Matrix.fill(all.size(), 1, (i, j) -> opened.get(i).stage()));
    }
}
