package app.regard.lab.change;

import app.regard.draw.DecimalFormatter;
import app.regard.draw.Spot;
import app.regard.lab.About;
import app.regard.lab.Answer;
import app.regard.lab.Form;
import app.regard.lab.Gesture;
import app.regard.lab.Lab;
import app.regard.lab.MatrixPanel;
import app.regard.lab.Outcome;
import app.regard.lab.Panel;
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
import app.regard.trace.Grid;
import app.regard.trace.Moment;
import app.regard.trace.Refusal;
import app.regard.trace.Sentence;
import app.regard.trace.Source;
import app.regard.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Can one head tell tired from wide? Two layers made by hand, with the residual between, and one layer beside them. */
public final class TwoLayers implements Lab<TwoLayers.Settings> {
    private static final String BOTH = "both";
    private static final String TIRED = "tired";
    private static final String WIDE = "wide";
    private static final String START = "The animal didn't cross the street because it was too tired.";
    private static final int LONGEST = 2000;
    private static final String FIRST = "layer 1";
    private static final String SECOND = "layer 2";

    /**
     * What is shown.
     *
     * @param sentence what is read, with tired or wide in it or without
     * @param word which of tired and wide stands there
     * @param layer 1, 2 alone, or both with the residual between
     */
    record Settings(String sentence, String word, String layer) {}

    /** The two layers of a sentence; the second reads what the first one has added, or X where the first is left out. */
    private record Layers(TracedMoment first, TracedMoment second) {}

    @Override
    public About about() {
        return new About(
                "two-layers",
                About.Group.CHANGE,
                "Two layers",
                "Can one head tell “tired” from “wide”?",
                "Swap the last word, then leave layer 1 out, or type a sentence of your own with a word such as “it”. O opens a "
                        + "layer in the eight stages.",
                "The score of “it” and “animal” is of those two vectors alone, so one layer cannot. In two, layer 1 adds to "
                        + "“it” what the last word goes with, and layer 2 reads that.");
    }

    @Override
    public Set<Reads> reads(boolean answered, boolean trained) {
        return Set.of();
    }

    /** Begins with the sentence of the layer that is looked at, where it is one of these. */
    @Override
    public Settings begin(Moment here, Content seen) {
        Experiment e = here.experiment();
        boolean mine = e.source().handmadeHead().flatMap(Source.Layered::named).isPresent();
        String sentence = mine ? e.text() : START;
        return new Settings(sentence, word(sentence), BOTH);
    }

    @Override
    public List<Setting<Settings>> settings(Settings now, Content seen) {
        return List.of(
                new Setting<>(
                        "sentence",
                        "Sentence",
                        new Form.Line(LONGEST),
                        Settings::sentence,
                        (s, text) -> new Settings(text, word(text), s.layer)),
                Setting.of("word", "tired or wide", new Form.Choice(List.of(TIRED, WIDE))),
                Setting.of("layer", "Layers", new Form.Choice(List.of(BOTH, "1", "2"))));
    }

    /** Where the last of the two words begins that stands in a sentence by itself, or −1: that one can be swapped for the other. */
    private static int last(String sentence) {
        int last = -1;
        for (String word : List.of(TIRED, WIDE)) {
            for (int at = sentence.indexOf(word); at >= 0; at = sentence.indexOf(word, at + 1)) {
                last = alone(sentence, at - 1) && alone(sentence, at + word.length()) ? Math.max(last, at) : last;
            }
        }
        return last;
    }

    /** Whether no letter of a word stands in a place of a sentence. */
    private static boolean alone(String sentence, int place) {
        return place < 0
                || place >= sentence.length()
                || !(Character.isLetterOrDigit(sentence.charAt(place)) || "-'’".indexOf(sentence.charAt(place)) >= 0);
    }

    private static boolean swaps(String sentence) {
        return last(sentence) >= 0;
    }

    /** Which of the two words a sentence has, the last one of both; the first where it has neither. */
    private static String word(String sentence) {
        return swaps(sentence) && sentence.startsWith(WIDE, last(sentence)) ? WIDE : TIRED;
    }

    /** The sentence with one of the two words in the place of the last that it has, if it has either. */
    private static String with(String sentence, String word) {
        int at = last(sentence);
        return at < 0
                ? sentence
                : sentence.substring(0, at)
                        + word
                        + sentence.substring(at + word(sentence).length());
    }

    @Override
    public Outcome run(Moment here, Settings now, Resolver resolver, Run run) {
        String sentence = with(now.sentence, now.word);
        Layers chosen = layers(sentence, true, resolver, run);
        Layers alone = layers(sentence, false, resolver, run);
        TracedMoment last =
                switch (now.layer) {
                    case "1" -> chosen.first;
                    case "2" -> alone.second;
                    default -> chosen.second;
                };
        Facts facts = new Facts();
        add(facts, "", last);
        for (String word : swaps(sentence) ? List.of(TIRED, WIDE) : List.<String>of()) {
            add(facts, word + " ", layers(with(sentence, word), true, resolver, run).second);
        }
        add(facts, "layer 2 alone ", alone.second);
        for (String word : swaps(sentence) ? List.of(TIRED, WIDE) : List.of("")) {
            one(facts, word, word.isEmpty() ? sentence : with(sentence, word), resolver, run);
        }
        List<Panel> panels = new ArrayList<>();
        if (!now.layer.equals("2")) {
            panels.add(weights(FIRST, "Layer 1: a stand-in asks for a state", chosen.first));
            panels.add(residual(chosen.second));
        }
        if (!now.layer.equals("1")) {
            panels.add(weights(SECOND, "Layer 2 asks for what fits", last));
        }
        panels.add(facts.panel("How much it gives to each thing"));
        return Outcome.of(new Snapshot(panels, said(now, sentence, last)));
    }

