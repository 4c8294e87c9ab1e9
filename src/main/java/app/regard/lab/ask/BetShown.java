package app.regard.lab.ask;

import app.regard.draw.DecimalFormatter;
import app.regard.lab.Facts;
import app.regard.lab.Panel;
import app.regard.lab.Snapshot;
import app.regard.stage.Content;
import app.regard.stage.Stages;
import app.regard.trace.Grid;
import app.regard.trace.Moment;
import app.regard.trace.Sentence;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What is shown of a bet: its bars, and once it is settled the truth over them and how far apart they are. */
record BetShown(Bet.Settings now, Moment here, Content seen) {
    private Sentence words() {
        return seen.weights().to();
    }

    private double truth(int j) {
        Grid a = seen.weights().a();
        return a.at(now.query(), j);
    }

    /** ½·Σ│p − a│, or NaN while the truth is hidden. */
    private double variation() {
        double sum = IntStream.range(0, words().size())
                .mapToDouble(j -> Math.abs(now.shares().get(j) - truth(j)))
                .sum();
        return now.settled() ? sum / 2 : Double.NaN;
    }

    Snapshot snapshot() {
        String word = seen.weights().from().word(now.query());
        Moment opened = new Moment(here.experiment(), Stages.WEIGHTS, now.query());
        Panel bars = new BetPanel(
                "Row of “" + word + "”: your bet" + (now.settled() ? ", and the truth as a line" : ""),
                now.shares(),
                IntStream.range(0, words().size())
                        .mapToObj(j -> now.settled() ? truth(j) : Double.NaN)
                        .toList(),
                seen,
                opened);
        Panel facts = new Facts()
                .given("total variation", variation(), "½·Σ│p − a│ over the words.")
                .panel(now.settled() ? "How far apart" : "The truth is hidden");
        return new Snapshot(List.of(bars, facts), said(word));
    }

    private String said(String word) {
        if (!now.settled()) {
            return "Where will “" + word + "” look among its " + words().size()
                    + " words? Place your bet, then have the truth " + "shown.";
        }
        int missed = IntStream.range(0, words().size())
                .boxed()
                .max(Comparator.comparingDouble(j -> Math.abs(now.shares().get(j) - truth(j))))
                .orElse(0);
        return "Total variation " + DecimalFormatter.text(variation(), 4) + ". The largest difference is “"
                + words().word(missed) + "”: you bet "
                + DecimalFormatter.text(now.shares().get(missed), 2) + ", it is "
                + DecimalFormatter.text(truth(missed), 4) + ".";
    }
}
