package app.regard.cli.options;

import app.regard.heads.Combination;
import app.regard.heads.DerivedWeights;
import app.regard.heads.Heads;
import app.regard.stage.Subject;
import app.regard.trace.Experiment;
import app.regard.trace.Reading;
import app.regard.trace.Refusal;
import java.util.List;
import java.util.Optional;
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

    /**
     * What there is to show.
     *
     * @param experiment what it was computed from, where it was computed here
     * @param focus the word that an example wants looked at first
     */
    public record Answer(Subject subject, Optional<Experiment> experiment, Optional<String> focus) {}

    /** Which head, both from 0; 0 where it does not matter. */
    record HeadPlace(int layer, int head) {}

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

    public Answer answer(Command command) {
        command.asked(this::check);
        if (!file.given() && !derived.combines()) {
            SentenceArguments.Answer one = asked.answer(command);
            Subject subject = one.subject();
            if (derived.changes()) {
                DerivedWeights made = new Combination(derived.reading(), asked.heads(command, false), 0, 0)
                        .changed(new DerivedWeights(one.trace().weights(), subject.about()));
                subject = new Subject(made.weights(), Optional.empty(), subject.title(), made.about());
            }
            return new Answer(subject, Optional.of(one.experiment()), one.focus());
        }
        Heads heads = heads(command);
        OptionalInt layer = asked.recipe().layer();
        OptionalInt head = command.asked(asked.recipe()::headNumber);
        Reading reading = derived.reading();
        HeadPlace place =
                command.asked(() -> derived.combines() ? derived.place(heads, layer, head) : place(heads, layer, head));
        Combination by = new Combination(reading, heads, place.layer(), place.head());
        DerivedWeights made = by.combined();
        if (file.given()) {
            file.uneven(made.weights(), reading).ifPresent(text -> command.say(List.of(text)));
        }
        DerivedWeights changed = by.changed(made);
        return new Answer(
                new Subject(changed.weights(), Optional.empty(), heads.title(), changed.about()),
                Optional.empty(),
                asked.focus());
    }

    /** All heads of the sentence, or of the file. */
    public Heads heads(Command command) {
        command.asked(this::check);
        if (!file.given()) {
            return asked.heads(command, true);
        }
        return file.heads(command);
    }

    private void check() {
        file.check();
        derived.check(file.given());
        if (file.given()) {
            if (asked.hasSentence()) {
                throw new Refusal("--attention takes the place of a sentence: give one of the two.");
            }
            asked.recipe().onlyHead("--attention");
        }
        if (derived.combines() && !file.given()) {
            asked.recipe().onlyModel("--average and --rollout");
        }
    }

    private static HeadPlace place(Heads heads, OptionalInt layer, OptionalInt head) {
        int l = layer.orElse(heads.layers() == 1 ? 0 : -1);
        int h = head.orElse(heads.heads() == 1 ? 0 : -1);
        if (l < 0 || l >= heads.layers() || h < 0 || h >= heads.heads()) {
            throw new Refusal("The file has layers 0 to " + (heads.layers() - 1) + " with heads 0 to "
                    + (heads.heads() - 1) + ": choose one with --layer and --head, or draw all with "
                    + "“render --what heads”.");
        }
        return new HeadPlace(l, h);
    }
}
