package app.regard.cli;

import app.regard.engine.Attention;
import app.regard.export.Subject;
import app.regard.trace.Experiment;
import app.regard.trace.Trace;
import app.regard.words.Library;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A sentence with its options, and the trace that they lead to. */
final class Asked {
    /** From the command line longer sentences may be computed than the window shows. */
    static final int MOST_WORDS = 2048;

    @Parameters(arity = "0..1", paramLabel = "SENTENCE", description = "The sentence, in quotes.")
    private @Nullable String sentence;

    @Mixin
    private Recipe recipe;

    /**
     * What was computed.
     *
     * @param focus the word that an example wants looked at first
     */
    record Answer(Experiment experiment, Trace trace, Optional<String> focus) {
        Subject subject() {
            return Subject.of(trace, experiment);
        }
    }

    boolean hasSentence() {
        return sentence != null;
    }

    Answer answer(Command command) {
        Library library = new Library(MOST_WORDS);
        List<String> notes = new ArrayList<>();
        Experiment e = command.asked(() -> recipe.of(library, Optional.ofNullable(sentence), notes));
        Trace t = Attention.trace(library.resolve(e));
        int left = t.weights().from().left();
        if (left > 0) {
            notes.add("The sentence has " + (left + MOST_WORDS) + " words: the first " + MOST_WORDS + " take part.");
        }
        command.say(notes);
        return new Answer(e, t, recipe.usualFocus(library));
    }
}