    private static Layers layers(String sentence, boolean first, Resolver resolver, Run run) {
        return new Layers(
                layer(sentence, new Source.Layered(1, false), resolver, run),
                layer(sentence, new Source.Layered(2, !first), resolver, run));
    }

    /** A layer in the eight stages, where the first stand-in asks. */
    private static TracedMoment layer(String sentence, Source.Layered source, Resolver resolver, Run run) {
        Moment here = new Moment(Experiment.of(sentence, source), Stages.WEIGHTS, 0);
        TracedMoment of = TracedMoment.of(here, resolver, run);
        List<Integer> askers = words(of.trace(), "stand-in");
        if (askers.isEmpty() || words(of.trace(), "thing").isEmpty()) {
            throw new Refusal("These two layers are about a stand-in, such as “it”, and the things that it may stand "
                    + "for: write a sentence with both.");
        }
        return new TracedMoment(new Moment(here.experiment(), Stages.WEIGHTS, askers.get(0)), of.content(), of.trace());
    }

    /** The places of the words of a kind. */
    private static List<Integer> words(Trace t, String kind) {
        int column = t.in().head().dimensions().indexOf(kind);
        return IntStream.range(0, t.in().from().words().size())
                .filter(i -> t.in().from().x().at(i, column) == 1)
                .boxed()
                .toList();
    }

    private static String word(TracedMoment of, int place) {
        return Facts.name(of.trace().weights().from(), place);
    }

    /** How many times as much the first thing gets as the second in one layer, with the simple table’s head. */
    private static void one(Facts facts, String word, String sentence, Resolver resolver, Run run) {
        Experiment e = Experiment.of(sentence, new Source.Simple("coreference"));
        Trace t =
                TracedMoment.of(new Moment(e, Stages.WEIGHTS, 0), resolver, run).trace();
        List<Integer> things = words(t, "thing");
        List<Integer> askers = words(t, "stand-in");
        if (things.size() > 1 && !askers.isEmpty()) {
            int it = askers.get(0);
            Grid a = t.weights().a();
            Sentence words = t.weights().from();
            String pair = Facts.name(words, things.get(0)) + " ÷ " + Facts.name(words, things.get(1));
            facts.add(
                    "one layer" + (word.isEmpty() ? "" : ", " + word) + ": " + pair,
                    a.at(it, things.get(0)) / a.at(it, things.get(1)));
        }
    }

    private static void add(Facts facts, String name, TracedMoment of) {
        for (int j : words(of.trace(), "thing")) {
            facts.add(
                    name + word(of, of.query()) + " → " + word(of, j),
                    of.at(Part.WEIGHTS, of.query(), j),
                    of.why(Part.WEIGHTS, of.query(), j));
        }
    }

    private static MatrixPanel weights(String id, String title, TracedMoment of) {
        return MatrixPanel.of(id, title, of, Part.WEIGHTS)
                .asking(of.query(), of.trace().weights().strongest(of.query()).get(0));
    }

    /** What the second layer reads: X and what the first one added. */
    private static MatrixPanel residual(TracedMoment second) {
        MatrixPanel sum = MatrixPanel.of("residual", "Between: X, with what layer 1 added", second, Part.X);
        Spot most = Part.ADDED.largest(second.trace(), second.query(), second.query());
        return sum.asking(most.row(), most.col())
                .opening(second.in(Stages.EMBEDDINGS))
                .comparedWith(Part.BELOW.grid(second.trace(), second.query()));
    }

    private static String said(Settings now, String sentence, TracedMoment last) {
        String gives = words(last.trace(), "thing").stream()
                .map(j -> Words.quoted(word(last, j)) + " "
                        + DecimalFormatter.claimed(last.at(Part.WEIGHTS, last.query(), j), 4))
                .collect(Collectors.joining(" and "));
        String where =
                switch (now.layer) {
                    case "1" -> "In layer 1";
                    case "2" -> "In layer 2 alone";
                    default -> "After both layers";
                };
        return where + (swaps(sentence) ? ", with “" + now.word + "”" : "") + ", "
                + Words.quoted(word(last, last.query())) + " gives " + gives
                + ". Made by hand; a trained model may do otherwise.";
    }

    /** A click on the last word swaps it. */
    @Override
    public Answer<Settings> answer(Gesture gesture, Moment here, Settings now, Snapshot shown) {
        Spot at = gesture.at().spot();
        boolean matrix = Set.of(FIRST, SECOND).contains(gesture.at().panel());
        return gesture.kind() == Gesture.Kind.CLICK && matrix && at.matrix().equals(Part.WEIGHTS.label())
                ? new Answer.With<>(new Settings(now.sentence, now.word.equals(TIRED) ? WIDE : TIRED, now.layer))
                : new Answer.Nothing<>();
    }
}
