package app.regard.lab.change;

import app.regard.draw.Spot;
import app.regard.lab.About;
import app.regard.lab.Answer;
import app.regard.lab.Form;
import app.regard.lab.Gesture;
import app.regard.lab.Lab;
import app.regard.lab.Outcome;
import app.regard.lab.Reads;
import app.regard.lab.Run;
import app.regard.lab.Setting;
import app.regard.lab.Snapshot;
import app.regard.lab.TracedMoment;
import app.regard.source.Resolver;
import app.regard.stage.Content;
import app.regard.stage.Stages;
import app.regard.trace.Experiment;
import app.regard.trace.Mask;
import app.regard.trace.Moment;
import app.regard.trace.Positions;
import app.regard.trace.Refusal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** What do positions know? A pair of words slides along the sentence, its gap kept, and its score is taken apart. */
public final class Placing implements Lab<Placing.Settings> {
    static final int MOST_GAP = 12;
    static final int MOST_SHIFT = 100;
    static final String ADDED = "added";
    static final String ROTARY = "rotary";
    static final String SWEEP = "sweep";
    static final String GAPS = "gaps";
    private static final String FILLER = "the";

    /** So many places the plot goes beyond where the pair stands. */
    private static final int AHEAD = 12;

    /**
     * The pair and where it stands.
     *
     * @param kind added (x + λp) or rotary (q and k are turned)
     * @param from the place of the word that asks in the sentence, from 0
     * @param to the place of the word that answers
     * @param gap how far the second stands behind the first
     * @param shift where the first stands, from 0
     */
    record Settings(String kind, int from, int to, int gap, int shift) {}

    @Override
    public About about() {
        return new About(
                "positions",
                About.Group.CHANGE,
                "Positions",
                "What do positions know?",
                "Slide the pair along with + and −, then choose another gap, then rotary positions.",
                "p·p depends on the gap alone, and does not even fall steadily with it. The other parts, x·p and p·x, change "
                        + "as the pair slides: added positions know places, rotary ones only distances.");
    }

    @Override
    public Set<Reads> reads(boolean answered, boolean trained) {
        return Set.of(
                Reads.SENTENCE,
                Reads.WORD,
                Reads.MODEL,
                Reads.HEAD,
                Reads.EDITS,
                Reads.POSITIONS,
                Reads.TEMPERATURE,
                Reads.KEYS);
    }

    @Override
    public Settings begin(Moment here, Content seen) {
        int n = seen.weights().from().size();
        int from = Math.min(here.query(), n - 1);
        int to = seen.weights().strongest(from).stream()
                .filter(j -> j != from && j < n)
                .findFirst()
                .orElse(n - 1 - from % n);
        return new Settings(ADDED, from, Math.max(0, Math.min(n - 1, to)), 3, 1);
    }

    @Override
    public List<Setting<Settings>> settings(Settings now, Content seen) {
        Form.Choice words = Form.Choice.of(seen.weights().from());
        return List.of(
                Setting.of("shift", "Where the pair begins, from 0", new Form.Range(0, MOST_SHIFT, 1, false)),
                Setting.of(
                        "gap",
                        "How far the second word stands behind the first",
                        new Form.Range(0, MOST_GAP, 1, false)),
                Setting.of("kind", "Positions", new Form.Choice(List.of(ADDED, ROTARY))),
                Setting.of("from", "The word that asks", words),
                Setting.of("to", "The word that answers", words));
    }

    @Override
    public Outcome run(Moment here, Settings now, Resolver resolver, Run run) {
        Experiment e = here.experiment();
        if (!e.source().traits().table() || e.keyText() != null) {
            throw new Refusal(
                    "This lab gives the words of one sentence places: choose a head that reads a table of words, "
                            + "for a trained one has its positions inside, and no second sentence.");
        }
        List<String> words = resolver.content(e, run).weights().from().words();
        String first = words.get(Math.min(now.from, words.size() - 1));
        String second =
                now.gap == 0 ? first : words.get(Math.min(now.to, words.size() - 1)); // one place holds one word
        double strength = e.positions().on() ? e.positions().strength() : 1;
        Experiment placed = e.withMask(Mask.NONE)
                .withEdits(e.edits().stream().filter(edit -> !edit.ofMask()).toList())
                .withPositions(now.kind.equals(ADDED) ? Positions.sinusoidal(strength) : Positions.NONE);
        int last = now.shift + AHEAD;
        List<String> line = new ArrayList<>(Collections.nCopies(last + MOST_GAP + 1, FILLER));
        List<PlacedPair> slides = IntStream.rangeClosed(0, last)
                .mapToObj(shift -> pair(placed, line, first, second, shift, now, resolver, run))
                .toList();
        return Outcome.of(new PlacingShown(now, first, second, slides).snapshot());
    }

    private static PlacedPair pair(
            Experiment e,
            List<String> line,
            String first,
            String second,
            int shift,
            Settings now,
            Resolver resolver,
            Run run) {
        run.check();
        List<String> words = new ArrayList<>(line.subList(0, shift + now.gap + 1));
        words.set(shift, first);
        if (now.gap > 0) {
            words.set(shift + now.gap, second);
        }
        TracedMoment of =
                TracedMoment.of(new Moment(e.withText(String.join(" ", words)), Stages.SCORES, shift), resolver, run);
        if (of.trace().weights().from().size() != words.size()) {
            throw new Refusal("“" + first + "” or “" + second + "” is not one word among others: choose other words.");
        }
        return new PlacedPair(of, shift, shift + now.gap, now.kind.equals(ROTARY));
    }

    /** + and − slide the pair; a point that is clicked is where it begins, or how far apart it is. */
    @Override
    public Answer<Settings> answer(Gesture gesture, Moment here, Settings now, Snapshot shown) {
        Spot at = gesture.at().spot();
        return switch (gesture.kind()) {
            case NUDGE -> with(now, now.gap, now.shift + (int) gesture.amount());
            case TYPE -> with(now, now.gap, (int) gesture.amount());
            case CLICK, DRAG ->
                switch (gesture.at().panel()) {
                    case SWEEP -> with(now, now.gap, at.col());
                    case GAPS -> with(now, at.col(), now.shift);
                    default -> new Answer.Nothing<>();
                };
            case DROP -> new Answer.Nothing<>();
        };
    }

    private static Answer<Settings> with(Settings s, int gap, int shift) {
        return new Answer.With<>(new Settings(
                s.kind, s.from, s.to, Math.max(0, Math.min(MOST_GAP, gap)), Math.max(0, Math.min(MOST_SHIFT, shift))));
    }
}
