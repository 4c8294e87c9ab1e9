package app.regard.lab.ask;

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
import app.regard.draw.chart.Highlights;
import app.regard.lab.Panel;
import app.regard.lab.Pointed;
import app.regard.stage.Exportable;
import app.regard.stage.Why;
import app.regard.stage.Words;
import app.regard.trace.Matrix;
import app.regard.trace.Moment;
import app.regard.trace.NumberTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A panel of upright bars that can be dragged, one a word, with the truth as a line over each.
 *
 * @param truth what each weight really is, or NaN while that is hidden
 */
record BetPanel(String title, List<Double> bet, List<Double> truth, RowOrColumn line, Moment here) implements Panel {
    /** The parts of the height below and above the bars. */
    private static final double BELOW = 0.14;

    private static final double ABOVE = 0.1;

    BetPanel {
        bet = List.copyOf(bet);
        truth = List.copyOf(truth);
    }

    /** The share that a height stands for, both from the bottom. */
    static double share(double height) {
        return (height - BELOW) / (1 - BELOW - ABOVE);
    }

    @Override
    public String id() {
        return Bet.BARS;
    }

    @Override
    public Figure base(Frame frame) {
        Palette palette = frame.view().palette();
        Lettering.Style plain = frame.view().plain(12);
        List<Mark> marks = new ArrayList<>();
        List<Area> areas = new ArrayList<>();
        double pitch = frame.width() / bet.size();
        double full = frame.height() * (1 - BELOW - ABOVE);
        double bottom = frame.height() * (1 - BELOW);
        List<String> words = Words.labels(line.others());
        for (int j = 0; j < bet.size(); j++) {
            Box column = new Box(j * pitch, 0, pitch, frame.height());
            double wide = Math.min(56, pitch * 0.7);
            double left = column.centreX() - wide / 2;
            double high = Math.max(1, full * bet.get(j));
            marks.add(new Mark.Rectangle(
                    new Box(left, bottom - full, wide, full), 4, palette.of(ColourRole.FAINT), 0, 0));
            marks.add(new Mark.Rectangle(
                    new Box(left, bottom - high, wide, high), 3, palette.of(ColourRole.QUERY, 0.6), 0, 0));
            String number = DecimalFormatter.text(bet.get(j), 2);
            double y = bottom - full - 6;
            if (!truth.get(j).isNaN()) {
                double line = bottom - full * truth.get(j);
                marks.add(new Mark.Line(left - 5, line, left + wide + 5, line, palette.of(ColourRole.VALUE), 3));
                number += " / " + DecimalFormatter.text(truth.get(j), 2);
            }
            if (Lettering.width(number, plain) <= pitch) {
                marks.add(text(number, column.centreX(), y, plain, palette.of(ColourRole.QUIET)));
            }
            String word = Lettering.fit(words.get(j), plain, pitch - 4);
            marks.add(text(word, column.centreX(), bottom + plain.size() * 1.4, plain, palette.of(ColourRole.INK)));
            areas.add(new Area.Place(new Spot(id(), 0, j), column));
        }
        return new Figure(frame.width(), frame.height(), marks, areas);
    }

    private static Mark text(String text, double x, double y, Lettering.Style style, int colour) {
        return new Mark.Text(text, x, y, style, colour, Mark.Anchor.MIDDLE, 0);
    }

    @Override
    public Figure marks(Figure base, Pointed at, View view) {
        return Highlights.framed(base, at.in(this) ? at.spot() : Pointed.NOTHING.spot(), view);
    }

    @Override
    public Optional<Spot> start() {
        return Optional.of(new Spot(id(), 0, 0));
    }

    /** The bars need the room, the one number beside them does not. */
    @Override
    public boolean main() {
        return true;
    }

    /** Of a hidden weight only the bet is told. */
    @Override
    public Optional<Why> why(Spot at) {
        int j = at.col();
        if (!truth.get(j).isNaN()) {
            return Optional.of(line.seen().why(here.query(), line.cell(j)));
        }
        String about = "your bet on " + line.others().shown(j);
        return Optional.of(Why.given(at, bet.get(j), about, "bet", "The truth is hidden."));
    }

    @Override
    public Optional<Moment> opens(Spot at) {
        return truth.get(0).isNaN() ? Optional.empty() : Optional.of(here);
    }

    /** Of a hidden row each word with all on it, and how far off that is; of a column each word as the one that looks most. */
    @Override
    public List<Exportable.Guess> guesses() {
        if (!truth.get(0).isNaN()) {
            return List.of();
        }
        List<String> words = Words.labels(line.others());
        int most = IntStream.range(0, bet.size())
                .boxed()
                .max(Comparator.comparingDouble(line::at))
                .orElse(0);
        return IntStream.range(0, bet.size())
                .mapToObj(j -> new Exportable.Guess(
                        words.get(j),
                        line.row()
                                ? "All on “" + words.get(j) + "”: " + DecimalFormatter.claimed(1 - line.at(j), 4)
                                        + " of it is elsewhere. The row: " + line.numbers() + "."
                                : (line.at(j) == line.at(most) ? "Right. " : "Not so. ") + "Most comes from “"
                                        + words.get(most) + "”, " + DecimalFormatter.claimed(line.at(most), 4)
                                        + ". The column: " + line.numbers() + "."))
                .toList();
    }

    @Override
    public NumberTable numbers() {
        return new NumberTable(
                Words.labels(line.others()),
                List.of("bet", "truth"),
                Matrix.fill(bet.size(), 2, (j, c) -> c == 0 ? bet.get(j) : truth.get(j)));
    }
}
