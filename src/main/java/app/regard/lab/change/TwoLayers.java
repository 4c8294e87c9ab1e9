package app.regard.lab.change;

import app.regard.draw.Axis;
import app.regard.draw.ColourRole;
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
import app.regard.lab.Run;
import app.regard.lab.Setting;
import app.regard.lab.Snapshot;
import app.regard.lab.TracedMoment;
import app.regard.source.Resolver;
import app.regard.source.TraceContent;
import app.regard.stage.Content;
import app.regard.stage.Part;
import app.regard.trace.Experiment;
import app.regard.trace.Matrix;
import app.regard.trace.Moment;
import app.regard.trace.Source;
import app.regard.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Can one head tell tired from wide? Two layers made by hand, with the residual between, and one layer beside them. */
public final class TwoLayers implements Lab<TwoLayers.Settings> {
    private static final String BOTH = "both";
    private static final String TIRED = "tired";
    private static final String WIDE = "wide";
    private static final String START = "The animal didn't cross the street because it was too ";
    private static final String FIRST = "layer 1";
    private static final String SECOND = "layer 2";

    /**
     * What is shown.
     *
     * @param word the last word of the sentence, tired or wide
     * @param layer 1, 2 alone, or both with the residual between
     */
    record Settings(String word, String layer) {}

    /** The two layers of a sentence; the second reads what the first one has added, or X where the first is left out. */
    private record Layers(TracedMoment first, TracedMoment second) {}

    @Override
    public About about() {
        return new About(
                "two-layers",
                About.Group.CHANGE,
                "Two layers",
                "Can one head tell “tired” from “wide”?",
                "Swap the last word, then leave layer 1 out.",
                "The score of “it” and “animal” is of those two vectors alone, so one layer cannot. In two, layer 1 adds to "
                        + "“it” what the last word goes with, and layer 2 reads that. Made by hand; a trained model may do "
                        + "otherwise.");
    }

    @Override
    public Settings begin(Moment here, Content seen) {
        return new Settings(TIRED, BOTH);
    }

    @Override
    public List<Setting<Settings>> settings(Settings now, Content seen) {
        return List.of(
                new Setting<>(
                        "word",
                        "The last word",
                        new Form.Choice(List.of(TIRED, WIDE)),
                        Settings::word,
                        (s, text) -> new Settings(text, s.layer)),
                new Setting<>(
                        "layer",
                        "Which layers there are",
                        new Form.Choice(List.of(BOTH, "1", "2")),
                        Settings::layer,
                        (s, text) -> new Settings(s.word, text)));
    }

    private static String sentence(String word) {
        return START + word + ".";
    }

    @Override
    public Outcome run(Moment here, Settings now, Resolver resolver, Run run) {
        Layers tired = layers(TIRED, true, resolver, run);
        Layers wide = layers(WIDE, true, resolver, run);
        Layers alone = layers(now.word, false, resolver, run);
        Layers chosen = now.word.equals(TIRED) ? tired : wide;
        TracedMoment last =
                switch (now.layer) {
                    case "1" -> chosen.first;
                    case "2" -> alone.second;
                    default -> chosen.second;
                };
        Facts facts = new Facts();
        add(facts, "", last);
        add(facts, "tired ", tired.second);
        add(facts, "wide ", wide.second);
        add(facts, "layer 2 alone ", alone.second);
        facts.add("one layer, tired: animal ÷ street", one(TIRED, resolver, run))
                .add("one layer, wide: animal ÷ street", one(WIDE, resolver, run));
        List<Panel> panels = new ArrayList<>();
        if (!now.layer.equals("2")) {
            panels.add(weights(FIRST, "Layer 1: a stand-in asks for a state", chosen.first));
            panels.add(residual(chosen));
        }
        if (!now.layer.equals("1")) {
            panels.add(weights(SECOND, "Layer 2 asks for what fits", last));
        }
        panels.add(facts.panel("“it” → “animal”, “it” → “street”"));
        return Outcome.of(new Snapshot(panels, said(now, last)));
    }

