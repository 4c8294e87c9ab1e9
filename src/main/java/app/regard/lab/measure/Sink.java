package app.regard.lab.measure;

import app.regard.draw.DecimalFormatter;
import app.regard.draw.Spot;
import app.regard.draw.chart.LinePlot;
import app.regard.draw.chart.PlotAxis;
import app.regard.draw.chart.Series;
import app.regard.engine.Softmax;
import app.regard.lab.About;
import app.regard.lab.Answer;
import app.regard.lab.Facts;
import app.regard.lab.Form;
import app.regard.lab.Gesture;
import app.regard.lab.Lab;
import app.regard.lab.Outcome;
import app.regard.lab.Panel;
import app.regard.lab.PlotPanel;
import app.regard.lab.Reads;
import app.regard.lab.Run;
import app.regard.lab.Setting;
import app.regard.lab.Snapshot;
import app.regard.source.Resolver;
import app.regard.stage.Content;
import app.regard.stage.Operation;
import app.regard.stage.Term;
import app.regard.stage.Why;
import app.regard.trace.Matrix;
import app.regard.trace.Moment;
import app.regard.trace.NumberTable;
import app.regard.trace.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Where must the 1 go? One score against n − 1 zeros, and a ghost key that takes weight and brings no value. */
public final class Sink implements Lab<Sink.Settings> {
    private static final String SWEEP = "sweep";
    private static final String NONE = "none";
    private static final double LOW = -4;
    private static final double STEP = 0.5;
    private static final int POINTS = 33;
    private static final double WANTED = 0.9;

    /**
     * One row.
     *
     * @param n how many words it has
     * @param score of one of them; the others have 0
     * @param ghost the ghost key's score, or "none"
     */
    record Settings(int n, double score, String ghost) {
        boolean haunted() {
            return !ghost.equals(NONE);
        }

        /** The weight of the word with a score, of the ghost where there is one, and of one of the others. */
        double[] weights(double of) {
            double[] row = new double[n + (haunted() ? 1 : 0)];
            row[0] = of;
            if (haunted()) {
                row[n] = Double.parseDouble(ghost);
            }
            Softmax.apply(row, row.length);
            return row;
        }

        /** What the others and the ghost bring to the denominator. */
        double rest() {
            return n - 1 + (haunted() ? StrictMath.exp(Double.parseDouble(ghost)) : 0);
        }

        Settings withScore(double other) {
            return new Settings(n, Math.max(LOW, Math.min(Sink.score(POINTS - 1), other)), ghost);
        }
    }

    private static double score(int point) {
        return LOW + point * STEP;
    }

    @Override
    public About about() {
        return new About(
                "sink",
                About.Group.MEASURE,
                "Sink",
                "Where must the 1 go?",
                "Drag the score of one word; the others have 0. Then let a ghost key in, which takes weight and brings no "
                        + "value.",
                "A row has to spend its whole 1, wanted or not: with equal scores every word gets 1/n. To get 0.9 a word "
                        + "needs a score of ln 9(n − 1) more than the others. Trained heads often park what is not needed "
                        + "on one token; a ghost key lets the row spend less than 1.");
    }

    @Override
    public Set<Reads> reads(boolean answered, boolean trained) {
        return Set.of();
    }

    @Override
    public Settings begin(Moment here, Content seen) {
        return new Settings(8, 2, NONE);
    }

    @Override
    public List<Setting<Settings>> settings(Settings now, Content seen) {
        Form.Range scores = new Form.Range(LOW, score(POINTS - 1), 0.001, false);
        return List.of(
                new Setting<>(
                        "score",
                        "Score of one word",
                        scores,
                        s -> Form.Range.plain(s.score),
                        (s, text) -> s.withScore(Double.parseDouble(text))),
                Setting.of("n", "Words in the row", Form.Range.doubling(2, 1024)),
                Setting.of(
                        "ghost",
                        "Ghost key: none, or its score",
                        new Form.Line(12),
                        Settings::ghost,
                        text -> ghost(scores, text)));
    }

    private static String ghost(Form.Range scores, String text) {
        return text.equalsIgnoreCase(NONE)
                ? NONE
                : scores.read(text)
                        .orElseThrow(() -> new Refusal(
                                "“ghost” takes none, or a score from " + scores.allowed() + ", not “" + text + "”."));
    }

    @Override
    public Outcome run(Moment here, Settings now, Resolver resolver, Run run) {
        return Outcome.of(new Snapshot(List.of(sweep(now), facts(now)), said(now)));
    }

