package app.regard.lab.learn;

import app.regard.engine.CopyScores;
import app.regard.engine.NetworkTraining;
import app.regard.engine.TextNetwork;
import app.regard.lab.About;
import app.regard.lab.Form;
import app.regard.lab.Lab;
import app.regard.lab.Outcome;
import app.regard.lab.Reads;
import app.regard.lab.Run;
import app.regard.lab.Setting;
import app.regard.source.NetworkRecipe;
import app.regard.source.Resolver;
import app.regard.stage.Content;
import app.regard.trace.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Where does copying come from? Layers of attention learn to go on with texts that repeat themselves. */
public final class Induction implements Lab<Induction.Settings> {
    static final String NONE = "none";
    private static final String ADD = "add";

    /** Between two points lie so many steps. */
    static final int EVERY = 10;

    /** What was trained last: switching a layer off trains nothing anew. */
    private final AtomicReference<@Nullable Trained> last = new AtomicReference<>();

    /** @param cut the layer that is off, or "none" */
    record Settings(int layers, String cut, int seed, int steps, String positions, int batch) {
        NetworkRecipe recipe() {
            TextNetwork.Places places = positions.equals(NONE) ? TextNetwork.Places.NONE : TextNetwork.Places.LEARNED;
            return new NetworkRecipe(NetworkRecipe.Kind.COPY, layers, places, 0, batch, steps, seed);
        }

        int off() {
            return cut.equals(NONE) ? -1 : Integer.parseInt(cut);
        }
    }

    /** The network at a step, with its scores on texts that are fresh at each step. */
    record Point(int step, TextNetwork network, CopyScores scores) implements MeasuredRun.Point {
        static Point of(NetworkTraining training, int seed) {
            TextNetwork now = training.network();
            return new Point(training.steps(), now, CopyScores.of(now, 1_000_000L * (seed + 1) + training.steps()));
        }
    }

    private record Trained(NetworkRecipe recipe, List<Point> points) {}

    @Override
    public About about() {
        return new About(
                "induction",
                About.Group.LEARN,
                "Induction",
                "Where does copying come from?",
                "Layers of attention learn to predict the next token of texts that repeat themselves. Nobody says where to "
                        + "look. Drag through the steps, then switch layer 0 off. A click on a map opens it large, in the eight stages.",
                "The loss falls as both scores rise: layer 0 comes to look at the token before, softly, and layer 1 behind the "
                        + "last occurrence. With layer 0 off the copying is gone, though layer 1 is untouched: it needs what layer "
                        + "0 brings. "
                        + "The stripes stay soft. Controls: one layer does not get there; without positions it is only slower, "
                        + "for the causal mask leaks the order.");
    }

    @Override
    public Set<Reads> reads(boolean answered, boolean trained) {
        return Set.of(Reads.SENTENCE);
    }

    @Override
    public Settings begin(Moment here, Content seen) {
        return new Settings(2, NONE, 0, 400, ADD, 32);
    }

    @Override
    public List<Setting<Settings>> settings(Settings now, Content seen) {
        List<String> cuts = now.layers > 1 ? List.of(NONE, "0", "1") : List.of(NONE, "0");
        return List.of(
                new Setting<>(
                        "layers",
                        "Layers",
                        new Form.Choice(List.of("1", "2")),
                        s -> String.valueOf(s.layers),
                        (s, text) -> {
                            int layers = Integer.parseInt(text);
                            String cut = s.off() < layers ? s.cut : NONE;
                            return new Settings(layers, cut, s.seed, s.steps, s.positions, s.batch);
                        }),
                Setting.of("cut", "Layer that is off", new Form.Choice(cuts)),
                Setting.of("positions", "Positions", new Form.Choice(List.of(ADD, NONE))),
                Setting.of("seed", "Seed", Form.Range.whole(0, 9999)),
                Setting.of("steps", "Steps", Form.Range.whole(1, NetworkRecipe.MOST_STEPS)),
                Setting.of("batch", "Texts a step", Form.Range.whole(1, 64)));
    }

    /** The network before the first step, or all steps where it was trained last. */
    @Override
    public Outcome prepare(Moment here, Settings now, Resolver resolver, Run run) {
        NetworkRecipe recipe = now.recipe();
        Trained known = last.get();
        List<Point> points = known != null && known.recipe.equals(recipe)
                ? known.points
                : List.of(Point.of(recipe.begin(), now.seed));
        return new InductionShown(now, InductionText.of(here.experiment().text(), recipe), points);
    }

    @Override
    public Outcome run(Moment here, Settings now, Resolver resolver, Run run) {
        NetworkRecipe recipe = now.recipe();
        InductionText text = InductionText.of(here.experiment().text(), recipe);
        Trained known = last.get();
        if (known == null || !known.recipe.equals(recipe)) {
            NetworkTraining training = recipe.begin();
            List<Point> points = new ArrayList<>(List.of(Point.of(training, now.seed)));
            Pace pace = new Pace(run);
            while (training.steps() < now.steps) {
                training.step();
                if (training.steps() % EVERY == 0 || training.steps() == now.steps) {
                    points.add(Point.of(training, now.seed));
                }
                pace.at((double) training.steps() / now.steps, () -> new InductionShown(now, text, points));
            }
            known = new Trained(recipe, List.copyOf(points));
            last.set(known);
        }
        return new InductionShown(now, text, known.points);
    }
}
