package app.regard.lab.change;

import app.regard.engine.Attention;
import app.regard.lab.About;
import app.regard.lab.Answer;
import app.regard.lab.Form;
import app.regard.lab.Gesture;
import app.regard.lab.Lab;
import app.regard.lab.Outcome;
import app.regard.lab.Run;
import app.regard.lab.Setting;
import app.regard.lab.Snapshot;
import app.regard.lab.TracedMoment;
import app.regard.source.Resolver;
import app.regard.stage.Content;
import app.regard.stage.Stages;
import app.regard.trace.Edit;
import app.regard.trace.Experiment;
import app.regard.trace.Grid;
import app.regard.trace.Mask;
import app.regard.trace.Matrix;
import app.regard.trace.Moment;
import app.regard.trace.Refusal;
import app.regard.trace.Sentence;
import app.regard.trace.Trace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Is the largest weight the reason? Weight, contribution and effect of each word on one word's output, side by side. */
public final class Contribution implements Lab<Contribution.Settings> {
    static final String BARS = "words";

    /**
     * Whose output, and who is struck out.
     *
     * @param query the place of the word that asks, from 0
     * @param without the places of the words that are hidden from it, from 0
     */
    record Settings(int query, List<Integer> without) {
        Settings {
            without = List.copyOf(without);
        }
    }

    /**
     * What a row's output is when words are hidden from it.
     *
     * @param effect how far the output moves, ‖o − o′‖; NaN where nothing is left to look at
     */
    record Struck(List<Double> weights, double effect) {
        Struck {
            weights = List.copyOf(weights);
        }
    }

    @Override
    public About about() {
        return new About(
                "contribution",
                About.Group.CHANGE,
                "Contribution",
                "Is the largest weight the reason?",
                "Click a word to hide it from this row, and see how far the output moves. Compare the three bars.",
                "A weight says how much of a value is taken; its contribution is that times the value’s length; its effect is "
                        + "what would be otherwise without it. The three need not agree, and all are of this head’s "
                        + "output, not of what a model says.");
    }

    @Override
    public Settings begin(Moment here, Content seen) {
        return new Settings(Math.min(here.query(), seen.weights().from().size() - 1), List.of());
    }

    @Override
    public List<Setting<Settings>> settings(Settings now, Content seen) {
        Form.Choice asking = Form.Choice.of(seen.weights().from());
        Form.Choice answering = Form.Choice.of(seen.weights().to());
        return List.of(
                Setting.of("query", "The word whose output it is", asking),
                Setting.of(
                        "without",
                        "Words that are struck out",
                        new Form.Gestured(
                                "words of the sentence or their places from 1, with commas between; nothing for none"),
                        s -> s.without.stream().map(j -> listed(j, answering)).collect(Collectors.joining(",")),
                        text -> places(text, answering)));
    }

    /** A word in a list: one with a comma in it by its place. */
    private static String listed(int place, Form.Choice words) {
        return words.values().get(place).contains(",") ? words.number(place) : words.text(place);
    }

    /** Words, or places from 1, with commas between. */
    private static List<Integer> places(String text, Form.Choice words) {
        Set<Integer> places = new LinkedHashSet<>();
        for (String word : Facts.list(text)) {
            if (!word.isBlank()) {
                places.add(words.place(words.read(word)
                        .orElseThrow(() -> new Refusal("“without” takes " + words.usual() + ", not “" + word + "”."))));
            }
        }
        return List.copyOf(places);
    }

    @Override
    public Outcome run(Moment here, Settings now, Resolver resolver, Run run) {
        TracedMoment of = TracedMoment.of(new Moment(here.experiment(), Stages.WEIGHTS, now.query), resolver, run);
        int m = of.trace().weights().to().size();
        List<Struck> each = new ArrayList<>();
        for (int j = 0; j < m; j++) {
            run.check();
            each.add(without(of.trace(), of.query(), Set.of(j)));
        }
        Set<Integer> struck =
                now.without.stream().filter(j -> j < m).collect(Collectors.toCollection(LinkedHashSet::new));
        return Outcome.of(new ContributionShown(of, each, struck, without(of.trace(), of.query(), struck)).snapshot());
    }

    /** One row computed again by the engine with some keys hidden; who asks and all places stay. */
    static Struck without(Trace t, int query, Set<Integer> struck) {
        int m = t.weights().to().size();
        Mask mask = t.in().mask();
        Matrix cells = Matrix.fill(1, m, (zero, j) -> mask.allows(query, j) && !struck.contains(j) ? 1 : 0);
        boolean nothing = IntStream.range(0, m).noneMatch(j -> cells.at(0, j) == 1);
        if (nothing) {
            return new Struck(Collections.nCopies(m, 0.0), Double.NaN);
        }
        Sentence asking = new Sentence(List.of(t.weights().from().tokens().get(query)), 0);
        Attention.Intermediates row = Attention.attend(
                Matrix.of(t.q().row(query)),
                t.k(),
                t.v(),
                Mask.NONE.withCells(cells),
                t.divisor(),
                asking,
                t.weights().to());
        double effect = Facts.distance(t.outputs().row(query), row.outputs().row(0));
        Grid left = row.weights().a();
        return new Struck(IntStream.range(0, m).mapToObj(j -> left.at(0, j)).toList(), effect);
    }

    /** A click on a word strikes it out or brings it back. */
    @Override
    public Answer<Settings> answer(Gesture gesture, Moment here, Settings now, Snapshot shown) {
        if (!gesture.at().panel().equals(BARS) || gesture.kind() != Gesture.Kind.CLICK) {
            return new Answer.Nothing<>();
        }
        List<Integer> without = new ArrayList<>(now.without);
        Integer place = gesture.at().spot().row();
        if (!without.remove(place)) {
            without.add(place);
        }
        return new Answer.With<>(new Settings(now.query, without));
    }

    /** The experiment with words hidden from a row by hand. */
    static Experiment hidden(Experiment e, int query, Set<Integer> struck) {
        Experiment hidden = e;
        for (int j : struck) {
            hidden = hidden.withEdit(new Edit("mask", "", query, j, 0));
        }
        return hidden;
    }
}
