package app.regard.lab.learn;

import app.regard.draw.Spot;
import app.regard.engine.HeadTraining;
import app.regard.engine.PaintedRows;
import app.regard.lab.About;
import app.regard.lab.Answer;
import app.regard.lab.Form;
import app.regard.lab.Gesture;
import app.regard.lab.Lab;
import app.regard.lab.MapPanel;
import app.regard.lab.Outcome;
import app.regard.lab.Run;
import app.regard.lab.Setting;
import app.regard.lab.Snapshot;
import app.regard.source.Resolver;
import app.regard.source.TeachRecipe;
import app.regard.stage.Content;
import app.regard.trace.Inputs;
import app.regard.trace.Moment;
import app.regard.trace.Refusal;
import app.regard.trace.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Can a head be taught where to look? Cells of the heat map are painted, and W_Q and W_K learn to put the weights there. */
public final class Teach implements Lab<Teach.Settings> {
    static final String MAP = "map";

    /** A row counts as learned when no weight in it is further than this from its target. */
    static final double CLOSE = 0.05;

    /** The run made last: undo comes back to it. */
    private final AtomicReference<@Nullable Taught> last = new AtomicReference<>();

    /**
     * What is taught, and how.
     *
     * @param targets the painted cells, as text
     */
    record Settings(String targets, int dk, double rate, int seed, int steps, String name) {
        TeachRecipe recipe(String sentence) {
            return new TeachRecipe(sentence, targets, dk, rate, seed, name);
        }

        Settings withTargets(String other) {
            return new Settings(other, dk, rate, seed, steps, name);
        }
    }

    @Override
    public About about() {
        return new About(
                "teach",
                About.Group.LEARN,
                "Teach",
                "Can a head be taught where to look?",
                "Click cells of the map: there the weights shall go. W_Q and W_K learn it step by step; drag along the "
                        + "steps, open one, and try other sentences with it; under a name of yours it stays in lessons. Real training never sees target weights: "
                        + "they are painted here so that you can watch what learning is.",
                "The matrices were learned, nobody wrote them; the weights are computed from the sentence each time. "
                        + "Words with equal vectors ask alike and are looked at alike: then there is a floor that no "
                        + "training passes. Control: with d_k = 1 no head teaches each of three words to look at itself.");
    }

    @Override
    public Settings begin(Moment here, Content seen) {
        Sentence words = seen.weights().from();
        int row = Math.min(here.query(), words.size() - 1);
        int col = IntStream.range(0, words.size())
                .filter(j -> j != row && j < seen.weights().to().size())
                .boxed()
                .max(Comparator.comparingDouble(j -> seen.weights().a().at(row, j)))
                .orElse(row);
        return new Settings(
                TeachRecipe.text(List.of(new PaintedRows.Cell(row, col)), words),
                8,
                0.05,
                0,
                TeachRecipe.MOST_STEPS,
                "");
    }

    @Override
    public List<Setting<Settings>> settings(Settings now, Content seen) {
        Sentence words = seen.weights().from();
        return List.of(
                Setting.of(
                        "targets",
                        "Painted cells",
                        new Form.Gestured("pairs of words, or of places from 1: tired>animal,2>1"),
                        Settings::targets,
                        text -> TeachRecipe.text(
                                TeachRecipe.painted(text, words).cells(), words)),
                Setting.of("dk", "d_k, columns of W_Q", Form.Range.whole(1, TeachRecipe.MOST_COLUMNS)),
                Setting.of("rate", "Rate, the length of a step", new Form.Range(0.001, 1, 0.001, false)),
                Setting.of("seed", "Seed", Form.Range.whole(0, 9999)),
                Setting.of("steps", "Steps at most", Form.Range.whole(1, TeachRecipe.MOST_STEPS)),
                Setting.of("name", "Name of the head", new Form.Line(TeachRecipe.LONGEST_NAME, "its painted cells")));
    }

    private record Taught(TeachRecipe recipe, int steps, List<HeadTraining.State> states) {
        boolean isOf(TeachRecipe other, int most) {
            return recipe.named(other.name()).equals(other) && steps == most;
        }
    }

    /** The words that a head is taught on, with their vectors. */
    private static Inputs words(Moment here, TeachRecipe recipe, Resolver resolver) {
        if (here.experiment().source().traits().heads()) {
            throw new Refusal(
                    "A taught head reads a table of words, not the pieces of a trained model or the tokens of a "
                            + "file: choose a head that reads a table, then open Teach.");
        }
        return recipe.inputs(resolver.library());
    }

    /** The untrained head, with what is known before: the floor. */
    @Override
    public Outcome prepare(Moment here, Settings now, Resolver resolver, Run run) {
        TeachRecipe recipe = now.recipe(here.experiment().text());
        Inputs in = words(here, recipe, resolver);
        Taught known = last.get();
        List<HeadTraining.State> states = known != null && known.isOf(recipe, now.steps)
                ? known.states
                : List.of(recipe.begin(in).state());
        return new TeachShown(recipe, in, now.steps, states);
    }

    @Override
    public Outcome run(Moment here, Settings now, Resolver resolver, Run run) {
        TeachRecipe recipe = now.recipe(here.experiment().text());
        Inputs in = words(here, recipe, resolver);
        HeadTraining training = recipe.begin(in);
        List<HeadTraining.State> states = new ArrayList<>(List.of(training.state()));
        Pace pace = new Pace(run);
        while (states.get(states.size() - 1).error() > CLOSE && states.size() <= now.steps) {
            training.step();
            states.add(training.state());
            pace.at(states.size() / (now.steps + 1.0), () -> new TeachShown(recipe, in, now.steps, states));
        }
        last.set(new Taught(recipe, now.steps, List.copyOf(states)));
        return new TeachShown(recipe, in, now.steps, states);
    }

    /** A cell that is clicked is painted, or is not any more. */
    @Override
    public Answer<Settings> answer(Gesture gesture, Moment here, Settings now, Snapshot shown) {
        Spot at = gesture.at().spot();
        if (gesture.kind() != Gesture.Kind.CLICK || !gesture.at().panel().equals(MAP) || !at.isCell()) {
            return new Answer.Nothing<>();
        }
        MapPanel map = (MapPanel) shown.panel(MAP).orElseThrow();
        List<Spot> cells = new ArrayList<>(map.framed());
        if (!cells.remove(at)) {
            cells.add(at);
        }
        List<PaintedRows.Cell> painted =
                cells.stream().map(c -> new PaintedRows.Cell(c.row(), c.col())).toList();
        return painted.isEmpty()
                ? new Answer.Nothing<>()
                : new Answer.With<>(now.withTargets(
                        TeachRecipe.text(painted, map.seen().weights().from())));
    }
}
