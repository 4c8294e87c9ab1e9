package app.regard.cli.options;

import app.regard.heads.Heads;
import app.regard.source.Resolver;
import app.regard.stage.Content;
import app.regard.stage.Subject;
import app.regard.trace.Experiment;
import app.regard.trace.Progress;
import app.regard.trace.Reading;
import app.regard.trace.Refusal;
import app.regard.trace.Sentence;
import app.regard.trace.Source;
import app.regard.trace.Trace;
import app.regard.transformer.ModelShape;
import app.regard.words.Library;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A sentence with its options, and the trace that they lead to. */
public final class SentenceArguments {
    /** From the command line longer sentences may be computed than the window shows. */
    public static final int MOST_WORDS = 2048;

    @Parameters(arity = "0..1", paramLabel = "SENTENCE", description = "The sentence, in quotes.")
    private @Nullable String sentence;

    @Mixin
    private ExperimentOptions recipe;

    @Mixin
    private BeforeOptions before;

    private @Nullable Resolver resolver;

    /**
     * The content of an experiment that was asked for.
     *
     * @param focus the word that an example wants looked at first
     */
    public record Answer(Experiment experiment, Content content, Optional<String> focus) {
        /** The trace, for what cannot do without. */
        public Trace trace() {
            return subject().needed();
        }

        /** The content as it is taken away. */
        public Subject subject() {
            return content.subject(experiment);
        }
    }

    /**
     * Returns a sentence that was given.
     *
     * @throws Refusal if there is nothing in it
     */
    public static String sentence(String given) {
        if (given.isBlank()) {
            throw new Refusal("The sentence is empty: give one in quotes.");
        }
        return given;
    }

    public boolean hasSentence() {
        return sentence != null;
    }

    public ExperimentOptions recipe() {
        return recipe;
    }

    /**
     * Refuses what goes with a sentence and not with a lesson.
     *
     * @throws Refusal if there is a sentence, which a lesson's cards bring themselves
     */
    public void onlyLesson() {
        if (hasSentence()) {
            throw new Refusal("--lesson takes the place of a sentence: give one of the two.");
        }
    }

    /**
     * Refuses to compare where that makes no sense.
     *
     * @throws Refusal with the reason, if an option says what to compare with
     */
    public void notCompared(String reason) {
        if (before.given()) {
            throw new Refusal(reason);
        }
    }

    /**
     * The content of the experiment that the options ask for.
     *
     * @param reading what is made of the weights, as far as one head's are changed
     */
    Answer answer(Command command, Reading reading) {
        List<String> notes = new ArrayList<>();
        Experiment e = command.asked(() -> recipe.of(library(command), Optional.ofNullable(sentence), notes));
        return answer(command, e.withReading(reading), notes);
    }

    public Answer answer(Command command) {
        return answer(command, Reading.PLAIN);
    }

    /** The content of an experiment; what was left out of the sentence is said. */
    Answer answer(Command command, Experiment e, List<String> notes) {
        if (!e.edits().isEmpty()) {
            command.asked(() -> resolver(command).check(e)); // an edit that no sentence could have is a wrong option
        }
        Optional<Experiment> then = command.asked(() -> before.checked(resolver(command), e)); // a wrong option
        Content content = BeforeOptions.compared(resolver(command), e, then);
        command.say(notes);
        cut(content.read(), e.source().traits().pieces(), command);
        if (!content.caution().isEmpty()) {
            command.say(List.of(content.caution()));
        }
        return new Answer(e, content, recipe.usualFocus(library(command)));
    }

    /** The experiment that stands for all heads of the trained model. */
    Experiment model(Command command) {
        return command.asked(() -> recipe.allHeads(library(command), Optional.ofNullable(sentence)));
    }

    /** The experiment that stands for all heads of a model. */
    public static Experiment model(ModelShape shape, String text) {
        return Experiment.of(text, new Source.Trained(shape.id(), 0, 0, shape.fingerprint()));
    }

    /** All heads of a trained model or a file; what was left out of the sentence is said. */
    public static Heads heads(Command command, Resolver resolver, Experiment e) {
        Heads heads = resolver.heads(e, Progress.NONE);
        heads.pieces().ifPresent(pieces -> cut(pieces.sentence(), true, command));
        return heads;
    }

    /** Says what of a sentence was left out, if anything was: of its word pieces or its words. */
    public static void cut(Sentence read, boolean pieces, Command command) {
        int all = read.size() + read.left();
        if (read.left() > 0) {
            command.say(List.of(
                    pieces
                            ? "The sentence has " + all + " word pieces: the model reads the first " + read.size()
                                    + ", special ones among them."
                            : "The sentence has " + all + " words: the first " + read.size() + " take part."));
        }
    }

    private Library library(Command command) {
        return resolver(command).library();
    }

    /** Made at its first use, and used for all that one command asks. */
    Resolver resolver(Command command) {
        Resolver made = resolver == null ? command.resolver() : resolver;
        resolver = made;
        return made;
    }
}
