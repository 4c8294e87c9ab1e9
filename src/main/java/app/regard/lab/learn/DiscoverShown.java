package app.regard.lab.learn;

import app.regard.draw.DecimalFormatter;
import app.regard.draw.chart.PlotAxis;
import app.regard.engine.AgreementScores;
import app.regard.engine.AgreementTexts;
import app.regard.engine.AgreementTexts.Kind;
import app.regard.engine.AskedText;
import app.regard.engine.Attention;
import app.regard.engine.TextNetwork;
import app.regard.lab.FactsPanel;
import app.regard.lab.Panel;
import app.regard.lab.RowPanel;
import app.regard.lab.SharesPanel;
import app.regard.lab.Snapshot;
import app.regard.source.NetworkRecipe;
import app.regard.source.TraceContent;
import app.regard.stage.Stages;
import app.regard.trace.Matrix;
import app.regard.trace.Moment;
import app.regard.trace.NumberTable;
import app.regard.trace.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is shown of heads that learn is and are: accuracy by kind of sentence over the steps and at one of them, and how one
 * sentence is read.
 *
 * @param typed the sentence in the field
 * @param points what was measured
 */
record DiscoverShown(Discover.Settings now, String typed, List<Discover.Point> points)
        implements MeasuredRun<Discover.Point> {
    private static final double REACHED = 0.95;

    DiscoverShown {
        points = List.copyOf(points);
    }

    @Override
    public int steps() {
        return now.steps();
    }

    @Override
    public int stride() {
        return now.every();
    }

    private AgreementScores scores(Discover.Point at) {
        return at.scores().get(now.chosen());
    }

    private NetworkRecipe recipe() {
        return now.recipe(now.layers());
    }

    /** The sentence that was typed, if the network has read all its words; else the act's own. */
    private String sentence() {
        try {
            recipe().read(typed);
            return typed;
        } catch (Refusal unknown) {
            return (now.act() == 1 ? Kind.PLAIN : now.act() == 2 ? Kind.FRONTED : Kind.FRONTED_QUALITY).example();
        }
    }

    private Moment moment(Discover.Point at) {
        int last = recipe().read(sentence()).size() - 1;
        return new Moment(recipe().experiment(sentence(), at.step(), now.layers() - 1), Stages.WEIGHTS, last);
    }

    @Override
    public Snapshot at(int step) {
        int here = point(step);
        Discover.Point at = points.get(here);
        return new Snapshot(List.of(curves(here), row(at), kinds(at), end(at)), said(at));
    }

    private Panel curves(int here) {
        List<Curves.Curve> curves = List.of(
                new Curves.Curve(
                        "held out",
                        points.stream().map(p -> scores(p).right(Kind.PLAIN)).toList()),
                new Curves.Curve(
                        "fronted",
                        points.stream().map(p -> scores(p).right(Kind.FRONTED)).toList()));
        return new Curves(
                        "curves",
                        "Right between is and are, " + Discover.layers(now.layers()),
                        new PlotAxis.Linear("share", 0, 1, 0.25),
                        measured(),
                        now.steps(),
                        here,
                        i -> Optional.of(moment(points.get(i))))
                .panel(curves);
    }

    private Panel row(Discover.Point at) {
        Moment here = moment(at);
        TextNetwork network = at.networks().get(now.chosen());
        TraceContent seen = new TraceContent(
                Attention.trace(recipe().inputs(network, at.step(), now.layers() - 1, here.experiment())));
        int most = seen.weights().strongest(here.query()).get(0);
        return new RowPanel(
                "row",
                (now.next() ? "Row of the last word of “" : "Row of the verb’s place in “") + sentence() + "”",
                seen,
                here,
                most);
    }

    private Panel kinds(Discover.Point at) {
        List<Kind> kinds = List.of(Kind.values());
        List<String> columns = now.next() ? List.of("1 layer", "2 layers") : List.of("1 layer");
        NumberTable numbers = new NumberTable(
                kinds.stream().map(Kind::title).toList(),
                columns,
                Matrix.fill(kinds.size(), columns.size(), (i, j) -> at.scores()
                        .get(j)
                        .right(kinds.get(i))));
        String trained = now.fronted() == 0
                ? "None of the sentences of training had a phrase in front."
                : "In training " + DecimalFormatter.hundredths(now.fronted()) + "% had one phrase in front.";
        return new SharesPanel("kinds", "Right by kind of sentence; ½ is guessing", numbers, trained);
    }

    private OptionalInt reached() {
        return reached(p -> scores(p).right(Kind.PLAIN) >= REACHED
                && (now.fronted() == 0 || scores(p).right(Kind.FRONTED) >= REACHED));
    }

    private Panel end(Discover.Point at) {
        AgreementScores s = scores(at);
        return FactsPanel.end(
                "At step " + at.step(),
                Discover.layers(now.layers()),
                List.of("held out", "mirrored", "fronted", "attention", "steps"),
                s.right(Kind.PLAIN),
                s.right(Kind.MIRRORED),
                s.right(Kind.FRONTED),
                s.attention(),
                Curves.number(reached()));
    }

    private String said(Discover.Point at) {
        AgreementTexts texts = new AgreementTexts(now.next());
        AskedText text = recipe().read(sentence());
        double plural = texts.plural(at.networks().get(now.chosen()).read(text));
        double are = 1 / (1 + StrictMath.exp(-plural));
        String verb = are > 0.5 ? "are, not is" : "is, not are";
        String read = "At step " + at.step() + " “" + sentence() + "” takes " + verb + " ("
                + DecimalFormatter.hundredths(Math.max(are, 1 - are)) + "%).";
        String other = sentence().equals(typed)
                ? ""
                : " Your own sentence has words that this network never read: type one like “the big old red cat near "
                        + "the dogs”.";
        return read + other + act(at);
    }

    private String act(Discover.Point at) {
        AgreementScores s = scores(at);
        if (!finished() && at.step() == 0) {
            return " Its numbers are drawn from seed " + now.seed() + ", and it is right in " + percent(s, Kind.PLAIN)
                    + " of plain sentences; guessing gives 50 %. Run trains "
                    + (now.next() ? "one layer and two" : "it")
                    + " for " + now.steps() + " steps on sentences alone.";
        }
        String held = percent(s, Kind.PLAIN) + " of plain sentences with pairs of nouns that it never met";
        return switch (now.act()) {
            case 1 ->
                " It is right in " + held + ", and gives the noun that decides a weight of "
                        + DecimalFormatter.claimed(s.attention(), 2) + ". Which rule is that? Act 2 asks.";
            case 2 ->
                " The same head, right in " + held + ", is right in " + percent(s, Kind.FRONTED)
                        + " of “near the dogs the cat” and in " + percent(s, Kind.QUALITIES)
                        + " of “the big old red cat near the dogs”."
                        + (s.right(Kind.PLAIN) >= REACHED && s.right(Kind.FRONTED) <= 1 - REACHED
                                ? " That fits a rule about a place, the noun that stands second or third, and none about what the verb belongs "
                                        + "to."
                                : "");
            default ->
                " " + Discover.layers(now.layers()) + ", a phrase in front in "
                        + DecimalFormatter.hundredths(now.fronted()) + "%"
                        + " of the training: right in " + held + ", in " + percent(s, Kind.FRONTED)
                        + " of fronted ones, in "
                        + percent(s, Kind.FRONTED_TWICE) + " of “" + Kind.FRONTED_TWICE.example()
                        + "”, which it never met. Now write a sentence that breaks it.";
        };
    }

    private static String percent(AgreementScores s, Kind kind) {
        return DecimalFormatter.hundredths(s.right(kind)) + "%";
    }
}
