package app.regard.lab.change;

import app.regard.draw.DecimalFormatter;
import app.regard.lab.About;
import app.regard.lab.Answer;
import app.regard.lab.FactsPanel;
import app.regard.lab.Form;
import app.regard.lab.Gesture;
import app.regard.lab.Lab;
import app.regard.lab.MatrixPanel;
import app.regard.lab.Outcome;
import app.regard.lab.Run;
import app.regard.lab.Setting;
import app.regard.lab.Snapshot;
import app.regard.lab.TracedMoment;
import app.regard.source.Resolver;
import app.regard.stage.Content;
import app.regard.stage.Part;
import app.regard.stage.Stages;
import app.regard.trace.Grid;
import app.regard.trace.Matrix;
import app.regard.trace.Moment;
import app.regard.trace.Refusal;
import app.regard.trace.Trace;
import java.util.List;

/** May a word see what comes later? The sentence grows word by word, and the rows that were there are compared. */
public final class Growing implements Lab<Growing.Settings> {
    /**
     * How far the sentence has come.
     *
     * @param words how many of its words are there
     */
    record Settings(int words) {}

    @Override
    public About about() {
        return new About(
                "growing",
                About.Group.CHANGE,
                "Growing",
                "May a word see what comes later?",
                "Press ← to take the last word away and → to add the next one, and watch the rows that were there. Then choose a "
                        + "causal mask, and again.",
                "Without a mask every older row has to share its 1 with the new word. A causal mask hides what comes later: "
                        + "no older row changes at all, and what was computed can be kept.");
    }

    @Override
    public Settings begin(Moment here, Content seen) {
        return new Settings(seen.weights().from().size());
    }

    @Override
    public List<Setting<Settings>> settings(Settings now, Content seen) {
        int n = seen.weights().from().size();
        return List.of(Setting.of("words", "How many words are there", new Form.Range(1, Math.max(1, n), 1, false)));
    }

    @Override
    public Outcome run(Moment here, Settings now, Resolver resolver, Run run) {
        TracedMoment whole = TracedMoment.of(here, resolver, run);
        if (whole.trace().in().learned() || !whole.trace().in().self()) {
            throw new Refusal(
                    "This lab lets one sentence grow that answers itself: choose a head that reads a table of "
                            + "words, and no second sentence.");
        }
        List<String> words = whole.trace().weights().from().words();
        int count = Math.min(now.words, words.size());
        TracedMoment is = first(whole, words, count, resolver, run);
        if (count == 1) {
            return Outcome.of(new Snapshot(
                    List.of(
                            weights(is, is),
                            new Facts().add("largest change of an older row", 0).panel("One word")),
                    "“" + words.get(0) + "” alone gives itself all of its 1."
                            + (words.size() > 1 ? " Press → for the next word." : "")));
        }
        TracedMoment was = first(whole, words, count - 1, resolver, run);
        double change = change(is.trace().weights().a(), was.trace().weights().a());
        FactsPanel facts = new Facts()
                .add("largest change of an older row", outputs(is.trace(), was.trace()))
                .add("largest change of an older weight", change)
                .add("words", count)
                .panel("Rows that were there before “" + words.get(count - 1) + "” came");
        boolean causal = here.experiment().mask().causal();
        String why = change > 0
                ? ": older rows see it too."
                : causal ? ": a causal mask hides what comes later." : ": no older row sees it.";
        String said = "“" + words.get(count - 1) + "” has come, and the largest change of an older weight is "
                + (change == 0 ? "exactly 0" : DecimalFormatter.claimed(change, 4))
                + why;
        return Outcome.of(new Snapshot(
                List.of(
                        weights(is, was),
                        MatrixPanel.of("before", "Without “" + words.get(count - 1) + "”", was, Part.WEIGHTS),
                        facts),
                said));
    }

    private static TracedMoment first(TracedMoment whole, List<String> words, int count, Resolver resolver, Run run) {
        String text = String.join(" ", words.subList(0, count));
        int query = Math.min(whole.query(), count - 1);
        TracedMoment part = TracedMoment.of(
                new Moment(whole.here().experiment().withText(text), Stages.WEIGHTS, query), resolver, run);
        if (part.trace().weights().from().size() != count) {
            throw new Refusal("The first " + count + " words split otherwise alone: leave marks that join words out.");
        }
        return part;
    }

    /** Where a word was not there yet, its column had no weight. */
    private static MatrixPanel weights(TracedMoment is, TracedMoment was) {
        Grid old = was.trace().weights().a();
        Grid now = is.trace().weights().a();
        Matrix filled = Matrix.fill(
                now.rows(), now.cols(), (i, j) -> i < old.rows() ? j < old.cols() ? old.at(i, j) : 0 : now.at(i, j));
        return MatrixPanel.of("weights", "Weights, and what the older rows were", is, Part.WEIGHTS)
                .comparedWith(filled)
                .asking(is.query(), is.trace().weights().strongest(is.query()).get(0));
    }

    private static double change(Grid now, Grid old) {
        double largest = 0;
        for (int i = 0; i < old.rows(); i++) {
            for (int j = 0; j < old.cols(); j++) {
                largest = Math.max(largest, Math.abs(now.at(i, j) - old.at(i, j)));
            }
            for (int j = old.cols(); j < now.cols(); j++) {
                largest = Math.max(largest, now.at(i, j));
            }
        }
        return largest;
    }

    private static double outputs(Trace is, Trace was) {
        return Facts.largest(Matrix.fill(was.outputs().rows(), was.outputs().cols(), is.outputs()::at), was.outputs());
    }

    @Override
    public boolean stepsByArrows() {
        return true;
    }

    /** + adds the next word, − takes the last one away; a number is so many words. */
    @Override
    public Answer<Settings> answer(Gesture gesture, Moment here, Settings now, Snapshot shown) {
        int wanted =
                switch (gesture.kind()) {
                    case NUDGE -> now.words + (int) gesture.amount();
                    case TYPE -> (int) gesture.amount();
                    case CLICK, DRAG, DROP -> now.words;
                };
        return wanted == now.words ? new Answer.Nothing<>() : new Answer.With<>(new Settings(Math.max(1, wanted)));
    }
}
