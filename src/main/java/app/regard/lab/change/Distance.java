package app.regard.lab.change;

import app.regard.draw.Spot;
import app.regard.lab.About;
import app.regard.lab.Answer;
import app.regard.lab.Form;
import app.regard.lab.Gesture;
import app.regard.lab.Lab;
import app.regard.lab.Outcome;
import app.regard.lab.Run;
import app.regard.lab.Setting;
import app.regard.lab.Snapshot;
import app.regard.source.Resolver;
import app.regard.stage.Content;
import app.regard.stage.Operation;
import app.regard.stage.Part;
import app.regard.stage.Stages;
import app.regard.stage.Term;
import app.regard.stage.Why;
import app.regard.trace.Moment;
import app.regard.trace.Refusal;
import app.regard.trace.Sentence;
import app.regard.trace.Trace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Are far words looked at less? Copies of a filler between two words, or before both: the score stays, the weight is shared. */
public final class Distance implements Lab<Distance.Settings> {
    static final int MOST = 12;
    static final String BETWEEN = "between";
    static final String BEFORE = "before";
    static final String SCORES = "scores";
    static final String WEIGHTS = "sweep";

    /**
     * The two words, and the filler between or before them.
     *
     * @param from the place of the word that asks, from 0
     * @param to the place of the word that answers, from 0
     * @param k how many copies
     */
    record Settings(int from, int to, String filler, int k, String where) {}

    @Override
    public About about() {
        return new About(
                "distance",
                About.Group.CHANGE,
                "Distance",
                "Are far words looked at less?",
                "Raise the copies of a filler.",
                "More words share the row’s 1.");
    }

    @Override
    public Settings begin(Moment here, Content seen) {
        int from = Math.min(here.query(), seen.weights().from().size() - 1);
        int to = IntStream.range(0, seen.weights().to().size())
                .filter(j -> j != from)
                .boxed()
                .max(Comparator.comparingDouble(
                        (Integer j) -> seen.weights().a().at(from, j)))
                .orElse(from);
        return new Settings(from, to, "the", 2, BETWEEN);
    }

    @Override
    public List<Setting<Settings>> settings(Settings now, Content seen) {
        Form.Choice words = Form.Choice.of(seen.weights().from());
        return List.of(
                Setting.of("k", "Copies of the filler", new Form.Range(0, MOST, 1, false)),
                Setting.of("where", "Where they stand", new Form.Choice(List.of(BETWEEN, BEFORE))),
                Setting.of("from", "The word that asks", words),
                Setting.of("to", "The word that answers", words),
                Setting.of("filler", "The filler", new Form.Line(40), Settings::filler, Distance::oneWord));
    }

    private static String oneWord(String text) {
        if (text.codePoints().anyMatch(Character::isWhitespace)) {
            throw new Refusal("“filler” takes one word, not “" + text + "”.");
        }
        return text;
    }

    /** The result with some copies. */
    record Tried(Moment moment, Trace trace, Content seen, int from, int to) {
        double score() {
            return trace.scores().at(from, to) / trace.divisor();
        }

        double weight() {
            return trace.weights().a().at(from, to);
        }

        Why why(Part part) {
            return seen.why(from, new Spot(part.label(), from, to));
        }

        /** Where the score comes from, also where the mask hides it. */
        Why scoreWhy() {
            Why scaled = why(Part.SCALED);
            if (Double.isFinite(scaled.value())) {
                return scaled;
            }
            List<Term> terms = List.of(
                    new Term(
                            "", List.of(trace.scores().at(from, to)), List.of(new Spot(Part.SCORES.label(), from, to))),
                    new Term("", List.of(trace.divisor()), List.of()));
            return new Why(
                    scaled.of(),
                    score(),
                    scaled.about(),
                    scaled.symbol(),
                    Operation.SCALED,
                    terms,
                    "So it would be: the mask hides it.");
        }
    }

    @Override
    public Outcome run(Moment here, Settings now, Resolver resolver, Run run) {
        List<Tried> between = new ArrayList<>();
        List<Tried> before = new ArrayList<>();
        List<String> words =
                resolver.content(here.experiment(), run).weights().from().words();
        for (int k = 0; k <= MOST; k++) {
            between.add(tried(here, words, now, k, BETWEEN, resolver, run));
            before.add(tried(here, words, now, k, BEFORE, resolver, run));
            run.at((k + 1.0) / (MOST + 1));
        }
        return Outcome.of(new DistanceShown(now, between, before).snapshot());
    }

    /** A point that is clicked or dragged over is so many copies there; a nudge is one more or less. */
    @Override
    public Answer<Settings> answer(Gesture gesture, Moment here, Settings now, Snapshot shown) {
        Spot at = gesture.at().spot();
        boolean sweep = gesture.at().panel().equals(WEIGHTS);
        boolean plot = sweep || gesture.at().panel().equals(SCORES);
        return switch (gesture.kind()) {
            case CLICK, DRAG ->
                plot
                        ? with(now, at.col(), sweep ? List.of(BETWEEN, BEFORE).get(at.row()) : now.where)
                        : new Answer.Nothing<>();
            case NUDGE -> with(now, now.k + (int) gesture.amount(), now.where);
            case TYPE -> with(now, (int) gesture.amount(), now.where);
            case DROP -> new Answer.Nothing<>();
        };
    }

    private static Answer<Settings> with(Settings s, int k, String where) {
        return new Answer.With<>(new Settings(s.from, s.to, s.filler, Math.max(0, Math.min(MOST, k)), where));
    }

    private static Tried tried(
            Moment here, List<String> plain, Settings s, int k, String where, Resolver resolver, Run run) {
        List<String> words = new ArrayList<>(plain);
        int at = where.equals(BEFORE) ? 0 : Math.max(s.from, s.to);
        words.addAll(at, Collections.nCopies(k, s.filler));
        Moment there = new Moment(
                here.experiment().withText(String.join(" ", words)), Stages.WEIGHTS, s.from + (s.from >= at ? k : 0));
        Content seen = resolver.content(there.experiment(), run);
        Trace t = seen.trace()
                .filter(trace -> !trace.in().learned() && trace.in().self())
                .orElseThrow(() -> new Refusal("This lab puts words into a sentence that answers itself: choose a head "
                        + "that reads a table of words."));
        Sentence from = seen.weights().from();
        if (from.size() != words.size()) {
            throw new Refusal("The sentence is too long for " + MOST + " more words, or “" + s.filler
                    + "” is not one word: shorten it.");
        }
        return new Tried(there, t, seen, there.query(), s.to + (s.to >= at ? k : 0));
    }
}
