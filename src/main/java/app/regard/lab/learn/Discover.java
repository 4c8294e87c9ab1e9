package app.regard.lab.learn;

import app.regard.engine.AgreementScores;
import app.regard.engine.AgreementTexts;
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
import app.regard.trace.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What does a head learn from text alone? Three acts: it learns is and are; a sentence exposes the rule; layers and sentences. */
public final class Discover implements Lab<Discover.Settings> {
    /** What was trained last: another act of the same training, or another sentence, trains nothing anew. */
    private final AtomicReference<@Nullable Trained> last = new AtomicReference<>();

    /**
     * What is trained; what is 0, or below it, or empty is the act's own.
     *
     * @param ownFronted the share of sentences with a phrase in front
     */
    record Settings(int act, int seed, int ownSteps, int ownLayers, String ownPositions, double ownFronted) {
        private static Settings of(int act, int seed) {
            return new Settings(act, seed, 0, 0, "", -1);
        }

        boolean next() {
            return act == 3;
        }

        int steps() {
            return ownSteps > 0 ? ownSteps : next() ? 500 : 150;
        }

        /** How many steps lie between two points. */
        int every() {
            return next() ? 50 : 10;
        }

        int layers() {
            return ownLayers > 0 ? ownLayers : next() ? 2 : 1;
        }

        String positions() {
            return !ownPositions.isEmpty() ? ownPositions : next() ? "learn" : "sin";
        }

        double fronted() {
            return ownFronted >= 0 ? ownFronted : next() ? 0.3 : 0;
        }

        /** Another act: where all was as usual for this one, it is as usual for that one. */
        Settings withAct(int other) {
            Settings usual = of(act, seed);
            boolean all = ownSteps > 0 && ownLayers > 0 && !ownPositions.isEmpty() && ownFronted >= 0;
            return all
                    ? new Settings(
                            other,
                            seed,
                            ownSteps == usual.steps() ? 0 : ownSteps,
                            ownLayers == usual.layers() ? 0 : ownLayers,
                            ownPositions.equals(usual.positions()) ? "" : ownPositions,
                            ownFronted == usual.fronted() ? -1 : ownFronted)
                    : new Settings(other, seed, ownSteps, ownLayers, ownPositions, ownFronted);
        }

        NetworkRecipe recipe(int layers) {
            TextNetwork.Places places =
                    switch (positions()) {
                        case "sin" -> TextNetwork.Places.SINUSOIDS;
                        case "learn" -> TextNetwork.Places.LEARNED;
                        default -> TextNetwork.Places.NONE;
                    };
            NetworkRecipe.Kind kind = next() ? NetworkRecipe.Kind.NEXT : NetworkRecipe.Kind.SLOT;
            return new NetworkRecipe(kind, layers, places, fronted(), 32, steps(), seed);
        }

        /** What the act trains: in the third one layer and two, so that they can be compared. */
        List<NetworkRecipe> recipes() {
            return next() ? List.of(recipe(1), recipe(2)) : List.of(recipe(1));
        }

        /** Which of them the layers are of. */
        int chosen() {
            return layers() - 1;
        }
    }

    /** The networks at a step and how often they choose right, one for each recipe. */
    record Point(int step, List<TextNetwork> networks, List<AgreementScores> scores) implements MeasuredRun.Point {
        static Point of(List<NetworkTraining> trainings, AgreementTexts texts, AgreementScores.Tests tests) {
            List<TextNetwork> now =
                    trainings.stream().map(NetworkTraining::network).toList();
            return new Point(
                    trainings.get(0).steps(),
                    now,
                    now.stream().map(n -> AgreementScores.of(n, texts, tests)).toList());
        }
    }

    private record Trained(List<NetworkRecipe> recipes, List<Point> points) {}

    @Override
    public About about() {
        return new About(
                "discover",
                About.Group.LEARN,
                "Discover",
                "What does a head learn from text alone?",
                "Act 1: a head reads sentences and learns to choose is or are; nobody says where to look. Act 2: type "
                        + "“near the dogs the cat”, or “the big old red cat near the dogs”. Act 3: one layer and two, with "
                        + "and without such sentences in training. Then type a sentence that breaks it.",
                "A high accuracy and a bright cell do not say which rule was learned. All that the head of act 1 does fits a "
                        + "place, for in all its sentences the noun that decides stood second or third. What helps is other sentences and "
                        + "a second layer, and that breaks too: try “near the dogs behind the keys the cat”. Control: without "
                        + "positions mirrored sentences are one, and half of them come out wrong.");
    }

