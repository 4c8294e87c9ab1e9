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
import app.regard.stage.Why;
import app.regard.trace.Matrix;
import app.regard.trace.NumberTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A panel of named numbers, one a line, in columns where there are many.
 *
 * @param facts in order
 * @param row what they are called as one row of a table, which has a column for each; empty where each is a row
 */
public record FactsPanel(String id, String title, List<Fact> facts, String row) implements Panel {
    private static final double LINE = 30;

    /** Lines that are less high have smaller letters. */
    private static final double TIGHT = 19;

    /** What would be less high stands in columns beside each other. */
    private static final double LEAST = 14;

    /** Room for the title above the lines. */
    private static final double TITLE = 30;

    private static final int MOST_COLUMNS = 4;
    private static final double GAP = 14;
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

    /** A panel whose numbers are a row each. */
    public FactsPanel(String id, String title, List<Fact> facts) {
        this(id, title, facts, "");
    }

    /** The panel {@code end} of a run: what it has come to, in numbers without Whys. */
    public static FactsPanel end(String title, String row, List<String> names, double... values) {
        List<Fact> facts = IntStream.range(0, values.length)
                .mapToObj(i -> new Fact(names.get(i), values[i], Optional.empty()))
                .toList();
        return new FactsPanel("end", title, facts, row);
    }

    @Override
    public Figure base(Frame frame) {
        View view = frame.view();
        double least = LEAST * view.textScale();
        int fitting = Math.max(1, (int) ((frame.height() - 4) / least));
        int columns = Math.min(MOST_COLUMNS, (facts.size() + fitting - 1) / fitting);
        int lines = Math.max(1, (facts.size() + Math.max(1, columns) - 1) / Math.max(1, columns));
        double line = Math.min(LINE * view.textScale(), (frame.height() - 4) / lines);
        double size = line < TIGHT * view.textScale() ? 11 : 13;
        double wide = (frame.width() - 4 - (columns - 1) * GAP) / Math.max(1, columns);
        Lettering.Style style = view.plain(size);
        int ink = view.palette().of(ColourRole.INK);
        List<Mark> marks = new ArrayList<>();
        List<Area> areas = new ArrayList<>();
        for (int i = 0; i < facts.size(); i++) {
            int column = i / lines;
            Box box = new Box(2 + column * (wide + GAP), 2 + i % lines * line, wide, line);
            double base = box.centreY() + style.drop();
            String number = DecimalFormatter.claimed(facts.get(i).value(), view.decimals() + MORE_DECIMALS);
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

    @Override
    public Frame room(View view) {
        Frame usual = Panel.super.room(view);
        double lines = (TITLE + facts.size() * LINE) * view.textScale();
        return usual.withSize(usual.width(), Math.min(usual.height(), lines));
    }

    @Override
    public Optional<Why> why(Spot at) {
        return facts.get(at.row()).why();
    }

    @Override
    public String said(Spot at) {
        Fact fact = facts.get(at.row());
        return fact.name() + ": " + DecimalFormatter.claimed(fact.value(), View.USUAL.decimals() + MORE_DECIMALS);
    }

    @Override
    public NumberTable numbers() {
        List<String> names = facts.stream().map(Fact::name).toList();
        Matrix down = Matrix.fill(facts.size(), 1, (i, j) -> facts.get(i).value());
        return row.isEmpty()
                ? new NumberTable(names, List.of("value"), down)
                : new NumberTable(List.of(row), names, down.transposed());
    }
}
