package app.regard.lab.ask;

import app.regard.draw.DecimalFormatter;
import app.regard.lab.Facts;
import app.regard.lab.Panel;
import app.regard.lab.Snapshot;
import app.regard.stage.Stages;
import app.regard.trace.Moment;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What is shown of a bet: its bars, and once it is settled the truth over them and how far apart they are. */
record BetShown(Bet.Settings now, Moment here, RowOrColumn line) {
    /** Of a row ½·Σ│p − a│, of a column the mean of │p − a│; NaN while the truth is hidden. */
    private double score() {
        double sum = IntStream.range(0, line.count()).mapToDouble(this::off).sum();
        return now.settled() ? sum / (line.row() ? 2 : line.count()) : Double.NaN;
    }

    private double off(int j) {
        return Math.abs(now.shares().get(j) - line.at(j));
    }

    private String name() {
        return line.row() ? "total variation" : "mean difference";
    }

    private String rule() {
        return line.row()
                ? "½·Σ│p − a│ over the words: 0 is a perfect bet, 1 the worst."
                : "The mean of │p − a│ over the words: 0 is a perfect bet. A column need not sum to 1.";
    }

    Snapshot snapshot() {
        int asks = line.row() ? line.seen().token(now.query()) : here.query();
        Moment opened = new Moment(here.experiment(), Stages.WEIGHTS, asks);
        Panel bars = new BetPanel(
                (line.row() ? "Row" : "Column") + " of “" + line.own() + "”: your bet"
                        + (now.settled() ? ", and the truth as a line" : ""),
                now.shares(),
                IntStream.range(0, line.count())
                        .mapToObj(j -> now.settled() ? line.at(j) : Double.NaN)
                        .toList(),
                line,
                opened);
        Panel facts = new Facts()
                .given(name(), score(), rule())
                .panel(now.settled() ? "How far apart" : "The truth is hidden");
        return new Snapshot(List.of(bars, facts), said());
    }

    private String said() {
        if (!now.settled()) {
            return (line.row()
                            ? "Where will “" + line.own() + "” look among its " + line.count() + " words?"
                            : "How much will each of the " + line.count() + " words give to “" + line.own() + "”?")
                    + " Place your bet, then have the truth shown.";
        }
        int missed = IntStream.range(0, line.count())
                .boxed()
                .max(Comparator.comparingDouble(this::off))
                .orElse(0);
        return (line.row() ? "Total variation " : "Mean difference ") + DecimalFormatter.claimed(score(), 4) + ". "
                + rule()
                + " The largest difference is “" + line.others().shown(missed) + "”: you bet "
                + DecimalFormatter.claimed(now.shares().get(missed), 2) + ", it is "
                + DecimalFormatter.claimed(line.at(missed), 4) + ".";
    }
}