    @Override
    public Set<Reads> reads(boolean answered, boolean trained) {
        return Set.of(Reads.SENTENCE);
    }

    @Override
    public Settings begin(Moment here, Content seen) {
        return Settings.of(1, 0);
    }

    @Override
    public List<Setting<Settings>> settings(Settings now, Content seen) {
        List<String> positions = Stream.of("none", "sin", "learn").toList();
        return List.of(
                new Setting<>(
                        "act",
                        "Act",
                        new Form.Choice(List.of("1", "2", "3")),
                        s -> String.valueOf(s.act),
                        (s, text) -> s.withAct(Integer.parseInt(text))),
                own("ownLayers", "Layers", new Form.Choice(List.of("1", "2")), Settings::layers, Integer::valueOf)
                        .named("layers"),
                own(
                                "ownFronted",
                                "Share with a phrase in front, in training",
                                new Form.Range(0, 1, 0.05, false),
                                s -> Form.Range.plain(s.fronted()),
                                Double::valueOf)
                        .named("fronted"),
                own("ownPositions", "Positions", new Form.Choice(positions), Settings::positions, text -> text)
                        .named("positions"),
                Setting.of("seed", "Seed", Form.Range.whole(0, 9999)),
                own(
                                "ownSteps",
                                "Steps",
                                Form.Range.whole(1, NetworkRecipe.MOST_STEPS),
                                Settings::steps,
                                Integer::valueOf)
                        .named("steps"));
    }

    /** A setting of what is the act's own until it is set. */
    private static Setting<Settings> own(
            String component, String help, Form form, Function<Settings, Object> text, Function<String, ?> read) {
        return Setting.of(component, help, form, s -> String.valueOf(text.apply(s)), read);
    }

    private static List<NetworkRecipe> recipes(Settings now) {
        if (!now.next() && now.layers() > 1) {
            throw new Refusal("Acts 1 and 2 are of one layer: choose act 3 for two.");
        }
        return now.recipes();
    }

    /** The networks before the first step, or all steps where these were trained last. */
    @Override
    public Outcome prepare(Moment here, Settings now, Resolver resolver, Run run) {
        List<NetworkRecipe> recipes = recipes(now);
        Trained known = last.get();
        if (known != null && known.recipes.equals(recipes)) {
            return new DiscoverShown(now, here.experiment().text(), known.points);
        }
        AgreementTexts texts = new AgreementTexts(now.next());
        List<NetworkTraining> begun = recipes.stream().map(NetworkRecipe::begin).toList();
        return new DiscoverShown(
                now, here.experiment().text(), List.of(Point.of(begun, texts, AgreementScores.Tests.of(texts))));
    }

    @Override
    public Outcome run(Moment here, Settings now, Resolver resolver, Run run) {
        List<NetworkRecipe> recipes = recipes(now);
        String typed = here.experiment().text();
        Trained known = last.get();
        if (known == null || !known.recipes.equals(recipes)) {
            known = new Trained(recipes, trained(now, typed, run));
            last.set(known);
        }
        return new DiscoverShown(now, typed, known.points);
    }

    private static List<Point> trained(Settings now, String typed, Run run) {
        AgreementTexts texts = new AgreementTexts(now.next());
        AgreementScores.Tests tests = AgreementScores.Tests.of(texts);
        int every = now.every();
        List<NetworkTraining> trainings =
                now.recipes().stream().map(NetworkRecipe::begin).toList();
        List<Point> points = new ArrayList<>(List.of(Point.of(trainings, texts, tests)));
        Pace pace = new Pace(run);
        for (int step = 1; step <= now.steps(); step++) {
            trainings.forEach(NetworkTraining::step);
            if (step % every == 0 || step == now.steps()) {
                points.add(Point.of(trainings, texts, tests));
            }
            pace.at((double) step / now.steps(), () -> new DiscoverShown(now, typed, points));
        }
        return List.copyOf(points);
    }

    /** Numbers of layers in words. */
    static String layers(int count) {
        return String.format(Locale.ROOT, count == 1 ? "%d layer" : "%d layers", count);
    }
}
