package app.regard.lab.change;

import app.regard.draw.DecimalFormatter;
import app.regard.lab.About;
import app.regard.lab.Answer;
import app.regard.lab.Gesture;
import app.regard.lab.Lab;
import app.regard.lab.MatrixPanel;
import app.regard.lab.Outcome;
import app.regard.lab.Reads;
import app.regard.lab.Run;
import app.regard.lab.Setting;
import app.regard.lab.Snapshot;
import app.regard.lab.TracedMoment;
import app.regard.source.Resolver;
import app.regard.stage.Content;
import app.regard.stage.Part;
import app.regard.stage.Stages;
import app.regard.stage.Words;
import app.regard.trace.Experiment;
import app.regard.trace.Moment;
import app.regard.trace.Refusal;
import app.regard.trace.Trace;
import app.regard.words.Example;
import app.regard.words.Library;
import java.util.List;
import java.util.Set;

/** What if another sentence answers? Queries come from one sentence, keys and values from the other. */
public final class Cross implements Lab<Cross.Settings> {
    private static final String WEIGHTS = "weights";

    /** There is nothing to set: the two sentences are the experiment's own. */
    record Settings() {}

    private final Library library = new Library();

    @Override
    public About about() {
        return new About(
                "cross",
                About.Group.CHANGE,
                "Cross-attention",
                "What if another sentence answers?",
                "Click the weights to swap which sentence asks, and see which rows there are and what each sums to.",
                "Rows are the words that ask, columns those of the other sentence. A word that finds nothing of its own there "
                        + "still spends its whole 1.");
    }

    /** Without a second sentence the example of a translation takes the place of all. */
    @Override
    public Set<Reads> reads(boolean answered, boolean trained) {
        return answered ? Reads.NUMBERS : Set.of(Reads.KEYS);
    }

    @Override
    public Settings begin(Moment here, Content seen) {
        return new Settings();
    }

    @Override
    public List<Setting<Settings>> settings(Settings now, Content seen) {
        return List.of();
    }

    /** The experiment, or the example of a translation where it has one sentence only. */
    private Experiment two(Experiment e) {
        return e.keyText() != null
                ? e
                : library.example("translation").map(Example::experiment).orElse(e);
    }

    @Override
    public Outcome run(Moment here, Settings now, Resolver resolver, Run run) {
        boolean own = here.experiment().keyText() != null;
        if (own && !here.experiment().source().traits().table()) {
            throw new Refusal(
                    "A trained head and a file have one sentence: choose a head that reads a table of words.");
        }
        TracedMoment is = TracedMoment.of(
                new Moment(two(here.experiment()), Stages.WEIGHTS, own ? here.query() : 0), resolver, run);
        Trace t = is.trace();
        Facts facts = new Facts();
        for (int i = 0; i < t.weights().from().size(); i++) {
            for (int j = 0; j < t.weights().to().size(); j++) {
                String name = Facts.name(t.weights().from(), i) + " → "
                        + Facts.name(t.weights().to(), j);
                facts.add("weight " + name, is.at(Part.WEIGHTS, i, j), is.why(Part.WEIGHTS, i, j));
            }
        }
        MatrixPanel weights = MatrixPanel.of(WEIGHTS, "Weights: click to swap who asks", is, Part.WEIGHTS)
                .asking(is.query(), t.weights().strongest(is.query()).get(0));
        return Outcome.of(new Snapshot(
                List.of(
                        weights,
                        MatrixPanel.of("scores", "Scores", is, Part.SCORES),
                        MatrixPanel.of("outputs", "Outputs, a row a word that asks", is, Part.OUTPUTS),
                        facts.panel("Who asks → who answers")),
                said(is, own)));
    }

    private static String said(TracedMoment is, boolean own) {
        Trace t = is.trace();
        int key = t.weights().strongest(is.query()).get(0);
        String asks = "“" + Words.brief(t.weights().from().shown(is.query())) + "” gives “"
                + Words.brief(t.weights().to().shown(key)) + "” "
                + DecimalFormatter.claimed(is.at(Part.WEIGHTS, is.query(), key), 4) + "; ";
        String shape = t.weights().from().size() + " rows ask, "
                + t.weights().to().size() + " columns answer, and every row sums to 1.";
        return (own ? "" : "An example, for here one sentence answers itself. ") + asks + shape;
    }

    /** A click swaps the two sentences. */
    @Override
    public Answer<Settings> answer(Gesture gesture, Moment here, Settings now, Snapshot shown) {
        Experiment e = two(here.experiment());
        String keys = e.keyText();
        return gesture.kind() == Gesture.Kind.CLICK && gesture.at().panel().equals(WEIGHTS) && keys != null
                ? new Answer.Change<>(e.withText(keys).withKeyText(e.text()))
                : new Answer.Nothing<>();
    }
}
