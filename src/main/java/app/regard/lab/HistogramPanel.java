package app.regard.lab;

import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Spot;
import app.regard.draw.View;
import app.regard.draw.chart.Histogram;
import app.regard.draw.chart.PlotMarks;
import app.regard.stage.Why;
import app.regard.trace.Matrix;
import app.regard.trace.NumberTable;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A panel that is a histogram.
 *
 * @param counted what lies in the bins, in words: "scores"
 */
public record HistogramPanel(String title, Histogram plot, String counted) implements Panel {
    @Override
    public String id() {
        return plot.name();
    }

    @Override
    public Figure base(Frame frame) {
        return plot.in(frame);
    }

    @Override
    public Figure marks(Figure base, Pointed at, View view) {
        return PlotMarks.over(base, at.in(this) ? at.spot() : Pointed.NOTHING.spot(), view);
    }

    @Override
    public Optional<Why> why(Spot at) {
        double height = plot.distributions().get(at.row()).heights().get(at.col());
        boolean shares = plot.up().equals("share");
        boolean end = at.col() == 0 || at.col() == plot.bins().count() - 1;
        String about = (shares ? "share of " : "how many ") + counted + " from "
                + plot.bins().edge(at.col()) + " to " + plot.bins().edge(at.col() + 1);
        String note = end ? "Counted, with whatever lies beyond." : "Counted.";
        return Optional.of(Why.given(at, height, about, plot.up(), note));
    }

    /** A row a bin, named by where it begins, from the first to the last that holds anything. */
    @Override
    public NumberTable numbers() {
        List<Histogram.Distribution> all = plot.distributions();
        int[] filled = IntStream.range(0, plot.bins().count())
                .filter(b -> all.stream().anyMatch(d -> d.heights().get(b) > 0))
                .toArray();
        int first = filled.length == 0 ? 0 : filled[0];
        int end = filled.length == 0 ? 0 : filled[filled.length - 1] + 1;
        return new NumberTable(
                IntStream.range(first, end)
                        .mapToObj(b -> Form.Range.plain(plot.bins().edge(b)))
                        .toList(),
                all.stream().map(Histogram.Distribution::label).toList(),
                Matrix.fill(
                        end - first, all.size(), (b, d) -> all.get(d).heights().get(first + b)));
    }
}
