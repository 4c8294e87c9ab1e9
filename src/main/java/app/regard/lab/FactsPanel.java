package app.regard.lab;

import app.regard.draw.Area;
import app.regard.draw.Box;
import app.regard.draw.ColourRole;
import app.regard.draw.DecimalFormatter;
import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Lettering;
import app.regard.draw.Mark;
import app.regard.draw.Spot;
import app.regard.draw.View;
import app.regard.draw.chart.Highlights;
import app.regard.stage.Why;
import app.regard.trace.Matrix;
import app.regard.trace.Moment;
import app.regard.trace.NumberTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A panel of named numbers, one a line.
 *
 * @param facts in order
 */
public record FactsPanel(String id, String title, List<Fact> facts) implements Panel {
    private static final double LINE = 30;

    /** Lines that are less high have smaller letters. */
    private static final double TIGHT = 19;

    private static final int MORE_DECIMALS = 2;

    /**
     * A number with a name.
     *
     * @param why where it comes from, if that is told
     */
    public record Fact(String name, double value, Optional<Why> why) {}

    public FactsPanel {
        facts = List.copyOf(facts);
    }

    @Override
    public Figure base(Frame frame) {
        View view = frame.view();
        double line = Math.min(LINE * view.textScale(), (frame.height() - 4) / Math.max(1, facts.size()));
        double size = line < TIGHT * view.textScale() ? 11 : 13;
        Lettering.Style style = view.plain(size);
        int ink = view.palette().of(ColourRole.INK);
        List<Mark> marks = new ArrayList<>();
        List<Area> areas = new ArrayList<>();
        for (int i = 0; i < facts.size(); i++) {
            Box box = new Box(2, 2 + i * line, frame.width() - 4, line);
            double base = box.centreY() + style.drop();
            String number = number(facts.get(i).value(), view.decimals() + MORE_DECIMALS);
            double room = box.width() - 24 - Lettering.width(number, view.bold(size));
            String name = Lettering.fit(facts.get(i).name(), style, room);
            marks.add(new Mark.Text(name, box.x() + 8, base, style, ink, Mark.Anchor.START, 0));
            marks.add(new Mark.Text(number, box.right() - 8, base, view.bold(size), ink, Mark.Anchor.END, 0));
            marks.add(new Mark.Line(
                    box.x(),
                    box.bottom(),
                    box.right(),
                    box.bottom(),
                    view.palette().of(ColourRole.EDGE),
                    1));
            areas.add(new Area.Place(new Spot(id, i, 0), box));
        }
        return new Figure(frame.width(), frame.height(), marks, areas);
    }

    /** Whole numbers without decimals; what is not there is a dash. */
    private static String number(double value, int decimals) {
        return Double.isNaN(value)
                ? "–"
                : value == Math.rint(value) && Math.abs(value) >= 10
                        ? Form.Range.plain(value)
                        : DecimalFormatter.text(value, decimals);
    }

    @Override
    public Figure marks(Figure base, Pointed at, View view) {
        return Highlights.framed(base, at.in(this) ? at.spot() : Pointed.NOTHING.spot(), view);
    }

    @Override
    public Optional<Spot> start() {
        return Optional.empty();
    }

    @Override
    public Optional<Why> why(Spot at) {
        return facts.get(at.row()).why();
    }

    @Override
    public String said(Spot at) {
        Fact fact = facts.get(at.row());
        return fact.name() + ": " + number(fact.value(), View.USUAL.decimals() + MORE_DECIMALS);
    }

    @Override
    public Optional<Moment> opens(Spot at) {
        return Optional.empty();
    }

    @Override
    public NumberTable numbers() {
        return new NumberTable(
                facts.stream().map(Fact::name).toList(),
                List.of("value"),
                Matrix.fill(facts.size(), 1, (i, j) -> facts.get(i).value()));
    }
}