    private static Panel sweep(Settings now) {
        List<Series.Point> measured = points(point -> now.weights(score(point))[0]);
        List<Series.Point> theory = points(point -> {
            double e = StrictMath.exp(score(point));
            return e / (e + now.rest());
        });
        List<Series.Point> ghost = points(point -> now.haunted() ? now.weights(score(point))[now.n] : Double.NaN);
        List<Series> lines = now.haunted()
                ? List.of(
                        Series.chosen("weight", measured).withTheory(theory),
                        Series.compared("the ghost’s share", ghost))
                : List.of(Series.chosen("weight", measured).withTheory(theory));
        LinePlot plot = new LinePlot(
                SWEEP,
                new PlotAxis.Linear("weight", 0, 1, 0.25),
                new PlotAxis.Linear("score", LOW, score(POINTS - 1), 2),
                lines,
                LinePlot.Names.ABOVE,
                false,
                "");
        int nearest = (int) Math.rint((now.score - LOW) / STEP);
        return new PlotPanel(
                "Weight of one word among " + now.n + " (dashed: eˢ ÷ (eˢ + n − 1"
                        + (now.haunted() ? " + e^ghost)" : ")") + ")",
                plot,
                new NumberTable(
                        IntStream.range(0, POINTS)
                                .mapToObj(i -> Form.Range.plain(score(i)))
                                .toList(),
                        List.of("weight", "theory", "ghost"),
                        Matrix.fill(POINTS, 3, (i, j) -> List.of(measured, theory, ghost)
                                .get(j)
                                .get(i)
                                .y())),
                new Spot(SWEEP, 0, nearest),
                at -> Optional.of(why(now, at)),
                at -> Optional.empty());
    }

    private static List<Series.Point> points(java.util.function.IntToDoubleFunction weight) {
        return IntStream.range(0, POINTS)
                .mapToObj(i -> new Series.Point(score(i), weight.applyAsDouble(i)))
                .toList();
    }

    private static Why why(Settings now, Spot at) {
        double e = StrictMath.exp(score(at.col()));
        double ghost = now.rest() - (now.n - 1);
        double part = at.row() == 0 ? e : ghost;
        List<Term> terms = Arrays.stream(new double[] {part, e, now.n - 1, ghost})
                .mapToObj(v -> new Term("", List.of(v), List.of()))
                .toList();
        String about = (at.row() == 0 ? "weight of the word" : "share of the ghost") + " at score "
                + Form.Range.plain(score(at.col()));
        double[] weights = now.weights(score(at.col()));
        return new Why(
                at, weights[at.row() == 0 ? 0 : now.n], about, "a", Operation.SHARE, terms, "e to the score of each.");
    }

    private static Panel facts(Settings now) {
        double[] weights = now.weights(now.score);
        double e = StrictMath.exp(now.score);
        double ghost = now.haunted() ? weights[now.n] : 0;
        return new Facts()
                .share("weight", e, "eˢ over the sum of all e to the score.", e, now.rest())
                .share("weight of another word", 1, "Its score is 0, and e⁰ = 1.", e, now.rest())
                .given("ghost", ghost, "What the ghost key takes; it brings no value.")
                .given("spent on words", 1 - ghost, "The rest of the 1.")
                .given(
                        "score for .9",
                        StrictMath.log(WANTED / (1 - WANTED) * now.rest()),
                        "ln 9(n − 1), with the ghost’s e^score beside n − 1.")
                .panel("At score " + Form.Range.plain(now.score));
    }

    private static String said(Settings now) {
        double[] weights = now.weights(now.score);
        return "With a score of " + Form.Range.plain(now.score) + " against " + (now.n - 1) + " zeros the word gets "
                + DecimalFormatter.claimed(weights[0], 4) + "; for 0.9 it needs "
                + DecimalFormatter.claimed(StrictMath.log(WANTED / (1 - WANTED) * now.rest()), 3) + "."
                + (now.haunted()
                        ? " The ghost takes " + DecimalFormatter.claimed(weights[now.n], 4)
                                + ": the words share the rest, less than 1."
                        : " The row’s 1 is spent whole, whether or not any word is wanted.");
    }

    /** A point of the plot is a score; a nudge is a tenth. */
    @Override
    public Answer<Settings> answer(Gesture gesture, Moment here, Settings now, Snapshot shown) {
        return switch (gesture.kind()) {
            case CLICK, DRAG ->
                gesture.at().panel().equals(SWEEP)
                        ? new Answer.With<>(
                                now.withScore(score(gesture.at().spot().col())))
                        : new Answer.Nothing<>();
            case NUDGE -> new Answer.With<>(now.withScore(Math.rint(now.score * 10 + gesture.amount()) / 10));
            case TYPE -> new Answer.With<>(now.withScore(gesture.amount()));
            case DROP -> new Answer.Nothing<>();
        };
    }
}
