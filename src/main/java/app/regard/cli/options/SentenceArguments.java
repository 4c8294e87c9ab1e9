package app.regard.cli.options;

import app.regard.engine.Attention;
import app.regard.heads.Heads;
import app.regard.stage.Subject;
import app.regard.trace.Experiment;
import app.regard.trace.Refusal;
import app.regard.trace.Source;
import app.regard.trace.Trace;
import app.regard.transformer.ForwardPass;
import app.regard.transformer.MiniLm;
import app.regard.transformer.Trained;
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

    private @Nullable Trained trained;

    /**
     * What was computed.
     *
     * @param focus the word that an example wants looked at first
     */
    public record Answer(Experiment experiment, Trace trace, Optional<String> focus) {
        Subject subject() {
            return Subject.of(trace, experiment);
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

    /** The word that an example wants looked at first. */
    Optional<String> focus() {
        return recipe.usualFocus(new Library(MOST_WORDS));
    }

    public Answer answer(Command command) {
        Library library = new Library(MOST_WORDS, e -> trained(command).apply(e));
        List<String> notes = new ArrayList<>();
        Experiment e = command.asked(() -> recipe.of(library, Optional.ofNullable(sentence), notes));
        Trace t = Attention.trace(library.resolve(e));
        int left = t.weights().from().left();
        if (left > 0 && e.source() instanceof Source.Trained) {
            notes.add(cut(left));
        } else if (left > 0) {
            notes.add("The sentence has " + (left + MOST_WORDS) + " words: the first " + MOST_WORDS + " take part.");
        }
        command.say(notes);
        return new Answer(e, t, recipe.usualFocus(library));
    }

    /**
     * All heads of the trained model for the sentence.
     *
     * @param said whether it is told what was cut
     */
    Heads heads(Command command, boolean said) {
        Library library = new Library(MOST_WORDS);
        String text = command.asked(() -> recipe.modelText(library, Optional.ofNullable(sentence)));
        return all(text, trained(command), said ? command : null);
    }

    /** All heads of the model for a sentence; what was cut is said, where there is somebody to say it. */
    public static Heads all(String text, Trained trained, @Nullable Command command) {
        ForwardPass passed = trained.passed(text);
        if (command != null) {
            cut(passed, command);
        }
        return Heads.of(passed);
    }

    /** Says what was cut, if anything was. */
    public static void cut(ForwardPass passed, Command command) {
        if (passed.pieces().cut() > 0) {
            command.say(List.of(cut(passed.pieces().cut())));
        }
    }

    private static String cut(int left) {
        return "The sentence has " + (left + MiniLm.MOST_PIECES) + " word pieces: the model reads the first "
                + MiniLm.MOST_PIECES + ", [CLS] and [SEP] among them.";
    }

    /** Made at its first use: most commands need no model. */
    private Trained trained(Command command) {
        Trained made = trained == null ? command.trained() : trained;
        trained = made;
        return made;
    }
}