    private static Layers layers(String word, boolean first, Resolver resolver, Run run) {
        Experiment e = Experiment.of(sentence(word), new Source.Preset("animal"));
        Moment here = new Moment(e, 6, 0);
        Trace plain = TracedMoment.of(here, resolver, run).trace();
        int it = place(plain, "it");
        Trace one = TwoLayerHeads.first(plain);
        Matrix x = first ? TwoLayerHeads.residual(one) : one.in().from().x();
        return new Layers(traced(e, it, one), traced(e, it, TwoLayerHeads.second(one, x)));
    }

    private static TracedMoment traced(Experiment e, int query, Trace t) {
        return new TracedMoment(new Moment(e, 6, query), new TraceContent(t), t);
    }

    private static int place(Trace t, String word) {
        return t.weights().from().words().indexOf(word);
    }

    /** How many times as much “it” gives “animal” as “street” in one layer, with the simple table’s head. */
    private static double one(String word, Resolver resolver, Run run) {
        Experiment e = Experiment.of(sentence(word), new Source.Simple("coreference"));
        Trace t = TracedMoment.of(new Moment(e, 6, 0), resolver, run).trace();
        int it = place(t, "it");
        return t.weights().a().at(it, place(t, "animal")) / t.weights().a().at(it, place(t, "street"));
    }

    private static void add(Facts facts, String name, TracedMoment of) {
        for (String key : List.of("animal", "street")) {
            int j = place(of.trace(), key);
            facts.add(name + "it → " + key, of.at(Part.WEIGHTS, of.query(), j), of.why(Part.WEIGHTS, of.query(), j));
        }
    }

    private static MatrixPanel weights(String id, String title, TracedMoment of) {
        MatrixPanel shown = MatrixPanel.of(id, title, of, Part.WEIGHTS)
                .asking(of.query(), of.trace().weights().strongest(of.query()).get(0));
        return shown.withoutMoment();
    }

    /** What the second layer reads: X and what the first one added. */
    private static MatrixPanel residual(Layers layers) {
        Trace one = layers.first.trace();
        Matrix x = one.in().from().x();
        Matrix sum = TwoLayerHeads.residual(one);
        return new MatrixPanel(
                "residual",
                "Between them: X, and where layer 1 added to it",
                "residual",
                new Axis("words", one.weights().from().words()),
                new Axis("dimensions", one.in().head().dimensions()),
                sum,
                Optional.of(x),
                Set.of(),
                ColourRole.VALUE,
                Optional.empty(),
                at -> Optional.of(layers.second.why(Part.X, at.row(), at.col())),
                Optional.empty());
    }

    private static String said(Settings now, TracedMoment last) {
        Trace t = last.trace();
        double animal = t.weights().a().at(last.query(), place(t, "animal"));
        double street = t.weights().a().at(last.query(), place(t, "street"));
        String where =
                switch (now.layer) {
                    case "1" -> "In layer 1";
                    case "2" -> "In layer 2 alone";
                    default -> "After both layers";
                };
        return where + ", with “" + now.word + "”, “it” gives “animal” " + DecimalFormatter.text(animal, 4)
                + " and “street” " + DecimalFormatter.text(street, 4)
                + ". Made by hand; a trained model may do otherwise.";
    }

    /** A click on the last word swaps it. */
    @Override
    public Answer<Settings> answer(Gesture gesture, Moment here, Settings now, Snapshot shown) {
        Spot at = gesture.at().spot();
        boolean matrix = Set.of(FIRST, SECOND).contains(gesture.at().panel());
        return gesture.kind() == Gesture.Kind.CLICK && matrix && at.matrix().equals(Part.WEIGHTS.label())
                ? new Answer.With<>(new Settings(now.word.equals(TIRED) ? WIDE : TIRED, now.layer))
                : new Answer.Nothing<>();
    }
}
