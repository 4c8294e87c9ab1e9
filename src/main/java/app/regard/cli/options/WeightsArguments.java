package app.regard.cli.options;

import app.regard.heads.Heads;
import app.regard.source.Resolver;
import app.regard.trace.Experiment;
import app.regard.trace.HeadId;
import app.regard.trace.Progress;
import app.regard.trace.Reading;
import app.regard.trace.Refusal;
import app.regard.trace.Source;
import java.util.List;
import java.util.OptionalInt;
import picocli.CommandLine.Mixin;

/** A sentence, or weights out of a file, with what is to be made of them. */
public final class WeightsArguments {
    @Mixin
    private SentenceArguments asked;

    @Mixin
    private AttentionOptions file;

    @Mixin
    private DerivedOptions derived;

    public boolean hasSentence() {
        return asked.hasSentence();
    }

    /** Whether an option was given that decides numbers. */
    public boolean recipeGiven() {
        return asked.recipe().given();
    }

    /** Whether anything is said of weights of other origins than one sentence. */
    public boolean fromFile() {
        return file.given();
    }

    /** Refuses what says to compare with, for what holds one experiment only. */
    public void notCompared(String reason) {
        asked.notCompared(reason);
    }

    /** The content of what is asked for. */
    public SentenceArguments.Answer answer(Command command) {
        command.asked(this::check);
        Reading reading = derived.reading();
        derived.refuseIdle(command);
        if (!file.given() && !derived.combines()) {
            if (derived.changes()) {
                asked.model(command); // refused where there is nothing to change
            }
            return asked.answer(command, reading);
        }
        Experiment plain = experiment(command);
        Experiment e = file.given()
                ? command.asked(() -> asked.recipe()
                        .ofFile(
                                plain,
                                !reading.combines()
                                        && asked.resolver(command).files().computes(plain)))
                : plain;
        Heads heads = asked.resolver(command).heads(e, Progress.NONE);
        OptionalInt layer = asked.recipe().layer();
        OptionalInt head = command.asked(asked.recipe()::headNumber);
        HeadId place =
                command.asked(() -> derived.combines() ? derived.place(heads, layer, head) : place(heads, layer, head));
        return asked.answer(command, e.withSource(e.source().withHead(place)).withReading(reading), List.of());
    }

    /** All heads of the sentence, or of the file. */
    public Heads heads(Command command) {
        command.asked(this::check);
        command.unused(
                "all heads are drawn as the model or the file has them",
                "--layer",
                "--head",
                "--average",
                "--rollout",
                "--merge",
                "--hide",
                "--hide-special",
                "--rescale",
                "--seed",
                "--rule",
                "--mask",
                "--positions",
                "--temperature",
                "--unscaled",
                "--keys",
                "--edit");
        command.asked(() -> notCompared("All heads are not compared: leave --before-… out, or choose one head."));
        return SentenceArguments.heads(command, asked.resolver(command), experiment(command));
    }

    /** One of the heads of the file or the model. */
    private Experiment experiment(Command command) {
        return file.given() ? file.experiment(command, asked.resolver(command).files()) : asked.model(command);
    }

    private void check() {
        file.check();
        derived.check();
        if (file.given() || derived.combines()) {
            asked.notCompared("Weights of a file, averages and rollout are not compared: leave --before-… out.");
        }
        if (file.given()) {
            if (asked.hasSentence()) {
                throw new Refusal("--attention takes the place of a sentence: give one of the two.");
            }
            asked.recipe().ofFile(Experiment.of("", new Source.Simple("")), true); // what never goes with a file
        }
        if (derived.combines() && !file.given()) {
            asked.recipe().onlyModel("--average and --rollout");
        }
    }

    /**
     * The experiment that shows a head of a file, with what may be changed in it.
     *
     * @param usual the head where none is chosen
     */
    public static Experiment ofFile(
            Command command, AttentionOptions file, ExperimentOptions recipe, Resolver resolver, HeadId usual) {
        Experiment plain = file.experiment(command, resolver.files());
        Experiment e = command.asked(() -> recipe.ofFile(plain, resolver.files().computes(plain)));
        Heads heads = resolver.heads(e, Progress.NONE);
        HeadId place = command.asked(() -> place(
                heads,
                OptionalInt.of(recipe.layer().orElse(usual.layer())),
                OptionalInt.of(recipe.headNumber().orElse(usual.head()))));
        return e.withSource(e.source().withHead(place));
    }

    private static HeadId place(Heads heads, OptionalInt layer, OptionalInt head) {
        int l = layer.orElse(heads.layers() == 1 ? 0 : -1);
        int h = head.orElse(heads.heads() == 1 ? 0 : -1);
        if (l < 0 || l >= heads.layers() || h < 0 || h >= heads.heads()) {
            throw new Refusal("The file has layers 0 to " + (heads.layers() - 1) + " with heads 0 to "
                    + (heads.heads() - 1) + ": choose one with --layer and --head, or draw all with "
                    + "“render --what heads”.");
        }
        return new HeadId(l, h);
    }
}
