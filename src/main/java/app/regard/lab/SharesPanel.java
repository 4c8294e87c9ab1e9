package app.regard.lab;

import app.regard.draw.Axis;
import app.regard.draw.ColourRole;
import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Scale;
import app.regard.draw.Spot;
import app.regard.draw.Table;
import app.regard.draw.View;
import app.regard.draw.chart.Bars;
import app.regard.draw.chart.Equation;
import app.regard.draw.chart.Highlights;
import app.regard.stage.Operation;
import app.regard.stage.Term;
import app.regard.stage.Why;
import app.regard.trace.NumberTable;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A panel of shares, 0 to 1, with names at rows and columns: bars, or coloured cells with their numbers where there are several columns.
 *
 * @param note what is said of each of them: "measured on 400 sentences"
 */
public record SharesPanel(String id, String title, NumberTable numbers, String note) implements Panel {
    @Override
    public Figure base(Frame frame) {
        if (numbers.columns().size() == 1) {
            return FramedBars.of(frame, this::bars);
        }
        Table table = new Table(
                id,
                false,
                "",
                ColourRole.QUERY,
                new Axis(id + "-rows", numbers.rows()),
                new Axis(id + "-columns", numbers.columns()),
                numbers.values()::at,
                new Scale(1, false),
                true,
                true);
        return Equation.of(List.of(table), frame);
    }

    private Figure bars(Frame frame) {
        List<Bars.Bar> bars = IntStream.range(0, numbers.rows().size())
                .mapToObj(i -> new Bars.Bar(
                        numbers.rows().get(i),
                        numbers.values().at(i, 0),
                        Optional.of(new Spot(id, i, 0)),
                        Bars.Emphasis.NONE))
                .toList();
        return Bars.of(bars, ColourRole.QUERY, frame);
    }

    @Override
    public Figure marks(Figure base, Pointed at, View view) {
        if (numbers.columns().size() == 1) {
            return Highlights.framed(base, at.in(this) ? at.spot() : Pointed.NOTHING.spot(), view);
        }
        List<Highlights.Glow> glows = at.in(this) && at.spot().isCell()
                ? List.of(new Highlights.Glow(at.spot(), Highlights.Kind.ASKED, ColourRole.ASK))
                : List.of();
        return Highlights.over(base, glows, view);
    }

    @Override
    public boolean bringsNames() {
        return numbers.columns().size() > 1;
    }

    @Override
    public Optional<Why> why(Spot at) {
        if (!at.isCell()) {
            return Optional.empty();
        }
        double share = numbers.values().at(at.row(), at.col());
        String about = numbers.rows().get(at.row()) + ", " + numbers.columns().get(at.col());
        List<Term> terms = List.of(new Term("", List.of(share), List.of()));
        return Optional.of(new Why(at, share, about, "share", Operation.GIVEN, terms, note));
    }
}
